// The two parts of a Markdown file: the YAML between its `---` fences, and the text below.
#pragma once

#include <optional>

#include "base/diagnostics.h"
#include "base/source.h"

namespace load {

struct Parts {
  base::Span yaml;  ///< without the fences; empty where there is no front matter
  base::Span body;
};

/// Front matter begins on the first line that is not blank, or not at all. Nothing where it is never closed, or has no opening fence.
std::optional<Parts> split_front_matter(const base::Source& source, base::Diagnostics& diagnostics);

}  // namespace load
