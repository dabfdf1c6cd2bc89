#include "load/yaml_skeleton.h"

#include <doctest/doctest.h>

#include "load/yaml.h"

using load::Skeleton;

TEST_CASE("skeleton: a long text in quotes that fills its line is taken out") {
  const Skeleton skeleton("title: \"a text of twenty four ch\"\ndate: 2024\n  note: \"a second text of some length\"\nend: x\n");
  CHECK(skeleton.text() == "title: \"\"\ndate: 2024\n  note: \"\"\nend: x\n");
  CHECK(skeleton.in_yaml(7) == 7);                // the opening quote
  CHECK(skeleton.in_yaml(8) == 8 + 24);           // the closing one
  CHECK(skeleton.in_yaml(10) == 10 + 24);         // `date`
  CHECK(skeleton.in_yaml(29) == 29 + 24);         // the second opening quote
  CHECK(skeleton.in_yaml(32) == 32 + 24 + 28);    // `end`
}

TEST_CASE("skeleton: nothing is taken out where it could mean something else") {
  for (const std::string_view yaml : {
           "a: \"short\"\n",
           "a: \"a text with an escape \\n in it\"\n",
           "a: \"a text with words behind it\" # so\n",
           "a: |\n  b: \"part of a block, not a value\"\n",
           "a: 'x\n  b: \"part of a quote, not a value\"'\n",
           "a: \"opens here\n\nb: \"and this is not a value at all\"\n",
           "a: [\"one of several in brackets\"]\n",
           "- a: \"an item of a list is left alone\"\n",
       })
    CHECK(Skeleton(yaml).text() == yaml);
}

TEST_CASE("skeleton: the tree and the places of mistakes are those of the file") {
  const base::Source source{"a.yaml", "title: \"Lắng nghe trẻ em nói lên ý kiến\"\nsummary: \"Một câu khá dài cho trẻ em\"\ntitle: x\n"};
  base::Diagnostics diagnostics;
  const auto tree = load::parse_yaml(source, base::whole(source), diagnostics);
  REQUIRE(tree);
  CHECK(tree->find("title")->text == "Lắng nghe trẻ em nói lên ý kiến");
  CHECK(tree->find("summary")->text == "Một câu khá dài cho trẻ em");
  const auto span = tree->find("summary")->place.span;
  CHECK(source.text.substr(span.begin, span.end - span.begin) == "\"Một câu khá dài cho trẻ em\"");
  REQUIRE(diagnostics.sorted().size() == 1);
  CHECK(to_text(diagnostics.sorted()[0], base::Tongue::en) ==
        "a.yaml:3:1: error: `title` is given twice [yaml-duplicate-key]\n"
        "   3 | title: x\n"
        "     | ^^^^^\n"
        "a.yaml:1:1: note: first here\n"
        "   1 | title: \"Lắng nghe trẻ em nói lên ý kiến\"\n"
        "     | ^^^^^");
}
