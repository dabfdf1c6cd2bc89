#include <doctest/doctest.h>

#include "base/file.h"
#include "support/workspace.h"

namespace {

constexpr std::string_view site = R"x(== content/site.yaml ==
languages: [vi, en]
base_url: https://example.org/here/
== theme/theme.yaml ==
search: yes
pages:
  home: {url: "", template: page.html, title: {vi: Trang chủ, en: Home}}
  plain: {url: "plain/", template: page.html}
  root: {file: index.html, template: page.html, title: Root}
== theme/templates/page.html ==
<p>{{ page.title }}</p>
== theme/templates/list.html ==
{% for entry in entries %}<p id="topic-{{ entry.id }}">{{ entry }}</p>{% endfor %}
== theme/strings/vi.yaml ==
name: Tiếng Việt
dates: {day: "ngày {day}/{month_number}"}
strings: {untranslated: "({language})"}
== theme/strings/en.yaml ==
name: English
dates: {day: "{day}.{month_number}"}
strings: {untranslated: "({language})"}
)x";

/// The search of a language of the site with these files added.
std::string search_of(const std::string& language, std::string_view files) {
  const support::Workspace workspace;
  workspace.write_all(site);
  workspace.write_all(files);
  const auto told = support::build();
  CHECK_MESSAGE(told.sound, told.en);
  const std::string path = "public/" + language + "/search.js";
  return base::exists(path) ? base::read(path) : "none";
}

constexpr std::string_view topics = R"x(== theme/collections/topic.yaml ==
label: {vi: Vấn đề, en: Topic}
files: topics.yaml
holds: many
title: name
list: {url: topics/, template: list.html, anchor: "topic-{id}", title: {vi: Các vấn đề, en: Topics}}
fields:
  name: {kind: text, search: 3}
  note: {kind: text, search: 1}
  secret: text
)x";

}  // namespace

TEST_CASE("search: each language has what is said in it, on the page of an entry or its place on a list") {
  const std::string files = std::string(topics) + R"x(== theme/collections/page.yaml ==
files: "pages/{id}.yaml"
page: {url: {vi: "trang/{slug}/", en: "pages/{slug}/"}, template: page.html}
fields: {title: {kind: text, search: 4}, text: {kind: prose, search: 2}}
== content/topics.yaml ==
dam: {name: {vi: Đuối nước, en: Drowning}, note: {vi: "Nước, nước sâu"}, secret: {vi: kín, en: secret}}
ao: {name: {vi: Ao}}
== content/pages/a.yaml ==
slug: {vi: an-toan, en: safe}
title: {vi: An toàn, en: Safe}
text: {vi: "**Bơi** & học.", en: "*Swim* & learn."}
)x";
  CHECK(search_of("vi", files) == R"x(self.loaSearch={documents:[
["vi/","",4,"Trang chủ",0,""],
["vi/topics/","",4,"Các vấn đề",0,""],
["vi/trang/an-toan/","",4,"An toàn",2,"Bơi \u0026 học."],
["vi/topics/#topic-dam","Vấn đề",3,"Đuối nước",1,"Nước, nước sâu"],
["vi/topics/#topic-ao","Vấn đề",3,"Ao",0,""],
],words:{}};
)x");
  CHECK(search_of("en", files) == R"x(self.loaSearch={documents:[
["en/","",4,"Home",0,""],
["en/topics/","",4,"Topics",0,""],
["en/pages/safe/","",4,"Safe",2,"Swim \u0026 learn."],
["en/topics/#topic-dam","Topic",3,"Drowning",0,""],
[],
],words:{}};
)x");
}

TEST_CASE("search: every kind that has words gives them; what is within a field weighs as the field unless it says otherwise") {
  const std::string files = R"x(== theme/collections/page.yaml ==
files: "pages/{id}.yaml"
page: {url: "{slug}/", template: page.html}
title: name
fields:
  name: {kind: word, search: 3}
  tags: {kind: list, of: word, search: 2}
  day: {kind: when, search: 1}
  state: {kind: choice, search: 1, options: {held: {vi: đã tổ chức, en: over}, new: {vi: mới, en: new}}}
  phone: {kind: phone, search: 1}
  count: {kind: number, search: 1}
  friend: {kind: reference, to: page, search: 1}
  parts: {kind: list, search: 1, fields: {heading: {kind: text, search: 2}, text: text, n: {kind: yes-no}}}
  one: {kind: record, fields: {heading: {kind: text, search: 5}, text: text}}
== content/pages/a.yaml ==
{name: A-1, tags: [bơi, lội], day: 2024-06-01, state: held, phone: "18001567", count: 12, friend: b,
 parts: [{heading: {vi: Phần, en: Part}, text: {vi: chữ, en: words}, n: yes}], one: {heading: {vi: Năm, en: Five}, text: {vi: không, en: not}}}
== content/pages/b.yaml ==
name: B
)x";
  CHECK(search_of("vi", files) == R"x(self.loaSearch={documents:[
["vi/a/","",3,"A-1",1,"bơi · lội · ngày 1/6 · đã tổ chức · 18001567 · 12 · B · Phần · chữ · Năm"],
["vi/","",5,"Trang chủ",0,""],
["vi/b/","",3,"B",0,""],
],words:{
5:[
["năm",0],
],
2:[
["bơi lội phần",0],
],}};
)x");
}

TEST_CASE("search: a field is found on the further page that is called like it") {
  CHECK(search_of("en", R"x(== theme/collections/plan.yaml ==
label: {vi: Kế hoạch, en: Plan}
files: "plans/{id}.yaml"
page: {url: "{slug}/", template: page.html}
pages: {duties: {url: "{slug}/duties/", template: page.html, title: {vi: Ai làm gì, en: Who does what}}}
fields: {title: {kind: text, search: 3}, duties: {kind: list, of: text, search: 1}, aims: {kind: list, of: text, search: 2}}
== content/plans/a.yaml ==
title: {vi: Kế hoạch, en: The plan}
duties: [{vi: đào giếng, en: dig wells}, {vi: đào mương, en: dig ditches}]
aims: [{vi: nước sạch, en: clean water}]
)x") == R"x(self.loaSearch={documents:[
["en/","",3,"Home",0,""],
["en/a/duties/","Plan",0,"Who does what · The plan",1,"dig wells · dig ditches"],
["en/a/","Plan",3,"The plan",2,"clean water"],
],words:{}};
)x");
}

TEST_CASE("search: a document has the same place in every language, also where it says more or nothing there") {
  const std::string files = std::string(topics) + R"x(== content/topics.yaml ==
a: {name: {vi: Một}, note: {vi: "một hai ba bốn năm sáu bảy tám chín mười mười một hai ba bốn năm sáu bảy tám chín mười mười một cuối cùng"}}
b: {name: {vi: Hai, en: Two}, note: {en: "one two three four five six seven eight nine ten one two three four five six seven eight nine ten very last words"}}
)x";
  CHECK(search_of("vi", files) == R"x(self.loaSearch={documents:[
["vi/topics/#topic-a","Vấn đề",3,"Một",1,"một hai ba bốn năm sáu bảy tám chín mười mười một hai ba bốn năm sáu bảy tám chín mười mười một cuối…"],
["vi/","",3,"Trang chủ",0,""],
["vi/topics/","",3,"Các vấn đề",0,""],
["vi/topics/#topic-b","Vấn đề",3,"Hai",0,""],
],words:{
1:[
["cùng",0],
],}};
)x");
  CHECK(search_of("en", files) == R"x(self.loaSearch={documents:[
[],
["en/","",3,"Home",0,""],
["en/topics/","",3,"Topics",0,""],
["en/topics/#topic-b","Topic",3,"Two",1,"one two three four five six seven eight nine ten one two three four five six seven eight nine ten…"],
],words:{
1:[
["last very words",3],
],}};
)x");
}

TEST_CASE("search: nasty texts stay texts, and a word is there once with its greatest weight") {
  const std::string long_word(200, 'x');
  const std::string files = std::string(topics) + R"x(== content/topics.yaml ==
a: {name: "</script><b> \"x\" \\ 😀", note: "x script một \u2028 hai <img onerror=1>"}
b: {name: B, note: ")x" + long_word + R"x( end"}
c: {name: C, note: "mười chữ )x" + long_word + R"x( mười"}
)x";
  CHECK(search_of("vi", files) == R"x(self.loaSearch={documents:[
["vi/topics/#topic-b","Vấn đề",3,"B",1,")x" + std::string(100, 'x') + R"x(…"],
["vi/topics/#topic-c","Vấn đề",3,"C",1,"mười chữ…"],
["vi/","",3,"Trang chủ",0,""],
["vi/topics/","",3,"Các vấn đề",0,""],
["vi/topics/#topic-a","Vấn đề",3,"\u003c/script\u003e\u003cb\u003e \"x\" \\ 😀",1,"x script một \u2028 hai \u003cimg onerror=1\u003e"],
],words:{
1:[
["end",0],
[")x" + long_word + R"x(",0,1],
],}};
)x");
}

TEST_CASE("search: a theme that does not ask for it has none, and its own lunr takes the place of the program's") {
  CHECK(search_of("vi", "== theme/theme.yaml ==\npages: {home: {url: \"\", template: page.html}}\n") == "none");
  const support::Workspace workspace;
  workspace.write_all(site);
  REQUIRE(support::build().sound);
  CHECK(base::read("public/assets/lunr.js").starts_with("/**\n * lunr - "));
  support::write("theme/assets/lunr.js", "mine");
  REQUIRE(support::build().sound);
  CHECK(base::read("public/assets/lunr.js") == "mine");
}
