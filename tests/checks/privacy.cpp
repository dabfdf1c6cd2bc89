#include <doctest/doctest.h>

#include "support/small_site.h"

using support::check_site;

namespace {

const std::string with_words =
    "== theme/strings/en.yaml ==\nname: English\ndates: {day: \"{day}\"}\nstrings: {untranslated: \"(in {language})\"}\nprivacy: {mail_hosts: [gmail.com]}\n";

}  // namespace

TEST_CASE("privacy: nothing is looked for where the theme has no words for it") {
  CHECK(check_site("== content/pages/a.en.md ==\nCall 0912 345 678 or an@gmail.com.\n") == "");
}

TEST_CASE("privacy: the place of a number within Markdown") {
  CHECK(check_site(with_words + "== content/pages/a.en.md ==\n---\ntitle: A\n---\n\nCall\n0912 345 678.\n") ==
        R"(content/pages/a.en.md:6:1: warning: the phone number `0912 345 678` is in no field for phone numbers, so it may be somebody's own [private-phone]
   6 | 0912 345 678.
     | ^^^^^^^^^^^^ write it otherwise; or, once you know that it may be published, add `checked: ["0912 345 678"]` to the entry
)");
}

TEST_CASE("privacy: what was checked may stand there, in front matter as well") {
  CHECK(check_site(with_words + "== content/pages/a.en.md ==\n---\nchecked: [\"0912 345 678\"]\n---\nCall 0912 345 678.\n") == "");
  CHECK(check_site(with_words + "== content/pages/a.en.md ==\n---\nchecked: [\"0912 345 678\"]\n---\nCall.\n") ==
        R"(content/pages/a.en.md:2:11: warning: `0912 345 678` stands in no text of this entry [checked-unused]
   2 | checked: ["0912 345 678"]
     |           ^^^^^^^^^^^^^^ take `0912 345 678` away
)");
}

TEST_CASE("privacy: a number that the site tells anywhere on purpose is no secret") {
  CHECK(check_site(with_words + "== content/collections/line.yaml ==\nfiles: lists/lines.yaml\nholds: many\nfields: {number: phone, mail: email}\n"
                                "== content/lists/lines.yaml ==\none: {number: 0912.345.678, mail: Help@Example.org}\n"
                                "== content/pages/a.en.md ==\nCall +84 912 345 678 or write to help@example.org.\n") == "");
}

TEST_CASE("privacy: an age, a year of birth and a code of a country are the theme's words, and what a list names is nobody") {
  const std::string words =
      "== theme/strings/en.yaml ==\nname: English\ndates: {day: \"{day}\"}\nstrings: {untranslated: \"(in {language})\"}\n"
      "privacy: {mail_hosts: [gmail.com], country_codes: [\"84\"], ages: [\"aged #\"], young: [3-17], groups: [\"aged # to #\"], before_places: [of]}\n";
  CHECK(check_site(words + "== content/pages/a.en.md ==\nOf Kon Tum, aged 12; Kon Tum, aged 12 to 16; John Smith, aged 38; 1900 1234.\n") == "");
  CHECK(check_site(words + "== content/pages/a.en.md ==\nJohn Smith, aged 12.\n") ==
        R"(content/pages/a.en.md:1:1: warning: `John Smith` stands beside `aged 12`: readers may know who that is [private-person]
   1 | John Smith, aged 12.
     | ^^^^^^^^^^ write it otherwise; or, once you know that it may be published, add `checked: ["John Smith"]` to the entry
)");
  CHECK(check_site(words + "== content/collections/spot.yaml ==\nfiles: lists/spots.yaml\nholds: many\ntitle: name\nfields: {name: text}\n== content/lists/spots.yaml ==\nfort: {name: Old Fort Smith}\n"
                           "== content/pages/a.en.md ==\nFort Smith, aged 12.\n") == "");
  CHECK(check_site(words + "== content/pages/a.en.md ==\n84912345678\n").starts_with("content/pages/a.en.md:1:1: warning: the phone number `84912345678`"));
}
