// Lines of a list whose key is still a comment: without it they belong, in silence, to the list above.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "load/yaml.h"
#include "model/collection.h"

namespace load {

/// Reports every comment `# name:` of one of these fields between the items of a list in a mapping.
void report_commented_keys(const std::vector<model::Field>& fields, const Node& mapping, base::Diagnostics& diagnostics);

}  // namespace load
