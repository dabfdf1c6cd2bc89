#include "load/routes.h"

#include <algorithm>

#include "base/text.h"

namespace load {

using base::Code;
using base::Diagnostics;
using model::Entry;
using model::Route;
using model::Site;
using model::Value;

namespace {

std::string slug_of(const Entry& entry, std::size_t language) {
  if (const Value* slug = entry.fields.find(model::slug_field); slug && !slug->is_null())
    if (const auto spoken = model::speak(*slug, language); !spoken.fell_back)
      if (const auto* text = spoken.value->get<std::string>()) return *text;
  return entry.id;
}

/// A field as a piece of an address.
std::string address_of(const Value& value, std::size_t language) {
  const Value& said = *model::speak(value, language).value;
  if (const auto* text = said.get<std::string>()) return base::slug(*text);
  if (const auto* number = said.get<double>()) return base::slug(std::to_string(static_cast<long long>(*number)));
  if (const auto* reference = said.get<model::Reference>()) return reference->entry ? slug_of(*reference->entry, language) : "";
  if (const auto* dated = said.get<base::Box<model::Dated>>()) return base::slug(model::to_edtf((*dated)->when));
  if (const auto* choice = said.get<model::Choice>()) return base::slug(choice->option->name);
  return "";
}

bool names(const model::Pattern& pattern, std::string_view field) {
  return std::ranges::any_of(pattern.pieces, [&](const auto& piece) { return piece.is_field && piece.text == field; });
}

/// Where an entry says a field, or the entry itself.
base::Place place_of(const Entry& entry, std::string_view name, std::size_t language) {
  const Value* field = entry.fields.find(name);
  if (!field) return entry.place;
  const auto spoken = model::speak(*field, language);
  const bool is_elsewhere = spoken.fell_back && name == model::slug_field;
  return spoken.value->place.source && !is_elsewhere ? spoken.value->place : entry.place;
}

std::string expand(const model::Pattern& pattern, const Entry* entry, std::size_t language, Diagnostics& diagnostics) {
  std::string url;
  for (const auto& piece : pattern.pieces) {
    std::string part = piece.text;
    if (piece.is_field && entry) {
      const Value* field = entry->fields.find(piece.text);
      part = piece.text == "id" ? entry->id : piece.text == "slug" ? slug_of(*entry, language) : field ? address_of(*field, language) : "";
      if (part.empty()) {
        // A field that has to be there is missed elsewhere. The id stands in, so that the address is not wrong in other ways too.
        const auto* declared = entry->collection->find(piece.text);
        const bool is_missed = declared && (declared->required || names(entry->collection->files, piece.text));
        if (field && (!is_missed || !model::speak(*field, language).value->is_null()))
          diagnostics.add({Code::url_part_missing, place_of(*entry, piece.text, language), {piece.text, pattern.text}});
        part = base::slug(entry->id);
      }
    }
    url += part;
  }
  return url;
}

Route make(const Site& site, const model::PageDeclaration& declaration, const model::Collection* collection, const Entry* entry, Diagnostics& diagnostics) {
  Route route{&declaration, collection, entry, {}, {}};
  if (route.for_all_languages()) {
    route.urls.push_back(declaration.file);
    route.places.push_back(declaration.place);
  } else {
    for (std::size_t i = 0; i < site.languages.size(); ++i) {
      route.urls.push_back(site.languages[i].tag + "/" + expand(declaration.urls[i], entry, i, diagnostics));
      route.places.push_back(entry ? place_of(*entry, model::slug_field, i) : declaration.place);
    }
  }
  return route;
}

/// The page of an entry and its further ones.
void add_pages(Site& site, Entry& entry, std::deque<Route>& routes, Diagnostics& diagnostics) {
  const auto& collection = *entry.collection;
  const auto add = [&](const model::PageDeclaration& page) { return &routes.emplace_back(make(site, page, &collection, &entry, diagnostics)); };
  if (collection.page) entry.route = add(*collection.page);
  for (const auto& page : collection.pages) entry.pages.push_back(add(page));
}

}  // namespace

void add_routes(Site& site, const model::Theme& theme, Diagnostics& diagnostics) {
  for (const auto& page : theme.pages) site.routes.push_back(make(site, page, nullptr, nullptr, diagnostics));
  for (auto& entries : site.collections) {
    const auto& collection = *entries.collection;
    if (collection.list) entries.list = &site.routes.emplace_back(make(site, *collection.list, &collection, nullptr, diagnostics));
    for (auto& entry : entries.all) add_pages(site, entry, site.routes, diagnostics);
    Diagnostics passed_over;  // what is not published needs no address yet
    for (auto& entry : entries.hidden) add_pages(site, entry, site.hidden_routes, passed_over);
  }
}

}  // namespace load
