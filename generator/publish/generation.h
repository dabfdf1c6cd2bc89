// One site as it lies on disk: everything in its folder, found with as little reading as its manifest allows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "publish/descriptor.h"
#include "publish/manifest.h"

namespace publish {

struct Generation {
  struct File {
    std::string path;
    Status status;
    bool known;                      // the manifest has it
    std::optional<base::Hash> hash;  // known without reading: the stamp is the manifest's
  };

  std::string path;
  Descriptor root;
  bool whole = false;                     // it has the mark
  bool has_manifest = false;              // so a file that is not known was put there by someone else
  std::vector<File> files;                // sorted by path; also links, sockets and the like; without the mark
  std::vector<Manifest::Folder> folders;  // sorted by path; `modified` as it is now

  const File* find(std::string_view file) const;
};

/// Looks at the folder `path`: one `fstatat` for each file and folder of the manifest, and names are read only where a
/// folder's time says that some came or went. Without a manifest all names are read. No file is opened but the mark.
Generation look(const std::string& path, std::optional<Manifest> manifest, int jobs);

}  // namespace publish
