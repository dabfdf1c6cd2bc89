#include "checks/numbers.h"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace checks {

namespace {

using model::Language;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

Numbers sorted(Numbers numbers) {
  std::ranges::sort(numbers);
  numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
  return numbers;
}

std::size_t run_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - begin;
}

std::string without_zeros(const std::string& digits) { return digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1)); }

/// A run of digits. Digits may be grouped by threes, as the language does: 1.234.567. After a zero, and after other digits
/// and the sign, they are not: 024.123.456 is a number to call.
std::string number(std::string_view text, std::size_t& at, const Language& language) {
  std::size_t run = run_at(text, at);
  std::string digits(text.substr(at, run));
  at += run;
  const std::string& sign = language.numbers.group;
  const std::string_view before = text.substr(0, at - run);
  const bool goes_on = before.ends_with(sign) && before.size() > sign.size() && is_digit(before[before.size() - sign.size() - 1]);
  while (run <= 3 && digits.front() != '0' && !goes_on && !sign.empty() && text.substr(at).starts_with(sign) && (run = run_at(text, at + sign.size())) == 3) {
    digits += text.substr(at + sign.size(), run);
    at += sign.size() + run;
  }
  return without_zeros(digits);
}

/// The months that are named in text without digits and tags. Names that are digits are numbers anyway.
void add_months(std::string_view text, const Language& language, Numbers& numbers) {
  for (std::size_t i = 0; i < language.dates.months.size(); ++i) {
    const std::string& name = language.dates.months[i];
    for (std::size_t at = name.empty() ? text.npos : text.find(name); at != text.npos; at = text.find(name, at + 1)) {
      const std::size_t end = at + name.size();
      if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) numbers.push_back(std::to_string(i + 1));
    }
  }
}

}  // namespace

Numbers numbers_of(const std::string& text, const Language& language, bool is_html, bool months) {
  Numbers numbers;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    at += std::strcspn(text.c_str() + at, is_html ? "0123456789<" : "0123456789");
    if (months) add_months(std::string_view(text).substr(begin, at - begin), language, numbers);
    if (at >= text.size()) break;
    if (is_digit(text[at])) numbers.push_back(number(text, at, language));
    else if (text[at] == '<') at = std::min(text.find('>', at), text.size() - 1) + 1;
    else ++at;  // a NUL
  }
  return sorted(std::move(numbers));
}

Numbers numbers_of(std::string_view plain) {
  Numbers numbers;
  for (std::size_t at = 0; (at = plain.find_first_of("0123456789", at)) != plain.npos;) {
    const std::size_t run = run_at(plain, at);
    numbers.push_back(without_zeros(std::string(plain.substr(at, run))));
    at += run;
  }
  return sorted(std::move(numbers));
}

Numbers missing(const Numbers& a, const Numbers& b) {
  Numbers all;
  std::ranges::set_difference(a, b, std::back_inserter(all));
  return all;
}

Numbers merged(const Numbers& a, const Numbers& b) {
  Numbers all;
  std::ranges::set_union(a, b, std::back_inserter(all));
  return all;
}

}  // namespace checks
