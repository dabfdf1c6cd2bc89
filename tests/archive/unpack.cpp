#include "archive/unpack.h"

#include <doctest/doctest.h>

#include "archive/zip.h"
#include "base/file.h"
#include "support/workspace.h"

namespace archive {

namespace {

using Why = Trouble::Why;

const std::vector<base::File> package = {{"content/site.yaml", "title: Trang\n"}, {"content/đ/trống.txt", ""}, {"themes/a/theme.yaml", "name: A\n"}};

std::vector<Why> refused(const Limits& limits) {
  std::vector<Why> all;
  for (const auto& trouble : unpack("x.zip", "new", limits).troubles) all.push_back(trouble.why);
  CHECK(!base::exists("new"));
  return all;
}

}  // namespace

TEST_CASE("archive: the same files give the same bytes, and come back as they were") {
  const support::Workspace workspace;
  const auto bytes = to_zip(package);
  CHECK(bytes == to_zip(package));
  support::write("x.zip", bytes);
  const auto unpacked = unpack("x.zip", "new");
  CHECK(unpacked.troubles.empty());
  CHECK(unpacked.files == 3);
  CHECK(unpacked.bytes == 21);
  std::vector<std::string> left_out;
  std::string all;
  for (const auto& file : files_of("new", "x", left_out)) all += file.path + ": " + file.bytes + "\n";
  CHECK(all == "x/content/site.yaml: title: Trang\n\nx/content/đ/trống.txt: \nx/themes/a/theme.yaml: name: A\n\n");
  CHECK(left_out.empty());
}

TEST_CASE("archive: more files or bytes than are agreed to are not unpacked") {
  const support::Workspace workspace;
  support::write("x.zip", to_zip(package));
  CHECK(refused({.files = 2}) == std::vector{Why::too_many});
  CHECK(refused({.bytes = 20}) == std::vector{Why::too_large});
  CHECK(refused({.ratio = 0, .free_bytes = 20}) == std::vector{Why::too_large});
  CHECK(unpack("x.zip", "new", {.files = 3, .bytes = 21, .ratio = 0, .free_bytes = 21}).troubles.empty());
}

TEST_CASE("archive: what a package may hold") {
  std::vector<base::File> files = {{"public/b", ""}, {"other", ""}, {"README.txt", ""}, {"content/A", ""}, {"content/a", ""}, {"content/../x", ""}};
  std::string told;
  for (const auto& trouble : check(files)) told += std::to_string(static_cast<int>(trouble.why)) + " " + trouble.path + " " + trouble.other + "\n";
  const auto number = [](Why why) { return std::to_string(static_cast<int>(why)); };
  CHECK(told == number(Why::unsafe_path) + " content/../x \n" + number(Why::clash) + " content/a content/A\n" + number(Why::foreign_path) + " other \n");
}

}  // namespace archive
