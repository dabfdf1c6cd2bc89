// Filters of lists. They look at the items and never copy what the items hold.
#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "templates/attribute.h"
#include "templates/compare.h"
#include "templates/filter_work.h"
#include "templates/printer.h"

namespace templates::work {
namespace {

std::size_t language(const Rendering& rendering) { return rendering.context.language; }

/// The items of the value, or none, with a mistake, where it is no list.
std::vector<Operand> items_of(Rendering& rendering, const Operand& operand, std::string_view what) {
  const Operand one = spoken(operand, language(rendering));
  std::vector<Operand> all;
  if (one.is_nothing()) return all;
  if (!is_list(one, language(rendering))) {
    rendering.wrong_value(what, one);
    return all;
  }
  const Items items(one, language(rendering));
  all.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) all.push_back(items[i]);
  return all;
}

/// The attribute of an item that an argument names; the item itself where none is given.
Operand part(Rendering& rendering, const Operand& item, const Operand& path) {
  if (path.is_nothing()) return item;
  return attribute_path(rendering, item, text_of(rendering, path, language(rendering), "attribute"));
}

}  // namespace

Operand during(Rendering& rendering, Arguments arguments) {
  const Operand asked = spoken(arguments[2], language(rendering));
  const auto window = date_of(asked);
  if (!window) return asked.is_nothing() ? rendering.list({}) : rendering.wrong_value("during", asked);
  const auto is_before = [](const model::When& a, const model::When& b) {
    const auto last = a.last_day(), first = b.first_day();
    return last && first && *last < *first;
  };
  std::vector<Operand> found;
  for (const Operand& item : items_of(rendering, arguments[0], "during")) {
    const auto date = date_of(spoken(part(rendering, item, arguments[1]), language(rendering)));
    if (date && !is_before(*date, *window) && !is_before(*window, *date)) found.push_back(item);
  }
  return rendering.list(found);
}

Operand first(Rendering& rendering, Arguments arguments) {
  const auto items = items_of(rendering, arguments[0], "first");
  return items.empty() ? Operand() : items.front();
}

Operand last(Rendering& rendering, Arguments arguments) {
  const auto items = items_of(rendering, arguments[0], "last");
  return items.empty() ? Operand() : items.back();
}

Operand length(Rendering& rendering, Arguments arguments) {
  const Operand one = spoken(arguments[0], language(rendering));
  if (one.is_nothing()) return Operand(0.0);
  if (one.is_text()) return Operand(double(base::count_characters(one.text())));
  if (!is_list(one, language(rendering))) return rendering.wrong_value("length", one);
  return Operand(double(Items(one, language(rendering)).size()));
}

Operand limit(Rendering& rendering, Arguments arguments) {
  auto items = items_of(rendering, arguments[0], "limit");
  const Operand count = spoken(arguments[1], language(rendering));
  if (count.form != Operand::Form::number || count.number < 0) return rendering.wrong_value("limit", count);
  if (count.number < double(items.size())) items.resize(static_cast<std::size_t>(count.number));
  return rendering.list(items);
}

Operand reverse(Rendering& rendering, Arguments arguments) {
  auto items = items_of(rendering, arguments[0], "reverse");
  std::ranges::reverse(items);
  return rendering.list(items);
}

Operand map(Rendering& rendering, Arguments arguments) {
  auto items = items_of(rendering, arguments[0], "map");
  for (Operand& item : items) item = part(rendering, item, arguments[1]);
  return rendering.list(items);
}

Operand join(Rendering& rendering, Arguments arguments) {
  const auto items = items_of(rendering, arguments[0], "join");
  const std::string_view between = arguments[1].is_nothing()
                                       ? std::string_view(", ")
                                       : text_of(rendering, arguments[1], language(rendering), "join");
  std::string out;
  bool begun = false;
  for (const Operand& item : items) {
    const std::string_view text = text_of(rendering, item, language(rendering), "join");
    if (text.empty()) continue;
    if (begun) out += between;
    out += text;
    begun = true;
  }
  return Operand(rendering.keep(out));
}

Operand sort(Rendering& rendering, Arguments arguments) {
  const auto items = items_of(rendering, arguments[0], "sort");
  const bool down = is_true(arguments[2]);
  std::vector<std::pair<SortKey, Operand>> keyed;
  keyed.reserve(items.size());
  for (const Operand& item : items)
    keyed.emplace_back(sort_key(rendering, part(rendering, item, arguments[1]), "sort"), item);
  std::ranges::stable_sort(keyed, [down](const auto& a, const auto& b) {
    const bool nothing = a.first.type == SortKey::Type::nothing || b.first.type == SortKey::Type::nothing;
    return down && !nothing ? (b.first <=> a.first) < 0 : (a.first <=> b.first) < 0;
  });
  std::vector<Operand> sorted;
  sorted.reserve(keyed.size());
  for (const auto& [key, item] : keyed) sorted.push_back(item);
  return rendering.list(sorted);
}

Operand sum(Rendering& rendering, Arguments arguments) {
  double all = 0;
  for (const Operand& item : items_of(rendering, arguments[0], "sum")) {
    const Operand one = spoken(part(rendering, item, arguments[1]), language(rendering));
    if (one.is_nothing()) continue;
    const auto amount = amount_of(one);
    if (!amount) return rendering.wrong_value("sum", one);
    all += *amount;
  }
  return Operand(all);
}

Operand unique(Rendering& rendering, Arguments arguments) {
  std::set<std::string> seen;
  std::vector<Operand> once;
  for (const Operand& item : items_of(rendering, arguments[0], "unique"))
    if (seen.insert(identity(rendering, item, "unique")).second) once.push_back(item);
  return rendering.list(once);
}

Operand where(Rendering& rendering, Arguments arguments) {
  std::vector<Operand> found;
  for (const Operand& item : items_of(rendering, arguments[0], "where")) {
    const Operand value = part(rendering, item, arguments[1]);
    const bool many = is_list(value, language(rendering)) && !is_list(arguments[2], language(rendering));
    if (many ? contains(rendering, value, arguments[2]) : equal(rendering, value, arguments[2])) found.push_back(item);
  }
  return rendering.list(found);
}

Operand group(Rendering& rendering, Arguments arguments) {
  std::map<std::string, std::size_t> known;
  std::vector<std::pair<Operand, std::vector<Operand>>> groups;
  for (const Operand& item : items_of(rendering, arguments[0], "group")) {
    const Operand key = part(rendering, item, arguments[1]);
    const auto [place, is_new] = known.try_emplace(identity(rendering, key, "group"), groups.size());
    if (is_new) groups.push_back({key, {}});
    groups[place->second].second.push_back(item);
  }
  std::vector<Operand> bundles;
  for (const auto& [key, items] : groups) {
    const std::span<Member> members = rendering.room<Member>(2);
    if (members.size() != 2) break;
    members[0] = {"key", key};
    members[1] = {"items", rendering.list(items)};
    bundles.emplace_back(std::span<const Member>(members));
  }
  return rendering.list(bundles);
}

Operand spread(Rendering& rendering, Arguments arguments) {
  std::vector<Operand> bundles;
  for (const Operand& whole : items_of(rendering, arguments[0], "spread"))
    for (const Operand& item : items_of(rendering, part(rendering, whole, arguments[1]), "spread")) {
      const std::span<Member> members = rendering.room<Member>(3);
      if (members.size() != 3) return rendering.list(bundles);
      members[0] = {"of", whole};
      members[1] = {"name", arguments[1]};
      members[2] = {"item", item};
      bundles.emplace_back(std::span<const Member>(members));
    }
  return rendering.list(bundles);
}

}  // namespace templates::work
