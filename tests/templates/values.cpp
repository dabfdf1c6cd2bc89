#include <doctest/doctest.h>

#include "templates/sample_site.h"

using tests::sample_of;
using tests::SampleSite;

namespace {

std::string value(const std::string& expression, std::size_t language = 0) {
  return sample_of("{{ " + expression + " }}", language);
}

std::string wrong(const std::string& expression, const std::string& type) {
  return "page.html:1:4: error: `{{ }}` does not work on " + type + " [template-wrong-value]\n   1 | {{ " + expression +
         " }}\n     |    " + std::string(expression.size(), '^') + "\n";
}

}  // namespace

TEST_CASE("values: a translated text speaks the language of the page") {
  CHECK(value("forum.place.title", 1) == "Lạng Sơn");
  CHECK(value("forums[2].title", 0) == "Diễn đàn sau");
  CHECK(value("forums[2].title", 1) == "Later forum");
}

TEST_CASE("values: a text that is not translated says so in element text, and stays plain elsewhere") {
  CHECK(value("forums[1].title", 1) ==
        "<span lang=\"vi\">Diễn đàn Hà Nội</span> <small class=\"untranslated\">(only in Tiếng Việt)</small>");
  CHECK(value("forums[1]", 1) == value("forums[1].title", 1));
  CHECK(value("forums[1].about", 1) ==
        "<p class=\"untranslated\">(only in Tiếng Việt)</p><div lang=\"vi\"><p>Chưa dịch</p></div>");
  CHECK(sample_of("<p title=\"{{ forums[1].title }}\"></p>", 1) == "<p title=\"Diễn đàn Hà Nội\"></p>");
  CHECK(sample_of("<title>{{ forums[1] }} – {{ 'x' ~ forums[1].title }}</title>", 1) ==
        "<title>Diễn đàn Hà Nội – xDiễn đàn Hà Nội</title>");
}

TEST_CASE("values: without words for it, an untranslated text has no note") {
  SampleSite site;
  site.add_string("untranslated", "", "");
  CHECK(site.page("{{ forums[1].title }}", 1).text == "<span lang=\"vi\">Diễn đàn Hà Nội</span>");
}

TEST_CASE("values: an entry prints its title and has its fields and more") {
  CHECK(value("forum") == "Diễn đàn &quot;Ước mơ&quot; &amp; &lt;em&gt;");
  CHECK(value("forum.title_text") == value("forum"));
  CHECK(value("forum.id") == "lang-son/2024");
  CHECK(value("forum.url") == "/loa/vi/dien-dan/lang-son/2024/");
  CHECK(value("forum.absolute_url", 1) == "https://example.org/loa/en/forums/lang-son/2024/");
  CHECK(value("forums[2].url") == "");
  CHECK(value("forum.collection.name") == "forum");
  CHECK(value("forum.place.title") == "Lạng Sơn");
  CHECK(
      sample_of("{% for f in forum.place.fields %}{{ f.name }} {{ f.label }} {{ f.kind }} {{ f.value }}{% endfor %}") ==
      "title title word Lạng Sơn");
}

TEST_CASE("values: a field that is declared and empty is nothing, in every entry of the collection") {
  CHECK(value("forum.empty") == "");
  CHECK(value("forums[1].phone") == "");
}

TEST_CASE("values: an entry without a title prints its id") {
  SampleSite site;
  const model::Entry& entry = site.add("level", "huyen", {{"title", {}}});
  site.globals.set("level", &entry);
  CHECK(site.page("{{ level }}").text == "huyen");
}

TEST_CASE("values: a ring of entries that name one another ends") {
  SampleSite site;
  model::Entry& a = site.add("ring", "a", {{"title", {}}});
  model::Entry& b = site.add("ring", "b", {{"title", &a}});
  a.fields.set("title", &b);
  site.globals.set("ring", &a);
  const std::string text = site.page("{{ ring }}").text;
  CHECK((text == "a" || text == "b"));
}

TEST_CASE("values: a page") {
  CHECK(value("page") == value("forum"));
  CHECK(value("page.title") == value("forum"));
  CHECK(value("page.url", 1) == "/loa/en/forums/lang-son/2024/");
  CHECK(value("page.absolute_url") == "https://example.org/loa/vi/dien-dan/lang-son/2024/");
  CHECK(value("page.name") == "forum");
  CHECK(value("page.entry.id") == "lang-son/2024");
}

TEST_CASE("values: a date prints in the form of the language, or in its official wording") {
  CHECK(value("forum.when") == "ngày 01 tháng 6 năm 2024");
  CHECK(value("forum.when", 1) == "1 June 2024");
  CHECK(value("forums[2].when") == "quý III năm 2024");
  CHECK(value("forums[2].when", 1) == "third quarter of 2024");
  CHECK(value("forums[2].when.note", 1) ==
        "<span lang=\"vi\">Thông báo sau</span> <small class=\"untranslated\">(only in Tiếng Việt)</small>");
  CHECK(value("forum.when.first") == "2024-06-01");
  CHECK(value("forum.when.last") == "2024-06-01");
  CHECK(value("forum.when.edtf") == "2024-06-01");
  CHECK(value("forum.when.text") == "");
  CHECK(value("forums[2].when.first") == "");
  CHECK(value("forum.when.begin ~ ' ' ~ forum.when.end") == "2024-06-01 2024-06-01");
  CHECK(value("forums[2].when.begin") == "");
  CHECK(value("'yes' if forum.when.exact else 'no'") == "yes");
  CHECK(value("'yes' if forums[2].when.tba else 'no'") == "yes");
  CHECK(value("'yes' if forum.when.tba else 'no'") == "no");
}

TEST_CASE("values: numbers and quantities print in the form of the language") {
  CHECK(value("forum.year") == "2.024");
  CHECK(value("forum.year", 1) == "2,024");
  CHECK(value("forum.share") == "144/200 xã");
  CHECK(value("forum.share", 1) == "144/200 communes");
  CHECK(value("forums[1].share") == "90%");
  CHECK(value("forums[2].share") == "1.234,5");
  CHECK(value("forum.share.value ~ '|' ~ forum.share.of ~ '|' ~ forum.share.percent ~ '|' ~ forum.share.unit") ==
        "144|200|72|xã");
  CHECK(value("forums[1].share.percent") == "90");
  CHECK(value("forums[2].share.percent") == "");
}

TEST_CASE("values: a choice prints its label, or else its name") {
  CHECK(value("forum.status") == "Dự kiến");
  CHECK(value("forum.status", 1) == "Planned");
  CHECK(value("forums[1].status") == "held");
  CHECK(value("forum.status.name ~ forum.status.label") == "plannedDự kiến");
}

TEST_CASE("values: prose has headings, links and files have addresses") {
  CHECK(sample_of("{% for h in forum.about.headings %}{{ h.level }}{{ h.id }}{{ h.text }} {% endfor %}") ==
        "2aiAi 3o-dauỞ đâu ");
  CHECK(value("forum.link") == "https://example.org/?a=1&amp;b=2");
  CHECK(value("'external' if forum.link.external else ''") == "external");
  CHECK(value("forum.poster.url") == "/loa/media/2024/%C3%A1p%20ph%C3%ADch.jpg");
  CHECK(value("forum.poster.path") == "2024/áp phích.jpg");
}

TEST_CASE("values: a link to a page of the site goes to it in the language of the page") {
  SampleSite site;
  site.globals.set("inner", base::Box<model::Link>({"x", &site.site.routes.back(), "phan-1"}));
  CHECK(site.page("<a href=\"{{ inner }}\">", 1).text == "<a href=\"/loa/en/forums/ha-noi/2023/#phan-1\">");
}

TEST_CASE("values: lists, records and yes-no do not print") {
  CHECK(value("words") == wrong("words", "list"));
  CHECK(value("[1]") == wrong("[1]", "list"));
  CHECK(value("forum.sessions[0]") == wrong("forum.sessions[0]", "record"));
  CHECK(value("forum.open") == wrong("forum.open", "yes-no"));
  CHECK(value("forum.collection") == wrong("forum.collection", "record"));
}

TEST_CASE("values: attributes that a type does not have") {
  CHECK(value("forum.when.day").find("nothing is called `when.day` here") != std::string::npos);
  CHECK(value("forum.share.units").find("did you mean `unit`?") != std::string::npos);
  CHECK(value("forum.phone.x").find("nothing is called `text.x` here") != std::string::npos);
  CHECK(value("forum.sessions[0].venu").find("did you mean `venue`?") != std::string::npos);
  CHECK(value("words.x").find("nothing is called `list.x` here") != std::string::npos);
}

TEST_CASE("values: a mistake that shows in every round of a loop is told once") {
  const std::string messages = sample_of("{% for f in forums %}{{ f.titel }}{% endfor %}");
  CHECK(messages.find("titel") == messages.rfind("forum.titel") + 6);
}

TEST_CASE("values: globals that a page does not have are nothing") {
  SampleSite site;
  site.more_names = {"entry"};
  CHECK(site.page("{% if entry is none %}none{% endif %}{{ entry.title }}").text == "none");
}
