#include "model/theme.h"

#include <algorithm>

namespace model {

const Collection* Theme::find(std::string_view name) const {
  const auto found = std::ranges::find(collections, name, &Collection::name);
  return found == collections.end() ? nullptr : &*found;
}

}  // namespace model
