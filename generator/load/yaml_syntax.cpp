#include "load/yaml_syntax.h"

#include <algorithm>

#include "base/text.h"

namespace load {
namespace {

using base::Code;
using base::Diagnostic;
using base::Hint;
using base::Span;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// The YAML of one source, with questions about its lines. Offsets are those of the source.
class Page {
 public:
  Page(const base::Source& source, Span part)
      : source_(source), part_(part), text_(std::string_view(source.text).substr(0, part.end)) {}

  char look(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  std::string_view text() const { return text_; }
  std::string_view view(Span span) const { return text_.substr(span.begin, span.end - span.begin); }
  base::Place place(Span span) const { return {&source_, span}; }
  base::Place place(std::uint32_t begin, std::uint32_t end) const { return place(Span{begin, end}); }
  Span line(std::uint32_t at) const { return line_around(source_, part_, at); }

  /// What stands on a line, without the blanks around it.
  Span words(Span line) const {
    while (line.begin < line.end && is_blank(look(line.begin))) ++line.begin;
    while (line.end > line.begin && is_blank(look(line.end - 1))) --line.end;
    return line;
  }

  /// The nearest line above that says something; empty where there is none.
  Span line_above(Span below) const {
    while (below.begin > part_.begin) {
      below = line(below.begin - 1);
      const Span said = words(below);
      if (said.begin < said.end && look(said.begin) != '#') return below;
    }
    return {below.begin, below.begin};
  }

  /// The offset behind the colon that ends a key on this line, or behind the dashes of a list; the first word otherwise.
  std::uint32_t value_on(Span line) const {
    Span rest = words(line);
    while (look(rest.begin) == '-' && is_blank(look(rest.begin + 1))) rest = words({rest.begin + 1, rest.end});
    for (std::uint32_t i = rest.begin; i < rest.end; ++i)
      if (look(i) == ':' && (is_blank(look(i + 1)) || i + 1 == rest.end)) return words({i + 1, rest.end}).begin;
    return rest.begin;
  }

  /// The offset of the colon that ends the first key on the line, or its end.
  std::uint32_t first_colon(Span line) const {
    for (std::uint32_t i = line.begin; i < line.end; ++i)
      if (look(i) == ':' && (is_blank(look(i + 1)) || i + 1 == line.end)) return i;
    return line.end;
  }

 private:
  const base::Source& source_;
  Span part_;
  std::string_view text_;
};

/// As a hint shows it: not longer than a line.
std::string shortened(std::string_view text) {
  constexpr std::size_t most = 72;
  return base::shortened(text, most);
}

/// Text as it stands between double quotes.
std::string in_double_quotes(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return shortened(out);
}

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

Diagnostic explain_colon(const Page& page, const base::Source& source, const SyntaxError& error) {
  const Span line = page.line(error.at);
  if (const Span wide = with_wide_colon(page, line); wide.end > wide.begin) return missing_colon(source, wide);
  if (page.first_colon(line) < error.at) {
    const Span value = page.words({page.value_on(line), line.end});
    return Diagnostic{Code::yaml_colon_in_value, page.place(error.at, error.at + 1)}.hint(Hint::wrap_in_quotes, {in_double_quotes(without_curly(page.view(value)))});
  }
  const Span above = page.line_above(line), here = page.words(line);
  const std::uint32_t indent_above = page.words(above).begin - above.begin;
  if (page.words(above).begin < above.end && here.begin - line.begin <= indent_above) return missing_colon(source, page.words(above));
  return {Code::yaml_indentation, page.place(here)};
}

Diagnostic explain_end(const Page& page, const base::Source& source, const SyntaxError& error) {
  const Span line = page.line(error.at);
  if (const Span wide = with_wide_colon(page, line); wide.end > wide.begin) return missing_colon(source, wide);
  std::uint32_t before = error.at;
  while (before > line.begin && is_blank(page.look(before - 1))) --before;
  const char closing = before > line.begin ? page.look(before - 1) : '\0';
  const bool behind_quote = closing == '"' || closing == '\'';
  if (before == error.last && (behind_quote || closing == ']' || closing == '}')) {
    const Span value = page.words({page.value_on(line), line.end});
    Diagnostic diagnostic{Code::yaml_text_after, page.place(page.words({error.at, line.end})), {std::string(1, closing)}};
    // In `"Nói "to" lên"` the quotes of the whole are meant to be YAML's; in `"Nói" và "nghe"` none are.
    const bool closes_word = behind_quote && before >= line.begin + 2 && !is_blank(page.look(before - 2)) && is_blank(page.look(before));
    return behind_quote ? diagnostic.hint(Hint::expected_shape, {in_single_quotes(closes_word ? page.view(value) : without_outer(page.view(value), closing))})
                        : diagnostic.hint(Hint::wrap_in_quotes, {in_double_quotes(page.view(value))});
  }
  const Span here = page.words(line);
  return {Code::yaml_indentation, page.place(here.begin < here.end ? here : Span{error.at, error.at})};
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
  std::uint32_t begin = error.last;
  while (begin < error.at && (is_blank(page.look(begin)) || page.look(begin) == '\n' || page.look(begin) == ':' ||
                              (page.look(begin) == '-' && is_blank(page.look(begin + 1)))))
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

Span line_around(const base::Source& source, Span part, std::uint32_t at) {
  const auto text = std::string_view(source.text).substr(0, part.end);
  at = std::min(at, part.end);
  const std::size_t before = at == 0 ? text.npos : text.rfind('\n', at - 1);
  const std::size_t end = text.find('\n', at);
  const std::uint32_t begin = before == text.npos ? 0 : static_cast<std::uint32_t>(before) + 1;
  return {std::max(part.begin, begin), end == text.npos ? part.end : static_cast<std::uint32_t>(end)};
}

Diagnostic missing_colon(const base::Source& source, Span span) {
  const std::string_view said = std::string_view(source.text).substr(span.begin, span.end - span.begin);
  Diagnostic diagnostic{Code::yaml_missing_colon, {&source, span}, {shortened(said)}};
  // `key:value` and `key value` are near to what is wanted; a line of prose is not.
  const std::string_view key = said.substr(0, said.find_first_of(" :\xEF"));
  const bool is_word = !key.empty() && key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == key.npos;
  if (is_word) diagnostic.hint(Hint::add_colon, {std::string(key)});
  return diagnostic;
}

std::optional<Diagnostic> mistake_in_key(const base::Source& source, Span span) {
  const std::string_view said = std::string_view(source.text).substr(span.begin, span.end - span.begin);
  const auto sign_at_begin = [&](std::string_view sign) { return said.starts_with(sign) && said.size() > sign.size(); };
  for (const std::string_view sign : {"–", "—", "•", "●", "◦", "*", "+", "-"})
    if (sign_at_begin(sign)) {
      auto rest = said.substr(sign.size());
      rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(' ')));
      return Diagnostic{Code::yaml_dash, {&source, {span.begin, span.begin + static_cast<std::uint32_t>(sign.size())}}, {std::string(sign)}}.hint(
          Hint::expected_shape, {"`- " + std::string(rest) + ": …`"});
    }
  for (const auto& [blank, name] : {std::pair<std::string_view, const char*>{"\u00A0", "U+00A0"}, {"\u3000", "U+3000"}, {"\u2003", "U+2003"}, {"\u2009", "U+2009"}})
    if (const auto at = said.find(blank); at != said.npos) {
      const auto begin = span.begin + static_cast<std::uint32_t>(at);
      return Diagnostic{Code::control_character, {&source, {begin, begin + static_cast<std::uint32_t>(blank.size())}}, {name}}.hint(Hint::indent_with_spaces);
    }
  return std::nullopt;
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
    case SyntaxTrouble::value: return explain_colon(page, source, error);
    case SyntaxTrouble::end: return explain_end(page, source, error);
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
