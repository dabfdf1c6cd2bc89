#include "templates/html_place.h"

#include <doctest/doctest.h>

using templates::HtmlPlace;
using templates::Printing;

namespace {

Printing after(std::string_view text) {
  HtmlPlace place;
  place.follow(text);
  return place.printing();
}

std::string name_after(std::string_view text) {
  HtmlPlace place;
  place.follow(text);
  return place.name();
}

bool meet(std::string_view a, std::string_view b) {
  HtmlPlace one, other;
  one.follow(a);
  other.follow(b);
  return one.join(other);
}

}  // namespace

TEST_CASE("html place: between tags") {
  for (const auto text : {"", "a", "<p>", "<p class=x>", "<p class='>'>", "</p>", "<br/>", "<!doctype html>",
                          "<!-- a -->", "<!-->", "<!--->", "a < b", "<script>1</script>",
                          "<script>'</scriptx>'</SCRIPT >", "<title>a</title>", "<svg><path d=\"M0 0\"/>"})
    CHECK_MESSAGE(after(text) == Printing::element, text);
}

TEST_CASE("html place: in a double-quoted attribute") {
  for (const auto text : {"<p class=\"", "<p a b=\"", "<p a='x' b=\"c ", "<P\nTITLE = \"", "<a href=\"/\" title=\"",
                          "<meta content=\"", "<p a=x b=\""})
    CHECK_MESSAGE(after(text) == Printing::attribute, text);
}

TEST_CASE("html place: where an address is wanted") {
  for (const auto text : {"<a href=\"", "<A HREF=\"", "<form action=\"", "<button formaction=\"", "<q cite=\"",
                          "<use x=\"\" href=\"/\"><a xlink:href=\""})
    CHECK_MESSAGE(after(text) == Printing::address, text);
  for (const auto text : {"<img src=\"", "<video poster=\"", "<link href=\"", "<use href=\""})
    CHECK_MESSAGE(after(text) == Printing::resource, text);
  for (const auto text : {"<script src=\"", "<iframe src=\"", "<object data=\"", "<base href=\""})
    CHECK_MESSAGE(after(text) == Printing::asset, text);
}

TEST_CASE("html place: text only") {
  CHECK(after("<title>") == Printing::plain);
  CHECK(after("<textarea rows=\"2\"><p class=\"") == Printing::plain);
}

TEST_CASE("html place: JSON only") {
  CHECK(after("<script type=\"application/ld+json\">{") == Printing::json);
  CHECK(after("<script type='application/json' id=x>") == Printing::json);
  CHECK(after("<SCRIPT TYPE=application/ld+json>") == Printing::json);
}

TEST_CASE("html place: of several addresses a browser takes one") {
  CHECK(after("<img srcset=\"") == Printing::resources);
  CHECK(after("<link imagesrcset=\"") == Printing::resources);
}

TEST_CASE("html place: where nothing may be printed") {
  for (const auto text : {"<",
                          "</",
                          "<p",
                          "</p",
                          "<p ",
                          "<p cl",
                          "<p class",
                          "<p class ",
                          "<p class=",
                          "<p class= ",
                          "<p class=a",
                          "<p class='",
                          "<!",
                          "<!--",
                          "<!-- a --",
                          "<?php ",
                          "<script>",
                          "<script type=\"module\">",
                          "<script type=\"",
                          "<style>",
                          "<style>a{b:url(\"",
                          "<p style=\"",
                          "<p onclick=\"",
                          "<iframe srcdoc=\"",
                          "<meta http-equiv=\"refresh\" content=\"",
                          "<iframe>",
                          "<xmp>",
                          "<title><",
                          "<script type=\"application/json\">{}<"})
    CHECK_MESSAGE(after(text) == Printing::refused, text);
}

TEST_CASE("html place: a refresh may lead to an address, and to nothing else") {
  CHECK(after("<meta http-equiv=\"refresh\" content=\"0; url=") == Printing::resource);
  for (const char* text : {"<meta http-equiv=\"refresh\" content=\"5; url=", "<meta http-equiv=\"refresh\" content=\"0; url=x", "<meta content=\"", "<meta http-equiv=\"refresh\" name=\"0; url="})
    CHECK_MESSAGE(after(text) == (std::string_view(text) == "<meta content=\"" ? Printing::attribute : Printing::refused), text);
}

TEST_CASE("html place: it can be named") {
  CHECK(name_after("<p onclick=\"") == "onclick=\"");
  CHECK(name_after("<script>") == "<script>");
  CHECK(name_after("<p class=") == "class=");
  CHECK(name_after("<p ") == "<p");
  CHECK(name_after("<!-- ") == "<!--");
  CHECK(name_after("<p>") == "");
}

TEST_CASE("html place: ways meet where what follows is understood alike") {
  CHECK(meet("<p>", "<b>x"));
  CHECK(meet("<p class=\"a\"", "<p"));
  CHECK(meet("<p checked", "<p "));
  CHECK(meet("<p class=\"a", "<p class=\""));
  CHECK_FALSE(meet("<p class=\"", "<p class=\"\""));
  CHECK_FALSE(meet("<p class=\"", "<p title=\""));
  CHECK_FALSE(meet("<p", "<b"));
  CHECK_FALSE(meet("<p>", "<p"));
  CHECK_FALSE(meet("<script>", "<style>"));
  CHECK_FALSE(meet("<!-- ", ""));
}
