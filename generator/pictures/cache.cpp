#include "pictures/cache.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "base/failure.h"
#include "base/file.h"
#include "base/hash.h"

namespace pictures {
namespace {

/// Changes when the same picture would be made otherwise.
constexpr std::string_view recipe = "1-" LOA_VIPS_VERSION;

/// Empty where there is none.
std::string folder() {
  const auto from = [](const char* variable) { return std::string_view(std::getenv(variable) ? std::getenv(variable) : ""); };
  if (const auto cache = from("XDG_CACHE_HOME"); cache.starts_with('/')) return base::join(cache, "loa/pictures");
  const auto home = from("HOME");
  return home.starts_with('/') ? base::join(home, ".cache/loa/pictures") : "";
}

/// A kept picture: a line with the hash of all that follows; lines of "jpg 4000 3000", "320 240 18042" (width, height, bytes) …, and
/// an empty one; then the bytes of all sizes.
std::string written(const Picture& picture) {
  std::string rest = fmt::format("{} {} {}\n", picture.extension, picture.whole.width, picture.whole.height);
  for (const auto& one : picture.scaled) rest += fmt::format("{} {} {}\n", one.size.width, one.size.height, one.bytes.size());
  rest += '\n';
  for (const auto& one : picture.scaled) rest += one.bytes;
  return base::to_hex(base::hash(rest)) + '\n' + rest;
}

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

/// Nothing of a file that is not whole.
std::optional<Picture> parsed(std::string_view text) {
  const auto hash = take_until(text, '\n');
  if (hash != base::to_hex(base::hash(text))) return std::nullopt;
  Picture picture;
  auto line = take_until(text, '\n');
  picture.extension = take_until(line, ' ');
  picture.whole = {take_number<int>(line), take_number<int>(line)};
  std::vector<std::size_t> lengths;
  while (!(line = take_until(text, '\n')).empty()) {
    picture.scaled.push_back({{take_number<int>(line), take_number<int>(line)}, {}});
    lengths.push_back(take_number<std::size_t>(line));
  }
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    picture.scaled[i].bytes = text.substr(0, lengths[i]);
    text.remove_prefix(std::min(lengths[i], text.size()));
  }
  return picture;
}

}  // namespace

Picture scale_once(const std::string& bytes) {
  const auto kept_in = folder();
  if (kept_in.empty()) return scale(bytes);
  const auto path = base::join(kept_in, fmt::format("{}-{}", base::to_hex(base::hash(bytes)), recipe));
  try {
    if (base::exists(path))
      if (auto known = parsed(base::read(path))) return *std::move(known);
  } catch (const base::Failure&) {
  }
  auto picture = scale(bytes);
  if (picture.trouble == Trouble::none) try {
      base::write(path, written(picture));
    } catch (const base::Failure&) {
    }
  return picture;
}

}  // namespace pictures
