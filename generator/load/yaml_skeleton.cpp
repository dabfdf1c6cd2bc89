#include "load/yaml_skeleton.h"

#include <algorithm>

namespace load {
namespace {

constexpr std::size_t worth_taking = 16;

bool is_of_key(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; }

/// The offset of the opening quote in a line `key: "text"`; npos in any other line.
std::size_t quote_of(std::string_view line) {
  std::size_t at = std::min(line.find_first_not_of(' '), line.size());
  const std::size_t key = at;
  while (at < line.size() && is_of_key(line[at])) ++at;
  if (at == key || line.substr(at, 3) != ": \"" || line.size() < at + 4 + worth_taking || line.back() != '"') return line.npos;
  const std::size_t quote = at + 2;
  return line.substr(quote + 1, line.size() - quote - 2).find_first_of("\"\\") == line.npos ? quote : line.npos;
}

}  // namespace

Skeleton::Skeleton(std::string_view yaml) : yaml_(yaml) {
  if (yaml.find_first_of("|>'") != yaml.npos) return;
  std::uint32_t taken = 0;
  std::size_t copied = 0;
  for (std::size_t begin = 0; begin < yaml.size();) {
    const std::size_t end = std::min(yaml.find('\n', begin), yaml.size());
    const std::string_view line = yaml.substr(begin, end - begin);
    if (const std::size_t quote = quote_of(line); quote != line.npos) {
      text_ += yaml.substr(copied, begin + quote + 1 - copied);
      copied = end - 1;
      taken += static_cast<std::uint32_t>(line.size() - quote - 2);
      cuts_.push_back({static_cast<std::uint32_t>(text_.size()) - 1, taken});
    } else if (std::count(line.begin(), line.end(), '"') % 2 != 0) {
      cuts_.clear();  // a quote that may go on: then the lines around it may be part of it
      return;
    }
    begin = end + 1;
  }
  text_ += yaml.substr(std::min(copied, yaml.size()));
}

std::uint32_t Skeleton::in_yaml(std::uint32_t offset) const {
  const auto above = std::lower_bound(cuts_.begin(), cuts_.end(), offset, [](const Cut& cut, std::uint32_t at) { return cut.after < at; });
  return above == cuts_.begin() ? offset : offset + std::prev(above)->taken;
}

}  // namespace load
