#include "publish/exchange.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/diagnostics.h"
#include "publish/folder.h"
#include "publish/mark.h"
#include "publish/publish.h"

namespace publish {
namespace {

const std::string mark = ".gitignore: " + std::string(mark_text) + "\n";

/// A folder with two generations: "2" is published, "1" is the one before.
struct Two : Folder {
  Places here = places(*this / "public");
  Two() {
    base::Diagnostics diagnostics;
    for (const char* bytes : {"1", "2"}) replace(*this / "public", {{"a", bytes}}, 1, diagnostics);
  }
  std::string published() const { return listing(here.output); }
  std::string previous() const { return listing(here.previous); }
};

}  // namespace

TEST_CASE("exchange: both ways end alike") {
  const Two at_once, by_renaming;
  exchange(at_once.here);
  exchange_by_renaming(by_renaming.here);
  for (const Two* two : {&at_once, &by_renaming}) {
    CHECK(two->published() == mark + "a: 1\n");
    CHECK(two->previous() == mark + "a: 2\n");
  }
}

TEST_CASE("exchange by renaming: wherever it was cut off, the next build finds two generations") {
  const Two after_one, after_two, cut_twice;
  std::filesystem::rename(after_one.here.output, after_one.here.outgoing);
  mend(after_one.here);
  CHECK(after_one.published() == mark + "a: 1\n");
  CHECK(after_one.previous() == mark + "a: 2\n");

  std::filesystem::rename(after_two.here.output, after_two.here.outgoing);
  std::filesystem::rename(after_two.here.previous, after_two.here.output);
  mend(after_two.here);
  CHECK(after_two.published() == mark + "a: 1\n");
  CHECK(after_two.previous() == mark + "a: 2\n");

  // What was to come is not whole: what was published comes back.
  std::filesystem::rename(cut_twice.here.output, cut_twice.here.outgoing);
  std::filesystem::remove(cut_twice.here.previous + "/.gitignore");
  mend(cut_twice.here);
  CHECK(cut_twice.published() == mark + "a: 2\n");
  CHECK(cut_twice.previous() == "a: 1\n");
}

}  // namespace publish
