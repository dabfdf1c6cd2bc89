// Nobody who did not agree is made known: what in the texts of a site looks as if it belonged to one person alone.
#pragma once

#include "base/diagnostics.h"
#include "model/site.h"

namespace checks {

/// Warns of phone numbers and e-mail addresses in texts that are the value of no field of their kind anywhere, of addresses of hosts
/// where anybody gets one, and of full names beside what tells who that is (see PersonalWords), but for what a list of the site names. What an entry lists in its field
/// `checked` may stand in it; what it lists in vain is told, too. Silent in languages for which the theme has no `privacy`.
void privacy(const model::Site& site, int jobs, base::Diagnostics& diagnostics);

}  // namespace checks
