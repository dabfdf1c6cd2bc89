#include "load/values.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/url.h"
#include "load/attributes.h"
#include "load/commented.h"
#include "load/content.h"
#include "load/own_fields.h"
#include "load/parts.h"
#include "load/suggest.h"
#include "load/when.h"
#include "load/yaml_slips.h"

namespace load {

using base::Code;
using base::Diagnostic;
using base::Hint;
using model::Field;
using model::Kind;
using model::Value;

namespace {

std::string example_of(Kind kind) {
  switch (kind) {
    case Kind::number: return "12, 1.5";
    case Kind::quantity: return "12, 90%, 144/200";
    case Kind::yes_no: return "yes, no, có, không";
    case Kind::phone: return "\"111\", \"0205 3812 345\"";
    case Kind::email: return "ten@example.org";
    default: return "";
  }
}

/// "1.500" and "12,000", as people write thousands: "1500", "12000". Read as it is, 1.500 would be one and a half. Empty for any other text.
std::string without_thousands(std::string_view text) {
  const auto first = text.find_first_not_of("0123456789");
  if (first == text.npos || first == 0 || first > 3 || text[0] == '0' || (text[first] != '.' && text[first] != ',')) return "";
  std::string digits(text.substr(0, first));
  for (std::size_t at = first; at < text.size(); at += 4) {
    const auto group = text.substr(at, 4);
    if (group.size() != 4 || group[0] != text[first] || group.find_first_not_of("0123456789", 1) != group.npos) return "";
    digits += group.substr(1);
  }
  return digits;
}

Diagnostic wrong_kind(const Field& field, const Node& node) {
  Diagnostic diagnostic{Code::wrong_kind, node.place, {node.text, field.name, std::string(model::name_of(field.kind))}};
  const auto example = example_of(field.kind);
  return example.empty() ? diagnostic : diagnostic.hint(Hint::expected_shape, {example});
}

Value read_untranslated(const Field& field, const Node& node, const Surroundings& around);

/// "1 … 5", "≥ 1", "≤ 5"
std::string range_of(const Field& field) {
  if (!field.most) return fmt::format("≥ {}", *field.least);
  return field.least ? fmt::format("{} … {}", *field.least, *field.most) : fmt::format("≤ {}", *field.most);
}

bool is_outside(double number, const Field& field) {
  return (field.least && number < *field.least) || (field.most && number > *field.most);
}

/// Blanks, or the dots of a form that was not filled in: "………".
bool says_nothing(std::string_view text) {
  constexpr std::string_view ellipsis = "…";
  while (!text.empty()) {
    if (!text.starts_with(ellipsis) && std::string_view(" \t\n._").find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(text.starts_with(ellipsis) ? ellipsis.size() : 1);
  }
  return true;
}

bool is_empty(const Node& node) { return node.shape == Node::Shape::nothing || (node.shape == Node::Shape::scalar && says_nothing(node.text)); }

/// A mapping of which some key is a language.
bool names_languages(const Node& node, const Surroundings& around) {
  if (node.shape != Node::Shape::mapping) return false;
  for (const auto& pair : node.pairs)
    for (const auto& language : around.site.languages)
      if (pair.key == language.tag) return true;
  return false;
}

/// Nothing is written for the field, or nothing in any language.
bool says_nothing(const Field& field, const Node& node, const Surroundings& around) {
  return is_empty(node) || (field.translated && names_languages(node, around) && std::ranges::all_of(node.pairs, [](const auto& pair) { return is_empty(pair.value); }));
}

/// "vi: …, en: …"
std::string each_language(const Surroundings& around) {
  std::string all;
  for (const auto& language : around.site.languages) all += (all.empty() ? "" : ", ") + language.tag + ": …";
  return all;
}

Value read_prose(const Node& node) {
  model::Prose prose;
  prose.markdown = node.text;
  const TextPlace at = text_place(node);
  prose.place = at.place;
  prose.line_for_line = at.line_for_line;
  prose.indent = at.indent;
  return {base::Box<model::Prose>(std::move(prose)), node.place};
}

Value read_phone(const Field& field, const Node& node, const Surroundings& around) {
  const auto digits = std::ranges::count_if(node.text, [](char c) { return c >= '0' && c <= '9'; });
  if (digits < 3 || digits > 15 || node.text.find_first_not_of("0123456789 .-+()") != std::string::npos) {
    around.diagnostics.add(wrong_kind(field, node));
    return {};
  }
  return {node.text, node.place};
}

Value read_email(const Field& field, const Node& node, const Surroundings& around) {
  const auto at = node.text.find('@');
  const bool good = at != std::string::npos && at > 0 && node.text.find('@', at + 1) == std::string::npos &&
                    node.text.find('.', at) != std::string::npos && !node.text.ends_with('.') &&
                    node.text.find_first_of(" \t\n<>\"'(),:;[]\\") == std::string::npos;
  if (good) return {node.text, node.place};
  around.diagnostics.add(wrong_kind(field, node));
  return {};
}

Value read_link(const Node& node, const Surroundings& around) {
  if (!base::scheme(node.text).empty() || node.text.starts_with("//"))
    if (base::is_of_this_machine(node.text) || base::check_link(node.text) != base::LinkTrouble::none) {
      around.diagnostics.add(refused_link(node.text, node.place));
      return {};
    }
  return {base::Box<model::Link>({node.text, nullptr, ""}), node.place};
}

Value read_choice(const Field& field, const Node& node, const Surroundings& around) {
  for (const auto& option : field.options)
    if (option.name == node.text) return {model::Choice{&option}, node.place};
  std::vector<Known> known;
  for (const auto& option : field.options) known.push_back({option.name, &option.label});
  around.diagnostics.add(suggest_known({Code::unknown_option, node.place, {node.text, field.name}}, node.text, known));
  return {};
}

Value read_reference(const Field& field, const Node& node, const Surroundings& around) {
  const model::Entries* entries = around.site.find(field.to);
  if (!entries) return {};  // the declaration is at fault
  const model::Entry* published = entries->find(node.text);
  if (const auto* found = published ? published : entries->find_hidden(node.text)) return {model::Reference{node.text, found}, node.place};
  if (!entries->whole) return {};
  std::vector<Known> known;
  for (const auto& entry : entries->all) known.push_back({entry.id});
  around.diagnostics.add(suggest_known({Code::reference_to_nothing, node.place, {node.text, field.to}}, node.text, known));
  return {};
}

Value read_media(const Node& node, bool picture, const Surroundings& around) {
  if (!base::scheme(node.text).empty() || node.text.find('\\') != std::string::npos) {
    around.diagnostics.add(base::is_of_this_machine(node.text) ? refused_link(node.text, node.place)
                           : picture                           ? remote_picture(node.text, node.place)
                                                               : Diagnostic{Code::missing_file, node.place, {node.text}}.hint(Hint::move_into_content));
    return {};
  }
  const auto type = media_type(node.text);
  if (type == MediaType::none || (picture && type != MediaType::picture)) {
    around.diagnostics.add(Diagnostic{picture ? Code::image_type : Code::file_type, node.place, {node.text}}.hint(Hint::known_names, {media_types(picture)}));
    return {};
  }
  const auto path = content_path(node.text, around.folder);
  if (std::ranges::binary_search(around.media, path)) return {model::Media{path}, node.place};
  around.diagnostics.add(missing_file({picture ? Code::image_missing : Code::missing_file, node.place, {node.text}}, path, around.site.content, around.media));
  return {};
}

Value read_image(const Node& node, const Surroundings& around) {
  return {read_record(image_fields(), node, "image", {}, around), node.place};
}

Value read_scalar(const Field& field, const Node& node, const Surroundings& around) {
  switch (field.kind) {
    case Kind::text:
    case Kind::word: return {node.text, node.place};
    case Kind::prose: return read_prose(node);
    case Kind::phone: return read_phone(field, node, around);
    case Kind::email: return read_email(field, node, around);
    case Kind::link: return read_link(node, around);
    case Kind::choice: return read_choice(field, node, around);
    case Kind::reference: return read_reference(field, node, around);
    case Kind::file: return read_media(node, false, around);
    case Kind::image: return read_media(node, true, around);
    case Kind::yes_no:
      if (const auto answer = parse_yes_no(node.text)) return {*answer, node.place};
      break;
    case Kind::number:
      if (const auto meant = without_thousands(node.text); !meant.empty()) {
        around.diagnostics.add(Diagnostic{Code::wrong_kind, node.place, {node.text, field.name, std::string(model::name_of(field.kind))}}.hint(Hint::did_you_mean, {meant}));
        return {};
      }
      if (const auto number = parse_number(node.text)) {
        if (is_outside(*number, field)) around.diagnostics.add({Code::number_out_of_range, node.place, {node.text, range_of(field)}});
        return {*number, node.place};
      }
      break;
    default: break;
  }
  around.diagnostics.add(wrong_kind(field, node));
  return {};
}

std::optional<model::Quantity> parse_quantity(std::string_view text) {
  model::Quantity quantity;
  if (text.ends_with('%')) {
    quantity.percent = true;
    text.remove_suffix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
  }
  const auto slash = text.find('/');
  const auto value = parse_number(text.substr(0, slash));
  if (!value) return std::nullopt;
  quantity.value = *value;
  if (slash == text.npos) return quantity;
  quantity.of = parse_number(text.substr(slash + 1));
  return quantity.of ? std::optional(quantity) : std::nullopt;
}

Value read_quantity(const Field& field, const Node& node, const Surroundings& around) {
  if (node.shape == Node::Shape::scalar) {
    const auto slash = node.text.find('/');
    const auto whole = without_thousands(std::string_view(node.text).substr(0, slash)), of = slash == std::string::npos ? "" : without_thousands(std::string_view(node.text).substr(slash + 1));
    if (!whole.empty() || !of.empty()) {
      const auto part = [](const std::string& read, std::string_view written) { return read.empty() ? std::string(written) : read; };
      const std::string_view text = node.text;
      around.diagnostics.add(Diagnostic{Code::wrong_kind, node.place, {node.text, field.name, std::string(model::name_of(field.kind))}}.hint(Hint::did_you_mean, {part(whole, text.substr(0, slash)) + (slash == text.npos ? "" : "/" + part(of, text.substr(slash + 1)))}));
      return {};
    }
    if (auto quantity = parse_quantity(node.text)) return {base::Box<model::Quantity>(std::move(*quantity)), node.place};
    around.diagnostics.add(wrong_kind(field, node));
    return {};
  }
  if (node.shape != Node::Shape::mapping) {
    report_shape(node, field.name, "@text", around.diagnostics);
    return {};
  }
  auto record = read_record(quantity_fields(), node, field.name, {}, around);
  model::Quantity quantity;
  if (const double* value = record.find("value")->get<double>()) quantity.value = *value;
  if (const double* of = record.find("of")->get<double>()) quantity.of = *of;
  if (auto* unit = record.find("unit")->get<model::Translated>()) quantity.unit = std::move(*unit);
  return {base::Box<model::Quantity>(std::move(quantity)), node.place};
}

Value read_list(const Field& field, const Node& node, const Surroundings& around) {
  if (node.shape != Node::Shape::sequence) {
    report_shape(node, field.name, "@list", around.diagnostics);
    return {};
  }
  const Field& item = field.fields.front();  // never a copy: a choice points into it
  model::List list;
  for (const auto& one : node.items)
    if (auto value = read_value(item, one, around); !value.is_null()) list.push_back(std::move(value));
  if (is_outside(static_cast<double>(node.items.size()), field))
    around.diagnostics.add({Code::list_length, node.place, {field.name, std::to_string(node.items.size()), range_of(field)}});
  return {std::move(list), node.place};
}

/// Reports what is neither a text nor a mapping that its kind reads, with what was most likely meant.
void report_unfit(const Field& field, const Node& node, const Surroundings& around) {
  const bool is_picture = field.kind == Kind::image, is_text = field.kind == Kind::text || field.kind == Kind::prose;
  const auto written = std::string_view(node.place.source->text).substr(node.place.span.begin, node.place.span.end - node.place.span.begin);
  Diagnostic diagnostic = wrong_shape(node, field.name, is_picture ? "@mapping" : "@text");
  if (is_picture && node.shape == Node::Shape::scalar)
    diagnostic.hint(Hint::expected_shape, {"`{src: " + node.text + ", alt: …}`"});
  else if (names_languages(node, around))
    diagnostic.hint(Hint::same_in_all_languages);
  else if (is_text && written.starts_with('[') && written.ends_with(']'))
    diagnostic.hint(Hint::wrap_in_quotes, {std::string(written)});
  around.diagnostics.add(std::move(diagnostic));
}

Value read_untranslated(const Field& field, const Node& node, const Surroundings& around) {
  switch (field.kind) {
    case Kind::list: return read_list(field, node, around);
    case Kind::record: return {read_record(field.fields, node, field.name, {}, around), node.place};
    case Kind::when: return read_when(field, node, around);
    case Kind::quantity: return read_quantity(field, node, around);
    case Kind::image:
      if (node.shape == Node::Shape::mapping) return read_image(node, around);
      if (field.name != "src") break;
      return read_scalar(field, node, around);
    default:
      if (node.shape == Node::Shape::scalar) return read_scalar(field, node, around);
  }
  report_unfit(field, node, around);
  return {};
}

/// A language in which the text has no value is a mistake, unless it has none in any: then what was written is one.
void report_missing_languages(const model::Translated& text, std::string_view field, const Node& node, const Surroundings& around) {
  if (std::ranges::all_of(text.languages, &Value::is_null)) return;
  for (std::size_t i = 0; i < text.languages.size(); ++i) {
    const Node* said = names_languages(node, around) ? node.find(around.site.languages[i].tag) : nullptr;
    if (!text.languages[i].is_null() || (said && !is_empty(*said))) continue;
    const auto& tag = around.site.languages[i].tag;
    Diagnostic diagnostic{Code::missing_translation, node.place, {std::string(field), tag}};
    around.diagnostics.add(names_languages(node, around) ? diagnostic.hint(Hint::add_colon, {tag})
                                                         : diagnostic.hint(Hint::give_each_language, {each_language(around)}));
  }
}

/// A mapping from languages to values, or one value: in the default language, or that of the Markdown file.
Value read_translated(const Field& field, const Node& node, const Surroundings& around) {
  const auto& languages = around.site.languages;
  model::Translated text;
  text.languages.resize(languages.size());
  if (!names_languages(node, around)) {
    for (const auto& language : languages)
      if (node.shape == Node::Shape::scalar && node.style == Node::Style::plain && node.place.source && node.text.starts_with(language.tag + ":")) {
        around.diagnostics.add(missing_colon({*node.place.source, base::whole(*node.place.source)}, node.place.span));
        return {};
      }
    if (node.shape == Node::Shape::mapping && (field.kind == Kind::text || field.kind == Kind::prose || field.kind == Kind::word)) {
      around.diagnostics.add(Diagnostic{Code::wrong_shape, node.place, {field.name, "@text", "@mapping"}}.hint(Hint::give_each_language, {each_language(around)}));
      return {};
    }
    text.languages[around.language.value_or(0)] = read_untranslated(field, node, around);
  } else {
    for (const auto& pair : node.pairs) {
      const auto language = std::ranges::find(languages, pair.key, &model::Language::tag);
      if (language == languages.end()) {
        std::vector<std::string> tags;
        for (const auto& one : languages) tags.push_back(one.tag);
        around.diagnostics.add(Diagnostic{Code::unknown_language, pair.key_place, {pair.key}}.hint(Hint::known_names, {listed(tags)}));
      } else if (!is_empty(pair.value)) {
        text.languages[static_cast<std::size_t>(language - languages.begin())] = read_untranslated(field, pair.value, around);
      }
    }
  }
  if (!around.language && field.name != model::slug_field) report_missing_languages(text, field.name, node, around);
  return {std::move(text), node.place};
}

/// Reports every key that is no field; gives the fields that these keys were most likely meant to be.
std::vector<std::string> report_unknown(const std::vector<Field>& fields, const Node& node, std::string_view of_what, const Surroundings& around) {
  std::vector<std::string> meant;
  for (const auto& pair : node.pairs) {
    if (std::ranges::count(fields, pair.key, &Field::name)) continue;
    std::vector<Known> known;
    for (const auto& field : fields) known.push_back({field.name, &field.label});
    const bool is_language = std::ranges::count(around.site.languages, pair.key, &model::Language::tag) > 0;
    const bool is_of_picture = of_what == "image" && std::ranges::count(picture_fields({}), pair.key, &Field::name) > 0;
    Diagnostic unknown{Code::unknown_field, pair.key_place, {pair.key, std::string(of_what)}};
    auto diagnostic = is_language     ? std::move(unknown.hint(Hint::indent_below, {pair.key}))
                      : is_of_picture ? std::move(unknown.hint(Hint::write_into, {base::join(base::join(around.site.content, around.folder), pictures_file), pair.key}))
                                      : suggest_known(std::move(unknown), pair.key, known);
    if (!diagnostic.remarks.empty() && diagnostic.remarks.front().hint == Hint::did_you_mean) meant.push_back(diagnostic.remarks.front().arguments.front());
    around.diagnostics.add(std::move(diagnostic));
  }
  return meant;
}

}  // namespace

Value read_value(const Field& field, const Node& node, const Surroundings& around) {
  if (says_nothing(field, node, around)) return {};
  return field.translated ? read_translated(field, node, around) : read_untranslated(field, node, around);
}

model::Record read_record(const std::vector<Field>& fields, const Node& node, std::string_view of_what, const std::vector<std::string>& given,
                          const Surroundings& around) {
  model::Record record;
  record.fields.reserve(fields.size());
  const bool is_mapping = node.shape == Node::Shape::mapping, is_wrong = !is_mapping && node.shape != Node::Shape::nothing;
  if (is_wrong) report_shape(node, of_what, "@mapping", around.diagnostics);
  report_commented_keys(fields, node, around.diagnostics);
  const auto misspelt = report_unknown(fields, node, of_what, around);
  for (const auto& field : fields) {
    const Node* said = node.find(field.name);
    const bool is_given = std::ranges::count(given, field.name) > 0;
    if (said && is_given) {
      const auto pair = std::ranges::find(node.pairs, field.name, &Node::Pair::key);
      around.diagnostics.add(Diagnostic{Code::given_by_file, pair->key_place, {field.name}}.hint(Hint::remove_attribute, {field.name}));
    }
    record.fields.emplace_back(field.name, said && !is_given ? read_value(field, *said, around) : Value());
    const bool is_missed = field.required && !is_given && !around.language && (!said || (says_nothing(field, *said, around) && !said->withheld));
    if (is_missed && !is_wrong && !std::ranges::count(misspelt, field.name))
      around.diagnostics.add(Diagnostic{Code::missing_field, said ? said->place : node.place, {field.name, std::string(of_what)}}.hint(Hint::add_colon, {field.name}));
  }
  return record;
}

}  // namespace load
