#include "load/declarations.h"

#include <doctest/doctest.h>

#include "support/small_site.h"

using support::check_site;

namespace {

/// What is said of a collection that is declared so.
std::string declared(const std::string& yaml) { return check_site("== theme/collections/song.yaml ==\n" + yaml); }
std::string field(const std::string& declaration) { return declared("files: \"songs/{id}.yaml\"\nfields:\n  x: " + declaration + "\n"); }
std::string theme(const std::string& yaml) { return check_site("== theme/theme.yaml ==\n" + yaml); }

}  // namespace

TEST_CASE("declarations: what every collection has to say") {
  CHECK(declared("fields: {title: text}\n") ==
        R"(theme/collections/song.yaml:1:1: error: `song` has no attribute `files` [missing-attribute]
   1 | fields: {title: text}
     | ^^^^^^ write `files: …`
)");
  CHECK(declared("files: songs.yaml\n") ==
        R"(theme/collections/song.yaml:1:1: error: `song` has no attribute `fields` [missing-attribute]
   1 | files: songs.yaml
     | ^^^^^ write `fields: …`
)");
  CHECK(declared("") ==
        R"(theme/collections/song.yaml:1:1: error: `song` is nothing where a mapping is expected [wrong-shape]
)");
  CHECK(declared("- files\n") ==
        R"(theme/collections/song.yaml:1:1: error: `song` is a list where a mapping is expected [wrong-shape]
   1 | - files
     | ^^^^^^^
)");
  CHECK(declared("files: songs.yaml\nholds: few\nfields: {title: text}\n") ==
        R"(theme/collections/song.yaml:2:8: error: `few` is not one of the options of `holds` [unknown-option]
   2 | holds: few
     |        ^^^ known here: `one`, `many`
)");
  CHECK(declared("files: [songs.yaml]\nfields: [title]\n") ==
        R"(theme/collections/song.yaml:1:8: error: `files` is a list where text is expected [wrong-shape]
   1 | files: [songs.yaml]
     |        ^^^^^^^^^^^^
theme/collections/song.yaml:2:9: error: `fields` is a list where a mapping is expected [wrong-shape]
   2 | fields: [title]
     |         ^^^^^^^
)");
  CHECK(declared("files: \"songs/{id.yaml\"\nfields: {title: text}\n") ==
        R"(theme/collections/song.yaml:1:8: error: the pattern `songs/{id.yaml` is not understood [pattern-not-understood]
   1 | files: "songs/{id.yaml"
     |        ^^^^^^^^^^^^^^^^ write it like `{year}/{place}/plan.yaml`
)");
  CHECK(declared("files: \"{year}/song.yaml\"\nfields: {title: text}\n") ==
        R"(theme/collections/song.yaml:1:10: error: the pattern names `year`, which is no field of `song` [unknown-pattern-field]
   1 | files: "{year}/song.yaml"
     |          ^^^^ known here: `title`, `id`
)");
  CHECK(declared("files: songs.yaml\ntitle: nmae\nbody: text\nfields: {name: text}\n") ==
        R"(theme/collections/song.yaml:2:8: error: unknown field `nmae` in song [unknown-field]
   2 | title: nmae
     |        ^^^^ did you mean `name`?
theme/collections/song.yaml:3:7: error: unknown field `text` in song [unknown-field]
   3 | body: text
     |       ^^^^ known here: `name`
)");
  CHECK(declared("files: songs.yaml\npage: {url: \"{nmae}/\"}\nfields: {name: text}\n") ==
        R"(theme/collections/song.yaml:2:7: error: `page` has no attribute `template` [missing-attribute]
   2 | page: {url: "{nmae}/"}
     |       ^^^^^^^^^^^^^^^^ write `template: …`
theme/collections/song.yaml:2:15: error: the pattern names `nmae`, which is no field of `song` [unknown-pattern-field]
   2 | page: {url: "{nmae}/"}
     |               ^^^^ did you mean `name`?
)");
  CHECK(declared("files: songs.yaml\npage: songs/\nfields: {name: text}\n") ==
        R"(theme/collections/song.yaml:2:7: error: `page` is text where a mapping is expected [wrong-shape]
   2 | page: songs/
     |       ^^^^^^
)");
  CHECK(declared("files: songs.yaml\nlist: {url: \"{name}/\", template: hom.html}\nfields: {name: text}\n") ==
        R"(theme/collections/song.yaml:2:15: error: the pattern names `name`, which is no field of `list` [unknown-pattern-field]
   2 | list: {url: "{name}/", template: hom.html}
     |               ^^^^
theme/collections/song.yaml:2:34: error: there is no template `hom.html` [template-not-found]
   2 | list: {url: "{name}/", template: hom.html}
     |                                  ^^^^^^^^ did you mean `home.html`?
)");
  CHECK(check_site("== theme/collections/Song.yaml ==\nfiles: songs.yaml\nfields: {name: text}\n") ==
        R"(theme/collections/Song.yaml:1:1: error: the name `Song` is not made of a-z, 0-9 and _ with a letter first [name-not-plain]
   1 | files: songs.yaml
     | ^^^^^
)");
}

TEST_CASE("declarations: a field is a kind, or a mapping with one") {
  CHECK(field("txt") ==
        R"(theme/collections/song.yaml:3:6: error: unknown kind `txt` [unknown-kind]
   3 |   x: txt
     |      ^^^ did you mean `text`?
)");
  CHECK(field("[text]") ==
        R"(theme/collections/song.yaml:3:6: error: `x` is a list where a mapping is expected [wrong-shape]
   3 |   x: [text]
     |      ^^^^^^
)");
  CHECK(field("{required: yes}") ==
        R"(theme/collections/song.yaml:3:6: error: `x` has no attribute `kind` [missing-attribute]
   3 |   x: {required: yes}
     |      ^^^^^^^^^^^^^^^ write `kind: …`
)");
  CHECK(field("{kind: [text]}") ==
        R"(theme/collections/song.yaml:3:13: error: `kind` is a list where text is expected [wrong-shape]
   3 |   x: {kind: [text]}
     |             ^^^^^^
)");
  CHECK(field("{kind: text, required: maybe}") ==
        R"(theme/collections/song.yaml:3:29: error: `maybe` does not fit field `required` of kind yes-no [wrong-kind]
   3 |   x: {kind: text, required: maybe}
     |                             ^^^^^
)");
  CHECK(field("{kind: text, search: much}") ==
        R"(theme/collections/song.yaml:3:27: error: `much` does not fit field `search` of kind number [wrong-kind]
   3 |   x: {kind: text, search: much}
     |                           ^^^^
)");
  CHECK(field("{kind: text, new_year: keep}") ==
        R"(theme/collections/song.yaml:3:29: error: `keep` is not one of the options of `new_year` [unknown-option]
   3 |   x: {kind: text, new_year: keep}
     |                             ^^^^ known here: `carry`, `clear`, `confirm`
)");
  CHECK(field("{kind: text, reqired: yes}") ==
        R"(theme/collections/song.yaml:3:19: error: unknown attribute `reqired` of `x` [unknown-attribute]
   3 |   x: {kind: text, reqired: yes}
     |                   ^^^^^^^ did you mean `required`?
)");
  CHECK(field("{kind: text, label: [a]}") ==
        R"(theme/collections/song.yaml:3:26: error: `label` is a list where text is expected [wrong-shape]
   3 |   x: {kind: text, label: [a]}
     |                          ^^^
)");
  CHECK(field("{kind: choice}") ==
        R"(theme/collections/song.yaml:3:6: error: `x` has no attribute `options` [missing-attribute]
   3 |   x: {kind: choice}
     |      ^^^^^^^^^^^^^^ write `options: …`
)");
  CHECK(field("{kind: choice, options: a}") ==
        R"(theme/collections/song.yaml:3:30: error: `options` is text where a list is expected [wrong-shape]
   3 |   x: {kind: choice, options: a}
     |                              ^ write it like `- a`
)");
  CHECK(field("{kind: reference}") ==
        R"(theme/collections/song.yaml:3:6: error: `x` has no attribute `to` [missing-attribute]
   3 |   x: {kind: reference}
     |      ^^^^^^^^^^^^^^^^^ write `to: …`
)");
  CHECK(field("{kind: reference, to: plaec}") ==
        R"(theme/collections/song.yaml:3:28: error: unknown collection `plaec` [unknown-collection]
   3 |   x: {kind: reference, to: plaec}
     |                            ^^^^^ did you mean `place`?
)");
  CHECK(field("{kind: list}") ==
        R"(theme/collections/song.yaml:3:6: error: `x` has no attribute `of` [missing-attribute]
   3 |   x: {kind: list}
     |      ^^^^^^^^^^^^ write `of: …`
)");
  CHECK(field("{kind: list, of: wrod}") ==
        R"(theme/collections/song.yaml:3:23: error: unknown kind `wrod` [unknown-kind]
   3 |   x: {kind: list, of: wrod}
     |                       ^^^^ did you mean `word`?
)");
  CHECK(field("{kind: list, of: {kind: reference, to: plaec}}") ==
        R"(theme/collections/song.yaml:3:45: error: unknown collection `plaec` [unknown-collection]
   3 |   x: {kind: list, of: {kind: reference, to: plaec}}
     |                                             ^^^^^ did you mean `place`?
)");
  CHECK(field("{kind: record}") ==
        R"(theme/collections/song.yaml:3:6: error: `x` has no attribute `fields` [missing-attribute]
   3 |   x: {kind: record}
     |      ^^^^^^^^^^^^^^ write `fields: …`
)");
  CHECK(field("{kind: record, fields: {Bad: text}}") ==
        R"(theme/collections/song.yaml:3:30: error: the name `Bad` is not made of a-z, 0-9 and _ with a letter first [name-not-plain]
   3 |   x: {kind: record, fields: {Bad: text}}
     |                              ^^^
)");
  CHECK(field("{kind: word, min: 1}") ==
        R"(theme/collections/song.yaml:3:19: error: attribute `min` means nothing for kind `word` [attribute-not-for-kind]
   3 |   x: {kind: word, min: 1}
     |                   ^^^ take `min` away
)");
  CHECK(field("{kind: number, min: few}") ==
        R"(theme/collections/song.yaml:3:26: error: `few` does not fit field `min` of kind number [wrong-kind]
   3 |   x: {kind: number, min: few}
     |                          ^^^
)");
}

TEST_CASE("declarations: names that are taken, or cannot be written in a template") {
  CHECK(declared("files: songs.yaml\nfields: {id: word, my-song: word, 1st: word}\n") ==
        R"(theme/collections/song.yaml:2:10: error: the name `id` belongs to the program [name-reserved]
   2 | fields: {id: word, my-song: word, 1st: word}
     |          ^^
theme/collections/song.yaml:2:20: error: the name `my-song` is not made of a-z, 0-9 and _ with a letter first [name-not-plain]
   2 | fields: {id: word, my-song: word, 1st: word}
     |                    ^^^^^^^
theme/collections/song.yaml:2:35: error: the name `1st` is not made of a-z, 0-9 and _ with a letter first [name-not-plain]
   2 | fields: {id: word, my-song: word, 1st: word}
     |                                   ^^^
)");
  CHECK(check_site("== content/collections/place.yaml ==\nlabel: Places\nfields: {name: word, size: number}\n") ==
        R"(content/collections/place.yaml:1:1: error: unknown attribute `label` of `place` [unknown-attribute]
   1 | label: Places
     | ^^^^^ known here: `fields`
content/collections/place.yaml:2:10: error: field `name` of `place` is declared already [field-declared-twice]
   2 | fields: {name: word, size: number}
     |          ^^^^
theme/collections/place.yaml:4:10: note: first here
   4 | fields: {name: text}
     |          ^^^^
)");
}

TEST_CASE("declarations: the theme itself") {
  CHECK(theme("pges: {}\n") ==
        R"(theme/theme.yaml:1:1: error: unknown attribute `pges` of `theme.yaml` [unknown-attribute]
   1 | pges: {}
     | ^^^^ did you mean `pages`?
)");
  CHECK(theme("pages: [home]\n") ==
        R"(theme/theme.yaml:1:8: error: `pages` is a list where a mapping is expected [wrong-shape]
   1 | pages: [home]
     |        ^^^^^^
)");
  CHECK(theme("pages:\n  home: {url: \"\", template: home.htm}\n  Home: {file: index.html, template: home.html}\n") ==
        R"(theme/theme.yaml:2:29: error: there is no template `home.htm` [template-not-found]
   2 |   home: {url: "", template: home.htm}
     |                             ^^^^^^^^ did you mean `home.html`?
theme/theme.yaml:3:3: error: the name `Home` is not made of a-z, 0-9 and _ with a letter first [name-not-plain]
   3 |   Home: {file: index.html, template: home.html}
     |   ^^^^
)");
  CHECK(theme("colors: {accent: red, Dark: \"#000000\", text: {dark: \"#ffffff\"}}\npages: {home: {url: \"\", template: home.html}}\n") ==
        R"(theme/theme.yaml:1:18: error: the colour `red` is not understood [color-not-understood]
   1 | colors: {accent: red, Dark: "#000000", text: {dark: "#ffffff"}}
     |                  ^^^ write it like "#b3261e"
theme/theme.yaml:1:23: error: the name `Dark` is not made of a-z, 0-9 and - with a letter first [name-not-plain]
   1 | colors: {accent: red, Dark: "#000000", text: {dark: "#ffffff"}}
     |                       ^^^^
theme/theme.yaml:1:46: error: `text` has no attribute `light` [missing-attribute]
   1 | colors: {accent: red, Dark: "#000000", text: {dark: "#ffffff"}}
     |                                              ^^^^^^^^^^^^^^^^^ write `light: …`
)");
  CHECK(check_site("== theme/strings/en.yaml ==\nname: English\ndates: {months: [a, b], dya: x}\nstrings: {Hello: x, n: {one: y}, z: [a]}\n") ==
        R"(theme/strings/en.yaml:2:17: error: `months` has the length 2, outside of what is allowed: 12 [list-length]
   2 | dates: {months: [a, b], dya: x}
     |                 ^^^^^^
theme/strings/en.yaml:2:25: error: unknown attribute `dya` of `dates` [unknown-attribute]
   2 | dates: {months: [a, b], dya: x}
     |                         ^^^ did you mean `day`?
theme/strings/en.yaml:3:11: error: the name `Hello` is not made of a-z, 0-9 and _ with a letter first [name-not-plain]
   3 | strings: {Hello: x, n: {one: y}, z: [a]}
     |           ^^^^^
theme/strings/en.yaml:3:24: error: `n` has no attribute `other` [missing-attribute]
   3 | strings: {Hello: x, n: {one: y}, z: [a]}
     |                        ^^^^^^^^ write `other: …`
theme/strings/en.yaml:3:37: error: `z` is a list where a mapping is expected [wrong-shape]
   3 | strings: {Hello: x, n: {one: y}, z: [a]}
     |                                     ^^^
)");
  CHECK(check_site("== theme/notes.txt ==\n== theme/collections/x.yml ==\n== theme/strings/english.yaml ==\n") ==
        R"(theme/collections/x.yml:1:1: error: nothing uses the file `theme/collections/x.yml` [unknown-file]
  hint: rename the file to `x.yaml`
theme/notes.txt:1:1: error: nothing uses the file `theme/notes.txt` [unknown-file]
theme/strings/english.yaml:1:1: error: `english` is not the tag of a language [not-a-language]
)");
  CHECK(support::check_files("== content/site.yaml ==\nlanguages: [en, vi]\n== theme/strings/vi.yaml ==\nname: Tiếng Việt\n") ==
        R"x(theme/strings/vi.yaml:1:1: error: `strings` has no attribute `untranslated` [missing-attribute]
  hint: write it like `untranslated: "({language})"`
theme/strings/vi.yaml:1:1: warning: the theme's words `dates.day` are missing in `vi` [missing-string]
  hint: add `dates.day` to `strings/vi.yaml`
)x");
}

TEST_CASE("declarations: a collection takes the fields and rules of its traits, and its own replace them") {
  const std::string trait = "== theme/traits/named.yaml ==\nfields: {title: {kind: text, required: yes}, when: when}\nrules:\n  dated: {must: entry.when, say: no date}\n";
  const std::string song = "== theme/collections/song.yaml ==\nfiles: \"songs/{id}.yaml\"\ntraits: [named]\n";
  CHECK(check_site(trait + song + "== content/songs/a.yaml ==\ntitel: A\nwhen: 2024\n") ==
        R"(content/songs/a.yaml:1:1: error: unknown field `titel` in song [unknown-field]
   1 | titel: A
     | ^^^^^ did you mean `title`?
)");
  CHECK(check_site(trait + song + "== content/songs/a.yaml ==\ntitle: A\n") == "content/songs/a.yaml:1:1: error: no date (rule `dated`) [rule-broken]\n");
  CHECK(check_site(trait + song + "fields: {title: number}\nrules: {dated: {must: entry.title > 1, say: too small, at: title}}\n== content/songs/a.yaml ==\ntitle: 1\n") ==
        R"(content/songs/a.yaml:1:8: error: too small (rule `dated`) [rule-broken]
   1 | title: 1
     |        ^
)");
  CHECK(check_site("== theme/traits/named.yaml ==\nfeilds: {title: text}\nfields: {Title: text}\n" + song) ==
        R"(theme/traits/named.yaml:1:1: error: unknown attribute `feilds` of `named` [unknown-attribute]
   1 | feilds: {title: text}
     | ^^^^^^ did you mean `fields`?
theme/traits/named.yaml:2:10: error: the name `Title` is not made of a-z, 0-9 and _ with a letter first [name-not-plain]
   2 | fields: {Title: text}
     |          ^^^^^
)");
}

TEST_CASE("declarations: content cannot replace the field of a trait") {
  CHECK(check_site("== theme/traits/named.yaml ==\nfields: {title: text}\n== theme/collections/song.yaml ==\nfiles: \"songs/{id}.yaml\"\ntraits: [named]\n"
                   "== content/collections/song.yaml ==\nfields: {title: number}\n").find("[field-declared-twice]") != std::string::npos);
}

TEST_CASE("declarations: the page of an entry has an address in each language, and is no one file") {
  CHECK(check_site("== theme/collections/song.yaml ==\nfiles: \"songs/{id}.yaml\"\nfields: {title: text}\npage: {file: x.html, template: home.html}\n")
            .find("unknown attribute `file` of `page`") != std::string::npos);
}

TEST_CASE("declarations: an entry may have further pages, each with an address of its own") {
  const std::string song = "== theme/collections/song.yaml ==\nfiles: \"songs/{id}.yaml\"\nfields: {title: text}\npages:\n";
  CHECK(check_site(song + "  print: {url: \"songs/{slug}/print/\", template: home.html}\n  sheet: {url: \"songs/{slug}/sheet/\", template: home.html}\n== content/songs/a.yaml ==\ntitle: A\n") == "");
  CHECK(check_site(song + "  print: {url: \"songs/{slug}/\", template: home.html}\n  sheet: {url: \"songs/{slug}/\", template: home.html}\n== content/songs/a.yaml ==\ntitle: A\n") ==
        R"(content/songs/a.yaml:1:1: error: two pages have the address `/en/songs/a/` [duplicate-url]
content/songs/a.yaml:1:1: note: first here
)");
  CHECK(check_site(song + "  Print: {url: \"songs/{slag}/\", template: hone.html}\n") ==
        R"(theme/collections/song.yaml:4:3: error: the name `Print` is not made of a-z, 0-9 and _ with a letter first [name-not-plain]
   4 |   Print: {url: "songs/{slag}/", template: hone.html}
     |   ^^^^^
theme/collections/song.yaml:4:24: error: the pattern names `slag`, which is no field of `song` [unknown-pattern-field]
   4 |   Print: {url: "songs/{slag}/", template: hone.html}
     |                        ^^^^ did you mean `slug`?
theme/collections/song.yaml:4:43: error: there is no template `hone.html` [template-not-found]
   4 |   Print: {url: "songs/{slag}/", template: hone.html}
     |                                           ^^^^^^^^^ did you mean `home.html`?
)");
}
