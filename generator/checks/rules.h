// What a theme asks of the content beyond its fields: the rules beside its collections.
#pragma once

#include "base/diagnostics.h"
#include "model/site.h"
#include "model/theme.h"
#include "templates/templates.h"

namespace checks {

/// Reports every entry, or item of a list, for which a rule of its collection does not hold.
void rules(const model::Site& site, const model::Theme& theme, const templates::Library& library, int jobs, base::Diagnostics& diagnostics);

}  // namespace checks
