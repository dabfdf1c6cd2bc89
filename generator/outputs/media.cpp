#include <set>

#include "load/content.h"
#include "outputs/outputs.h"

namespace outputs {

std::vector<base::File> media(const model::Site& site, const model::Theme&, const std::vector<base::File>&) {
  std::vector<base::File> files;
  std::set<std::string> shown;  // two files that are the same picture are published as one
  for (const auto& path : site.media)
    if (const auto* picture = site.find_picture(path)) {
      for (const auto& size : picture->sizes)
        if (shown.insert(size.url).second) files.push_back({size.url, size.bytes});
    } else if (load::media_type(path) != load::MediaType::picture) {  // never a picture as it was taken
      files.push_back({"media/" + path, base::read(base::join(site.content, path))});
    }
  return files;
}

}  // namespace outputs
