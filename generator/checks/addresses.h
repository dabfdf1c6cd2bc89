// Addresses that people know, and that a new publication would not have any more.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/file.h"
#include "model/site.h"

namespace checks {

/// `published`: the files of the last publication, which lies in `output`; `files`: those of the new one. Pages and documents count, what browsers
/// load by themselves does not; nor does a page that its entry hides.
void addresses(const model::Site& site, const std::vector<std::string>& published, const std::string& output, const std::vector<base::File>& files,
               base::Sources& sources, base::Diagnostics& diagnostics);

}  // namespace checks
