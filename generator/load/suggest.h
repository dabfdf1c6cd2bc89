// "Did you mean …": the nearest of the names that would have been right, or all of them where they are few.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace load {

/// The diagnostic with a hint that tells which of `names` may stand in place of `written`.
base::Diagnostic suggest(base::Diagnostic diagnostic, std::string_view written, const std::vector<std::string>& names);

/// "`a`, `b`, `c`".
std::string listed(const std::vector<std::string>& names);

}  // namespace load
