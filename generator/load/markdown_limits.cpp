#include "load/markdown_limits.h"

#include <algorithm>
#include <string>

#include "load/gate.h"
#include "load/markdown.h"

namespace load {
namespace {

using base::Code;
using base::Diagnostic;
using base::Hint;

/// The number of `|` that are not escaped.
int bars_in(std::string_view line) {
  int bars = 0;
  for (std::size_t i = line.find('|'); i != line.npos; i = line.find('|', i + 1)) bars += i == 0 || line[i - 1] != '\\';
  return bars;
}

/// Whether a character stands in the text more often than `limit`.
bool has_more(std::string_view text, char character, int limit) {
  int count = 0;
  for (std::size_t i = text.find(character); i != text.npos && count <= limit; i = text.find(character, i + 1)) ++count;
  return count > limit;
}

/// Whether it can be the line below a table's head: from its first bar on, nothing but bars, dashes and colons.
bool is_delimiter_row(std::string_view line) {
  const std::size_t bar = line.find('|');
  return bar != line.npos && line.find_first_not_of("|:- \t", bar) == line.npos && line.find('-') != line.npos;
}

/// Nothing on the line but the marks of quotes: this ends a table.
bool is_blank(std::string_view line) { return line.find_first_not_of(" \t>") == line.npos; }

}  // namespace

bool is_within_limits(const model::Prose& prose, const ProsePlace& places, base::Diagnostics& diagnostics) {
  const std::string_view text = prose.text();
  if (text.size() > largest_markdown) {
    diagnostics.add(Diagnostic{Code::markdown_too_large, places.words(1), {size_in_words(text.size()), size_in_words(largest_markdown)}}.hint(Hint::split_text));
    return false;
  }
  bool within = true;
  if (has_more(text, '[', most_brackets)) {
    diagnostics.add(Diagnostic{Code::markdown_too_many_brackets, places.words(1), {std::to_string(most_brackets)}}.hint(Hint::split_text));
    within = false;
  }
  if (text.find('|') == text.npos) return within;

  int number = 0, table_line = 0, columns = 0, rows = 0, cells_above = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    const int bars = bars_in(line);
    if (bars > most_bars) {
      diagnostics.add({Code::markdown_too_many_bars, places.words(number), {std::to_string(most_bars)}});
      return false;
    }
    if (is_blank(line)) cells_above += columns * rows, columns = 0;
    else if (columns == 0 && is_delimiter_row(line)) columns = bars + 1, rows = 1, table_line = number;
    else if (columns > 0) ++rows;
    const bool is_too_large = columns * rows > most_cells;
    if (!is_too_large && cells_above + columns * rows <= 4 * most_cells) continue;
    diagnostics.add(Diagnostic{Code::markdown_table_too_large, places.words(table_line), {std::to_string(is_too_large ? most_cells : 4 * most_cells)}}.hint(Hint::split_text));
    return false;
  }
  return within;
}

}  // namespace load
