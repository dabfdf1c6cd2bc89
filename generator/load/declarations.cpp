#include "load/declarations.h"

#include <algorithm>
#include <map>

#include "load/attributes.h"
#include "load/channels.h"
#include "load/fields.h"
#include "load/own_fields.h"
#include "load/rules.h"
#include "load/suggest.h"

namespace load {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using base::Hint;
using model::Collection;
using model::PageDeclaration;
using model::Pattern;

namespace {

using Languages = std::vector<std::string>;

std::optional<Pattern> pattern(const Node& node, std::string_view what, Diagnostics& diagnostics) {
  if (node.shape != Node::Shape::scalar) {
    report_shape(node, what, "@text", diagnostics);
    return std::nullopt;
  }
  auto read = model::parse_pattern(node.text, node.place);
  if (!read) diagnostics.add(Diagnostic{Code::pattern_not_understood, node.place, {node.text}}.hint(Hint::expected_shape, {"`{year}/{place}/plan.yaml`"}));
  return read;
}

/// One pattern per language; a language without one takes the first there is.
std::vector<Pattern> urls(const Node& node, const Languages& languages, Diagnostics& diagnostics) {
  std::vector<std::optional<Pattern>> found(languages.size());
  if (node.shape == Node::Shape::mapping) {
    for (std::size_t i = 0; i < languages.size(); ++i)
      if (const Node* one = node.find(languages[i])) found[i] = pattern(*one, "url", diagnostics);
  } else {
    found[0] = pattern(node, "url", diagnostics);
  }
  const auto first = std::ranges::find_if(found, [](const auto& one) { return one.has_value(); });
  if (first == found.end()) {
    if (node.shape == Node::Shape::mapping && node.pairs.empty()) report_shape(node, "url", "@text", diagnostics);
    return std::vector<Pattern>(languages.size(), *model::parse_pattern("", node.place));
  }
  std::vector<Pattern> all;
  for (const auto& one : found) all.push_back(one ? *one : **first);
  return all;
}

/// A collection as far as its files were read, where it names fields of its own, and the traits that it takes.
struct Draft {
  Collection collection;
  base::Place title_place, body_place;
  std::vector<base::Place> trait_places;
};

/// Adds the fields that a file declares; one that is declared already is replaced, but not by content.
void add_fields(std::vector<model::Field>& fields, const Node& node, const CollectionFile& file, const Languages& languages, Diagnostics& diagnostics) {
  for (auto& field : read_fields(node, "fields", languages, diagnostics)) {
    if (std::ranges::count(model::reserved_field_names(), field.name)) {
      diagnostics.add({Code::name_reserved, field.place, {field.name}});
      continue;
    }
    const auto same = std::ranges::find(fields, field.name, &model::Field::name);
    if (same == fields.end()) {
      fields.push_back(std::move(field));
    } else if (file.of_content) {
      diagnostics.add(Diagnostic{Code::field_declared_twice, field.place, {field.name, file.name}}.note(Hint::first_here, same->place));
    } else {
      *same = std::move(field);
    }
  }
}

/// Adds rules; a later one of the same name replaces the earlier.
void add_rules(std::vector<model::Rule>& rules, std::vector<model::Rule> more) {
  for (auto& rule : more) {
    const auto same = std::ranges::find(rules, rule.name, &model::Rule::name);
    if (same == rules.end()) rules.push_back(std::move(rule));
    else *same = std::move(rule);
  }
}

std::map<std::string, model::Trait> read_traits(const std::vector<CollectionFile>& files, const Languages& languages, Diagnostics& diagnostics) {
  std::map<std::string, model::Trait> traits;
  for (const auto& file : files) {
    model::Trait& trait = traits[file.name];
    if (!model::is_plain_name(file.name)) diagnostics.add({Code::name_not_plain, file.node.place, {file.name, "_"}});
    Attributes attributes(file.node, file.name, diagnostics);
    if (const Node* fields = attributes.take("fields")) add_fields(trait.fields, *fields, file, languages, diagnostics);
    if (const Node* rules = attributes.take("rules")) add_rules(trait.rules, read_rules(*rules, languages, diagnostics));
    trait.channels.add(read_channels(attributes, diagnostics));
    attributes.finish();
  }
  return traits;
}

/// Puts what the traits say before what the collection says itself, which replaces it where both speak of one thing.
void take_traits(Draft& draft, const std::map<std::string, model::Trait>& traits, Diagnostics& diagnostics) {
  Collection& collection = draft.collection;
  std::vector<model::Field> fields;
  std::vector<model::Rule> rules;
  model::Channels channels;
  const auto put = [&](const model::Field& field) {
    const auto same = std::ranges::find(fields, field.name, &model::Field::name);
    if (same == fields.end()) fields.push_back(field);
    else *same = field;
  };
  for (std::size_t i = 0; i < collection.traits.size(); ++i) {
    const auto trait = traits.find(collection.traits[i]);
    if (trait == traits.end()) {
      std::vector<std::string> names;
      for (const auto& [name, known] : traits) names.push_back(name);
      diagnostics.add(suggest({Code::unknown_trait, draft.trait_places[i], {collection.traits[i]}}, collection.traits[i], names));
      continue;
    }
    for (const auto& field : trait->second.fields) put(field);
    add_rules(rules, trait->second.rules);
    channels.add(trait->second.channels);
  }
  for (const auto& field : collection.fields) put(field);
  add_rules(rules, std::move(collection.rules));
  channels.add(std::move(collection.channels));
  collection.fields = std::move(fields);
  collection.rules = std::move(rules);
  collection.channels = std::move(channels);
}

/// One of the further pages of each entry.
void add_page(Collection& collection, const Node::Pair& pair, const Languages& languages, Diagnostics& diagnostics) {
  if (!model::is_plain_name(pair.key)) diagnostics.add({Code::name_not_plain, pair.key_place, {pair.key, "_"}});
  auto page = page_declaration(pair.key, pair.value, languages, diagnostics, PageOf::entry);
  const auto same = std::ranges::find(collection.pages, pair.key, &PageDeclaration::name);
  if (same == collection.pages.end()) collection.pages.push_back(std::move(page));
  else *same = std::move(page);
}

/// Adds what one file says to a collection.
void apply(Draft& draft, const CollectionFile& file, bool is_new, const Languages& languages, Diagnostics& diagnostics) {
  Collection& collection = draft.collection;
  Attributes attributes(file.node, file.name, diagnostics);
  if (is_new || !file.of_content) {
    if (const Node* node = attributes.take("label")) collection.label = declared_text(*node, "label", languages, diagnostics);
    if (const Node* node = is_new ? attributes.require("files") : attributes.take("files"))
      if (auto read = pattern(*node, "files", diagnostics)) collection.files = std::move(*read);
    if (const auto holds = attributes.take_choice("holds", {"one", "many"}))
      collection.holds = *holds == "many" ? model::Holds::many : model::Holds::one;
    if (const auto title = attributes.take_text("title")) collection.title = *title, draft.title_place = file.node.find("title")->place;
    if (const auto body = attributes.take_text("body")) collection.body = *body, draft.body_place = file.node.find("body")->place;
    if (const Node* node = attributes.take("page")) collection.page = page_declaration("", *node, languages, diagnostics, PageOf::entry);
    if (const Node* node = attributes.take("list")) collection.list = page_declaration(file.name, *node, languages, diagnostics, PageOf::list);
    if (const Node* pages = attributes.take_mapping("pages"))
      for (const auto& pair : pages->pairs) add_page(collection, pair, languages, diagnostics);
    if (const Node* traits = attributes.take_list("traits"))
      for (const auto& item : traits->items)
        if (!std::ranges::count(collection.traits, item.text)) {
          collection.traits.push_back(item.text);
          draft.trait_places.push_back(item.place);
        }
    if (const Node* rules = attributes.take("rules")) add_rules(collection.rules, read_rules(*rules, languages, diagnostics));
    collection.channels.add(read_channels(attributes, diagnostics));
  }
  const Node* fields = is_new && collection.traits.empty() ? attributes.require("fields") : attributes.take("fields");
  if (fields) add_fields(collection.fields, *fields, file, languages, diagnostics);
  attributes.finish();
}

void check_template(const PageDeclaration& page, const model::Theme& theme, Diagnostics& diagnostics) {
  if (page.template_name.empty() || theme.templates.contains(page.template_name)) return;
  std::vector<std::string> names;
  for (const auto& [name, source] : theme.templates) names.push_back(name);
  diagnostics.add(suggest({Code::template_not_found, page.place, {page.template_name}}, page.template_name, names));
}

std::vector<std::string> names_of(const std::vector<model::Field>& fields) {
  std::vector<std::string> names;
  for (const auto& field : fields)
    if (!field.for_editors) names.push_back(field.name);
  return names;
}

/// The name in the braces of a pattern, where it stands as it was written.
base::Place place_in(const Pattern& pattern, const std::string& name) {
  base::Place place = pattern.place;
  if (!place.source) return place;
  const auto text = std::string_view(place.source->text).substr(place.span.begin, place.span.end - place.span.begin);
  if (const auto at = text.find("{" + name); at != text.npos) {
    place.span.begin += static_cast<std::uint32_t>(at + 1);
    place.span.end = place.span.begin + static_cast<std::uint32_t>(name.size());
  }
  return place;
}

/// Every name in the braces is a field, or the entry's id. A page without an entry has no fields.
void check_pattern(const Pattern& pattern, std::string_view owner, const Collection* collection, Diagnostics& diagnostics) {
  for (const auto& piece : pattern.pieces) {
    if (!piece.is_field || (collection && (collection->find(piece.text) || piece.text == "id"))) continue;
    auto names = collection ? names_of(collection->fields) : std::vector<std::string>();
    if (collection && (collection->page || !collection->pages.empty()) && &pattern != &collection->files && !collection->find(model::slug_field)) names.emplace_back(model::slug_field);
    if (collection) names.push_back("id");
    diagnostics.add(suggest({Code::unknown_pattern_field, place_in(pattern, piece.text), {piece.text, std::string(owner)}}, piece.text, names));
  }
}

void check_references(const std::vector<model::Field>& fields, const model::Theme& theme, Diagnostics& diagnostics) {
  for (const auto& field : fields) {
    check_references(field.fields, theme, diagnostics);
    if (field.to.empty() || theme.find(field.to)) continue;
    std::vector<std::string> names;
    for (const auto& collection : theme.collections) names.push_back(collection.name);
    diagnostics.add(suggest({Code::unknown_collection, field.to_place, {field.to}}, field.to, names));
  }
}

/// The field that an attribute names is there.
void check_named_field(const Collection& collection, const std::string& name, base::Place place, Diagnostics& diagnostics) {
  if (!place.source || collection.find(name)) return;
  diagnostics.add(suggest({Code::unknown_field, place, {name, collection.name}}, name, names_of(collection.fields)));
}

}  // namespace

model::Value declared_text(const Node& node, std::string_view what, const Languages& languages, Diagnostics& diagnostics) {
  model::Translated text;
  text.languages.resize(languages.size());
  if (node.shape == Node::Shape::scalar) {
    text.languages[0] = {node.text, node.place};
  } else if (node.shape == Node::Shape::mapping) {
    for (const auto& pair : node.pairs) {
      if (pair.value.shape != Node::Shape::scalar) report_shape(pair.value, pair.key, "@text", diagnostics);
      const auto language = std::ranges::find(languages, pair.key);
      if (language != languages.end()) text.languages[static_cast<std::size_t>(language - languages.begin())] = {pair.value.text, pair.value.place};
    }
  } else {
    report_shape(node, what, "@text", diagnostics);
  }
  return {std::move(text), node.place};
}

PageDeclaration page_declaration(std::string name, const Node& node, const Languages& languages, Diagnostics& diagnostics, PageOf of) {
  PageDeclaration page;
  page.place = node.place;
  Attributes attributes(node, name.empty() ? "page" : name, diagnostics);
  page.name = std::move(name);
  if (of != PageOf::entry) page.file = attributes.take_text("file").value_or("");
  if (const Node* url = page.file.empty() ? attributes.require("url") : nullptr) page.urls = urls(*url, languages, diagnostics);
  if (page.file.empty() && page.urls.empty()) page.urls.resize(languages.size());
  if (const Node* template_name = attributes.require("template")) {
    page.place = template_name->place;
    page.template_name = template_name->text;
  }
  if (const Node* title = attributes.take("title")) page.title = declared_text(*title, "title", languages, diagnostics);
  if (const Node* anchor = of == PageOf::list ? attributes.take("anchor") : nullptr) page.anchor = pattern(*anchor, "anchor", diagnostics);
  attributes.finish();
  return page;
}

std::vector<Collection> collections(const std::vector<CollectionFile>& files, const std::vector<CollectionFile>& trait_files,
                                    const std::vector<model::Color>& colors,
                                    const Languages& languages, Diagnostics& diagnostics) {
  const auto traits = read_traits(trait_files, languages, diagnostics);
  std::map<std::string, Draft> by_name;
  const auto add = [&](const CollectionFile& file) {
    const auto [found, is_new] = by_name.try_emplace(file.name);
    Draft& draft = found->second;
    if (is_new) {
      draft.collection.name = file.name;
      draft.collection.place = file.node.place;
      if (!model::is_plain_name(file.name)) diagnostics.add({Code::name_not_plain, file.node.place, {file.name, "_"}});
    }
    apply(draft, file, is_new, languages, diagnostics);
    if (is_new && file.of_content) take_traits(draft, traits, diagnostics);
  };
  for (const auto& file : files)
    if (!file.of_content) add(file);
  for (auto& [name, draft] : by_name) take_traits(draft, traits, diagnostics);
  for (const auto& file : files)  // after the traits of the theme's collections, whose fields content cannot replace either
    if (file.of_content) add(file);
  if (const auto [site, is_new] = by_name.try_emplace("site"); is_new) {
    site->second.collection.name = "site";
    site->second.collection.files = *model::parse_pattern("site.yaml", {});
  }
  std::vector<Collection> all;
  for (auto& [name, draft] : by_name) {
    draft.collection.markdown = draft.collection.files.text.ends_with(".md");
    add_own_fields(draft.collection, colors, languages);
    check_named_field(draft.collection, draft.collection.title, draft.title_place, diagnostics);
    check_named_field(draft.collection, draft.collection.body, draft.body_place, diagnostics);
    all.push_back(std::move(draft.collection));
  }
  return all;
}

void check_declarations(const model::Theme& theme, Diagnostics& diagnostics) {
  const auto check_page = [&](const PageDeclaration& page, std::string_view owner, const Collection* collection) {
    check_template(page, theme, diagnostics);
    for (const auto& url : page.urls) check_pattern(url, owner, collection, diagnostics);
  };
  const Collection only_id;
  for (const auto& page : theme.pages) check_page(page, page.name, nullptr);
  for (const auto& collection : theme.collections) {
    if (collection.holds == model::Holds::one && !collection.markdown) check_pattern(collection.files, collection.name, &collection, diagnostics);
    check_references(collection.fields, theme, diagnostics);
    if (collection.page) check_page(*collection.page, collection.name, &collection);
    for (const auto& page : collection.pages) check_page(page, collection.name, &collection);
    if (collection.list) check_page(*collection.list, "list", nullptr);
    if (collection.list && collection.list->anchor) check_pattern(*collection.list->anchor, "list", &only_id, diagnostics);
    check_channels(collection, theme, diagnostics);
  }
}

}  // namespace load
