#include "checks/former_year.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/characters.h"
#include "checks/said.h"

namespace checks {

namespace {

using base::Code;
using base::Diagnostic;
using base::Hint;
using model::Entry;
using model::Kind;
using model::Value;

/// Where a text names a year: not "29/2024/TT", which numbers a document, nor "2020-2024", which is not that year alone.
std::size_t find_year(std::string_view text, std::string_view year, std::size_t from) {
  constexpr std::string_view dash = "–";
  for (auto at = text.find(year, from); at != text.npos; at = text.find(year, at + 1)) {
    const auto before = text.substr(0, at), after = text.substr(at + year.size());
    const auto ends_in_digit = [&](std::size_t joined) { return before.size() > joined && is_digit(before[before.size() - joined - 1]); };
    const auto begins_with_digit = [&](std::size_t joined) { return after.size() > joined && is_digit(after[joined]); };
    const bool is_part = ends_in_digit(0) || begins_with_digit(0) || after.starts_with('/');
    const bool is_span = (before.ends_with('-') && ends_in_digit(1)) || (before.ends_with(dash) && ends_in_digit(dash.size())) ||
                         (after.starts_with('-') && begins_with_digit(1)) || (after.starts_with(dash) && begins_with_digit(dash.size()));
    if (!is_part && !is_span) return at;
  }
  return text.npos;
}

/// The year at `at` with what is joined to it and the word before: "tháng 9/2024".
std::string_view with_word_before(std::string_view text, std::size_t at, std::size_t length) {
  constexpr std::string_view between = " \t\n\"'`()[]*_,.;:“”‘’";
  const auto word_before = [&](std::size_t end) {
    const auto gap = text.substr(0, end).find_last_of(between);
    return gap == text.npos ? 0 : gap + 1;
  };
  auto begin = word_before(at);
  if (begin > 1 && text[begin - 1] == ' ') begin = word_before(begin - 1) < begin - 1 ? word_before(begin - 1) : begin;
  return text.substr(begin, at + length - begin);
}

struct Text {
  std::size_t field, language;
  const Value* value;
  std::string_view words;
};

/// The texts of an entry that a new year may begin with and that name a year.
std::vector<Text> texts_that_name(const Entry& entry, std::string_view year) {
  std::vector<Text> texts;
  const auto& fields = entry.collection->fields;
  for (std::size_t i = 0; i < std::min(fields.size(), entry.fields.fields.size()); ++i) {
    if (fields[i].new_year == model::NewYear::clear) continue;
    for_each_said(entry.fields.fields[i].second, fields[i], 0, [&](const Value& value, Kind, std::size_t language) {
      if (const auto words = text_of(value); find_year(words, year, 0) != words.npos) texts.push_back({i, language, &value, words});
    });
  }
  return texts;
}

/// The year of an entry, and the rest of its id, by which it is the same in other years: "2024/lang-son" → "lang-son".
struct Year {
  const Entry* entry;
  std::string same;
  int year;
};

std::optional<Year> year_of(const Entry& entry, const model::Field& field) {
  const Value* value = entry.fields.find(field.name);
  const auto* dated = value ? value->get<base::Box<model::Dated>>() : nullptr;
  const auto first = dated ? (*dated)->when.first_day() : std::nullopt;
  if (!first) return std::nullopt;
  std::string same, rest = entry.id + '/';
  for (const auto& piece : entry.collection->files.pieces) {
    if (!piece.is_field) continue;
    const auto end = rest.find('/');
    if (end == rest.npos) return std::nullopt;  // the year is no part of the id
    if (piece.text != field.name) same += rest.substr(0, end + 1);
    rest.erase(0, end + 1);
  }
  return Year{&entry, same + rest, static_cast<int>(std::chrono::year_month_day(*first).year())};
}

void compare(const Year& before, const Year& now, base::Diagnostics& diagnostics) {
  const std::string year = std::to_string(before.year);
  const auto former = texts_that_name(*before.entry, year);
  if (former.empty()) return;
  const auto* checked = checked_in(*now.entry);
  for (const auto& text : texts_that_name(*now.entry, year)) {
    const auto is_same = [&](const Text& one) { return one.field == text.field && one.language == text.language && one.words == text.words; };
    if (std::ranges::none_of(former, is_same)) continue;
    const auto may_stand = [&](std::size_t at) {
      return checked && std::ranges::any_of(*checked, [&](const Value& one) {
        const auto words = text_of(one), around = text.words.substr(0, at + year.size());
        return words.find(year) != words.npos && around.ends_with(words.substr(0, words.find(year) + year.size()));
      });
    };
    for (auto at = find_year(text.words, year, 0); at != text.words.npos; at = find_year(text.words, year, at + 1)) {
      if (may_stand(at)) continue;
      const auto words = with_word_before(text.words, at, year.size());
      diagnostics.add(Diagnostic{Code::former_year, place_of(*text.value, words), {std::string(words), year}}.hint(Hint::say_this_year, {std::string(words)}));
      break;  // once for each text
    }
  }
}

}  // namespace

void former_year(const model::Site& site, bool preview, base::Diagnostics& diagnostics) {
  for (const auto& entries : site.collections) {
    const auto* field = entries.collection->year_field();
    if (!field || entries.collection->holds == model::Holds::many) continue;
    std::map<std::string, std::vector<Year>> of_same;
    for (const auto* some : {&entries.all, &entries.hidden})
      for (const auto& entry : *some)
        if (auto year = year_of(entry, *field)) of_same[year->same].push_back(*year);
    for (auto& [same, years] : of_same) {
      std::ranges::sort(years, {}, &Year::year);
      for (std::size_t i = 1; i < years.size(); ++i)
        if (!preview || !years[i].entry->unconfirmed) compare(years[i - 1], years[i], diagnostics);
    }
  }
}

}  // namespace checks
