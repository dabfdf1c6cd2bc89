// A line on the terminal that tells how far a long build is; nothing in a pipe, nothing in the first second.
#pragma once

#include <thread>

#include "base/messages.h"
#include "pipeline/build.h"

namespace cli {

/// Lives as long as the work: starts to speak after a second, wipes its line at the end.
class Waiting {
 public:
  Waiting(const pipeline::Progress& progress, base::Tongue tongue);

 private:
  std::jthread thread_;
};

}  // namespace cli
