#include "serve/serve.h"

#include <signal.h>

#include <algorithm>
#include <chrono>

#include "base/failure.h"
#include "load/theme.h"
#include "serve/edition.h"
#include "serve/server.h"
#include "serve/translations.h"
#include "serve/watch.h"

namespace serve {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto between_looks = 20ms;  ///< longer where a look takes long
constexpr auto quiet = 5ms;           ///< what is saved is whole when nothing changed for so long; if not, the next look finds the rest
constexpr auto patience = 1s;         ///< for one who never stops saving

/// The signals that end the program, for this thread alone to take: also of threads that begin later.
class Interruption {
 public:
  Interruption() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  }

  /// Sleeps; true where it was woken by one of them.
  bool comes_within(std::chrono::nanoseconds time) const {
    const timespec wait{static_cast<time_t>(time / 1s), static_cast<long>((time % 1s).count())};
    return sigtimedwait(&signals_, nullptr, &wait) > 0;
  }

 private:
  sigset_t signals_{};
};

/// Content and all folders of the theme; what it extends may be something else after every change.
std::vector<std::string> watched_folders(const pipeline::Options& options) {
  std::vector<std::string> folders;
  try {
    base::Sources sources;
    base::Diagnostics diagnostics;
    folders = load::theme_folders(options.theme, sources, diagnostics);
  } catch (const base::Failure&) {
    // The build finds the same, and says so.
  }
  folders.push_back(options.theme);
  folders.push_back(options.content);
  return folders;
}

/// Waits for a change of the folders and until it is whole; false where it was interrupted before.
bool wait_for_change(const std::vector<std::string>& folders, const base::Hash& known, const Interruption& interruption) {
  for (;;) {
    const auto begin = Clock::now();
    auto seen = fingerprint(folders);
    if (seen == known) {
      const std::chrono::nanoseconds took = Clock::now() - begin;
      if (interruption.comes_within(std::max<std::chrono::nanoseconds>(between_looks, took * 10))) return false;
      continue;
    }
    while (Clock::now() - begin < patience) {
      if (interruption.comes_within(quiet)) return false;
      const auto next = fingerprint(folders);
      if (next == seen) break;
      seen = next;
    }
    return true;
  }
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all += text;
  return all;
}

Built build(const Options& options, Stage& stage) {
  Built built;
  base::Sources sources;
  base::Diagnostics diagnostics(options.strict);
  pipeline::Progress progress;
  const auto begin = Clock::now();
  std::string failure;
  try {
    auto made = pipeline::make(options.site, progress, sources, diagnostics);
    built.sound = made.result.sound;
    built.pages = made.result.pages;
    if (made.understood) stage.show_translations(translations_page(made.understood->site, diagnostics, options.tongue));
    if (built.sound) stage.show(std::move(made.files));
  } catch (const base::Failure& what) {
    failure = base::to_text(what, options.tongue) + '\n';
  }
  for (const auto& diagnostic : diagnostics.sorted())
    (diagnostic.severity == base::Severity::error ? built.mistakes : built.warnings).push_back(base::to_text(diagnostic, options.tongue) + '\n');
  if (!failure.empty()) built.mistakes.push_back(std::move(failure));
  built.is_shown = stage.look_at([](const Edition& edition) { return !edition.name.empty(); });
  built.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  if (!built.sound) stage.show_mistakes(joined(built.mistakes) + joined(built.warnings));  // over the page one reads from the top
  return built;
}

}  // namespace

void run(const Options& asked, const Listener& listener) {
  const Interruption interruption;
  Stage stage;
  Server server(stage, asked.port, asked.tongue);
  Options options = asked;
  options.site.base_url = "http://localhost:" + std::to_string(server.port()) + "/";
  listener.opened(server.port());

  // What is saved during a build is noticed after it: the fingerprint is older than what was read.
  for (bool is_first = true;; is_first = false) {
    const auto folders = watched_folders(options.site);
    const auto known = fingerprint(folders);
    listener.built(build(options, stage));
    if (is_first) server.begin();
    if (!wait_for_change(folders, known, interruption)) return;
  }
}

}  // namespace serve
