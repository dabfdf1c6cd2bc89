#include "load/garbled.h"

#include <algorithm>

namespace load {

namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether a sign (U+00A0 … U+00BF, two bytes) at `at` stands for a part of a letter.
bool is_part_of_letter(std::string_view text, std::size_t at) {
  const auto sign = text.substr(at, 2), before = text.substr(0, at);
  const char next = at + 2 < text.size() ? text[at + 2] : ' ';
  if (before.ends_with("Ã") || (before.ends_with("Æ") && (sign == "°" || sign == "¡"))) return true;
  if (before.ends_with("á") && (sign == "º" || sign == "»")) return static_cast<unsigned char>(next) >= 0x80;
  constexpr std::string_view of_tcvn3 = "«¸µ¶¹¨©ª¬®¼½¾»";
  return !before.empty() && is_ascii_letter(before.back()) && is_ascii_letter(next) && of_tcvn3.find(sign) != of_tcvn3.npos;
}

}  // namespace

std::optional<base::Span> garbled_word(std::string_view text) {
  constexpr char lead = '\xC2';  // of all signs U+0080 … U+00BF
  for (auto at = text.find(lead); at != text.npos; at = text.find(lead, at + 2)) {
    if (!is_part_of_letter(text, at)) continue;
    constexpr std::string_view around = " \t\n\"'";
    const auto before = text.substr(0, at).find_last_of(around);
    return base::Span{static_cast<std::uint32_t>(before == text.npos ? 0 : before + 1), static_cast<std::uint32_t>(std::min(text.find_first_of(around, at), text.size()))};
  }
  return std::nullopt;
}

}  // namespace load
