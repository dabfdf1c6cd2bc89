// Files in one ZIP archive (PKWARE APPNOTE 6.3), written in memory and read with suspicion. libzip is sealed in zip.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"

struct zip;  // of libzip

namespace archive {

/// All files in their order. The same files give the same bytes: every time is 1980-01-01, and nothing tells of the machine. Paths are
/// UTF-8. Throws Failure.
std::string to_zip(const std::vector<base::File>& files);

/// What an archive says of one of its members; none of it has to be true.
struct Member {
  enum class Type { file, folder, other };  ///< other: a symbolic link, a device
  std::string path;        ///< UTF-8; of a folder without its last `/`
  std::uint64_t size = 0;  ///< of its bytes, unpacked
  Type type = Type::file;
  bool encrypted = false;
};

/// An archive that lies on the disk, open for reading.
class Zip {
 public:
  /// Throws Failure where the file cannot be read.
  explicit Zip(const std::string& path);

  /// False where the file is no archive; then it has no members.
  bool is_zip() const { return open_ != nullptr; }
  std::uint64_t size() const { return size_; }  ///< of the archive itself, in bytes
  std::size_t count() const;
  Member member(std::size_t number) const;

  /// Gives the bytes of a member, piece by piece and never more than it says. False where they are not what the archive says: another
  /// size or sum (CRC-32), or packed in a way that is not known. Throws Failure.
  bool read(std::size_t number, const std::function<void(std::string_view)>& take) const;

 private:
  struct Close {
    void operator()(::zip* open) const;
  };
  std::string path_;
  std::uint64_t size_ = 0;
  std::unique_ptr<::zip, Close> open_;
};

}  // namespace archive
