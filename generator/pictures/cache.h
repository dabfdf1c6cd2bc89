// Scaled pictures kept from one build to the next, in the folder where programs keep what they can make again
// ($XDG_CACHE_HOME/loa/pictures, else ~/.cache/loa/pictures; XDG Base Directory). It can be deleted at any time.
#pragma once

#include <string>

#include "pictures/scale.h"

namespace pictures {

/// `scale_apart`, or what it made of the same bytes before. What cannot be read or written there is made anew and not kept. A picture with a
/// trouble is not kept. Safe with several builds at a time.
Picture scale_once(const std::string& bytes);

/// Deletes all that is kept. Throws Failure.
void forget_all();

}  // namespace pictures
