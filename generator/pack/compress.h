// Copies of text files that a server may send as they are, in place of the file: `x.css.gz` (RFC 1952) and `x.css.br` (RFC 7932).
#pragma once

#include <vector>

#include "base/file.h"

namespace pack {

/// Beside every file of text among `files`, its compressed copies where they are smaller; the same bytes on every day and machine.
/// zlib and brotli are sealed in this file. Throws std::runtime_error where they fail.
void add_compressed(std::vector<base::File>& files, int jobs);

}  // namespace pack
