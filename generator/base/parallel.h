// The same work on many things, on several threads, with results that do not depend on how many.
#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace base {

/// Calls `work(i)` once for every i below `count`, on up to `jobs` threads (the caller's among them). The first
/// exception stops the rest and is thrown again here.
/// A thread takes `chunk` of them at a time: few where each is much work.
template <class Work>
void parallel(std::size_t count, int jobs, Work&& work, std::size_t chunk = 16) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr thrown;
  std::mutex mutex;
  const auto run = [&] {
    try {
      for (std::size_t begin; (begin = next.fetch_add(chunk)) < count;)
        for (std::size_t i = begin; i < count && i < begin + chunk; ++i) work(i);
    } catch (...) {
      next = count;
      const std::lock_guard lock(mutex);
      if (!thrown) thrown = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < static_cast<std::size_t>(jobs > 1 ? jobs : 1) && i * chunk < count; ++i) threads.emplace_back(run);
    run();
  }
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace base
