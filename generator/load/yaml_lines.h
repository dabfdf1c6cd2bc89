// The YAML of which front matter is nearly always made, read without the library: lines `key: text`, `key: "text"` and
// `key: [text, "text"]`.
//
// yaml-cpp looks at each character a dozen times over, and takes as long for the four lines above a text as cmark-gfm for
// half a page of it. Wherever there is anything more, an indentation, a remark, an escape or a mistake, all of it is the
// library's; a test holds that both read the same.
#pragma once

#include <optional>

#include "base/source.h"
#include "load/yaml.h"

namespace load {

/// The tree that parse_yaml gives of such a part; nothing of any other part, and of one that is longer than `limit` bytes.
std::optional<Node> read_lines(const base::Source& source, base::Span part, std::size_t limit);

}  // namespace load
