#include "templates/filters.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "templates/sample_site.h"

using tests::sample_of;
using tests::SampleSite;

namespace {

/// Every filter that was tried, to see at the end that none was forgotten.
std::set<std::string>& tried() {
  static std::set<std::string> names;
  return names;
}

std::string value(const std::string& expression, std::size_t language = 0) {
  for (const auto& filter : templates::filters())
    if (expression.find("| " + std::string(filter.name)) != std::string::npos) tried().emplace(filter.name);
  return sample_of("{{ " + expression + " }}", language);
}

bool says(const std::string& expression, const std::string& words) {
  return value(expression).find("error: " + words + " [") != std::string::npos;
}

}  // namespace

TEST_CASE("filters: absolute_url") {
  CHECK(value("page | absolute_url") == "https://example.org/loa/vi/dien-dan/lang-son/2024/");
  CHECK(value("forum | absolute_url", 1) == "https://example.org/loa/en/forums/lang-son/2024/");
  CHECK(value("forum.poster | absolute_url") == "https://example.org/loa/media/2024/%C3%A1p%20ph%C3%ADch.jpg");
  CHECK(value("forum.link | absolute_url") == "https://example.org/?a=1&amp;b=2");
  CHECK(value("'style.css' | asset | absolute_url") == "https://example.org/loa/assets/style.css?v=befacea3");
  CHECK(value("forums[2] | absolute_url") == "");
}

TEST_CASE("filters: asset") {
  CHECK(value("'style.css' | asset") == "/loa/assets/style.css?v=befacea3");
  CHECK(value("'stile.css' | asset") ==
        "page.html:1:4: error: nothing is called `stile.css` here [template-undefined]\n   1 | {{ 'stile.css' | asset "
        "}}\n"
        "     |    ^^^^^^^^^^^ did you mean `style.css`?\n");
  CHECK(says("(nothing or 'none.css') | asset", "nothing is called `none.css` here"));
}

TEST_CASE("filters: date") {
  CHECK(value("forum.when | date") == "ngày 01 tháng 6 năm 2024");
  CHECK(value("forum.when | date('long')", 1) == "1 June 2024");
  CHECK(value("forum.when | date('short')") == "01/6/2024");
  CHECK(value("forum.when | date(form='short')") == "01/6/2024");
  CHECK(value("forums[2].when | date") == "sẽ thông báo sau");
  CHECK(value("forum.when.last | date") == "ngày 01 tháng 6 năm 2024");
  CHECK(value("nothing | date") == "");
  CHECK(says("words | date", "`date` does not work on list"));
  CHECK(value("forum.when | date('shrt')") ==
        "page.html:1:22: error: `date` is not called as `date(form=)` [template-wrong-arguments]\n   1 | {{ forum.when "
        "| date('shrt') }}\n"
        "     |                      ^^^^^^ did you mean `short`?\n");
}

TEST_CASE("filters: days_to counts from the end of one date to the beginning of the other") {
  CHECK(value("'2024-06-01' | days_to('2024-06-30')") == "29");
  CHECK(value("'2023-09/2024-02' | days_to('2024-03-01')") == "1");
  CHECK(value("'2024-06-30' | days_to('2024-06-01')") == "-29");
  CHECK(value("forum.when | days_to(forum.when.last)") == "0");
  CHECK(value("'2019/..' | days_to('2024-06-01')") == "");
  CHECK(value("nothing | days_to('2024-06-01')") == "");
  CHECK(says("words | days_to('2024-06-01')", "`days_to` does not work on list"));
}

TEST_CASE("filters: default") {
  CHECK(value("nothing | default('a')") == "a");
  CHECK(value("'' | default('a')") == "a");
  CHECK(value("[] | default(['b']) | first") == "b");
  CHECK(value("0 | default('a')") == "0");
  CHECK(value("forum.phone | default('a')") == "1800 1567");
}

TEST_CASE("filters: during keeps what may lie within a date") {
  CHECK(value("forums | during('when', '2024') | map('title') | join") == "Diễn đàn &quot;Ước mơ&quot; &amp; &lt;em&gt;, Diễn đàn sau");
  CHECK(value("forums | during('when', '2023') | map('title') | length") == "2");
  CHECK(value("forums | during('when', '2024-06-01') | first", 1) == value("forums[0]", 1));
  CHECK(value("forums | during('when', '2024-06-02/..') | map('title') | join") == "Diễn đàn sau");
  CHECK(value("forums | during('when', nothing) | length") == "0");
  CHECK(value("nothing | during('when', '2024') | length") == "0");
  CHECK(says("forums | during('when', 'soon')", "`during` does not work on text"));
  CHECK(says("forums | during('when', words)", "`during` does not work on list"));
}

TEST_CASE("filters: edtf and iso") {
  CHECK(value("forum.when | edtf") == "2024-06-01");
  CHECK(value("forum.when | iso") == "2024-06-01");
  CHECK(value("forums[2].when | edtf") == "tba");
  CHECK(value("forums[2].when | iso") == "");
  CHECK(value("nothing | iso") == "");
  CHECK(value("nothing | edtf") == "");
  CHECK(says("1 | iso", "`iso` does not work on number"));
}

TEST_CASE("filters: first and last") {
  CHECK(value("words | first") == "đèn");
  CHECK(value("words | last") == "ao");
  CHECK(value("[] | first") == "");
  CHECK(value("nothing | last") == "");
  CHECK(says("'a' | first", "`first` does not work on text"));
}

TEST_CASE("filters: spread gives what lies in the lists of all items, and whose it is") {
  SampleSite site;
  CHECK(site.page("{% for one in forums | group('place') | spread('items') %}{{ one.of.key }} {{ one.name }}: {{ one.item.id }};{% endfor %}").text ==
        "Lạng Sơn items: lang-son/2024;Lạng Sơn items: lang-son/2025;Hà Nội items: ha-noi/2023;");
  CHECK(site.page("{% for one in [1] | spread('a') %}{% endfor %}").messages.find("nothing is called `number.a` here") != std::string::npos);
  tried().insert("spread");
}

TEST_CASE("filters: group gives keys and items, in the order in which the keys come") {
  SampleSite site;
  CHECK(site.page("{% for g in forums | group('place') %}{{ g.key }}:{% for f in g.items %} {{ f.id }}{% endfor %};{% "
                  "endfor %}")
            .text == "Lạng Sơn: lang-son/2024 lang-son/2025;Hà Nội: ha-noi/2023;");
  CHECK(
      site.page("{% for g in forums | group('place.title') | sort('key') %}{{ g.items | length }}{% endfor %}").text ==
      "12");
  CHECK(site.page("{% for g in [1] | group('a') %}{% endfor %}").messages.find("nothing is called `number.a` here") !=
        std::string::npos);
  CHECK(
      site.page("{% for g in forums | group('status') %}{{ g.ky }}{% endfor %}").messages.find("did you mean `key`?") !=
      std::string::npos);
  tried().insert("group");
}

TEST_CASE("filters: in_language") {
  CHECK(value("forum.title | in_language('en')") == "Forum &quot;Dreams&quot; &amp; &lt;em&gt;");
  CHECK(value("forums[1].title | in_language('en')") == "");
  CHECK(value("forums[1] | in_language('vi')", 1) == "Diễn đàn Hà Nội");
  CHECK(value("forum.when | in_language('en')") == "1 June 2024");
  CHECK(value("forum.status | in_language('en')") == "Planned");
  CHECK(value("1234.5 | in_language('en')") == "1,234.5");
  CHECK(value("forum.share | in_language('en')") == "144/200 communes");
  CHECK(value("'a' | in_language('en')") == "a");
  CHECK(value("page | in_language('fr')").find("[unknown-language]") != std::string::npos);
}

TEST_CASE("filters: join leaves out what is empty") {
  CHECK(value("words | join") == "đèn, dê, ăn, ao");
  CHECK(value("words | join(' – ')") == "đèn – dê – ăn – ao");
  CHECK(value("[1, none, '', forum.status, forum.when] | join('; ')") == "1; Dự kiến; ngày 01 tháng 6 năm 2024");
  CHECK(value("nothing | join") == "");
  CHECK(says("[words] | join", "`join` does not work on list"));
}

TEST_CASE("filters: json") {
  CHECK(sample_of("<script type=\"application/json\">{{ [1.5, true, none, 'a\"b', forum.title, forum.when, "
                  "forum.share, forum.status] | json }}</script>",
                  1) ==
        "<script type=\"application/json\">[1.5,true,null,\"a\\\"b\",\"Forum \\\"Dreams\\\" \\u0026 "
        "\\u003cem\\u003e\",\"2024-06-01\","
        "\"144/200 communes\",\"Planned\"]</script>");
  CHECK(sample_of("<script type=\"application/json\">{{ [page, forum, forum.poster, html] | json }}</script>") ==
        "<script type=\"application/json\">[\"https://example.org/loa/vi/dien-dan/lang-son/2024/\",\"Diễn đàn \\\"Ước "
        "mơ\\\" \\u0026 \\u003cem\\u003e\","
        "\"https://example.org/loa/media/2024/%C3%A1p%20ph%C3%ADch.jpg\",\"\\u003cb\\u003ebold\\u003c/b\\u003e\"]</"
        "script>");
  CHECK(sample_of("<script type=\"application/json\">{{ forum.sessions | json }}</script>") ==
        "<script type=\"application/json\">[{\"level\":\"tỉnh\",\"venue\":\"Nhà văn hoá\",\"seats\":1200},"
        "{\"level\":\"huyện\",\"venue\":null,\"seats\":90}]</script>");
  CHECK(sample_of("<script type=\"application/json\">{{ words | group('length') | length | json }}</script>")
            .find("nothing is called `text.length`") != std::string::npos);
  CHECK(value("2 | json") == "2");
}

TEST_CASE("filters: length") {
  CHECK(value("words | length") == "4");
  CHECK(value("'đèn' | length") == "3");
  CHECK(value("nothing | length") == "0");
  CHECK(says("1 | length", "`length` does not work on number"));
}

TEST_CASE("filters: limit") {
  CHECK(value("words | limit(2) | join") == "đèn, dê");
  CHECK(value("words | limit(0) | join") == "");
  CHECK(value("words | limit(9) | length") == "4");
  CHECK(says("words | limit('a')", "`limit` does not work on text"));
}

TEST_CASE("filters: map") {
  CHECK(value("forums | map('place.title') | join") == "Lạng Sơn, Hà Nội, Lạng Sơn");
  CHECK(value("forums | map('url') | first") == "/loa/vi/dien-dan/lang-son/2024/");
  CHECK(sample_of("{% for x in forums | map('url') | limit(1) %}<a href=\"{{ x }}\">{% endfor %}") ==
        "<a href=\"/loa/vi/dien-dan/lang-son/2024/\">");
  CHECK(value("forum.sessions | map('level') | join") == "tỉnh, huyện");
  CHECK(says("forums | map('palce')", "nothing is called `forum.palce` here"));
}

TEST_CASE("filters: number") {
  CHECK(value("1234567 | number") == "1.234.567");
  CHECK(value("1234567.891 | number", 1) == "1,234,567.891");
  CHECK(value("forum.share | number") == "144/200 xã");
  CHECK(value("nothing | number") == "");
  CHECK(says("'12' | number", "`number` does not work on text"));
}

TEST_CASE("filters: plain") {
  CHECK(value("1234.5 | plain") == "1234.5");
  CHECK(value("forums[0].share | plain") == "144");
  CHECK(value("nothing | plain") == "");
  CHECK(says("'a' | plain", "`plain` does not work on text"));
}

TEST_CASE("filters: plural") {
  CHECK(value("1 | plural('slogans')", 1) == "1 slogan");
  CHECK(value("2000 | plural('slogans')", 1) == "2,000 slogans");
  CHECK(value("1 | plural('slogans')") == "1 khẩu hiệu");
  CHECK(says("'1' | plural('slogans')", "`plural` does not work on text"));
  CHECK(value("1 | plural('slogens')").find("did you mean `slogans`?") != std::string::npos);
}

TEST_CASE("filters: reverse") {
  CHECK(value("words | reverse | join") == "ao, ăn, dê, đèn");
  CHECK(value("nothing | reverse | join") == "");
}

TEST_CASE("filters: slug") {
  CHECK(value("forum.title | slug") == "dien-dan-uoc-mo-em");
  CHECK(value("nothing | slug") == "");
}

TEST_CASE("filters: sort goes by the language's order, by dates, by numbers, and is stable") {
  CHECK(value("words | sort | join") == "ao, ăn, dê, đèn");
  CHECK(value("words | sort(reverse=true) | join") == "đèn, dê, ăn, ao");
  CHECK(value("[10, 9, 100] | sort | join") == "9, 10, 100");
  CHECK(value("forums | sort('when') | map('id') | join") == "ha-noi/2023, lang-son/2024, lang-son/2025");
  CHECK(value("forums | sort('place.title') | map('id') | join") == "ha-noi/2023, lang-son/2024, lang-son/2025");
  CHECK(value("forums | sort('place', reverse=true) | map('id') | join") ==
        "lang-son/2024, lang-son/2025, ha-noi/2023");
  CHECK(value("forums | sort('share') | map('id') | join") == "ha-noi/2023, lang-son/2024, lang-son/2025");
}

TEST_CASE("filters: sort puts what has nothing to sort by last, in either direction") {
  CHECK(value("forums | sort('phone') | map('id') | first") == "lang-son/2024");
  CHECK(value("forums | sort('phone', reverse=true) | map('id') | first") == "lang-son/2024");
  CHECK(says("[words] | sort", "`sort` does not work on list"));
}

TEST_CASE("filters: sum leaves out what is empty") {
  CHECK(value("[1, 2.5, nothing] | sum") == "3,5");
  CHECK(value("nothing | sum") == "0");
  CHECK(value("[forums[0]] | sum('share')") == "144");
  CHECK(says("words | sum", "`sum` does not work on text"));
}

TEST_CASE("filters: tel") {
  CHECK(value("'1800 1567' | tel") == "tel:18001567");
  CHECK(value("'+84 (0) 25.3' | tel") == "tel:+840253");
  CHECK(value("nothing | tel") == "");
}

TEST_CASE("filters: unique keeps the first of equal ones") {
  CHECK(value("['a', 'b', 'a'] | unique | join") == "a, b");
  CHECK(value("forums | map('place') | unique | length") == "2");
  CHECK(value("[1, '1', 1] | unique | length") == "2");
}

TEST_CASE("filters: url") {
  CHECK(value("page | url") == "/loa/vi/dien-dan/lang-son/2024/");
  CHECK(value("forum | url", 1) == "/loa/en/forums/lang-son/2024/");
  CHECK(value("forums[2] | url") == "");
  CHECK(value("forum.link | url") == "https://example.org/?a=1&amp;b=2");
  CHECK(value("page | url('en')") == "/loa/en/forums/lang-son/2024/");
  CHECK(value("page | absolute_url('en')") == "https://example.org/loa/en/forums/lang-son/2024/");
  CHECK(value("page | url('fr')").find("[unknown-language]") != std::string::npos);
  CHECK(says("words | url", "`url` does not work on list"));
}

TEST_CASE("filters: webcal") {
  CHECK(value("page | webcal") == "webcal://example.org/loa/vi/dien-dan/lang-son/2024/");
  CHECK(value("forums[2] | webcal") == "");
  CHECK(says("forum.link | webcal", "`webcal` does not work on link"));
  CHECK(says("'https://elsewhere.example/' | webcal", "`webcal` does not work on text"));
}

TEST_CASE("filters: where") {
  CHECK(value("forums | where('place', 'lang-son') | map('id') | join") == "lang-son/2024, lang-son/2025");
  CHECK(value("forums | where('status', 'held') | map('id') | join") == "ha-noi/2023");
  CHECK(value("forums | where('place', forum.place) | length") == "2");
  CHECK(value("forums | where('place.title', 'Hà Nội') | length") == "1");
  CHECK(value("forums | where('empty', none) | length") == "3");
  CHECK(value("[forum] | where('sessions', none) | length") == "0");
  CHECK(says("forums | where('stauts', 'held')", "nothing is called `forum.stauts` here"));
}

TEST_CASE("filters: they are sorted by name, and the tests above try every one") {
  CHECK(std::ranges::is_sorted(templates::filters(), {}, &templates::Filter::name));
  CHECK(std::ranges::is_sorted(templates::tests(), {}, &templates::Test::name));
  for (const auto& filter : templates::filters())
    CHECK_MESSAGE(tried().contains(std::string(filter.name)), filter.name);
}
