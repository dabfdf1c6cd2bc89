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

/// `/vi/old/`, `vi/old`, or the whole address with the site's own base: below the base, with a `/` at its end unless it is a file.
std::string below_base(const Site& site, std::string address) {
  for (const auto& base : {site.base_url, site.base_path})
    if (address.starts_with(base)) {
      address.erase(0, base.size());
      break;
    }
  while (address.starts_with('/')) address.erase(0, 1);
  const bool is_file = address.ends_with(".html") || address.ends_with(".htm");
  if (address.ends_with("/index.html")) address.resize(address.size() - 10);
  else if (!is_file && !address.empty() && !address.ends_with('/')) address += '/';
  return address;
}

/// An address in the folder of a language leads to the page in that language, any other to the first.
void add_redirects(Site& site, const Entry& entry) {
  const Value* aliases = entry.fields.find(model::aliases_field);
  const auto* field = entry.collection->find(model::aliases_field);
  const auto* list = aliases && field && field->for_editors ? aliases->get<model::List>() : nullptr;
  for (std::size_t i = 0; list && i < list->size(); ++i) {
    const auto* address = (*list)[i].get<std::string>();
    if (!address) continue;
    const std::string url = below_base(site, *address);
    std::size_t language = 0;
    for (std::size_t one = 0; one < site.languages.size(); ++one)
      if (url.starts_with(site.languages[one].tag + "/")) language = one;
    site.redirects.push_back({url, entry.route, std::min(language, entry.route->urls.size() - 1), (*list)[i].place});
  }
}

}  // namespace

void add_routes(Site& site, const model::Theme& theme, Diagnostics& diagnostics) {
  for (const auto& page : theme.pages) site.routes.push_back(make(site, page, nullptr, nullptr, diagnostics));
  for (auto& entries : site.collections) {
    const auto& collection = *entries.collection;
    if (collection.list) entries.list = &site.routes.emplace_back(make(site, *collection.list, &collection, nullptr, diagnostics));
    for (auto& entry : entries.all) add_pages(site, entry, site.routes, diagnostics);
    for (const auto& entry : entries.all)
      if (entry.route) add_redirects(site, entry);
    Diagnostics passed_over;  // what is not published needs no address yet
    for (auto& entry : entries.hidden) add_pages(site, entry, site.hidden_routes, passed_over);
  }
}

}  // namespace load
