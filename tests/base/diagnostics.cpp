#include "base/diagnostics.h"

#include <doctest/doctest.h>

using namespace base;

namespace {

Place place(const Source& source, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(source.text.find(words));
  return {&source, {begin, begin + static_cast<std::uint32_t>(words.size())}};
}

std::string english(const Diagnostic& diagnostic) { return to_text(diagnostic, Tongue::en); }

const Source forum{"content/2024/lang-son/forum.yaml", "theme:\n  vi: Lời\nhotlin: \"111\"\n"};

}  // namespace

TEST_CASE("diagnostics: a message has its place, its code, the line with carets, and the hint behind them") {
  const auto diagnostic = Diagnostic{Code::unknown_field, place(forum, "hotlin"), {"hotlin", "forum"}}.hint(
      Hint::did_you_mean, {"hotline"});
  CHECK(english(diagnostic) ==
        "content/2024/lang-son/forum.yaml:3:1: error: unknown field `hotlin` in forum [unknown-field]\n"
        "   3 | hotlin: \"111\"\n"
        "     | ^^^^^^ did you mean `hotline`?");
  CHECK(to_text(diagnostic, Tongue::vi) ==
        "content/2024/lang-son/forum.yaml:3:1: lỗi: không có trường `hotlin` trong forum [unknown-field]\n"
        "   3 | hotlin: \"111\"\n"
        "     | ^^^^^^ ý bạn là `hotline`?");
}

TEST_CASE("diagnostics: further hints have lines of their own, and a note shows its own place") {
  const Source other{"content/2023/lang-son/forum.yaml", "hotline: \"111\"\n"};
  const auto diagnostic = Diagnostic{Code::yaml_duplicate_key, place(forum, "hotlin"), {"hotlin"}}
                              .note(Hint::first_here, place(other, "hotline"))
                              .hint(Hint::rename_to, {"tel"})
                              .hint(Hint::remove_attribute, {"hotlin"});
  CHECK(english(diagnostic) ==
        "content/2024/lang-son/forum.yaml:3:1: error: `hotlin` is given twice [yaml-duplicate-key]\n"
        "   3 | hotlin: \"111\"\n"
        "     | ^^^^^^ rename it to `tel`\n"
        "     | hint: take `hotlin` away\n"
        "content/2023/lang-son/forum.yaml:1:1: note: first here\n"
        "   1 | hotline: \"111\"\n"
        "     | ^^^^^^^");
}

TEST_CASE("diagnostics: columns count characters, and carets stand under what the eye sees") {
  const Source source{"a.yaml", "đường:\tnước e\u0301 漢字 x: 1\n"};
  CHECK(english({Code::unknown_field, place(source, "x"), {"x", "a"}}) ==
        "a.yaml:1:19: error: unknown field `x` in a [unknown-field]\n"
        "   1 | đường:\tnước e\u0301 漢字 x: 1\n"
        "     |       \t            ^");
  CHECK(english({Code::unknown_field, place(source, "漢字"), {"x", "a"}}) ==
        "a.yaml:1:16: error: unknown field `x` in a [unknown-field]\n"
        "   1 | đường:\tnước e\u0301 漢字 x: 1\n"
        "     |       \t       ^^^^");
}

TEST_CASE(
    "diagnostics: a span of several lines is marked on its first; an empty one and the end of the text get one caret") {
  const Source source{"a.md", "one two\nthree"};
  CHECK(english({Code::markdown_raw_html, {&source, {4, 11}}, {"<b>"}}) ==
        "a.md:1:5: error: raw HTML in the text: `<b>` [markdown-raw-html]\n"
        "   1 | one two\n"
        "     |     ^^^");
  CHECK(english({Code::yaml_merge_key, {&source, {4, 4}}}) ==
        "a.md:1:5: error: the merge key `<<` of YAML is not understood here [yaml-merge-key]\n"
        "   1 | one two\n"
        "     |     ^");
  CHECK(english({Code::yaml_merge_key, {&source, {99, 120}}}) ==
        "a.md:2:6: error: the merge key `<<` of YAML is not understood here [yaml-merge-key]\n"
        "   2 | three\n"
        "     |      ^");
}

TEST_CASE("diagnostics: a very long line is cut around the span") {
  const Source source{"a.yaml", "begin " + std::string(5000, 'a') + " HERE " + std::string(5000, 'b')};
  CHECK(english({Code::unknown_option, place(source, "HERE"), {"HERE", "x"}}) ==
        "a.yaml:1:5008: error: `HERE` is not one of the options of `x` [unknown-option]\n"
        "   1 | …" +
            std::string(29, 'a') + " HERE " + std::string(65, 'b') +
            "…\n"
            "     |  " +
            std::string(30, ' ') + "^^^^");
}

TEST_CASE("diagnostics: without a source there is no place, without text no excerpt") {
  CHECK(english({Code::no_pages, {}}) == "error: the site has no pages [no-pages]");
  const Source unread{"content/a.yaml", ""};
  CHECK(english(Diagnostic{Code::not_utf8, {&unread, {}}, {"3"}}.hint(Hint::save_as_utf8)) ==
        "content/a.yaml:1:1: error: line 3 is not UTF-8 text [not-utf8]\n"
        "  hint: open it in an editor and save it as UTF-8");
}

TEST_CASE("diagnostics: what a file says cannot move the cursor of a terminal") {
  const Source source{"a\x1b[2J.yaml", "x: \x1b[31mred\r\n"};
  CHECK(english({Code::unknown_option, place(source, "red"), {"\x1b[0m\nred", "x"}}) ==
        "a\uFFFD[2J.yaml:1:9: error: `\uFFFD[0m red` is not one of the options of `x` [unknown-option]\n"
        "   1 | x: \uFFFD[31mred\uFFFD\n"
        "     |         ^^^");
}

TEST_CASE(
    "diagnostics: they come by path, line, column and code, the same mistake once, in whatever order they were added") {
  const Source a{"a.yaml", "one\ntwo\n"}, b{"b.yaml", "one\n"};
  Diagnostics diagnostics;
  diagnostics.add({Code::missing_translation, {&b, {0, 3}}, {"title", "en"}});
  diagnostics.add({Code::unknown_field, {&a, {4, 7}}, {"two", "x"}});
  diagnostics.add({Code::unknown_field, {&a, {0, 3}}, {"one", "x"}});
  diagnostics.add({Code::unknown_field, {&a, {4, 7}}, {"two", "x"}});
  diagnostics.add({Code::no_pages, {}});
  std::string all;
  for (const Diagnostic& diagnostic : diagnostics.sorted())
    all += english(diagnostic).substr(0, english(diagnostic).find('\n')) + "\n";
  CHECK(all ==
        "error: the site has no pages [no-pages]\n"
        "a.yaml:1:1: error: unknown field `one` in x [unknown-field]\n"
        "a.yaml:2:1: error: unknown field `two` in x [unknown-field]\n"
        "b.yaml:1:1: warning: `title` is missing in `en` [missing-translation]\n");
  CHECK(diagnostics.errors() == 3);
  CHECK(diagnostics.warnings() == 1);
}

TEST_CASE("diagnostics: a missing translation is an error only where the build is strict") {
  Diagnostics gentle, strict(true);
  for (Diagnostics* one : {&gentle, &strict}) {
    one->add({Code::missing_translation, {}, {"title", "en"}});
    one->add({Code::missing_string, {}, {"title", "en"}});
  }
  CHECK_FALSE(gentle.has_errors());
  CHECK(gentle.warnings() == 2);
  CHECK(strict.has_errors());
  CHECK(strict.warnings() == 1);
}

TEST_CASE("diagnostics: as JSON, one object on one line") {
  const auto diagnostic = Diagnostic{Code::yaml_duplicate_key, place(forum, "hotlin"), {"hot\"lin"}}
                              .hint(Hint::rename_to, {"tel"})
                              .note(Hint::first_here, place(forum, "Lời"));
  CHECK(
      to_json(diagnostic, Tongue::en) ==
      R"({"path":"content/2024/lang-son/forum.yaml","line":3,"column":1,"end_line":3,"end_column":7,"severity":"error",)"
      R"("code":"yaml-duplicate-key","message":"`hot\"lin` is given twice","remarks":[{"message":"rename it to `tel`"},)"
      R"({"message":"first here","path":"content/2024/lang-son/forum.yaml","line":2,"column":7,"end_line":2,"end_column":10}]})");
}
