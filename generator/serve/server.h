// The preview's web server: HTTP on this machine alone, from memory. cpp-httplib is sealed in server.cpp.
#pragma once

#include <memory>

#include "base/messages.h"
#include "serve/edition.h"

namespace serve {

class Server {
 public:
  /// Takes the first free port from `port` on, at most 100 further; nobody is answered yet. Throws Failure where none is free.
  Server(Stage& stage, int port, base::Tongue tongue);
  /// Lets every answer under way end.
  ~Server();

  int port() const;
  void begin();

 private:
  struct Connections;
  std::unique_ptr<Connections> connections_;
};

}  // namespace serve
