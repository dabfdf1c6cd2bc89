#include "checks/anchors.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/tags.h"
#include "base/text.h"

namespace checks {

namespace {

using Ids = std::set<std::string_view>;

/// "`#a`, `#b`"; empty where they are too many to be read.
std::string listed(const Ids& ids) {
  constexpr std::size_t most = 16;
  std::string all;
  if (ids.size() <= most)
    for (const auto& id : ids) all += (all.empty() ? "`#" : ", `#") + std::string(id) + "`";
  return all;
}

}  // namespace

void anchors(const model::Site& site, const std::vector<base::File>& files, base::Diagnostics& diagnostics) {
  std::map<std::string_view, const base::File*> pages;
  for (const auto& file : files) pages.emplace(file.path, &file);
  std::map<std::string, Ids> ids;
  const auto check = [&](const model::AnchorUse& use) {
    const auto page = pages.find(model::file_of(use.url));
    if (page == pages.end()) return true;
    const auto [known, is_new] = ids.try_emplace(use.url);
    if (is_new)
      for (const auto& tag : base::start_tags(page->second->bytes))
        if (const auto id = tag["id"]; !id.empty()) known->second.insert(id);
    if (known->second.contains(use.anchor)) return true;
    base::Diagnostic diagnostic{base::Code::anchor_dead, use.place, {"#" + use.anchor, "/" + use.url}};
    if (const auto near = base::nearest(use.anchor, known->second); !near.empty())
      diagnostic.hint(base::Hint::did_you_mean, {"#" + near});
    else if (const auto all = listed(known->second); !all.empty())
      diagnostic.hint(base::Hint::known_names, {all});
    diagnostics.add(std::move(diagnostic));
    return false;
  };
  for (const auto& use : site.anchors) check(use);
  for (const auto& entries : site.collections)
    if (entries.list && entries.list->declaration->anchor)
      for (const auto& url : entries.list->urls)  // of one mistake in a template, one example a page is enough
        std::ranges::all_of(entries.all, [&](const auto& entry) {
          return check({url, model::anchor_of(entry), entries.list->declaration->anchor->place});
        });
}

}  // namespace checks
