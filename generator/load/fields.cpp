#include "load/fields.h"

#include <algorithm>

#include "load/attributes.h"
#include "load/declarations.h"
#include "load/suggest.h"

namespace load {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using base::Hint;
using model::Field;
using model::Kind;

namespace {

using Languages = std::vector<std::string>;

std::optional<Kind> read_kind(const Node& node, Diagnostics& diagnostics) {
  if (node.shape != Node::Shape::scalar) {
    report_shape(node, "kind", "@text", diagnostics);
    return std::nullopt;
  }
  const auto kind = model::kind_named(node.text);
  if (kind) return kind;
  diagnostics.add(suggest({Code::unknown_kind, node.place, {node.text}}, node.text, {model::kind_names().begin(), model::kind_names().end()}));
  return std::nullopt;
}

/// `[a, b]`, or `{a: {vi: …, en: …}}` with labels.
std::vector<model::Option> read_options(const Node& node, const Languages& languages, Diagnostics& diagnostics) {
  std::vector<model::Option> options;
  if (node.shape == Node::Shape::sequence) {
    for (const auto& item : node.items) options.push_back({item.text, {}});
  } else if (node.shape == Node::Shape::mapping) {
    for (const auto& pair : node.pairs) options.push_back({pair.key, declared_text(pair.value, pair.key, languages, diagnostics)});
  } else {
    report_shape(node, "options", "@list", diagnostics);
  }
  return options;
}

base::Place key_place(const Node& mapping, std::string_view key) { return std::ranges::find(mapping.pairs, key, &Node::Pair::key)->key_place; }

Field read_field(std::string name, const Node& node, base::Place place, const Languages& languages, Diagnostics& diagnostics);

/// What the items of a list are: `of: word`, `of: {kind: …}`, or just `fields:` for records.
Field read_item(Attributes& list, const Node& node, base::Place place, const Languages& languages, Diagnostics& diagnostics) {
  const Node* of = list.take("of");
  if (of && of->shape == Node::Shape::mapping) return read_field("", *of, of->place, languages, diagnostics);
  Field item;
  item.place = place;
  if (of) {
    item.kind = read_kind(*of, diagnostics).value_or(Kind::word);
  } else if (node.find("fields")) {
    item.kind = Kind::record;
  } else {
    list.require("of");
  }
  return item;
}

/// Takes the attributes that belong to this kind only; a list hands them to its items.
void read_kind_attributes(Field& field, Attributes& attributes, const Languages& languages, Diagnostics& diagnostics) {
  if (field.kind == Kind::choice)
    if (const Node* options = attributes.require("options")) field.options = read_options(*options, languages, diagnostics);
  if (field.kind == Kind::reference)
    if (const Node* to = attributes.require("to")) {
      field.to = attributes.take_text("to").value_or("");
      field.to_place = to->place;
    }
  if (field.kind == Kind::record)
    if (const Node* fields = attributes.require("fields")) field.fields = read_fields(*fields, "fields", languages, diagnostics);
}

Field read_field(std::string name, const Node& node, base::Place place, const Languages& languages, Diagnostics& diagnostics) {
  Field field;
  field.name = std::move(name);
  field.place = place;
  if (node.shape == Node::Shape::scalar) {
    field.kind = read_kind(node, diagnostics).value_or(Kind::word);
    field.translated = field.kind == Kind::text || field.kind == Kind::prose;
    return field;
  }
  Attributes attributes(node, field.name.empty() ? "of" : field.name, diagnostics);
  const Node* kind = attributes.require("kind");
  const auto understood = kind ? read_kind(*kind, diagnostics) : std::nullopt;
  field.kind = understood.value_or(Kind::word);
  field.required = attributes.take_yes_no("required").value_or(false);
  field.translated = attributes.take_yes_no("translated").value_or(field.kind == Kind::text || field.kind == Kind::prose);
  if (const Node* label = attributes.take("label")) field.label = declared_text(*label, "label", languages, diagnostics);
  if (const Node* help = attributes.take("help")) field.help = declared_text(*help, "help", languages, diagnostics);
  if (const auto year = attributes.take_choice("new_year", {"carry", "clear", "confirm"}))
    field.new_year = *year == "clear" ? model::NewYear::clear : *year == "confirm" ? model::NewYear::confirm : model::NewYear::carry;
  field.search = static_cast<int>(attributes.take_number("search").value_or(0));
  if (field.kind == Kind::list) {
    Field item = read_item(attributes, node, place, languages, diagnostics);
    if (item.fields.empty() && item.options.empty() && item.to.empty()) read_kind_attributes(item, attributes, languages, diagnostics);
    const Node* of = node.find("of");
    if (!of || of->shape != Node::Shape::mapping) item.translated = !field.translated && (item.kind == Kind::text || item.kind == Kind::prose);
    field.fields.push_back(std::move(item));
    for (Field* list = &field; list->kind == Kind::list && !list->fields.empty(); list = &list->fields.front())
      list->fields.front().name = list->name;
  } else {
    read_kind_attributes(field, attributes, languages, diagnostics);
  }
  if (field.kind == Kind::text || field.kind == Kind::prose) field.says = attributes.take_text("says").value_or("");
  if (field.kind == Kind::list || field.kind == Kind::number) {
    field.least = attributes.take_number("min");
    field.most = attributes.take_number("max");
  }
  if (understood)
    for (const auto& attribute : kind_attributes())
      if (node.find(attribute.name) && !std::ranges::count(attribute.kinds, field.kind)) {
        attributes.take(attribute.name);
        diagnostics.add(Diagnostic{Code::attribute_not_for_kind, key_place(node, attribute.name), {std::string(attribute.name), std::string(model::name_of(field.kind))}}
                            .hint(Hint::remove_attribute, {std::string(attribute.name)}));
      }
  if (understood) attributes.finish();
  return field;
}

}  // namespace

const std::vector<KindAttribute>& kind_attributes() {
  static const std::vector<KindAttribute> all = {
      {"options", {Kind::choice, Kind::list}},
      {"to", {Kind::reference, Kind::list}},
      {"fields", {Kind::record, Kind::list}},
      {"of", {Kind::list}},
      {"says", {Kind::text, Kind::prose}},
      {"min", {Kind::number, Kind::list}},
      {"max", {Kind::number, Kind::list}},
  };
  return all;
}

const std::vector<std::string_view>& common_attributes() {
  static const std::vector<std::string_view> all = {"kind", "required", "translated", "label", "help", "new_year", "search"};
  return all;
}

std::vector<Field> read_fields(const Node& node, std::string_view what, const Languages& languages, Diagnostics& diagnostics) {
  std::vector<Field> fields;
  if (node.shape != Node::Shape::mapping) {
    report_shape(node, what, "@mapping", diagnostics);
    return fields;
  }
  for (const auto& pair : node.pairs) {
    if (!model::is_plain_name(pair.key)) {
      diagnostics.add({Code::name_not_plain, pair.key_place, {pair.key, "_"}});
      continue;
    }
    fields.push_back(read_field(pair.key, pair.value, pair.key_place, languages, diagnostics));
  }
  for (const auto& field : fields)
    if (!field.says.empty() && !std::ranges::count(fields, field.says, &Field::name)) {
      std::vector<std::string> names;
      for (const auto& other : fields) names.push_back(other.name);
      diagnostics.add(suggest({Code::unknown_field, field.place, {field.says, std::string(what)}}, field.says, names));
    }
  return fields;
}

}  // namespace load
