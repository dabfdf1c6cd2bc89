// How a text is written in YAML: plain, in quotes or as a block; where it ends, and how its lines lie in the file.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/diagnostics.h"
#include "load/yaml.h"

namespace load {

struct Extent {
  Node::Style style = Node::Style::plain;
  std::uint32_t end = 0;  ///< of a block: the end of the line that opens it
  std::uint32_t content = 0, indent = 0;  ///< of a literal text, as in Node
  /// A quote over several lines, or a line that became part of the text against all likelihood.
  std::optional<base::Diagnostic> mistake;
  bool quote_is_open = false;
};

/// The scalar that begins at `begin` and whose text the reader understood as `value`.
Extent measure_scalar(const base::Source& source, base::Span part, std::uint32_t begin, std::string_view value);

}  // namespace load
