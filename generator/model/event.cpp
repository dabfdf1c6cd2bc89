#include "model/event.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"

namespace model {

namespace {

/// What is said in the record, through references and the first language; null where the path leads nowhere.
const Value* follow(const Record& from, std::string_view path) {
  const Record* record = &from;
  while (true) {
    const auto name = path.substr(0, path.find('.'));
    const Value* value = record->find(name);
    if (!value || name.size() == path.size()) return value;
    path.remove_prefix(name.size() + 1);
    const auto* reference = value->get<Reference>();
    record = reference && reference->entry ? &reference->entry->fields : value->get<Record>();
    if (!record) return nullptr;
  }
}

std::string key_of(const Value* value) {
  if (!value) return "";
  const Value& said = *speak(*value, 0).value;
  if (const auto* word = said.get<std::string>()) return base::slug(*word);
  if (const auto* reference = said.get<Reference>()) return base::slug(reference->id);
  if (const auto* choice = said.get<Choice>()) return base::slug(choice->option->name);
  return "";
}

const Dated* dated_at(const Record& item, const Path& path) {
  const Value* value = follow(item, path.text);
  const auto* dated = value ? value->get<base::Box<Dated>>() : nullptr;
  return dated ? &**dated : nullptr;
}

/// The first of a yearly day in or after a year; nothing where that is after the year 9999.
std::optional<std::chrono::sys_days> first_from(std::chrono::year year, const Yearly& yearly) {
  for (; year < std::chrono::year(10000); ++year)
    if (const auto day = year / yearly.month / yearly.day; day.ok()) return day;
  return std::nullopt;
}

/// Visits the entries that a field refers to.
template <class Visit>
void for_each_referred(const Entry& entry, const std::string& field, Visit&& visit) {
  const Value* value = entry.fields.find(field);
  if (!value) return;
  for_each_value(*value, [&](const Value& one) {
    if (const auto* reference = one.get<Reference>(); reference && reference->entry) visit(*reference->entry);
  });
}

/// An entry and all that it is within, however far.
void add_with_all_around(const Entry& entry, const CalendarDeclaration& declaration, std::set<const Entry*>& all) {
  std::vector<const Entry*> waiting{&entry};
  while (!waiting.empty()) {
    const Entry* one = waiting.back();
    waiting.pop_back();
    if (!all.insert(one).second) continue;
    for (const auto& path : declaration.within)
      for_each_referred(*one, path.text, [&](const Entry& around) { waiting.push_back(&around); });
  }
}

}  // namespace

const Record& Event::item() const {
  if (number == 0) return entry->fields;
  return *(*entry->fields.find(declaration->each->text)->get<List>())[number - 1].get<Record>();
}

const Dated& Event::dated() const { return *dated_at(item(), declaration->when); }

std::string Event::file() const { return declaration->name + (key.empty() ? "" : "-" + key) + ".ics"; }

std::string Event::uid() const {
  return entry->collection->name + "/" + entry->id + "#" + declaration->name + (key.empty() ? "" : "-" + key);
}

std::vector<Event> events_of(const Entry& entry, const Site& site) {
  std::vector<Event> events;
  if (!entry.collection) return events;
  for (const auto& declaration : entry.collection->channels.events) {
    const auto add = [&](const Record& item, std::size_t number, std::string key) {
      const Dated* dated = dated_at(item, declaration.when);
      if (!dated) return;
      std::optional<std::chrono::sys_days> since;
      if (const auto* yearly = std::get_if<Yearly>(&dated->when.value))
        if (const auto changed = day_at(declaration.updated, item, entry, site)) since = first_from(std::chrono::year_month_day(*changed).year(), *yearly);
      if (since || dated->when.first_day() || dated->when.last_day()) events.push_back({&declaration, &entry, number, std::move(key), since});
    };
    if (!declaration.each) {
      add(entry.fields, 0, "");
      continue;
    }
    const Value* value = entry.fields.find(declaration.each->text);
    const auto* list = value ? value->get<List>() : nullptr;
    std::set<std::string> keys;  // those of items without a day too: they may get one
    for (std::size_t i = 0; list && i < list->size(); ++i) {
      const auto* item = (*list)[i].get<Record>();
      if (!item) continue;
      const std::string said = declaration.key ? key_of(follow(*item, declaration.key->text)) : "";
      const std::string first = said.empty() ? std::to_string(i + 1) : said;
      std::string key = first;
      for (int again = 2; !keys.insert(key).second; ++again) key = first + "-" + std::to_string(again);
      add(*item, i + 1, key);
    }
  }
  return events;
}

Calendars calendars_of(const Site& site) {
  Calendars made;
  for (const auto& entries : site.collections)
    for (const auto& entry : entries.all)
      for (auto& event : events_of(entry, site)) made.events.push_back(std::move(event));

  for (const auto& entries : site.collections) {
    const auto& declaration = entries.collection->channels.calendar;
    if (!declaration) continue;
    std::map<const Entry*, std::vector<const Event*>> by_entry;
    for (const auto& event : made.events) {
      std::set<const Entry*> owners;
      if (declaration->of == CalendarDeclaration::Of::own) {
        owners.insert(event.entry);
      } else if (declaration->of == CalendarDeclaration::Of::referring) {
        for_each_referred(*event.entry, declaration->by->text, [&](const Entry& referred) { add_with_all_around(referred, *declaration, owners); });
      } else {
        for (const auto& entry : entries.all) owners.insert(&entry);
      }
      for (const Entry* owner : owners)
        if (owner->collection == entries.collection) by_entry[owner].push_back(&event);
    }
    for (const auto& entry : entries.all)
      if (const auto found = by_entry.find(&entry); found != by_entry.end()) made.calendars.push_back({&entry, std::move(found->second)});
  }
  return made;
}

const Value* value_at(const Path& path, const Record& item, const Entry& entry, const Site& site) {
  const std::string_view text = path.text;
  if (text.starts_with("entry.")) return follow(entry.fields, text.substr(6));
  if (text.starts_with("site.")) return follow(site.self().fields, text.substr(5));
  return follow(item, text);
}

std::optional<std::chrono::sys_days> day_at(const std::vector<Path>& paths, const Record& item, const Entry& entry, const Site& site) {
  for (const auto& path : paths)
    if (const Value* value = value_at(path, item, entry, site))
      if (const auto* dated = value->get<base::Box<Dated>>())
        if (const auto day = (*dated)->when.first_day()) return day;
  return std::nullopt;
}

std::string folder_of(const Site& site, const Entry& entry, std::size_t language) {
  const auto folder = [](const std::string& url) { return url.substr(0, url.rfind('/') + 1); };
  if (entry.route) return folder(entry.route->urls[language]);
  const std::string home = site.languages[language].tag + "/";
  const Collection& collection = *entry.collection;
  if (const auto& calendar = collection.channels.calendar; calendar && calendar->of == CalendarDeclaration::Of::all) return home;
  const Entries* entries = site.find(collection.name);
  const Route* list = entries ? entries->list : nullptr;
  const bool has_list = list && !list->for_all_languages();
  return (has_list ? folder(list->urls[language]) : home + collection.name + "/") + entry.id + "/";
}

std::string feed_file(const Language& language) { return language.tag + "/feed.xml"; }

}  // namespace model
