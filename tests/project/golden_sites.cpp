// Whole sites byte for byte: tests/golden/sites/<name>/expected is what is published. LOA_REFRESH=1 writes it anew; read
// it before it is committed.

#include <doctest/doctest.h>

#include <filesystem>
#include <map>

#include "base/file.h"
#include "support/workspace.h"

namespace fs = std::filesystem;

namespace {

using Files = std::map<std::string, std::string>;

const std::string folder = "tests/golden/sites/";

Files files_below(const std::string& below) {
  Files files;
  if (base::is_folder(below))
    for (const auto& found : base::list(below)) files[found.path] = base::read(base::join(below, found.path));
  return files;
}

/// What is published, and what is said about it in English as the file `../messages.txt`.
Files published_of(const std::string& name) {
  const support::Workspace workspace;
  const bool has_child = base::is_folder(workspace.project() + "/" + folder + name + "/themes");
  if (has_child) fs::create_directory("themes");
  workspace.copy("tests/golden/theme", has_child ? "themes/default" : "theme");
  workspace.copy(folder + name + "/content", "content");
  workspace.copy(folder + name + "/theme", "theme");
  workspace.copy(folder + name + "/themes", "themes");
  auto options = support::here();
  if (has_child) options.theme = "themes/lang-son";
  const auto told = support::build(options);
  CHECK_MESSAGE(told.sound, told.en);
  auto files = files_below("public");
  if (!told.en.empty()) files["../messages.txt"] = told.en;
  return files;
}

void compare(const std::string& name) {
  CAPTURE(name);
  const std::string expected = folder + name + "/expected";
  const Files made = published_of(name);
  if (support::refreshing()) {
    fs::remove_all(expected);
    fs::create_directories(expected);
    fs::remove(expected + "/../messages.txt");
    for (const auto& [path, bytes] : made) support::write(expected + "/" + path, bytes);
  }
  Files wanted = files_below(expected);
  const std::string messages = folder + name + "/messages.txt";
  if (base::exists(messages)) wanted["../messages.txt"] = base::read(messages);
  for (const auto& [path, bytes] : wanted) CHECK_MESSAGE(made.contains(path), path << " is not made");
  for (const auto& [path, bytes] : made) {
    CAPTURE(path);
    REQUIRE_MESSAGE(wanted.contains(path), path << " is made and not expected");
    CHECK(bytes == wanted.at(path));
  }
}

}  // namespace

TEST_CASE("sites: two languages, one and many in a file, Markdown, a picture, references, and what is not translated") { compare("small"); }

TEST_CASE("sites: a third language is a file of words and nothing else") { compare("three-languages"); }

TEST_CASE("sites: a child theme replaces a template, a word and a colour, adds a field, and inherits all else") { compare("child-theme"); }

TEST_CASE("sites: under an address with a path, every link of the site begins with that path") { compare("base-path"); }

TEST_CASE("sites: events, calendars of entries, of places with what lies within and of all, and a feed, as the theme declares them") { compare("calendars"); }

TEST_CASE("sites: content adds a collection of its own, and a field to a collection of the theme") { compare("own-collection"); }
