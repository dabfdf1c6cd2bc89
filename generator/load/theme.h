// A theme folder, and those that it extends, as one Theme.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"
#include "load/settings.h"
#include "model/theme.h"

namespace load {

/// Reads `folder` and what it extends, then the collections that content adds. Mistakes are added to `diagnostics`; nothing
/// where a parent or a file of YAML could not be read, so that most of what follows would be mistakes too. Throws Failure.
std::optional<model::Theme> theme(const std::string& folder, const std::string& content, const Settings& settings, base::Sources& sources,
                   base::Diagnostics& diagnostics);

/// The folders of a theme, the nearest first, as far as they can be followed.
std::vector<std::string> theme_folders(const std::string& folder, base::Sources& sources, base::Diagnostics& diagnostics);

}  // namespace load
