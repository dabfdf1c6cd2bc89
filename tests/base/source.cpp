#include "base/source.h"

#include <doctest/doctest.h>

using namespace base;

TEST_CASE("source: from a byte to line and column, and back to the line") {
  const Source source{"a", "trẻ\n\nem"};
  const auto at = [&](std::uint32_t offset) {
    return std::pair(position(source, offset).line, position(source, offset).column);
  };
  CHECK(at(0) == std::pair(1, 1));
  CHECK(at(5) == std::pair(1, 4));
  CHECK(at(6) == std::pair(2, 1));
  CHECK(at(7) == std::pair(3, 1));
  CHECK(at(99) == std::pair(3, 3));
  CHECK(line(source, 1) == "trẻ");
  CHECK(line(source, 2) == "");
  CHECK(line(source, 3) == "em");
  CHECK(line(source, 4) == "");
  CHECK(offset_of_line(source, 3) == 7);
  CHECK(offset_of_line(source, 9) == 9);
}

TEST_CASE("sources: one never moves when others come") {
  Sources sources;
  const Source& first = sources.add("first", "text");
  for (int i = 0; i < 1000; ++i) sources.add("other", "");
  CHECK(first.path == "first");
  CHECK(first.text == "text");
}
