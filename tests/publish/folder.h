// A new empty folder for one test, gone with it; and what lies in one, as text.
#pragma once

#include <string>

namespace publish {

struct Folder {
  std::string path;
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& bytes) const;
  std::string operator/(const std::string& name) const { return path + "/" + name; }
};

/// One line for each file, sorted: its path and its bytes; links as `path -> target`, empty folders as `path/`.
std::string listing(const std::string& folder);

/// The time of a file in nanoseconds.
long long time_of(const std::string& path);

}  // namespace publish
