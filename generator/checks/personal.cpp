#include "checks/personal.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "base/text.h"

namespace checks {

namespace {

std::size_t byte(char c) { return static_cast<unsigned char>(c); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
/// A part of a word, as far as one byte tells: every letter with a mark has such bytes alone.
bool is_of_word(char c) { return is_ascii_letter(c) || is_digit(c) || byte(c) >= 0xC3; }

std::size_t two_bytes(std::string_view text, std::size_t at) { return byte(text[at]) << 8 | byte(text[at + 1]); }
bool continues_character(char c) { return (byte(c) & 0xC0) == 0x80; }

/// The end of a number that begins at `begin` with `0` or `+` and has as many digits as one that can be dialled; `begin` where
/// there is none. Groups are parted by one blank, dot, dash or bracket.
std::size_t end_of_phone(std::string_view text, std::size_t begin) {
  if (begin > 0 && (is_of_word(text[begin - 1]) || std::string_view("/=_%-.&#?,+").find(text[begin - 1]) != std::string_view::npos)) return begin;
  const bool is_abroad = text[begin] == '+';
  std::size_t digits = 0, first_group = 0, end = begin;
  for (std::size_t i = begin + (is_abroad ? 1 : 0); i < text.size(); ++i) {
    if (is_digit(text[i])) {
      ++digits, end = i + 1;
    } else {
      if (first_group == 0) first_group = digits;
      const bool goes_on = std::string_view(" .-()").find(text[i]) != std::string_view::npos && i + 1 < text.size() && (is_digit(text[i + 1]) || text[i + 1] == '(' || text[i] == ')');
      if (!goes_on) break;
    }
  }
  if (end < text.size() && (is_of_word(text[end]) || text[end] == '/')) return begin;
  const bool fits = is_abroad ? digits >= 9 && digits <= 15 : digits >= 10 && digits <= 11 && (first_group == 0 || first_group >= 3) && text[begin + 1] != '0';
  return fits ? end : begin;
}

bool is_of_address(char c) { return is_ascii_letter(c) || is_digit(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%'; }

/// The address around an `@`; empty where there is none.
std::string_view address_around(std::string_view text, std::size_t at) {
  std::size_t begin = at, end = at + 1;
  while (begin > 0 && is_of_address(text[begin - 1])) --begin;
  while (end < text.size() && (is_ascii_letter(text[end]) || is_digit(text[end]) || text[end] == '.' || text[end] == '-')) ++end;
  while (end > at && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
  const auto host = text.substr(at + 1, end > at ? end - at - 1 : 0);
  return begin < at && host.find('.') != host.npos ? text.substr(begin, end - begin) : std::string_view();
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  const std::string all = base::words(text);
  for (std::size_t begin = 0; begin < all.size();) {
    const auto end = std::min(all.find(' ', begin), all.size());
    words.push_back(all.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

bool fits(const std::string& word, const std::string& part) { return part == "#" ? is_digit(word.front()) : word == part; }

bool stands_at(const std::vector<std::string>& words, std::size_t at, const std::vector<std::string>& phrase) {
  if (at + phrase.size() > words.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i)
    if (!fits(words[at + i], phrase[i])) return false;
  return true;
}

/// The first of the phrases that stands somewhere among the words, as it stands there.
std::optional<std::string> first_of(const std::vector<std::string>& words, const std::vector<std::vector<std::string>>& phrases) {
  for (std::size_t at = 0; at < words.size(); ++at)
    for (const auto& phrase : phrases)
      if (stands_at(words, at, phrase)) {
        std::string found = words[at];
        for (std::size_t i = 1; i < phrase.size(); ++i) found += " " + words[at + i];
        return found;
      }
  return std::nullopt;
}

/// The end of the word at `at`, where it begins with a capital letter and goes on in small ones; `at` where it does not.
std::size_t end_of_capitalized(std::string_view text, std::size_t at) {
  std::size_t i = at;
  while (i < text.size() && is_of_word(text[i])) {
    const std::size_t begin = i;
    base::next_character(text, i);
    const auto character = text.substr(begin, i - begin);
    const bool is_small = base::lower(character) == character;
    if (is_small == (begin == at)) return at;
  }
  return i;
}

/// The sentence or item of a list around a part of a text.
std::pair<std::size_t, std::size_t> sentence_around(std::string_view text, std::size_t begin, std::size_t end) {
  const auto ends_at = [&](std::size_t i) {
    const char c = text[i], next = i + 1 < text.size() ? text[i + 1] : '\n';
    if (c == '\n') return std::string_view("\n-*#|>").find(next) != std::string_view::npos || is_digit(next);
    return (c == '.' || c == '!' || c == '?') && (next == ' ' || next == '\n');
  };
  while (begin > 0 && !ends_at(begin - 1)) --begin;
  while (end < text.size() && !ends_at(end)) ++end;
  return {begin, end};
}

}  // namespace

std::vector<PersonalWords::Phrase> PersonalWords::phrases(const std::vector<std::string>& texts) {
  std::vector<Phrase> all;
  for (const auto& text : texts) {
    Phrase phrase;
    for (std::size_t begin = 0; begin < text.size();) {
      const auto end = std::min(text.find(' ', begin), text.size());
      if (end > begin) phrase.push_back(base::lower(std::string_view(text).substr(begin, end - begin)));
      begin = end + 1;
    }
    if (!phrase.empty()) all.push_back(std::move(phrase));
  }
  return all;
}

PersonalWords::PersonalWords(const model::Privacy& privacy)
    : mail_hosts_(privacy.mail_hosts), people_(phrases(privacy.people)), details_(phrases(privacy.details)), public_(phrases(privacy.public_names)), not_names_(phrases(privacy.not_names)) {
  for (const auto& name : privacy.family_names)
    if (!name.empty()) names_[byte(name[0])].push_back(name + " "), begins_.set(two_bytes(names_[byte(name[0])].back(), 0));
  for (std::size_t i = 0; i < stops_.size(); ++i) stops_[i] = !names_[i].empty();
  for (const unsigned char c : {'@', '0', '+'}) stops_[c] = true;
}

/// The end of a full name that begins at `begin`: a family name and one to three capitalised words; `begin` where there is none.
std::size_t PersonalWords::name_at(std::string_view text, std::size_t begin) const {
  const auto rest = text.substr(begin);
  const auto& names = names_[byte(text[begin])];
  const auto family = std::ranges::find_if(names, [&](const std::string& name) { return rest.starts_with(name); });
  if (family == names.end()) return begin;
  const std::size_t end_of_family = begin + family->size() - 1;
  std::size_t end = end_of_family;
  for (int given = 0; given < 3 && end < text.size() && text[end] == ' '; ++given) {
    const auto next = end_of_capitalized(text, end + 1);
    if (next == end + 1) break;
    end = next;
  }
  if (end == end_of_family) return begin;
  const auto words = words_of(text.substr(begin, end - begin));
  return std::ranges::any_of(not_names_, [&](const Phrase& phrase) { return stands_at(words, 0, phrase); }) ? begin : end;
}

/// What stands beside a name and tells who that is; empty where nothing does, or where other words say that it is no private person.
std::string PersonalWords::what_tells(std::string_view text, std::size_t begin, std::size_t end) const {
  const auto [from, to] = sentence_around(text, begin, end);
  const auto before = words_of(text.substr(from, begin - from)), behind = words_of(text.substr(end, to - end)), onwards = words_of(text.substr(begin, to - begin));
  const std::size_t of_name = onwards.size() - behind.size();
  for (const auto& phrase : public_) {
    if (phrase.size() <= before.size() && stands_at(before, before.size() - phrase.size(), phrase)) return "";
    for (std::size_t at = 2; at <= of_name; ++at)  // "Nguyễn Trãi street", also as "Nguyễn Trãi Street"
      if (stands_at(onwards, at, phrase)) return "";
  }
  const auto beside = first_of(behind, details_);
  return beside ? *beside : first_of(before, details_).value_or("");
}

bool PersonalWords::is_of_personal_host(std::string_view address) const {
  const auto host = address.substr(std::min(address.find('@') + 1, address.size()));
  return std::ranges::any_of(mail_hosts_, [&](const std::string& one) { return one.ends_with('.') ? host.starts_with(one) : host == one; });
}

std::vector<Personal> PersonalWords::in(std::string_view text) const {
  std::vector<Personal> found;
  std::optional<bool> speaks_of_people;
  for (std::size_t i = 0; i < text.size(); ++i) {
    while (i < text.size() && !stops_[byte(text[i])]) ++i;
    if (i == text.size()) break;
    const char c = text[i];
    if (c == '@') {
      if (const auto address = address_around(text, i); !address.empty()) found.push_back({Personal::What::email, address, ""});
    } else if (c == '0' || c == '+') {
      const auto end = end_of_phone(text, i);
      if (end == i) continue;
      const bool opens = i > 0 && text[i - 1] == '(' && text.substr(i, end - i).find(')') != text.npos;
      const auto begin = opens ? i - 1 : i;
      found.push_back({Personal::What::phone, text.substr(begin, end - begin), ""});
      i = end - 1;
    } else if (i + 1 < text.size() && begins_[two_bytes(text, i)] && (i == 0 || (!is_of_word(text[i - 1]) && !continues_character(text[i - 1])))) {
      const auto end = name_at(text, i);
      if (end == i) continue;
      if (!speaks_of_people) speaks_of_people = first_of(words_of(text), people_).has_value();
      if (auto beside = *speaks_of_people ? what_tells(text, i, end) : std::string(); !beside.empty())
        found.push_back({Personal::What::person, text.substr(i, end - i), std::move(beside)});
      i = end - 1;
    }
  }
  return found;
}

std::string phone_key(std::string_view number) {
  std::string digits;
  for (const char c : number)
    if (is_digit(c)) digits += c;
  return digits.size() > 9 ? digits.substr(digits.size() - 9) : digits;
}

}  // namespace checks
