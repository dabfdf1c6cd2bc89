#include <doctest/doctest.h>

#include "support/small_site.h"

using support::check_site;

namespace {

/// What is said of songs with these rules, where one has two verses.
std::string ruled(const std::string& rules, const std::string& more = "") {
  return check_site("== theme/collections/song.yaml ==\nfiles: \"songs/{id}.yaml\"\nfields:\n  title: text\n  year: when\n  of: {kind: reference, to: place}\n"
                    "  verses: {kind: list, fields: {line: word, singers: {kind: list, of: word}}}\nrules:\n" + rules +
                    "== content/songs/slon.yaml ==\ntitle: Slon\nyear: 2024\nverses:\n  - {line: one, singers: [a, b]}\n  - {line: two}\n" + more);
}

}  // namespace

TEST_CASE("rules: a condition of the entry, of the items of a list, and of what lies within them") {
  CHECK(ruled("  r: {must: entry.year.last < \"2025\", say: too late}\n") == "");
  CHECK(ruled("  r: {must: entry.year.last < \"2024\", at: year, say: \"before 2024, not in {}\", show: entry.year}\n") ==
        "content/songs/slon.yaml:2:7: error: before 2024, not in 2024 (rule `r`) [rule-broken]\n"
        "   2 | year: 2024\n"
        "     |       ^^^^\n");
  CHECK(ruled("  r: {each: verses, should: item.line == \"one\", at: line, say: \"one, not {}\", show: item.line}\n") ==
        "content/songs/slon.yaml:5:12: warning: one, not two (rule `r`) [rule-warning]\n"
        "   5 |   - {line: two}\n"
        "     |            ^^^\n");
  CHECK(ruled("  r: {each: verses.singers, must: item == entry.title, say: x}\n") ==
        "content/songs/slon.yaml:4:27: error: x (rule `r`) [rule-broken]\n"
        "   4 |   - {line: one, singers: [a, b]}\n"
        "     |                           ^\n"
        "content/songs/slon.yaml:4:30: error: x (rule `r`) [rule-broken]\n"
        "   4 |   - {line: one, singers: [a, b]}\n"
        "     |                              ^\n");
  CHECK(ruled("  r: {each: [verses.line, year], must: item == \"two\", say: x}\n") ==
        "content/songs/slon.yaml:2:7: error: x (rule `r`) [rule-broken]\n"
        "   2 | year: 2024\n"
        "     |       ^^^^\n"
        "content/songs/slon.yaml:4:12: error: x (rule `r`) [rule-broken]\n"
        "   4 |   - {line: one, singers: [a, b]}\n"
        "     |            ^^^\n");
  CHECK(ruled("  r: {must: entry.title == \"x\", say: y}\n") == "content/songs/slon.yaml:1:1: error: y (rule `r`) [rule-broken]\n");
}

TEST_CASE("rules: different things said of one place are all told") {
  CHECK(ruled("  r: {each: verses, must: false, say: \"{}\", show: item.line}\n", "") ==
        "content/songs/slon.yaml:4:5: error: one (rule `r`) [rule-broken]\n"
        "   4 |   - {line: one, singers: [a, b]}\n"
        "     |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "content/songs/slon.yaml:5:5: error: two (rule `r`) [rule-broken]\n"
        "   5 |   - {line: two}\n"
        "     |     ^^^^^^^^^^^\n");
  CHECK(ruled("  r: {each: verses, must: false, at: singers, say: \"{}\", show: item.line}\n  s: {must: false, say: x}\n").find("x (rule `s`)") != std::string::npos);
}

TEST_CASE("rules: what is not there breaks nothing by itself, and today is only there where it is given") {
  CHECK(ruled("  r: {must: not (entry.of.name < \"b\"), say: x}\n") == "");
  CHECK(ruled("  r: {must: today is none, say: x}\n") == "");
  CHECK(ruled("  r: {each: nothing.here, must: false, say: x}\n") == "");
}

TEST_CASE("rules: mistakes in the declaration and in the expression point into the theme") {
  CHECK(ruled("  R: {must: \"true\", say: x}\n  a: {say: x}\n  b: {should: entry.x, must: \"true\", say: y}\n  c: {must: \"'\\\"'\", say: x}\n  d: [a]\n") ==
        R"(theme/collections/song.yaml:8:3: error: the name `R` is not made of a-z, 0-9 and - with a letter first [name-not-plain]
   8 |   R: {must: "true", say: x}
     |   ^
theme/collections/song.yaml:9:6: error: `a` has no attribute `must` [missing-attribute]
   9 |   a: {say: x}
     |      ^^^^^^^^ write `must: …`
theme/collections/song.yaml:10:24: error: unknown attribute `must` of `b` [unknown-attribute]
  10 |   b: {should: entry.x, must: "true", say: y}
     |                        ^^^^ known here: `each`, `at`, `should`, `say`, `show`
theme/collections/song.yaml:11:13: error: `must` is text where text on one line without `\` is expected [wrong-shape]
  11 |   c: {must: "'\"'", say: x}
     |             ^^^^^^ write it like `'entry.theme != ""'`
theme/collections/song.yaml:12:6: error: `d` is a list where a mapping is expected [wrong-shape]
  12 |   d: [a]
     |      ^^^
)");
  CHECK(ruled("  r: {must: entri.title, say: x}\n  s: {must: entry.titel, say: x}\n  t: {must: entry.title ==, say: x}\n  u: {must: 1 2, say: x}\n  v: {must: '\"a', say: x}\n") ==
        R"(theme/collections/song.yaml:8:13: error: nothing is called `entri` here [template-undefined]
   8 |   r: {must: entri.title, say: x}
     |             ^^^^^ did you mean `entry`?
theme/collections/song.yaml:10:27: error: `…` is not understood here where `value` is expected [template-syntax]
  10 |   t: {must: entry.title ==, say: x}
     |                           ^
theme/collections/song.yaml:11:15: error: `2` is not understood here where `and` is expected [template-syntax]
  11 |   u: {must: 1 2, say: x}
     |               ^
theme/collections/song.yaml:12:14: error: the `"` that opens here is never closed [template-unclosed]
  12 |   v: {must: '"a', say: x}
     |              ^
)");
  CHECK(ruled("  s: {must: entry.titel, say: x}\n") ==
        R"(theme/collections/song.yaml:8:19: error: nothing is called `song.titel` here [template-undefined]
   8 |   s: {must: entry.titel, say: x}
     |                   ^^^^^ did you mean `title`?
)");
}

TEST_CASE("rules: what is not published yet is only warned of") {
  const std::string song = "== content/songs/next.yaml ==\ntitle: Next\nyear: 2030\n";
  const std::string rule = "  r: {must: entry.year.last < \"2025\", at: year, say: too late}\n";
  CHECK(ruled(rule, song + "status: draft\n") ==
        "content/songs/next.yaml:2:7: warning: too late (rule `r`) [rule-broken]\n"
        "   2 | year: 2030\n"
        "     |       ^^^^\n");
  CHECK(ruled(rule, song).find("next.yaml:2:7: error: too late") != std::string::npos);
}
