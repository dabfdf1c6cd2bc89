// What a build left in a generation: every file with its stamp and the hash of its bytes, every folder with its time.
//
// A manifest belongs to one folder on disk (by inode and time of birth), so an exchange carries it along and a copy has
// none. It only saves work: where it is missing, broken or of another folder, files are compared by reading them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/hash.h"
#include "publish/descriptor.h"

namespace publish {

/// Which folder a manifest is about. `born` is 0 where the file system does not tell.
struct Identity {
  std::uint64_t inode = 0;
  std::int64_t born = 0;
  bool operator==(const Identity&) const = default;
};

Identity identity(const Descriptor& folder);

struct Manifest {
  struct File {
    std::string path;
    Stamp stamp;
    base::Hash hash;
    bool operator==(const File&) const = default;
  };
  struct Folder {
    std::string path;
    std::int64_t modified = 0;
    bool operator==(const Folder&) const = default;
  };
  Identity root;
  std::vector<File> files;      // sorted by path; the mark is not among them
  std::vector<Folder> folders;  // sorted by path, so that what holds comes before what it holds; without the root
};

/// Text that `parse` reads back, closed by its own hash.
std::string to_text(const Manifest& manifest, std::string_view boot);

/// Nothing for what `to_text` did not write. After another start of the machine (`boot` differs) the names hold, but
/// no stamp does: a power cut may have lost bytes whose times were kept.
std::optional<Manifest> parse(std::string_view text, std::string_view boot);

/// This start of the machine, or nothing where the system does not tell.
std::string this_boot();

}  // namespace publish
