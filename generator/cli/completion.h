// Scripts by which shells complete a command line of the program.
#pragma once

#include "cli/declared.h"

namespace cli {

/// They speak as the locale of who types does; bash shows no words.
std::string bash_completion(const std::vector<DeclaredCommand>& commands);
std::string zsh_completion(const std::vector<DeclaredCommand>& commands);
std::string fish_completion(const std::vector<DeclaredCommand>& commands);

}  // namespace cli
