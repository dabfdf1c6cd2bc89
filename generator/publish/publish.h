// The site as files on disk: replaced as a whole or not at all.
//
// Two generations lie on the same file system: the published one and the one before. A build brings the older one up to
// date, touching only what differs, and then exchanges the two in one step. So a reader sees the old site or the new
// one, never a mixture; a build that is killed leaves the published site whole; and the site before is one exchange
// away.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/file.h"
#include "publish/lock.h"
#include "publish/paths.h"

namespace publish {

/// Files, counted against the site that was published until now.
struct Outcome {
  int written = 0, unchanged = 0, removed = 0;
  bool exchanged = false;  // false where nothing differs: then nothing was written either
};

/// Publishes these files and no others; whoever calls holds the Lock. A file with the same bytes as before keeps its
/// time. With a mistake (a path that cannot be, or a folder or file in the way that loa did not make) nothing changes.
/// Throws Failure, and then too the published site is as it was.
Outcome replace(const std::string& output, std::vector<base::File> files, int jobs, base::Diagnostics& diagnostics);

/// The paths of what is published now, sorted; none where the output is not there, or not made by loa. Throws Failure.
std::vector<std::string> published(const std::string& output);

/// Publishes the site before again; a second time takes it back. Takes the Lock itself. Throws Failure(Task::roll_back)
/// with error 0 where there is no whole site from before.
void roll_back(const std::string& output);

/// Deletes the site before, for good: what should not have been published must not come back. False where there is none. Takes
/// the Lock itself. Throws Failure.
bool forget_previous(const std::string& output);

}  // namespace publish
