// An open file or folder that closes itself, and work on paths below an open folder, which never goes through a
// symbolic link at its end.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/failure.h"

namespace publish {

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor();
  explicit operator bool() const { return number_ >= 0; }
  int number() const { return number_; }

 private:
  int number_;
};

/// What tells cheaply whether a file is as it was left: as git's index does. Times are nanoseconds since 1970.
struct Stamp {
  std::uint64_t size = 0, inode = 0;
  std::int64_t modified = 0;
  bool operator==(const Stamp&) const = default;
};

enum class Type { file, folder, other };

struct Status {
  Type type = Type::other;
  Stamp stamp;
  bool shared = false;  // a file with further names (hard links): to change it would change those too
};

/// Throws Failure where `path` is no folder (a symbolic link is none).
Descriptor open_folder(const std::string& path);

/// Nothing where there is nothing, or no way to it.
std::optional<Status> status(const Descriptor& folder, const std::string& path);
std::optional<Status> status(const std::string& path);
std::optional<Status> status(const Descriptor& file);

/// The names in a folder, `path` below `root` ("" is the root itself), without `.` and `..`; in no order. `shown` is
/// the root's path for a Failure.
std::vector<std::string> names(const Descriptor& root, const std::string& path, const std::string& shown);

/// The bytes of a regular file, or nothing where there is none that can be read.
std::optional<std::string> read(const Descriptor& root, const std::string& path);

/// A file with these bytes and no others, made or written over. Throws Failure that names it below `shown`.
void write_whole(const Descriptor& root, const std::string& path, std::string_view bytes, const std::string& shown);

/// Writes from the file's beginning; false with errno where that fails.
bool write_all(const Descriptor& file, std::string_view bytes);

}  // namespace publish
