#include "outputs/outputs.h"

namespace outputs {

std::vector<base::File> assets(const model::Site&, const model::Theme& theme, const std::vector<base::File>&) {
  std::vector<base::File> files;
  for (const auto& asset : theme.assets) files.push_back({"assets/" + asset.path, asset.bytes});
  return files;
}

}  // namespace outputs
