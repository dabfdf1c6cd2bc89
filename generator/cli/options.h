// What a person typed, as a command and its options. CLI11 is sealed in options.cpp.
#pragma once

#include <optional>
#include <string>

#include "base/messages.h"
#include "pipeline/build.h"

namespace cli {

enum class Command { build, check, rollback };
enum class Format { text, json };

struct Invocation {
  Command command = Command::build;
  pipeline::Options options;
  bool strict = false;
  base::Tongue tongue = base::Tongue::en;
  Format format = Format::text;
};

/// Exit statuses of the program.
enum Status { done = 0, mistakes = 1, wrong_use = 2, machine_failed = 3 };

/// The command, or nothing where all is said already (help, version, a wrong word): then `status` is what to exit with.
std::optional<Invocation> parse(int argc, const char* const* argv, int& status);

/// The tongue of a POSIX locale: Vietnamese for `vi…`, else English. LC_ALL, LC_MESSAGES and LANG in this order.
base::Tongue tongue_of_environment();

}  // namespace cli
