#include "archive/package.h"

#include <algorithm>

#include "base/text.h"

namespace archive {

namespace {

using Why = Trouble::Why;

constexpr std::size_t longest_name = 255, longest_path = 4000;  // bytes

/// Below the folder wherever it lies, and with no sign that means something else on another system.
bool is_safe(std::string_view path) {
  const auto is_odd = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\' || c == ':'; };
  if (path.empty() || path.size() > longest_path || std::ranges::any_of(path, is_odd) || base::first_non_utf8(path)) return false;
  for (std::size_t begin = 0; begin <= path.size();) {
    const auto end = std::min(path.find('/', begin), path.size());
    const auto part = path.substr(begin, end - begin);
    if (part.empty() || part == "." || part == ".." || part.size() > longest_name) return false;
    begin = end + 1;
  }
  return true;
}

bool has_place(std::string_view path, bool is_folder) {
  const auto room = path.substr(0, path.find('/'));
  if (room.size() == path.size() && !is_folder) return path == "README.txt" || path == "report.txt";
  return room == "content" || room == "themes" || room == "public";
}

}  // namespace

const Paths::Known* Paths::put(const std::string& path, bool is_folder) {
  const auto [known, is_new] = known_.try_emplace(base::lower(base::nfc(path)), Known{path, is_folder});
  const bool is_same_folder = is_folder && known->second.is_folder && known->second.path == path;
  return is_new || is_same_folder ? nullptr : &known->second;
}

void Paths::add(const std::string& path, bool is_folder, std::vector<Trouble>& troubles) {
  if (!is_safe(path)) return troubles.push_back({Why::unsafe_path, path});
  if (!has_place(path, is_folder)) return troubles.push_back({Why::foreign_path, path});
  for (auto slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1))
    if (const auto* other = put(path.substr(0, slash), true)) return troubles.push_back({Why::clash, path, other->path});
  if (const auto* other = put(path, is_folder)) return troubles.push_back({Why::clash, path, other->path});
  has_content_ = has_content_ || path == "content/site.yaml";
  has_theme_ = has_theme_ || (path.starts_with("themes/") && path.ends_with("/theme.yaml"));
}

std::vector<base::File> files_of(const std::string& folder, const std::string& as, std::vector<std::string>& left_out) {
  std::vector<base::File> files;
  for (const auto& found : base::list_all(folder)) {
    if (("/" + found.path + "/").find("/.git/") != std::string::npos) continue;
    if (found.type == base::FileType::regular) files.push_back({base::join(as, found.path), base::read(base::join(folder, found.path))});
    else left_out.push_back(base::join(as, found.path));
  }
  return files;
}

std::vector<Trouble> check(std::vector<base::File>& files) {
  std::ranges::sort(files, {}, &base::File::path);
  std::vector<Trouble> troubles;
  Paths paths;
  for (const auto& file : files) paths.add(file.path, false, troubles);
  return troubles;
}

}  // namespace archive
