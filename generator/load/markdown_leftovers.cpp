#include "load/markdown_leftovers.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "load/markdown.h"
#include "load/markdown_letters.h"
#include "load/yaml.h"

namespace load {
namespace {

using base::Code;
using base::Diagnostic;
using base::Hint;

constexpr std::size_t most_shown = 60;  ///< bytes of a text in a message
constexpr std::size_t deepest_heading = 6;

std::string in_backticks(std::string_view text) { return fmt::format("`{}`", text); }

/// Whether what stands behind a single `#` is a heading rather than `#1` or `#words #together`.
bool is_title(std::string_view text) {
  constexpr std::size_t most = 80;
  const auto word = text.substr(0, text.find(' '));
  if (!is_letter(text[0]) || word.size() == text.size() || text.size() > most) return false;
  if (text.find('#') != text.npos || std::string_view(".,;:!?").find(text.back()) != text.npos) return false;
  std::size_t first = 0;
  base::next_character(word, first);
  const auto rest = word.substr(first);
  return base::lower(word.substr(0, first)) != word.substr(0, first) && base::lower(rest) == rest;
}

bool is_row(std::string_view text) { return text.size() > 2 && text.front() == '|' && text.back() == '|'; }
bool is_delimiter_row(std::string_view text) { return text.find_first_not_of("|-: \t") == text.npos && text.find('-') != text.npos; }

/// A tab with words on both sides.
bool has_columns(std::string_view text) {
  const auto words = without_blanks(text);
  return words.find('\t') != words.npos;
}

/// Enough of a line to find it by: escapes further on do not matter.
std::string_view beginning(std::string_view line) { return line.substr(0, line.find(' ', 3)); }

/// "|---|---|"
std::string delimiter_row(std::size_t columns) {
  std::string row = "|";
  for (std::size_t i = 0; i < columns; ++i) row += "---|";
  return row;
}

}  // namespace

void Leftovers::look(const Shown& shown) {
  if (shown.block != Shown::Block::other) {
    for (std::size_t i = 0; i < shown.lines.size(); ++i) heading(shown, i);
    lists(shown);
    tables(shown);
  }
  for (const auto& line : shown.lines) {
    conflict(line);
    confirm(shown, line);
  }
  signs(shown);
}

void Leftovers::look_at_code(int first, int last, std::string_view code, std::string_view fence) {
  const auto words = without_blanks(code.substr(0, code.find('\n')));
  if (fence.empty()) {
    put(Diagnostic{Code::markdown_shown_raw, places_.words(first), {base::shortened(words, most_shown)}}.hint(Hint::not_indented));
    return;
  }
  auto end = places_.line(last);
  end.remove_prefix(std::min(end.find_first_not_of(" \t>"), end.size()));
  end = without_blanks(end);
  const bool is_closed = last > first && end.size() >= fence.size() && end.find_first_not_of(fence[0]) == end.npos;
  if (is_closed) return;
  const auto shown = words.empty() ? without_blanks(places_.line(first)) : words;
  put(Diagnostic{Code::markdown_shown_raw, places_.words(first), {base::shortened(shown, most_shown)}}.hint(Hint::close_by, {std::string(fence)}));
}

std::optional<Leftovers::Found> Leftovers::find(const Shown& shown, const Shown::Line& line, std::string_view said) {
  constexpr std::size_t most_searched = 8 * 1024 * 1024;
  said = said.substr(0, said.find_first_of("\x01\x02"));
  if (said.empty()) return std::nullopt;
  for (int number = line.number; number <= shown.last_line && searched_ < most_searched; ++number) {
    const auto written = places_.line(number);
    searched_ += written.size();
    for (auto at = written.find(said); at != written.npos; at = written.find(said, at + 1))
      if (at == 0 || written[at - 1] != '\\') return Found{number, at, without_blanks(written.substr(at))};
  }
  return std::nullopt;
}

void Leftovers::put(Diagnostic diagnostic) {
  constexpr int most_told = 100;  // in one text
  if (++told_ <= most_told) diagnostics_.add(std::move(diagnostic));
}

Diagnostic Leftovers::raw(const Found& found, std::size_t size) const {
  const auto said = found.rest.substr(0, size);
  return {Code::markdown_shown_raw, places_.at(found.number, found.column, said.size()), {base::shortened(said, most_shown)}};
}

void Leftovers::add(const Shown& shown, const Shown::Line& line, std::string_view said, const std::string& right) {
  said = said.substr(0, said.find_first_of("\x01\x02"));
  if (const auto found = find(shown, line, said)) put(raw(*found, said.size()).hint(Hint::expected_shape, {in_backticks(right)}));
}

void Leftovers::heading(const Shown& shown, std::size_t index) {
  const auto& line = shown.lines[index];
  const std::string_view text = line.text;
  const auto signs = std::min(text.find_first_not_of('#'), text.size());
  const auto rest = text.substr(signs);
  if (signs == 0 || rest.empty()) return;
  const bool is_meant = signs > deepest_heading ? rest[0] == ' ' : rest.starts_with(unbroken_blank) || (signs > 1 ? begins_words(rest) : index == 0 && is_title(rest));
  if (!is_meant) return;
  const auto found = find(shown, line, beginning(text));
  if (!found) return;
  const auto words = base::shortened(without_blanks(found->rest.substr(signs)), most_shown);
  put(raw(*found, found->rest.size()).hint(Hint::expected_shape, {fmt::format("`{} {}`", text.substr(0, std::min(signs, deepest_heading)), words)}));
}

Leftovers::Marker Leftovers::marker_of(std::string_view text) {
  if (text.empty()) return {};
  const auto blanks = [&](std::size_t from) { return text.size() - from - without_blanks(text.substr(from)).size(); };
  const auto goes_on = [&](std::size_t from) {
    const auto rest = text.substr(from);
    return rest.starts_with(unbroken_blank) || (begins_words(rest) && !is_digit(rest[0]));
  };
  if (text[0] == '-' || text[0] == '*' || text[0] == '+') return goes_on(1) ? Marker{text[0], 1 + blanks(1)} : Marker{};
  if (is_digit(text[0])) {
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits > 2 || digits == text.size()) return {};
    const char behind = text[digits];
    const auto begin = digits + 1 + (behind == '/' ? blanks(digits + 1) : 0);
    if ((behind != '.' && behind != ')' && behind != '/') || !goes_on(begin)) return {};
    return {behind, digits + 1 + blanks(digits + 1), std::stoi(std::string(text.substr(0, digits)))};
  }
  for (const std::string_view sign : {"•", "·", "▪", "●", "○", "◦", "‣", "■", "➢"})
    if (text.starts_with(sign)) return {'o', sign.size() + blanks(sign.size())};
  for (const std::string_view sign : {"–", "—"})
    if (text.starts_with(sign) && (blanks(sign.size()) > 0 || goes_on(sign.size()))) return {'d', sign.size() + blanks(sign.size())};
  return {};
}

/// A list is told once, at its first item.
void Leftovers::tell(Item& item) {
  if (!item.is_told && item.found) {
    const Marker& marker = item.marker;
    const auto words = base::shortened(without_blanks(item.found->rest.substr(std::min(marker.size, item.found->rest.size()))), most_shown);
    const std::string sign = marker.number == 0 ? "-" : fmt::format("{}{}", marker.number, marker.kind == ')' ? ')' : '.');
    put(raw(*item.found, item.found->rest.size()).hint(Hint::expected_shape, {fmt::format("`{} {}`", sign, words)}));
  }
  item.is_told = true;
}

void Leftovers::lists(const Shown& shown) {
  Item last;
  const auto follows = [](const Item& one, const Marker& marker) { return one.marker.kind == marker.kind && marker.number == one.marker.number + (marker.number > 0); };
  for (std::size_t i = 0; i < shown.lines.size(); ++i) {
    const auto& line = shown.lines[i];
    const Marker marker = marker_of(line.text);
    if (marker.kind == 0) continue;
    Item item{marker, find(shown, line, beginning(line.text)), i, shown.last_line, false};
    // Dashes at the beginning of lines are also what is said, or a remark in the midst of a sentence.
    if (i > 0 && follows(last, marker) && (marker.kind != 'd' || last.index + 1 == i)) {
      tell(last);
      item.is_told = true;
    } else if (i == 0 && follows(previous_, marker) && line.number <= previous_.last_line + 2 && std::string_view("-+.)o").find(marker.kind) != std::string_view::npos) {
      tell(previous_);
      item.is_told = true;
    } else if (i > 0 && shown.block == Shown::Block::item && std::string_view("-+").find(marker.kind) != std::string_view::npos) {
      tell(item);
    }
    last = item;
  }
  previous_ = last;
}

void Leftovers::tables(const Shown& shown) {
  const auto size = shown.lines.size();
  const auto row = [&](std::size_t i) { return i < size && is_row(without_blanks(shown.lines[i].text)); };
  const auto columns = [&](std::size_t i) { return i < size && has_columns(shown.lines[i].text); };
  for (std::size_t i = 0; i < size; ++i) {
    if (row(i)) {
      if (row(i + 1)) row_without_table(shown, i);
      while (row(i + 1)) ++i;
    } else if (columns(i) && columns(i + 1)) {
      tabs(shown, i);
      while (columns(i + 1)) ++i;
    }
  }
}

void Leftovers::row_without_table(const Shown& shown, std::size_t index) {
  const auto& line = shown.lines[index];
  const auto found = find(shown, line, beginning(line.text));
  if (!found) return;
  const auto right = delimiter_row(static_cast<std::size_t>(std::max<std::ptrdiff_t>(2, std::ranges::count(found->rest, '|')) - 1));
  if (is_delimiter_row(line.text)) return put(raw(*found, found->rest.size()).hint(Hint::expected_shape, {"`| … | … |`, `|---|---|`"}));
  const auto* below = index + 1 < shown.lines.size() ? &shown.lines[index + 1] : nullptr;
  if (below && is_delimiter_row(below->text)) return add(shown, *below, below->text, right);
  put(raw(*found, found->rest.size()).hint(Hint::put_below, {right}));
}

void Leftovers::tabs(const Shown& shown, std::size_t index) {
  const auto found = find(shown, shown.lines[index], beginning(shown.lines[index].text));
  if (!found) return;
  std::string row = "|";
  std::size_t columns = 0;
  for (auto rest = found->rest; !rest.empty(); ++columns) {
    const auto tab = std::min(rest.find('\t'), rest.size());
    row.append(" ").append(without_blanks(rest.substr(0, tab))).append(" |");
    rest = without_blanks(rest.substr(tab));
  }
  put(raw(*found, found->rest.size()).hint(Hint::expected_shape, {in_backticks(base::shortened(row, most_shown))}).hint(Hint::put_below, {delimiter_row(std::min(columns, std::size_t{most_bars} - 1))}));
}

/// What a program that joins two people's work leaves where both changed the same.
void Leftovers::conflict(const Shown::Line& line) {
  const auto written = places_.line(line.number);
  for (const std::string_view mark : {"<<<<<<< ", ">>>>>>> "})
    if (written.starts_with(mark)) put(raw({line.number, 0, written}, written.size()).hint(Hint::choose_version));
}

void Leftovers::confirm(const Shown& shown, const Shown::Line& line) {
  const std::string_view text = line.text;
  const auto at = is_file_ ? text.find(confirm_tag) : text.npos;
  const auto end = at == text.npos ? text.size() : at + confirm_tag.size();
  if (at == text.npos || (end < text.size() && (is_letter(text[end]) || is_digit(text[end]) || text[end] == '-' || text[end] == '_'))) return;
  const auto found = find(shown, line, confirm_tag);
  if (!found) return;
  put(Diagnostic{Code::confirm_misplaced, places_.at(found->number, found->column, confirm_tag.size())}.hint(Hint::confirm_or_draft));
}

}  // namespace load
