#include "publish/mark.h"

namespace publish {

bool has_mark(const Descriptor& generation) { return read(generation, std::string(mark_name)) == mark_text; }

bool may_replace(const std::string& path) {
  const auto found = status(path);
  if (!found || found->type != Type::folder) return false;
  const Descriptor folder = open_folder(path);
  return has_mark(folder) || names(folder, "", path).empty();
}

}  // namespace publish
