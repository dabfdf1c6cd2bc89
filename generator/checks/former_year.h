// What a new year began with and nobody wrote anew: texts that still tell of the year before.
#pragma once

#include "base/diagnostics.h"
#include "model/site.h"

namespace checks {

/// Warns of a text that stands word for word in the entry of the last year before and names that year, where the collection has files for
/// each year. What the entry lists in its field `checked` may stand in it. Not of a `preview` of what is still to be confirmed: that is told already.
void former_year(const model::Site& site, bool preview, base::Diagnostics& diagnostics);

}  // namespace checks
