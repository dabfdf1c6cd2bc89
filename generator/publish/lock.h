// The right to change a site on disk: one build has it at a time.
//
// It is a `flock` on an open file, which the kernel lets go when the process ends, however it ends: a killed build
// leaves no stale lock.
#pragma once

#include <string>

#include "publish/descriptor.h"

namespace publish {

class Lock {
 public:
  /// Makes the folder beside the output that the lock lies in. Throws Failure(Task::lock) with EWOULDBLOCK where
  /// another build is at work.
  explicit Lock(const std::string& output);

 private:
  Descriptor file_;
};

}  // namespace publish
