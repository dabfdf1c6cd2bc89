// A folder of its own for a test that meets the disk, and a whole site in one string.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "pipeline/build.h"

namespace support {

/// Writes a file and the folders above it.
void write(const std::string& path, std::string_view bytes);

/// The smallest picture: one dot, which one can see through.
constexpr std::string_view a_gif{"GIF89a\1\0\1\0\x80\0\0\0\0\0\xFF\xFF\xFF!\xF9\4\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;", 43};

/// A new folder that is the current one as long as this lives; then it is gone with all that it holds. So paths in
/// messages are those of the site alone.
class Workspace {
 public:
  Workspace();
  ~Workspace();
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

  /// Writes the files of a text like this one:
  ///
  ///     == content/site.yaml ==
  ///     languages: [vi, en]
  void write_all(std::string_view sections) const;

  /// Copies a folder of the project over what is there, if there is such a folder.
  void copy(const std::string& folder, const std::string& to) const;

  /// Where the tests were started: the root of the project.
  const std::string& project() const { return project_; }

 private:
  std::string project_, folder_;
};

/// `content` and `theme` as they lie in the current folder.
pipeline::Options here();

/// All mistakes as the program prints them, and the files that a sound site would be made of.
struct Told {
  bool sound = false;
  std::string vi, en;
};
Told check(const pipeline::Options& options = here());
Told build(const pipeline::Options& options = here());

/// With LOA_REFRESH=1 golden files are written, not compared.
bool refreshing();

}  // namespace support
