#include "load/site.h"

#include <doctest/doctest.h>

#include "support/small_site.h"

using support::check_site;

TEST_CASE("site: mistakes in several files are told in one run, by file and line") {
  CHECK(check_site(R"(== content/things/a.yaml ==
titel: A
when: 2024-02-30
== content/things/b.yaml ==
title: B
count: many
== content/lists/places.yaml ==
hanoi: {nmae: Hà Nội}
)") ==
        R"(content/lists/places.yaml:1:9: error: unknown field `nmae` in place [unknown-field]
   1 | hanoi: {nmae: Hà Nội}
     |         ^^^^ did you mean `name`?
content/things/a.yaml:1:1: error: unknown field `titel` in thing [unknown-field]
   1 | titel: A
     | ^^^^^ did you mean `title`?
content/things/a.yaml:2:7: error: the calendar has no day `2024-02-30` [when-no-such-day]
   2 | when: 2024-02-30
     |       ^^^^^^^^^^ did you mean `2024-02-29`?
content/things/b.yaml:2:8: error: `many` does not fit field `count` of kind number [wrong-kind]
   2 | count: many
     |        ^^^^ write it like 12, 1.5
)");
}

TEST_CASE("site: an empty file is an entry without fields, so that only what it must have is missed") {
  CHECK(check_site("== content/things/a.yaml ==\n== content/lists/places.yaml ==\n") ==
        R"(content/things/a.yaml:1:1: error: field `title` of thing is missing [missing-field]
  hint: write `title: …`
)");
}

TEST_CASE("site: a text of blanks says nothing") {
  CHECK(check_site("== content/things/a.yaml ==\ntitle: \"   \"\n") ==
        R"(content/things/a.yaml:1:8: error: field `title` of thing is missing [missing-field]
   1 | title: "   "
     |        ^^^^^ write `title: …`
)");
}

TEST_CASE("site: a text with nothing in any language says nothing, in a list as well") {
  CHECK(check_site("== content/things/a.yaml ==\ntitle:\n  en:\n") ==
        R"(content/things/a.yaml:2:3: error: field `title` of thing is missing [missing-field]
   2 |   en:
     |   ^^ write `title: …`
)");
  CHECK(check_site("== content/things/a.yaml ==\ntitle: {en: \" \"}\n").find("[missing-field]") != std::string::npos);
}

TEST_CASE("site: a list stands where names and values should") {
  CHECK(check_site("== content/things/a.yaml ==\n- title: A\n== content/lists/places.yaml ==\n- hanoi\n") ==
        R"(content/lists/places.yaml:1:1: error: `lists/places.yaml` is a list where a mapping is expected [wrong-shape]
   1 | - hanoi
     | ^^^^^^^
content/things/a.yaml:1:1: error: `thing` is a list where a mapping is expected [wrong-shape]
   1 | - title: A
     | ^^^^^^^^^^
)");
}

TEST_CASE("site: a Markdown file needs no front matter, and without a language it is in the first one") {
  CHECK(check_site("== content/pages/about.md ==\nHello.\n") == "");
}

TEST_CASE("site: one id twice in one language, and one address twice") {
  CHECK(check_site(R"(== content/pages/about.md ==
---
title: A
---
== content/pages/about.en.md ==
---
title: B
---
== content/pages/us.en.md ==
---
title: C
slug: about
---
)") ==
        R"(content/pages/about.md:1:1: error: page has an entry `about` already [duplicate-id]
content/pages/about.en.md:1:1: note: first here
content/pages/us.en.md:3:7: error: two pages have the address `/en/about/` [duplicate-url]
   3 | slug: about
     |       ^^^^^
content/pages/about.en.md:1:1: note: first here
)");
}

TEST_CASE("site: what a file cannot say is no further mistake: its entry is there") {
  CHECK(check_site(R"(== content/things/a.yaml ==
title: "A
== content/things/b.yaml ==
title: B
part_of: a
== content/pages/about.en.md ==
See [the thing](/things/a.yaml).
)") ==
        R"(content/things/a.yaml:1:8: error: the quote that opens here does not close on its line [yaml-multiline-quote]
   1 | title: "A
     |        ^ close the quote at the end of the line
)");
}

TEST_CASE("site: of a list that cannot be read, nothing is said to be missing") {
  CHECK(check_site(R"(== content/lists/places.yaml ==
hanoi
== content/things/a.yaml ==
title: A
place: hanoi
)") ==
        R"(content/lists/places.yaml:1:1: error: the line `hanoi` has no colon [yaml-missing-colon]
   1 | hanoi
     | ^^^^^ write `hanoi: …`
)");
}

TEST_CASE("site: without site.yaml, or without languages in it, nothing else is looked at") {
  CHECK(support::check_files("== content/notes.txt ==\n") ==
        R"(error: there is no file `content/site.yaml` [missing-file]
  hint: write it like `languages: [vi, en]`
)");
  CHECK(support::check_files("== content/site.yaml ==\n== content/odd.yaml ==\n") ==
        R"(content/site.yaml:1:1: error: field `languages` of site is missing [missing-field]
  hint: write it like `languages: [vi, en]`
)");
  CHECK(support::check_files("== content/site.yaml ==\nlanguages: []\n") ==
        R"(content/site.yaml:1:12: error: field `languages` of site is missing [missing-field]
   1 | languages: []
     |            ^^ write it like `languages: [vi, en]`
)");
  CHECK(support::check_files("== content/site.yaml ==\nlanguages: en\n") ==
        R"(content/site.yaml:1:12: error: field `languages` of site is missing [missing-field]
   1 | languages: en
     |            ^^ write it like `languages: [vi, en]`
)");
  CHECK(support::check_files("== content/site.yaml ==\nlanguages: [en, en, EN]\n") ==
        R"(content/site.yaml:1:17: error: `en` is given twice [yaml-duplicate-key]
   1 | languages: [en, en, EN]
     |                 ^^
content/site.yaml:1:13: note: first here
   1 | languages: [en, en, EN]
     |             ^^
content/site.yaml:1:21: error: `EN` is not the tag of a language [not-a-language]
   1 | languages: [en, en, EN]
     |                     ^^ write it like vi, en, fr, zh-hant
)");
}

TEST_CASE("site: a site.yaml with a mistake in its YAML still tells the languages") {
  CHECK(support::check_files("== content/site.yaml ==\ntitle: a: b\nlanguages: [en]\n== content/odd.yaml ==\n") ==
        R"(content/odd.yaml:1:1: error: nothing uses the file `odd.yaml` [unknown-file]
  hint: known here: `pages/{id*}.md`, `lists/places.yaml`, `site.yaml`, `things/{id}.yaml`, `{folder*}/pictures.yaml`
content/site.yaml:1:9: error: there is a second colon on this line [yaml-colon-in-value]
   1 | title: a: b
     |         ^ put it in quotes: "a: b"
)");
}

TEST_CASE("site: files with other ends and other cases are not passed over") {
  CHECK(check_site("== content/things/a.yml ==\ntitle: A\n== content/pages/about.EN.md ==\n== content/pages/about.v2.md ==\n== content/Things/b.yaml ==\n") ==
        R"(content/Things/b.yaml:1:1: error: nothing uses the file `Things/b.yaml` [unknown-file]
  hint: known here: `pages/{id*}.md`, `lists/places.yaml`, `site.yaml`, `things/{id}.yaml`, `{folder*}/pictures.yaml`
content/pages/about.EN.md:1:1: error: the site has no language `EN` [unknown-language]
  hint: rename the file to `about.en.md`
content/pages/about.v2.md:1:1: error: the site has no language `v2` [unknown-language]
  hint: known here: `en`
content/things/a.yml:1:1: error: nothing uses the file `things/a.yml` [unknown-file]
  hint: rename the file to `a.yaml`
)");
}

TEST_CASE("site: an address is made of plain letters") {
  CHECK(check_site("== content/pages/about.en.md ==\n---\nslug: About Us\n---\n") ==
        R"(content/pages/about.en.md:2:7: error: the address `/en/About Us/` is not made of a-z, 0-9, - and / [url-not-plain]
   2 | slug: About Us
     |       ^^^^^^^^ write it like `/en/about-us/`
)");
}
