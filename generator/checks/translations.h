// Translations that are older than the text that they translate.
#pragma once

#include "base/diagnostics.h"
#include "model/site.h"

namespace checks {

void translations(const model::Site& site, base::Diagnostics& diagnostics);

}  // namespace checks
