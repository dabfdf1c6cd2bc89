#include "checks/digits.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "checks/characters.h"
#include "checks/numbers.h"

namespace checks {

namespace {

using model::Field;
using model::Value;

bool is_month_missing(const Numbers& a, const Numbers& b) {
  return std::ranges::any_of(missing(a, b), [](const std::string& number) { return number.size() == 1 || number == "10" || number == "11" || number == "12"; });
}

/// "`30`, `2024`"; the first few of many, and of their digits.
std::string listed(const Numbers& numbers) {
  constexpr std::size_t most = 5, most_digits = 30;
  std::string all;
  for (std::size_t i = 0; i < numbers.size() && i < most; ++i) all += (i == 0 ? "`" : ", `") + numbers[i].substr(0, most_digits) + (numbers[i].size() > most_digits ? "…`" : "`");
  return numbers.size() > most ? all + ", …" : all;
}

/// Where a text says a number, or where it begins to say anything.
base::Place place_of(const Value& value, std::string_view number) {
  base::Place place = value.place;
  if (!value.get<base::Box<model::Prose>>() || !place.source) return place;
  const std::string_view text = std::string_view(place.source->text).substr(0, place.span.end);
  const auto is_part = [&](std::size_t at) { return (at > 0 && is_digit(text[at - 1])) || (at + number.size() < text.size() && is_digit(text[at + number.size()])); };
  std::size_t begin = number.empty() ? text.npos : text.find(number, place.span.begin);
  while (begin != text.npos && is_part(begin)) begin = text.find(number, begin + 1);
  std::size_t end = begin + number.size();
  if (begin == text.npos) {
    begin = std::min(text.find_first_not_of(" \n", place.span.begin), text.size());
    end = std::min(text.find('\n', begin), text.size());
  }
  return {place.source, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
}

/// "2024-06-30", and of what is before a day that day as well.
Numbers numbers_of_date(const model::When& when) {
  const auto day = when.before_day();
  return merged(checks::numbers_of(model::to_edtf(when)), day ? checks::numbers_of(model::to_iso(*day)) : Numbers());
}

/// The numbers of all amounts and dates in a value, but for 0 and 1.
Numbers figures_of(const Value& value) {
  Numbers all;
  model::for_each_value(value, [&](const Value& one) {
    if (const auto* dated = one.get<base::Box<model::Dated>>()) all = merged(all, numbers_of_date((*dated)->when));
    if (const auto* number = one.get<double>()) all = merged(all, checks::numbers_of(fmt::format("{}", *number)));
    if (const auto* quantity = one.get<base::Box<model::Quantity>>())
      all = merged(all, checks::numbers_of(fmt::format("{} {}", (*quantity)->value, (*quantity)->of.value_or(0))));
  });
  return missing(all, {"0", "1"});
}

class Comparison {
 public:
  Comparison(const model::Site& site, base::Diagnostics& diagnostics) : site_(site), diagnostics_(diagnostics) {}

  /// Of the fields of an entry or record.
  void visit(const model::Record& record, const std::vector<Field>& fields) const {
    for (std::size_t i = 0; i < std::min(fields.size(), record.fields.size()); ++i) {
      const Value& value = record.fields[i].second;
      if (fields[i].name == model::slug_field) continue;
      visit(value, fields[i]);
      const Value* figures = fields[i].says.empty() ? nullptr : record.find(fields[i].says);
      if (const auto* text = value.get<model::Translated>(); text && figures) compare(*text, *figures);
    }
  }

 private:
  void visit(const Value& value, const Field& field) const {
    if (const auto* translated = value.get<model::Translated>()) return compare(*translated);
    if (const auto* dated = value.get<base::Box<model::Dated>>()) return compare(**dated);
    if (const auto* list = value.get<model::List>())
      for (const auto& item : *list) visit(item, field.fields.front());
    if (const auto* record = value.get<model::Record>()) visit(*record, field.fields);
  }

  struct Said {
    std::size_t language;
    Numbers numbers;
  };

  /// Months are only looked for where their numbers could be what is missing.
  void compare(const model::Translated& translated) const {
    auto said = numbers_of(translated, false);
    for (std::size_t i = 1; i < said.size(); ++i)
      if (is_month_missing(said[0].numbers, said[i].numbers) || is_month_missing(said[i].numbers, said[0].numbers)) {
        said = numbers_of(translated, true);
        break;
      }
    for (std::size_t i = 1; i < said.size(); ++i) report(translated, said[0], said[i]);
  }

  /// The wording of a date says no number that the date does not have; what is to be announced has none.
  void compare(const model::Dated& dated) const {
    compare(dated.text);
    compare(dated.note);
    if (dated.text.languages.empty() || std::holds_alternative<model::Announced>(dated.when.value)) return;
    const Numbers known = numbers_of_date(dated.when);
    for (const auto& said : numbers_of(dated.text, true)) report(base::Code::wording_differs, dated.text, said, missing(said.numbers, known));
  }

  /// A text says all numbers of these figures.
  void compare(const model::Translated& text, const Value& figures) const {
    const Numbers known = figures_of(figures);
    if (known.empty()) return;
    for (const auto& said : numbers_of(text, true)) report(base::Code::figure_unsaid, text, said, missing(known, said.numbers));
  }

  void report(base::Code code, const model::Translated& text, const Said& said, const Numbers& numbers) const {
    if (!numbers.empty()) diagnostics_.add({code, place_of(text.languages[said.language], numbers.front()), {listed(numbers)}});
  }

  std::vector<Said> numbers_of(const model::Translated& translated, bool months) const {
    std::vector<Said> said;
    for (std::size_t i = 0; i < translated.languages.size(); ++i) {
      const Value& value = translated.languages[i];
      if (const auto* text = value.get<std::string>()) said.push_back({i, checks::numbers_of(*text, site_.languages[i], false, months)});
      else if (const auto* prose = value.get<base::Box<model::Prose>>()) said.push_back({i, checks::numbers_of((*prose)->html.text(), site_.languages[i], true, months)});
    }
    return said;
  }

  void report(const model::Translated& translated, const Said& one, const Said& other) const {
    const Numbers here = missing(one.numbers, other.numbers), there = missing(other.numbers, one.numbers);
    if (here.empty() && there.empty()) return;
    std::string all;
    const auto tell = [&](const Said& said, const Numbers& numbers) {
      if (!numbers.empty()) all += (all.empty() ? "" : "; ") + site_.languages[said.language].tag + " " + listed(numbers);
    };
    tell(one, here);
    tell(other, there);
    const auto place = [&](const Said& said, const Numbers& numbers) {
      return place_of(translated.languages[said.language], numbers.empty() ? std::string_view() : std::string_view(numbers.front()));
    };
    diagnostics_.add(base::Diagnostic{base::Code::digits_differ, place(one, here), {all}}.note(base::Hint::other_text, place(other, there)));
  }

  const model::Site& site_;
  base::Diagnostics& diagnostics_;
};

}  // namespace

void digits(const model::Site& site, int jobs, base::Diagnostics& diagnostics) {
  const Comparison comparison(site, diagnostics);
  for (const auto& entries : site.collections)
    base::parallel(entries.all.size(), jobs, [&](std::size_t i) { comparison.visit(entries.all[i].fields, entries.collection->fields); });
}

}  // namespace checks
