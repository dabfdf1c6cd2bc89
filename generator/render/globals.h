// The names that every template can use, and what they stand for on a page. docs/templates.md tells them to theme authors.
#pragma once

#include <string>
#include <vector>

#include "model/site.h"
#include "model/theme.h"

namespace render {

/// All names, those of the page and the shared ones.
const std::vector<std::string>& global_names();

/// `site`, `collections`, `datasets`, `pages`, `today`: the same on all pages. `collections` has the entries of each collection by its
/// name, and of all collections that take a trait by the trait's; `datasets` is empty where the theme publishes no data.
model::Record shared_globals(const model::Site& site, const model::Theme& theme);

/// `pages` of one language: every page of the theme and every list, by name.
model::Record pages_global(const model::Site& site);

/// `page`, `entry`, `entries`, `collection`, `language`, `languages`.
model::Record own_globals(const model::Site& site, const model::Route& route, std::size_t language);

}  // namespace render
