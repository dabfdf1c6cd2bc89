// Every page of the site, as files.
#pragma once

#include <atomic>
#include <vector>

#include "base/diagnostics.h"
#include "base/file.h"
#include "model/site.h"
#include "model/theme.h"
#include "templates/templates.h"

namespace render {

/// One file for each page and language, in the order of the routes, on up to `jobs` threads. `done` counts up with the pages.
std::vector<base::File> pages(const model::Site& site, const model::Theme& theme, const templates::Library& library, int jobs,
                              std::atomic<std::size_t>& done, base::Diagnostics& diagnostics);

/// One file for each address that a page had before, made by the theme's `redirect` as a page that leads on.
std::vector<base::File> redirects(const model::Site& site, const model::Theme& theme, const templates::Library& library, base::Diagnostics& diagnostics);

}  // namespace render
