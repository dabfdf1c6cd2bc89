#include "base/file.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <cerrno>
#include <filesystem>
#include <fstream>

#include "base/failure.h"

using namespace base;

namespace {

/// A new empty folder that goes away again.
struct Folder {
  std::string path;
  Folder() {
    std::string pattern = std::filesystem::temp_directory_path() / "loa-XXXXXX";
    path = mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
  void write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories(std::filesystem::path(join(path, name)).parent_path());
    std::ofstream(join(path, name), std::ios::binary) << bytes;
  }
};

}  // namespace

TEST_CASE("list: every file below, sorted by bytes, without dot files, links not followed") {
  const Folder folder;
  folder.write("b/c.txt", "12345");
  folder.write("b-1.txt", "");
  folder.write("a.txt", "1");
  folder.write(".hidden/x", "1");
  folder.write(".x", "1");
  std::filesystem::create_symlink("b", join(folder.path, "link"));
  std::string all;
  for (const Found& found : list(folder.path))
    all += found.path + " " + std::to_string(static_cast<int>(found.type)) + "\n";
  CHECK(all == "a.txt 0\nb-1.txt 0\nb/c.txt 0\nlink 1\n");
}

TEST_CASE("list and read: what is not there is a failure that names it") {
  const Folder folder;
  try {
    list(join(folder.path, "none"));
    FAIL("no failure");
  } catch (const Failure& failure) {
    CHECK(failure.path == join(folder.path, "none"));
    CHECK(failure.error == ENOENT);
  }
  CHECK_THROWS_AS(read(join(folder.path, "none")), Failure);
  CHECK_THROWS_AS(read(folder.path), Failure);
}

TEST_CASE("read: all bytes, however many") {
  const Folder folder;
  const std::string big(1 << 20, 'x');
  folder.write("big", big + '\0');
  folder.write("empty", "");
  CHECK(read(join(folder.path, "big")) == big + '\0');
  CHECK(read(join(folder.path, "empty")) == "");
  CHECK(read("/proc/self/status").size() > 100);  // a file that says it is empty
}

TEST_CASE("paths: put together, taken apart, made canonical") {
  CHECK(join("a", "b") == "a/b");
  CHECK(join("a/", "b") == "a/b");
  CHECK(join("", "b") == "b");
  CHECK(folder_of("a/b/c.md") == "a/b");
  CHECK(folder_of("c.md") == "");
  CHECK(name_of("a/b/c.md") == "c.md");
  CHECK(name_of("c.md") == "c.md");
  CHECK(extension_of("a.b/PHOTO.JPG") == "jpg");
  CHECK(extension_of("a.b/c") == "");
  CHECK(extension_of(".gitignore") == "");

  const Folder folder;
  folder.write("real/x", "");
  std::filesystem::create_directory_symlink("real", join(folder.path, "link"));
  CHECK(canonical(folder.path + "/none/../link/./y/z/") == canonical(folder.path) + "/real/y/z");
  CHECK(is_folder(join(folder.path, "link")));
  CHECK_FALSE(is_folder(join(folder.path, "real/x")));
  CHECK(exists(join(folder.path, "real/x")));
  CHECK_FALSE(exists(join(folder.path, "real/y")));
}
