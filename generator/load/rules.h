// The rules of a collection or trait, as a theme declares them.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "load/yaml.h"
#include "model/collection.h"

namespace load {

/// A mapping from names to `{each: duties.agencies, should: …, at: when, say: {vi: …, en: …}, show: …}`; what cannot be
/// understood is reported and left out.
std::vector<model::Rule> read_rules(const Node& node, const std::vector<std::string>& languages, base::Diagnostics& diagnostics);

}  // namespace load
