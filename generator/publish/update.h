// A generation made into another site, with as few touches as that takes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "publish/generation.h"

namespace publish {

/// A file of the site to be. `kept` is the time of the published file, where that has the same bytes.
struct Wanted {
  std::string_view path, bytes;
  base::Hash hash;
  std::optional<std::int64_t> kept;
};

/// Whether a file on disk has these bytes; it is read only where its hash is not known.
bool has_bytes(const Generation& generation, const Generation::File& file, const Wanted& wanted);

/// Makes the files of `generation` those of `wanted` (sorted by path) and says what then lies there.
///
/// The mark is gone from the first change on: whoever calls this writes the manifest and puts the mark back. Throws
/// Failure, which leaves the generation without its mark.
Manifest update(const Generation& generation, const std::vector<Wanted>& wanted, int jobs);

}  // namespace publish
