#include "model/value.h"

namespace model {

std::string_view Prose::text() const {
  if (!markdown.empty() || !line_for_line || !place.source) return markdown;
  return std::string_view(place.source->text).substr(place.span.begin, place.span.end - place.span.begin);
}

const Value* Record::find(std::string_view name) const {
  for (const auto& [key, value] : fields)
    if (key == name) return &value;
  return nullptr;
}

Value* Record::find(std::string_view name) { return const_cast<Value*>(std::as_const(*this).find(name)); }

void Record::set(std::string_view name, Value value) {
  if (Value* there = find(name))
    *there = std::move(value);
  else
    fields.emplace_back(std::string(name), std::move(value));
}

}  // namespace model
