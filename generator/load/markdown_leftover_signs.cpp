// What is left over within a line: torn links, `**`, footnotes.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "load/content.h"
#include "load/markdown_leftovers.h"
#include "load/markdown_letters.h"

namespace load {
namespace {

using base::Hint;

constexpr std::string_view nothing_further = " \t\x01\x02";

/// Certainly an address, of the site or of another.
bool is_address(std::string_view text) {
  if (text.find_first_of(nothing_further) != text.npos || !std::ranges::all_of(text, [](char sign) { return static_cast<unsigned char>(sign) < 0x80; })) return false;
  for (const std::string_view begin : {"https://", "http://", "www.", "mailto:", "tel:", "./", "../"})
    if (text.starts_with(begin)) return text.size() > begin.size();
  return text.size() > 1 && ((text[0] == '/' && (is_letter(text[1]) || is_digit(text[1]))) || (text[0] == '#' && is_letter(text[1])));
}
/// The same, or the name of a file.
bool is_path(std::string_view text) {
  return is_address(text) || (text.find_first_of(nothing_further) == text.npos && (text.ends_with(".md") || media_type(text) != MediaType::none));
}

bool is_number(std::string_view text) { return text.find_first_not_of("0123456789, ") == text.npos; }

/// " =300x200" behind an address, as other programs take it.
bool is_size(std::string_view text) { return text.size() > 1 && text[0] == '=' && text.find_first_not_of("=0123456789x%") == text.npos; }

/// Words as a hint repeats them: not those that are partly understood.
std::string words_or_gap(std::string_view text) {
  return text.empty() || text.find_first_of("\x01\x02") != text.npos ? "…" : std::string(text);
}

/// Without what ends a sentence or another bracket.
std::string_view plain_end(std::string_view text) { return text.substr(0, text.find_last_not_of(".,;:]}") + 1); }

bool is_part_of_word(char sign) { return is_letter(sign) || is_digit(sign); }

}  // namespace

void Leftovers::signs(const Shown& shown) {
  std::vector<Bold> stars;
  for (const auto& line : shown.lines) {
    const std::string_view text = line.text;
    constexpr std::string_view looked_for = "[](!*";
    std::size_t square = text.npos, round = text.npos;  // the brackets that opened last
    for (auto at = text.find_first_of(looked_for); at != text.npos; at = text.find_first_of(looked_for, at + 1)) {
      if (text[at] == '[') {
        if (text.substr(at).starts_with("[^")) footnote(shown, line, at);
        if (at > 0 && text[at - 1] == ')' && round != text.npos) link_with_round_words(shown, line, round, at - 1);
        square = at;
      } else if (text[at] == ']') {
        if (square != text.npos) behind_bracket(shown, line, square, at);
        square = text.npos;
      } else if (text[at] == '(') {
        round = at;
      } else if (text[at] == '!') {
        const auto rest = text.substr(at + 1);
        const bool is_torn = rest.starts_with(" ") && without_blanks(rest).starts_with(Shown::link_to_picture) && (at == 0 || text[at - 1] == ' ');
        if (!is_torn) continue;
        if (const auto found = find(shown, line, std::string(text.substr(at, text.find(Shown::link_to_picture, at) - at)) + "["))
          put(raw(*found, found->rest.find(')') + 1).hint(Hint::expected_shape, {fmt::format("`!{}`", without_blanks(found->rest.substr(1, found->rest.find(')'))))}));
      } else {
        const auto end = std::min(text.find_first_not_of('*', at), text.size());
        if (end - at == 2 || end - at == 3) stars.push_back({&line, at, end - at});
        at = end - 1;
      }
    }
  }
  if (!stars.empty()) bold(shown, stars);
}

void Leftovers::look_at_link(int line, std::string_view words) {
  const Shown shown{Shown::Block::other, line, {{line, fmt::format("[{}]", words)}}};
  if (words.starts_with('^')) footnote(shown, shown.lines.front(), 0);
}

void Leftovers::footnote(const Shown& shown, const Shown::Line& line, std::size_t open) {
  const auto said = std::string_view(line.text).substr(open);
  const auto close = said.find(']');
  if (has_footnote_ || close == said.npos || close < 3 || said.substr(0, close).find_first_of(nothing_further) != said.npos) return;
  const auto found = find(shown, line, said.substr(0, close + 1));
  if (!found) return;
  has_footnote_ = true;
  put(raw(*found, close + 1).hint(Hint::write_in_brackets));
}

/// `[words]` is not understood: what comes behind it may tell what was meant.
void Leftovers::behind_bracket(const Shown& shown, const Shown::Line& line, std::size_t open, std::size_t close) {
  constexpr std::size_t most = 300;  // bytes of an address that somebody types
  const std::string_view text = line.text;
  const auto words = text.substr(open + 1, close - open - 1);
  const auto behind = text.substr(close + 1, most);
  const auto blanks = std::min(behind.find_first_not_of(" \t"), behind.size());
  const auto inner = behind.substr(std::min(blanks + 1, behind.size()));
  const bool is_picture = open > 0 && text[open - 1] == '!';
  const auto add_link = [&](std::string_view torn, std::string_view address) {
    const auto begin = open - is_picture;
    const auto whole = text.substr(begin, static_cast<std::size_t>(torn.data() + torn.size() - text.data()) - begin);
    const auto said = whole.find_first_of("\x01\x02") == whole.npos ? whole : torn;
    add(shown, line, said, fmt::format("{}[{}]({})", is_picture ? "!" : "", base::shortened(words_or_gap(words), 40), address));
  };
  const auto end = inner.find(')');
  if (behind.substr(blanks).starts_with("(") && blanks > 0) {  // [words] (/address)
    const auto address = inner.substr(0, end);
    if (end == inner.npos || !is_address(address) || is_number(words) || (is_picture && media_type(address) == MediaType::picture)) return;
    add_link(behind.substr(0, blanks + end + 2), address);
  } else if (behind.starts_with("(")) {
    const auto first = inner.substr(0, std::min(inner.find_first_of(nothing_further), end));
    const bool is_closed = end != inner.npos && inner.substr(0, end).find('(') == inner.npos;
    const auto further = is_closed ? without_blanks(inner.substr(first.size(), end - first.size())) : std::string_view();
    if (!is_path(first) || (is_closed && (further.empty() || media_type(inner.substr(0, end)) != MediaType::none))) return;
    if (!is_closed) return add_link(behind.substr(0, plain_end(first).size() + 1), plain_end(first));
    if (is_size(further)) return add_link(behind.substr(0, end + 2), first);
    if (further.find_first_of("/.") == further.npos) return add_link(behind.substr(0, end + 2), fmt::format("{} \"{}\"", first, further));
    if (const auto found = find(shown, line, behind.substr(0, end + 2))) put(raw(*found, end + 2).hint(Hint::no_blanks_in_address));
  } else if (behind.starts_with("[")) {  // [words][1]
    const auto label = inner.substr(0, inner.find(']'));
    const bool is_meant = label.size() < inner.size() && std::ranges::any_of(label, is_part_of_word) && !is_number(words) && std::ranges::any_of(words, is_part_of_word);
    if (!is_meant || (open > 0 && is_part_of_word(text[open - 1]))) return;
    add_link(behind.substr(0, label.size() + 2), is_path(label) ? label : "/…");
  }
}

/// `(words)[/address]`, `!(words)[picture.jpg]`
void Leftovers::link_with_round_words(const Shown& shown, const Shown::Line& line, std::size_t open, std::size_t close) {
  const std::string_view text = line.text;
  const auto inner = text.substr(close + 2);
  const auto address = inner.substr(0, inner.find(']'));
  if (address.size() == inner.size() || !is_path(address) || close < open) return;
  const std::string sign = open > 0 && text[open - 1] == '!' ? "!" : "";
  const auto words = text.substr(open + 1, close - open - 1);
  const bool is_plain = words.find_first_of("\x01\x02") == words.npos;
  add(shown, line, is_plain ? text.substr(open - sign.size(), close + 3 + address.size() - open + sign.size()) : text.substr(close, address.size() + 3),
      fmt::format("{}[{}]({})", sign, words_or_gap(words), address));
}

/// `**` that makes nothing bold: alone in front of a word, or two on a line with blanks or signs on the wrong side.
void Leftovers::bold(const Shown& shown, const std::vector<Bold>& left) {
  const auto before = [](const Bold& one) { return one.at == 0 ? ' ' : one.line->text[one.at - 1]; };
  const auto behind = [](const Bold& one) { return one.at + one.size == one.line->text.size() ? ' ' : one.line->text[one.at + one.size]; };
  const auto can_open = [&](const Bold& one) { return !is_part_of_word(before(one)) && behind(one) != ')'; };
  for (std::size_t i = 0; i < left.size(); ++i) {
    const Bold& one = left[i];
    const std::string_view text = one.line->text;
    if (!can_open(one)) continue;
    const auto begin = one.at + one.size;
    const bool has_end = i + 1 < left.size() && left[i + 1].line == one.line;
    const auto inner = has_end ? text.substr(begin, left[i + 1].at - begin) : std::string_view();
    const std::string marks(one.size, '*');
    const auto end = has_end ? left[i + 1].at + left[i + 1].size : 0;
    if (has_end && std::ranges::any_of(inner, is_part_of_word)) {
      const auto next = is_part_of_word(behind(left[i + 1])) ? fmt::format(" {}", text.substr(end, text.find(' ', end) - end)) : std::string();
      add(shown, *one.line, text.substr(one.at, end - one.at), marks + words_or_gap(without_blanks(inner)) + marks + next);
      ++i;
    } else if (begins_words(text.substr(begin))) {
      const auto word = text.substr(begin, text.find_first_of(nothing_further, begin) - begin);
      if (const auto found = find(shown, *one.line, text.substr(one.at, one.size + word.size())))
        put(raw(*found, one.size + word.size()).hint(Hint::expected_shape, {fmt::format("`{0}{1} …{0}`", marks, word)}).hint(Hint::keep_sign, {one.size == 2 ? "\\*\\*" : "\\*\\*\\*"}));
    }
  }
}

}  // namespace load
