// What a sign next to Markdown's marks is, as far as it matters there.
#pragma once

#include <string_view>

namespace load {

constexpr std::string_view unbroken_blank = "\u00A0";

inline bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

/// Whether a byte begins (or goes on with) a letter of a script that is written from left to right.
inline bool is_letter(char sign) {
  const auto byte = static_cast<unsigned char>(sign);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= 0xC3 && byte <= 0xE1);
}

/// Whether words begin so: with a letter, a digit, a quote, a bracket, or with what is no text.
inline bool begins_words(std::string_view text) {
  if (text.empty()) return false;
  return is_letter(text[0]) || is_digit(text[0]) || text[0] == '\x01' || text[0] == '\x02' || text[0] == '[' || text[0] == '"' || text.starts_with("“");
}

/// Without blanks, tabs and unbroken blanks around it.
inline std::string_view without_blanks(std::string_view text) {
  for (;;) {
    if (text.starts_with(unbroken_blank)) text.remove_prefix(unbroken_blank.size());
    else if (text.ends_with(unbroken_blank)) text.remove_suffix(unbroken_blank.size());
    else if (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    else if (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    else return text;
  }
}

}  // namespace load
