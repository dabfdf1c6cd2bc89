// What a preview shows at one moment: the last good site, and above it the mistakes that were made since.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/file.h"

namespace serve {

struct Edition {
  std::map<std::string, std::string, std::less<>> files;  ///< of the site: path without a `/` in front → bytes
  std::string name;      ///< a fingerprint of the files; empty before the first good build
  std::string translations;  ///< an HTML page, of the last build that understood the content
  std::string mistakes;  ///< as they stand on the terminal; empty where the last build was good
};

/// The edition that is shown now. One thread puts it there, many look at it and wait for the next one.
class Stage {
 public:
  /// A good build: the site, and no mistakes.
  void show(std::vector<base::File> files);
  /// What is still to be translated, as a page.
  void show_translations(std::string page);
  /// A build with mistakes: the last good site stays.
  void show_mistakes(std::string mistakes);
  /// Nobody waits any longer.
  void close();

  /// What `look` makes of the edition; no other is put there meanwhile.
  template <class Look>
  auto look_at(Look&& look) const {
    const std::lock_guard lock(mutex_);
    return look(edition_);
  }

  /// Counts what was shown, from 1. Comes back when it is another than `known`, after `patience`, or when all is closed.
  std::uint64_t wait(std::uint64_t known, std::chrono::milliseconds patience) const;
  bool is_closed() const;

 private:
  void changed();

  mutable std::mutex mutex_;
  mutable std::condition_variable bell_;
  Edition edition_;
  std::uint64_t count_ = 1;
  bool closed_ = false;
};

}  // namespace serve
