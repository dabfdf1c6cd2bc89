#include "load/channels.h"

#include <doctest/doctest.h>

#include "support/small_site.h"

using support::check_site;

namespace {

/// What is said of a collection of songs that declares this besides its fields.
std::string declared(const std::string& yaml) {
  return check_site("== theme/collections/song.yaml ==\nfiles: songs.yaml\nholds: many\nfields:\n  title: text\n  day: when\n  place: {kind: reference, to: place}\n"
                    "  parts:\n    kind: list\n    fields: {name: word, when: when, state: {kind: choice, options: [on, off]}}\n" + yaml);
}

std::string event(const std::string& yaml) { return declared("events:\n  part: {" + yaml + "}\n"); }

}  // namespace

TEST_CASE("channels: paths lead through records and references, from the item, the entry and the site") {
  CHECK(event("each: parts, key: name, when: when, title: [entry.title, name, state], location: entry.place.name, status: state, cancelled: off") == "");
  CHECK(declared("calendar: own\nfeed: {title: [title, place.name], updated: day}\n") == "");
}

TEST_CASE("channels: an event has a date and a title") {
  CHECK(event("each: parts") == R"(theme/collections/song.yaml:11:9: error: `part` has no attribute `title` [missing-attribute]
  11 |   part: {each: parts}
     |         ^^^^^^^^^^^^^ write `title: …`
theme/collections/song.yaml:11:9: error: `part` has no attribute `when` [missing-attribute]
  11 |   part: {each: parts}
     |         ^^^^^^^^^^^^^ write `when: …`
)");
  CHECK(declared("events:\n  calendar: {when: day, title: title}\n") ==
        R"(theme/collections/song.yaml:11:3: error: the name `calendar` belongs to the program [name-reserved]
  11 |   calendar: {when: day, title: title}
     |   ^^^^^^^^
)");
}

TEST_CASE("channels: a path that leads to nothing, or to what cannot serve, is shown where it stands") {
  CHECK(event("when: dya, title: title") == R"(theme/collections/song.yaml:11:16: error: unknown field `dya` in song [unknown-field]
  11 |   part: {when: dya, title: title}
     |                ^^^ did you mean `day`?
)");
  CHECK(event("when: day, title: place.nmae") == R"(theme/collections/song.yaml:11:28: error: unknown field `nmae` in song [unknown-field]
  11 |   part: {when: day, title: place.nmae}
     |                            ^^^^^^^^^^ did you mean `name`?
)");
  CHECK(event("each: entry.parts, when: when, title: name") == R"(theme/collections/song.yaml:11:16: error: unknown field `entry.parts` in song [unknown-field]
  11 |   part: {each: entry.parts, when: when, title: name}
     |                ^^^^^^^^^^^
)");
  CHECK(event("when: title, title: title") == R"(theme/collections/song.yaml:11:16: error: `title` is `text` where `when` is expected [wrong-shape]
  11 |   part: {when: title, title: title}
     |                ^^^^^
)");
  CHECK(event("each: parts, when: when, title: name, status: state, cancelled: [offf]") ==
        R"(theme/collections/song.yaml:11:75: error: `offf` is not one of the options of `state` [unknown-option]
  11 |   part: {each: parts, when: when, title: name, status: state, cancelled: [offf]}
     |                                                                           ^^^^ did you mean `off`?
)");
}

TEST_CASE("channels: a calendar is an entry's own, of all, or of what refers to the entry") {
  CHECK(declared("calendar: mine\n") == R"(theme/collections/song.yaml:10:11: error: `mine` is not one of the options of `calendar` [unknown-option]
  10 | calendar: mine
     |           ^^^^ known here: `own`, `all`
)");
  CHECK(declared("calendar: {within: place}\n") == R"(theme/collections/song.yaml:10:11: error: `calendar` has no attribute `by` [missing-attribute]
  10 | calendar: {within: place}
     |           ^^^^^^^^^^^^^^^ write `by: …`
)");
  CHECK(declared("calendar: {by: song}\n") == R"(theme/collections/song.yaml:10:16: error: unknown field `song` in collections [unknown-field]
  10 | calendar: {by: song}
     |                ^^^^
)");
}

TEST_CASE("channels: an item's event cannot be a field of its own") {
  CHECK(check_site("== theme/collections/song.yaml ==\nfiles: songs.yaml\nfields:\n  parts: {kind: list, fields: {event: word, when: when}}\nevents:\n  part: {each: parts, when: when, title: event}\n") ==
        R"(theme/collections/song.yaml:3:32: error: the name `event` belongs to the program [name-reserved]
   3 |   parts: {kind: list, fields: {event: word, when: when}}
     |                                ^^^^^
)");
}

TEST_CASE("channels: a time zone has a name and an offset") {
  const std::string pages = "pages: {home: {url: \"\", template: home.html}}\n";
  CHECK(check_site("== theme/theme.yaml ==\ntime_zone: {name: Asia/Ho_Chi_Minh, offset: \"+07:00\"}\n" + pages) == "");
  CHECK(check_site("== theme/theme.yaml ==\ntime_zone: {name: Asia/Ho_Chi_Minh, offset: \"7\"}\n" + pages) ==
        R"(theme/theme.yaml:1:45: error: `7` does not fit field `offset` of kind word [wrong-kind]
   1 | time_zone: {name: Asia/Ho_Chi_Minh, offset: "7"}
     |                                             ^^^ write it like "+07:00"
)");
}
