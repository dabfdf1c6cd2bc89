// Which paths the files of a site may have, and which folder the site may go to.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/file.h"

namespace publish {

/// Sorts by path, and reports every path that is not a plain one below the output, and every two that cannot both be
/// there: a file and a folder of one name, or names that differ only in case (as Windows and macOS see them).
void check_paths(std::vector<base::File>& files, base::Diagnostics& diagnostics);

/// Refuses an output that is, holds or lies in one of the folders that a build reads, symbolic links resolved; and one
/// that has something in it which loa did not make.
void check_output(const std::string& output, const std::vector<std::string>& inputs, base::Diagnostics& diagnostics);

}  // namespace publish
