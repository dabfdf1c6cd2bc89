#include "archive/unpack.h"

#include <stdlib.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>

#include "archive/zip.h"
#include "base/failure.h"

namespace archive {

namespace fs = std::filesystem;

namespace {

using base::Failure;
using base::Task;
using Why = Trouble::Why;

/// A folder that nobody else knows, beside the one that is to be; it goes with all that is left in it.
class Workplace {
 public:
  explicit Workplace(const std::string& beside) {
    std::string name = base::join(std::string(base::folder_of(beside)) + "/", "." + std::string(base::name_of(beside)) + ".XXXXXX");
    if (!mkdtemp(name.data())) throw Failure(Task::write, beside, errno);
    path_ = name;
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;
  ~Workplace() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  /// The folder in it that becomes the one that is to be; only its inside is private.
  std::string result() const { return path_ + "/whole"; }

 private:
  std::string path_;
};

void make_folder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) throw Failure(Task::write, path, error.value());
}

std::vector<Trouble> troubles_of(const Zip& zip, const std::string& path, const Limits& limits) {
  if (!zip.is_zip()) return {{Why::no_zip, path}};
  if (zip.count() > limits.files) return {{Why::too_many, path}};
  std::vector<Trouble> troubles;
  Paths paths;
  const std::uint64_t most = std::min(limits.bytes, limits.free_bytes + limits.ratio * zip.size());
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < zip.count(); ++i) {
    const auto member = zip.member(i);
    if (member.encrypted) troubles.push_back({Why::encrypted, member.path});
    if (member.type == Member::Type::other) troubles.push_back({Why::no_file, member.path});
    else paths.add(member.path, member.type == Member::Type::folder, troubles);
    if (member.size > most - bytes) return {{Why::too_large, path}};
    bytes += member.size;
  }
  if (troubles.empty() && !paths.are_whole()) troubles.push_back({Why::no_package, path});
  return troubles;
}

bool write(const Zip& zip, std::size_t number, const std::string& path) {
  errno = 0;
  std::ofstream out(path, std::ios::binary);
  const bool is_whole = zip.read(number, [&](std::string_view piece) { out.write(piece.data(), static_cast<std::streamsize>(piece.size())); });
  out.close();
  if (!out) throw Failure(Task::write, path, errno);
  return is_whole;
}

}  // namespace

Unpacked unpack(const std::string& path, const std::string& into, const Limits& limits) {
  Unpacked unpacked;
  const Zip zip(path);
  unpacked.troubles = troubles_of(zip, path, limits);
  if (!unpacked.troubles.empty()) return unpacked;

  // Beyond this point every path is safe, and all together is of a size that was agreed to.
  const std::string target = base::canonical(into);
  const Workplace workplace(target);
  const std::string whole = workplace.result();
  make_folder(whole);
  for (std::size_t i = 0; i < zip.count(); ++i) {
    const auto member = zip.member(i);
    const std::string here = base::join(whole, member.path);
    make_folder(member.type == Member::Type::folder ? here : std::string(base::folder_of(here)));
    if (member.type == Member::Type::folder) continue;
    if (!write(zip, i, here)) unpacked.troubles.push_back({Why::damaged, member.path});
    ++unpacked.files;
    unpacked.bytes += member.size;
  }
  if (unpacked.troubles.empty() && rename(whole.c_str(), target.c_str()) != 0) throw Failure(Task::write, into, errno);
  return unpacked;
}

}  // namespace archive
