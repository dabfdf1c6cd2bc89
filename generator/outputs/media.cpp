#include "outputs/outputs.h"

namespace outputs {

std::vector<base::File> media(const model::Site& site, const model::Theme&, const std::vector<base::File>&) {
  std::vector<base::File> files;
  for (const auto& path : site.media)
    if (const auto* picture = site.find_picture(path))
      for (const auto& size : picture->sizes) files.push_back({size.url, size.bytes});
    else
      files.push_back({"media/" + path, base::read(base::join(site.content, path))});
  return files;
}

}  // namespace outputs
