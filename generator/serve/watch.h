// Whether anything was saved: folders, compared by what the system says of each file.
//
// They are looked at again and again, instead of waiting to be told. So a file that is saved by rename, a folder that is copied,
// taken away or put back are all the same thing, and nothing can be missed.
#pragma once

#include <string>
#include <vector>

#include "base/hash.h"

namespace serve {

/// Of the names, sizes, times and inodes of all files below the folders. A folder that is not there, or goes away in this moment,
/// has no files. Never throws Failure.
base::Hash fingerprint(const std::vector<std::string>& folders);

}  // namespace serve
