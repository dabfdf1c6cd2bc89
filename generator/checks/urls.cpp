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

/// Who has an address, in words of the author's: the entry, or the page of the theme.
std::string owner(const model::Route& route) {
  return route.entry ? "`" + route.entry->id + "`" : "`" + route.declaration->name + "`";
}

}  // namespace

void urls(const model::Site& site, base::Diagnostics& diagnostics) {
  std::unordered_map<std::string, const model::Route*> seen;
  for (const auto& route : site.routes)
    for (const auto& url : route.urls) {
      if (!is_plain(url, route.for_all_languages())) diagnostics.add({base::Code::url_not_plain, route.place, {"/" + url}});
      const auto [first, is_new] = seen.try_emplace(url, &route);
      if (!is_new)
        diagnostics.add(base::Diagnostic{base::Code::duplicate_url, route.place, {"/" + url, owner(*first->second)}}.note(base::Hint::first_here, first->second->place));
    }
}

}  // namespace checks
