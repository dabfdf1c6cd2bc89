#include "load/declarations.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "load/attributes.h"
#include "load/fields.h"

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
  if (!read) diagnostics.add({Code::pattern_not_understood, node.place, {node.text}});
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

/// Adds what one file says to a collection. `known`: fields that the theme has declared, where the file is content's.
void apply(Collection& collection, const CollectionFile& file, bool is_new, const Languages& languages, Diagnostics& diagnostics) {
  Attributes attributes(file.node, "collection " + file.name, diagnostics);
  if (is_new || !file.of_content) {
    if (const Node* node = attributes.take("label")) collection.label = declared_text(*node, "label", languages, diagnostics);
    if (const Node* node = is_new ? attributes.require("files") : attributes.take("files"))
      if (auto read = pattern(*node, "files", diagnostics)) collection.files = std::move(*read);
    if (const auto holds = attributes.take_choice("holds", {"one", "many"}))
      collection.holds = *holds == "many" ? model::Holds::many : model::Holds::one;
    if (const auto title = attributes.take_text("title")) collection.title = *title;
    if (const auto body = attributes.take_text("body")) collection.body = *body;
    if (const Node* node = attributes.take("page")) collection.page = page_declaration("", *node, languages, diagnostics);
    if (const Node* node = attributes.take("list")) collection.list = page_declaration(file.name, *node, languages, diagnostics);
  }
  const Node* fields = is_new ? attributes.require("fields") : attributes.take("fields");
  if (fields) {
    for (auto& field : read_fields(*fields, "fields", languages, diagnostics)) {
      if (std::ranges::count(model::reserved_field_names(), field.name)) {
        diagnostics.add({Code::name_reserved, field.place, {field.name}});
        continue;
      }
      const auto same = std::ranges::find(collection.fields, field.name, &model::Field::name);
      if (same == collection.fields.end()) {
        collection.fields.push_back(std::move(field));
      } else if (file.of_content) {
        diagnostics.add(Diagnostic{Code::field_declared_twice, field.place, {field.name, file.name}}.note(Hint::first_here, same->place));
      } else {
        *same = std::move(field);
      }
    }
  }
  attributes.finish();
}

model::Field own_field(std::string name, model::Kind kind, bool translated = false) {
  model::Field field;
  field.name = std::move(name);
  field.kind = kind;
  field.translated = translated;
  if (kind == model::Kind::list) field.fields.push_back(own_field("", model::Kind::word));
  return field;
}

void add_own_fields(Collection& collection) {
  const auto add = [&](model::Field field) {
    if (!collection.find(field.name)) collection.fields.push_back(std::move(field));
  };
  if (collection.page) add(own_field("slug", model::Kind::word, true));
  if (collection.name != "site") return;
  add(own_field("languages", model::Kind::list));
  add(own_field("base_url", model::Kind::link));
}

void check_template(const PageDeclaration& page, const model::Theme& theme, Diagnostics& diagnostics) {
  if (page.template_name.empty() || theme.templates.contains(page.template_name)) return;
  std::vector<std::string> names;
  for (const auto& [name, source] : theme.templates) names.push_back(name);
  Diagnostic diagnostic{Code::unknown_template, page.place, {page.template_name}};
  if (const auto near = base::nearest(page.template_name, names); !near.empty()) diagnostic.hint(Hint::did_you_mean, {near});
  diagnostics.add(std::move(diagnostic));
}

void check_pattern(const Pattern& pattern, const Collection* collection, bool own_names, Diagnostics& diagnostics) {
  for (const auto& piece : pattern.pieces) {
    if (!piece.is_field || (collection && collection->find(piece.text)) || (own_names && piece.text == "id")) continue;
    Diagnostic diagnostic{Code::unknown_pattern_field, pattern.place, {piece.text, collection ? collection->name : pattern.text}};
    std::vector<std::string> names{"id"};
    if (collection)
      for (const auto& field : collection->fields) names.push_back(field.name);
    if (const auto near = base::nearest(piece.text, names); !near.empty()) diagnostic.hint(Hint::did_you_mean, {near});
    diagnostics.add(std::move(diagnostic));
  }
}

void check_references(const std::vector<model::Field>& fields, const model::Theme& theme, Diagnostics& diagnostics) {
  for (const auto& field : fields) {
    check_references(field.fields, theme, diagnostics);
    if (field.to.empty() || theme.find(field.to)) continue;
    std::vector<std::string> names;
    for (const auto& collection : theme.collections) names.push_back(collection.name);
    Diagnostic diagnostic{Code::unknown_collection, field.place, {field.to}};
    if (const auto near = base::nearest(field.to, names); !near.empty()) diagnostic.hint(Hint::did_you_mean, {near});
    diagnostics.add(std::move(diagnostic));
  }
}

void check_named_field(const Collection& collection, std::string_view attribute, const std::string& name, Diagnostics& diagnostics) {
  if (name.empty() || collection.find(name)) return;
  std::vector<std::string> names;
  for (const auto& field : collection.fields) names.push_back(field.name);
  Diagnostic diagnostic{Code::unknown_field, collection.place, {name, collection.name + "." + std::string(attribute)}};
  if (const auto near = base::nearest(name, names); !near.empty()) diagnostic.hint(Hint::did_you_mean, {near});
  diagnostics.add(std::move(diagnostic));
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

PageDeclaration page_declaration(std::string name, const Node& node, const Languages& languages, Diagnostics& diagnostics) {
  PageDeclaration page;
  page.place = node.place;
  Attributes attributes(node, "page " + name, diagnostics);
  page.name = std::move(name);
  page.file = attributes.take_text("file").value_or("");
  if (const Node* url = page.file.empty() ? attributes.require("url") : nullptr) page.urls = urls(*url, languages, diagnostics);
  if (page.file.empty() && page.urls.empty()) page.urls.resize(languages.size());
  if (const Node* template_name = attributes.require("template")) {
    page.place = template_name->place;
    page.template_name = template_name->text;
  }
  if (const Node* title = attributes.take("title")) page.title = declared_text(*title, "title", languages, diagnostics);
  attributes.finish();
  return page;
}

std::vector<Collection> collections(const std::vector<CollectionFile>& files, const Languages& languages, Diagnostics& diagnostics) {
  std::map<std::string, Collection> by_name;
  for (const auto& file : files) {
    const auto [found, is_new] = by_name.try_emplace(file.name);
    if (is_new) {
      found->second.name = file.name;
      found->second.place = file.node.place;
      if (!model::is_plain_name(file.name)) diagnostics.add({Code::name_not_plain, file.node.place, {file.name}});
    }
    apply(found->second, file, is_new, languages, diagnostics);
  }
  if (const auto [site, is_new] = by_name.try_emplace("site"); is_new) {
    site->second.name = "site";
    site->second.files = *model::parse_pattern("site.yaml", {});
  }
  std::vector<Collection> all;
  for (auto& [name, collection] : by_name) {
    collection.markdown = collection.files.text.ends_with(".md");
    add_own_fields(collection);
    all.push_back(std::move(collection));
  }
  return all;
}

void check_declarations(const model::Theme& theme, Diagnostics& diagnostics) {
  for (const auto& page : theme.pages) {
    check_template(page, theme, diagnostics);
    for (const auto& url : page.urls) check_pattern(url, nullptr, false, diagnostics);
  }
  for (const auto& collection : theme.collections) {
    if (collection.holds == model::Holds::one && !collection.markdown) check_pattern(collection.files, &collection, true, diagnostics);
    if (collection.title != "title") check_named_field(collection, "title", collection.title, diagnostics);
    check_named_field(collection, "body", collection.body, diagnostics);
    check_references(collection.fields, theme, diagnostics);
    if (collection.page) {
      check_template(*collection.page, theme, diagnostics);
      for (const auto& url : collection.page->urls) check_pattern(url, &collection, true, diagnostics);
    }
    if (collection.list) {
      check_template(*collection.list, theme, diagnostics);
      for (const auto& url : collection.list->urls) check_pattern(url, nullptr, false, diagnostics);
    }
  }
}

}  // namespace load
