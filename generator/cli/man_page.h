// The manual in roff(7), with the macros of man(7), in UTF-8.
#pragma once

#include "cli/declared.h"

namespace cli {

/// Page `loa(1)`.
std::string man_page(const std::vector<DeclaredCommand>& commands, base::Tongue tongue);
/// Page `loa-<command>(1)`.
std::string man_page(const DeclaredCommand& command, base::Tongue tongue);

}  // namespace cli
