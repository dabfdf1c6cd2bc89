// A language of the site: its name, its words for the theme, and its ways of writing dates and numbers.
//
// All of it is data of the theme (`strings/<tag>.yaml`), so a third language needs no C++.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// The name of a pattern and the names that may stand in its braces, with blanks between.
struct DatePattern {
  std::string_view name, braces;
};

/// How a language writes a When. A pattern is a text with names in braces:
///
///     {day} 1, {day2} 01; {month} its entry in `months`, {month_number} 6, {month_number2} 06; {year} 2024; {season};
///     {hour} 8, {hour2} 08, {minute2} 30; the end of a range has the same with `to_` in front: {to_day2};
///     {date} a whole date by another pattern, {time} by `time`, {from} and {to} the two ends; {span} by a `span_…`; {n}.
///
/// The names, each with what it says in English:
///
///     day 1 June 2024                       month June 2024                    year 2024
///     season summer 2024                    decade the 2020s (`202X`)          year_unstated 2000 to 2099 (`20XX`)
///     month_unstated 2024, some month       day_unstated June 2024, some day
///     time 08:30                            day_with_time 1 June 2024, 08:30
///     days_in_month 1 to 30 June 2024       days_in_year 25 May to 10 June 2024
///     months_in_year June to September 2024                                    years 2016–2020
///     times_in_day 1 June 2024, 08:00 to 11:30                                 range {from} to {to}, any other two
///     since from {date} onwards (`D/..`)    until_day by {date}, a day         until_end by the end of {date}, the rest
///     before before 12 July 2024 (`{before: …}`)
///     begin_unknown `/D`                    end_unknown `D/`
///     uncertain expected {date} (`?`)       approximate about {date} (`~`)
///     yearly 1 June every year              within {span} after something undated
///     deadline by {date}, counted from something dated, or with a time of day
///     span_days, span_weeks, span_months, span_years: {n} days
///     to_be_announced                       exact_day_to_be_announced {date} and that its day is to come
///
/// A name with `_short` is for tables (`day_short`); a `span_…` may have a CLDR plural category (`span_days_one`). Both
/// may be left out; the plain name serves for them.
struct DateForms {
  std::array<std::string, 12> months;   ///< "01","02","3" … or "January" …
  std::array<std::string, 4> seasons;   ///< spring, summer, autumn, winter
  std::map<std::string, std::string, std::less<>> patterns;

  static const std::vector<DatePattern>& all();
  /// The names that `patterns` must have, in the order in which the documentation tells them.
  static const std::vector<std::string_view>& names();
  /// The pattern meant by a key, also for `day_short` and `span_days_one`; null where there is none.
  static const DatePattern* find(std::string_view name);
};

struct NumberForms {
  std::string group = ",", decimal = ".";
};

/// A word of the theme: one text, or one per CLDR plural category ("one", "other").
using Wording = std::map<std::string, std::string, std::less<>>;

/// By which words of a language it is known that a text tells of one person: see checks/personal.h. Phrases in any case; `#` stands for a
/// number, in digits with whatever is behind them or in words ("# tuổi"); `#t` for one in digits with a `t` behind it.
struct Privacy {
  std::vector<std::string> mail_hosts;     ///< where anybody gets an address: "gmail.com", "yahoo." with any end
  std::vector<std::string> country_codes;  ///< with which a phone number may begin, without plus: "84"
  std::vector<std::string> family_names;   ///< with which a full name begins, also in capitals; "H'" with no blank behind it
  std::vector<std::string> not_names;      ///< what begins like a name and is none
  std::vector<std::string> public_names;   ///< before a name: it is that of a street, or of somebody in office
  std::vector<std::string> public_behind;  ///< the same, behind a name
  std::vector<std::string> before_places;  ///< before capitalised words, or the first of them: they are no name of a person
  std::vector<std::string> people;         ///< whom a text has to speak of, but where somebody young is told
  std::vector<std::string> details;        ///< beside a name: it can be known who that is
  std::vector<std::string> ages;           ///< the same, also in the next sentence; right beside two to four capitalised words they are a name
  std::vector<std::string> groups;         ///< what looks like an age and is that of many: "dưới #"
  std::vector<std::string> young;          ///< ages and years of birth of those who are to be protected: "3-17"
  std::vector<std::string> numbers;        ///< words that are such ages, or parts of them: "mười"
  bool is_empty() const { return mail_hosts.empty() && family_names.empty(); }
};

struct Language {
  std::string tag;   ///< BCP 47: "vi"
  std::string name;  ///< in itself: "Tiếng Việt"
  DateForms dates;
  NumberForms numbers;
  Privacy privacy;
  std::map<std::string, Wording, std::less<>> strings;

  /// The words for `key`, or null.
  const Wording* find(std::string_view key) const;
};

}  // namespace model
