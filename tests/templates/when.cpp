#include "templates/when.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "load/gate.h"
#include "load/strings.h"

using model::When;
using templates::format;
using templates::format_short;

namespace {

/// A language of the default theme, as its strings file says.
model::Language language(const std::string& tag) {
  base::Sources sources;
  base::Diagnostics diagnostics;
  const std::string path = "themes/default/strings/" + tag + ".yaml";
  const auto* source = load::read(path, path, sources, diagnostics);
  REQUIRE(source);
  const auto node = load::parse_yaml(*source, {0, static_cast<std::uint32_t>(source->text.size())}, diagnostics);
  REQUIRE(node);
  model::Language language;
  language.tag = tag;
  load::read_strings(*node, language, diagnostics);
  REQUIRE(diagnostics.sorted().empty());
  return language;
}

const model::Language& vi() {
  static const auto one = language("vi");
  return one;
}

const model::Language& en() {
  static const auto one = language("en");
  return one;
}

When when(std::string_view text) {
  const auto read = model::parse_when(text);
  REQUIRE_MESSAGE(std::holds_alternative<When>(read), text);
  return std::get<When>(read);
}

When relative(std::string_view span, std::string_view anchor = {}) {
  auto one = model::parse_span(span).value();
  one.anchor = model::parse_day(anchor);
  return When{one};
}

struct Case {
  std::string when, vi, en;
};

void check(const std::vector<Case>& cases) {
  for (const auto& one : cases) {
    CHECK(format(when(one.when), vi()) == one.vi);
    CHECK(format(when(one.when), en()) == one.en);
  }
}

void check_short(const std::vector<Case>& cases) {
  for (const auto& one : cases) {
    CHECK(format_short(when(one.when), vi()) == one.vi);
    CHECK(format_short(when(one.when), en()) == one.en);
  }
}

}  // namespace

TEST_CASE("dates: the strings of both languages name every pattern") {
  for (const auto* one : {&vi(), &en()})
    for (const auto name : model::DateForms::names()) {
      CAPTURE(one->tag);
      CAPTURE(std::string(name));
      CHECK(one->dates.patterns.contains(name));
    }
}

TEST_CASE("dates: every pattern of both languages uses only the names that it may") {
  for (const auto* one : {&vi(), &en()})
    for (const auto& [name, pattern] : one->dates.patterns) {
      CAPTURE(one->tag);
      CAPTURE(name);
      REQUIRE(model::DateForms::find(name));
      const auto known = ' ' + std::string(model::DateForms::find(name)->braces) + ' ';
      for (auto open = pattern.find('{'); open != pattern.npos; open = pattern.find('{', open + 1))
        CHECK(known.find(' ' + pattern.substr(open + 1, pattern.find('}', open) - open - 1) + ' ') != known.npos);
    }
}

TEST_CASE("dates: in Vietnamese only days below ten and the months January and February carry a zero") {
  check({{"2024-06-01", "ngày 01 tháng 6 năm 2024", "1 June 2024"},
         {"2024-01-09", "ngày 09 tháng 01 năm 2024", "9 January 2024"},
         {"2024-02-29", "ngày 29 tháng 02 năm 2024", "29 February 2024"},
         {"2024-03-10", "ngày 10 tháng 3 năm 2024", "10 March 2024"},
         {"2024-12-31", "ngày 31 tháng 12 năm 2024", "31 December 2024"}});
  check_short({{"2024-06-01", "01/6/2024", "1 June 2024"},
               {"2024-02-29", "29/02/2024", "29 February 2024"},
               {"2024-07-12", "12/7/2024", "12 July 2024"}});
}

TEST_CASE("dates: a month, a year, a season, and what a document leaves blank") {
  check({{"2024-10", "tháng 10 năm 2024", "October 2024"},
         {"2024-01", "tháng 01 năm 2024", "January 2024"},
         {"2023", "năm 2023", "2023"},
         {"2024-21", "mùa xuân năm 2024", "spring 2024"},
         {"2024-24", "mùa đông năm 2024", "winter 2024"},
         {"202X", "những năm 2020", "the 2020s"},
         {"20XX", "một năm từ 2000 đến 2099", "a year from 2000 to 2099"},
         {"2024-XX", "năm 2024 (không ghi tháng)", "2024 (month not stated)"},
         {"2024-XX-XX", "năm 2024 (không ghi tháng)", "2024 (month not stated)"},
         {"2024-06-XX", "tháng 6 năm 2024 (không ghi ngày)", "June 2024 (day not stated)"}});
  check_short({{"2024-10", "tháng 10/2024", "October 2024"},
               {"2023", "2023", "2023"},
               {"2024-22", "mùa hè 2024", "summer 2024"},
               {"2024-06-XX", "tháng 6/2024", "June 2024"}});
}

TEST_CASE("dates: what the plans print, whole") {
  check({{"2024-10?", "dự kiến tháng 10 năm 2024", "expected October 2024"},
         {"2024-05-21?/2024-05-31?", "dự kiến từ ngày 21 đến ngày 31 tháng 5 năm 2024", "expected 21 to 31 May 2024"},
         {"2024-06-01?", "dự kiến ngày 01 tháng 6 năm 2024", "expected 1 June 2024"},
         {"../2023-07-15", "đến hết ngày 15 tháng 7 năm 2023", "by 15 July 2023"},
         {"../2024-07-12", "đến hết ngày 12 tháng 7 năm 2024", "by 12 July 2024"},
         {"2024-06/2024-09", "từ tháng 6 đến tháng 9 năm 2024", "June to September 2024"},
         {"2019/..", "từ năm 2019", "from 2019 onwards"},
         {"--05-20", "ngày 20 tháng 5 hằng năm", "20 May every year"},
         {"--11-15", "ngày 15 tháng 11 hằng năm", "15 November every year"},
         {"--06-01", "ngày 01 tháng 6 hằng năm", "1 June every year"},
         {"2016/2020", "giai đoạn 2016 - 2020", "2016–2020"},
         {"2024-06-01/2024-06-30", "từ ngày 01 đến ngày 30 tháng 6 năm 2024", "1 to 30 June 2024"},
         {"tba", "sẽ thông báo sau", "to be announced"}});
  check_short({{"2024-05-21?/2024-05-31?", "dự kiến 21 - 31/5/2024", "expected 21–31 May 2024"},
               {"2024-06-01?", "dự kiến 01/6/2024", "expected 1 June 2024"},
               {"../2024-07-12", "đến hết ngày 12/7/2024", "by 12 July 2024"},
               {"2024-06/2024-09", "tháng 6 - 9/2024", "June–September 2024"},
               {"2019/..", "từ 2019", "from 2019 onwards"},
               {"--06-01", "01/6 hằng năm", "1 June every year"},
               {"2016/2020", "2016 - 2020", "2016–2020"},
               {"2024-06-01/2024-06-30", "01 - 30/6/2024", "1–30 June 2024"},
               {"tba", "sẽ thông báo sau", "to be announced"}});
}

TEST_CASE("dates: the two ends of an interval share what they have in common") {
  check({{"2024-05-25/2024-06-10", "từ ngày 25 tháng 5 đến ngày 10 tháng 6 năm 2024", "25 May to 10 June 2024"},
         {"2023-12-25/2024-01-05", "từ ngày 25 tháng 12 năm 2023 đến ngày 05 tháng 01 năm 2024",
          "25 December 2023 to 5 January 2024"},
         {"2023-10/2024-02", "từ tháng 10 năm 2023 đến tháng 02 năm 2024", "October 2023 to February 2024"},
         {"2024-06-01/2024-06-01", "ngày 01 tháng 6 năm 2024", "1 June 2024"},
         {"2024-06/2024-06", "tháng 6 năm 2024", "June 2024"},
         {"2024/2024", "năm 2024", "2024"},
         {"2024-06-15/2024-09", "từ ngày 15 tháng 6 năm 2024 đến tháng 9 năm 2024", "15 June 2024 to September 2024"},
         {"2019/2020-06", "từ năm 2019 đến tháng 6 năm 2020", "2019 to June 2020"},
         {"2024-21/2024-22", "từ mùa xuân năm 2024 đến mùa hè năm 2024", "spring 2024 to summer 2024"},
         {"201X/202X", "từ những năm 2010 đến những năm 2020", "the 2010s to the 2020s"}});
  check_short({{"2024-05-25/2024-06-10", "25/5 - 10/6/2024", "25 May – 10 June 2024"},
               {"2023-12-25/2024-01-05", "25/12/2023 - 05/01/2024", "25 December 2023 – 5 January 2024"},
               {"2023-10/2024-02", "tháng 10/2023 - tháng 02/2024", "October 2023 – February 2024"}});
}

TEST_CASE("dates: an end that is open or unknown") {
  check({{"2024-06-01/..", "từ ngày 01 tháng 6 năm 2024", "from 1 June 2024 onwards"},
         {"../2024-09", "đến hết tháng 9 năm 2024", "by the end of September 2024"},
         {"../2030", "đến hết năm 2030", "by the end of 2030"},
         {"../2024-23", "đến hết mùa thu năm 2024", "by the end of autumn 2024"},
         {"../202X", "đến hết những năm 2020", "by the end of the 2020s"},
         {"../2024-07-12T17:00", "chậm nhất 17 giờ 00, ngày 12 tháng 7 năm 2024", "by 12 July 2024, 17:00"},
         {"2024-06-01/", "từ ngày 01 tháng 6 năm 2024, chưa rõ ngày kết thúc", "from 1 June 2024, end not known"},
         {"/2024-06-30", "đến ngày 30 tháng 6 năm 2024, chưa rõ ngày bắt đầu",
          "until 30 June 2024, beginning not known"}});
}

TEST_CASE("dates: doubts are said once where both ends share them, and beside the end that has them where not") {
  check({{"2024-10~", "khoảng tháng 10 năm 2024", "about October 2024"},
         {"2024-10%", "dự kiến khoảng tháng 10 năm 2024", "expected about October 2024"},
         {"2024-06~/2024-09~", "khoảng từ tháng 6 đến tháng 9 năm 2024", "about June to September 2024"},
         {"2024-06%/2024-09?", "dự kiến từ khoảng tháng 6 năm 2024 đến tháng 9 năm 2024",
          "expected about June 2024 to September 2024"},
         {"2024-06-01/2024-09?", "từ ngày 01 tháng 6 năm 2024 đến dự kiến tháng 9 năm 2024",
          "1 June 2024 to expected September 2024"},
         {"../2024-07-12?", "dự kiến đến hết ngày 12 tháng 7 năm 2024", "expected by 12 July 2024"},
         {"2019~/..", "từ khoảng năm 2019", "from about 2019 onwards"}});
}

TEST_CASE("dates: a time of day") {
  check({{"2024-06-01T08:30", "8 giờ 30, ngày 01 tháng 6 năm 2024", "1 June 2024, 08:30"},
         {"2024-06-01T00:05", "0 giờ 05, ngày 01 tháng 6 năm 2024", "1 June 2024, 00:05"},
         {"2024-06-01T14:00?", "dự kiến 14 giờ 00, ngày 01 tháng 6 năm 2024", "expected 1 June 2024, 14:00"},
         {"2024-06-01T08:00/2024-06-01T11:30", "từ 8 giờ 00 đến 11 giờ 30, ngày 01 tháng 6 năm 2024",
          "1 June 2024, 08:00 to 11:30"},
         {"2024-06-01T08:00/2024-06-02T11:30",
          "từ 8 giờ 00, ngày 01 tháng 6 năm 2024 đến 11 giờ 30, ngày 02 tháng 6 năm 2024",
          "1 June 2024, 08:00 to 2 June 2024, 11:30"}});
  check_short({{"2024-06-01T08:30", "8h30, 01/6/2024", "1 June 2024, 08:30"},
               {"2024-06-01T08:00/2024-06-01T11:30", "8h00 - 11h30, 01/6/2024", "1 June 2024, 08:00–11:30"}});
}

TEST_CASE("dates: before a day names that day, which does not count any more") {
  for (const auto& [day, vietnamese, english] : std::vector<Case>{{"2024-07-12", "trước ngày 12/7/2024", "before 12 July 2024"},
                                                                  {"2024-03-01", "trước ngày 01/3/2024", "before 1 March 2024"},
                                                                  {"2025-01-01", "trước ngày 01/01/2025", "before 1 January 2025"}}) {
    CHECK(format(model::before(*model::parse_day(day)), vi()) == vietnamese);
    CHECK(format(model::before(*model::parse_day(day)), en()) == english);
  }
}

TEST_CASE("dates: what is counted from something else is a span, until its day is known") {
  CHECK(format(relative("P15D"), vi()) == "chậm nhất 15 ngày sau khi kết thúc");
  CHECK(format(relative("P15D"), en()) == "within 15 days after the end");
  CHECK(format(relative("P1D"), en()) == "within 1 day after the end");
  CHECK(format(relative("P2W"), vi()) == "chậm nhất 2 tuần sau khi kết thúc");
  CHECK(format(relative("P1W"), en()) == "within 1 week after the end");
  CHECK(format(relative("P1M"), vi()) == "chậm nhất 1 tháng sau khi kết thúc");
  CHECK(format(relative("P3M"), en()) == "within 3 months after the end");
  CHECK(format(relative("P1Y"), vi()) == "chậm nhất 1 năm sau khi kết thúc");
  CHECK(format(relative("P2Y"), en()) == "within 2 years after the end");
  CHECK(format(relative("P15D", "2024-10-20"), vi()) == "chậm nhất ngày 04 tháng 11 năm 2024");
  CHECK(format(relative("P15D", "2024-10-20"), en()) == "by 4 November 2024");
  CHECK(format_short(relative("P15D", "2024-10-20"), vi()) == "chậm nhất 04/11/2024");
}

TEST_CASE("dates: a month whose day is still to be announced") {
  When october = when("2024-10?");
  october.to_be_announced = true;
  CHECK(format(october, vi()) == "dự kiến tháng 10 năm 2024 (ngày cụ thể sẽ thông báo sau)");
  CHECK(format(october, en()) == "expected October 2024 (exact day to be announced)");
  CHECK(format(When{model::Announced{}, false}, vi()) == "sẽ thông báo sau");
}

TEST_CASE("dates: what a language has no words for is written in EDTF") {
  model::Language bare;
  CHECK(format(when("2024-06-01"), bare) == "2024-06-01");
  CHECK(format(when("2024-06-01?/2024-06-30?"), bare) == "2024-06-01?/2024-06-30?");
  CHECK(format(when("tba"), bare) == "tba");
  CHECK(format(relative("P15D"), bare) == "P15D");

  bare.dates.patterns = {
      {"day", "{day} {month}"}, {"year", "{yeer}"}, {"month", "{month"}, {"range", "{from}>{to}"}, {"yearly", "a } b"}};
  CHECK(format(when("2024-06-01"), bare) == "2024-06-01");
  CHECK(format(when("2024"), bare) == "2024");
  CHECK(format(when("2024-06"), bare) == "2024-06");
  CHECK(format(when("--06-01"), bare) == "a } b");
  bare.dates.months[5] = "tháng 6";
  CHECK(format(when("2024-06-01"), bare) == "1 tháng 6");
  CHECK(format(when("2024-06-01/2025-06-02"), bare) == "1 tháng 6>2 tháng 6");
  CHECK(format(when("2024-06-01/2025-07-02"), bare) == "2024-06-01/2025-07-02");
}
