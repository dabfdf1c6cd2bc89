// What a collection tells beside its pages, as its theme declares it: events of calendars (RFC 5545), entries of feeds (RFC 4287).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/source.h"

namespace model {

/// A path of names to a value ("venue"), from the item of a list or else the entry; behind `entry.` always from the entry, behind
/// `site.` from the site. It follows records and references: "entry.place.name".
struct Path {
  std::string text;
  base::Place place;
};

/// The date of an entry, or of each item of a list of its, as an event.
struct EventDeclaration {
  std::string name;                     ///< "session"
  std::optional<Path> each;             ///< the field with the items; without it the event is the entry's own
  std::optional<Path> key;              ///< what tells an item from the others; where it is empty, its number
  Path when;
  std::vector<Path> title;              ///< what is not empty of them, joined
  std::vector<Path> location;           ///< the first that says something
  std::vector<std::vector<Path>> text;  ///< lines, each joined likewise
  std::optional<Path> status;           ///< a choice
  std::vector<Path> tentative, cancelled;  ///< options of `status`
  std::optional<Path> sequence;         ///< a number that grows with each change
  std::vector<Path> updated;            ///< the first that says a day
  bool due = false;                     ///< something has to be done until the date: of certain days only the last counts
};

/// Which events the calendar of an entry has.
struct CalendarDeclaration {
  enum class Of { own, all, referring } of = Of::own;
  std::optional<Path> by;    ///< of `referring`: the field of other entries that refers to this one
  std::vector<Path> within;  ///< fields of this collection: the events of an entry are also those of what these refer to
  base::Place place;
};

struct FeedDeclaration {
  std::vector<Path> title, summary;  ///< what is not empty of them, joined
  std::vector<Path> updated;         ///< the first that says a day
};

struct Channels {
  std::vector<EventDeclaration> events;
  std::optional<CalendarDeclaration> calendar;
  std::optional<FeedDeclaration> feed;

  /// Takes what `more` declares; it replaces what is declared here under the same name.
  void add(Channels more);
};

}  // namespace model
