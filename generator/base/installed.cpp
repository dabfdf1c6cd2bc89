#include "base/installed.h"

#include <filesystem>

#include "base/file.h"

namespace base {

std::string installed_themes() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return "";
  const auto folder = canonical(join(program.parent_path().string(), LOA_THEMES));
  return is_folder(folder) ? folder : "";
}

std::string installed_theme(std::string_view name) {
  const auto themes = installed_themes();
  if (themes.empty() || name.empty() || name.starts_with('.') || name.find('/') != name.npos) return "";
  const auto folder = join(themes, name);
  return is_folder(folder) ? folder : "";
}

}  // namespace base
