#include "checks/digits.h"

#include <set>
#include <string>

#include "base/parallel.h"
#include "base/text.h"

namespace checks {

namespace {

using model::Language;
using model::Value;

using Numbers = std::set<std::string>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

/// What a reader sees of HTML.
std::string text_of(std::string_view html) {
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t open = std::min(html.find('<', at), html.size());
    text += html.substr(at, open - at);
    at = open == html.size() ? open : std::min(html.find('>', open), html.size() - 1) + 1;
    text += ' ';
  }
  return text;
}

/// A run of digits without leading zeros. Digits may be grouped by threes, as the language does: 1.234.567.
std::string take_number(std::string_view text, std::size_t& at, const Language& language) {
  std::string number;
  const auto digits_from = [&](std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - begin;
  };
  std::size_t run = digits_from(at);
  number += text.substr(at, run);
  at += run;
  const std::string& sign = language.numbers.group;
  while (run <= 3 && !sign.empty() && text.substr(at).starts_with(sign) && (run = digits_from(at + sign.size())) == 3) {
    number += text.substr(at + sign.size(), run);
    at += sign.size() + run;
  }
  const std::size_t zeros = std::min(number.find_first_not_of('0'), number.size() - 1);
  return number.substr(zeros);
}

/// All numbers of a text. The name of a month, "June", is its number.
Numbers numbers_in(std::string_view text, const Language& language) {
  Numbers numbers;
  for (std::size_t at = 0; at < text.size();) {
    if (is_digit(text[at])) {
      numbers.insert(take_number(text, at, language));
      continue;
    }
    if (!is_letter(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && is_letter(text[at])) ++at;
    const std::string_view word = text.substr(begin, at - begin);
    for (std::size_t month = 0; month < language.dates.months.size(); ++month)
      if (word == language.dates.months[month]) numbers.insert(std::to_string(month + 1));
  }
  return numbers;
}

/// The numbers of `a` that are missing in `b`: "`30`, `2024`".
std::string missing(const Numbers& a, const Numbers& b) {
  std::string all;
  for (const auto& number : a)
    if (!b.contains(number)) all += (all.empty() ? "`" : ", `") + number + "`";
  return all;
}

class Comparison {
 public:
  Comparison(const model::Site& site, base::Diagnostics& diagnostics) : site_(site), diagnostics_(diagnostics) {}

  void visit(const Value& value) const {
    if (const auto* translated = value.get<model::Translated>()) return compare(*translated);
    if (const auto* dated = value.get<base::Box<model::Dated>>()) return compare((*dated)->text), compare((*dated)->note);
    if (const auto* list = value.get<model::List>())
      for (const auto& item : *list) visit(item);
    if (const auto* record = value.get<model::Record>())
      for (const auto& [name, inner] : record->fields) visit(inner);
  }

 private:
  void compare(const model::Translated& translated) const {
    std::vector<std::pair<std::size_t, Numbers>> said;
    for (std::size_t i = 0; i < translated.languages.size(); ++i) {
      const Value& value = translated.languages[i];
      if (const auto* text = value.get<std::string>()) said.emplace_back(i, numbers_in(*text, site_.languages[i]));
      else if (const auto* prose = value.get<base::Box<model::Prose>>()) said.emplace_back(i, numbers_in(text_of((*prose)->html.text()), site_.languages[i]));
    }
    for (std::size_t i = 1; i < said.size(); ++i) {
      report(translated, said[0], said[i]);
      report(translated, said[i], said[0]);
    }
  }

  using Said = std::pair<std::size_t, Numbers>;
  void report(const model::Translated& translated, const Said& here, const Said& there) const {
    const std::string numbers = missing(here.second, there.second);
    if (numbers.empty()) return;
    diagnostics_.add(base::Diagnostic{base::Code::digits_differ, translated.languages[there.first].place,
                                      {numbers, site_.languages[here.first].tag, site_.languages[there.first].tag}}
                         .note(base::Hint::other_text, translated.languages[here.first].place));
  }

  const model::Site& site_;
  base::Diagnostics& diagnostics_;
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
