#include "model/event.h"

#include <doctest/doctest.h>

using namespace model;

namespace {

Value day(std::string_view text) {
  Dated dated;
  dated.when = std::get<When>(parse_when(text));
  return base::Box<Dated>(std::move(dated));
}

Value item(Value key, Value when) { return Record{{{"id", std::move(key)}, {"when", std::move(when)}}}; }

EventDeclaration declared(std::string name) {
  EventDeclaration event;
  event.name = std::move(name);
  event.each = Path{"sessions", {}};
  event.key = Path{"id", {}};
  event.when = {"when", {}};
  return event;
}

/// "uid file", a line for each event of an entry with these items.
std::string events(List items) {
  Collection collection;
  collection.name = "forum";
  collection.channels.events = {declared("session")};
  Entry entry;
  entry.collection = &collection;
  entry.id = "2024/lang-son";
  entry.fields.set("sessions", std::move(items));
  std::string all;
  for (const auto& event : events_of(entry)) all += event.uid() + " " + event.file() + "\n";
  return all;
}

}  // namespace

TEST_CASE("events: a key names an item wherever it stands; without one its number does") {
  CHECK(events({item(std::string("Lễ mở đầu"), day("2024-06-01")), item({}, day("2024-06"))}) ==
        "forum/2024/lang-son#session-le-mo-dau session-le-mo-dau.ics\n"
        "forum/2024/lang-son#session-2 session-2.ics\n");
}

TEST_CASE("events: items of one key are told apart, also from those that have no day yet") {
  CHECK(events({item(std::string("a"), day("tba")), item(std::string("a"), day("2024-06-01")), item(std::string("a"), day("../2024-06-01"))}) ==
        "forum/2024/lang-son#session-a-2 session-a-2.ics\n"
        "forum/2024/lang-son#session-a-3 session-a-3.ics\n");
  CHECK(events({item(std::string("2"), day("2024")), item({}, day("2024"))}) ==
        "forum/2024/lang-son#session-2 session-2.ics\n"
        "forum/2024/lang-son#session-2-2 session-2-2.ics\n");
}

TEST_CASE("events: what has no first and no last day is none: nothing, a day of every year, what is to be announced") {
  CHECK(events({item({}, {}), item({}, day("tba")), item({}, day("--06-01")), item({}, day("2024/.."))}) ==
        "forum/2024/lang-son#session-4 session-4.ics\n");
}

TEST_CASE("channels: what is declared later replaces what has its name, and leaves the rest") {
  Channels channels, more;
  channels.events = {declared("a"), declared("b")};
  channels.events[0].due = true;
  channels.calendar = CalendarDeclaration{};
  more.events = {declared("a"), declared("c")};
  channels.add(more);
  REQUIRE(channels.events.size() == 3);
  CHECK(channels.events[0].name == "a");
  CHECK_FALSE(channels.events[0].due);
  CHECK(channels.events[2].name == "c");
  CHECK(channels.calendar.has_value());
}
