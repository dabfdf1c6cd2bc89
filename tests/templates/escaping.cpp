#include <doctest/doctest.h>

#include "templates/sample_site.h"

using tests::made_of;
using tests::sample_of;
using tests::SampleSite;

namespace {

const std::string hostile = "&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;";

std::string refused(const std::string& before, const std::string& print, const std::string& after,
                    const std::string& place) {
  const std::string line = before + print + after;
  return "page.html:1:" + std::to_string(before.size() + 1) + ": error: content may not stand in `" + place +
         "` [template-unsafe-place]\n   1 | " + line + "\n     | " + std::string(before.size(), ' ') +
         std::string(print.size(), '^') + "\n";
}

}  // namespace

TEST_CASE("escaping: text is escaped in element text, in attributes, in titles") {
  CHECK(sample_of("<p>{{ hostile }}</p>") == "<p>" + hostile + "</p>");
  CHECK(sample_of("<p title=\"{{ hostile }}\"></p>") == "<p title=\"" + hostile + "\"></p>");
  CHECK(sample_of("<p title=\"a {{ hostile }}\"></p>") == "<p title=\"a " + hostile + "\"></p>");
  CHECK(sample_of("<title>{{ hostile }}</title>") == "<title>" + hostile + "</title>");
  CHECK(sample_of("<textarea>{{ hostile }}</textarea>") == "<textarea>" + hostile + "</textarea>");
  CHECK(sample_of("{% set x = hostile %}{{ x ~ x }}") == hostile + hostile);
}

TEST_CASE("escaping: HTML is printed as it is in element text, and nowhere else") {
  CHECK(sample_of("<p>{{ html }}</p>") == "<p><b>bold</b></p>");
  CHECK(sample_of("{{ forum.about }}") == "<p>Giới thiệu</p>");
  CHECK(sample_of("<p title=\"{{ html }}\"></p>") ==
        "page.html:1:14: error: `{{ }}` does not work on HTML [template-wrong-value]\n   1 | <p title=\"{{ html "
        "}}\"></p>\n     |              ^^^^\n");
  CHECK(sample_of("<title>{{ forum.about }}</title>").find("`{{ }}` does not work on prose") != std::string::npos);
  CHECK(sample_of("{{ html ~ 'a' }}").find("`~` does not work on HTML") != std::string::npos);
}

TEST_CASE("escaping: nothing is printed where it could run or hide") {
  const auto at = [](const std::string& before, const std::string& after, const std::string& place) {
    CHECK(sample_of(before + "{{ hostile }}" + after) == refused(before, "{{ hostile }}", after, place));
  };
  at("<p onclick=\"", "\"></p>", "onclick=\"");
  at("<p style=\"", "\"></p>", "style=\"");
  at("<p title=", "></p>", "title=");
  at("<p title='", "'></p>", "title='");
  at("<p ", "></p>", "<p");
  at("<", "></p>", "<");
  at("<!-- ", " -->", "<!--");
  at("<style>", "</style>", "<style>");
  at("<script>", "</script>", "<script>");
  at("<iframe srcdoc=\"", "\"></iframe>", "srcdoc=\"");
  at("<meta http-equiv=\"refresh\" content=\"", "\">", "content=\"");
}

TEST_CASE("escaping: a set of pictures leads to nothing but the site's own") {
  const auto printed = [](const std::string& set) { return sample_of("{% set x = '" + set + "' %}<img srcset=\"{{ x }}\">"); };
  CHECK(printed("/media/a-1.jpg 1w, /media/b.jpg 20w") == "<img srcset=\"/media/a-1.jpg 1w, /media/b.jpg 20w\">");
  CHECK(printed("") == "<img srcset=\"\">");
  for (const char* set : {"https://elsewhere.example/a.jpg 1w", "/a.jpg 1w, https://elsewhere.example/a.jpg 2w", "/a.jpg 1w,https://elsewhere.example/a.jpg 2w", "/a.jpg 1w, //elsewhere.example/a.jpg 2w", "/a.jpg 1w,//elsewhere.example/a.jpg 2w", "/a,//elsewhere.example/a.jpg 1w", "/a.jpg 1w,  //elsewhere.example/a.jpg 2w",
                          "/a.jpg\t1w", "/a.jpg", "/a.jpg w", "/a.jpg 1x", "/a.jpg 1w 2w", "javascript:1 1w"})
    CHECK_MESSAGE(printed(set).find("[template-wrong-value]") != std::string::npos, set);
  CHECK(sample_of("<img srcset=\"x {{ hostile }}\">").find("[template-wrong-value]") != std::string::npos);
}

TEST_CASE("escaping: where an address begins an attribute, it has to be one") {
  CHECK(sample_of("<a href=\"{{ page }}\">") == "<a href=\"/loa/vi/dien-dan/lang-son/2024/\">");
  CHECK(sample_of("<a href=\"{{ forum.url }}\">", 1) == "<a href=\"/loa/en/forums/lang-son/2024/\">");
  CHECK(sample_of("<a href=\"{{ forum }}#{{ hostile }}\">") ==
        "<a href=\"/loa/vi/dien-dan/lang-son/2024/#" + hostile + "\">");
  CHECK(sample_of("<a href=\"{{ forum.link }}\">") == "<a href=\"https://example.org/?a=1&amp;b=2\">");
  CHECK(sample_of("<a href=\"{{ forum.phone | tel }}\">") == "<a href=\"tel:18001567\">");
  CHECK(sample_of("<a href=\"{{ forum.poster }}\">") == "<a href=\"/loa/media/2024/%C3%A1p%20ph%C3%ADch.jpg\">");
  CHECK(sample_of("<a href=\"{{ remote }}\">") == "<a href=\"https://elsewhere.example/x.png\">");
  CHECK(sample_of("<a href=\"mailto:{{ hostile }}\">") == "<a href=\"mailto:" + hostile + "\">");
  CHECK(sample_of("<a href=\"{{ nothing }}\">") == "<a href=\"\">");
}

TEST_CASE("escaping: a text that is no sound address prints nothing and is a mistake") {
  const std::string message = "error: `href` does not work on javascript:alert(1) [template-wrong-value]";
  CHECK(sample_of("<a href=\"{{ bad_link }}\">") ==
        "page.html:1:13: " + message +
            "\n   1 | <a href=\"{{ bad_link }}\">\n"
            "     |             ^^^^^^^^ links may be https://…, mailto:…, tel:… or a path of the site\n");
  for (const auto before :
       {"<a href=\" ", "<a href=\"{{ nothing }}", "<a href=\"{% if nothing %}#{% endif %}", "<form action=\""})
    CHECK_MESSAGE(sample_of(std::string(before) + "{{ bad_link }}\">").find(message) != std::string::npos, before);
  CHECK(sample_of("<a href=\"{{ forum.source }}\">").find(message) != std::string::npos);
  CHECK(sample_of("<a href=\"{{ bad_link | url }}\">").find(message) != std::string::npos);
  CHECK(sample_of("<a href=\"{{ bad_link | absolute_url }}\">").find(message) != std::string::npos);
  CHECK(sample_of("<a href=\"{{ forum.year }}\">").find("`href` does not work on number") != std::string::npos);
}

TEST_CASE("escaping: what a page loads comes from the site itself") {
  CHECK(sample_of("<img src=\"{{ forum.poster }}\">") == "<img src=\"/loa/media/2024/%C3%A1p%20ph%C3%ADch.jpg\">");
  CHECK(sample_of("<link href=\"{{ page.absolute_url }}\">") ==
        "<link href=\"https://example.org/loa/vi/dien-dan/lang-son/2024/\">");
  CHECK(sample_of("<img src=\"{{ remote }}\">").find("error: `src` does not work on https://elsewhere.example/x.png") !=
        std::string::npos);
  CHECK(sample_of("<script src=\"{{ 'style.css' | asset }}\"></script>") ==
        "<script src=\"/loa/assets/style.css?v=befacea3\"></script>");
  CHECK(sample_of("<script src=\"{{ remote }}\"></script>") ==
        "page.html:1:14: error: content may not stand in `src=\"` [template-unsafe-place]\n   1 | <script src=\"{{ "
        "remote }}\"></script>\n"
        "     |              ^^^^^^^^^^^^ write it like {{ \"…\" | asset }}\n");
}

TEST_CASE("escaping: in a script for data there is only JSON") {
  CHECK(sample_of("<script type=\"application/ld+json\">{\"a\": {{ hostile | json }}}</script>") ==
        "<script type=\"application/ld+json\">{\"a\": "
        "\"\\\"\\u003e\\u003cscript\\u003ealert('x')\\u003c/script\\u003e\"}</script>");
  CHECK(sample_of("<script type=\"application/json\">{{ hostile }}</script>") ==
        "page.html:1:33: error: content may not stand in `<script>` [template-unsafe-place]\n   1 | <script "
        "type=\"application/json\">{{ hostile }}</script>\n"
        "     |                                 ^^^^^^^^^^^^^ write it like {{ … | json }}\n");
  CHECK(sample_of("<p>{{ hostile | json }}</p>") ==
        "<p>&quot;\\&quot;\\u003e\\u003cscript\\u003ealert(&#39;x&#39;)\\u003c/script\\u003e&quot;</p>");
}

TEST_CASE("escaping: every template and every branch ends where it begins") {
  CHECK(made_of("<p>\n<a href=\"x") ==
        "page.html:2:11: error: `page.html` ends while the HTML of `href=\"` is still open [template-html-open]\n   2 "
        "| <a href=\"x\n     |           ^\n"
        "page.html:2:1: note: it opens here\n   2 | <a href=\"x\n     | ^\n");
  CHECK(sample_of("{% if forum %}<p {% endif %}>").find("`{% if` ends while the HTML of `<p` is still open") !=
        std::string::npos);
  CHECK(sample_of("{% if forum %}<p{% else %}<b{% endif %}>").find("`{% if` ends while the HTML") != std::string::npos);
  CHECK(
      sample_of("{% for x in words %}<p title=\"{% endfor %}\">").find("`{% for` ends while the HTML of `title=\"`") !=
      std::string::npos);
  CHECK(sample_of("{% block a %}<p{% endblock %}>").find("`{% block a` ends while the HTML of `<p`") !=
        std::string::npos);
  CHECK(sample_of("{% if nothing %}<p class=\"a\"{% else %}<p{% endif %} id=\"b\"></p>") == "<p id=\"b\"></p>");
  CHECK(sample_of("<p class=\"a{% if forum %} b{% endif %}\"{% if forum %} hidden{% endif %}></p>") ==
        "<p class=\"a b\" hidden></p>");
}

TEST_CASE("escaping: a block is checked in the place where its parent has it") {
  SampleSite site;
  site.add_template("base.html",
                    "<html class=\"{% block class %}{% endblock %}\"><title>{% block title %}{% endblock %}</title>");
  CHECK(site.page("{% extends \"base.html\" %}{% block class %}{{ hostile }}{% endblock %}{% block title %}{{ hostile "
                  "}}{% endblock %}")
            .text == "<html class=\"" + hostile + "\"><title>" + hostile + "</title>");
  CHECK(site.page("{% extends \"base.html\" %}{% block class %}{{ html }}{% endblock %}")
            .messages.find("does not work on HTML") != std::string::npos);
}

TEST_CASE("escaping: an include stands in element text") {
  SampleSite site;
  site.add_template("part.html", "x");
  CHECK(site.page("<p class=\"{% include \"part.html\" %}\">").messages.find("content may not stand in `class=\"`") !=
        std::string::npos);
}
