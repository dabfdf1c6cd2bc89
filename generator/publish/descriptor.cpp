#include "publish/descriptor.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>

#include "base/file.h"

namespace publish {
namespace {

using base::Failure;
using base::Task;

Status from(const struct stat& found) {
  Status status;
  status.type = S_ISREG(found.st_mode) ? Type::file : S_ISDIR(found.st_mode) ? Type::folder : Type::other;
  status.stamp = {static_cast<std::uint64_t>(found.st_size), found.st_ino,
                  static_cast<std::int64_t>(found.st_mtim.tv_sec) * 1'000'000'000 + found.st_mtim.tv_nsec};
  status.shared = status.type == Type::file && found.st_nlink > 1;
  return status;
}

std::optional<Status> status_at(int folder, const std::string& path) {
  struct stat found {};
  if (fstatat(folder, path.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0) return std::nullopt;
  return from(found);
}

struct CloseFolder {
  void operator()(DIR* folder) const { closedir(folder); }
};

}  // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0) close(number_);
}

Descriptor open_folder(const std::string& path) {
  Descriptor folder(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!folder) throw Failure(Task::read, path, errno);
  return folder;
}

std::optional<Status> status(const Descriptor& folder, const std::string& path) {
  return status_at(folder.number(), path);
}

std::optional<Status> status(const std::string& path) { return status_at(AT_FDCWD, path); }

std::optional<Status> status(const Descriptor& file) {
  struct stat found {};
  if (fstat(file.number(), &found) != 0) return std::nullopt;
  return from(found);
}

std::vector<std::string> names(const Descriptor& root, const std::string& path, const std::string& shown) {
  const int number =
      openat(root.number(), path.empty() ? "." : path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (number < 0) throw Failure(Task::read, base::join(shown, path), errno);
  const std::unique_ptr<DIR, CloseFolder> folder(fdopendir(number));
  if (!folder) {
    const int error = errno;
    close(number);
    throw Failure(Task::read, base::join(shown, path), error);
  }
  std::vector<std::string> all;
  errno = 0;
  while (const dirent* entry = readdir(folder.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") all.emplace_back(name);
    errno = 0;
  }
  if (errno) throw Failure(Task::read, base::join(shown, path), errno);
  return all;
}

std::optional<std::string> read(const Descriptor& root, const std::string& path) {
  const Descriptor file(openat(root.number(), path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat found {};
  if (!file || fstat(file.number(), &found) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(found.st_size), '\0');
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t got = ::read(file.number(), bytes.data() + at, bytes.size() - at);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return std::nullopt;
    at += static_cast<std::size_t>(got);
  }
  return bytes;
}

bool write_all(const Descriptor& file, std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t done = pwrite(file.number(), bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return false;
    at += static_cast<std::size_t>(done);
  }
  return true;
}

void write_whole(const Descriptor& root, const std::string& path, std::string_view bytes, const std::string& shown) {
  const Descriptor file(
      openat(root.number(), path.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666));
  if (!file || ftruncate(file.number(), 0) != 0 || !write_all(file, bytes))
    throw Failure(Task::write, base::join(shown, path), errno);
}

}  // namespace publish
