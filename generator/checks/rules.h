// What a theme asks of the content beyond its fields: the rules beside its collections.
#pragma once

#include <chrono>
#include <optional>

#include "base/diagnostics.h"
#include "model/site.h"
#include "model/theme.h"
#include "templates/templates.h"

namespace checks {

/// Reports every entry, or item of a list, for which a rule of its collection does not hold. `today` is the day by which
/// the rules judge; what is made of the site does not depend on it.
void rules(const model::Site& site, const model::Theme& theme, const templates::Library& library, std::optional<std::chrono::sys_days> today,
           int jobs, base::Diagnostics& diagnostics);

}  // namespace checks
