// When two values are the same, and which one comes first.
#pragma once

#include <compare>
#include <optional>
#include <string>

#include "templates/rendering.h"

namespace templates {

/// A choice is the same as its name, an entry as its id, a date as its EDTF text, a collection as its name.
bool equal(Rendering& rendering, const Operand& a, const Operand& b);

/// Whether `item` is in a list, or a text in a text.
bool contains(Rendering& rendering, const Operand& whole, const Operand& item);

/// Numbers by size, dates by their first and last day, texts as the language sorts; nothing where they do not compare.
std::optional<std::weak_ordering> order(Rendering& rendering, const Operand& a, const Operand& b);

/// By what a list is sorted: what is made once for each item.
struct SortKey {
  enum class Type { number, date, text, nothing } type = Type::nothing;
  double number = 0;
  const model::When* when = nullptr;
  std::string text;
};
SortKey sort_key(Rendering& rendering, const Operand& operand, std::string_view what);
/// Different types in the order of the enum; so what has nothing to sort by comes last.
std::weak_ordering operator<=>(const SortKey& a, const SortKey& b);

/// A text that is the same for two operands where they are equal, for `group` and `unique`.
std::string identity(Rendering& rendering, const Operand& operand, std::string_view what);

}  // namespace templates
