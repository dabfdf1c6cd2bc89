#include "model/language.h"

#include <doctest/doctest.h>

#include <set>

using namespace model;

TEST_CASE("date patterns: names are told once, and each is found by itself") {
  std::set<std::string_view> names;
  for (const auto name : DateForms::names()) {
    CAPTURE(std::string(name));
    CHECK(names.insert(name).second);
    REQUIRE(DateForms::find(name));
    CHECK(DateForms::find(name)->name == name);
  }
}

TEST_CASE("date patterns: short forms and plurals belong to a plain name") {
  CHECK(DateForms::find("day_short")->name == "day");
  CHECK(DateForms::find("until_day_short")->name == "until_day");
  CHECK(DateForms::find("span_days_one")->name == "span_days");
  CHECK(DateForms::find("span_years_few_short")->name == "span_years");
  for (const auto name :
       {"", "_short", "days", "day_one", "day_long", "span_days_three", "span_one", "months", "seasons"}) {
    CAPTURE(std::string(name));
    CHECK(DateForms::find(name) == nullptr);
  }
}

TEST_CASE("language: words are found by their key") {
  Language language;
  language.strings["menu"] = {{"other", "Các mục"}};
  REQUIRE(language.find("menu"));
  CHECK(language.find("menu")->at("other") == "Các mục");
  CHECK(language.find("door") == nullptr);
}
