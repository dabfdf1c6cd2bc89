#include "checks/said.h"

namespace checks {

using model::Value;

std::string_view text_of(const Value& value) {
  if (const auto* text = value.get<std::string>()) return *text;
  const auto* prose = value.get<base::Box<model::Prose>>();
  return prose ? (*prose)->text() : std::string_view();
}

base::Place place_of(const Value& value, std::string_view part) {
  base::Place place = value.place;
  if (!place.source) return place;
  std::size_t begin = place.span.begin, end = place.span.end;
  if (const auto* prose = value.get<base::Box<model::Prose>>(); prose && (*prose)->place.source) {
    begin = (*prose)->place.span.begin;
    end = std::max(end, begin + 2 * (*prose)->text().size());  // with its indentation
  }
  const auto at = std::string_view(place.source->text).substr(0, end).find(part, begin);
  if (at != std::string_view::npos) place.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
  return place;
}

const model::List* checked_in(const model::Entry& entry) {
  const Value* field = entry.fields.find(model::checked_field);
  return field ? field->get<model::List>() : nullptr;
}

}  // namespace checks
