// Numbers in texts that people translate: what one language says, the others say too.
#pragma once

#include "base/diagnostics.h"
#include "model/site.h"

namespace checks {

/// Reports the numbers of a translated text that another language of the same text does not have. Days and months may be
/// written in digits or by the names of the months; leading zeros and the signs that group digits do not count.
void digits(const model::Site& site, int jobs, base::Diagnostics& diagnostics);

}  // namespace checks
