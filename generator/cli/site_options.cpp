#include "cli/site_options.h"

#include <chrono>
#include <thread>

#include "base/file.h"
#include "base/installed.h"
#include "cli/report.h"
#include "cli/waiting.h"
#include "load/settings.h"
#include "model/when.h"

namespace cli {

namespace {

std::string not_so(const std::string& value, const Words& why, base::Tongue tongue) { return "`" + value + "` " + std::string(why.in(tongue)); }

/// The folder that a site has its theme in, or the installed theme of that name where it brings none.
std::string usual_theme(const std::string& folder) {
  if (base::exists(folder)) return folder;
  const auto installed = base::installed_theme(base::name_of(folder));
  return installed.empty() ? folder : installed;
}

}  // namespace

SiteOptions::SiteOptions() { typed.jobs = static_cast<int>(std::max(1U, std::thread::hardware_concurrency())); }

void SiteOptions::declare(Options& options) {
  declare_folders(options);
  options.text("--base-url", typed.base_url, words::base_url, "URL",
               [tongue = options.tongue()](const std::string& url) { return load::as_base_url(url).empty() ? not_so(url, words::not_a_base_url, tongue) : ""; });
  declare_reading(options);
}

void SiteOptions::declare_reading(Options& options) {
  options.number("--jobs", typed.jobs, words::jobs, "N", 1, 256);
  options.text("--today", today, words::today, "DATE",
               [tongue = options.tongue()](const std::string& day) { return day == "now" || model::parse_local_time(day) ? "" : not_so(day, words::not_a_day, tongue); });
  options.flag("--strict", strict, words::strict);
}

void SiteOptions::declare_folders(Options& options) {
  options.text("--content", typed.content, words::content, "DIR [content]");
  options.text("--theme", theme, words::theme, "DIR [themes/default]");
}

void SiteOptions::declare_output(Options& options) { options.text("--output", typed.output, words::output, "DIR [public]"); }

pipeline::Options SiteOptions::asked() const {
  pipeline::Options options = typed;
  options.theme = theme.empty() ? usual_theme(typed.theme) : theme;
  options.base_url = load::as_base_url(typed.base_url);
  options.today = model::parse_local_time(today);
  options.by_clock = typed.by_clock || today == "now";
  return options;
}

Status work_on(const SiteOptions& site, Work work, const Manner& manner) {
  const auto options = site.asked();
  base::Sources sources;
  base::Diagnostics diagnostics(site.strict);
  pipeline::Progress progress;
  const auto begin = std::chrono::steady_clock::now();
  pipeline::Result result;
  {
    const Waiting waiting(progress, manner.tongue);
    result = work(options, progress, sources, diagnostics);
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  report({manner, options.output, work == pipeline::build, result, seconds.count(), diagnostics});
  return result.sound ? done : mistakes;
}

}  // namespace cli
