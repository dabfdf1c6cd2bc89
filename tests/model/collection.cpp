#include "model/collection.h"

#include <doctest/doctest.h>

using namespace model;

namespace {

/// "name=value name=value", "no match", or "no pattern".
std::string match(std::string pattern, std::string_view path) {
  const auto parsed = parse_pattern(std::move(pattern), {});
  if (!parsed) return "no pattern";
  const auto values = parsed->match(path);
  if (!values) return "no match";
  std::string text;
  for (const auto& [name, value] : *values) text += (text.empty() ? "" : " ") + name + "=" + value;
  return text;
}

}  // namespace

TEST_CASE("pattern: each name takes one part of the path") {
  CHECK(match("{period}/{place}/forum.yaml", "2024/lang-son/forum.yaml") == "period=2024 place=lang-son");
  CHECK(match("{period}/{place}/forum.yaml", "2024/lang-son/chi-lang/forum.yaml") == "no match");
  CHECK(match("{period}/{place}/forum.yaml", "2024/lang-son/forum.yml") == "no match");
  CHECK(match("{period}/{place}/forum.yaml", "2024//forum.yaml") == "no match");
  CHECK(match("{period}/{place}/forum.yaml", "/lang-son/forum.yaml") == "no match");
  CHECK(match("site.yaml", "site.yaml").empty());
  CHECK(match("site.yaml", "xsite.yaml") == "no match");
  CHECK(match("site.yaml", "site.yaml.bak") == "no match");
}

TEST_CASE("pattern: a name with a star crosses folders") {
  CHECK(match("pages/{id*}.md", "pages/about.vi.md") == "id=about.vi");
  CHECK(match("pages/{id*}.md", "pages/a/b/c.md") == "id=a/b/c");
  CHECK(match("pages/{id*}.md", "pages/.md") == "no match");
  CHECK(match("{place*}/{id}.yaml", "a/b/c.yaml") == "place=a/b id=c");
}

TEST_CASE("pattern: the shortest match from the left that lets the whole path fit") {
  CHECK(match("{a}-{b}.yaml", "x-y-z.yaml") == "a=x b=y-z");
  CHECK(match("{a}.md", "x.md.md") == "a=x.md");
  CHECK(match("{a*}/{b*}", "1/2/3") == "a=1 b=2/3");
  CHECK(match("{a}{b}", "xyz") == "a=x b=yz");
  CHECK(match("{a}-end", "x-end-end") == "a=x-end");
}

TEST_CASE("pattern: braces that do not fit make no pattern") {
  for (const auto text :
       {"{", "}", "{}", "{a", "a}", "{{a}}", "{a}}", "{A}", "{a b}", "{*}", "{a**}", "{1}", "{a/b}"}) {
    CAPTURE(std::string(text));
    CHECK(match(text, "a") == "no pattern");
  }
}

TEST_CASE("pattern: a hostile path costs no more than its length") {
  std::string pattern;
  for (int i = 0; i < 30; ++i) pattern += "{a*}a";
  CHECK(match(pattern + "b", std::string(20'000, 'a')) == "no match");
}

TEST_CASE("pattern: of two that fit, the one with more letters of its own is meant") {
  CHECK(parse_pattern("{period}/{place}/forum.yaml", {})->literal_size() == 12);
  CHECK(parse_pattern("{a*}", {})->literal_size() == 0);
}

TEST_CASE("kinds: each has one name, and the name leads back") {
  CHECK(kind_names().size() == 16);
  for (const auto name : kind_names()) {
    CAPTURE(std::string(name));
    REQUIRE(kind_named(name));
    CHECK(name_of(*kind_named(name)) == name);
  }
  CHECK(name_of(Kind::text) == "text");
  CHECK(name_of(Kind::yes_no) == "yes-no");
  CHECK(name_of(Kind::record) == "record");
  CHECK_FALSE(kind_named("yes_no"));
  CHECK_FALSE(kind_named(""));
}

TEST_CASE("names: small letters, digits and underscores, a letter first") {
  for (const auto name : {"a", "new_year", "x2", "a_"}) CHECK(is_plain_name(name));
  for (const auto name : {"", "A", "2x", "_a", "new-year", "tên", "a b"}) CHECK_FALSE(is_plain_name(name));
}
