#include "publish/folder.h"

#include <stdlib.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace publish {

namespace fs = std::filesystem;

Folder::Folder() {
  // In memory where that can be: these tests make and remove very many files. TMPDIR=/tmp tries them on a real disk.
  const bool memory = !getenv("TMPDIR") && fs::is_directory("/dev/shm");
  std::string pattern = (memory ? fs::path("/dev/shm") : fs::temp_directory_path()) / "loa-XXXXXX";
  path = mkdtemp(pattern.data());
}

Folder::~Folder() { fs::remove_all(path); }

void Folder::write(const std::string& name, const std::string& bytes) const {
  fs::create_directories(fs::path(path + "/" + name).parent_path());
  std::ofstream(path + "/" + name, std::ios::binary) << bytes;
}

std::string listing(const std::string& folder) {
  std::set<std::string> lines;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().lexically_relative(folder);
    if (entry.is_symlink()) {
      lines.insert(name + " -> " + fs::read_symlink(entry.path()).string());
    } else if (entry.is_directory()) {
      if (fs::is_empty(entry.path())) lines.insert(name + "/");
    } else {
      std::ifstream file(entry.path(), std::ios::binary);
      lines.insert(name + ": " + std::string(std::istreambuf_iterator<char>(file), {}));
    }
  }
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

long long time_of(const std::string& path) {
  struct stat found {};
  lstat(path.c_str(), &found);
  return static_cast<long long>(found.st_mtim.tv_sec) * 1'000'000'000 + found.st_mtim.tv_nsec;
}

}  // namespace publish
