#include "publish/paths.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "base/text.h"
#include "publish/mark.h"
#include "publish/places.h"

namespace publish {
namespace {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using base::Hint;

constexpr std::size_t longest_name = 255;  // bytes, on every file system in use

bool is_plain(std::string_view path) {
  if (path.empty() || path.size() > 4000) return false;
  if (std::any_of(path.begin(), path.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }))
    return false;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part.empty() || part == "." || part == ".." || part.size() > longest_name) return false;
    begin = end + 1;
  }
  return true;
}

/// Every file and folder of the site by its path in lower case.
class Names {
 public:
  explicit Names(std::size_t expected) { known_.reserve(expected); }

  /// The path that stands in the way of this one, or nothing.
  std::string add(std::string_view path, bool folder) {
    const auto [found, fresh] = known_.try_emplace(base::lower(path), Name{path, folder});
    const Name& name = found->second;
    if (fresh || (folder && name.folder && name.path == path)) return {};
    return std::string(name.path) + (name.folder ? "/" : "");
  }

 private:
  struct Name {
    std::string_view path;
    bool folder;
  };
  std::unordered_map<std::string, Name> known_;
};

bool holds(const std::string& folder, const std::string& path) {
  return path == folder || folder == "/" || (path.starts_with(folder) && path[folder.size()] == '/');
}

}  // namespace

void check_paths(std::vector<base::File>& files, Diagnostics& diagnostics) {
  std::sort(files.begin(), files.end(), [](const base::File& a, const base::File& b) { return a.path < b.path; });
  Names known(2 * files.size());
  known.add(mark_name, false);
  std::string_view folder;
  for (const base::File& file : files) {
    const std::string_view path = file.path;
    if (!is_plain(path)) {
      diagnostics.add(Diagnostic{Code::output_path_unsafe, {}, {file.path}});
      continue;
    }
    const auto add = [&](std::string_view part, bool is_folder) {
      const std::string other = known.add(part, is_folder);
      if (other.empty()) return;
      diagnostics.add(Diagnostic{Code::output_collision, {}, {other, std::string(part) + (is_folder ? "/" : "")}});
    };
    // Paths are sorted: of the folders above a file, those that it shares with the file before are known.
    const std::string_view above = base::folder_of(path);
    if (above != folder) {
      for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
        const std::string_view part = path.substr(0, slash);
        if (!(folder.starts_with(part) && (folder.size() == slash || folder[slash] == '/'))) add(part, true);
      }
      folder = above;
    }
    add(path, false);
  }
}

void check_output(const std::string& output, const std::vector<std::string>& inputs, Diagnostics& diagnostics) {
  const std::string to = places(output).output;
  bool apart = true;
  for (const std::string& input : inputs) {
    const std::string from = base::canonical(input);
    if (!holds(from, to) && !holds(to, from)) continue;
    diagnostics.add(Diagnostic{Code::output_overlaps, {}, {output, input}}.hint(Hint::choose_other_output, {"public"}));
    apart = false;
  }
  if (apart && status(to) && !may_replace(to))
    diagnostics.add(Diagnostic{Code::output_foreign, {}, {output}}.hint(Hint::choose_other_output, {"public"}));
}

}  // namespace publish
