// The line of a mistake with carets under it, as it is shown in a terminal.
#pragma once

#include <string>
#include <string_view>

#include "base/source.h"

namespace base {

/// Two lines without a last line end, `words` behind the carets:
///
///        7 | hotlin: "111"
///          | ^^^^^^ did you mean `hotline`?
///
/// Empty where the place has no text. A span of several lines is marked on its first; a very long line is cut around it.
std::string excerpt(const Place& place, std::string_view words);

/// What stands before a further remark below an excerpt, in line with it.
inline constexpr std::string_view empty_gutter = "     | ";

/// Control characters as �, so that no text from a file can move the cursor; a tab and a line end become a blank.
std::string printable(std::string_view text);

}  // namespace base
