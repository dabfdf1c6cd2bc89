#include "load/yaml_page.h"

#include <algorithm>

#include "base/text.h"

namespace load {

using base::Span;

Span line_around(const base::Source& source, Span part, std::uint32_t at) {
  const auto text = std::string_view(source.text).substr(0, part.end);
  at = std::min(at, part.end);
  const std::size_t before = at == 0 ? text.npos : text.rfind('\n', at - 1);
  const std::size_t end = text.find('\n', at);
  const std::uint32_t begin = before == text.npos ? 0 : static_cast<std::uint32_t>(before) + 1;
  return {std::max(part.begin, begin), end == text.npos ? part.end : static_cast<std::uint32_t>(end)};
}

std::string shortened(std::string_view text) {
  constexpr std::size_t most = 72;
  return base::shortened(text, most);
}

std::string in_double_quotes(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return shortened(out);
}

Page::Page(const base::Source& source, Span part)
    : source_(source), part_(part), text_(std::string_view(source.text).substr(0, part.end)) {}

Span Page::words(Span line) const {
  while (line.begin < line.end && is_blank(look(line.begin))) ++line.begin;
  while (line.end > line.begin && is_blank(look(line.end - 1))) --line.end;
  return line;
}

Span Page::line_above(Span below) const {
  while (below.begin > part_.begin) {
    below = line(below.begin - 1);
    const Span said = words(below);
    if (said.begin < said.end && look(said.begin) != '#') return below;
  }
  return {below.begin, below.begin};
}

Span Page::key_in_comment_above(Span line) const {
  const std::uint32_t indent = column(words(line).begin);
  for (Span above = line; above.begin > part_.begin;) {
    above = this->line(above.begin - 1);
    const Span said = words(above);
    if (said.begin == said.end) continue;
    if (look(said.begin) != '#') return {};
    const Span key = words({said.begin + 1, said.end});
    const std::uint32_t colon = first_colon(key);
    const bool is_key = colon > key.begin && colon + 1 == key.end && view({key.begin, colon}).find_first_of(" #") == std::string_view::npos;
    const std::uint32_t blanks = key.begin - said.begin - 1;
    if (is_key) return column(said.begin) + (blanks > 0 ? blanks - 1 : 0) <= indent ? said : Span{};
    if (colon < key.end || is_dash(key.begin)) return {};
  }
  return {};
}

Span Page::behind_dashes(Span line) const {
  Span rest = words(line);
  while (rest.begin < rest.end && is_dash(rest.begin)) rest = words({rest.begin + 1, rest.end});
  return rest;
}

std::uint32_t Page::first_colon(Span line) const {
  for (std::uint32_t i = line.begin; i < line.end; ++i)
    if (look(i) == ':' && (is_blank(look(i + 1)) || i + 1 == line.end)) return i;
  return line.end;
}

Span Page::value_on(Span line) const {
  const Span rest = behind_dashes(line);
  const std::uint32_t colon = first_colon(rest);
  return colon == rest.end ? rest : words({colon + 1, rest.end});
}

}  // namespace load
