#include "model/when.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace model;

namespace {

When when(std::string_view text) {
  auto read = parse_when(text);
  const auto* mistake = std::get_if<WhenMistake>(&read);
  REQUIRE_MESSAGE(!mistake, text);
  return std::get<When>(read);
}

std::string iso(const std::optional<std::chrono::sys_days>& day) { return day ? to_iso(*day) : "-"; }

/// "first last": the two bounds of a text, `-` where it has none.
std::string bounds(const When& when) { return iso(when.first_day()) + ' ' + iso(when.last_day()); }

/// "trouble: part", or what was read after all.
std::string mistake(std::string_view text) {
  const auto read = parse_when(text);
  const auto* mistake = std::get_if<WhenMistake>(&read);
  if (!mistake) return "read as " + to_edtf(std::get<When>(read));
  switch (mistake->trouble) {
    case WhenTrouble::not_understood: return "not understood: " + mistake->part;
    case WhenTrouble::no_such_day: return "no such day: " + mistake->part;
    case WhenTrouble::ends_before_start: return "ends before it starts: " + mistake->part;
  }
  return "";
}

struct Case {
  std::string_view text, bounds;
};

constexpr Case in_order[] = {
    {"0000", "0000-01-01 0000-12-31"},
    {"XXXX", "0000-01-01 9999-12-31"},
    {"1XXX", "1000-01-01 1999-12-31"},
    {"20XX", "2000-01-01 2099-12-31"},
    {"2016/2020", "2016-01-01 2020-12-31"},
    {"2019", "2019-01-01 2019-12-31"},
    {"2019/", "2019-01-01 -"},
    {"2019/..", "2019-01-01 -"},
    {"202X", "2020-01-01 2029-12-31"},
    {"../2023-07-14", "- 2023-07-14"},
    {"2023-07-14", "2023-07-14 2023-07-14"},
    {"../2023-07-15", "- 2023-07-15"},
    {"/2023-07-15", "- 2023-07-15"},
    {"2023-07-15", "2023-07-15 2023-07-15"},
    {"2023-07-15?", "2023-07-15 2023-07-15"},
    {"2023-07-15T00:00", "2023-07-15 2023-07-15"},
    {"2023-07-15T08:00/2023-07-15T11:00", "2023-07-15 2023-07-15"},
    {"2023-07-15T08:00/2023-07-15T11:30", "2023-07-15 2023-07-15"},
    {"2023-07-15T08:30", "2023-07-15 2023-07-15"},
    {"2023-07-15/2023-07-16", "2023-07-15 2023-07-16"},
    {"2024", "2024-01-01 2024-12-31"},
    {"2024-XX", "2024-01-01 2024-12-31"},
    {"2024-XX-XX", "2024-01-01 2024-12-31"},
    {"2024-02", "2024-02-01 2024-02-29"},
    {"2024-02-29", "2024-02-29 2024-02-29"},
    {"2024-21", "2024-03-01 2024-05-31"},
    {"2024-05-21?/2024-05-31?", "2024-05-21 2024-05-31"},
    {"2024-05-31~", "2024-05-31 2024-05-31"},
    {"2024-06-01", "2024-06-01 2024-06-01"},
    {"2024-06", "2024-06-01 2024-06-30"},
    {"2024-06-01/2024-06-30", "2024-06-01 2024-06-30"},
    {"2024-06-XX", "2024-06-01 2024-06-30"},
    {"2024-22", "2024-06-01 2024-08-31"},
    {"2024-06/2024-09", "2024-06-01 2024-09-30"},
    {"2024-23", "2024-09-01 2024-11-30"},
    {"2024-10%", "2024-10-01 2024-10-31"},
    {"2024-10?", "2024-10-01 2024-10-31"},
    {"2024-24", "2024-12-01 2025-02-28"},
    {"9999-12-31", "9999-12-31 9999-12-31"},
    {"--02-29", "- -"},
    {"--05-20", "- -"},
    {"--06-01", "- -"},
    {"tba", "- -"},
};

Relative span(std::string_view text, std::optional<std::chrono::sys_days> anchor) {
  auto read = parse_span(text);
  REQUIRE_MESSAGE(read, text);
  read->anchor = anchor;
  return *read;
}

}  // namespace

TEST_CASE("when: every form knows its first and its last possible day") {
  for (const auto& [text, expected] : in_order) {
    CAPTURE(std::string(text));
    CHECK(bounds(when(text)) == expected);
  }
}

TEST_CASE("when: what was read is written as it was, and read again the same") {
  for (const auto& [text, expected] : in_order) {
    CAPTURE(std::string(text));
    CHECK(to_edtf(when(text)) == text);
    CHECK(when(to_edtf(when(text))) == when(text));
  }
}

TEST_CASE("when: a season's bounds in a leap year end on 29 February") {
  CHECK(bounds(when("2023-24")) == "2023-12-01 2024-02-29");
}

TEST_CASE("when: a doubt is kept apart from the day") {
  const auto doubts = [](std::string_view text) {
    const auto moment = std::get<Moment>(when(text).value);
    return std::pair(moment.uncertain, moment.approximate);
  };
  CHECK(doubts("2024-10") == std::pair(false, false));
  CHECK(doubts("2024-10?") == std::pair(true, false));
  CHECK(doubts("2024-10~") == std::pair(false, true));
  CHECK(doubts("2024-10%") == std::pair(true, true));
}

TEST_CASE("when: a time keeps its hour and minute, and drops seconds and offset") {
  for (const auto text : {"2024-06-01T08:30", "2024-06-01T08:30:59", "2024-06-01T08:30Z", "2024-06-01T08:30:00Z",
                          "2024-06-01T08:30+07", "2024-06-01T08:30:00+07:00", "2024-06-01T08:30-05:30"}) {
    CAPTURE(std::string(text));
    CHECK(to_edtf(when(text)) == "2024-06-01T08:30");
  }
  CHECK(to_edtf(when("2024-06-01T08:30+07:00?")) == "2024-06-01T08:30?");
}

TEST_CASE("when: what is to be announced says so in both ways") {
  CHECK(when("tba") == When{Announced{}, true});
  CHECK_FALSE(when("2024-10").to_be_announced);
}

TEST_CASE("when: a text that is no date is refused, with the part that is at fault") {
  const std::pair<const char*, const char*> cases[] = {
      {"", "not understood: "},
      {"?", "not understood: ?"},
      {"24", "not understood: 24"},
      {"20240601", "not understood: 20240601"},
      {"Y2024", "not understood: Y2024"},
      {"-2024", "not understood: -2024"},
      {"12024", "not understood: 12024"},
      {"2X24", "not understood: 2X24"},
      {"202x", "not understood: 202x"},
      {"202X-06", "not understood: 202X-06"},
      {"2024-6-1", "not understood: 2024-6-1"},
      {"2024-06-1", "not understood: 2024-06-1"},
      {"2024/06/01", "not understood: 06/01"},
      {"2024.06.01", "not understood: 2024.06.01"},
      {"01-06-2024", "not understood: 01-06-2024"},
      {"01/06/2024", "not understood: 01"},
      {"2024-XX-01", "not understood: 2024-XX-01"},
      {"2024-0X", "not understood: 2024-0X"},
      {"2024-06-3X", "not understood: 2024-06-3X"},
      {"2024-13", "not understood: 2024-13"},
      {"2024-00", "not understood: 2024-00"},
      {"2024-25", "not understood: 2024-25"},
      {"2024?-06", "not understood: 2024?-06"},
      {"?2024-06", "not understood: ?2024-06"},
      {"2024-06??", "not understood: 2024-06??"},
      {" 2024", "not understood:  2024"},
      {"2024-06-01 08:30", "not understood: 2024-06-01 08:30"},
      {"2024-06T08:30", "not understood: 2024-06T08:30"},
      {"2024-06-XXT08:30", "not understood: 2024-06-XXT08:30"},
      {"2024-06-01T", "not understood: 2024-06-01T"},
      {"2024-06-01T8:30", "not understood: 2024-06-01T8:30"},
      {"2024-06-01T24:00", "not understood: 2024-06-01T24:00"},
      {"2024-06-01T08:60", "not understood: 2024-06-01T08:60"},
      {"2024-06-01T08:30:", "not understood: 2024-06-01T08:30:"},
      {"2024-06-01T08:30:61", "not understood: 2024-06-01T08:30:61"},
      {"2024-06-01T08:30+7", "not understood: 2024-06-01T08:30+7"},
      {"2024-06-01T08:30+15:00", "not understood: 2024-06-01T08:30+15:00"},
      {"2024-06-01T08:30+07:0", "not understood: 2024-06-01T08:30+07:0"},
      {"/", "not understood: /"},
      {"..", "not understood: .."},
      {"../..", "not understood: ../.."},
      {"../", "not understood: ../"},
      {"/..", "not understood: /.."},
      {"2024/2025/2026", "not understood: 2025/2026"},
      {"2024-06-01/30", "not understood: 30"},
      {"2024-06-01/tba", "not understood: tba"},
      {"...../2024", "not understood: ....."},
      {"[..2023-07-14]", "not understood: [..2023-07-14]"},
      {"--06", "not understood: --06"},
      {"--6-1", "not understood: --6-1"},
      {"--06-01?", "not understood: --06-01?"},
      {"--XX-01", "not understood: --XX-01"},
      {"TBA", "not understood: TBA"},
      {"tháng 6", "not understood: tháng 6"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(std::string(text));
    CHECK(mistake(text) == expected);
  }
}

TEST_CASE("when: a day that no calendar has is told apart") {
  CHECK(mistake("2024-02-30") == "no such day: 2024-02-30");
  CHECK(mistake("2023-02-29") == "no such day: 2023-02-29");
  CHECK(mistake("1900-02-29") == "no such day: 1900-02-29");
  CHECK(mistake("2000-02-29") == "read as 2000-02-29");
  CHECK(mistake("2024-06-31?") == "no such day: 2024-06-31?");
  CHECK(mistake("2024-06-00") == "no such day: 2024-06-00");
  CHECK(mistake("2024-13-01") == "no such day: 2024-13-01");
  CHECK(mistake("2024-21-05") == "no such day: 2024-21-05");
  CHECK(mistake("2024-13-XX") == "no such day: 2024-13-XX");
  CHECK(mistake("2024-06-31T08:00") == "no such day: 2024-06-31T08:00");
  CHECK(mistake("2024-06-01/2024-06-31") == "no such day: 2024-06-31");
  CHECK(mistake("2024-02-30/2024-06-31") == "no such day: 2024-02-30");
  CHECK(mistake("--02-30") == "no such day: --02-30");
  CHECK(mistake("--13-01") == "no such day: --13-01");
}

TEST_CASE("when: an interval ends before it starts only where no day could be in it") {
  CHECK(mistake("2024-06-02/2024-06-01") == "ends before it starts: 2024-06-02/2024-06-01");
  CHECK(mistake("2024-07/2024-06-30") == "ends before it starts: 2024-07/2024-06-30");
  CHECK(mistake("2021/2020-12") == "ends before it starts: 2021/2020-12");
  CHECK(mistake("2024-06-01T11:00/2024-06-01T08:00") == "ends before it starts: 2024-06-01T11:00/2024-06-01T08:00");
  CHECK(mistake("2024-06-01/2024-06-01") == "read as 2024-06-01/2024-06-01");
  CHECK(mistake("2024-06-15/2024-06") == "read as 2024-06-15/2024-06");
  CHECK(mistake("2024-06/2024-06-15") == "read as 2024-06/2024-06-15");
  CHECK(mistake("2024-06/2024") == "read as 2024-06/2024");
  CHECK(mistake("202X/2024") == "read as 202X/2024");
  CHECK(mistake("2024-06-01T11:00/2024-06-01") == "read as 2024-06-01T11:00/2024-06-01");
  CHECK(mistake("2024-06-01T11:00/2024-06-02T08:00") == "read as 2024-06-01T11:00/2024-06-02T08:00");
}

TEST_CASE("when: a span is a whole number of one unit") {
  for (const auto text : {"P15D", "P2W", "P1M", "P1Y", "P0D", "P9999Y"}) {
    CAPTURE(std::string(text));
    CHECK(to_edtf(When{span(text, std::nullopt)}) == text);
    CHECK(bounds(When{span(text, std::nullopt)}) == "- -");
  }
  CHECK(parse_span("P015D")->count == 15);
  for (const auto text : {"", "P", "PD", "15D", "P15", "p15d", "P1.5D", "P-1D", "P1Y2M", "P10000D", "PT15M", "P15D "}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(parse_span(text));
  }
}

TEST_CASE("when: a span after a known day ends on a day of the calendar") {
  const auto last = [](std::string_view text, std::string_view anchor) {
    return bounds(When{span(text, parse_day(anchor))});
  };
  CHECK(last("P15D", "2024-10-20") == "- 2024-11-04");
  CHECK(last("P2W", "2024-02-20") == "- 2024-03-05");
  CHECK(last("P1M", "2024-01-31") == "- 2024-02-29");
  CHECK(last("P12M", "2024-02-29") == "- 2025-02-28");
  CHECK(last("P4Y", "2024-02-29") == "- 2028-02-29");
  CHECK(last("P0D", "2024-06-01") == "- 2024-06-01");
  CHECK(last("P9999Y", "9999-12-31") == "- 19998-12-31");
}

TEST_CASE("when: before a day is up to the day before, open at its begin") {
  const When one = model::before(*parse_day("2024-03-01"));
  CHECK(to_edtf(one) == "../2024-02-29");
  CHECK(iso(one.last_day()) == "2024-02-29");
  CHECK_FALSE(one.first_day());
  CHECK(one != when("../2024-02-29"));
  CHECK((compare(one, when("../2024-02-29")) > 0));
  CHECK((compare(one, when("../2024-03-01")) < 0));
}

TEST_CASE("when: ISO 8601 has what is stated and no more") {
  const auto stated = [](std::string_view text) { return stated_begin(when(text)) + " " + stated_end(when(text)) + (is_exact(when(text)) ? " exact" : ""); };
  CHECK(stated("2024-06-01") == "2024-06-01 2024-06-01 exact");
  CHECK(stated("2024-06-01T08:30") == "2024-06-01T08:30 2024-06-01T08:30 exact");
  CHECK(stated("2024-06-01/2024-06-30") == "2024-06-01 2024-06-30 exact");
  CHECK(stated("2024-06-01?/2024-06-30") == "2024-06-01 2024-06-30");
  CHECK(stated("2024-10%") == "2024-10 2024-10");
  CHECK(stated("2024-06-XX") == "2024-06 2024-06");
  CHECK(stated("2024-XX") == "2024 2024");
  CHECK(stated("2024-06/2024-09") == "2024-06 2024-09");
  CHECK(stated("../2024-07-12") == " 2024-07-12");
  CHECK(stated("2019/..") == "2019 ");
  CHECK(stated("2024-21") == " ");
  CHECK(stated("202X") == " ");
  CHECK(stated("--06-01") == " ");
  CHECK(stated("tba") == " ");
  When to_come = when("2024-06-01");
  to_come.to_be_announced = true;
  CHECK_FALSE(is_exact(to_come));
}

TEST_CASE("when: the order is total, and the table above stands in it") {
  std::vector<When> all;
  for (const auto& one : in_order) all.push_back(when(one.text));
  for (std::size_t a = 0; a < all.size(); ++a)
    for (std::size_t b = 0; b < all.size(); ++b) {
      CAPTURE(in_order[a].text);
      CAPTURE(in_order[b].text);
      CHECK((compare(all[a], all[b]) == (a <=> b)));
    }
}

TEST_CASE("when: what differs in anything is never equal in order") {
  const auto day = parse_day("2024-06-01");
  Relative other = span("P1D", day);
  other.after = "sessions.when";
  const std::vector<When> all = {{span("P1D", day)},
                                 {other},
                                 {span("P1D", std::nullopt)},
                                 {span("P2D", parse_day("2024-05-31"))},
                                 when("2024-06-02"),
                                 {std::get<Moment>(when("2024-06-02").value), true},
                                 when("../2024-06-02"),
                                 when("tba"),
                                 {Announced{}, false},
                                 {span("P1W", std::nullopt)},
                                 when("--06-02")};
  for (std::size_t a = 0; a < all.size(); ++a)
    for (std::size_t b = 0; b < all.size(); ++b) {
      CAPTURE(a);
      CAPTURE(b);
      CHECK(((compare(all[a], all[b]) == 0) == (all[a] == all[b])));
      CHECK((compare(all[a], all[b]) == (0 <=> compare(all[b], all[a]))));
      for (const auto& c : all)
        if (compare(all[a], all[b]) < 0 && compare(all[b], c) < 0) CHECK((compare(all[a], c) < 0));
    }
}

TEST_CASE("when: whatever text is typed, it is read whole or refused") {
  // Pieces in every order, by a small generator that gives the same texts everywhere.
  constexpr std::string_view pieces[] = {"2024", "202X", "9999", "0000", "-",   "-06", "-02", "-30",
                                         "-XX",  "-24",  "-29",  "--",   "/",   "..",  "?",   "%",
                                         "T",    "T08",  ":30",  "Z",    "+07", "é",   "",    "tba"};
  std::uint32_t state = 1;
  int read_well = 0;
  for (int i = 0; i < 200'000; ++i) {
    std::string text;
    for (int k = 0; k <= i % 6; ++k) {
      state = state * 1664525 + 1013904223;
      text += pieces[(state >> 16) % std::size(pieces)];
    }
    const auto read = parse_when(text);
    const auto* found = std::get_if<When>(&read);
    if (!found) continue;
    ++read_well;
    CAPTURE(text);
    REQUIRE(when(to_edtf(*found)) == *found);
    if (found->first_day() && found->last_day()) REQUIRE(*found->first_day() <= *found->last_day());
  }
  CHECK(read_well > 100);
}

TEST_CASE("when: a plain day is read strictly") {
  CHECK(iso(parse_day("2024-06-01")) == "2024-06-01");
  CHECK(iso(parse_day("0001-01-01")) == "0001-01-01");
  for (const auto text :
       {"", "2024-06", "2024-06-XX", "2024-XX-XX", "2024-02-30", "2024-06-1?", "2024-06-01?", "20240601xx"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(parse_day(text));
  }
}

TEST_CASE("when: a local time is a day or a minute of it") {
  CHECK(to_iso(*parse_local_time("2027-05-01")) == "2027-05-01");
  CHECK(to_iso(*parse_local_time("2027-05-01T08:05")) == "2027-05-01T08:05");
  CHECK(*parse_local_time("2027-05-01") < *parse_local_time("2027-05-01T00:01"));
  for (const auto text : {"", "2027-05", "2027-02-30", "2027-05-01T", "2027-05-01T24:00", "2027-05-01 08:00", "2027-05-01T08:00:00", "now"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(parse_local_time(text));
  }
}

TEST_CASE("when: the first minute, and the first after the last") {
  const auto ends = [](std::string_view text) {
    const When one = when(std::string(text));
    const auto begin = begin_of(one), end = end_of(one);
    return (begin ? to_iso(*begin) : "-") + " " + (end ? to_iso(*end) : "-");
  };
  CHECK(ends("2027-05-01") == "2027-05-01 2027-05-02");
  CHECK(ends("2027-05-01T08:30") == "2027-05-01T08:30 2027-05-01T08:30");
  CHECK(ends("2027-05") == "2027-05-01 2027-06-01");
  CHECK(ends("2027-05-01T08:00/2027-05-02T17:00") == "2027-05-01T08:00 2027-05-02T17:00");
  CHECK(ends("../2027-05-01") == "- 2027-05-02");
  CHECK(ends("2027/..") == "2027-01-01 -");
  CHECK(ends("tba") == "- -");
  CHECK(ends("--05-01") == "- -");
}
