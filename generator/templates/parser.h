// Templates read into trees, each by itself: nothing here knows whether what they name exists.
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "templates/syntax.h"

namespace templates {

/// Reads a template. After a mistake it goes on behind the tag, so that all mistakes are found at once.
Template parse(std::string name, const base::Source& source, base::Diagnostics& diagnostics);

}  // namespace templates
