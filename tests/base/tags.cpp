#include "base/tags.h"

#include <doctest/doctest.h>

namespace {

/// "a[href=/x][class=]" for each start tag, blanks between.
std::string read(std::string_view html) {
  std::string all;
  for (const auto& tag : base::start_tags(html)) {
    all += (all.empty() ? "" : " ") + tag.name;
    for (const auto& attribute : tag.attributes) all += "[" + attribute.name + "=" + std::string(attribute.value) + "]";
  }
  return all;
}

}  // namespace

TEST_CASE("tags: attributes in double quotes, in single ones, in none, and without a value") {
  CHECK(read("<p>x</p><a href=\"/x\">") == "p a[href=/x]");
  CHECK(read("<a href='/x \"y\"' HREFLANG = vi hidden><br/>") == "a[href=/x \"y\"][hreflang=vi][hidden=] br");
  CHECK(read("<A\nHREF=\"/x?a=1&amp;b=2\"/>") == "a[href=/x?a=1&amp;b=2]");
  CHECK(read("<img alt=\"a > b\" src=/x/>") == "img[alt=a > b][src=/x/]");
  CHECK(read("<a =x href=\"\">") == "a[=x=][href=]");
}

TEST_CASE("tags: none in a text, an end tag, a comment, a script, a style or a title") {
  CHECK(read("1 < 2 <3> </p href=\"/x\"> <!doctype html> <?php a?>") == "");
  CHECK(read("<!-- <a href=\"/x\"> --><b><!--><i><!-- a --!><u>") == "b i u");
  CHECK(read("<title><a></title><textarea><b></textarea><script>\"<i></i>\"</SCRIPT ><u>") == "title textarea script u");
  CHECK(read("<script type=\"application/ld+json\">{\"url\": \"<a href='/x'>\"}</scripts></script><p>") ==
        "script[type=application/ld+json] p");
}

TEST_CASE("tags: a page that breaks off") {
  CHECK(read("<") == "");
  CHECK(read("<a") == "a");
  CHECK(read("<a href") == "a[href=]");
  CHECK(read("<a href=") == "a[href=]");
  CHECK(read("<a href=\"/x") == "a[href=/x]");
  CHECK(read("<!--") == "");
  CHECK(read("<script>x</scrip") == "script");
}

TEST_CASE("tags: the value of an attribute by its name") {
  const auto tags = base::start_tags("<meta name=\"a\" name=\"b\">");
  CHECK(tags.front()["name"] == "a");
  CHECK(tags.front()["content"] == "");
}
