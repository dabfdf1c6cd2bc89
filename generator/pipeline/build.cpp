#include "pipeline/build.h"

#include "base/failure.h"
#include "base/file.h"
#include "base/source.h"
#include "checks/addresses.h"
#include "checks/anchors.h"
#include "checks/digits.h"
#include "checks/former_year.h"
#include "checks/privacy.h"
#include "checks/rules.h"
#include "checks/translations.h"
#include "checks/urls.h"
#include "load/settings.h"
#include "load/site.h"
#include "load/theme.h"
#include "load/translation_memory.h"
#include "outputs/outputs.h"
#include "pack/compress.h"
#include "pack/portable.h"
#include "render/globals.h"
#include "render/pages.h"
#include "scaffold/files.h"

namespace pipeline {

namespace {

void append(std::vector<base::File>& files, std::vector<base::File> more) {
  for (auto& file : more) files.push_back(std::move(file));
}

/// What clocks show at an offset like "+0700".
model::LocalTime now_at(const std::string& offset) {
  using namespace std::chrono;
  auto now = system_clock::now();
  if (offset.size() == 5) {
    const auto away = hours(std::stoi(offset.substr(1, 2))) + minutes(std::stoi(offset.substr(3)));
    now += offset[0] == '-' ? -away : away;
  }
  const auto day = floor<days>(now);
  return {day, static_cast<int>(floor<minutes>(now - day).count())};
}

/// What was published is what later changes are compared with, where the content has a memory. Content that cannot be written to is published all the same.
void remember_translations(const model::Site& site) {
  if (!base::exists(base::join(site.content, load::translation_file))) return;
  try {
    scaffold::remember_translations(site, model::translations_of(site));
  } catch (const base::Failure&) {
  }
}

}  // namespace

std::optional<Understood> understand(const Options& options, base::Sources& sources, base::Diagnostics& diagnostics) {
  auto settings = load::settings(options.content, sources, diagnostics);
  if (!settings) return std::nullopt;
  if (!options.base_url.empty()) settings->base_url = options.base_url;

  base::Diagnostics declarations;
  auto theme = load::theme(options.theme, options.content, *settings, sources, declarations);
  for (auto& diagnostic : declarations.sorted()) diagnostics.add(std::move(diagnostic));
  if (!theme) return std::nullopt;
  Understood understood{std::make_unique<const model::Theme>(std::move(*theme)), {}, {}};
  understood.library = templates::compile(*understood.theme, render::global_names(), diagnostics);
  if (declarations.has_errors()) return std::nullopt;

  // Beyond this point it is known what content may say.
  const auto today = options.today || !options.by_clock ? options.today : now_at(understood.theme->time_zone.offset);
  understood.site = load::site(options.content, *understood.theme, *settings, today, options.drafts, options.jobs, sources, diagnostics);
  checks::urls(understood.site, diagnostics);
  checks::translations(understood.site, diagnostics);
  checks::digits(understood.site, options.jobs, diagnostics);
  checks::former_year(understood.site, options.drafts, diagnostics);
  checks::privacy(understood.site, options.jobs, diagnostics);
  if (!diagnostics.has_errors()) checks::rules(understood.site, *understood.theme, understood.library, options.jobs, diagnostics);
  return understood;
}

Made make(const Options& options, Progress& progress, base::Sources& sources, base::Diagnostics& diagnostics) {
  Made made;
  made.understood = understand(options, sources, diagnostics);
  if (!made.understood) return made;
  const auto& [theme, library, site] = *made.understood;
  made.result.languages = site.languages.size();
  if (diagnostics.has_errors()) return made;

  // Beyond this point the content is sound and the templates are compiled.
  for (const auto& route : site.routes) made.result.pages += route.urls.size();
  progress.pages = made.result.pages;
  made.files = render::pages(site, *theme, library, options.jobs, progress.pages_done, diagnostics);
  append(made.files, render::redirects(site, *theme, library, diagnostics));
  checks::anchors(site, made.files, diagnostics);
  if (diagnostics.has_errors()) return made;

  for (const auto& output : outputs::all())
    if (!options.portable || !output.needs_server) append(made.files, output.make(site, *theme, made.files));

  checks::addresses(site, publish::published(options.output), options.output, made.files, sources, diagnostics);

  // Beyond this point the files are whole; they are only made fit for their way.
  if (options.portable) pack::make_portable(made.files, site.base_path, options.jobs);
  if (options.compress) pack::add_compressed(made.files, options.jobs);
  publish::check_paths(made.files, diagnostics);
  made.result.sound = !diagnostics.has_errors();
  return made;
}

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
  if (made.result.sound) remember_translations(made.understood->site);
  return made.result;
}

}  // namespace pipeline
