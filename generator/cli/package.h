// What is wrong with a package, in words.
#pragma once

#include <vector>

#include "archive/package.h"
#include "cli/command.h"

namespace cli {

/// To standard error, a line each; with `--format json` one object to standard output. Gives the status for it.
Status tell(const std::vector<archive::Trouble>& troubles, const Manner& manner);

}  // namespace cli
