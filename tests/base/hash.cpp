#include "base/hash.h"

#include <doctest/doctest.h>

using namespace base;

TEST_CASE("hash: known values, and hexadecimal there and back") {
  CHECK(to_hex(hash("")) == "99aa06d3014798d86001c324468d497f");
  CHECK(hash("a") == hash("a"));
  CHECK(hash("a") != hash("b"));
  CHECK(from_hex(to_hex(hash("loa"))) == hash("loa"));
  for (const char* bad : {"", "xyz", "99AA06D3014798D86001C324468D497F", "99aa06d3014798d86001c324468d497g"})
    CHECK(from_hex(bad) == Hash{});
}
