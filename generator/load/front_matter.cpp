#include "load/front_matter.h"

#include <algorithm>
#include <string_view>

namespace load {
namespace {

/// The line that begins at `at`, with its line end.
std::string_view line_at(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return text.substr(at, end == text.npos ? text.npos : end + 1 - at);
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\n") == line.npos; }
bool is_fence(std::string_view line) { return line.starts_with("---") && is_blank(line.substr(3)); }

/// "title: …"
bool is_field(std::string_view line) {
  const auto colon = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_");
  return colon != 0 && colon != line.npos && line[colon] == ':' && (line.substr(colon + 1).starts_with(' ') || is_blank(line.substr(colon + 1)));
}

/// "—": what word processors make of `---`, or less of it.
bool is_other_fence(std::string_view line) {
  for (bool any = false; !line.empty(); any = true) {
    if (any && is_blank(line)) return true;
    const std::string_view dashes[] = {"-", "–", "—"};
    std::size_t length = 0;
    for (const auto dash : dashes)
      if (line.starts_with(dash)) length = dash.size();
    if (length == 0) return false;
    line.remove_prefix(length);
  }
  return false;
}

/// Whether there are fields at the top all the same, down to a closing fence.
bool lacks_opening(std::string_view text, std::size_t at) {
  if (is_other_fence(line_at(text, at))) at += line_at(text, at).size();
  if (!is_field(line_at(text, at))) return false;
  while (at < text.size() && !is_fence(line_at(text, at)) && !is_blank(line_at(text, at))) at += line_at(text, at).size();
  return is_fence(line_at(text, at));
}

}  // namespace

std::optional<Parts> split_front_matter(const base::Source& source, base::Diagnostics& diagnostics) {
  const std::string_view text = source.text;
  const auto end = static_cast<std::uint32_t>(text.size());
  std::size_t at = 0;
  while (at < text.size() && is_blank(line_at(text, at))) at += line_at(text, at).size();
  if (!is_fence(line_at(text, at))) {
    if (!lacks_opening(text, at)) return Parts{{0, 0}, {0, end}};
    const auto first = static_cast<std::uint32_t>(at), last = static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size()));
    diagnostics.add(base::Diagnostic{base::Code::front_matter_unopened, {&source, {first, last}}}.hint(base::Hint::open_front_matter));
    return std::nullopt;
  }

  const auto opening = static_cast<std::uint32_t>(at);
  at += line_at(text, at).size();
  const auto begin = static_cast<std::uint32_t>(at);
  for (; at < text.size(); at += line_at(text, at).size()) {
    const auto line = line_at(text, at);
    const auto here = static_cast<std::uint32_t>(at);
    if (is_fence(line)) return Parts{{begin, here}, {here + static_cast<std::uint32_t>(line.size()), end}};
  }
  diagnostics.add(base::Diagnostic{base::Code::front_matter_unclosed, {&source, {opening, opening + 3}}}.hint(base::Hint::close_front_matter));
  return std::nullopt;
}

}  // namespace load
