// A theme folder, and those that it extends, as one Theme.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"
#include "load/settings.h"
#include "model/theme.h"

namespace load {

/// Reads `folder` and what it extends, then the collections that content adds. Mistakes are added to `diagnostics`; what was
/// understood is in the theme all the same. Throws Failure where a folder cannot be read.
model::Theme theme(const std::string& folder, const std::string& content, const Settings& settings, base::Sources& sources,
                   base::Diagnostics& diagnostics);

/// The folders of a theme, the nearest first, as far as they can be followed.
std::vector<std::string> theme_folders(const std::string& folder, base::Sources& sources, base::Diagnostics& diagnostics);

}  // namespace load
