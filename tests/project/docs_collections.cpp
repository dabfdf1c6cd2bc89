// docs/collections.md and the reader of declarations tell of the same kinds and attributes. Runs in the project's folder.
#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "base/file.h"
#include "load/fields.h"
#include "model/collection.h"

namespace {

std::string section(const std::string& heading) {
  const std::string text = base::read("docs/collections.md");
  const std::size_t begin = text.find("\n## " + heading + "\n");
  REQUIRE(begin != std::string::npos);
  return text.substr(begin, text.find("\n## ", begin + 1) - begin);
}

}  // namespace

TEST_CASE("docs: collections.md has a heading for every kind, in their order, and no other") {
  const std::string kinds = section("The kinds");
  std::vector<std::string> told;
  for (std::size_t at = 0; (at = kinds.find("\n### `", at + 1)) != std::string::npos;)
    told.push_back(kinds.substr(at + 6, kinds.find('`', at + 6) - at - 6));
  const auto& known = model::kind_names();
  CHECK(told == std::vector<std::string>(known.begin(), known.end()));
}

TEST_CASE("docs: collections.md tells every attribute of a field, and of which kinds it is") {
  const std::string field = section("A field");
  std::map<std::string, std::string> told;
  for (std::size_t at = 0; (at = field.find("\n| `", at + 1)) != std::string::npos;) {
    const std::string row = field.substr(at + 1, field.find('\n', at + 1) - at - 1);
    const std::size_t last = row.rfind("| ", row.size() - 2);
    told[row.substr(3, row.find('`', 3) - 3)] = row.substr(last + 2, row.size() - last - 4);
  }
  std::map<std::string, std::string> known;
  for (const auto name : load::common_attributes()) known.emplace(name, "all");
  for (const auto& attribute : load::kind_attributes()) {
    std::string kinds;
    for (const auto kind : attribute.kinds) kinds.append(kinds.empty() ? "" : ", ").append(model::name_of(kind));
    known.emplace(attribute.name, kinds);
  }
  CHECK(told == known);
}

TEST_CASE("docs: collections.md names what no field can be called") {
  const std::string collection = section("A collection");
  for (const auto name : model::reserved_field_names()) CHECK(collection.find("`" + std::string(name) + "`") != std::string::npos);
}
