#include "publish/paths.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "publish/folder.h"

namespace publish {
namespace {

std::string mistakes(const base::Diagnostics& diagnostics) {
  std::string all;
  for (const base::Diagnostic& mistake : diagnostics.sorted()) all += to_text(mistake, base::Tongue::en) + "\n";
  return all;
}

std::string checked(const std::vector<std::string>& paths) {
  std::vector<base::File> files;
  for (const std::string& path : paths) files.push_back({path, ""});
  base::Diagnostics diagnostics;
  check_paths(files, diagnostics);
  return mistakes(diagnostics);
}

}  // namespace

TEST_CASE("paths: only plain ones below the output may be") {
  CHECK(checked({"index.html", "vi/index.html", "a-b/..c/d..e", ".nojekyll", "Ảnh/đường.jpg", "a", "a-b/x", "a.b/x"}) ==
        "");
  for (const std::string bad : {"", "/etc/passwd", "../x", "a/../b", "a/./b", "a//b", "a/", "..", ".", "a\nb", "a\x1b"})
    CHECK_MESSAGE(checked({bad}).find("[output-path-unsafe]") != std::string::npos, bad);
  CHECK(checked({std::string("a\0b", 3)}) ==
        "error: a file of the site cannot be called `a\uFFFDb` [output-path-unsafe]\n");
  CHECK(checked({std::string(256, 'a')}).find("[output-path-unsafe]") != std::string::npos);
  CHECK(checked({std::string(255, 'a')}) == "");
}

TEST_CASE("paths: no two files that cannot lie beside each other") {
  CHECK(checked({"a", "a"}) == "error: `a` and `a` cannot both be there on every computer [output-collision]\n");
  CHECK(checked({"a", "a/b", "a-c"}) ==
        "error: `a` and `a/` cannot both be there on every computer [output-collision]\n");
  CHECK(checked({"x/A.html", "x/a.html"}) ==
        "error: `x/A.html` and `x/a.html` cannot both be there on every computer [output-collision]\n");
  CHECK(checked({"x/Ảnh", "x/ảnh"}) ==
        "error: `x/Ảnh` and `x/ảnh` cannot both be there on every computer [output-collision]\n");
  CHECK(checked({"Vi/a", "vi/b"}) ==
        "error: `Vi/` and `vi/` cannot both be there on every computer [output-collision]\n");
  CHECK(checked({".gitignore"}) ==
        "error: `.gitignore` and `.gitignore` cannot both be there on every computer [output-collision]\n");
}

TEST_CASE("output: never in, above or the same as what a build reads, whatever the links") {
  const Folder folder;
  for (const char* path : {"content/a", "theme", "public"}) std::filesystem::create_directories(folder / path);
  std::filesystem::create_symlink("content", folder / "link");
  const auto check = [&](const std::string& output) {
    base::Diagnostics diagnostics;
    check_output(output, {folder / "content", folder / "theme"}, diagnostics);
    return mistakes(diagnostics);
  };
  const auto overlap = [&](const std::string& output, const std::string& input) {
    return "error: the output folder `" + output + "` overlaps `" + (folder / input) +
           "` [output-overlaps]\n  hint: choose another folder with `--output`\n";
  };
  CHECK(check(folder / "public") == "");
  CHECK(check(folder / "content-2") == "");
  CHECK(check(folder / "none/public") == "");
  CHECK(check(folder / "content") == overlap(folder / "content", "content"));
  CHECK(check(folder / "content/new/public") == overlap(folder / "content/new/public", "content"));
  CHECK(check(folder / "link/public") == overlap(folder / "link/public", "content"));
  CHECK(check(folder / "none/../theme/.") == overlap(folder / "none/../theme/.", "theme"));
  CHECK(check(folder.path) == overlap(folder.path, "content") + overlap(folder.path, "theme"));
  CHECK(check("/") == overlap("/", "content") + overlap("/", "theme"));
}

TEST_CASE("output: a folder with something of someone's is refused before any work") {
  const Folder folder;
  folder.write("mine/letter.txt", "x");
  base::Diagnostics diagnostics;
  check_output(folder / "mine", {}, diagnostics);
  CHECK(mistakes(diagnostics) == "error: the folder `" + (folder / "mine") +
                                     "` was not made by loa, and loa replaces nothing else [output-foreign]\n" +
                                     "  hint: choose another folder with `--output`\n");
}

}  // namespace publish
