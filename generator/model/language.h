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

/// Patterns with `{day}` (1), `{day2}` (01), `{month}` (its entry in `months`), `{year}`; ranges also `{from}`, `{to}`
/// (each printed by its own pattern) or `{day}`/`{to_day}`, `{month}`/`{to_month}`, with `2` likewise.
struct DateForms {
  std::array<std::string, 12> months;   ///< "01","02","3" … or "January" …
  std::array<std::string, 4> seasons;   ///< spring, summer, autumn, winter
  std::map<std::string, std::string, std::less<>> patterns;
  /// The names that `patterns` must have, in the order in which the documentation tells them.
  static const std::vector<std::string_view>& names();
};

struct NumberForms {
  std::string group = ",", decimal = ".";
};

/// A word of the theme: one text, or one per CLDR plural category ("one", "other").
using Wording = std::map<std::string, std::string, std::less<>>;

struct Language {
  std::string tag;   ///< BCP 47: "vi"
  std::string name;  ///< in itself: "Tiếng Việt"
  DateForms dates;
  NumberForms numbers;
  std::map<std::string, Wording, std::less<>> strings;

  /// The words for `key`, or null.
  const Wording* find(std::string_view key) const;
};

}  // namespace model
