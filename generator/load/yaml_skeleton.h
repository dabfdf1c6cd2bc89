// YAML with its quoted texts taken out, so that the library has little to read.
//
// yaml-cpp looks at each character of a text in quotes a dozen times over; of a front matter, that is most of its work.
// A text in double quotes that fills its line and has no escapes can only mean itself, so the library is given `""` in its
// place. Where a block or a quote over several lines could be around it, nothing is taken out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace load {

class Skeleton {
 public:
  explicit Skeleton(std::string_view yaml);
  /// What the library reads; `yaml` itself where nothing was taken out.
  std::string_view text() const { return cuts_.empty() ? yaml_ : std::string_view(text_); }
  /// Where an offset of `text` lies in the YAML.
  std::uint32_t in_yaml(std::uint32_t offset) const;

 private:
  /// `taken`: bytes that are missing before all offsets above `after`, those of earlier cuts included.
  struct Cut {
    std::uint32_t after, taken;
  };
  std::string_view yaml_;
  std::string text_;
  std::vector<Cut> cuts_;
};

}  // namespace load
