#include "load/prose_place.h"

#include <algorithm>

namespace load {

void ProsePlace::find_lines() const {
  if (!begins_.empty()) return;
  const std::string_view text = prose_.text();
  begins_.push_back(0);
  for (std::size_t i = text.find('\n'); i != text.npos; i = text.find('\n', i + 1)) begins_.push_back(static_cast<std::uint32_t>(i) + 1);
}

std::string_view ProsePlace::line(int number) const {
  find_lines();
  if (number < 1 || static_cast<std::size_t>(number) > begins_.size()) return {};
  const std::string_view rest = prose_.text().substr(begins_[static_cast<std::size_t>(number) - 1]);
  return rest.substr(0, rest.find('\n'));
}

base::Place ProsePlace::at(int number, std::size_t column, std::size_t size) const {
  if (!prose_.line_for_line || !prose_.place.source || number < 1) return prose_.place;
  find_lines();
  const base::Source& source = *prose_.place.source;
  const std::uint32_t first = prose_.place.span.begin;
  const auto index = std::min(static_cast<std::size_t>(number), begins_.size()) - 1;
  std::uint32_t begin = first + begins_[index];  // without indentation, the text and its part of the file are the same
  if (prose_.indent > 0) begin = (index == 0 ? first : base::offset_of_line(source, base::position(source, first).line + static_cast<int>(index))) + prose_.indent;
  const auto end = static_cast<std::uint32_t>(source.text.size());
  begin = std::min(end, begin + static_cast<std::uint32_t>(column));
  return {&source, {begin, std::min(end, begin + static_cast<std::uint32_t>(size))}};
}

base::Place ProsePlace::words(int number) const {
  const std::string_view text = line(number);
  const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  const std::size_t end = text.find_last_not_of(" \t");
  return at(number, begin, end == text.npos ? 0 : end + 1 - begin);
}

}  // namespace load
