#include "templates/compare.h"

#include "base/text.h"
#include "templates/printer.h"

namespace templates {
namespace {

using Form = Operand::Form;

const model::Choice* choice_of(const Operand& operand) { return operand.get<model::Choice>(); }

const model::When* when_of(const Operand& operand) {
  const auto* dated = operand.get<base::Box<model::Dated>>();
  return dated ? &(*dated)->when : nullptr;
}

/// The text by which a value is compared with a text.
std::optional<std::string_view> comparable_text(Rendering& rendering, const Operand& operand) {
  if (operand.is_text()) return operand.text();
  if (operand.form == Form::entry) return operand.entry->id;
  if (operand.form == Form::bundle) {
    for (const Member& member : operand.bundle())
      if (member.name == "name" && member.value.is_text()) return member.value.text();
    return std::nullopt;
  }
  if (const auto* choice = choice_of(operand))
    return choice->option ? std::string_view(choice->option->name) : std::string_view();
  if (operand.get<base::Box<model::Link>>() || operand.get<model::Media>())
    return text_of(rendering, operand, rendering.context.language, "==");
  return std::nullopt;
}

bool equal_lists(Rendering& rendering, const Operand& a, const Operand& b) {
  const Items one(a, rendering.context.language), other(b, rendering.context.language);
  if (one.size() != other.size()) return false;
  for (std::size_t i = 0; i < one.size(); ++i)
    if (!equal(rendering, one[i], other[i])) return false;
  return true;
}

}  // namespace

bool equal(Rendering& rendering, const Operand& left, const Operand& right) {
  const Operand a = spoken(left, rendering.context.language), b = spoken(right, rendering.context.language);
  if (a.is_nothing() || b.is_nothing()) return a.is_nothing() && b.is_nothing();
  if (a.form == Form::boolean || b.form == Form::boolean) return a.form == b.form && a.boolean == b.boolean;
  if (a.form == Form::entry && b.form == Form::entry) return a.entry == b.entry;
  if (a.form == Form::route || b.form == Form::route) return a.form == b.form && a.route == b.route;
  const auto number = amount_of(a), other_number = amount_of(b);
  if (number || other_number) return number && other_number && *number == *other_number;
  if (when_of(a) || when_of(b)) {
    const auto when = date_of(a), other_when = date_of(b);
    return when && other_when && *when == *other_when;
  }
  if (is_list(a, 0) || is_list(b, 0)) return is_list(a, 0) && is_list(b, 0) && equal_lists(rendering, a, b);
  const auto text = comparable_text(rendering, a), other_text = comparable_text(rendering, b);
  if (text && other_text) return *text == *other_text;
  return a.form == Form::value && b.form == Form::value && a.value == b.value;
}

bool contains(Rendering& rendering, const Operand& whole, const Operand& item) {
  const Operand one = spoken(whole, rendering.context.language);
  if (one.is_nothing()) return false;
  if (one.is_text())
    return one.text().find(text_of(rendering, item, rendering.context.language, "in")) != std::string_view::npos;
  if (!is_list(one, rendering.context.language)) {
    rendering.wrong_value("in", one);
    return false;
  }
  const Items items(one, rendering.context.language);
  for (std::size_t i = 0; i < items.size(); ++i)
    if (equal(rendering, items[i], item)) return true;
  return false;
}

std::optional<std::weak_ordering> order(Rendering& rendering, const Operand& left, const Operand& right) {
  const Operand a = spoken(left, rendering.context.language), b = spoken(right, rendering.context.language);
  if (const auto x = amount_of(a), y = amount_of(b); x && y)
    return *x < *y ? std::weak_ordering::less : *x > *y ? std::weak_ordering::greater : std::weak_ordering::equivalent;
  if (a.is_text() && b.is_text()) {
    const std::string& tag = rendering.language().tag;
    return base::sort_key(a.text(), tag) <=> base::sort_key(b.text(), tag);
  }
  if (const auto x = date_of(a), y = date_of(b); x && y) return model::compare(*x, *y);
  return std::nullopt;
}

SortKey sort_key(Rendering& rendering, const Operand& operand, std::string_view what) {
  const Operand one = spoken(operand, rendering.context.language);
  SortKey key;
  if (is_empty(one)) return key;
  if (const auto number = amount_of(one)) {
    key.type = SortKey::Type::number;
    key.number = *number;
  } else if (one.form == Form::boolean) {
    key.type = SortKey::Type::number;
    key.number = one.boolean;
  } else if (const model::When* when = when_of(one)) {
    key.type = SortKey::Type::date;
    key.when = when;
  } else {
    key.type = SortKey::Type::text;
    key.text = base::sort_key(text_of(rendering, one, rendering.context.language, what), rendering.language().tag);
  }
  return key;
}

std::weak_ordering operator<=>(const SortKey& a, const SortKey& b) {
  if (a.type != b.type) return a.type <=> b.type;
  switch (a.type) {
    case SortKey::Type::number:
      return a.number < b.number   ? std::weak_ordering::less
             : a.number > b.number ? std::weak_ordering::greater
                                   : std::weak_ordering::equivalent;
    case SortKey::Type::date: return model::compare(*a.when, *b.when);
    case SortKey::Type::text: return a.text <=> b.text;
    default: return std::weak_ordering::equivalent;
  }
}

std::string identity(Rendering& rendering, const Operand& operand, std::string_view what) {
  const Operand one = spoken(operand, rendering.context.language);
  switch (one.form) {
    case Form::missing:
    case Form::nothing: return "";
    case Form::boolean: return one.boolean ? "yes" : "no";
    case Form::entry:
      return (one.entry->collection ? one.entry->collection->name : std::string()) + "/" + one.entry->id;
    case Form::route: return "page " + (one.route->urls.empty() ? std::string() : one.route->urls.front());
    default: break;
  }
  if (const model::When* when = when_of(one)) return "when " + model::to_edtf(*when);
  if (const auto text = comparable_text(rendering, one)) return "text " + std::string(*text);
  return "shown " + std::string(text_of(rendering, one, rendering.context.language, what));
}

}  // namespace templates
