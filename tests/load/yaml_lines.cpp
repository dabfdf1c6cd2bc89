#include "load/yaml_lines.h"

#include <doctest/doctest.h>

namespace {

/// Everything a tree says: text, style and place of each node.
std::string all_of(const load::Node& node) {
  std::string out = std::to_string(static_cast<int>(node.shape)) + std::to_string(static_cast<int>(node.style)) + "@" +
                    std::to_string(node.place.span.begin) + "-" + std::to_string(node.place.span.end) + "“" + node.text + "”";
  for (const auto& item : node.items) out += "[" + all_of(item) + "]";
  for (const auto& pair : node.pairs)
    out += "{" + pair.key + "@" + std::to_string(pair.key_place.span.begin) + "-" + std::to_string(pair.key_place.span.end) + ": " + all_of(pair.value) + "}";
  return out;
}

/// What a part says that lies amid a file, or "-".
std::string lines(const std::string& yaml) {
  const base::Source source{"a.md", "---\n" + yaml + "---\nrest"};
  const auto tree = load::read_lines(source, {4, 4 + static_cast<std::uint32_t>(yaml.size())}, 1000);
  return tree ? all_of(*tree) : "-";
}

/// The same by the library, which reads whatever has a remark in it.
std::string by_library(const std::string& yaml) {
  const std::string marked = yaml + (yaml.ends_with('\n') ? "#\n" : "\n#\n");
  const base::Source source{"a.md", "---\n" + marked + "---\nrest"};
  const base::Span part{4, 4 + static_cast<std::uint32_t>(marked.size())};
  REQUIRE_FALSE(load::read_lines(source, part, 1000));
  base::Diagnostics diagnostics;
  const auto tree = load::parse_yaml(source, part, diagnostics);
  return tree && diagnostics.sorted().empty() ? all_of(*tree) : "-";
}

}  // namespace

TEST_CASE("yaml lines: what is read without the library is read as by the library") {
  for (const std::string yaml : {"title: Diễn đàn trẻ em\n", "title: \"Diễn đàn: trẻ em # 'một' [x] {y} | > & * ! ? - %\"\n", "a: \"\"\nb: x", "a: 08\nb_2: no\nc: 1.50\n",
                                 "date: 2024-06-01\nwhen: 2024-06/2024-09\n", "tags: [một, \"hai, ba\", \"]\"]\n", "tags: [x]\nt: x (90%) a+b_c.d\n", "1: nullity\nx: Null hypothesis\n",
                                 "a: \" two  blanks \"\n", "a: [b c, \"\", d]\n"}) {
    CAPTURE(yaml);
    CHECK(lines(yaml) == by_library(yaml));
    CHECK(lines(yaml) != "-");
  }
}

TEST_CASE("yaml lines: everything else is left to the library") {
  for (const std::string yaml : {"", "\n", "a\n", "a:\n", "a: \n", "a: null\n", "null: a\n", "a: ~\n", "a: b: c\n", "a: b #c\n", "# a\n", "a: b \n", "a:  b\n", "a : b\n", " a: b\n",
                                 "a: - b\n", "a: -b\n", "a: 'b'\n", "a: \"b\n", "a: \"b\" c\n", "a: \"\\n\"\n", "a: \"b\nc\"\n", "a: |\n  b\n", "a: >-\n  b\n", "a: b\n  c\n",
                                 "a:\n  b: c\n", "a:\n- b\n", "a: []\n", "a: [b,c]\n", "a: [b, ]\n", "a: [b\n", "a: [[b]]\n", "a: {b: c}\n", "a: [b] c\n", "a: &b c\n", "a: *b\n",
                                 "a: !b c\n", "<<: a\n", "? a\n", "---\na: b\n", "a: b\n---\n", "a: b\n...\n", "%YAML 1.2\na: b\n", "a: b\na: c\n", "A: b\n", "a\tb: c\n", "a: b\tc\n",
                                 "a: @b\n", "a: `b`\n", "a: b, c\n", "a: b\n\nc: d\n"}) {
    CAPTURE(yaml);
    CHECK(lines(yaml) == "-");
  }
}

TEST_CASE("yaml lines: no more bytes than there may be values") {
  const base::Source source{"a.md", "a: b\n"};
  CHECK(load::read_lines(source, base::whole(source), 5));
  CHECK_FALSE(load::read_lines(source, base::whole(source), 4));
}
