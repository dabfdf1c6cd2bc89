#include "checks/personal.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "base/text.h"
#include "checks/characters.h"
#include "checks/phone.h"

namespace checks {

namespace {

constexpr std::string_view apostrophe = "\u2019";
constexpr std::size_t longest_way = 500;  ///< from a name to the end of its sentence

std::size_t two_bytes(std::string_view text, std::size_t at) { return byte(text[at]) << 8 | byte(text[at + 1]); }

/// Whether no letter or digit stands before `at`.
bool begins_word(std::string_view text, std::size_t at) {
  while (at > 0 && continues_character(text[at - 1])) --at;
  return at == 0 || !is_of_word(text[at - 1]);
}

bool is_of_address(char c) { return is_ascii_letter(c) || is_digit(c) || is_one_of(c, "._-+%"); }

/// The address around an `@`; empty where there is none.
std::string_view address_around(std::string_view text, std::size_t at) {
  std::size_t begin = at, end = at + 1;
  while (begin > 0 && is_of_address(text[begin - 1])) --begin;
  while (end < text.size() && (is_ascii_letter(text[end]) || is_digit(text[end]) || text[end] == '.' || text[end] == '-')) ++end;
  while (end > at && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
  const auto host = text.substr(at + 1, end > at ? end - at - 1 : 0);
  return begin < at && host.find('.') != host.npos ? text.substr(begin, end - begin) : std::string_view();
}

std::string joined(const Words& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += (i > begin ? " " : "") + words[i];
  return text;
}

std::string first_of(const Phrases& phrases, const Words& words) {
  const auto [begin, end] = phrases.first_in(words);
  return joined(words, begin, end);
}

bool is_capital(std::string_view character) { return character.size() == 1 ? is_ascii_capital(character[0]) : base::lower(character) != character; }

/// The end of the letters at `at`, where they begin with a capital and go on in small ones (or in capitals, where they may be); `at`
/// where they do not.
std::size_t end_of_letters(std::string_view text, std::size_t at, bool may_be_in_capitals) {
  std::size_t i = at, count = 0;
  bool is_in_capitals = false;
  for (; i < text.size() && is_of_word(text[i]); ++count) {
    const std::size_t begin = i;
    base::next_character(text, i);
    const bool is_large = is_capital(text.substr(begin, i - begin));
    if (count == 1 && may_be_in_capitals) is_in_capitals = is_large;
    if (is_large != (count == 0 || is_in_capitals)) return at;
  }
  return i;
}

/// The same of a word, which may go on behind an apostrophe: `H'Linh`.
std::size_t end_of_capitalized(std::string_view text, std::size_t at, bool may_be_in_capitals = false) {
  const auto end = end_of_letters(text, at, may_be_in_capitals);
  if (end == at || end == text.size()) return end;
  const auto behind = end + (text[end] == '\'' ? 1 : text.substr(end).starts_with(apostrophe) ? apostrophe.size() : 0);
  const auto end_of_more = behind > end ? end_of_letters(text, behind, may_be_in_capitals) : behind;
  return end_of_more > behind ? end_of_more : end;
}

/// Whether an item of a list begins at `at`: `- `, `* `, `1. `.
bool begins_item(std::string_view text, std::size_t at) {
  auto behind = at;
  while (behind < text.size() && is_digit(text[behind])) ++behind;
  return behind + 1 < text.size() && is_one_of(text[behind], behind == at ? "-*+" : ".)") && text[behind + 1] == ' ';
}

bool ends_sentence(std::string_view text, std::size_t i) {
  const char c = text[i], next = i + 1 < text.size() ? text[i + 1] : '\n';
  if (c == '\n') return is_one_of(next, "\n#|>") || begins_item(text, i + 1);
  return (c == '.' || c == '!' || c == '?') && (next == ' ' || next == '\n');
}

std::size_t end_of_sentence(std::string_view text, std::size_t begin) {
  auto at = begin;
  while (at < text.size() && at - begin < longest_way && !ends_sentence(text, at)) ++at;
  return at;
}

/// A number that stands by itself behind a name: `(12)`, `, 12,`, `| 12 |`; one of more digits only in a table, elsewhere it is the
/// year of what that person wrote.
std::string_view number_behind(std::string_view text, std::size_t end) {
  const auto open = text.find_first_not_of(" *_", end);
  if (open == text.npos || !is_one_of(text[open], "(,|")) return {};
  const auto begin = std::min(text.find_first_not_of(" *_", open + 1), text.size());
  auto behind = begin;
  while (behind < text.size() && is_digit(text[behind])) ++behind;
  if (behind > begin + 2 && text[open] != '|') return {};
  const auto close = text.find_first_not_of(" *_", behind);
  return close != text.npos && text[close] == (text[open] == '(' ? ')' : text[open]) ? text.substr(begin, behind - begin) : std::string_view();
}

}  // namespace

/// Whether a text speaks of those who are to be protected; looked for when it is first asked for.
class PersonalWords::Topic {
 public:
  Topic(const PersonalWords& words, std::string_view text) : words_(words), text_(text) {}
  bool is_people() {
    if (!found_) {
      const auto [begin, end] = words_.people_.first_in(words_of(text_));
      found_ = end > begin;
    }
    return *found_;
  }

 private:
  const PersonalWords& words_;
  std::string_view text_;
  std::optional<bool> found_;
};

/// The sentence, item of a list or row of a table around a name.
struct PersonalWords::Sentence {
  std::size_t to;
  Words before, name, behind;
  bool is_torn;  ///< whether more than a blank parts the name from what is before it

  Sentence(std::string_view text, std::size_t begin, std::size_t end) : to(end_of_sentence(text, end)), name(words_of(text.substr(begin, end - begin))) {
    std::size_t from = begin;
    while (from > 0 && begin - from < longest_way && !ends_sentence(text, from - 1)) --from;
    before = words_of(text.substr(from, begin - from)), behind = words_of(text.substr(end, to - end));
    is_torn = begin < 2 || text[begin - 1] != ' ' || !is_of_word(text[begin - 2]);
  }
};

PersonalWords::PersonalWords(const model::Privacy& privacy)
    : mail_hosts_(privacy.mail_hosts), country_codes_(privacy.country_codes), people_(privacy.people, {}), details_(privacy.details, privacy.numbers),
      ages_(privacy.ages, privacy.numbers), groups_(privacy.groups, privacy.numbers), public_(privacy.public_names, {}), public_behind_(privacy.public_behind, {}),
      not_names_(privacy.not_names, {}), before_places_(privacy.before_places, {}), numbers_(privacy.numbers) {
  const auto add = [&](const std::string& name, bool is_in_capitals, bool is_prefix) {
    names_[byte(name[0])].push_back({name, is_in_capitals, is_prefix});
    for (const unsigned char blank : {' ', '\xC2', '\xE2'}) begins_.set(two_bytes(name + static_cast<char>(blank), 0));
  };
  for (const auto& name : privacy.family_names) {
    if (name.empty()) continue;
    std::size_t second = 0;
    base::next_character(name, second);
    std::size_t end = second;
    if (end < name.size()) base::next_character(name, end);
    const bool is_prefix = name.ends_with('\'');
    add(name, is_capital(std::string_view(name).substr(second, end - second)), is_prefix);
    if (is_prefix) add(name.substr(0, name.size() - 1).append(apostrophe), false, true);
  }
  for (const auto& range : privacy.young) {
    const auto dash = range.find('-');
    young_.emplace_back(std::atoi(range.c_str()), std::atoi(range.c_str() + (dash == range.npos ? 0 : dash + 1)));
  }
  for (std::size_t i = 0; i < stops_.size(); ++i) stops_[i] = !names_[i].empty() || (!ages_.is_empty() && is_ascii_capital(static_cast<char>(i)));
  for (const unsigned char c : {'@', '0', '+'}) stops_[c] = true;
  for (const auto& code : country_codes_)
    if (!code.empty()) stops_[byte(code[0])] = true;
}

/// The end of a full name that begins at `begin`: a family name and one to three capitalised words; `begin` where there is none.
std::size_t PersonalWords::name_at(std::string_view text, std::size_t begin) const {
  if (begin + 1 >= text.size() || !begins_[two_bytes(text, begin)] || !begins_word(text, begin)) return begin;
  const auto rest = text.substr(begin);
  for (const auto& [name, is_in_capitals, is_prefix] : names_[byte(text[begin])]) {
    if (!rest.starts_with(name)) continue;
    const auto end_of_listed = begin + name.size(), end_of_family = is_prefix ? end_of_capitalized(text, end_of_listed) : end_of_listed;
    if (is_prefix ? end_of_family == end_of_listed : size_of_blank(text, end_of_listed) == 0) continue;
    auto end = end_of_family;
    for (int given = 0; given < 3; ++given) {
      const auto word = end + size_of_blank(text, end), next = word > end ? end_of_capitalized(text, word, is_in_capitals) : word;
      if (next == word) break;
      end = next;
    }
    if (end == end_of_family) continue;
    if (is_in_capitals) {  // within more words in capitals: a title
      const auto word = end + size_of_blank(text, end);
      if (word > end && end_of_capitalized(text, word, true) > word) continue;
    }
    return not_names_.stand_at(words_of(text.substr(begin, end - begin)), 0) ? begin : end;
  }
  return begin;
}

/// The end of two to four capitalised words at `begin` that may be a name in any tongue; `begin` where there are none.
std::size_t PersonalWords::unlisted_name_at(std::string_view text, std::size_t begin) const {
  constexpr std::size_t longest = 40;
  const auto next_word = begin + std::min(text.substr(begin, longest).find(' '), longest) + 1;
  if (next_word >= text.size() || !(is_ascii_capital(text[next_word]) || byte(text[next_word]) >= 0xC3) || !begins_word(text, begin)) return begin;
  auto end = begin;
  for (int count = 0; count <= 4; ++count) {
    const auto word = count == 0 ? begin : end + 1;
    if (count > 0 && name_at(text, word) > word) return begin;  // that is found by itself
    const auto next = end_of_capitalized(text, word);
    if (next == word) return count > 1 ? end : begin;
    if (count == 4) break;
    end = next;
    if (end == text.size() || text[end] != ' ') return count > 0 ? end : begin;
  }
  return begin;  // a title
}

bool PersonalWords::has_name(std::string_view text, std::size_t begin, std::size_t end) const {
  for (auto i = begin; i < end; ++i)
    if (name_at(text, i) > i) return true;
  return false;
}

/// Whether other words say that a name is that of a street, or of somebody in office.
bool PersonalWords::is_public(const Sentence& sentence) const {
  if (public_.stand_before(sentence.before, sentence.before.size()) || public_behind_.stand_at(sentence.behind, 0)) return true;
  for (std::size_t at = 2; at < sentence.name.size(); ++at)  // "Nguyễn Trãi Street"
    if (public_behind_.stand_at(sentence.name, at)) return true;
  return false;
}

bool PersonalWords::is_young(const std::string& word) const {
  if (!is_digit(word.front())) return std::ranges::find(numbers_, word) != numbers_.end();
  const int number = word.size() > 8 ? 0 : std::atoi(word.c_str());
  return std::ranges::any_of(young_, [&](const auto& range) { return range.first <= number && number <= range.second; });
}

/// The first age among the words; only one of somebody young, where not any will do.
std::string PersonalWords::age_in(const Words& words, bool any) const {
  const auto [begin, end] = ages_.first_in(words, &groups_);
  for (auto i = end; i > begin; --i)
    if (is_digit(words[i - 1].front()) || is_young(words[i - 1])) return any || is_young(words[i - 1]) ? joined(words, begin, end) : "";
  return "";
}

/// The age of somebody young right beside a name that may be none. Only what is near is looked at, and only where it has a digit.
std::string PersonalWords::age_beside(std::string_view text, std::size_t begin_of_name, std::size_t end_of_name) const {
  constexpr std::size_t nearest = 16, near = 40;
  const auto ahead = [&](std::size_t reach) { return begin_of_name - std::min(begin_of_name, reach); };
  const auto has_digit = [&](std::size_t begin, std::size_t end) { return std::ranges::any_of(text.substr(begin, end - begin), is_digit); };
  if (!has_digit(ahead(nearest), begin_of_name) && !has_digit(end_of_name, end_of_name + nearest)) return "";
  const auto from = ahead(near);
  const Sentence sentence(text.substr(from, end_of_name + near - from), begin_of_name - from, end_of_name - from);
  const auto& [to, before, name, behind, is_torn] = sentence;
  const auto end = groups_.stand_at(behind, 0) ? 0 : ages_.end_at(behind, 0);
  const auto begin = is_torn ? before.size() : ages_.begin_before(before, before.size());
  if (end == 0 && (begin == before.size() || (begin > 0 && groups_.stand_at(before, begin - 1)))) return "";
  const auto is_one_of_words = [&](const Phrases& phrases) { const auto [first, last] = phrases.first_in(name); return last > first; };
  if (is_public(sentence) || not_names_.stand_at(name, 0) || is_one_of_words(public_) || is_one_of_words(public_behind_)) return "";
  if (before_places_.stand_at(name, 0) || before_places_.stand_before(before, before.size()) || people_.stand_at(name, 0)) return "";
  const auto word = text.rfind(' ', begin_of_name - std::min<std::size_t>(begin_of_name, 2));
  const bool is_within_title = begin_of_name > 0 && text[begin_of_name - 1] == ' ' && is_ascii_capital(text[word == text.npos ? 0 : word + 1]);
  if (is_within_title && !people_.stand_before(before, before.size())) return "";
  const auto at = [](const Words& words, std::size_t i) { return words.begin() + static_cast<std::ptrdiff_t>(i); };
  return end > 0 ? age_in(Words(behind.begin(), at(behind, end)), false) : age_in(Words(at(before, begin), before.end()), false);
}

/// What stands beside a name and tells who that is; empty where nothing does, or where other words say that it is no private person.
std::string PersonalWords::what_tells(std::string_view text, std::size_t begin, std::size_t end, Topic& topic) const {
  const Sentence sentence(text, begin, end);
  if (is_public(sentence)) return "";
  for (const auto* words : {&sentence.behind, &sentence.before})
    if (auto age = age_in(*words, false); !age.empty()) return age;
  const std::string number(number_behind(text, end));
  const bool is_age = !number.empty() && is_young(number);
  if (is_age && sentence.name.size() > 2) return number;
  if (!topic.is_people()) return "";
  for (const auto* words : {&sentence.behind, &sentence.before}) {
    if (auto age = age_in(*words, true); !age.empty()) return age;
    if (auto detail = first_of(details_, *words); !detail.empty()) return detail;
  }
  if (is_age) return number;
  if (sentence.to + 1 >= text.size() || text[sentence.to] == '\n' || ends_sentence(text, sentence.to + 1)) return "";
  const auto next = end_of_sentence(text, sentence.to + 1);
  return has_name(text, sentence.to, next) ? "" : age_in(words_of(text.substr(sentence.to, next - sentence.to)), false);
}

bool PersonalWords::is_of_personal_host(std::string_view address) const {
  const auto host = address.substr(std::min(address.find('@') + 1, address.size()));
  return std::ranges::any_of(mail_hosts_, [&](const std::string& one) { return one.ends_with('.') ? host.starts_with(one) : host == one; });
}

std::vector<Personal> PersonalWords::in(std::string_view text) const {
  std::vector<Personal> found;
  Topic topic(*this, text);
  std::size_t end_of_last_phone = text.npos;
  for (std::size_t i = 0; i < text.size(); ++i) {
    while (i < text.size() && !stops_[byte(text[i])]) ++i;
    if (i == text.size()) break;
    const char c = text[i];
    if (c == '@') {
      if (const auto address = address_around(text, i); !address.empty()) found.push_back({Personal::What::email, address, ""});
    } else if (c == '+' || is_digit(c)) {
      const auto end = end_of_phone(text, i, country_codes_, i == end_of_last_phone + 1);
      if (end == i) continue;
      const bool opens = i > 0 && text[i - 1] == '(' && text.substr(i, end - i).find(')') != text.npos;
      const auto begin = opens ? i - 1 : i;
      found.push_back({Personal::What::phone, text.substr(begin, end - begin), ""});
      i = end - 1, end_of_last_phone = end;
    } else if (const auto end = name_at(text, i); end > i) {
      if (auto beside = what_tells(text, i, end, topic); !beside.empty()) found.push_back({Personal::What::person, text.substr(i, end - i), std::move(beside)});
      i = end - 1;
    } else if (const auto end_of_words = is_ascii_capital(c) && !ages_.is_empty() ? unlisted_name_at(text, i) : i; end_of_words > i) {
      auto beside = age_beside(text, i, end_of_words);
      if (beside.empty()) continue;
      found.push_back({Personal::What::person, text.substr(i, end_of_words - i), std::move(beside)});
      i = end_of_words - 1;
    }
  }
  return found;
}

}  // namespace checks
