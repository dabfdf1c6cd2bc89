#include "checks/digits.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "base/text.h"

namespace checks {

namespace {

using model::Language;
using model::Value;

/// Sorted, each once.
using Numbers = std::vector<std::string>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

/// Reads the numbers of texts in one language.
class Reader {
 public:
  explicit Reader(const Language& language) : language_(language) {}

  /// Of a text, or of what a reader sees of HTML; with `months`, the name of a month, "June", is its number.
  Numbers operator()(const std::string& text, bool is_html, bool months) const {
    Numbers numbers;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      at += std::strcspn(text.c_str() + at, is_html ? "0123456789<" : "0123456789");
      if (months) add_months(std::string_view(text).substr(begin, at - begin), numbers);
      if (at >= text.size()) break;
      if (is_digit(text[at])) numbers.push_back(number(text, at));
      else if (text[at] == '<') at = std::min(text.find('>', at), text.size() - 1) + 1;
      else ++at;  // a NUL
    }
    std::ranges::sort(numbers);
    numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
    return numbers;
  }

 private:
  /// A run of digits without leading zeros. Digits may be grouped by threes, as the language does: 1.234.567. After a
  /// zero, and after other digits and the sign, they are not: 024.123.456 is a number to call.
  std::string number(std::string_view text, std::size_t& at) const {
    const auto run_at = [&](std::size_t begin) {
      std::size_t end = begin;
      while (end < text.size() && is_digit(text[end])) ++end;
      return end - begin;
    };
    std::size_t run = run_at(at);
    std::string digits(text.substr(at, run));
    at += run;
    const std::string& sign = language_.numbers.group;
    const std::string_view before = text.substr(0, at - run);
    const bool goes_on = before.ends_with(sign) && before.size() > sign.size() && is_digit(before[before.size() - sign.size() - 1]);
    while (run <= 3 && digits.front() != '0' && !goes_on && !sign.empty() && text.substr(at).starts_with(sign) && (run = run_at(at + sign.size())) == 3) {
      digits += text.substr(at + sign.size(), run);
      at += sign.size() + run;
    }
    return digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1));
  }

  /// The months that are named in text without digits and tags. Names that are digits are numbers anyway.
  void add_months(std::string_view text, Numbers& numbers) const {
    for (std::size_t i = 0; i < language_.dates.months.size(); ++i) {
      const std::string& name = language_.dates.months[i];
      for (std::size_t at = name.empty() ? text.npos : text.find(name); at != text.npos; at = text.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) numbers.push_back(std::to_string(i + 1));
      }
    }
  }

  const Language& language_;
};

/// The numbers of `a` that `b` does not have.
Numbers missing(const Numbers& a, const Numbers& b) {
  Numbers all;
  std::ranges::set_difference(a, b, std::back_inserter(all));
  return all;
}

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

class Comparison {
 public:
  Comparison(const model::Site& site, base::Diagnostics& diagnostics) : site_(site), diagnostics_(diagnostics) {
    for (const auto& language : site.languages) readers_.emplace_back(language);
  }

  void visit(const Value& value) const {
    if (const auto* translated = value.get<model::Translated>()) return compare(*translated);
    if (const auto* dated = value.get<base::Box<model::Dated>>()) return compare((*dated)->text), compare((*dated)->note);
    if (const auto* list = value.get<model::List>())
      for (const auto& item : *list) visit(item);
    if (const auto* record = value.get<model::Record>())
      for (const auto& [name, inner] : record->fields) visit(inner);
  }

 private:
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

  std::vector<Said> numbers_of(const model::Translated& translated, bool months) const {
    std::vector<Said> said;
    for (std::size_t i = 0; i < translated.languages.size(); ++i) {
      const Value& value = translated.languages[i];
      if (const auto* text = value.get<std::string>()) said.push_back({i, readers_[i](*text, false, months)});
      else if (const auto* prose = value.get<base::Box<model::Prose>>()) said.push_back({i, readers_[i]((*prose)->html.text(), true, months)});
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
  std::vector<Reader> readers_;  ///< of each language
};

}  // namespace

void digits(const model::Site& site, int jobs, base::Diagnostics& diagnostics) {
  const Comparison comparison(site, diagnostics);
  for (const auto& entries : site.collections)
    base::parallel(entries.all.size(), jobs, [&](std::size_t i) {
      for (const auto& [name, value] : entries.all[i].fields.fields)
        if (name != model::slug_field) comparison.visit(value);
    });
}

}  // namespace checks
