// What a package says of itself, in Vietnamese and English one after the other, whoever packs it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/file.h"
#include "model/site.h"

namespace archive {

struct Account {
  const model::Site& site;
  std::size_t pages = 0;
  const base::Diagnostics& diagnostics;
  std::vector<std::pair<std::string, std::string>> folders;  ///< where the packed ones lay, and where they lie in the package
  std::vector<std::string> left_out;                         ///< paths in the package of what is no file
  std::string command;                                       ///< which makes the site again
};

/// Version, counts, warnings, and the files with their sizes and hashes (XXH3, 128 bits), as text.
std::string report(const Account& account, const std::vector<base::File>& files);

/// How to go on on another computer.
std::string read_me(const Account& account);

}  // namespace archive
