#include "checks/phone.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "checks/characters.h"

namespace checks {

namespace {

/// The bytes of what may part two groups of digits, 0 where nothing of the kind stands there.
std::size_t size_of_separator(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 4> dashes = {"\u2010", "\u2011", "\u2013", "\u00B7"};
  if (is_one_of(text[at], ".-()")) return 1;
  const auto blank = size_of_blank(text, at);
  return blank ? blank : size_of_one(text, at, dashes);
}

bool begins_with_code(std::string_view text, const std::vector<std::string>& codes) {
  return std::ranges::any_of(codes, [&](const std::string& code) { return text.starts_with(code); });
}

/// The digits that begin at `begin`, whatever stands around them.
struct Digits {
  std::size_t begin, end, count = 0, first_group = 0;
  bool is_grouped = false, is_in_thousands = true;  ///< as amounts are: `84.912.345.678`

  Digits(std::string_view text, std::size_t from) : begin(from), end(from) {
    std::size_t group = 0;
    bool is_behind_point = true;
    const auto finish_group = [&] {
      if (group == 0) return;
      if (first_group == 0) first_group = group;
      else is_grouped = true, is_in_thousands = is_in_thousands && is_behind_point && group == 3;
      group = 0, is_behind_point = true;
    };
    for (std::size_t i = begin + (text[begin] == '+' ? 1 : 0); i < text.size() && count <= 15;) {
      if (is_digit(text[i])) {
        ++count, ++group, end = ++i;
        continue;
      }
      const auto size = size_of_separator(text, i);
      const auto next = i + size;
      if (size == 0 || next >= text.size() || !(is_digit(text[next]) || text[next] == '(' || text[i] == ')')) break;
      if (count >= 10 && text[next] == '0' && text[begin] != '+') break;  // another number
      finish_group();
      is_behind_point = is_behind_point && (text[i] == '.' || size_of_blank(text, i) > 0);
      i = next;
    }
    finish_group();
  }

  bool fit(std::string_view text, const std::vector<std::string>& codes) const {
    if (text[begin] == '+') return count >= 9 && count <= 15;
    if (text[begin] != '0') return begins_with_code(text.substr(begin), codes) && count >= 11 && count <= 12 && !(is_grouped && is_in_thousands);
    return count >= 10 && count <= 11 && (!is_grouped || first_group >= 3) && text[begin + 1] != '0';
  }
};

bool may_begin(std::string_view text, std::size_t begin, const Digits& digits) {
  if (begin == 0) return true;
  const char before = text[begin - 1];
  if (before == '/') {  // the whole last part of an address
    const auto end = digits.end;
    return !digits.is_grouped && !(end + 1 < text.size() && is_one_of(text[end], "-_.~=%") && is_of_word(text[end + 1]));
  }
  if (is_one_of(before, ".,")) return begin == 1 || !is_digit(text[begin - 2]);
  return !is_of_word(before) && !is_one_of(before, "=_%-&#?+");
}

bool may_end(std::string_view text, std::size_t end, const std::vector<std::string>& codes) {
  if (end == text.size()) return true;
  if (text[end] != '/') return !is_of_word(text[end]);
  const auto next = end + 1 + size_of_blank(text, end + 1);
  return next > end + 1 || (next < text.size() && (is_digit(text[next]) || text[next] == '+') && Digits(text, next).fit(text, codes));
}

}  // namespace

std::size_t end_of_phone(std::string_view text, std::size_t begin, const std::vector<std::string>& country_codes, bool is_next) {
  const char first = text[begin];
  if (first != '0' && first != '+' && !begins_with_code(text.substr(begin), country_codes)) return begin;
  const Digits digits(text, begin);
  return digits.fit(text, country_codes) && (is_next || may_begin(text, begin, digits)) && may_end(text, digits.end, country_codes) ? digits.end : begin;
}

std::string phone_key(std::string_view number) {
  std::string digits;
  std::ranges::copy_if(number, std::back_inserter(digits), is_digit);
  return digits.size() > 9 ? digits.substr(digits.size() - 9) : digits;
}

}  // namespace checks
