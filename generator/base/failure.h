// What the machine could not do: disk full, permission, a file gone. Thrown anywhere, caught once, in main.cpp.
#pragma once

#include <stdexcept>
#include <string>

#include "base/messages.h"

namespace base {

/// What was being tried when the machine failed.
enum class Task { read, write, lock, exchange, remove, roll_back, listen, load_library };

struct Failure : std::runtime_error {
  /// `error` is the system's errno, or 0 where there is none.
  Failure(Task task, std::string path, int error);
  Task task;
  std::string path;
  int error;
};

/// "error: cannot write `public/index.html`: No space left on device", in the tongue asked for.
std::string to_text(const Failure& failure, Tongue tongue);

}  // namespace base
