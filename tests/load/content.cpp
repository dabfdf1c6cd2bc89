#include <doctest/doctest.h>

#include "load/content.h"

TEST_CASE("content: the way from a file of content to the schema of its collection") {
  model::Collection collection;
  collection.name = "forum";
  CHECK(load::modeline(collection, "forum.yaml") == "# yaml-language-server: $schema=.schemas/forum.json");
  CHECK(load::modeline(collection, "2024/lang-son/forum.yaml") == "# yaml-language-server: $schema=../../.schemas/forum.json");
  collection.markdown = true;
  CHECK(load::modeline(collection, "pages/about.vi.md") == "");
}
