#include "checks/addresses.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/file.h"

namespace checks {

namespace {

bool is_linked_to(std::string_view file) { return file.ends_with(".html") || file.ends_with(".pdf") || file.ends_with(".docx") || file.ends_with(".xlsx"); }

/// "vi/a/index.html" → "/vi/a/"
std::string address_of(std::string_view file) {
  constexpr std::string_view index = "index.html";
  if (file == index || file.ends_with("/index.html")) file.remove_suffix(index.size());
  return "/" + std::string(file);
}

std::string_view folder_above(std::string_view url) {
  url.remove_suffix(url.ends_with('/') ? 1 : 0);
  return url.substr(0, url.rfind('/') + 1);
}

/// The one page that is new in the same folder, if there is only one: most likely the old one under another name.
const model::Route* renamed_to(const model::Site& site, const std::string& address, const std::set<std::string_view>& published, base::Place& place) {
  const model::Route* only = nullptr;
  for (const auto& route : site.routes)
    for (std::size_t i = 0; i < route.urls.size(); ++i) {
      if (!route.entry || published.contains(model::file_of(route.urls[i])) || "/" + std::string(folder_above(route.urls[i])) != folder_above(address)) continue;
      if (only) return nullptr;
      only = &route;
      place = route.places[i];
    }
  return only;
}

}  // namespace

void addresses(const model::Site& site, const std::vector<std::string>& published, const std::string& output, const std::vector<base::File>& files,
               base::Sources& sources, base::Diagnostics& diagnostics) {
  std::set<std::string_view> made;
  for (const auto& file : files) made.insert(file.path);
  std::set<std::string> over;  // what had its time: that is meant
  std::map<std::string, base::Place> hidden;
  for (const auto& route : site.hidden_routes) {
    const bool is_over = !route.entry || !route.entry->hidden || route.entry->hidden->why == model::Hidden::Why::over;
    for (const auto& url : route.urls)
      if (is_over) over.insert(url);
      else hidden.emplace(url, route.entry->hidden->place);
  }
  const std::set<std::string_view> before(published.begin(), published.end());
  for (const auto& file : published) {
    if (!is_linked_to(file) || made.contains(file)) continue;
    if (over.contains(address_of(file).substr(1)) || over.contains(std::string(base::folder_of(file)) + "/")) continue;
    const std::string address = address_of(file);
    base::Diagnostic diagnostic{base::Code::address_dies, {&sources.add(base::join(output, file), ""), {}}, {address}};
    if (const auto mark = hidden.find(address.substr(1)); mark != hidden.end()) {
      diagnostic.note(base::Hint::because_here, mark->second);
    } else if (address.ends_with('/')) {
      diagnostic.hint(base::Hint::keep_address, {"aliases: [" + address + "]"});
      base::Place place;
      if (renamed_to(site, address, before, place) && place.source) diagnostic.note(base::Hint::maybe_here, place);
    }
    diagnostics.add(std::move(diagnostic));
  }
}

}  // namespace checks
