#include "schema/schema.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/messages.h"
#include "load/content.h"
#include "load/own_fields.h"
#include "load/parts.h"
#include "load/when.h"

namespace schema {

using Json = nlohmann::ordered_json;
using model::Field;
using model::Kind;

namespace {

constexpr std::string_view comment = "Made by loa schema from the declaration of the collection; what is changed here is lost.";

// How an editor takes `Forum`, `08` or `111`; all of it is text to loa.
const Json words = Json::array({"string", "number"});

/// EDTF as model/when.cpp reads it, as far as a pattern can tell.
std::string date_pattern() {
  const std::string time = "T\\d\\d:\\d\\d(:\\d\\d)?(Z|[+-]\\d\\d(:\\d\\d)?)?";
  const std::string moment = "(\\d{0,3}X+|\\d{4}(-XX(-XX)?|-\\d\\d(-XX|-\\d\\d(" + time + ")?)?)?)[?~%]?";
  const std::string end = "(" + moment + "|\\.\\.)?";
  return "^(tba|--\\d\\d-\\d\\d|" + moment + "|" + end + "/" + end + ")$";
}

constexpr const char* number_pattern = "^-?(\\d+\\.?\\d*|\\.\\d+)$";
constexpr const char* quantity_pattern = "^-?(\\d+\\.?\\d*|\\.\\d+)(/-?(\\d+\\.?\\d*|\\.\\d+))? *%?$";
constexpr const char* phone_pattern = "^[ .()+-]*(\\d[ .()+-]*){3,15}$";
constexpr const char* email_pattern = "^[^@\\s]+@[^@\\s]+\\.[^@\\s]*[^@\\s.]$";

/// A name as an editor takes it where it stands without quotes: `2024` is a number.
Json as_typed(const std::string& name) {
  const auto parsed = Json::parse(name, nullptr, false);
  return parsed.is_number() || parsed.is_boolean() ? parsed : Json(name);
}

/// Makes the schema of one collection.
class Maker {
 public:
  explicit Maker(const model::Site& site) : site_(site), tongue_(site.languages.front().tag == "vi" ? base::Tongue::vi : base::Tongue::en) {}

  /// Of the files in which it is said who agreed to pictures.
  Json make_of_pictures() {
    std::vector<std::string> languages;
    for (const auto& language : site_.languages) languages.push_back(language.tag);
    Json schema = begun();
    schema["type"] = "object";
    schema["additionalProperties"] = object(load::picture_fields(languages));
    schema["definitions"] = std::move(definitions_);
    return schema;
  }

  Json make(const model::Collection& collection) {
    Json schema = begun();
    describe(schema, collection.label, {});
    Json entry = object(written_fields(collection));
    if (collection.holds == model::Holds::many) {
      schema["type"] = "object";
      if (!collection.page) schema["propertyNames"] = {{"pattern", "^[a-z0-9]+(-[a-z0-9]+)*$"}};
      schema["additionalProperties"] = std::move(entry);
    } else {
      schema.update(entry);
    }
    schema["definitions"] = std::move(definitions_);
    return schema;
  }

 private:
  static Json begun() { return {{"$comment", comment}, {"$schema", "http://json-schema.org/draft-07/schema#"}}; }

  /// The fields of a collection without those that the path of a file gives.
  static std::vector<Field> written_fields(const model::Collection& collection) {
    std::vector<Field> fields;
    for (const auto& field : collection.fields)
      if (std::ranges::none_of(collection.files.pieces, [&](const auto& piece) { return piece.is_field && piece.text == field.name; })) fields.push_back(field);
    return fields;
  }

  std::string in_default_language(const model::Value& text) const {
    const auto* said = model::speak(text, 0).value->get<std::string>();
    return said ? *said : "";
  }

  void describe(Json& schema, const model::Value& label, const model::Value& help) const {
    if (const auto title = in_default_language(label); !title.empty()) schema["title"] = title;
    if (const auto description = in_default_language(help); !description.empty()) schema["description"] = description;
  }

  std::string told(base::Hint hint, std::string examples) const {
    const auto& words_of = base::text(hint);
    return base::fill(tongue_ == base::Tongue::vi ? words_of.vi : words_of.en, {std::move(examples)});
  }

  /// A schema that is written once and referred to by its name.
  template <class Make>
  Json shared(const std::string& name, Make&& make) {
    if (!definitions_.contains(name)) {
      Json made = make();
      definitions_[name] = std::move(made);
    }
    return {{"$ref", "#/definitions/" + name}};
  }

  /// What stands for a value that is not there. A value with the tag `!confirm` alone is an empty text to an editor.
  Json nothing(bool required) {
    if (required) return shared("to_confirm", [] { return Json{{"type", "string"}, {"maxLength", 0}}; });
    return shared("nothing", [] { return Json{{"maxLength", 0}, {"not", {{"type", {"number", "boolean", "object", "array"}}}}}; });
  }

  Json object(const std::vector<Field>& fields) {
    Json properties = Json::object(), required = Json::array();
    for (const auto& field : fields) {
      properties[field.name] = described(field);
      if (field.required) required.push_back(field.name);
    }
    Json schema = {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!required.empty()) schema["required"] = std::move(required);
    return schema;
  }

  Json described(const Field& field) {
    Json schema = Json::object();
    describe(schema, field.label, field.help);
    schema.update(value(field));
    return schema;
  }

  Json value(const Field& field) {
    const bool has_fields = field.kind == Kind::list || field.kind == Kind::record;
    if (has_fields && !field.translated) {  // what is in it stands outside of the alternatives, so that editors see it is a list
      Json schema = field.kind == Kind::list ? list(field) : object(field.fields);
      Json type = {{"type", schema["type"]}};
      schema.erase("type");
      schema["anyOf"] = Json::array({std::move(type), nothing(field.required)});
      return schema;
    }
    const bool is_own = has_fields || field.kind == Kind::choice || (field.kind == Kind::number && (field.least || field.most));
    const auto make = [&] { return Json{{"anyOf", alternatives(field)}}; };
    return is_own ? make() : shared(shared_name(field), make);
  }

  static std::string shared_name(const Field& field) {
    std::string name(model::name_of(field.kind));
    if (field.kind == Kind::reference) name += "_" + field.to;
    if (field.kind == Kind::image && field.name == "src") name += "_src";
    if (field.translated) name += "_translated";
    return field.required ? name + "_required" : name;
  }

  /// All that a field may be, nothing included.
  Json alternatives(const Field& field) {
    Json all = said(field);
    if (field.translated) {
      Field in_language = field;
      in_language.translated = in_language.required = false;
      in_language.label = in_language.help = {};
      Json properties = Json::object();
      for (const auto& language : site_.languages) {
        properties[language.tag] = {{"title", language.name}};
        properties[language.tag].update(value(in_language));
      }
      all.push_back(Json{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}});
    }
    all.push_back(nothing(field.required));
    return all;
  }

  Json list(const Field& field) {
    Json schema = {{"type", "array"}, {"items", value(field.fields.front())}};
    if (field.least) schema["minItems"] = *field.least;
    if (field.most) schema["maxItems"] = *field.most;
    return schema;
  }

  Json matching(Json types, const std::string& pattern, const char* examples) const {
    return {{"type", std::move(types)}, {"pattern", pattern}, {"patternErrorMessage", told(base::Hint::expected_shape, examples)}};
  }

  /// What is said in one language, in the ways that its kind has.
  Json said(const Field& field) {
    switch (field.kind) {
      case Kind::text:
      case Kind::prose:
      case Kind::word:
      case Kind::link:
      case Kind::file: break;
      case Kind::number: return Json::array({number(field)});
      case Kind::quantity: return Json::array({matching(words, quantity_pattern, "12, 90%, 144/200"), object(load::quantity_fields())});
      case Kind::yes_no: return yes_no();
      case Kind::choice: return choice(field);
      case Kind::when: return Json::array({date(), when_object()});
      case Kind::phone: return Json::array({matching(words, phone_pattern, "\"111\", \"0205 3812 345\"")});
      case Kind::email: return Json::array({matching("string", email_pattern, "ten@example.org")});
      case Kind::image:
        if (field.name != "src") return Json::array({object(load::image_fields())});
        break;
      case Kind::reference: return reference(field);
      case Kind::list: return Json::array({list(field)});
      case Kind::record: return Json::array({object(field.fields)});
    }
    Json yes_or_no = {{"not", {{"type", {"string", "number", "object", "array", "null"}}}}};  // so put that no editor offers `true` for a text
    return Json::array({Json{{"type", words}}, std::move(yes_or_no)});
  }

  Json number(const Field& field) const {
    Json schema = matching(words, number_pattern, "12, 1.5");
    if (field.least) schema["minimum"] = *field.least;
    if (field.most) schema["maximum"] = *field.most;
    return schema;
  }

  static Json yes_no() {
    Json answers = Json::array({"yes", "no", "có", "không", true, false});
    return Json::array({Json{{"enum", std::move(answers)}}, Json{{"type", "string"}, {"pattern", "^(true|false)$"}}});
  }

  Json choice(const Field& field) const {
    Json names = Json::array(), descriptions = Json::array(), quoted = Json::array();
    for (const auto& option : field.options) {
      names.push_back(as_typed(option.name));
      if (!names.back().is_string()) quoted.push_back(option.name);
      descriptions.push_back(in_default_language(option.label));
    }
    Json all = Json::array({Json{{"enum", std::move(names)}, {"enumDescriptions", std::move(descriptions)}}});
    if (!quoted.empty()) all.push_back(Json{{"enum", std::move(quoted)}});
    return all;
  }

  Json date() {
    return shared("date", [this] {
      return Json{{"type", words}, {"pattern", date_pattern()}, {"patternErrorMessage", told(base::Hint::write_date_like, std::string(load::date_examples))}};
    });
  }

  Json when_object() {
    Json schema = object(load::when_fields());
    schema["properties"]["date"] = date();
    return schema;
  }

  /// The ids that there are, to choose from; an id that is new is no mistake to an editor.
  Json reference(const Field& field) const {
    std::vector<const model::Entry*> entries;
    if (const auto* known = site_.find(field.to))
      for (const auto* some : {&known->all, &known->hidden})
        for (const auto& entry : *some) entries.push_back(&entry);
    std::ranges::sort(entries, {}, &model::Entry::id);  // what is hidden today stands where it will stand
    Json ids = Json::array(), titles = Json::array();
    for (const auto* entry : entries) {
      ids.push_back(as_typed(entry->id));
      titles.push_back(in_default_language(model::title_of(*entry)));
    }
    Json all = Json::array();
    if (!ids.empty()) all.push_back(Json{{"enum", std::move(ids)}, {"enumDescriptions", std::move(titles)}});
    all.push_back(Json{{"type", words}});
    return all;
  }

  const model::Site& site_;
  base::Tongue tongue_;
  Json definitions_ = Json::object();
};

}  // namespace

std::vector<base::File> all(const model::Theme& theme, const model::Site& site) {
  std::vector<base::File> files;
  const auto add = [&](std::string_view name, const Json& schema) { files.push_back({std::string(name) + ".json", schema.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"}); };
  for (const auto& collection : theme.collections)
    if (!collection.markdown) add(collection.name, Maker(site).make(collection));
  add(load::pictures_schema, Maker(site).make_of_pictures());
  return files;
}

}  // namespace schema
