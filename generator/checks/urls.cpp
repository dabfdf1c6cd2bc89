#include "checks/urls.h"

#include <algorithm>
#include <set>
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

/// An address from before may have been any but one that leads out of the site or into what the program itself makes.
bool may_lead_on(std::string_view file) {
  const bool has_odd = std::ranges::any_of(file, [](unsigned char c) { return c <= 0x20 || c == 0x7F || c == '\\' || c == ':' || c == '?' || c == '#' || c == '%' || c == '"' || c == '<' || c == '>' || c == '|' || c == '*'; });
  if (has_odd || file.starts_with("assets/") || file.starts_with("media/") || file.starts_with("data/")) return false;
  while (!file.empty()) {
    const auto part = file.substr(0, file.find('/'));
    file.remove_prefix(std::min(file.size(), part.size() + 1));
    if (part.empty() || part.starts_with('.')) return false;
  }
  return true;
}

/// The folders of all addresses, from the outermost to the address itself.
std::set<std::string> folders_of(const model::Site& site) {
  std::set<std::string> folders;
  for (const auto& route : site.routes)
    for (const auto& url : route.urls)
      for (auto slash = url.find('/'); slash != url.npos; slash = url.find('/', slash + 1)) folders.insert(url.substr(0, slash + 1));
  return folders;
}

/// Whether a folder of an address is that of another but for its capitals: not every disk can have both.
bool differs_in_capitals(std::string_view url, const std::set<std::string>& folders) {
  for (auto slash = url.find('/'); slash != url.npos; slash = url.find('/', slash + 1)) {
    const auto folder = url.substr(0, slash + 1);
    if (const auto lower = base::lower(folder); lower != folder && folders.contains(lower)) return true;
  }
  return false;
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
  const auto folders = site.redirects.empty() ? std::set<std::string>() : folders_of(site);
  for (const auto& redirect : site.redirects) {
    if (differs_in_capitals(redirect.url, folders)) {
      diagnostics.add(base::Diagnostic{base::Code::url_not_plain, redirect.place, {"/" + redirect.url}}.hint(base::Hint::expected_shape, {"`/" + base::lower(redirect.url) + "`"}));
      continue;
    }
    if (const auto file = model::file_of(redirect.url); redirect.url.empty() || !may_lead_on(file)) {
      diagnostics.add(base::Diagnostic{base::Code::url_not_plain, redirect.place, {"/" + redirect.url}}.hint(base::Hint::expected_shape, {"`/" + site.languages.front().tag + "/…/`"}));
      continue;
    }
    const auto [first, is_new] = seen.try_emplace(redirect.url, redirect.place);
    if (!is_new) diagnostics.add(base::Diagnostic{base::Code::duplicate_url, redirect.place, {"/" + redirect.url}}.note(base::Hint::first_here, first->second));
  }
}

}  // namespace checks
