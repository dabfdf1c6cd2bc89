#include "load/yaml_slips.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"

namespace load {
namespace {

using base::Code;
using base::Diagnostic;
using base::Hint;
using base::Span;

constexpr std::string_view of_words = "abcdefghijklmnopqrstuvwxyz0123456789_-";

/// Blanks that YAML takes for letters, and their names.
constexpr std::pair<std::string_view, const char*> odd_blanks[] = {{"\u00A0", "U+00A0"}, {"\u3000", "U+3000"}, {"\u2003", "U+2003"}, {"\u2009", "U+2009"}};

Diagnostic odd_blank(const Page& page, std::uint32_t begin, std::string_view blank, const char* name) {
  return {Code::control_character, page.place(begin, begin + static_cast<std::uint32_t>(blank.size())), {name}};
}

/// `vi:Lời` and `vi:"Lời"`, or with a blank that is none behind the colon; an address has a slash there.
std::optional<Diagnostic> blank_missing(const Page& page, Span said) {
  const auto text = page.view(said);
  const std::size_t colon = text.find_first_not_of(of_words);
  if (colon == 0 || colon >= text.size() - 1 || text[colon] != ':' || !(text[0] >= 'a' && text[0] <= 'z') || text[colon + 1] == '/' || Page::is_blank(text[colon + 1]))
    return std::nullopt;
  const std::string key(text.substr(0, colon));
  for (const auto& [blank, name] : odd_blanks)
    if (text.substr(colon + 1).starts_with(blank)) return odd_blank(page, said.begin + static_cast<std::uint32_t>(colon) + 1, blank, name).hint(Hint::delete_it);
  return Diagnostic{Code::yaml_blank_missing, page.place(said.begin, said.begin + static_cast<std::uint32_t>(colon) + 1), {key + ":"}}.hint(Hint::add_colon, {key});
}

/// The sign with which a text begins as if it were an item of a list; empty where it does not.
std::string_view sign_before(std::string_view said) {
  for (const std::string_view sign : {"–", "—", "•", "●", "◦", "*", "+", "-"})
    if (said.starts_with(sign) && said.size() > sign.size()) return sign;
  return "";
}

Diagnostic sign_for_dash(const Page& page, Span said, std::string_view sign, std::string_view more) {
  const auto end = said.begin + static_cast<std::uint32_t>(sign.size());
  const Span rest = page.words({end, said.end});
  return Diagnostic{Code::yaml_dash, page.place(said.begin, end), {std::string(sign)}}.hint(Hint::expected_shape, {"`- " + shortened(page.view(rest)) + std::string(more) + "`"});
}

bool has_colon(const Page& page, Span said) { return page.first_colon(said) < said.end; }

/// Whether a value is a text that may go on on the next line.
bool is_plain(const Page& page, Span value) {
  return value.begin < value.end && std::string_view("\"'|>[{&*#").find(page.look(value.begin)) == std::string_view::npos;
}

/// Whether the line above holds a text of some words, of which this one can be the rest.
bool goes_on(const Page& page, Span said) {
  const Span above = page.line_above(page.line(said.begin)), item = page.behind_dashes(above);
  if (item.begin == item.end) return false;
  if (!has_colon(page, item) && page.words(above).begin == item.begin) return page.column(item.begin) > page.column(said.begin);
  const Span value = page.value_on(above);
  return is_plain(page, value) && page.view(value).find(' ') != std::string_view::npos && page.column(item.begin) >= page.column(said.begin);
}

/// Whether the key that begins at an offset is one of an item of a list.
bool is_in_item(const Page& page, Span line) {
  const std::uint32_t column = page.column(page.words(line).begin);
  Span above = line;
  do above = page.line_above(above);
  while (above.begin < above.end && page.column(page.words(above).begin) >= column);
  return above.begin < above.end && page.is_dash(page.words(above).begin);
}

}  // namespace

Diagnostic missing_colon(const Page& page, Span span) {
  const Span said = page.behind_dashes({span.begin, std::min(span.end, page.line(span.begin).end)});
  if (auto slip = blank_missing(page, said)) return *slip;
  const auto text = page.view(said);
  Diagnostic diagnostic{Code::yaml_missing_colon, page.place(said), {shortened(text)}};
  // `key：value` and `key value` are near to what is wanted; a line of prose is not.
  const std::string_view key = text.substr(0, text.find_first_of(" \xEF"));
  if (!key.empty() && key.find_first_not_of(of_words) == key.npos) diagnostic.hint(Hint::add_colon, {std::string(key)});
  if (text.find("：") == text.npos && goes_on(page, said)) diagnostic.hint(Hint::join_lines);
  return diagnostic;
}

Diagnostic missing_colon(const Page& page, const Suspect& suspect) {
  const auto said = page.view(suspect.key);
  const bool is_language = std::min(said.find_first_not_of(of_words), said.size()) == 2 && (said.size() == 2 || said[2] == ' ');  // `en Words`
  const bool has_text = suspect.text.begin < suspect.text.end;
  if (!has_text || blank_missing(page, suspect.key)) return missing_colon(page, suspect.key);
  return (is_language ? missing_colon(page, suspect.key) : Diagnostic{Code::yaml_comma_in_text, page.place(suspect.text)})
      .hint(Hint::wrap_in_quotes, {in_double_quotes(page.view(suspect.text))});
}

void suspect(std::vector<Suspect>& suspected, const std::vector<Node::Pair>& before, Span key) {
  Suspect one{key, {}};
  if (!before.empty()) {
    const auto& [name, key_place, value] = before.back();
    if (!suspected.empty() && suspected.back().text.end == key_place.span.end) return void(suspected.back().text.end = key.end);
    if (value.shape == Node::Shape::scalar && value.style == Node::Style::plain) one.text = {value.place.span.begin, key.end};
  }
  suspected.push_back(one);
}

std::optional<Diagnostic> quote_lost(const Page& page, Span text) {
  const auto said = page.view(text);
  if (said.size() < 2 || std::ranges::count(said, '"') != 1 || said.back() != '"') return std::nullopt;
  return Diagnostic{Code::yaml_quote_lost, page.place(text.end - 1, text.end), {"\""}}.hint(Hint::wrap_in_quotes, {in_double_quotes(said.substr(0, said.size() - 1))});
}

std::optional<Diagnostic> commented_key(const Page& page, Span line) {
  const Span comment = page.key_in_comment_above(line);
  if (comment.begin == comment.end) return std::nullopt;
  const auto said = page.view(comment);
  const auto blanks = std::min(said.find_first_not_of(' ', 1), said.size()) - 1;
  const std::string indent(page.column(comment.begin) + (blanks > 0 ? blanks - 1 : 0), ' ');
  return Diagnostic{Code::yaml_key_commented, page.place(comment), {shortened(page.view(comment))}}.hint(Hint::expected_shape, {"`" + indent + std::string(said.substr(std::min(said.find_first_not_of(" #"), said.size()))) + "`"});
}

std::optional<Diagnostic> mistake_in_key(const Page& page, Span span) {
  const std::string_view said = page.view(span);
  if (const auto sign = sign_before(said); !sign.empty()) return sign_for_dash(page, span, sign, page.look(span.end) == ':' ? ": …" : "");
  if (auto slip = blank_missing(page, span)) return slip;
  for (const auto& [blank, name] : odd_blanks)
    if (const auto at = said.find(blank); at != said.npos)
      return odd_blank(page, span.begin + static_cast<std::uint32_t>(at), blank, name).hint(Hint::indent_with_spaces);
  return std::nullopt;
}

std::optional<Diagnostic> item_without_dash(const Page& page, Span line) {
  const Span said = page.words(line);
  const auto sign = sign_before(page.view(said));
  if (sign.empty()) return std::nullopt;
  const char next = page.look(said.begin + sign.size());
  const bool is_number = sign.size() == 1 && next >= '0' && next <= '9';
  if (page.is_dash(said.begin) || page.view(said).starts_with("--") || is_number) return std::nullopt;
  return sign_for_dash(page, said, sign, "");
}

std::optional<Diagnostic> word_above(const Page& page, Span line) {
  const Span above = page.line_above(line), word = page.behind_dashes(above), before = page.behind_dashes(page.line_above(above));
  const bool is_word = word.begin < word.end && page.view(word).find_first_not_of(of_words) == std::string_view::npos;
  const bool is_rest = before.begin < before.end && page.column(word.begin) > page.column(before.begin);
  if (!is_word || is_rest || page.column(page.words(line).begin) <= page.column(word.begin)) return std::nullopt;
  return missing_colon(page, word);
}

std::optional<Diagnostic> broken_text(const Page& page, Span line) {
  const Span here = page.words(line);
  Span broken{}, above = page.line_above(line);
  for (; above.begin < above.end; above = page.line_above(above)) {
    const Span said = page.words(above);
    if (has_colon(page, said) || page.is_dash(said.begin)) break;
    broken = said;
  }
  if (above.begin == above.end || broken.begin == broken.end) return std::nullopt;
  const Span item = page.behind_dashes(above);
  const bool is_sibling = has_colon(page, item) && page.column(item.begin) == page.column(here.begin);
  if (!is_sibling || !is_plain(page, page.value_on(above)) || page.column(broken.begin) >= page.column(item.begin)) return std::nullopt;
  return Diagnostic{Code::yaml_indentation, page.place(broken)}.hint(Hint::join_lines);
}

std::optional<Diagnostic> text_before(const Page& page, Span line) {
  const Span here = page.words(line), above = page.line_above(line), item = page.behind_dashes(above);
  const std::uint32_t colon = page.first_colon(item), indent = page.column(here.begin), of_key = page.column(item.begin);
  const bool is_list = page.is_dash(here.begin);
  if (colon == item.end || indent < of_key || (indent == of_key && !is_list)) return std::nullopt;
  Span value = page.value_on(above);
  const bool is_proposal = page.view(value).starts_with(confirm_tag) && Page::is_blank(page.look(value.begin + confirm_tag.size()));
  if (is_proposal) value = page.words({value.begin + static_cast<std::uint32_t>(confirm_tag.size()), value.end});
  if (const auto comment = page.view(value).find(" #"); comment != std::string_view::npos) value = page.words({value.begin, value.begin + static_cast<std::uint32_t>(comment)});
  if (value.begin == value.end || std::string_view("|>[{&*!#").find(page.look(value.begin)) != std::string_view::npos) return std::nullopt;
  const std::string said(page.view(value)), key(page.view({item.begin, colon}));
  const bool is_tag = !is_proposal && !base::nearest("!" + said, std::vector{std::string(confirm_tag)}).empty();
  // Within an item, the line below may as well be the next item, indented too far.
  if (!is_tag && !is_proposal && (!is_list || item.begin != page.words(above).begin || is_in_item(page, above))) return std::nullopt;
  Diagnostic diagnostic{Code::yaml_text_before, page.place(value), {shortened(said)}};
  if (is_tag) return diagnostic.hint(Hint::did_you_mean, {std::string(confirm_tag)});
  return is_proposal ? diagnostic.hint(Hint::remove_attribute, {shortened(said)}) : diagnostic.hint(Hint::list_or_prose, {shortened(said), key});
}

}  // namespace load
