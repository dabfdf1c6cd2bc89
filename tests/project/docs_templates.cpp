// docs/templates.md and the template language tell of the same filters and tests. Runs in the project's folder.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "base/file.h"
#include "templates/filters.h"

namespace {

/// The rows of the table below a heading: what stands between the first backticks of each.
std::set<std::string> rows_below(const std::string& heading) {
  const std::string text = base::read("docs/templates.md");
  std::set<std::string> names;
  std::size_t at = text.find("\n## " + heading + "\n");
  REQUIRE(at != std::string::npos);
  const std::size_t end = text.find("\n## ", at + 1);
  while ((at = text.find("\n| `", at + 1)) < end) names.insert(text.substr(at + 4, text.find('`', at + 4) - at - 4));
  return names;
}

}  // namespace

TEST_CASE("docs: templates.md tells every filter as it is called, and no other") {
  std::set<std::string> known;
  for (const auto& filter : templates::filters()) known.insert(filter.signature());
  CHECK(rows_below("Filters") == known);
}

TEST_CASE("docs: templates.md tells every test, and no other") {
  std::set<std::string> known;
  for (const auto& test : templates::tests()) known.emplace(test.name);
  CHECK(rows_below("Tests") == known);
}
