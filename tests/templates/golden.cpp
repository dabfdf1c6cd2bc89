// Each folder of tests/golden/templates/ is a case: templates for the sample site, among them page.html, and what comes
// of it: vi.html and en.html, or messages.txt. With LOA_REFRESH=1 the answers are written anew, to be read before they
// are kept.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/file.h"
#include "templates/sample_site.h"

namespace {

namespace fs = std::filesystem;

const std::string folder = "tests/golden/templates";

bool is_answer(const std::string& name) { return name == "vi.html" || name == "en.html" || name == "messages.txt"; }

/// The answers of a case by file name.
std::map<std::string, std::string> answers(const fs::path& place) {
  std::map<std::string, std::string> all;
  for (std::size_t language = 0; language < 2; ++language) {
    tests::SampleSite site;
    for (const auto& found : base::list(place.string()))
      if (!is_answer(found.path)) site.add_template(found.path, base::read((place / found.path).string()));
    const tests::Outcome outcome = site.render("page.html", language);
    if (!outcome.messages.empty()) return {{"messages.txt", outcome.messages}};
    all[language == 0 ? "vi.html" : "en.html"] = outcome.text;
  }
  return all;
}

std::map<std::string, std::string> kept(const fs::path& place) {
  std::map<std::string, std::string> all;
  for (const auto& found : base::list(place.string()))
    if (is_answer(found.path)) all[found.path] = base::read((place / found.path).string());
  return all;
}

void keep(const fs::path& place, const std::map<std::string, std::string>& all) {
  for (const auto& [name, text] : kept(place)) fs::remove(place / name);
  for (const auto& [name, text] : all) std::ofstream(place / name, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("golden templates: each folder gives the answer that is kept in it") {
  REQUIRE(fs::is_directory(folder));
  for (const auto& one : fs::directory_iterator(folder)) {
    CAPTURE(one.path().string());
    const auto made = answers(one.path());
    if (const char* refresh = std::getenv("LOA_REFRESH"); refresh && *refresh) keep(one.path(), made);
    CHECK(made == kept(one.path()));
  }
}
