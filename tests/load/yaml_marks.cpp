#include <doctest/doctest.h>

#include "support/small_site.h"

using support::check_site;

namespace {

const std::string collection = "== theme/collections/case.yaml ==\nfiles: \"{name}/case.yaml\"\nfields: {name: word, x: {kind: text, translated: no}, all: {kind: list, of: text, translated: no}}\n";

std::string told(const std::string& yaml) { return check_site(collection + "== content/a/case.yaml ==\n" + yaml + "\n"); }

}  // namespace

TEST_CASE("marks: a `#` that takes words away, wherever the text stands") {
  CHECK(told("x: Listen #ForAll") == R"(content/a/case.yaml:1:11: error: from `#` on it is a comment and not published: `#ForAll` [yaml-hash]
   1 | x: Listen #ForAll
     |           ^^^^^^^ if it belongs to the text, put all of it in quotes: "Listen #ForAll"; if it is a comment, leave a blank after `#`
)");
  for (const char* yaml : {"x: #ForAll listen", "all:\n  - Listen #1", "x: \"Listen\" #ForAll", "x: Listen\n  to all #ForAll"})
    CHECK(told(yaml).find("[yaml-hash]") != std::string::npos);
}

TEST_CASE("marks: comments and what is no comment stay silent") {
  for (const char* yaml : {"x: Listen # to all", "x: Listen #", "x: Listen ## to all", "#x: Listen\nx: A#1", "x: \"Listen #ForAll\"", "x: |\n  Listen #ForAll", "x: > # folded\n  Listen #ForAll"})
    CHECK(told(yaml) == "");
}

TEST_CASE("marks: `!confirm` is a word where it does not stand in front of a value") {
  for (const char* yaml : {"x: Listen !confirm", "x: \"!confirm Listen\"", "x: |\n  !confirm Listen", "all:\n  - A !confirm"}) CHECK(told(yaml).find("[confirm-misplaced]") != std::string::npos);
  for (const char* yaml : {"x: !confirm Listen", "x: !confirm |\n  Listen", "x: !confirm", "all: !confirm\n  - A"}) CHECK(told(yaml).find("[confirm-misplaced]") == std::string::npos);
}

TEST_CASE("marks: a text that begins like an anchor or a tag goes into quotes") {
  CHECK(told("x: &Trung tâm văn hóa").find("put it in quotes: \"&Trung tâm văn hóa\"") != std::string::npos);
  CHECK(told("x: !Chú ý").find("put it in quotes: \"!Chú ý\"") != std::string::npos);
  CHECK(told("x: &base A").find("put it in quotes") == std::string::npos);
}
