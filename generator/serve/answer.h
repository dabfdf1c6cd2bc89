// What a browser gets for an address: all of it from memory, so that no address leads to anything but the site.
#pragma once

#include <string>
#include <string_view>

#include "base/messages.h"
#include "serve/edition.h"

namespace serve {

struct Answer {
  int status = 200;
  std::string type;      ///< with its charset
  std::string body;
  std::string location;  ///< where a status of 308 leads to, percent-encoded
};

/// `path` is decoded and may hold any bytes. Pages get the script that loads them anew.
Answer answer(const Edition& edition, std::string_view path, base::Tongue tongue);

/// What the script of a page is told: one JSON object on one line.
std::string to_json(const Edition& edition, base::Tongue tongue);

/// Whether a Host header (RFC 9110, 7.2) names this server on this machine. Another name that leads here is one that a
/// stranger's page made up (DNS rebinding).
bool is_own_host(std::string_view host, int port);

}  // namespace serve
