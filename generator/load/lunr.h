// The library with which the browser searches: lunr 2 (lunrjs.com), as the system's package has it, kept in the program.
#pragma once

#include <string_view>

namespace load {

/// Its JavaScript; it makes `self.lunr`.
std::string_view lunr();

}  // namespace load
