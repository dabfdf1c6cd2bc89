#include "base/text.h"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/plurrule.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace base {
namespace {

constexpr char32_t replacement = 0xFFFD;

unsigned char byte(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }
bool continues(std::string_view text, std::size_t at) { return at < text.size() && (byte(text, at) & 0xC0) == 0x80; }

/// The offset of the first byte from `at` on that is not ASCII.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  for (std::uint64_t eight; at + 8 <= text.size(); at += 8) {
    std::memcpy(&eight, text.data() + at, 8);
    if (eight & 0x8080808080808080u) break;
  }
  while (at < text.size() && byte(text, at) < 0x80) ++at;
  return at;
}

/// Bytes of the well-formed sequence at `at`, 0 where there is none (Unicode, table 3-7).
std::size_t sequence(std::string_view text, std::size_t at) {
  const unsigned char first = byte(text, at);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4 || !continues(text, at + 1)) return 0;
  if (first < 0xE0) return 2;
  const unsigned char second = byte(text, at + 1);
  if (!continues(text, at + 2)) return 0;
  if (first < 0xF0) return (first == 0xE0 && second < 0xA0) || (first == 0xED && second >= 0xA0) ? 0 : 3;
  if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second >= 0x90)) return 0;
  return continues(text, at + 3) ? 4 : 0;
}

/// Characters that are in form C whatever stands beside them: Latin with all of Vietnamese, and common punctuation.
bool always_composed(char32_t c) { return c < 0x300 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2002 && c < 0x20D0); }

bool surely_nfc(std::string_view text) {
  for (std::size_t i = skip_ascii(text, 0); i < text.size(); i = skip_ascii(text, i))
    if (!always_composed(next_character(text, i))) return false;
  return true;
}

const icu::Normalizer2& composer() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFCInstance(status);
}

icu::UnicodeString decomposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFDInstance(status)->normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), status);
}

bool is_mark(char32_t c) { return U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_MN_MASK; }

std::string fold_slowly(std::string_view text) {
  icu::UnicodeString lower = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  lower.foldCase(U_FOLD_CASE_DEFAULT);
  std::string bytes;
  lower.toUTF8String(bytes);
  const icu::UnicodeString apart = decomposed(bytes);
  icu::UnicodeString kept;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = apart.char32At(i);
    if (!is_mark(static_cast<char32_t>(c))) kept.append(c == 0x111 ? UChar32{'d'} : c);
  }
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  composer().normalize(kept, status).toUTF8String(out);
  return out;
}

/// Folded forms of U+0080–U+024F and U+1E00–U+1EFF, where nearly all of our letters are.
struct FoldTable {
  std::array<std::string, 0x250> low;
  std::array<std::string, 0x100> high;
  FoldTable() {
    const auto folded = [](char32_t c) {
      std::string bytes;
      icu::UnicodeString(static_cast<UChar32>(c)).toUTF8String(bytes);
      return fold_slowly(bytes);
    };
    for (char32_t c = 0x80; c < low.size(); ++c) low[c] = folded(c);
    for (char32_t c = 0; c < high.size(); ++c) high[c] = folded(0x1E00 + c);
  }
};

/// What a character is to a word, and what it is in lower case where that is another (else 0).
struct Character {
  enum Role : std::uint8_t { other, letter, mark, shapes } role = other;
  UChar32 small = 0;
};

/// Those of U+0000–U+024F and U+1E00–U+1EFF are looked up, all others asked for.
struct CharacterTable {
  std::array<Character, 0x250> low;
  std::array<Character, 0x100> high;
  CharacterTable() {
    for (char32_t c = 0; c < low.size(); ++c) low[c] = ask(c);
    for (char32_t c = 0; c < high.size(); ++c) high[c] = ask(0x1E00 + c);
  }
  static Character ask(char32_t character) {
    const auto c = static_cast<UChar32>(character), small = u_tolower(c);
    const auto category = U_GET_GC_MASK(c);
    const auto role = category & (U_GC_L_MASK | U_GC_N_MASK) ? Character::letter
                      : category & U_GC_M_MASK               ? Character::mark
                      : category & U_GC_CF_MASK              ? Character::shapes
                                                             : Character::other;
    return {role, small == c ? 0 : small};
  }
  Character find(char32_t c) const { return c < low.size() ? low[c] : c >= 0x1E00 && c < 0x1F00 ? high[c - 0x1E00] : ask(c); }
};

/// "hòa" and "hoà", "khỏe" and "khoẻ", "ủy" and "uỷ" become the second of each; `text` is in form D.
void place_tones(icu::UnicodeString& text) {
  const auto is_tone = [](char16_t c) { return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323; };
  const auto lower = [](char16_t c) { return c >= 'A' && c <= 'Z' ? static_cast<char16_t>(c + 32) : c; };
  for (int32_t i = 0; i + 2 < text.length(); ++i) {
    const char16_t first = lower(text[i]), second = lower(text[i + 2]);
    const bool pair = (first == 'o' && (second == 'a' || second == 'e')) || (first == 'u' && second == 'y');
    if (!pair || !is_tone(text[i + 1]) || (i + 3 < text.length() && u_getCombiningClass(text[i + 3]))) continue;
    const char16_t tone = text[i + 1];
    text.setCharAt(i + 1, text[i + 2]);
    text.setCharAt(i + 2, tone);
  }
}

/// A thing of ICU's for each language, made once a thread. What the machine's locale is never matters: a language that
/// ICU does not know gets the root.
template <class Thing, class Make>
Thing& for_language(std::string_view language, Make&& make) {
  thread_local std::map<std::string, std::unique_ptr<Thing>, std::less<>> known;
  const auto found = known.find(language);
  if (found != known.end()) return *found->second;
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag({language.data(), static_cast<int32_t>(language.size())}, status);
  if (U_FAILURE(status) || locale.isBogus()) locale = icu::Locale::getRoot();
  status = U_ZERO_ERROR;
  std::unique_ptr<Thing> thing(make(locale, status));
  if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING || !thing) {
    status = U_ZERO_ERROR;
    thing.reset(make(icu::Locale::getRoot(), status));
  }
  return *known.emplace(std::string(language), std::move(thing)).first->second;
}

}  // namespace

std::optional<std::size_t> first_non_utf8(std::string_view text) {
  for (std::size_t i = skip_ascii(text, 0); i < text.size();) {
    const std::size_t length = sequence(text, i);
    if (length == 0) return i;
    i += length;
    // Vietnamese letters stand alone among ASCII ones: look for a run of eight only where one begins.
    if (i < text.size() && byte(text, i) < 0x80) i = skip_ascii(text, i);
  }
  return std::nullopt;
}

/// Latin letters with all marks of Vietnamese (U+00C0–U+02BF, U+1E00–U+1EFF) and the common punctuation (U+2010–U+2027):
/// all of them composed, none of them a control character. Every byte is judged by itself and the two before it, without
/// a branch, so that the compiler does sixteen at a time.
[[gnu::optimize("O3")]] bool is_plainly_clean(std::string_view text) {
  using Byte = unsigned char;
  const Byte* bytes = reinterpret_cast<const Byte*>(text.data());
  const std::size_t size = text.size();
  const auto before = [&](std::size_t i, std::size_t back) { return i < back ? Byte{0} : bytes[i - back]; };
  const auto is_wrong = [](Byte c, Byte previous, Byte earlier) -> Byte {
    const Byte is_ascii = (c >= 0x20 && c < 0x7F) | (c == '\n') | (c == '\t');
    const Byte is_lead = (c >= 0xC3 && c <= 0xCA) | (c == 0xE1) | (c == 0xE2);
    const Byte continues = (c & 0xC0) == 0x80;
    const Byte should_continue = (previous >= 0xC3) | (earlier >= 0xE1);
    const Byte wrong_in_e1 = (previous == 0xE1) & ((c < 0xB8) | (c > 0xBB));
    const Byte wrong_in_e2 = ((previous == 0xE2) & (c != 0x80)) | ((earlier == 0xE2) & ((c < 0x90) | (c > 0xA7)));
    return static_cast<Byte>(((is_ascii | is_lead | continues) ^ 1) | (continues ^ should_continue) | wrong_in_e1 | wrong_in_e2);
  };
  Byte wrong = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(size, 2); ++i) wrong |= is_wrong(bytes[i], before(i, 1), before(i, 2));
  for (std::size_t i = 2; i < size; ++i) wrong |= is_wrong(bytes[i], bytes[i - 1], bytes[i - 2]);
  return wrong == 0 && before(size, 1) < 0xC3 && before(size, 2) < 0xE1;
}

std::string nfc(std::string text) {
  if (surely_nfc(text)) return text;
  UErrorCode status = U_ZERO_ERROR;
  if (composer().isNormalizedUTF8(text, status) && U_SUCCESS(status)) return text;
  std::string out;
  status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out);
  composer().normalizeUTF8(0, text, sink, nullptr, status);
  return U_SUCCESS(status) ? out : text;
}

std::string fold(std::string_view text) {
  static const FoldTable table;
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t c = next_character(text, i);
    if (c < 0x80)
      out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    else if (c < table.low.size())
      out += table.low[c];
    else if (c >= 0x1E00 && c < 0x1F00)
      out += table.high[c - 0x1E00];
    else if (always_composed(c))  // punctuation
      out += text.substr(start, i - start);
    else if (c < 0x300 || c > 0x36F)
      return fold_slowly(text);
  }
  return out;
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t c = next_character(text, i);
    if (c < 0x80)
      out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    else if (const UChar32 small = u_tolower(static_cast<UChar32>(c)); small == static_cast<UChar32>(c))
      out += text.substr(start, i - start);
    else
      icu::UnicodeString(small).toUTF8String(out);
  }
  return out;
}

std::string words(std::string_view text) {
  static const CharacterTable table;
  std::string out;
  out.reserve(text.size());
  bool is_within = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const Character character = table.find(next_character(text, i));
    if (character.role == Character::shapes) continue;
    const bool is_part = character.role == Character::letter || (is_within && character.role == Character::mark);
    if (is_within && !is_part) out += ' ';
    is_within = is_part;
    if (is_part && character.small) icu::UnicodeString(character.small).toUTF8String(out);
    else if (is_part) out += text.substr(start, i - start);
  }
  return is_within ? out + ' ' : out;
}

std::string capitalized(std::string_view text) {
  if (text.empty()) return "";
  std::size_t end = 0;
  const char32_t first = next_character(text, end);
  std::string out;
  icu::UnicodeString(u_totitle(static_cast<UChar32>(first))).toUTF8String(out);
  return out.append(text.substr(end));
}

std::string slug(std::string_view text) {
  constexpr std::size_t limit = 80;
  std::string out;
  for (const char c : fold(text)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain)
      out += c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  if (out.size() > limit) {  // whole words, where the first is not too long itself
    const std::size_t end = out.rfind('-', limit);
    out.resize(end == std::string::npos ? limit : end);
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

bool is_slug(std::string_view text) {
  if (text.empty() || text.size() > 80 || text.front() == '-' || text.back() == '-') return false;
  return text.find("--") == std::string_view::npos && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

char32_t next_character(std::string_view text, std::size_t& offset) {
  const std::size_t length = sequence(text, offset), at = offset;
  offset += length ? length : 1;
  const auto rest = [&](std::size_t i) { return static_cast<char32_t>(byte(text, at + i) & 0x3F); };
  switch (length) {
    case 1: return byte(text, at);
    case 2: return (byte(text, at) & 0x1Fu) << 6 | rest(1);
    case 3: return (byte(text, at) & 0x0Fu) << 12 | rest(1) << 6 | rest(2);
    case 4: return (byte(text, at) & 0x07u) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3);
    default: return replacement;
  }
}

int width(char32_t character) {
  if (character < 0x300) return 1;
  const auto c = static_cast<UChar32>(character);
  if (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) return 0;
  const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

std::string sort_key(std::string_view text, std::string_view language) {
  const auto& collator = for_language<icu::Collator>(language, [](const icu::Locale& locale, UErrorCode& status) {
    return icu::Collator::createInstance(locale, status);
  });
  icu::UnicodeString apart = decomposed(text);
  if (language == "vi" || language.starts_with("vi-")) place_tones(apart);
  std::string key(static_cast<std::size_t>(apart.length()) * 4 + 16, '\0');
  const auto write = [&] {
    return collator.getSortKey(apart, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<int32_t>(key.size()));
  };
  int32_t size = write();
  if (static_cast<std::size_t>(size) > key.size()) {
    key.resize(static_cast<std::size_t>(size));
    size = write();
  }
  key.resize(size > 0 ? static_cast<std::size_t>(size) - 1 : 0);  // its last byte is a zero
  return key;
}

std::string shortened(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return std::string(text.substr(0, most)) + "…";
}

std::string plural_category(double number, std::string_view language) {
  const auto& rules = for_language<icu::PluralRules>(language, [](const icu::Locale& locale, UErrorCode& status) {
    return icu::PluralRules::forLocale(locale, status);
  });
  std::string out;
  rules.select(number).toUTF8String(out);
  return out;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > limit) return difference;
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    std::size_t smallest = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
      smallest = std::min(smallest, row[j]);
    }
    if (smallest > limit) return smallest;
    before = std::exchange(above, std::exchange(row, std::move(before)));
  }
  return above[b.size()];
}

}  // namespace base
