// What is linked to within a page is there, on the page as it was made.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "base/file.h"
#include "model/site.h"

namespace checks {

/// Reports every link of the content to an `#anchor` that no element of the linked page bears as its id, and the lists of
/// collections that do not show an entry under the `anchor` that they promise.
void anchors(const model::Site& site, const std::vector<base::File>& files, base::Diagnostics& diagnostics);

}  // namespace checks
