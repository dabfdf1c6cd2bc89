#include "load/yaml.h"

#include <doctest/doctest.h>
#include <pthread.h>

namespace {

struct Read {
  base::Source source;
  base::Diagnostics diagnostics;
  std::optional<load::Node> tree;

  explicit Read(std::string text, std::size_t limit = load::most_values) : source{"a.yaml", std::move(text)} {
    tree = load::parse_yaml(source, base::whole(source), diagnostics, limit);
  }
  Read(const Read&) = delete;
  Read& operator=(const Read&) = delete;
  std::string messages() const {
    std::string out;
    for (const auto& one : diagnostics.sorted()) out += to_text(one, base::Tongue::en) + "\n";
    return out;
  }
  std::string said(base::Place place) const { return source.text.substr(place.span.begin, place.span.end - place.span.begin); }
};

std::string messages(std::string text) { return Read(std::move(text)).messages(); }

/// The tree on one line: {a: "text", b: [ … ]}.
std::string shape(const load::Node& node) {
  std::string out;
  switch (node.shape) {
    case load::Node::Shape::nothing: return "-";
    case load::Node::Shape::scalar: return "\"" + node.text + "\"";
    case load::Node::Shape::sequence:
      for (const auto& item : node.items) out += (out.empty() ? "" : ", ") + shape(item);
      return "[" + out + "]";
    case load::Node::Shape::mapping:
      for (const auto& pair : node.pairs) out += (out.empty() ? "" : ", ") + pair.key + ": " + shape(pair.value);
      return "{" + out + "}";
  }
  return out;
}
std::string shape(std::string text) {
  const Read read(std::move(text));
  return read.tree ? shape(*read.tree) : read.messages();
}

std::string repeated(std::string_view text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

/// The code of the first mistake, "[…]".
std::string code(const std::string& messages) {
  const auto begin = messages.find(" [");
  return begin == messages.npos ? messages : messages.substr(begin + 2, messages.find(']', begin) - begin - 2);
}

}  // namespace

TEST_CASE("yaml: scalars stay what was typed") {
  CHECK(shape("a: 08\nb: no\nc: 111\nd: 1.50\ne: 2024-06-01\nf: Null hypothesis\n") ==
        R"({a: "08", b: "no", c: "111", d: "1.50", e: "2024-06-01", f: "Null hypothesis"})");
  CHECK(shape("a: \"x: \\\"y\\\"\"\nb: 'it''s'\nc: |\n  two\n  lines\nd: >-\n  one\n  line\ne: plain\n  too\n") ==
        "{a: \"x: \"y\"\", b: \"it's\", c: \"two\nlines\n\", d: \"one line\", e: \"plain too\"}");
}

TEST_CASE("yaml: nothing is nothing, and an empty text is a text") {
  CHECK(shape("a:\nb: ~\nc: null\nd: \"\"\ne:\n  -\n  - x\nnull: 1\n") == R"({a: -, b: -, c: -, d: "", e: [-, "x"], null: "1"})");
  CHECK(shape("") == "-");
  CHECK(shape("# only a remark\n") == "-");
}

TEST_CASE("yaml: lists and mappings, as blocks and in brackets") {
  CHECK(shape("---\na:\n- x\n- k: 1\n  l: 2\nb: {vi: Xin, en: Hi}\nc: [1, [2, 3], {d: 4}]\n\"e f\": 5\n") ==
        R"({a: ["x", {k: "1", l: "2"}], b: {vi: "Xin", en: "Hi"}, c: ["1", ["2", "3"], {d: "4"}], e f: "5"})");
}

TEST_CASE("yaml: everything knows where it was written") {
  const Read read("đầu: Chào  # ghi chú\nb: \"hai\"\nc:\n  - x: 1\n    y: 2\n  - z\nd: [1, {e: 2}]\nf:\ng: 'it''s'\nh: one\n  two\n");
  REQUIRE(read.tree);
  CHECK(read.said(read.tree->place) == "đầu");
  CHECK(read.said(read.tree->pairs[0].key_place) == "đầu");
  CHECK(read.said(read.tree->find("đầu")->place) == "Chào");
  CHECK(read.said(read.tree->find("b")->place) == "\"hai\"");
  CHECK(read.said(read.tree->find("c")->place) == "- x: 1");
  CHECK(read.said(read.tree->find("c")->items[0].place) == "x");
  CHECK(read.said(read.tree->find("c")->items[1].place) == "z");
  CHECK(read.said(read.tree->find("d")->place) == "[1, {e: 2}]");
  CHECK(read.said(read.tree->find("d")->items[1].place) == "{e: 2}");
  CHECK(read.said(read.tree->find("f")->place) == "f");
  CHECK(read.said(read.tree->find("g")->place) == "'it''s'");
  CHECK(read.said(read.tree->find("h")->place) == "one\n  two");
  CHECK(read.tree->find("i") == nullptr);
}

TEST_CASE("yaml: a text knows how its lines lie in the file") {
  const Read read("a: plain\nb: \"quoted\"\nc: |\n\n    # one\n      two\nd: >\n  folded\ne: \"a\\nb\"\nf: |2\n    deep\n  less\n");
  REQUIRE(read.tree);
  const auto from = [&](const char* key) {
    const auto at = load::text_place(*read.tree->find(key));
    return std::to_string(at.line_for_line) + " " + std::to_string(at.indent) + " " + read.source.text.substr(at.place.span.begin, 6);
  };
  CHECK(from("a") == "1 0 plain\n");
  CHECK(from("b") == "1 0 quoted");
  CHECK(from("c") == "1 4 \n    #");
  CHECK(read.tree->find("c")->text == "\n# one\n  two\n");
  CHECK(from("d") == "0 0 >\n  fo");
  CHECK(from("e") == "0 0 \"a\\nb\"");
  CHECK(from("f") == "1 2     de");
}

TEST_CASE("yaml: a part of a file has its own lines") {
  const base::Source source{"a.md", "---\ntitle: a\ntitle: b\n---\ntext: c: d\n"};
  base::Diagnostics diagnostics;
  const auto tree = load::parse_yaml(source, {4, 22}, diagnostics);
  REQUIRE(tree);
  CHECK(shape(*tree) == R"({title: "a"})");
  CHECK(to_text(diagnostics.sorted().at(0), base::Tongue::en) ==
        "a.md:3:1: error: `title` is given twice [yaml-duplicate-key]\n"
        "   3 | title: b\n"
        "     | ^^^^^\n"
        "a.md:2:1: note: first here\n"
        "   2 | title: a\n"
        "     | ^^^^^");
}

TEST_CASE("yaml: every key that is there twice is reported, and the first one counts") {
  const Read read("a: 1\nb: {c: 2, c: 3}\na: 4\na: 5\n");
  CHECK(shape(*read.tree) == R"({a: "1", b: {c: "2"}})");
  CHECK(read.messages() ==
        "a.yaml:2:11: error: `c` is given twice [yaml-duplicate-key]\n"
        "   2 | b: {c: 2, c: 3}\n"
        "     |           ^\n"
        "a.yaml:2:5: note: first here\n"
        "   2 | b: {c: 2, c: 3}\n"
        "     |     ^\n"
        "a.yaml:3:1: error: `a` is given twice [yaml-duplicate-key]\n"
        "   3 | a: 4\n"
        "     | ^\n"
        "a.yaml:1:1: note: first here\n"
        "   1 | a: 1\n"
        "     | ^\n"
        "a.yaml:4:1: error: `a` is given twice [yaml-duplicate-key]\n"
        "   4 | a: 5\n"
        "     | ^\n"
        "a.yaml:1:1: note: first here\n"
        "   1 | a: 1\n"
        "     | ^\n");
}

TEST_CASE("yaml: anchors, aliases, tags and merge keys are all reported") {
  CHECK(messages("a: &x 1\nb: *x\nc: !!str 2\n<<: d\ne: ! f\n") ==
        "a.yaml:1:4: error: an anchor `&x` of YAML is not understood here [yaml-anchor]\n"
        "   1 | a: &x 1\n"
        "     |    ^^ write the text itself\n"
        "a.yaml:2:4: error: an alias `*x` of YAML is not understood here [yaml-alias]\n"
        "   2 | b: *x\n"
        "     |    ^^ write the text itself\n"
        "a.yaml:3:4: error: a tag `!!str` of YAML is not understood here [yaml-tag]\n"
        "   3 | c: !!str 2\n"
        "     |    ^^^^^ write the text itself\n"
        "a.yaml:4:1: error: the merge key `<<` of YAML is not understood here [yaml-merge-key]\n"
        "   4 | <<: d\n"
        "     | ^^ write the text itself\n"
        "a.yaml:5:4: error: a tag `!` of YAML is not understood here [yaml-tag]\n"
        "   5 | e: ! f\n"
        "     |    ^ write the text itself\n");
}

TEST_CASE("yaml: `!confirm` marks the value behind it, whatever that is") {
  const Read read("a: !confirm b\nc: !confirm {d: e}\nf: !confirm\n  g: h\ni: !confirm  # nothing yet\nj: !confirm\n\n  # k\n  - l\nm:\n  - !confirm \"n\"\n  - o\np: !confirm\n");
  CHECK(read.messages() == "");
  REQUIRE(read.tree);
  CHECK(shape(*read.tree) == R"({a: "b", c: {d: "e"}, f: {g: "h"}, i: -, j: ["l"], m: ["n", "o"], p: -})");
  std::string marked;
  for (const auto& pair : read.tree->pairs)
    if (pair.value.confirm.source) marked += pair.key + " " + std::to_string(pair.value.confirm.span.begin) + " " + read.said(pair.value.confirm) + "\n";
  CHECK(marked == "a 3 !confirm\nc 17 !confirm\nf 36 !confirm\ni 55 !confirm\nj 82 !confirm\np 133 !confirm\n");
  const auto& items = read.tree->find("m")->items;
  CHECK(items[0].confirm.source);
  CHECK_FALSE(items[1].confirm.source);
  CHECK_FALSE(read.tree->find("f")->find("g")->confirm.source);
}

TEST_CASE("yaml: `!confirm` is for values, and other tags are none") {
  CHECK(code(messages("!confirm a: b\n")) == "yaml-tag");
  CHECK(code(messages("a: !confirmed b\n")) == "yaml-tag");
  CHECK(code(messages("a: !confirm &x b\n")) == "yaml-anchor");
}

TEST_CASE("yaml: an alias of itself and an alias bomb end at the first alias") {
  CHECK(code(messages("a: &x [*x]\n")) == "yaml-anchor");
  std::string bomb = "a0: &a0 [x, x]\n";
  for (int i = 1; i < 28; ++i) {
    const std::string above = "*a" + std::to_string(i - 1), name = "a" + std::to_string(i);
    bomb += name + ": &" + name + " [" + above + ", " + above + "]\n";
  }
  const Read read(bomb);
  CHECK(!read.tree);
  CHECK(read.diagnostics.errors() == 28 + 2 * 27);
}

TEST_CASE("yaml: Markdown that looks like an alias is to be put in quotes") {
  CHECK(messages("a: *bold* words\n") ==
        "a.yaml:1:4: error: an alias `*bold*` of YAML is not understood here [yaml-alias]\n"
        "   1 | a: *bold* words\n"
        "     |    ^^^^^^ put it in quotes: \"*bold* words\"\n");
  CHECK(messages("a: @x\n") ==
        "a.yaml:1:4: error: nothing can begin with `@` here [yaml-reserved-character]\n"
        "   1 | a: @x\n"
        "     |    ^ put it in quotes: \"@x\"\n");
  CHECK(messages("a: > 18 \"tuổi\"\n") ==
        "a.yaml:1:4: error: nothing can begin with `>` here [yaml-reserved-character]\n"
        "   1 | a: > 18 \"tuổi\"\n"
        "     |    ^ put it in quotes: \"> 18 \\\"tuổi\\\"\"\n");
}

TEST_CASE("yaml: a second document is refused, a first line `---` is fine") {
  CHECK(messages("---\na: 1\n").empty());
  CHECK(messages("a: 1\n---\nb: 2\n") ==
        "a.yaml:2:1: error: a second document begins in the same file [yaml-second-document]\n"
        "   2 | ---\n"
        "     | ^^^ a file holds one document: take the `---` away\n");
  CHECK(code(messages("a: 1\n---\n")) == "yaml-second-document");
  CHECK(code(messages("a: 1\n...\nb: 2\n")) == "yaml-second-document");
}

TEST_CASE("yaml: a line with `%`, which the library believes in silence, is refused") {
  CHECK(messages("a: 1\n%b: 2\n") ==
        "a.yaml:2:1: error: nothing can begin with `%` here [yaml-reserved-character]\n"
        "   2 | %b: 2\n"
        "     | ^\n");
  CHECK(code(messages("%YAML 1.2\n---\na: 1\n")) == "yaml-reserved-character");
}

TEST_CASE("yaml: keys are words") {
  CHECK(messages("? a\n: 1\n") ==
        "a.yaml:1:1: error: a key is not a plain word [yaml-key-not-plain]\n"
        "   1 | ? a\n"
        "     | ^\n");
  for (const char* text : {"[a]: 1\n", "{a: b}: 1\n", "? [a]\n", ": 1\n", "? |\n  a\n: 1\n", "a: {{ x }}\n"})
    CHECK(code(messages(text)) == "yaml-key-not-plain");
}

TEST_CASE("yaml: a quote that is not closed is shown where it opens, not where the reader noticed") {
  const std::string said =
      "a.yaml:2:4: error: the quote that opens here does not close on its line [yaml-multiline-quote]\n"
      "   2 | b: \"two\n"
      "     |    ^ close the quote at the end of the line\n";
  CHECK(messages("a: 1\nb: \"two\nc: 3\n") == said);
  CHECK(messages("a: 1\nb: \"two\nc: \"three\"\n") == said);
  CHECK(messages("a: 1 # don't\nb: \"two\nc: 3").starts_with("a.yaml:2:4: "));
  CHECK(code(messages("a: 'x\n  y'\n")) == "yaml-multiline-quote");
}

TEST_CASE("yaml: a line without a colon is shown, wherever the reader noticed") {
  const std::string said =
      "a.yaml:2:1: error: the line `b` has no colon [yaml-missing-colon]\n"
      "   2 | b\n"
      "     | ^ write `b: …`\n";
  CHECK(messages("a: 1\nb\n") == said);
  CHECK(messages("a: 1\nb\nc: 2\n") == said);
  CHECK(messages("ten:An\nb: 2\n") ==
        "a.yaml:1:1: error: a blank is missing behind `ten:` [yaml-blank-missing]\n"
        "   1 | ten:An\n"
        "     | ^^^^ write `ten: …`\n");
  CHECK(messages("Diễn đàn trẻ em\n") ==
        "a.yaml:1:1: error: the line `Diễn đàn trẻ em` has no colon [yaml-missing-colon]\n"
        "   1 | Diễn đàn trẻ em\n"
        "     | ^^^^^^^^^^^^^^^\n");
  CHECK(code(messages("{a, b: 1}\n")) == "yaml-missing-colon");
}

TEST_CASE("yaml: a colon within a value asks for quotes") {
  CHECK(messages("theme: Trẻ em: \"hôm nay\"\n") ==
        "a.yaml:1:14: error: there is a second colon on this line [yaml-colon-in-value]\n"
        "   1 | theme: Trẻ em: \"hôm nay\"\n"
        "     |              ^ put it in quotes: \"Trẻ em: \\\"hôm nay\\\"\"\n");
  CHECK(base::to_text(Read("- a: b: c\n").diagnostics.sorted().at(0), base::Tongue::vi) ==
        "a.yaml:1:7: lỗi: trên dòng này có thêm một dấu hai chấm [yaml-colon-in-value]\n"
        "   1 | - a: b: c\n"
        "     |       ^ đặt trong dấu ngoặc kép: \"b: c\"");
}

TEST_CASE("yaml: text behind a closing quote or bracket") {
  CHECK(messages("a: \"Hành động\" vì trẻ em\n") ==
        "a.yaml:1:16: error: there is more behind the closing `\"` [yaml-text-after]\n"
        "   1 | a: \"Hành động\" vì trẻ em\n"
        "     |                ^^^^^^^^^ write it like '\"Hành động\" vì trẻ em'\n");
  CHECK(messages("a: [Mới] Diễn đàn\n") ==
        "a.yaml:1:10: error: there is more behind the closing `]` [yaml-text-after]\n"
        "   1 | a: [Mới] Diễn đàn\n"
        "     |          ^^^^^^^^ put it in quotes: \"[Mới] Diễn đàn\"\n");
}

TEST_CASE("yaml: tabs are shown, also where the library takes the line for a continuation") {
  const std::string said =
      "a.yaml:2:1: error: this line is indented with a tab [yaml-tab]\n"
      "   2 | \tb: 1\n"
      "     | ^ indent with spaces, not with tabs\n";
  CHECK(messages("a:\n\tb: 1\n") == said);
  CHECK(code(messages("a:\n  - x\n\t- y\n")) == "yaml-tab");
  CHECK(code(messages("\ta: 1\n")) == "yaml-tab");
}

TEST_CASE("yaml: a line that is not indented like its neighbours") {
  CHECK(messages("a: 1\n  b: 2\n") ==
        "a.yaml:2:3: error: this line is not indented like the lines around it [yaml-indentation]\n"
        "   2 |   b: 2\n"
        "     |   ^^^^\n");
  for (const char* text : {"  a: 1\nb: 2\n", "a:\n  b: 1\n c: 2\n", "a:\n  - x\n - y\n", "a:\n  - x\n    - y\n", "a: |\n  x\n y\nb: 1\n"})
    CHECK(code(messages(text)) == "yaml-indentation");
}

TEST_CASE("yaml: brackets that are not closed, commas that are missing, escapes that are not known") {
  CHECK(messages("a: [1, 2\nb: 3\n") ==
        "a.yaml:1:4: error: the `[` that opens here is never closed [yaml-bracket-open]\n"
        "   1 | a: [1, 2\n"
        "     |    ^\n");
  CHECK(code(messages("a: {x: 1\n")) == "yaml-bracket-open");
  CHECK(messages("a: [\"x\" \"y\"]\n") ==
        "a.yaml:1:9: error: a comma is missing before this [yaml-comma-missing]\n"
        "   1 | a: [\"x\" \"y\"]\n"
        "     |         ^\n");
  CHECK(messages("a: \"C:\\qua\"\n") ==
        "a.yaml:1:7: error: `\\q` means nothing within double quotes [yaml-escape]\n"
        "   1 | a: \"C:\\qua\"\n"
        "     |       ^^ write it like \\\\q\n");
}

TEST_CASE("yaml: sixteen levels, and not one more") {
  CHECK(messages(repeated("- ", 16) + "x\n").empty());
  CHECK(messages(repeated("- ", 17) + "x\n") ==
        "a.yaml:1:33: error: this is nested deeper than 16 levels [yaml-too-deep]\n"
        "   1 | " + repeated("- ", 17) + "x\n" +
        "     | " + std::string(32, ' ') + "^\n");
}

TEST_CASE("yaml: ten thousand nested lists end at once, on a small stack too") {
  const auto read = [](void* found) -> void* {
    auto& codes = *static_cast<std::vector<std::string>*>(found);
    for (const auto& text : {repeated("- ", 10'000), repeated("[", 10'000) + repeated("]", 10'000), repeated("[", 10'000), "a: " + repeated("{a: ", 10'000)})
      codes.push_back(code(messages(text)));
    std::string steps;
    for (int i = 0; i < 900; ++i) steps += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
    codes.push_back(code(messages(steps)));
    return nullptr;
  };
  std::vector<std::string> codes;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 512 * 1024);
  pthread_t thread;
  REQUIRE(pthread_create(&thread, &attributes, read, &codes) == 0);
  pthread_join(thread, nullptr);
  pthread_attr_destroy(&attributes);
  CHECK(codes == std::vector<std::string>{"yaml-too-deep", "yaml-too-deep", "yaml-bracket-open", "yaml-too-deep", "yaml-too-deep"});
}

TEST_CASE("yaml: ten thousand values, and not one more, unless the file is a list of many") {
  const std::string items = repeated("- x\n", static_cast<int>(load::most_values) - 1);  // and the list itself
  CHECK(messages(items).empty());
  CHECK(messages(items + "- last\n") ==
        "a.yaml:10000:3: error: the file has more than 10000 values [yaml-too-large]\n"
        "10000 | - last\n"
        "      |   ^^^^\n");
  CHECK(Read(items + "- last\n", load::most_values_of_a_list).messages().empty());
}

TEST_CASE("yaml: a file with nothing but mistakes ends after a hundred") {
  CHECK(Read(repeated("- !a x\n", 5'000)).diagnostics.errors() == 100);
}

TEST_CASE("yaml: no escape brings in a character that nobody sees") {
  CHECK(code(messages("a: \"x\\0y\"\n")) == "control-character");
  CHECK(code(messages("a: \"x\\ry\"\n")) == "control-character");
  CHECK(code(messages("a: \"x\\u202Ey\"\n")) == "control-character");
  CHECK(messages("a: \"x\\n\\ty\"\n") == "");
}
