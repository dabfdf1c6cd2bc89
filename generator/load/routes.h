// Which pages the site has, and at which addresses.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "model/site.h"
#include "model/theme.h"

namespace load {

/// Fills `site.routes` (the theme's pages, then each collection's list and entries) and gives every entry its route.
void add_routes(model::Site& site, const model::Theme& theme, base::Diagnostics& diagnostics);

}  // namespace load
