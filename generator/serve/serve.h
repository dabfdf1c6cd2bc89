// A site while it is being written: shown in the browser of this machine, and anew whenever something is saved.
//
// Nothing is written to disk. What an author or the machine does wrong is shown, and the preview goes on.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/messages.h"
#include "pipeline/build.h"

namespace serve {

struct Options {
  pipeline::Options site;  ///< its base_url is the preview's own
  bool strict = false;
  int port = 8000;  ///< the first that is tried
  base::Tongue tongue = base::Tongue::en;
};

/// What came of one build.
struct Built {
  bool sound = false;
  std::size_t pages = 0;
  bool is_shown = false;  ///< there is a site to be looked at: this one, or a former one
  double seconds = 0;
  std::vector<std::string> mistakes, warnings;  ///< in words, each with its lines ended
};

struct Listener {
  std::function<void(int port)> opened;
  std::function<void(const Built&)> built;
};

/// Works until it is interrupted (SIGINT, SIGTERM). Throws Failure where no port is free.
void run(const Options& options, const Listener& listener);

}  // namespace serve
