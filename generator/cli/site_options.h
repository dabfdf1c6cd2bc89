// Which site a command is about: the options that several commands share, and the work with words at its end.
#pragma once

#include <string>

#include "cli/command.h"
#include "pipeline/build.h"

namespace cli {

/// What was typed of them.
struct SiteOptions {
  pipeline::Options typed;
  std::string theme;  // empty where none was typed
  std::string today;
  bool strict = false;

  SiteOptions();
  void declare(Options& options);
  /// `--content` and `--theme` alone.
  void declare_folders(Options& options);
  /// How it is read: `--jobs`, `--today` and `--strict` alone.
  void declare_reading(Options& options);
  /// `--output` alone.
  void declare_output(Options& options);

  pipeline::Options asked() const;
};

/// Does one work of the pipeline, with progress for who waits, and reports what came of it.
using Work = pipeline::Result (*)(const pipeline::Options&, pipeline::Progress&, base::Sources&, base::Diagnostics&);
Status work_on(const SiteOptions& site, Work work, const Manner& manner);

}  // namespace cli
