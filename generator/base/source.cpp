#include "base/source.h"

#include <algorithm>

#include "base/text.h"

namespace base {

Position position(const Source& source, std::uint32_t offset) {
  const std::string_view before = std::string_view(source.text).substr(0, offset);
  const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
  return {static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
          static_cast<int>(count_characters(before.substr(line_begin))) + 1};
}

std::string_view line(const Source& source, int number) {
  const std::string_view text = source.text;
  const std::size_t begin = offset_of_line(source, number);
  return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

std::uint32_t offset_of_line(const Source& source, int number) {
  std::size_t begin = 0;
  for (int i = 1; i < number; ++i) {
    const std::size_t end = source.text.find('\n', begin);
    if (end == std::string::npos) return static_cast<std::uint32_t>(source.text.size());
    begin = end + 1;
  }
  return static_cast<std::uint32_t>(begin);
}

const Source& Sources::add(std::string path, std::string text) {
  const std::lock_guard lock(mutex_);
  return sources_.emplace_back(Source{std::move(path), std::move(text)});
}

}  // namespace base
