// The one step in which readers get another site.
#pragma once

#include "publish/places.h"

namespace publish {

/// `previous` becomes the output, and the output, if there is one, becomes `previous`. On ext4, xfs, btrfs and tmpfs
/// this is one step of the kernel's: a reader finds the old site or the new one. Throws Failure(Task::exchange).
void exchange(const Places& places);

/// The same by renaming, for file systems that cannot exchange (some network and FUSE ones): for an instant there is no
/// output, and a process killed in that instant leaves none until `mend`.
void exchange_by_renaming(const Places& places);

/// Ends an exchange by renaming that was cut off. To be called before anything else.
void mend(const Places& places);

}  // namespace publish
