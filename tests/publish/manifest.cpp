#include "publish/manifest.h"

#include <doctest/doctest.h>

#include "publish/folder.h"

namespace publish {

TEST_CASE("manifest: is read back as it was written, and after another start of the machine without its stamps") {
  const Manifest manifest{{7, -5},
                          {{"a b/đường", {1, 2, -3}, base::hash("x")}, {"z", {0, 18446744073709551615u, 5}, {}}},
                          {{"a b", 12}, {"c", 0}}};
  const std::string text = to_text(manifest, "boot");
  const auto same = parse(text, "boot");
  REQUIRE(same);
  CHECK(same->root == manifest.root);
  CHECK(same->files == manifest.files);
  CHECK(same->folders == manifest.folders);
  const auto later = parse(text, "another");
  REQUIRE(later);
  CHECK(later->files[0].path == "a b/đường");
  CHECK(later->files[0].stamp == Stamp{});
  CHECK(later->folders[0].modified == 0);
}

TEST_CASE("manifest: one that is cut off or changed anywhere is none") {
  const std::string text = to_text({{7, 5}, {{"a", {1, 2, 3}, base::hash("x")}}, {{"f", 12}}}, "boot");
  for (std::size_t size = 0; size < text.size(); ++size) CHECK_FALSE(parse(text.substr(0, size), "boot"));
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] ^= 1;
    CHECK_FALSE(parse(changed, "boot"));
  }
  CHECK_FALSE(parse(text + text, "boot"));
}

TEST_CASE("manifest: knows its folder from any other") {
  const Folder one, two;
  CHECK(identity(open_folder(one.path)) == identity(open_folder(one.path)));
  CHECK(identity(open_folder(one.path)) != identity(open_folder(two.path)));
}

}  // namespace publish
