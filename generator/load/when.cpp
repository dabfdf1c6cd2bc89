#include "load/when.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "load/attributes.h"
#include "load/parts.h"
#include "load/suggest.h"
#include "load/when_meant.h"

namespace load {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using base::Hint;
using model::Dated;
using model::Field;
using model::Kind;
using model::Value;

namespace {

constexpr std::string_view spans = "P15D, P2W, P1M, P1Y";

/// "dự kiến tháng 7/2027", "about 7/2027": the date with the sign of EDTF for what such words say of it.
std::string with_doubt(std::string edtf, std::string_view written) {
  const auto folded = base::fold(written);
  const auto says = [&](std::string_view words) { return folded.find(words) != folded.npos; };
  const char* sign = says("du kien") || says("expected") || says("?") ? "?" : says("khoang") || says("about") || says("~") ? "~" : "";
  const auto slash = std::min(edtf.find('/'), edtf.size());
  return edtf.substr(0, slash).append(sign).append(edtf.substr(slash)).append(slash < edtf.size() ? sign : "");
}

std::optional<model::When> read_date(const Node& node, Diagnostics& diagnostics) {
  auto read = model::parse_when(node.text);
  if (auto* when = std::get_if<model::When>(&read)) return std::move(*when);
  auto mistake = std::get<model::WhenMistake>(read);
  const auto numbers = numbers_in(node.text);
  const bool is_short = numbers.size() == 2 && numbers[0].size() <= 2 && numbers[1].size() <= 2 && node.text.size() <= 5;  // "31/6"
  if (is_short) mistake.part = node.text;
  if (const auto meant = meant_date(node.text); !meant.empty()) {
    diagnostics.add(Diagnostic{Code::when_not_understood, node.place, {node.text}}.hint(Hint::did_you_mean, {with_doubt(meant, node.text)}));
    return std::nullopt;
  }
  if (const auto meant = as_edtf(numbers); !meant.empty())
    if (const auto reread = model::parse_when(meant); const auto* wrong = std::get_if<model::WhenMistake>(&reread)) mistake = {wrong->trouble, node.text};
  const Code code = mistake.trouble == model::WhenTrouble::no_such_day       ? Code::when_no_such_day
                    : mistake.trouble == model::WhenTrouble::ends_before_start ? Code::when_ends_before_start
                                                                               : Code::when_not_understood;
  base::Place place = node.place;
  if (const auto at = std::string_view(node.place.source->text).substr(place.span.begin, place.span.end - place.span.begin).find(mistake.part);
      at != std::string_view::npos && !mistake.part.empty())
    place.span = {static_cast<std::uint32_t>(place.span.begin + at), static_cast<std::uint32_t>(place.span.begin + at + mistake.part.size())};
  Diagnostic diagnostic{code, place, {mistake.part.empty() ? node.text : mistake.part}};
  if (code == Code::when_no_such_day)
    if (const auto meant = nearest_day(numbers); !meant.empty()) diagnostic.hint(Hint::did_you_mean, {meant});
  if (code == Code::when_not_understood) diagnostic.hint(Hint::write_date_like, {std::string(date_examples)});
  diagnostics.add(std::move(diagnostic));
  return std::nullopt;
}

void collect_last_days(const Value& value, bool& pending, std::optional<std::chrono::sys_days>& last) {
  model::for_each_value(value, [&](const Value& one) {
    const auto* dated = one.get<base::Box<Dated>>();
    if (!dated) return;
    const auto& when = (*dated)->when;
    if (const auto* relative = std::get_if<model::Relative>(&when.value); relative && !relative->anchor) pending = true;
    if (const auto day = when.last_day(); day && (!last || *day > *last)) last = day;
  });
}

/// The value at a path like `sessions.when`: the names after a list lead into each of its items, so that the list stands
/// for all of them; a number picks one item, `sessions.1` the first.
const Value* at_path(const model::Record& fields, std::string_view path) {
  const auto dot = path.find('.');
  const Value* value = fields.find(path.substr(0, dot));
  if (!value || dot == path.npos) return value;
  path.remove_prefix(dot + 1);
  if (const auto* list = value->get<model::List>()) {
    const auto number = path.substr(0, path.find('.'));
    if (number.find_first_not_of("0123456789") != number.npos) return value;
    std::size_t at = 0;
    std::from_chars(number.data(), number.data() + number.size(), at);
    if (at < 1 || at > list->size()) return nullptr;
    value = &(*list)[at - 1];
    if (number.size() == path.size()) return value;
    path.remove_prefix(number.size() + 1);
  }
  const auto* record = value->get<model::Record>();
  return record ? at_path(*record, path) : nullptr;
}

std::vector<std::string> names_of(const model::Entry& entry) {
  std::vector<std::string> names;
  for (const auto& [name, value] : entry.fields.fields) names.push_back(name);
  return names;
}

}  // namespace

Value read_when(const Field& field, const Node& node, const Surroundings& around) {
  Dated dated;
  if (node.shape == Node::Shape::scalar) {
    auto when = read_date(node, around.diagnostics);
    if (!when) return {};
    dated.when = std::move(*when);
    return {base::Box<Dated>(std::move(dated)), node.place};
  }
  if (node.shape != Node::Shape::mapping) {
    report_shape(node, field.name, "@text", around.diagnostics);
    return {};
  }
  auto record = read_record(when_fields(), node, field.name, {}, around);
  const auto text = [&](std::string_view name) {
    auto* translated = record.find(name)->get<model::Translated>();
    return translated ? std::move(*translated) : model::Translated();
  };
  dated.text = text("text");
  dated.note = text("note");
  base::Place place = node.place;  // of a relative date: what it comes after
  const bool* tba = record.find("tba")->get<bool>();
  const Node* date = node.find("date");
  const Node* before = node.find("before");
  const Node* within = node.find("within");
  for (const Node* other : {before, within})
    if (const Node* first = date ? date : before; first && other && other != first)
      around.diagnostics.add(Diagnostic{Code::when_not_understood, other->place, {other->text}}.note(Hint::first_here, first->place));
  if (date) {
    auto when = read_date(*date, around.diagnostics);
    if (!when) return {};
    dated.when = std::move(*when);
  } else if (before) {
    const auto day = model::parse_day(before->text);
    if (!day || before->text == "0000-01-01") {  // there is no day before that one
      around.diagnostics.add(Diagnostic{Code::when_not_understood, before->place, {before->text}}.hint(Hint::write_date_like, {"2024-07-12"}));
      return {};
    }
    dated.when = model::before(*day);
  } else if (within) {
    auto span = model::parse_span(within->text);
    const std::string* after = record.find("after")->get<std::string>();
    if (!span) around.diagnostics.add(Diagnostic{Code::when_not_understood, within->place, {within->text}}.hint(Hint::write_date_like, {std::string(spans)}));
    if (!after) around.diagnostics.add(Diagnostic{Code::missing_field, node.place, {"after", field.name}}.hint(Hint::add_colon, {"after"}));
    if (!span || !after) return {};
    span->after = *after;
    dated.when.value = std::move(*span);
    place = node.find("after")->place;
  } else if (!tba && dated.text.languages.empty()) {
    around.diagnostics.add(Diagnostic{Code::missing_field, node.place, {"date", field.name}}.hint(Hint::add_colon, {"date"}));
    return {};
  }
  dated.when.to_be_announced = tba && *tba;
  return {base::Box<Dated>(std::move(dated)), place};
}

void anchor_relative_dates(model::Entry& entry, Diagnostics& diagnostics) {
  struct Waiting {
    model::Relative* relative;
    base::Place place;
  };
  std::vector<Waiting> waiting;
  for (auto& [name, field] : entry.fields.fields)
    model::for_each_value(field, [&](Value& value) {
      if (auto* dated = value.get<base::Box<Dated>>())
        if (auto* relative = std::get_if<model::Relative>(&(*dated)->when.value)) waiting.push_back({relative, value.place});
    });
  for (bool progress = true; progress && !waiting.empty();) {
    progress = false;
    std::erase_if(waiting, [&](const Waiting& one) {
      const Value* after = at_path(entry.fields, one.relative->after);
      if (!after) {
        diagnostics.add(suggest({Code::unknown_field, one.place, {one.relative->after, entry.collection->name}}, one.relative->after, names_of(entry)));
        return true;
      }
      bool pending = false;
      std::optional<std::chrono::sys_days> last;
      collect_last_days(*after, pending, last);
      if (pending) return false;
      one.relative->anchor = last;
      if (const model::When when{*one.relative}; when.last_day() && *when.last_day() > std::chrono::sys_days(std::chrono::year(9999) / 12 / 31)) {
        one.relative->anchor.reset();
        diagnostics.add({Code::when_no_such_day, one.place, {model::to_edtf(when)}});
      }
      return progress = true;
    });
  }
  for (const auto& one : waiting) diagnostics.add({Code::relative_when_loop, one.place, {one.relative->after}});
}

}  // namespace load
