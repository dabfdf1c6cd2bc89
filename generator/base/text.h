// Text in Unicode: forms, folding and order. ICU is sealed in text.cpp. All text is UTF-8.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// The offset of the first byte that is not UTF-8 (surrogates and overlong forms are not), or nothing.
std::optional<std::size_t> first_non_utf8(std::string_view text);

/// Whether text is quickly seen to be UTF-8 in form C without control characters but tab and newline: what nearly every
/// file is. False says nothing.
bool is_plainly_clean(std::string_view text);

/// Normalization form C; cheap where the text is in it already.
std::string nfc(std::string text);

/// Lower case, marks taken off, đ as d, other letters kept: "Diễn Đàn" → "dien dan".
std::string fold(std::string_view text);

/// Each character in lower case by itself, whatever the language; marks stay: "Ảnh" → "ảnh".
std::string lower(std::string_view text);

/// The words of a text in their order, in lower case, a blank behind each: letters and digits with their marks. Characters that
/// only shape others (soft hyphens, marks of direction) are left out.
std::string words(std::string_view text);

/// The text, or as many of its first bytes as whole characters need, and `…`.
std::string shortened(std::string_view text, std::size_t most);

/// The first character in upper case, the rest as it is: "dự kiến" → "Dự kiến".
std::string capitalized(std::string_view text);

/// `[a-z0-9]+(-[a-z0-9]+)*`, at most 80 bytes; empty where nothing is left.
std::string slug(std::string_view text);
bool is_slug(std::string_view text);

/// Number of code points.
std::size_t count_characters(std::string_view text);

/// The character at `offset`, which moves behind it; a byte that is not UTF-8 is U+FFFD and moves one on.
char32_t next_character(std::string_view text, std::size_t& offset);

/// Columns of a terminal that a character takes: 0 for a combining mark, 2 for a wide one, else 1.
int width(char32_t character);

/// Bytes that compare as the language sorts (a ă â, d đ, letters before tones; hoà as hòa). For an unknown language,
/// the root order of Unicode.
std::string sort_key(std::string_view text, std::string_view language);

/// The CLDR plural category of a number: "one", "other" …; "other" for an unknown language.
std::string plural_category(double number, std::string_view language);

/// The name among `names` that was most likely meant, or empty where none is near.
template <class Names>
std::string nearest(std::string_view word, const Names& names);

/// Optimal string alignment distance (insert, delete, replace, swap), stopping above `limit`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

template <class Names>
std::string nearest(std::string_view word, const Names& names) {
  std::size_t best = std::min(word.size() / 4 + 2, word.size());  // less than all of a short word
  std::string found;
  for (const auto& name : names) {
    const std::size_t distance = edit_distance(word, name, best);
    if (distance < best) best = distance, found = std::string(name);
  }
  return found;
}

}  // namespace base
