// What the program says when the work is over: mistakes, a summary line, or both as JSON.
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "cli/command.h"
#include "pipeline/build.h"

namespace cli {

struct Report {
  const Manner& manner;
  const std::string& output;
  bool publishes = false;
  const pipeline::Result& result;
  double seconds = 0;
  const base::Diagnostics& diagnostics;
};

/// Mistakes alone, to standard error.
void report_mistakes(const base::Diagnostics& diagnostics, const Manner& manner);

/// Mistakes to standard error and the summary to standard output; with --format json one JSON object to standard output.
void report(const Report& report);

}  // namespace cli
