// Files and folders as plain values, and the few ways in which the program meets the disk when it reads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base {

/// A file of the site to be: its path below the output folder, with `/`, and its bytes.
struct File {
  std::string path;
  std::string bytes;
};

enum class FileType { regular, symbolic_link, other };

struct Found {
  std::string path;  // below the folder that was searched, with `/`
  FileType type;
};

/// Every file below a folder, sorted by path (bytes); names that begin with a dot are left out, symbolic links are
/// listed and not followed. Throws Failure where a folder cannot be read.
std::vector<Found> list(const std::string& folder);
/// The same with names that begin with a dot.
std::vector<Found> list_all(const std::string& folder);

bool is_folder(const std::string& path);
bool exists(const std::string& path);

/// All bytes of a file. Throws Failure.
std::string read(const std::string& path);

/// Writes a file, and the folders above it where they are not there; who reads it meanwhile sees the old bytes or the new ones.
/// Throws Failure.
void write(const std::string& path, std::string_view bytes);
/// Throws Failure.
void remove(const std::string& path);

/// `a/b/../c` → `a/c`, with symbolic links resolved as far as the path exists; absolute.
std::string canonical(const std::string& path);

/// Folder and name put together with one `/`.
std::string join(std::string_view folder, std::string_view name);
/// The part before the last `/` (empty where there is none), and the part after it.
std::string_view folder_of(std::string_view path);
std::string_view name_of(std::string_view path);
/// The end of a name from its last dot, in lower case, without the dot: "jpg". Empty where there is none.
std::string extension_of(std::string_view path);

/// What a file manager leaves in a folder that was looked at (`Thumbs.db`, `.DS_Store` …); nobody means it, no one misses it.
bool is_dropping(std::string_view path);

}  // namespace base
