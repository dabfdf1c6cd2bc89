#include "base/excerpt.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace base {
namespace {

constexpr int room = 100;   // columns of a line that are shown
constexpr int before = 30;  // of them in front of the span, where the line is cut

struct Cell {
  std::string_view bytes;
  int width;
  bool marked;
};

bool is_control(char32_t character) { return character < 0x20 || (character >= 0x7f && character < 0xa0); }

/// The characters of a line; `begin` and `end` are bytes of the line that are marked.
std::vector<Cell> cells(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<Cell> all;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t character = next_character(text, i);
    const bool marked = start >= begin && start < end;
    if (character == '\t')
      all.push_back({"\t", 1, marked});
    else if (is_control(character))
      all.push_back({"\uFFFD", 1, marked});
    else
      all.push_back({text.substr(start, i - start), width(character), marked});
  }
  return all;
}

/// The range of cells that is shown: all of a short line, else what fits around the first marked cell.
std::pair<std::size_t, std::size_t> window(const std::vector<Cell>& all, std::size_t first_marked) {
  int columns = 0;
  for (const Cell& cell : all) columns += cell.width;
  if (columns <= room) return {0, all.size()};
  std::size_t begin = first_marked, end = first_marked;
  for (int left = before; begin > 0 && left > 0;) left -= all[--begin].width;
  for (std::size_t i = begin; i < end; ++i) columns -= all[i].width;
  int used = 0;
  for (end = begin; end < all.size() && used < room;) used += all[end++].width;
  while (end < all.size() && all[end].width == 0) ++end;
  while (begin > 0 && all[begin].width == 0) --begin;
  return {begin, end};
}

}  // namespace

std::string excerpt(const Place& place, std::string_view words) {
  if (!place.source || place.source->text.empty()) return {};
  const Position at = position(*place.source, place.span.begin);
  const std::string_view text = line(*place.source, at.line);
  const std::size_t line_begin = offset_of_line(*place.source, at.line);
  const std::size_t begin =
      std::min<std::size_t>(place.span.begin - std::min<std::size_t>(line_begin, place.span.begin), text.size());
  const std::size_t end = std::max<std::size_t>(place.span.end, line_begin) - line_begin;

  const std::vector<Cell> all = cells(text, begin, end);
  const auto marked = std::find_if(all.begin(), all.end(), [](const Cell& cell) { return cell.marked; });
  std::size_t first_marked = static_cast<std::size_t>(marked - all.begin());
  if (marked == all.end()) {  // an empty span: the caret stands under the character there, or behind the line
    first_marked = 0;
    for (std::size_t bytes = 0; first_marked < all.size() && bytes < begin; ++first_marked)
      bytes += all[first_marked].bytes.size();
  }

  const auto [from, to] = window(all, first_marked);
  std::string number = std::to_string(at.line);
  if (number.size() < 4) number.insert(0, 4 - number.size(), ' ');
  std::string shown = number + " | ", carets = std::string(number.size(), ' ') + " | ";
  if (from > 0) shown += "…", carets += ' ';
  int marks = 0;
  for (std::size_t i = from; i < to; ++i) {
    shown += all[i].bytes;
    if (all[i].marked)
      carets.append(static_cast<std::size_t>(all[i].width), '^'), marks += all[i].width;
    else if (i < first_marked)
      carets += all[i].bytes == "\t" ? std::string("\t") : std::string(static_cast<std::size_t>(all[i].width), ' ');
  }
  if (to < all.size()) shown += "…";
  if (marks == 0) carets += '^';
  if (!words.empty()) carets += ' ', carets += words;
  return shown + "\n" + carets;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t character = next_character(text, i);
    if (character == '\t' || character == '\n')
      out += ' ';
    else if (is_control(character) || character == 0xFFFD)
      out += "\uFFFD";
    else
      out += text.substr(start, i - start);
  }
  return out;
}

}  // namespace base
