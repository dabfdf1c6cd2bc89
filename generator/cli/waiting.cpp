#include "cli/waiting.h"

#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <iostream>
#include <mutex>

#include "cli/words.h"

namespace cli {

namespace {

void speak_until(const std::stop_token& stop, const pipeline::Progress& progress, base::Tongue tongue) {
  using namespace std::chrono_literals;
  std::mutex mutex;
  std::condition_variable_any bell;
  std::unique_lock lock(mutex);
  const auto asked_to_stop = [&stop] { return stop.stop_requested(); };
  if (bell.wait_for(lock, stop, 1s, asked_to_stop)) return;
  do {
    const std::size_t pages = progress.pages;
    const std::string words = pages == 0 ? std::string(words::reading.in(tongue))
                                         : base::fill(words::pages_of.in(tongue), {std::to_string(progress.pages_done), std::to_string(pages)});
    std::cerr << "\r\033[K" << words << std::flush;
  } while (!bell.wait_for(lock, stop, 100ms, asked_to_stop));
  std::cerr << "\r\033[K" << std::flush;
}

}  // namespace

Waiting::Waiting(const pipeline::Progress& progress, base::Tongue tongue) {
  if (isatty(STDERR_FILENO))
    thread_ = std::jthread([&progress, tongue](const std::stop_token& stop) { speak_until(stop, progress, tongue); });
}

}  // namespace cli
