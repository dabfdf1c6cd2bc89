#include "load/yaml_syntax.h"

#include <algorithm>

#include "base/text.h"
#include "load/yaml_page.h"
#include "load/yaml_slips.h"

namespace load {
namespace {

using base::Code;
using base::Diagnostic;
using base::Hint;
using base::Span;

/// “a: b” without the marks of print, which were meant as quotes.
std::string_view without_curly(std::string_view text) {
  constexpr std::string_view open = "“", close = "”";
  const bool is_held = text.starts_with(open) && text.ends_with(close);
  return is_held ? text.substr(open.size(), text.size() - open.size() - close.size()) : text;
}

std::string in_single_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return shortened(out + "'");
}

/// `'the town's'` and `''a''` without those at its ends, for double quotes in their place.
std::string_view without_apostrophes(std::string_view text) {
  const auto begin = std::min(text.find_first_not_of('\''), text.size());
  return text.ends_with('\'') ? text.substr(begin, text.find_last_not_of('\'') + 1 - begin) : text;
}

/// `"a "b" c"` without the quotes that were meant to hold all of it; anything else as it is.
std::string_view without_outer(std::string_view text, char quote) {
  const bool is_held = text.size() > 2 && text.front() == quote && text.back() == quote && std::ranges::count(text, quote) % 2 == 0 && std::ranges::count(text, quote) > 2;
  return is_held ? text.substr(1, text.size() - 2) : text;
}

/// The indentation with tabs that is nearest above the place, if there is any since the reader last understood something.
Span tabs_before(const Page& page, const SyntaxError& error) {
  for (Span line = page.line(error.at);;) {
    const auto blanks = page.view({line.begin, page.words(line).begin});
    if (blanks.find('\t') != blanks.npos) return {line.begin, page.words(line).begin};
    if (line.begin <= error.last || line.begin == 0) return {};
    const Span above = page.line_above(line);
    if (above.begin == above.end) return {};
    line = above;
  }
}

/// The words above a line, where their colon is that of another script: `theme：`.
Span with_wide_colon(const Page& page, Span line) {
  const Span words = page.words(page.line_above(line));
  const auto said = page.view(words);
  return said.find("：") != said.npos && said.find(": ") == said.npos ? words : Span{};
}

/// A line that does not fit those above it, and the slip that shows why.
Diagnostic explain_line(const Page& page, Span line, Span fault) {
  if (auto slip = item_without_dash(page, line)) return *slip;
  if (auto slip = commented_key(page, line)) return *slip;
  if (auto slip = word_above(page, line)) return *slip;
  if (auto slip = broken_text(page, line)) return *slip;
  if (auto slip = text_before(page, line)) return *slip;
  return {Code::yaml_indentation, page.place(fault)};
}

Diagnostic explain_colon(const Page& page, const SyntaxError& error) {
  const Span line = page.line(error.at);
  if (const Span wide = with_wide_colon(page, line); wide.end > wide.begin) return missing_colon(page, wide);
  if (page.first_colon(line) < error.at) {
    const Span value = page.value_on(line);
    if (auto slip = quote_lost(page, value)) return *slip;
    return Diagnostic{Code::yaml_colon_in_value, page.place(error.at, error.at + 1)}.hint(Hint::wrap_in_quotes, {in_double_quotes(without_curly(page.view(value)))});
  }
  const Span above = page.line_above(line), here = page.words(line), item = page.behind_dashes(above);
  if (auto slip = broken_text(page, line)) return *slip;
  const bool has_no_colon = item.begin < item.end && page.first_colon(item) == item.end;
  if (has_no_colon && page.column(here.begin) <= page.column(item.begin)) return missing_colon(page, item);
  return explain_line(page, line, here);
}

Diagnostic explain_end(const Page& page, const SyntaxError& error) {
  const Span line = page.line(error.at);
  if (const Span wide = with_wide_colon(page, line); wide.end > wide.begin) return missing_colon(page, wide);
  std::uint32_t before = error.at;
  while (before > line.begin && Page::is_blank(page.look(before - 1))) --before;
  const char closing = before > line.begin ? page.look(before - 1) : '\0';
  const bool behind_quote = closing == '"' || closing == '\'';
  if (before == error.last && (behind_quote || closing == ']' || closing == '}')) {
    const Span value = page.value_on(line);
    Diagnostic diagnostic{Code::yaml_text_after, page.place(page.words({error.at, line.end})), {std::string(1, closing)}};
    // In `"Nói "to" lên"` the quotes of the whole are meant to be YAML's; in `"Nói" và "nghe"` none are.
    const bool closes_word = behind_quote && before >= line.begin + 2 && !Page::is_blank(page.look(before - 2)) && Page::is_blank(page.look(before));
    if (closing == '\'' && !closes_word) return diagnostic.hint(Hint::wrap_in_quotes, {in_double_quotes(without_apostrophes(page.view(value)))});
    return behind_quote ? diagnostic.hint(Hint::expected_shape, {in_single_quotes(closes_word ? page.view(value) : without_outer(page.view(value), closing))})
                        : diagnostic.hint(Hint::wrap_in_quotes, {in_double_quotes(page.view(value))});
  }
  const Span here = page.words(line);
  return explain_line(page, line, here.begin < here.end ? here : Span{error.at, error.at});
}

Diagnostic explain_brackets(const Page& page, const SyntaxError& error) {
  std::uint32_t open = error.open;
  while (open > 0 && page.look(open) != '[' && page.look(open) != '{') --open;
  const char opening = page.look(open);
  const Span line = page.line(error.at);
  const bool closed = page.view({error.at, line.end}).find(opening == '[' ? ']' : '}') != std::string_view::npos;
  if (closed && open >= line.begin) return {Code::yaml_comma_missing, page.place(error.at, error.at)};
  return {Code::yaml_bracket_open, page.place(open, open + 1), {std::string(1, opening)}};
}

Diagnostic explain_start(const Page& page, const SyntaxError& error) {
  const Span line = page.line(error.at);
  if (page.view(page.words(line)).starts_with("* ")) return *item_without_dash(page, line);
  std::uint32_t begin = error.last;
  while (begin < error.at && (Page::is_blank(page.look(begin)) || page.look(begin) == '\n' || page.look(begin) == ':' ||
                              page.is_dash(begin)))
    ++begin;
  const Span value = page.words({begin, page.line(begin).end});
  const std::size_t blank = page.view(value).find_first_of(" \t");
  const Span word{value.begin, blank == std::string_view::npos ? value.end : value.begin + static_cast<std::uint32_t>(blank)};
  const std::string said(page.view(word));
  const std::string name = said.empty() ? said : said.substr(1);
  const auto diagnostic = [&]() -> Diagnostic {
    switch (page.look(begin)) {
      case '*': return {Code::yaml_alias, page.place(word), {name}};
      case '&': return {Code::yaml_anchor, page.place(word), {name}};
      case '!': return {Code::yaml_tag, page.place(word), {said}};
      default: {
        std::size_t size = 0;
        if (!said.empty()) base::next_character(said, size);
        return {Code::yaml_reserved_character, page.place(begin, begin + static_cast<std::uint32_t>(size)), {said.substr(0, size)}};
      }
    }
  }();
  return Diagnostic(diagnostic).hint(Hint::wrap_in_quotes, {in_double_quotes(page.view(value))});
}

Diagnostic explain_escape(const Page& page, const SyntaxError& error) {
  std::uint32_t begin = std::min<std::uint32_t>(error.at, static_cast<std::uint32_t>(page.text().size()));
  const Span line = page.line(begin);
  while (begin > line.begin && page.look(begin) != '\\') --begin;
  std::uint32_t end = std::min(begin + 2, line.end);
  while (end < line.end && (static_cast<unsigned char>(page.look(end)) & 0xC0) == 0x80) ++end;
  const std::string said(page.view({begin, end}));
  return Diagnostic{Code::yaml_escape, page.place(begin, end), {said}}.hint(Hint::expected_shape, {"\\" + said});
}

}  // namespace

std::optional<Diagnostic> directive(const base::Source& source, Span part) {
  const auto text = std::string_view(source.text).substr(0, part.end);
  std::size_t at = text.substr(part.begin).starts_with('%') ? part.begin : text.find("\n%", part.begin);
  if (at == text.npos) return std::nullopt;
  if (text[at] == '\n') ++at;
  const auto begin = static_cast<std::uint32_t>(at);
  return Diagnostic{Code::yaml_reserved_character, {&source, {begin, begin + 1}}, {"%"}};
}

std::uint32_t next_quote(std::string_view text, std::uint32_t from) {
  for (std::uint32_t i = from; i < text.size(); ++i) {
    if (text[i] == '"' || text[i] == '\'') return i;
    if (text[i] != '#' || (i > 0 && text[i - 1] != ' ' && text[i - 1] != '\t' && text[i - 1] != '\n')) continue;
    while (i < text.size() && text[i] != '\n') ++i;
  }
  return static_cast<std::uint32_t>(text.size());
}

Diagnostic explain(const base::Source& source, Span part, const SyntaxError& error) {
  const Page page(source, part);
  const bool may_be_tab = error.trouble == SyntaxTrouble::value || error.trouble == SyntaxTrouble::end ||
                          error.trouble == SyntaxTrouble::start || error.trouble == SyntaxTrouble::flow_end;
  if (const Span tabs = may_be_tab ? tabs_before(page, error) : Span{}; tabs.end > tabs.begin)
    return Diagnostic{Code::yaml_tab, page.place(tabs)}.hint(Hint::indent_with_spaces);
  switch (error.trouble) {
    case SyntaxTrouble::value: return explain_colon(page, error);
    case SyntaxTrouble::end: return explain_end(page, error);
    case SyntaxTrouble::flow_end: return explain_brackets(page, error);
    case SyntaxTrouble::start: break;
    case SyntaxTrouble::escape: return explain_escape(page, error);
    case SyntaxTrouble::scalar_end: {
      const std::uint32_t quote = next_quote(page.text(), error.last);
      return Diagnostic{Code::yaml_multiline_quote, page.place(quote, quote + 1)}.hint(Hint::close_the_quote);
    }
  }
  return explain_start(page, error);
}

}  // namespace load
