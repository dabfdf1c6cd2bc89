#include "templates/operand.h"

#include <algorithm>
#include <string>
#include <type_traits>

namespace templates {

using Form = Operand::Form;

Operand operand(const model::Value& value) {
  return std::visit(
      [&](const auto& data) {
        using T = std::remove_cvref_t<decltype(data)>;
        if constexpr (std::is_same_v<T, std::monostate>)
          return Operand();
        else if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, double>)
          return Operand(data);
        else if constexpr (std::is_same_v<T, std::string>)
          return Operand(std::string_view(data));
        else if constexpr (std::is_same_v<T, model::Reference>)
          return Operand(data.entry);
        else if constexpr (std::is_same_v<T, const model::Entry*> || std::is_same_v<T, const model::Route*>)
          return Operand(data);
        else if constexpr (std::is_same_v<T, model::Translated>)
          return Operand(&data);
        else {
          Operand made;
          made.form = Form::value;
          made.value = &value;
          return made;
        }
      },
      value.data);
}

Said say(const model::Translated& translated, std::size_t language) {
  const auto& all = translated.languages;
  if (language < all.size() && !all[language].is_null()) return {operand(all[language]), language, false};
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!all[i].is_null()) return {operand(all[i]), i, true};
  return {{}, language, false};
}

Operand spoken(const Operand& operand, std::size_t language) {
  return operand.form == Form::translated ? say(*operand.translated, language).value : operand;
}

Items::Items(const Operand& list, std::size_t language) {
  const Operand one = spoken(list, language);
  if (one.form == Form::list) {
    operands_ = one.operands;
    size_ = one.size;
  } else if (const auto* values = one.get<model::List>()) {
    values_ = values->data();
    size_ = values->size();
  }
}

bool is_list(const Operand& operand, std::size_t language) {
  const Operand one = spoken(operand, language);
  return one.form == Form::list || one.get<model::List>();
}

namespace {

bool is_empty_value(const model::Value& value) {
  if (const auto* html = value.get<base::Html>()) return html->text().empty();
  if (const auto* list = value.get<model::List>()) return list->empty();
  if (const auto* prose = value.get<base::Box<model::Prose>>())
    return (*prose)->markdown.empty() && (*prose)->html.text().empty();
  if (const auto* record = value.get<model::Record>())
    return std::ranges::all_of(record->fields, [](const auto& field) { return is_empty(operand(field.second)); });
  return false;
}

}  // namespace

std::optional<double> amount_of(const Operand& operand) {
  if (operand.form == Operand::Form::number) return operand.number;
  if (const auto* quantity = operand.get<base::Box<model::Quantity>>()) return (*quantity)->value;
  return std::nullopt;
}

std::optional<model::When> date_of(const Operand& operand) {
  if (const auto* dated = operand.get<base::Box<model::Dated>>()) return (*dated)->when;
  if (!operand.is_text()) return std::nullopt;
  auto read = model::parse_when(operand.text());
  if (auto* when = std::get_if<model::When>(&read)) return std::move(*when);
  return std::nullopt;
}

bool is_empty(const Operand& operand) {
  switch (operand.form) {
    case Form::missing:
    case Form::nothing: return true;
    case Form::text:
    case Form::address:
    case Form::list:
    case Form::bundle: return operand.size == 0;
    case Form::translated:
      return std::ranges::all_of(operand.translated->languages,
                                 [](const auto& one) { return is_empty(templates::operand(one)); });
    case Form::value: return is_empty_value(*operand.value);
    default: return false;
  }
}

bool is_true(const Operand& operand) {
  if (operand.form == Form::boolean) return operand.boolean;
  if (operand.form == Form::number) return operand.number != 0;
  if (operand.form == Form::translated)
    return std::ranges::any_of(operand.translated->languages,
                               [](const auto& one) { return is_true(templates::operand(one)); });
  return !is_empty(operand);
}

std::string type_name(const Operand& operand) {
  switch (operand.form) {
    case Form::missing:
    case Form::nothing: return "none";
    case Form::boolean: return "yes-no";
    case Form::number: return "number";
    case Form::text: return "text";
    case Form::address: return "link";
    case Form::list: return "list";
    case Form::bundle: return "record";
    case Form::entry: return operand.entry->collection ? operand.entry->collection->name : "entry";
    case Form::route: return "page";
    case Form::translated: return type_name(say(*operand.translated, 0).value);
    case Form::value: break;
  }
  constexpr std::pair<bool (*)(const model::Value&), std::string_view> names[] = {
      {[](const model::Value& v) { return v.get<base::Html>() != nullptr; }, "HTML"},
      {[](const model::Value& v) { return v.get<model::List>() != nullptr; }, "list"},
      {[](const model::Value& v) { return v.get<model::Record>() != nullptr; }, "record"},
      {[](const model::Value& v) { return v.get<base::Box<model::Dated>>() != nullptr; }, "when"},
      {[](const model::Value& v) { return v.get<base::Box<model::Prose>>() != nullptr; }, "prose"},
      {[](const model::Value& v) { return v.get<model::Choice>() != nullptr; }, "choice"},
      {[](const model::Value& v) { return v.get<base::Box<model::Quantity>>() != nullptr; }, "quantity"},
      {[](const model::Value& v) { return v.get<base::Box<model::Link>>() != nullptr; }, "link"},
      {[](const model::Value& v) { return v.get<model::Media>() != nullptr; }, "file"},
  };
  for (const auto& [is, name] : names)
    if (is(*operand.value)) return std::string(name);
  return "value";
}

}  // namespace templates
