// Numbers in texts that people write: what one language says, the others say too; and what a field already says, its wording
// says no other way.
#pragma once

#include "base/diagnostics.h"
#include "model/site.h"

namespace checks {

/// Reports the numbers
/// - of a translated text that another language of the same text does not have;
/// - in the wording of a date that the date itself does not have;
/// - of the fields that a text `says`, but not in this language. 0 and 1 are left out: they are often said in words.
///
/// Days and months may be written in digits or by the names of the months; leading zeros and the signs that group digits do
/// not count.
void digits(const model::Site& site, int jobs, base::Diagnostics& diagnostics);

}  // namespace checks
