#include "publish/update.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <map>
#include <string>

#include "base/file.h"
#include "base/parallel.h"
#include "publish/mark.h"

namespace publish {
namespace {

using base::Failure;
using base::Task;

timespec time_of(std::int64_t nanoseconds) {
  std::int64_t seconds = nanoseconds / 1'000'000'000, rest = nanoseconds % 1'000'000'000;
  if (rest < 0) --seconds, rest += 1'000'000'000;
  return {static_cast<time_t>(seconds), static_cast<long>(rest)};
}

class Update {
 public:
  Update(const Generation& generation, const std::vector<Wanted>& wanted, int jobs)
      : generation_(generation), wanted_(wanted), jobs_(jobs) {
    std::string_view before;  // paths are sorted: folders that a file shares with the one before are there already
    for (const Wanted& file : wanted_) {
      for (std::string_view folder = base::folder_of(file.path); !folder.empty(); folder = base::folder_of(folder)) {
        if (before.starts_with(folder) && before[folder.size()] == '/') break;
        folders_.emplace_back(folder);
      }
      before = file.path;
    }
    std::sort(folders_.begin(), folders_.end());
  }

  Manifest all() {
    remove(std::string(mark_name), 0);
    remove_files();
    remove_folders();
    make_folders();
    Manifest manifest;
    manifest.root = identity(generation_.root);
    manifest.files.resize(wanted_.size());
    base::parallel(wanted_.size(), jobs_, [&](std::size_t i) { manifest.files[i] = settle(wanted_[i]); });
    manifest.folders = folder_times();
    return manifest;
  }

 private:
  int root() const { return generation_.root.number(); }
  Failure failure(Task task, std::string_view path) const {
    return Failure(task, base::join(generation_.path, path), errno);
  }

  void remove(const std::string& path, int flags) {
    if (unlinkat(root(), path.c_str(), flags) != 0 && errno != ENOENT) throw failure(Task::remove, path);
  }

  bool is_wanted(std::string_view path) const {
    return std::binary_search(wanted_.begin(), wanted_.end(), Wanted{path, {}, {}, {}},
                              [](const Wanted& a, const Wanted& b) { return a.path < b.path; });
  }

  /// What is not wanted, is no plain file, or has a second name somewhere else, which must not change with it.
  void remove_files() {
    std::vector<const Generation::File*> gone;
    for (const Generation::File& file : generation_.files)
      if (file.status.type != Type::file || file.status.shared || !is_wanted(file.path)) gone.push_back(&file);
    base::parallel(gone.size(), jobs_, [&](std::size_t i) { remove(gone[i]->path, 0); });
    shape_changed_ = !gone.empty();
  }

  void remove_folders() {
    for (auto folder = generation_.folders.rbegin(); folder != generation_.folders.rend(); ++folder) {
      if (std::binary_search(folders_.begin(), folders_.end(), folder->path)) continue;
      remove(folder->path, AT_REMOVEDIR);
      shape_changed_ = true;
    }
  }

  /// One `mkdirat` for each that is missing; those of one depth at the same time.
  void make_folders() {
    std::map<std::ptrdiff_t, std::vector<const std::string*>> missing;
    auto there = generation_.folders.begin();
    for (const std::string& folder : folders_) {
      while (there != generation_.folders.end() && there->path < folder) ++there;
      if (there == generation_.folders.end() || there->path != folder)
        missing[std::count(folder.begin(), folder.end(), '/')].push_back(&folder);
    }
    for (const auto& [depth, paths] : missing)
      base::parallel(paths.size(), jobs_, [&, &level = paths](std::size_t i) {
        if (mkdirat(root(), level[i]->c_str(), 0777) != 0 && errno != EEXIST) throw failure(Task::write, *level[i]);
      });
    if (!missing.empty()) shape_changed_ = true;
  }

  /// One file brought to its bytes and its time.
  Manifest::File settle(const Wanted& wanted) {
    const Generation::File* old = generation_.find(wanted.path);
    if (old && (old->status.type != Type::file || old->status.shared)) old = nullptr;
    Manifest::File file{std::string(wanted.path), {}, wanted.hash};
    if (!old || !has_bytes(generation_, *old, wanted)) {
      file.stamp = write(file.path, wanted, old);
    } else if (wanted.kept && old->status.stamp.modified == *wanted.kept) {
      file.stamp = old->status.stamp;
    } else {
      // The same bytes as two sites ago, but other ones were published since: to a reader they are new.
      const timespec times[2] = {{0, UTIME_OMIT}, wanted.kept ? time_of(*wanted.kept) : timespec{0, UTIME_NOW}};
      if (utimensat(root(), file.path.c_str(), times, AT_SYMLINK_NOFOLLOW) != 0)
        throw failure(Task::write, wanted.path);
      const auto now = status(generation_.root, file.path);
      if (!now) throw failure(Task::write, wanted.path);
      file.stamp = now->stamp;
    }
    return file;
  }

  /// In place and then cut, which is far cheaper than truncating first or renaming over the old file.
  Stamp write(const std::string& path, const Wanted& wanted, const Generation::File* old) {
    const int flags = O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | (old ? 0 : O_EXCL);
    const Descriptor file(openat(root(), path.c_str(), flags, 0666));
    if (!file || !write_all(file, wanted.bytes)) throw failure(Task::write, path);
    if (old && old->status.stamp.size > wanted.bytes.size() &&
        ftruncate(file.number(), static_cast<off_t>(wanted.bytes.size())) != 0)
      throw failure(Task::write, path);
    if (wanted.kept) {
      const timespec times[2] = {{0, UTIME_OMIT}, time_of(*wanted.kept)};
      if (futimens(file.number(), times) != 0) throw failure(Task::write, path);
    }
    const auto now = status(file);
    if (!now) throw failure(Task::write, path);
    if (!old) shape_changed_ = true;
    return now->stamp;
  }

  std::vector<Manifest::Folder> folder_times() {
    if (!shape_changed_) return generation_.folders;
    std::vector<Manifest::Folder> all(folders_.size());
    base::parallel(all.size(), jobs_, [&](std::size_t i) {
      const auto found = status(generation_.root, folders_[i]);
      all[i] = {folders_[i], found ? found->stamp.modified : 0};
    });
    return all;
  }

  const Generation& generation_;
  const std::vector<Wanted>& wanted_;
  const int jobs_;
  std::vector<std::string> folders_;  // that the wanted files lie in, sorted
  std::atomic<bool> shape_changed_ = false;
};

}  // namespace

bool has_bytes(const Generation& generation, const Generation::File& file, const Wanted& wanted) {
  if (file.status.type != Type::file || file.status.stamp.size != wanted.bytes.size()) return false;
  if (file.hash) return *file.hash == wanted.hash;
  return read(generation.root, file.path) == wanted.bytes;
}

Manifest update(const Generation& generation, const std::vector<Wanted>& wanted, int jobs) {
  return Update(generation, wanted, jobs).all();
}

}  // namespace publish
