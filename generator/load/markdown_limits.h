// Texts that would keep a reader of Markdown busy for seconds, or fill the memory: known by counting, before it reads.
//
// cmark-gfm needs quadratic time for thousands of `[`, and pads every line of a table to its number of columns, so that
// 12 KB can become 40 MB. No text that a person writes comes near these limits.
#pragma once

#include "base/diagnostics.h"
#include "load/prose_place.h"

namespace load {

/// Whether the text may be read; each reason why not is reported with its line.
bool is_within_limits(const model::Prose& prose, const ProsePlace& places, base::Diagnostics& diagnostics);

}  // namespace load
