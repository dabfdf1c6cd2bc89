// What a byte or a few of them are to a word, as far as it can be seen without Unicode's tables.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace checks {

inline std::size_t byte(char c) { return static_cast<unsigned char>(c); }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_capital(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || is_ascii_capital(c); }
/// A part of a word, as far as one byte tells: every letter with a mark begins with such a byte; with 0xE2 begin signs.
inline bool is_of_word(char c) { return is_ascii_letter(c) || is_digit(c) || (byte(c) >= 0xC3 && byte(c) != 0xE2); }
inline bool continues_character(char c) { return (byte(c) & 0xC0) == 0x80; }

inline bool is_one_of(char c, std::string_view some) { return some.find(c) != std::string_view::npos; }

/// The bytes of the one of `some` that stands at `at`, 0 where none does.
template <std::size_t n>
std::size_t size_of_one(std::string_view text, std::size_t at, const std::array<std::string_view, n>& some) {
  for (const auto one : some)
    if (text.substr(at).starts_with(one)) return one.size();
  return 0;
}

/// The bytes of the blank at `at`: a plain one, one that holds lines together, or a thin one; 0 where there is none.
inline std::size_t size_of_blank(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 4> blanks = {" ", "\u00A0", "\u2009", "\u202F"};
  return at < text.size() ? size_of_one(text, at, blanks) : 0;
}

}  // namespace checks
