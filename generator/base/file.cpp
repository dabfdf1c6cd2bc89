#include "base/file.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "base/failure.h"

namespace base {
namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { closedir(folder); }
};

/// Lists what lies in `folder`, whose path below the searched one is `below`.
void list_into(std::vector<Found>& all, const std::string& folder, const std::string& below, bool with_hidden) {
  const std::unique_ptr<DIR, CloseFolder> open(opendir(folder.c_str()));
  if (!open) throw Failure(Task::read, folder, errno);
  std::vector<std::string> folders;
  errno = 0;
  while (const dirent* entry = readdir(open.get())) {
    const std::string_view name = entry->d_name;
    if (name == "." || name == ".." || (name.starts_with('.') && !with_hidden)) continue;
    unsigned char type = entry->d_type;
    if (type == DT_UNKNOWN) {  // some file systems do not say it here
      struct stat status {};
      if (fstatat(dirfd(open.get()), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        throw Failure(Task::read, join(folder, name), errno);
      type = IFTODT(status.st_mode);
    }
    if (type == DT_DIR)
      folders.emplace_back(name);
    else
      all.push_back({join(below, name), type == DT_REG ? FileType::regular : type == DT_LNK ? FileType::symbolic_link : FileType::other});
    errno = 0;
  }
  if (errno) throw Failure(Task::read, folder, errno);
  for (const std::string& name : folders) list_into(all, join(folder, name), join(below, name), with_hidden);
}

std::vector<Found> sorted_list(const std::string& folder, bool with_hidden) {
  std::vector<Found> all;
  list_into(all, folder, "", with_hidden);
  std::sort(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.path < b.path; });
  return all;
}

}  // namespace

std::vector<Found> list(const std::string& folder) { return sorted_list(folder, false); }
std::vector<Found> list_all(const std::string& folder) { return sorted_list(folder, true); }

bool is_folder(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

bool exists(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0;
}

std::string read(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (file < 0) throw Failure(Task::read, path, errno);
  const auto fail = [&] {
    const int error = errno;
    close(file);
    throw Failure(Task::read, path, error);
  };
  struct stat status {};
  if (fstat(file, &status) != 0) fail();
  std::string bytes;
  std::size_t size = 0;
  // One byte more than the file is said to have, so that its end is seen without growing.
  bytes.resize(static_cast<std::size_t>(std::max<off_t>(status.st_size, 0)) + 1);
  for (;;) {
    const ssize_t got = ::read(file, bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail();
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size == bytes.size()) bytes.resize(size * 2);
  }
  close(file);
  bytes.resize(size);
  return bytes;
}

void write(const std::string& path, std::string_view bytes) {
  std::error_code error;
  if (const auto folder = folder_of(path); !folder.empty()) std::filesystem::create_directories(folder, error);
  if (error) throw Failure(Task::write, path, error.value());
  const std::string beside = join(folder_of(path), "." + std::string(name_of(path)) + ".new");  // no file of content while it is there
  const int file = open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) throw Failure(Task::write, path, errno);
  int failed = 0;
  while (!bytes.empty() && failed == 0) {
    const ssize_t done = ::write(file, bytes.data(), bytes.size());
    if (done >= 0) bytes.remove_prefix(static_cast<std::size_t>(done));
    else if (errno != EINTR) failed = errno;
  }
  if (close(file) != 0 && failed == 0) failed = errno;
  if (failed == 0 && std::rename(beside.c_str(), path.c_str()) != 0) failed = errno;
  if (failed == 0) return;
  unlink(beside.c_str());
  throw Failure(Task::write, path, failed);
}

void remove(const std::string& path) {
  if (unlink(path.c_str()) != 0) throw Failure(Task::remove, path, errno);
}

std::string canonical(const std::string& path) {
  std::error_code error;
  auto found = std::filesystem::weakly_canonical(std::filesystem::absolute(path, error), error);
  // What follows a `..` behind a part that does not exist is seen only in a second walk.
  if (!error) found = std::filesystem::weakly_canonical(found, error);
  if (error) throw Failure(Task::read, path, error.value());
  std::string text = found.string();
  while (text.size() > 1 && text.back() == '/') text.pop_back();
  return text;
}

std::string join(std::string_view folder, std::string_view name) {
  if (folder.empty()) return std::string(name);
  std::string out(folder);
  if (out.back() != '/') out += '/';
  return out.append(name);
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string extension_of(std::string_view path) {
  const std::string_view name = name_of(path);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  std::string extension(name.substr(dot + 1));
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return extension;
}

bool is_dropping(std::string_view path) {
  constexpr std::string_view droppings[] = {".DS_Store", "Thumbs.db", "ehthumbs.db", "desktop.ini"};
  return std::ranges::count(droppings, name_of(path)) > 0;
}

}  // namespace base
