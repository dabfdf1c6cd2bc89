// A package: one archive with all that a site was made from, the site itself, and a report.
//
//     README.txt        how to unpack it and build again
//     content/…         the content, with what lies hidden in it
//     themes/<name>/…   the theme, and those that it extends
//     public/…          the site
//     report.txt        what was packed
//
// What a package may hold is decided here, for packing and unpacking alike, so that what is packed can be unpacked.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"

namespace archive {

/// Why something cannot be packed or unpacked.
struct Trouble {
  enum class Why {
    no_zip,       ///< not an archive at all
    no_package,   ///< an archive, but without the content or the theme of a site
    too_many,     ///< files
    too_large,    ///< unpacked
    encrypted,
    unsafe_path,  ///< one that leads out of the folder, or cannot be on every computer
    foreign_path, ///< one that no package has
    no_file,      ///< a symbolic link or a device
    clash,        ///< two of one name, as some computers see names
    damaged,      ///< not the bytes that were packed
    themes_apart, ///< a theme that does not lie beside the one that extends it
  } why;
  std::string path = {}, other = {};  ///< of the member; of `clash` both
};

/// The paths of a package, looked at one after the other.
class Paths {
 public:
  /// Adds to the troubles where this one cannot be there.
  void add(const std::string& path, bool is_folder, std::vector<Trouble>& troubles);
  /// Whether content and a theme were among them.
  bool are_whole() const { return has_content_ && has_theme_; }

 private:
  struct Known {
    std::string path;
    bool is_folder;
  };
  const Known* put(const std::string& path, bool is_folder);

  std::map<std::string, Known> known_;  // by how a computer sees it that does not tell case or the forms of Unicode apart
  bool has_content_ = false, has_theme_ = false;
};

/// Every file of a folder, hidden ones too, with its path below `as`; not the history of git. Links and devices are named in `left_out`.
/// Throws Failure.
std::vector<base::File> files_of(const std::string& folder, const std::string& as, std::vector<std::string>& left_out);

/// Sorts the files of a package and tells what cannot be in one.
std::vector<Trouble> check(std::vector<base::File>& files);

}  // namespace archive
