#include "pictures/bytes.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/hash.h"

namespace pictures {
namespace {

std::string_view take_until(std::string_view& text, char end) {
  const auto word = text.substr(0, text.find(end));
  text.remove_prefix(std::min(word.size() + 1, text.size()));
  return word;
}

template <class Number>
Number take_number(std::string_view& line) {
  const auto word = take_until(line, ' ');
  Number number{};
  std::from_chars(word.data(), word.data() + word.size(), number);
  return number;
}

}  // namespace

std::string to_bytes(const Picture& picture) {
  std::string rest = fmt::format("{} {} {} {} {}\n", static_cast<int>(picture.trouble), picture.extension, picture.whole.width, picture.whole.height, picture.most_pixels);
  for (const auto& one : picture.scaled) rest += fmt::format("{} {} {}\n", one.size.width, one.size.height, one.bytes.size());
  rest += '\n';
  for (const auto& one : picture.scaled) rest += one.bytes;
  return base::to_hex(base::hash(rest)) + '\n' + rest;
}

std::optional<Picture> from_bytes(std::string_view bytes) {
  const auto hash = take_until(bytes, '\n');
  if (hash != base::to_hex(base::hash(bytes))) return std::nullopt;
  Picture picture;
  auto line = take_until(bytes, '\n');
  picture.trouble = static_cast<Trouble>(take_number<int>(line));
  picture.extension = take_until(line, ' ');
  picture.whole = {take_number<int>(line), take_number<int>(line)};
  picture.most_pixels = take_number<long>(line);
  std::vector<std::size_t> lengths;
  while (!(line = take_until(bytes, '\n')).empty()) {
    picture.scaled.push_back({{take_number<int>(line), take_number<int>(line)}, {}});
    lengths.push_back(take_number<std::size_t>(line));
  }
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    picture.scaled[i].bytes = bytes.substr(0, lengths[i]);
    bytes.remove_prefix(std::min(lengths[i], bytes.size()));
  }
  return picture;
}

}  // namespace pictures
