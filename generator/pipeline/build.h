// The stages of a build, in their order: the table of contents of the program.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "publish/publish.h"

namespace pipeline {

struct Options {
  std::string content = "content";
  std::string theme = "themes/default";
  std::string output = "public";
  std::string base_url;  ///< empty: what site.yaml says
  std::optional<std::chrono::sys_days> today;
  int jobs = 1;
  bool portable = false;  ///< for pages that are opened as files
  bool compress = false;  ///< with .gz and .br beside the files
};

/// How far the work is, for somebody who waits.
struct Progress {
  std::atomic<std::size_t> pages_done{0}, pages{0};
};

struct Result {
  bool sound = false;  ///< no mistakes: the site was made (and, by build, published)
  std::size_t pages = 0, languages = 0;
  publish::Outcome published;
};

/// Reads, checks, renders and publishes. With mistakes, the last published site stays as it was. Mistakes point into
/// `sources`. Throws Failure.
Result build(const Options& options, Progress& progress, base::Sources& sources, base::Diagnostics& diagnostics);

/// The same without writing anything.
Result check(const Options& options, Progress& progress, base::Sources& sources, base::Diagnostics& diagnostics);

}  // namespace pipeline
