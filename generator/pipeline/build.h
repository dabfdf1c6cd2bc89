// The stages of a build, in their order: the table of contents of the program.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/file.h"
#include "model/site.h"
#include "model/theme.h"
#include "publish/publish.h"
#include "templates/templates.h"

namespace pipeline {

struct Options {
  std::string content = "content";
  std::string theme = "themes/default";
  std::string output = "public";
  std::string base_url;  ///< empty: what site.yaml says
  std::optional<model::LocalTime> today;  ///< in the time zone of the site; nothing: it is not known
  bool by_clock = false;                  ///< where nobody said it: what the clock of the machine says
  int jobs = 1;
  bool drafts = false;    ///< for a preview: with what is not published yet, or not any more
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

/// A theme and the content that was read by it. The site points into the theme, and both into the sources that they were read from.
struct Understood {
  std::unique_ptr<const model::Theme> theme;
  templates::Library library;
  model::Site site;
};

/// Reads theme and content and checks what can be known before pages are made. Nothing where the theme itself is not sound; with
/// mistakes in the content, the site as far as it was understood. Throws Failure.
std::optional<Understood> understand(const Options& options, base::Sources& sources, base::Diagnostics& diagnostics);

struct Made {
  Result result;
  std::optional<Understood> understood;  ///< what it was made of
  std::vector<base::File> files;  ///< whole and ready to be published where the result is sound
};

/// Reads, checks and renders, and leaves the files in memory.
Made make(const Options& options, Progress& progress, base::Sources& sources, base::Diagnostics& diagnostics);

/// The same, and publishes them. With mistakes, the last published site stays as it was. Mistakes point into `sources`. Throws Failure.
Result build(const Options& options, Progress& progress, base::Sources& sources, base::Diagnostics& diagnostics);

/// The same without writing anything.
Result check(const Options& options, Progress& progress, base::Sources& sources, base::Diagnostics& diagnostics);

}  // namespace pipeline
