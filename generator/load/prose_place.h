// From a line and column of Markdown back to its file, whether it fills a file or stands indented in YAML.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "model/value.h"

namespace load {

class ProsePlace {
 public:
  /// Keeps a reference: the prose must outlive it.
  explicit ProsePlace(const model::Prose& prose) : prose_(prose) {}

  /// A line of the text, counted from 1, without its end; empty where there is none.
  std::string_view line(int number) const;

  /// Where `size` bytes at a column (bytes, from 0) of a line lie in the file.
  base::Place at(int line, std::size_t column, std::size_t size) const;

  /// What is said on a line, without the blanks around it.
  base::Place words(int line) const;

 private:
  void find_lines() const;
  const model::Prose& prose_;
  mutable std::vector<std::uint32_t> begins_;  ///< of every line, found when first asked for
};

}  // namespace load
