// What is made of the whole site beside its pages: a table, so that one more channel is one more row.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "model/site.h"
#include "model/theme.h"

namespace outputs {

struct Output {
  std::string_view name;
  std::vector<base::File> (*make)(const model::Site&, const model::Theme&);
};

/// Every output, in the order in which their files are listed.
std::span<const Output> all();

std::vector<base::File> assets(const model::Site&, const model::Theme&);   ///< the theme's files, and its colours as CSS
std::vector<base::File> data(const model::Site&, const model::Theme&);     ///< the collections as JSON and CSV, where the theme asks for it
std::vector<base::File> media(const model::Site&, const model::Theme&);    ///< pictures and documents of the content
std::vector<base::File> sitemap(const model::Site&, const model::Theme&);  ///< sitemap.xml (sitemaps.org 0.9) and robots.txt

}  // namespace outputs
