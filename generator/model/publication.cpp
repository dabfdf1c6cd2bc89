#include "model/publication.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

const When* when_in(const Entry& entry, std::string_view field) {
  const Value* value = entry.fields.find(field);
  const auto* dated = value ? value->get<base::Box<Dated>>() : nullptr;
  return dated ? &(*dated)->when : nullptr;
}

bool waits_for_its_days(const Entry& entry) {
  return !entry.hidden || entry.hidden->why == Hidden::Why::not_yet || entry.hidden->why == Hidden::Why::over;
}

}  // namespace

std::string_view name_of(Hidden::Why why) {
  static constexpr std::array<std::string_view, 5> names = {"draft", "not-yet", "over", "to-confirm", "depends"};
  return names[static_cast<std::size_t>(why)];
}

std::vector<Change> changes_after(const Site& site, LocalTime time) {
  std::vector<Change> changes;
  const auto visit = [&](const Entry& entry) {
    if (!waits_for_its_days(entry)) return;
    const When *from = when_in(entry, publish_from_field), *until = when_in(entry, expire_after_field);
    if (const auto at = from ? begin_of(*from) : std::nullopt; at && *at > time) changes.push_back({*at, true, &entry});
    if (const auto at = until ? end_of(*until) : std::nullopt; at && *at > time) changes.push_back({*at, false, &entry});
  };
  for (const auto& entries : site.collections)
    for (const auto* all : {&entries.all, &entries.hidden})
      for (const auto& entry : *all) visit(entry);
  std::ranges::stable_sort(changes, {}, &Change::at);
  return changes;
}

}  // namespace model
