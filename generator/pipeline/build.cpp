#include "pipeline/build.h"

#include "base/source.h"
#include "checks/anchors.h"
#include "checks/digits.h"
#include "checks/rules.h"
#include "checks/urls.h"
#include "load/settings.h"
#include "load/site.h"
#include "load/theme.h"
#include "outputs/outputs.h"
#include "pack/compress.h"
#include "pack/portable.h"
#include "render/globals.h"
#include "render/pages.h"

namespace pipeline {

namespace {

struct Made {
  Result result;
  std::vector<base::File> files;
};

void append(std::vector<base::File>& files, std::vector<base::File> more) {
  for (auto& file : more) files.push_back(std::move(file));
}

Made make(const Options& options, Progress& progress, base::Sources& sources, base::Diagnostics& diagnostics) {
  auto settings = load::settings(options.content, sources, diagnostics);
  if (!settings) return {};
  if (!options.base_url.empty()) settings->base_url = options.base_url;

  base::Diagnostics declarations;
  const auto read_theme = load::theme(options.theme, options.content, *settings, sources, declarations);
  for (auto& diagnostic : declarations.sorted()) diagnostics.add(std::move(diagnostic));
  if (!read_theme) return {};
  const auto& theme = *read_theme;
  const auto library = templates::compile(theme, render::global_names(), diagnostics);
  if (declarations.has_errors()) return {};

  // Beyond this point it is known what content may say.
  const auto site = load::site(options.content, theme, *settings, options.today, options.jobs, sources, diagnostics);
  checks::urls(site, diagnostics);
  checks::digits(site, options.jobs, diagnostics);
  if (!diagnostics.has_errors()) checks::rules(site, theme, library, options.jobs, diagnostics);
  Made made;
  made.result.languages = site.languages.size();
  if (diagnostics.has_errors()) return made;

  // Beyond this point the content is sound and the templates are compiled.
  for (const auto& route : site.routes) made.result.pages += route.urls.size();
  progress.pages = made.result.pages;
  made.files = render::pages(site, theme, library, options.jobs, progress.pages_done, diagnostics);
  checks::anchors(site, made.files, diagnostics);
  if (diagnostics.has_errors()) return made;

  for (const auto& output : outputs::all())
    if (!options.portable || !output.needs_server) append(made.files, output.make(site, theme, made.files));

  // Beyond this point the files are whole; they are only made fit for their way.
  if (options.portable) pack::make_portable(made.files, site.base_path, options.jobs);
  if (options.compress) pack::add_compressed(made.files, options.jobs);
  publish::check_paths(made.files, diagnostics);
  if (diagnostics.has_errors()) return made;
  made.result.sound = true;
  return made;
}

}  // namespace

Result check(const Options& options, Progress& progress, base::Sources& sources, base::Diagnostics& diagnostics) {
  return make(options, progress, sources, diagnostics).result;
}

Result build(const Options& options, Progress& progress, base::Sources& sources, base::Diagnostics& diagnostics) {
  auto protected_folders = load::theme_folders(options.theme, sources, diagnostics);
  protected_folders.push_back(options.content);
  publish::check_output(options.output, protected_folders, diagnostics);
  if (diagnostics.has_errors()) return {};

  const publish::Lock lock(options.output);
  auto made = make(options, progress, sources, diagnostics);
  if (!made.result.sound) return made.result;

  // Beyond this point nothing is decided: bytes go to disk, all or none.
  made.result.published = publish::replace(options.output, std::move(made.files), options.jobs, diagnostics);
  made.result.sound = !diagnostics.has_errors();
  return made.result;
}

}  // namespace pipeline
