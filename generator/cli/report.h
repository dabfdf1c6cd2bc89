// What the program says when the work is over: mistakes, a summary line, or both as JSON.
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "cli/options.h"

namespace cli {

/// Mistakes to standard error and the summary to standard output; with --format json one JSON object to standard output.
void report(const Invocation& invocation, const pipeline::Result& result, double seconds, const base::Diagnostics& diagnostics);

}  // namespace cli
