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
  for (const auto& event : events_of(entry, {})) all += event.uid() + " " + event.file() + "\n";
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

TEST_CASE("events: what has no first and no last day is none: nothing, a day of every year since nobody knows when, what is to be announced") {
  CHECK(events({item({}, {}), item({}, day("tba")), item({}, day("--06-01")), item({}, day("2024/.."))}) ==
        "forum/2024/lang-son#session-4 session-4.ics\n");
}

TEST_CASE("events: a day of every year begins in the year of the last change, 29 February in the next one that has it") {
  const auto since = [](std::string_view yearly, std::string_view updated) {
    Collection collection;
    EventDeclaration event;
    event.when = {"day", {}};
    event.updated = {{"changed", {}}, {"site.updated", {}}};
    collection.channels.events = {event};
    Entry entry;
    entry.collection = &collection;
    entry.fields.set("day", day(yearly));
    Collection of_site;
    of_site.name = "site";
    Site site;
    site.collections.emplace_back().collection = &of_site;
    site.collections.front().all.emplace_back().fields.set("updated", day(updated));
    const auto events = events_of(entry, site);
    return events.empty() ? "none" : events.front().since ? to_iso(*events.front().since) : "once";
  };
  CHECK(since("--06-01", "2026-11-25") == "2026-06-01");
  CHECK(since("--12-31", "2026-01") == "2026-12-31");
  CHECK(since("--02-29", "2026-11-25") == "2028-02-29");
  CHECK(since("--02-29", "2028-12-31") == "2028-02-29");
  CHECK(since("--02-29", "2097-01-01") == "2104-02-29");
  CHECK(since("--02-29", "9997-01-01") == "none");
  CHECK(since("--06-01", "9999") == "9999-06-01");
  CHECK(since("--06-01", "../2026") == "none");
  CHECK(since("--06-01", "tba") == "none");
  CHECK(since("2026-06-01", "2026-11-25") == "once");
}

TEST_CASE("events: the files of an entry without a page lie in a folder of its own, by the list where there is one") {
  Collection occasion;
  occasion.name = "occasion";
  Site site;
  site.languages.resize(2);
  site.languages[0].tag = "vi", site.languages[1].tag = "en";
  auto& entries = site.collections.emplace_back();
  entries.collection = &occasion;
  auto& entry = entries.all.emplace_back();
  entry.collection = &occasion;
  entry.id = "childrens-day";
  CHECK(folder_of(site, entry, 0) == "vi/occasion/childrens-day/");
  const PageDeclaration listed;
  const Route list{&listed, &occasion, nullptr, {"vi/cac-dip/", "en/year/occasions.html"}, {}};
  entries.list = &list;
  CHECK(folder_of(site, entry, 0) == "vi/cac-dip/childrens-day/");
  CHECK(folder_of(site, entry, 1) == "en/year/childrens-day/");
  PageDeclaration in_all_languages;
  in_all_languages.file = "occasions.html";
  const Route one_list{&in_all_languages, &occasion, nullptr, {"occasions.html"}, {}};
  entries.list = &one_list;
  CHECK(folder_of(site, entry, 1) == "en/occasion/childrens-day/");
  const Route page{&listed, &occasion, &entry, {"vi/thieu-nhi/", "en/children/"}, {}};
  entry.route = &page;
  CHECK(folder_of(site, entry, 1) == "en/children/");
  entry.route = nullptr;
  occasion.channels.calendar.emplace().of = CalendarDeclaration::Of::all;
  CHECK(folder_of(site, entry, 1) == "en/");
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
