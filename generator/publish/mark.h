// The file in every generation that says two things: loa made this folder, and it is whole.
//
// It is taken away before the first change to a generation and comes back after the last, so a folder that has it holds
// all of a site. As a `.gitignore` it also keeps the site out of git, and the folder in it.
#pragma once

#include <string_view>

#include "publish/descriptor.h"

namespace publish {

inline constexpr std::string_view mark_name = ".gitignore";
inline constexpr std::string_view mark_text =
    "# Made by loa: every build replaces this folder. Put nothing here by hand.\n"
    "*\n"
    "!.gitignore\n";

/// Byte for byte, and a real file.
bool has_mark(const Descriptor& generation);

/// A folder that is empty or has the mark; a symbolic link is no folder.
bool may_replace(const std::string& path);

}  // namespace publish
