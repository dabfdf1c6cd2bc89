// What a preview gives to the browser of its own: client/ as text, kept in the program.
#pragma once

#include <string_view>

namespace serve {

/// Put into every page: loads it anew, shows mistakes.
std::string_view script();
/// How the mistakes look.
std::string_view style();
/// A service worker that takes itself away.
std::string_view worker();

}  // namespace serve
