#include "outputs/outputs.h"

namespace outputs {

std::vector<base::File> media(const model::Site& site, const model::Theme&, const std::vector<base::File>&) {
  std::vector<base::File> files;
  for (const auto& path : site.media) files.push_back({"media/" + path, base::read(base::join(site.content, path))});
  return files;
}

}  // namespace outputs
