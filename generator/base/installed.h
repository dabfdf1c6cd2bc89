// Where the program finds what was installed with it, wherever that is: seen from the program itself, so that a folder that was moved still works.
#pragma once

#include <string>
#include <string_view>

namespace base {

/// The folder of the installed themes; empty where the program runs without one, as where it was built.
std::string installed_themes();
/// The folder of one of them; empty where there is none of that name.
std::string installed_theme(std::string_view name);

}  // namespace base
