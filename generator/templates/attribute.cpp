#include "templates/attribute.h"

#include <algorithm>

#include "base/text.h"
#include "base/url.h"
#include "model/publication.h"
#include "templates/address.h"

namespace templates {
namespace {

using Form = Operand::Form;
using Names = std::vector<std::string>;

Operand text(std::string_view text) { return Operand(text); }
Operand day(Rendering& rendering, const std::optional<std::chrono::sys_days>& day) {
  return day ? text(rendering.keep(model::to_iso(*day))) : Operand();
}

Operand unknown(Rendering& rendering, const Operand& operand, std::string_view name, const Names& names) {
  const std::string type = type_name(operand);
  base::Diagnostic mistake{
      base::Code::template_undefined, {}, {(type == "record" ? "" : type + ".") + std::string(name)}};
  constexpr std::size_t few = 20;
  if (const std::string near = base::nearest(name, names); !near.empty()) {
    mistake.hint(base::Hint::did_you_mean, {near});
  } else if (!names.empty() && names.size() <= few) {
    std::string all;
    for (const std::string& one : names) all += (all.empty() ? "" : ", ") + one;
    mistake.hint(base::Hint::known_names, {all});
  }
  rendering.mistake(std::move(mistake));
  return {};
}

/// A bundle of the arena from pairs of name and value.
Operand bundle(Rendering& rendering, std::initializer_list<Member> members) {
  const std::span<Member> copy = rendering.room<Member>(members.size());
  if (copy.size() == members.size()) std::ranges::copy(members, copy.begin());
  return Operand(std::span<const Member>(copy));
}

Operand of_collection(Rendering& rendering, const model::Collection* collection) {
  if (!collection) return {};
  return bundle(rendering, {{"name", text(collection->name)}, {"label", operand(collection->label)}});
}

Operand fields_of(Rendering& rendering, const model::Record& record, const std::vector<model::Field>& declared);

/// One field as a generic page shows it: its name, label, value and kind, the fields of a record, the items of a list.
Operand field_of(Rendering& rendering, const model::Field& field, const Operand& value) {
  std::vector<Operand> items;
  if (field.kind == model::Kind::list && !field.fields.empty()) {
    const Items list(value, rendering.context.language);
    for (std::size_t i = 0; i < list.size(); ++i) items.push_back(field_of(rendering, field.fields.front(), list[i]));
  }
  const auto* record = spoken(value, rendering.context.language).get<model::Record>();
  return bundle(rendering,
                {{"name", text(field.name)},
                 {"label", field.label.is_null() ? text(field.name) : operand(field.label)},
                 {"value", value},
                 {"kind", text(model::name_of(field.kind))},
                 {"fields", record ? fields_of(rendering, *record, field.fields) : Operand(std::span<const Operand>())},
                 {"items", rendering.list(items)}});
}

/// What is said in a record, field by field, without what is empty.
Operand fields_of(Rendering& rendering, const model::Record& record, const std::vector<model::Field>& declared) {
  std::vector<Operand> all;
  for (const auto& [name, value] : record.fields) {
    const auto field = std::ranges::find(declared, name, &model::Field::name);
    const Operand one = operand(value);
    if (field != declared.end() && !field->for_editors && !is_empty(one)) all.push_back(field_of(rendering, *field, one));
  }
  return rendering.list(all);
}

/// The further pages of an entry, by their names.
Operand pages_of(Rendering& rendering, const model::Entry& entry) {
  const std::span<Member> members = rendering.room<Member>(entry.pages.size());
  for (std::size_t i = 0; i < members.size(); ++i) members[i] = {entry.pages[i]->declaration->name, Operand(entry.pages[i])};
  return Operand(std::span<const Member>(members));
}

Operand of_entry(Rendering& rendering, const Operand& operand, std::string_view name) {
  const model::Entry& entry = *operand.entry;
  if (const model::Value* value = entry.fields.find(name)) return templates::operand(*value);
  if (entry.collection && entry.collection->find(name)) return {};
  if (name == "url") return address_of(rendering, operand, rendering.context.language);
  if (name == "id") return text(entry.id);
  if (name == "hidden") return entry.hidden ? text(model::name_of(entry.hidden->why)) : Operand();
  if (name == "unconfirmed") return Operand(entry.unconfirmed);
  if (name == "title_text") return title(entry);
  if (name == "absolute_url") return absolute_address_of(rendering, operand, rendering.context.language);
  if (name == "collection") return of_collection(rendering, entry.collection);
  if (name == "pages") return pages_of(rendering, entry);
  if (name == "fields")
    return entry.collection ? fields_of(rendering, entry.fields, entry.collection->fields) : Operand();
  const auto& own = model::reserved_field_names();
  if (std::ranges::count(own, name)) return {};  // an event, calendar or feed that is not there
  Names names{own.begin(), own.end()};
  for (const auto& [field, value] : entry.fields.fields) names.push_back(field);
  if (entry.collection)
    for (const model::Field& field : entry.collection->fields) names.push_back(field.name);
  return unknown(rendering, operand, name, names);
}

Operand of_route(Rendering& rendering, const Operand& operand, std::string_view name) {
  const model::Route& route = *operand.route;
  if (name == "url") return address_of(rendering, operand, rendering.context.language);
  if (name == "absolute_url") return absolute_address_of(rendering, operand, rendering.context.language);
  if (name == "title") return title(route);
  if (name == "entry") return Operand(route.entry);
  if (name == "collection") return of_collection(rendering, route.collection);
  if (name == "name") {
    if (route.declaration && !route.declaration->name.empty()) return text(route.declaration->name);
    return route.collection ? text(route.collection->name) : Operand();
  }
  return unknown(rendering, operand, name, {"url", "absolute_url", "title", "name", "entry", "collection"});
}

Operand of_date(Rendering& rendering, const Operand& operand, const model::Dated& dated, std::string_view name) {
  if (name == "first") return day(rendering, dated.when.first_day());
  if (name == "last") return day(rendering, dated.when.last_day());
  if (name == "text") return Operand(&dated.text);
  if (name == "note") return Operand(&dated.note);
  if (name == "edtf") return text(rendering.keep(model::to_edtf(dated.when)));
  if (name == "begin" || name == "end") {
    const std::string stated = name == "begin" ? model::stated_begin(dated.when) : model::stated_end(dated.when);
    return stated.empty() ? Operand() : text(rendering.keep(stated));
  }
  if (name == "exact") return Operand(model::is_exact(dated.when));
  if (name == "tba")
    return Operand(dated.when.to_be_announced || std::holds_alternative<model::Announced>(dated.when.value));
  return unknown(rendering, operand, name, {"first", "last", "begin", "end", "exact", "text", "note", "tba", "edtf"});
}

Operand of_quantity(Rendering& rendering, const Operand& operand, const model::Quantity& quantity,
                    std::string_view name) {
  if (name == "value") return Operand(quantity.value);
  if (name == "of") return quantity.of ? Operand(*quantity.of) : Operand();
  if (name == "unit") return Operand(&quantity.unit);
  if (name == "percent") {
    if (quantity.percent) return Operand(quantity.value);
    return quantity.of && *quantity.of != 0 ? Operand(100 * quantity.value / *quantity.of) : Operand();
  }
  return unknown(rendering, operand, name, {"value", "of", "unit", "percent"});
}

Operand of_prose(Rendering& rendering, const Operand& operand, const model::Prose& prose, std::string_view name) {
  if (name != "headings") return unknown(rendering, operand, name, {"headings"});
  std::vector<Operand> all;
  for (const auto& heading : prose.headings)
    all.push_back(
        bundle(rendering,
               {{"level", Operand(double(heading.level))}, {"id", text(heading.id)}, {"text", text(heading.text)}}));
  return rendering.list(all);
}

Operand of_address(Rendering& rendering, const Operand& operand, std::string_view name) {
  if (name == "url") return address_of(rendering, operand, rendering.context.language);
  if (name == "absolute_url") return absolute_address_of(rendering, operand, rendering.context.language);
  const auto* link = operand.get<base::Box<model::Link>>();
  if (link && name == "external") return Operand(!(*link)->route && base::scheme((*link)->address).starts_with("http"));
  if (link) return unknown(rendering, operand, name, {"url", "absolute_url", "external"});
  const auto& path = operand.get<model::Media>()->path;
  if (name == "path") return text(path);
  const auto* picture = rendering.context.site.find_picture(path);
  if (name == "srcset") return picture ? text(rendering.keep(model::srcset(*picture, rendering.context.site.base_path))) : Operand();
  if (name == "width" || name == "height") {
    if (!picture) return {};
    return text(rendering.keep(std::to_string(name == "width" ? picture->largest().width : picture->largest().height)));
  }
  return unknown(rendering, operand, name, {"url", "absolute_url", "path", "srcset", "width", "height"});
}

Operand of_members(Rendering& rendering, const Operand& operand, std::string_view name) {
  Names names;
  for (const Member& member : operand.bundle()) {
    if (member.name == name) return member.value;
    names.emplace_back(member.name);
  }
  return unknown(rendering, operand, name, names);
}

Operand of_value(Rendering& rendering, const Operand& operand, std::string_view name) {
  if (const auto* record = operand.get<model::Record>()) {
    if (const model::Value* value = record->find(name)) return templates::operand(*value);
    Names names;
    for (const auto& [field, value] : record->fields) names.push_back(field);
    return unknown(rendering, operand, name, names);
  }
  if (const auto* dated = operand.get<base::Box<model::Dated>>()) return of_date(rendering, operand, **dated, name);
  if (const auto* quantity = operand.get<base::Box<model::Quantity>>())
    return of_quantity(rendering, operand, **quantity, name);
  if (const auto* prose = operand.get<base::Box<model::Prose>>()) return of_prose(rendering, operand, **prose, name);
  if (operand.get<base::Box<model::Link>>() || operand.get<model::Media>()) return of_address(rendering, operand, name);
  if (const auto* choice = operand.get<model::Choice>()) {
    if (!choice->option) return {};
    if (name == "name") return text(choice->option->name);
    if (name == "label")
      return choice->option->label.is_null() ? text(choice->option->name) : templates::operand(choice->option->label);
    return unknown(rendering, operand, name, {"name", "label"});
  }
  return unknown(rendering, operand, name, {});
}

}  // namespace

Operand attribute(Rendering& rendering, const Operand& operand, std::string_view name) {
  switch (operand.form) {
    case Form::missing:
    case Form::nothing: return {};
    case Form::value: return of_value(rendering, operand, name);
    case Form::entry: return of_entry(rendering, operand, name);
    case Form::route: return of_route(rendering, operand, name);
    case Form::bundle: return of_members(rendering, operand, name);
    case Form::translated: return attribute(rendering, spoken(operand, rendering.context.language), name);
    default: return unknown(rendering, operand, name, {});
  }
}

Operand attribute_path(Rendering& rendering, Operand operand, std::string_view path) {
  for (std::size_t dot; (dot = path.find('.')) != path.npos; path.remove_prefix(dot + 1))
    operand = attribute(rendering, operand, path.substr(0, dot));
  return attribute(rendering, operand, path);
}

Operand item(Rendering& rendering, const Operand& operand, const Operand& key) {
  if (operand.is_nothing()) return {};
  const Operand which = spoken(key, rendering.context.language);
  if (which.is_text()) return attribute(rendering, operand, which.text());
  if (which.form != Form::number) return rendering.wrong_value("[…]", which);
  if (!is_list(operand, rendering.context.language)) return rendering.wrong_value("[…]", operand);
  const Items items(operand, rendering.context.language);
  const bool inside = which.number >= 0 && which.number < double(items.size());
  return inside ? items[static_cast<std::size_t>(which.number)] : Operand();
}

Operand title(const model::Entry& entry) {
  if (entry.collection)
    if (const model::Value* title = entry.fields.find(entry.collection->title))
      if (const Operand one = operand(*title); !is_empty(one)) return one;
  return Operand(std::string_view(entry.id));
}

Operand title(const model::Route& route) {
  if (route.declaration && !route.declaration->title.is_null()) return operand(route.declaration->title);
  if (route.entry) return title(*route.entry);
  return route.collection ? operand(route.collection->label) : Operand();
}

}  // namespace templates
