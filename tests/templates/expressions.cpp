#include <doctest/doctest.h>

#include "templates/sample_site.h"

using tests::made_of;
using tests::sample_of;

namespace {

/// What `{{ expression }}` prints.
std::string value(const std::string& expression) { return sample_of("{{ " + expression + " }}"); }
/// Whether a condition holds.
bool holds(const std::string& condition) {
  const std::string text = sample_of("{% if " + condition + " %}yes{% else %}no{% endif %}");
  CHECK_MESSAGE((text == "yes" || text == "no"), text);
  return text == "yes";
}

}  // namespace

TEST_CASE("expressions: literals") {
  CHECK(value("'a' ~ \"b\"") == "ab");
  CHECK(value("'it\\'s \\\\ \\\"q\\\"'") == "it&#39;s \\ &quot;q&quot;");
  CHECK(value("none") == "");
  CHECK(value("1234567.25") == "1.234.567,25");
  CHECK(value("[1, 2, 3] | join('-')") == "1-2-3");
}

TEST_CASE("expressions: sums of numbers") {
  CHECK(value("1 + 2 - 5") == "-2");
  CHECK(value("-3 + 4") == "1");
  CHECK(value("1 - -1") == "2");
  CHECK(value("0.1 + 0.2") == "0,3");
  CHECK(value("forum.share - 4") == "140");
}

TEST_CASE("expressions: sums of lists") {
  CHECK(value("([1, 2] + [3]) | join") == "1, 2, 3");
  CHECK(value("(words + [] + ['x']) | last") == "x");
  CHECK(value("(words + [1]) | length") == value("(words | length) + 1"));
}

TEST_CASE("expressions: comparisons") {
  CHECK(holds("1 < 2"));
  CHECK(holds("2 <= 2"));
  CHECK(holds("3 > 2"));
  CHECK(holds("3 >= 3"));
  CHECK_FALSE(holds("3 != 3"));
  CHECK(holds("'ao' < 'ăn'"));
  CHECK(holds("'dê' < 'đèn'"));
  CHECK(holds("forum.when == '2024-06-01'"));
  CHECK(holds("forum.when > forums[1].when"));
  CHECK(holds("forum.when.last >= '2024-06-01'"));
  CHECK(holds("forum.when < '2024-06-02'"));
  CHECK(holds("forum.share > 100"));
  CHECK_FALSE(holds("nothing < 1"));
}

TEST_CASE("expressions: a choice is equal to its name, a reference to its id and to its entry") {
  CHECK(holds("forum.status == 'planned'"));
  CHECK(holds("forum.place == 'lang-son'"));
  CHECK(holds("forum.place == forums[2].place"));
  CHECK_FALSE(holds("forum.place == forums[1].place"));
  CHECK(holds("forum.collection == 'forum'"));
  CHECK(holds("page == page"));
  CHECK(holds("nothing == none"));
  CHECK(holds("[1, 'a'] == [1, 'a']"));
  CHECK_FALSE(holds("1 == '1'"));
}

TEST_CASE("expressions: in") {
  CHECK(holds("'ao' in words"));
  CHECK(holds("'bò' not in words"));
  CHECK(holds("'planned' in [forum.status]"));
  CHECK(holds("'mơ' in forum.title"));
  CHECK_FALSE(holds("1 in nothing"));
}

TEST_CASE("expressions: and, or and not give one of their values and stop early") {
  CHECK(value("nothing or 'b'") == "b");
  CHECK(value("'a' and 'b'") == "b");
  CHECK(value("'' or 0 or 'c'") == "c");
  CHECK(holds("not nothing and not false"));
  CHECK(holds("not 'a' in ['b']"));
  CHECK(holds("true or nothing | length | sort"));
}

TEST_CASE("expressions: what holds tighter") {
  CHECK(value("1 - 1 ~ 'x' | length") == "01");
  CHECK(value("'a' if false else 'b' if false else 'c'") == "c");
  CHECK(holds("1 + 1 == 2 and not 1 == 2 or false"));
  CHECK(value("(1 + 2) ~ ''") == "3");
}

TEST_CASE("expressions: tests") {
  CHECK(holds("nothing is none"));
  CHECK(holds("forum.empty is none"));
  CHECK(holds("forum.title is not none"));
  CHECK(holds("[] is empty"));
  CHECK(holds("'' is empty"));
  CHECK(holds("words is not empty"));
  CHECK_FALSE(holds("false is empty"));
}

TEST_CASE("expressions: a text counts as true where any language has it") {
  CHECK(sample_of("{% if forums[1].title %}yes{% endif %}", 1) == "yes");
  CHECK(sample_of("{% if forums[1].title | in_language('en') %}yes{% else %}no{% endif %}", 1) == "no");
}

TEST_CASE("expressions: items by number and name") {
  CHECK(value("words[0]") == "đèn");
  CHECK(value("words[9]") == "");
  CHECK(value("forum['phone']") == "1800 1567");
  CHECK(value("forum.sessions[0].venue") == "Nhà văn hoá");
}

TEST_CASE("expressions: an attribute of nothing is nothing") { CHECK(value("forum.empty.whatever.more") == ""); }

TEST_CASE("expressions: mistakes say what stands there and what is expected") {
  CHECK(made_of("{{ }}") ==
        "page.html:1:4: error: `}}` is not understood here where `value` is expected [template-syntax]\n   1 | {{ }}\n "
        "    |    ^^\n");
  CHECK(made_of("{{ 1 + }}") ==
        "page.html:1:8: error: `}}` is not understood here where `value` is expected [template-syntax]\n   1 | {{ 1 + "
        "}}\n     |        ^^\n");
  CHECK(made_of("{{ 1 * 2 }}") ==
        "page.html:1:6: error: `*` is not understood here where `}}` is expected [template-syntax]\n   1 | {{ 1 * 2 "
        "}}\n     |      ^\n");
  CHECK(made_of("{{ 1 < 2 < 3 }}") ==
        "page.html:1:10: error: `<` is not understood here where `}}` is expected [template-syntax]\n   1 | {{ 1 < 2 < "
        "3 }}\n     |          ^\n");
  CHECK(made_of("{{ (1 }}") ==
        "page.html:1:7: error: `}}` is not understood here where `)` is expected [template-syntax]\n   1 | {{ (1 }}\n  "
        "   |       ^^\n");
  CHECK(made_of("{{ 'a' if 1 }}") ==
        "page.html:1:13: error: `}}` is not understood here where `else` is expected [template-syntax]\n   1 | {{ 'a' "
        "if 1 }}\n     |             ^^\n");
  CHECK(made_of("{{ 'a' %}") ==
        "page.html:1:8: error: `%}` is not understood here where `}}` is expected [template-syntax]\n   1 | {{ 'a' "
        "%}\n     |        ^^\n");
}

TEST_CASE("expressions: values that do not fit are mistakes where they are used") {
  CHECK(value("'a' + 1") ==
        "page.html:1:4: error: `+` does not work on text [template-wrong-value]\n   1 | {{ 'a' + 1 }}\n     |    "
        "^^^^^^^\n");
  CHECK(value("words < 1") ==
        "page.html:1:4: error: `<` does not work on list [template-wrong-value]\n   1 | {{ words < 1 }}\n     |    "
        "^^^^^^^^^\n");
  CHECK(value("words ~ 'a'") ==
        "page.html:1:4: error: `~` does not work on list [template-wrong-value]\n   1 | {{ words ~ 'a' }}\n     |    "
        "^^^^^^^^^^^\n");
  CHECK(value("'' if 1 in 2 else ''") ==
        "page.html:1:10: error: `in` does not work on number [template-wrong-value]\n   1 | {{ '' if 1 in 2 else '' "
        "}}\n     |          ^^^^^^\n");
}

TEST_CASE("expressions: a name that does not exist is a mistake, with the nearest that does") {
  CHECK(value("forun") ==
        "page.html:1:4: error: nothing is called `forun` here [template-undefined]\n   1 | {{ forun }}\n     |    "
        "^^^^^ did you mean `forum`?\n");
  CHECK(value("forum.titel") ==
        "page.html:1:10: error: nothing is called `forum.titel` here [template-undefined]\n   1 | {{ forum.titel }}\n"
        "     |          ^^^^^ did you mean `title`?\n");
  CHECK(value("page.titel") ==
        "page.html:1:9: error: nothing is called `page.titel` here [template-undefined]\n   1 | {{ page.titel }}\n"
        "     |         ^^^^^ did you mean `title`?\n");
  CHECK(value("macro(1)") ==
        "page.html:1:4: error: nothing is called `macro` here [template-undefined]\n   1 | {{ macro(1) }}\n     |    "
        "^^^^^ known here: t\n");
}

TEST_CASE("expressions: a filter or test that does not exist is a mistake") {
  CHECK(value("words | srot") ==
        "page.html:1:12: error: unknown filter `srot` [template-unknown-filter]\n   1 | {{ words | srot }}\n     |     "
        "       ^^^^ did you mean `sort`?\n");
  CHECK(value("words is emty") ==
        "page.html:1:13: error: unknown test `emty` [template-unknown-test]\n   1 | {{ words is emty }}\n     |        "
        "     ^^^^ did you mean `empty`?\n");
  CHECK(value("words is defined") ==
        "page.html:1:13: error: unknown test `defined` [template-unknown-test]\n   1 | {{ words is defined }}\n"
        "     |             ^^^^^^^ known here: empty, none\n");
}

TEST_CASE("expressions: a filter is called as it is declared") {
  const auto wrong = [](const std::string& how, const std::string& name, const std::string& right, int column) {
    const std::string line = "{{ words | " + how + " }}";
    return value("words | " + how) == "page.html:1:" + std::to_string(column) + ": error: `" + name +
                                          "` is not called as `" + right + "` [template-wrong-arguments]\n   1 | " +
                                          line + "\n     | " + std::string(static_cast<std::size_t>(column) - 1, ' ') +
                                          std::string(name.size(), '^') + "\n";
  };
  CHECK(wrong("where('a')", "where", "where(attribute, value)", 12));
  CHECK(wrong("first(1)", "first", "first", 12));
  CHECK(wrong("sort(by='a')", "sort", "sort(attribute=, reverse=)", 12));
  CHECK(wrong("limit(1, count=2)", "limit", "limit(count)", 12));
}

TEST_CASE("expressions: nesting has a limit, rows have one further off") {
  const std::string deep = std::string(100, '(') + "1" + std::string(100, ')');
  CHECK(value(deep).find("this passes the limit of 64 [template-limit]") != std::string::npos);
  CHECK(value(std::string(100, '-') + "1").find("[template-limit]") != std::string::npos);
  std::string row = "'a'", lists(10'000, '[');
  for (int i = 0; i < 100; ++i) row += " ~ 'a'";
  CHECK(value(row) == std::string(101, 'a'));
  for (int i = 0; i < 10'000; ++i) row += " ~ 'a'";
  CHECK(value(row).find("[template-limit]") != std::string::npos);
  CHECK(value(lists).find("[template-limit]") != std::string::npos);
}
