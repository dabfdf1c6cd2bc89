#include "publish/generation.h"

#include <algorithm>
#include <unordered_set>

#include "base/file.h"
#include "base/parallel.h"
#include "publish/mark.h"

namespace publish {
namespace {

template <class Items>
void sort_by_path(Items& items) {
  std::sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
}

/// The walk over one generation.
class Look {
 public:
  Look(Generation& generation, Manifest manifest) : generation_(generation), manifest_(std::move(manifest)) {}

  void all(int jobs) {
    ask_for_the_known(jobs);
    std::vector<std::string> changed = take_folders();
    take_files();
    for (const std::string& folder : changed) read_names(folder);
    sort_by_path(generation_.files);
    sort_by_path(generation_.folders);
  }

 private:
  void ask_for_the_known(int jobs) {
    files_.resize(manifest_.files.size());
    folders_.resize(manifest_.folders.size());
    base::parallel(files_.size(), jobs,
                   [&](std::size_t i) { files_[i] = status(generation_.root, manifest_.files[i].path); });
    base::parallel(folders_.size(), jobs,
                   [&](std::size_t i) { folders_[i] = status(generation_.root, manifest_.folders[i].path); });
  }

  /// Folders that are still folders, all the way up; returns those in which names came or went, the root among them.
  std::vector<std::string> take_folders() {
    std::vector<std::string> changed{""};
    real_.reserve(folders_.size() + 1);
    real_.insert("");
    for (std::size_t i = 0; i < folders_.size(); ++i) {
      const std::string& path = manifest_.folders[i].path;
      if (!real_.contains(base::folder_of(path)) || !folders_[i]) continue;
      if (folders_[i]->type != Type::folder) {  // a file or link took its place
        generation_.files.push_back({path, *folders_[i], false, std::nullopt});
        continue;
      }
      real_.insert(path);
      generation_.folders.push_back({path, folders_[i]->stamp.modified});
      if (folders_[i]->stamp.modified != manifest_.folders[i].modified) changed.push_back(path);
    }
    return changed;
  }

  void take_files() {
    generation_.files.reserve(files_.size());
    for (std::size_t i = 0; i < files_.size(); ++i) {
      const Manifest::File& file = manifest_.files[i];
      if (!files_[i] || !real_.contains(base::folder_of(file.path))) continue;
      if (files_[i]->type == Type::folder) continue;  // it is found by name below: its parent's time has changed
      const bool regular = files_[i]->type == Type::file;
      const bool untouched = regular && files_[i]->stamp == file.stamp;
      const auto hash = untouched ? std::optional(file.hash) : std::nullopt;
      generation_.files.push_back({file.path, *files_[i], regular, hash});
    }
  }

  /// Whether `take_folders` or `take_files` have dealt with a path whose folder is a real one.
  bool is_taken(std::string_view path) const {
    const auto file = std::ranges::lower_bound(manifest_.files, path, {}, &Manifest::File::path);
    if (file != manifest_.files.end() && file->path == path) {
      const auto& found = files_[static_cast<std::size_t>(file - manifest_.files.begin())];
      return found && found->type != Type::folder;
    }
    return std::ranges::binary_search(manifest_.folders, path, {}, &Manifest::Folder::path);
  }

  /// What lies in a folder and was not seen yet, with all below it.
  void read_names(const std::string& folder) {
    for (const std::string& name : names(generation_.root, folder, generation_.path)) {
      const std::string path = base::join(folder, name);
      if (path == mark_name || is_taken(path)) continue;
      const auto found = status(generation_.root, path);
      if (!found) continue;
      if (found->type != Type::folder) {
        generation_.files.push_back({path, *found, false, std::nullopt});
        continue;
      }
      generation_.folders.push_back({path, found->stamp.modified});
      read_names(path);
    }
  }

  Generation& generation_;
  const Manifest manifest_;
  std::vector<std::optional<Status>> files_, folders_;
  std::unordered_set<std::string_view> real_;  // folders of the manifest that are still reached through folders alone
};

}  // namespace

const Generation::File* Generation::find(std::string_view file) const {
  const auto found =
      std::lower_bound(files.begin(), files.end(), file, [](const File& a, std::string_view b) { return a.path < b; });
  return found != files.end() && found->path == file ? &*found : nullptr;
}

Generation look(const std::string& path, std::optional<Manifest> manifest, int jobs) {
  Generation generation;
  generation.path = path;
  generation.root = open_folder(path);
  generation.whole = has_mark(generation.root);
  // Without the mark a build was cut off, and its manifest may speak of other bytes.
  generation.has_manifest = generation.whole && manifest && manifest->root == identity(generation.root);
  Look(generation, generation.has_manifest ? std::move(*manifest) : Manifest()).all(jobs);
  return generation;
}

}  // namespace publish
