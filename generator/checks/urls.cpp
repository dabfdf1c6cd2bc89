#include "checks/urls.h"

#include <string>
#include <unordered_map>

#include "base/text.h"

namespace checks {

namespace {

/// `word/word/`; of a file for all languages the last part has an ending: `404.html`.
bool is_plain(std::string_view url, bool is_file) {
  if (!is_file && !url.ends_with('/')) return false;
  while (!url.empty()) {
    auto part = url.substr(0, url.find('/'));
    url.remove_prefix(std::min(url.size(), part.size() + 1));
    if (is_file && url.empty()) part = part.substr(0, part.rfind('.'));
    if (!base::is_slug(part)) return false;
  }
  return true;
}

/// The address as it could be; empty where nothing can be made of it.
std::string plain(std::string_view url) {
  std::string out = "/";
  while (!url.empty()) {
    const auto part = url.substr(0, url.find('/'));
    url.remove_prefix(std::min(url.size(), part.size() + 1));
    const auto slug = base::slug(part);
    if (slug.empty()) return "";
    out += slug + "/";
  }
  return out;
}

}  // namespace

void urls(const model::Site& site, base::Diagnostics& diagnostics) {
  if (site.routes.empty()) diagnostics.add({base::Code::no_pages, {}});
  std::unordered_map<std::string, base::Place> seen;
  for (const auto& route : site.routes)
    for (std::size_t i = 0; i < route.urls.size(); ++i) {
      const auto& url = route.urls[i];
      if (!is_plain(url, route.for_all_languages())) {
        base::Diagnostic diagnostic{base::Code::url_not_plain, route.places[i], {"/" + url}};
        const auto better = route.for_all_languages() ? "" : plain(url);
        diagnostics.add(better.empty() ? diagnostic : diagnostic.hint(base::Hint::expected_shape, {"`" + better + "`"}));
      }
      const auto [first, is_new] = seen.try_emplace(url, route.places[i]);
      if (!is_new)
        diagnostics.add(base::Diagnostic{base::Code::duplicate_url, route.places[i], {"/" + url}}.note(base::Hint::first_here, first->second));
    }
}

}  // namespace checks
