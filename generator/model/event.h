// The events of a site and its calendars: which dates of which entries, each under a key that lasts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/site.h"

namespace model {

/// A date of an entry, or of an item of a list in it, that has a first or a last day, or comes again every year.
struct Event {
  const EventDeclaration* declaration = nullptr;
  const Entry* entry = nullptr;
  std::size_t number = 0;  ///< of the item, from 1; 0: the event is the entry's own
  std::string key;         ///< of the item: "province", or its number; a second item of one key is "province-2"
  /// Of a day of every year: its first, in the year of the last change or, of 29 February, in the next one that has it.
  std::optional<std::chrono::sys_days> since = std::nullopt;

  /// What the declaration's paths begin at.
  const Record& item() const;
  const Dated& dated() const;
  /// "session-province.ics", "dates.ics"
  std::string file() const;
  /// "forum/2024/lang-son/session/province": the same in all languages and wherever the site is published (RFC 7986 wants no host in it).
  std::string uid() const;
};

/// The calendar of an entry, with events in the order of the collections, entries and declarations.
struct Calendar {
  const Entry* entry = nullptr;
  std::vector<const Event*> events;
};

struct Calendars {
  std::vector<Event> events;        ///< of the whole site
  std::vector<Calendar> calendars;  ///< those that have events
};
Calendars calendars_of(const Site& site);

std::vector<Event> events_of(const Entry& entry, const Site& site);

/// The value at a path, from an item of an entry or its own fields; null where there is none. Of a translated one all languages.
const Value* value_at(const Path& path, const Record& item, const Entry& entry, const Site& site);

/// The first day that one of the paths says.
std::optional<std::chrono::sys_days> day_at(const std::vector<Path>& paths, const Record& item, const Entry& entry, const Site& site);

/// The folder in which an entry's calendars lie in a language, below the base: that of its page, "vi/lang-son/"; without a page one of its
/// own beside the list of its collection, "vi/occasions/childrens-day/", or below the collection's name; that of the language where it has
/// the calendar of all.
std::string folder_of(const Site& site, const Entry& entry, std::size_t language);

/// The name of the file that has all events of an entry.
constexpr std::string_view calendar_file = "calendar.ics";
/// "vi/feed.xml"
std::string feed_file(const Language& language);

}  // namespace model
