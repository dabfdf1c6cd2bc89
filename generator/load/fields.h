// One field of a collection, as declared: its kind and its attributes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "load/yaml.h"
#include "model/collection.h"

namespace load {

/// A mapping from names to declarations; what cannot be understood is reported and left out.
std::vector<model::Field> read_fields(const Node& node, std::string_view what, const std::vector<std::string>& languages,
                                      base::Diagnostics& diagnostics);

/// The attributes that only some kinds have, for documentation and tests: "options" of `choice`, and so on.
struct KindAttribute {
  std::string_view name;
  std::vector<model::Kind> kinds;
};
const std::vector<KindAttribute>& kind_attributes();

/// The attributes that every kind has.
const std::vector<std::string_view>& common_attributes();

}  // namespace load
