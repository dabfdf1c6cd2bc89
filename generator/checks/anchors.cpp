#include "checks/anchors.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/text.h"

namespace checks {

namespace {

/// The value of every `id="…"` of a page.
std::set<std::string, std::less<>> ids_of(std::string_view html) {
  constexpr std::string_view mark = " id=\"";
  std::set<std::string, std::less<>> ids;
  for (auto at = html.find(mark); at != html.npos; at = html.find(mark, at)) {
    at += mark.size();
    const auto end = html.find('"', at);
    if (end == html.npos) break;
    ids.emplace(html.substr(at, end - at));
  }
  return ids;
}

/// "`#a`, `#b`"; empty where they are too many to be read.
std::string listed(const std::set<std::string, std::less<>>& ids) {
  constexpr std::size_t most = 16;
  std::string all;
  if (ids.size() <= most)
    for (const auto& id : ids) all += (all.empty() ? "`#" : ", `#") + id + "`";
  return all;
}

}  // namespace

void anchors(const model::Site& site, const std::vector<base::File>& files, base::Diagnostics& diagnostics) {
  if (site.anchors.empty()) return;
  std::map<std::string_view, const base::File*> pages;
  for (const auto& file : files) pages.emplace(file.path, &file);
  std::map<std::string, std::set<std::string, std::less<>>> ids;
  for (const auto& use : site.anchors) {
    const auto page = pages.find(model::file_of(use.url));
    if (page == pages.end()) continue;
    const auto [known, is_new] = ids.try_emplace(use.url);
    if (is_new) known->second = ids_of(page->second->bytes);
    if (known->second.contains(use.anchor)) continue;
    base::Diagnostic diagnostic{base::Code::anchor_dead, use.place, {"#" + use.anchor, "/" + use.url}};
    if (const auto near = base::nearest(use.anchor, known->second); !near.empty())
      diagnostic.hint(base::Hint::did_you_mean, {"#" + near});
    else if (const auto all = listed(known->second); !all.empty())
      diagnostic.hint(base::Hint::known_names, {all});
    diagnostics.add(std::move(diagnostic));
  }
}

}  // namespace checks
