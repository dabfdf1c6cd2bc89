// A command line becomes the work that it asks for.
#pragma once

#include <functional>
#include <optional>

#include "cli/command.h"

namespace cli {

struct Asked {
  Manner manner;
  Command::Run run;
};

/// What was asked for, or nothing where all is said already (help, version, a wrong word): then `status` is what to exit with.
std::optional<Asked> parse(int argc, const char* const* argv, int& status);

/// The tongue of a POSIX locale: Vietnamese for `vi…`, else English. LC_ALL, LC_MESSAGES and LANG in this order.
base::Tongue tongue_of_environment();

}  // namespace cli
