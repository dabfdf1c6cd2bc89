// A theme's words for one language: `strings/<tag>.yaml`.
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "load/yaml.h"
#include "model/collection.h"
#include "model/language.h"

namespace load {

/// Adds what one file says to a language, over what was there.
void read_strings(const Node& node, model::Language& language, base::Diagnostics& diagnostics);

}  // namespace load
