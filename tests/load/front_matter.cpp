#include "load/front_matter.h"

#include <doctest/doctest.h>

namespace {

/// "yaml|body", or the message.
std::string split(const std::string& text) {
  const base::Source source{"content/a.vi.md", text};
  base::Diagnostics diagnostics;
  const auto parts = load::split_front_matter(source, diagnostics);
  if (!parts) return to_text(diagnostics.sorted().at(0), base::Tongue::en);
  const auto part = [&](base::Span span) { return text.substr(span.begin, span.end - span.begin); };
  return part(parts->yaml) + "|" + part(parts->body);
}

}  // namespace

TEST_CASE("front matter: the text between the fences, and the text below") {
  CHECK(split("---\ntitle: A\n---\nText\n") == "title: A\n|Text\n");
  CHECK(split("--- \ntitle: A\n---\t\nText") == "title: A\n|Text");
  CHECK(split("\n\n---\n---\n") == "|");
  CHECK(split("---\na: 1\n---") == "a: 1\n|");
}

TEST_CASE("front matter: a file may have none") {
  CHECK(split("Text\n---\nmore\n") == "|Text\n---\nmore\n");
  CHECK(split("").size() == 1);
  CHECK(split("----\na\n---\n") == "|----\na\n---\n");
}

TEST_CASE("front matter: a missing closing fence points at the opening one") {
  CHECK(split("---\ntitle: A\n\nText --- here\n ---\n") ==
        "content/a.vi.md:1:1: error: the front matter that opens here is never closed [front-matter-unclosed]\n"
        "   1 | ---\n"
        "     | ^^^ write a line `---` just before the text");
}

TEST_CASE("front matter: a missing opening fence, or what a word processor made of it, where fields stand above a closing one") {
  for (const char* first : {"", "—\n", "----\n", "–-\n", "--\n"})
    CHECK(split(std::string(first) + "title: A\nslug: a\n---\nText\n").find("error: the front matter does not open with a line `---` [front-matter-unopened]") != std::string::npos);
  for (const std::string text : {"title: A\n", "title: A\n\nText\n---\n", "Title: A\n---\n", "https://a.vn\n---\n", "—\n\nText\n---\n", "Note: a\n---\n"}) CHECK(split(text) == "|" + text);
}
