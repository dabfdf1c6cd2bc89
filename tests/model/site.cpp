#include "model/site.h"

#include <doctest/doctest.h>

#include "model/theme.h"

using namespace model;

namespace {

std::string text(const Value& value) {
  if (value.is_null()) return "nothing";
  const auto* said = value.get<std::string>();
  return said ? *said : "no text";
}

Value translated(std::vector<Value> languages) { return Translated{std::move(languages)}; }

}  // namespace

TEST_CASE("record: a value is found by its name, added once and then replaced") {
  Record record;
  CHECK(record.find("a") == nullptr);
  record.set("a", std::string("one"));
  record.set("b", std::string("two"));
  record.set("a", std::string("three"));
  CHECK(record.fields.size() == 2);
  CHECK(text(*record.find("a")) == "three");
  CHECK(record.fields[0].first == "a");
}

TEST_CASE("entries: an id is found before and after they are put in order") {
  Entries entries;
  for (const auto* id : {"lang-son", "chi-lang", "kon-tum", "chi-lang"}) entries.all.emplace_back().id = id;
  for (const bool indexed : {false, true}) {
    CAPTURE(indexed);
    if (indexed) entries.index();
    CHECK(entries.find("lang-son") == &entries.all[0]);
    CHECK(entries.find("chi-lang") == &entries.all[1]);
    CHECK(entries.find("kon-tum") == &entries.all[2]);
    CHECK(entries.find("") == nullptr);
    CHECK(entries.find("lai-chau") == nullptr);
    CHECK(entries.find("zzz") == nullptr);
  }
  entries.all.emplace_back().id = "lai-chau";
  CHECK(entries.find("lai-chau") == &entries.all[4]);
}

TEST_CASE("site: a collection is found by its name, and the site's own entry is always there") {
  Collection place, self;
  place.name = "place", self.name = "site";
  Site site;
  CHECK(site.self().fields.fields.empty());
  site.collections.emplace_back().collection = &place;
  site.collections.emplace_back().collection = &self;
  CHECK(site.find("place") == &site.collections[0]);
  CHECK(site.find("forum") == nullptr);
  CHECK(site.self().id.empty());
  site.collections[1].all.emplace_back().id = "site";
  CHECK(site.self().id == "site");
}

TEST_CASE("speak: the language asked for, else the first there is") {
  const Value both = translated({std::string("Lạng Sơn"), std::string("Lang Son")});
  const Value first = translated({std::string("Lạng Sơn"), {}}), second = translated({{}, std::string("Lang Son")});
  const auto said = [](const Value& value, std::size_t language) {
    const Spoken spoken = speak(value, language);
    return text(*spoken.value) + " in " + std::to_string(spoken.language) + (spoken.fell_back ? ", not as asked" : "");
  };
  CHECK(said(both, 0) == "Lạng Sơn in 0");
  CHECK(said(both, 1) == "Lang Son in 1");
  CHECK(said(first, 1) == "Lạng Sơn in 0, not as asked");
  CHECK(said(second, 0) == "Lang Son in 1, not as asked");
  CHECK(said(translated({{}, {}}), 1) == "nothing in 1");
  CHECK(said(translated({}), 1) == "nothing in 1");
  CHECK(said(std::string("111"), 1) == "111 in 1");
  CHECK(said({}, 1) == "nothing in 1");
}

TEST_CASE("title: the declared field, or else the id") {
  Collection collection;
  collection.title = "name";
  Entry entry;
  entry.id = "lang-son";
  CHECK(text(title_of(entry)) == "lang-son");
  entry.collection = &collection;
  CHECK(text(title_of(entry)) == "lang-son");
  entry.fields.set("name", Value());
  CHECK(text(title_of(entry)) == "lang-son");
  entry.fields.set("name", translated({{}, {}}));
  CHECK(text(title_of(entry)) == "lang-son");
  entry.fields.set("name", translated({std::string("Lạng Sơn"), {}}));
  CHECK(text(*speak(title_of(entry), 1).value) == "Lạng Sơn");
}

TEST_CASE("file: an address that ends in a folder is the index of it") {
  CHECK(file_of("") == "index.html");
  CHECK(file_of("vi/") == "vi/index.html");
  CHECK(file_of("404.html") == "404.html");
}

TEST_CASE("theme: a collection is found by its name") {
  Theme theme;
  theme.collections.resize(2);
  theme.collections[1].name = "place";
  CHECK(theme.find("place") == &theme.collections[1]);
  CHECK(theme.find("forum") == nullptr);
}
