#include "templates/lexer.h"

#include <doctest/doctest.h>

#include "templates/small_site.h"

namespace {

/// The tokens as `type:text`, one after another.
std::string read(std::string text) {
  constexpr std::string_view names[] = {"text", "print", "tag", "close", "name", "string", "number", "symbol", "end"};
  const base::Source source{"a.html", std::move(text)};
  base::Diagnostics diagnostics;
  std::string all;
  for (const templates::Token& token : templates::tokens(source, diagnostics))
    ((all += names[static_cast<int>(token.type)]) += ":") += std::string(token.text) + " ";
  return all + tests::messages(diagnostics);
}

}  // namespace

TEST_CASE("lexer: text, prints and tags come one after another") {
  CHECK(read("a{{ b.c|d(1.5, 'e') }}f") ==
        "text:a print:{{ name:b symbol:. name:c symbol:| name:d symbol:( number:1.5 symbol:, string:'e' symbol:) "
        "close:}} text:f end: ");
  CHECK(read("{% if a != b ~ c %}") == "tag:{% name:if name:a symbol:!= name:b symbol:~ name:c close:%} end: ");
}

TEST_CASE("lexer: a lone brace is text") { CHECK(read("a { b } {c} {") == "text:a { b } {c} { end: "); }

TEST_CASE("lexer: closing braces in a string are part of it") {
  CHECK(read("{{ \"}}\" }}") == "print:{{ string:\"}}\" close:}} end: ");
}

TEST_CASE("lexer: a tag takes the newline behind it and the blanks before it") {
  CHECK(read("a\n  {% x %}  \nb") == "text:a\n tag:{% name:x close:%} text:  \nb end: ");
  CHECK(read("  {% x %}\n\n") == "tag:{% name:x close:%} text:\n end: ");
  CHECK(read("a {% x %}\nb") == "text:a  tag:{% name:x close:%} text:b end: ");
  CHECK(read("  {# no #}\nb") == "text:b end: ");
}

TEST_CASE("lexer: a print takes nothing") {
  CHECK(read("  {{ x }}\nb") == "text:   print:{{ name:x close:}} text:\nb end: ");
}

TEST_CASE("lexer: a dash takes all blanks on its side") {
  CHECK(read("a \n {{- x -}} \n b") == "text:a print:{{ name:x close:}} text:b end: ");
  CHECK(read("a \n {%- x -%} \n b") == "text:a tag:{% name:x close:%} text:b end: ");
  CHECK(read("a \n {#- x -#} \n b") == "text:a text:b end: ");
}

TEST_CASE("lexer: what is not closed is pointed at where it opens") {
  CHECK(read("ab {{ c") ==
        "text:ab  print:{{ name:c close: end: "
        "a.html:1:4: error: the `{{` that opens here is never closed [template-unclosed]\n   1 | ab {{ c\n     |    "
        "^^\n");
  CHECK(
      read("{# c") ==
      "end: a.html:1:1: error: the `{#` that opens here is never closed [template-unclosed]\n   1 | {# c\n     | ^^\n");
  CHECK(read("{{ 'c }}d") ==
        "print:{{ string:'c  close:}} text:d end: "
        "a.html:1:4: error: the `'` that opens here is never closed [template-unclosed]\n   1 | {{ 'c }}d\n     |    "
        "^\n");
}

TEST_CASE("lexer: a character that is none of the language is one symbol, however many bytes it has") {
  CHECK(read("{{ đ }}") == "print:{{ symbol:đ close:}} end: ");
}
