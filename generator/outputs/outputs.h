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
  /// `made`: the pages, and the files of the outputs before it.
  std::vector<base::File> (*make)(const model::Site&, const model::Theme&, const std::vector<base::File>& made);
  bool needs_server = false;  ///< of no use where pages are opened as files
};

/// Every output, in the order in which they are made.
std::span<const Output> all();

std::vector<base::File> assets(const model::Site&, const model::Theme&, const std::vector<base::File>& made);   ///< the theme's files, and its colours as CSS
std::vector<base::File> calendars(const model::Site&, const model::Theme&, const std::vector<base::File>& made);  ///< what `events` and `calendar` of the collections declare (RFC 5545)
std::vector<base::File> data(const model::Site&, const model::Theme&, const std::vector<base::File>& made);     ///< the collections as JSON and CSV, where the theme asks for it
std::vector<base::File> feeds(const model::Site&, const model::Theme&, const std::vector<base::File>& made);    ///< a feed a language, where collections have a `feed` (RFC 4287)
std::vector<base::File> media(const model::Site&, const model::Theme&, const std::vector<base::File>& made);    ///< pictures and documents of the content
/// sw.js, a service worker that keeps the theme's page for when there is no net and all that it links to; and offline.json, these pages by
/// their addresses, in one file for one request. The name by which it keeps them changes when they do.
std::vector<base::File> offline(const model::Site&, const model::Theme&, const std::vector<base::File>& made);
std::vector<base::File> search(const model::Site&, const model::Theme&, const std::vector<base::File>& made);   ///< what a browser searches, where the theme asks for it
std::vector<base::File> sitemap(const model::Site&, const model::Theme&, const std::vector<base::File>& made);  ///< sitemap.xml (sitemaps.org 0.9) and robots.txt

}  // namespace outputs
