#include "load/commented.h"

#include <algorithm>

#include "load/yaml_page.h"
#include "load/yaml_slips.h"

namespace load {

void report_commented_keys(const std::vector<model::Field>& fields, const Node& mapping, base::Diagnostics& diagnostics) {
  const auto is_of_field = [&](std::string_view comment) {
    return std::ranges::any_of(fields, [&](const auto& field) { return comment.ends_with(" " + field.name + ":") || comment.ends_with("#" + field.name + ":"); });
  };
  for (const auto& [key, key_place, list] : mapping.pairs)
    for (std::size_t i = 1; i < list.items.size(); ++i) {
      const base::Place item = list.items[i].place;
      if (!item.source) continue;
      const Page page(*item.source, base::whole(*item.source));
      const base::Span line = page.line(item.span.begin);
      if (!page.is_dash(page.words(line).begin) || page.behind_dashes(line).begin != item.span.begin) continue;
      const auto slip = commented_key(page, line);
      if (slip && is_of_field(slip->arguments.front())) diagnostics.add(*slip);
    }
}

}  // namespace load
