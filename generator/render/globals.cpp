#include "render/globals.h"

namespace render {

using model::List;
using model::Record;
using model::Route;
using model::Site;
using model::Value;

namespace {

Value all_of(const model::Entries& entries) {
  List list;
  list.reserve(entries.all.size());
  for (const auto& entry : entries.all) list.emplace_back(&entry);
  return list;
}

Record named(std::vector<std::pair<std::string, Value>> fields) { return {std::move(fields)}; }

Record collections_global(const Site& site) {
  Record collections;
  for (const auto& entries : site.collections) collections.fields.emplace_back(entries.collection->name, all_of(entries));
  for (const auto& entries : site.collections)
    for (const auto& trait : entries.collection->traits) {
      if (site.find(trait)) continue;
      if (!collections.find(trait)) collections.set(trait, List());
      for (const auto& entry : entries.all) collections.find(trait)->get<List>()->emplace_back(&entry);
    }
  return collections;
}

Value day(std::optional<model::LocalTime> time) {
  if (!time) return {};
  model::Dated dated;
  const std::chrono::year_month_day parts{time->day};
  dated.when.value = model::Moment{static_cast<int>(parts.year()), static_cast<int>(static_cast<unsigned>(parts.month())),
                                   static_cast<int>(static_cast<unsigned>(parts.day()))};
  return base::Box<model::Dated>(std::move(dated));
}

/// Adds fields and, after each, what lies within it: "targets", "targets.measures", "targets.measures.goal".
void describe(List& all, const std::vector<model::Field>& fields, const std::string& within) {
  for (const auto& field : fields) {
    if (field.for_editors) continue;
    const std::string name = within + field.name;
    List options;
    for (const auto& option : field.options) options.emplace_back(option.name);
    const bool is_list = field.kind == model::Kind::list && field.fields.size() == 1;
    const model::Field& item = is_list ? field.fields.front() : field;
    if (is_list)
      for (const auto& option : item.options) options.emplace_back(option.name);
    all.emplace_back(named({{"name", name},
                            {"kind", std::string(model::name_of(field.kind))},
                            {"of", is_list ? Value(std::string(model::name_of(item.kind))) : Value()},
                            {"to", item.to.empty() ? Value() : Value(item.to)},
                            {"options", options.empty() ? Value() : Value(std::move(options))},
                            {"translated", field.translated},
                            {"label", field.label},
                            {"help", field.help}}));
    if (item.kind == model::Kind::record) describe(all, item.fields, name + ".");
  }
}

/// What is published of each collection, and what its fields are.
List datasets_global(const Site& site, const model::Theme& theme) {
  List datasets;
  if (theme.open_data)
    for (const auto& entries : site.collections) {
      const auto& collection = *entries.collection;
      const auto address = [&](std::string_view extension) {
        return base::Box<model::Link>({site.base_path + model::data_file(collection.name, extension), nullptr, ""});
      };
      List fields;
      describe(fields, collection.fields, "");
      datasets.emplace_back(named({{"name", collection.name},
                                   {"label", collection.label},
                                   {"json", address("json")},
                                   {"csv", address("csv")},
                                   {"count", static_cast<double>(entries.all.size())},
                                   {"fields", std::move(fields)}}));
    }
  return datasets;
}

}  // namespace

const std::vector<std::string>& global_names() {
  static const std::vector<std::string> names = {"site",  "collections", "datasets", "pages", "today", "page",
                                                 "entry", "entries",     "collection", "language", "languages"};
  return names;
}

Record pages_global(const Site& site) {
  Record pages;
  for (const auto& route : site.routes)
    if (!route.entry) pages.set(route.declaration->name, &route);
  return pages;
}

Record shared_globals(const Site& site, const model::Theme& theme) {
  return named({{"site", &site.self()},
                {"collections", collections_global(site)},
                {"datasets", datasets_global(site, theme)},
                {"pages", pages_global(site)},
                {"today", day(site.today)}});
}

Record own_globals(const Site& site, const Route& route, std::size_t language) {
  List languages;
  languages.reserve(site.languages.size());
  for (std::size_t i = 0; i < site.languages.size(); ++i) {
    const auto& one = site.languages[i];
    const std::string& url = route.for_all_languages() ? route.urls.front() : route.urls[i];
    languages.emplace_back(named({{"tag", one.tag},
                                  {"name", one.name},
                                  {"url", base::Box<model::Link>({site.base_path + url, nullptr, ""})},
                                  {"absolute_url", base::Box<model::Link>({site.base_url + url, nullptr, ""})},
                                  {"current", i == language}}));
  }
  Value entries, collection;
  if (route.collection && !route.entry) entries = all_of(*site.find(route.collection->name));
  if (route.collection) collection = named({{"name", route.collection->name}, {"label", route.collection->label}});
  Value entry;
  if (route.entry) entry = route.entry;
  return named({{"page", &route},
                {"entry", std::move(entry)},
                {"language", languages[language]},
                {"languages", std::move(languages)},
                {"entries", std::move(entries)},
                {"collection", std::move(collection)}});
}

}  // namespace render
