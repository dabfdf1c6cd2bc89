#include "load/values.h"

#include <doctest/doctest.h>

#include "support/small_site.h"

using support::said;

TEST_CASE("text: a text in each language, or in the first") {
  CHECK(said("text", "{en: Hello, vi: Chào}") == "[Hello]");
  CHECK(said("text", "Hello") ==
        R"(content/a/case.yaml:1:4: warning: `x` is missing in `vi` [missing-translation]
   1 | x: Hello
     |    ^^^^^ give each language: en: …, vi: …
[Hello])");
  CHECK(said("text", "{en: Hello}") ==
        R"(content/a/case.yaml:1:4: warning: `x` is missing in `vi` [missing-translation]
   1 | x: {en: Hello}
     |    ^^^^^^^^^^^ write `vi: …`
[Hello])");
  CHECK(said("text", "{vi: Chào}") ==
        R"(content/a/case.yaml:1:4: warning: `x` is missing in `en` [missing-translation]
   1 | x: {vi: Chào}
     |    ^^^^^^^^^^ write `en: …`
[<span lang="vi">Chào</span> <small class="untranslated">(in Tiếng Việt)</small>])");
  CHECK(said("{kind: text, translated: no}", "Hello") == "[Hello]");
  CHECK(said("text", "[a, b]") ==
        R"(content/a/case.yaml:1:4: error: `x` is a list where text is expected [wrong-shape]
   1 | x: [a, b]
     |    ^^^^^^ put it in quotes: "[a, b]"
)");
  CHECK(said("text", "{en: [a], vi: b}") ==
        R"(content/a/case.yaml:1:9: error: `x` is a list where text is expected [wrong-shape]
   1 | x: {en: [a], vi: b}
     |         ^^^ put it in quotes: "[a]"
)");
  CHECK(said("text", "{e: Hello}") ==
        R"(content/a/case.yaml:1:4: error: `x` is a mapping where text is expected [wrong-shape]
   1 | x: {e: Hello}
     |    ^^^^^^^^^^ give each language: en: …, vi: …
)");
  CHECK(said("text", "{en: Hello, vi: Chào, fr: Salut}") ==
        R"(content/a/case.yaml:1:26: error: the site has no language `fr` [unknown-language]
   1 | x: {en: Hello, vi: Chào, fr: Salut}
     |                          ^^ known here: `en`, `vi`
)");
  CHECK(said("{kind: text, required: yes}", "") ==
        R"(content/a/case.yaml:1:1: error: field `x` of case is missing [missing-field]
   1 | x: 
     | ^ write `x: …`
)");
  CHECK(said("{kind: text, required: yes}", "\"  \"") ==
        R"(content/a/case.yaml:1:4: error: field `x` of case is missing [missing-field]
   1 | x: "  "
     |    ^^^^ write `x: …`
)");
}

TEST_CASE("prose: Markdown, safe by itself") {
  CHECK(said("prose", "{en: \"**Hi** <b>\", vi: Chào}") ==
        R"(content/a/case.yaml:1:17: error: raw HTML in the text: `<b>` [markdown-raw-html]
   1 | x: {en: "**Hi** <b>", vi: Chào}
     |                 ^^^ use Markdown instead of HTML **…**
)");
  CHECK(said("prose", "{en: \"**Hi** & you\", vi: Chào}") ==
        R"([<p><strong>Hi</strong> &amp; you</p>
])");
}

TEST_CASE("word: as it is typed") {
  CHECK(said("word", "08") == "[08]");
  CHECK(said("word", "no") == "[no]");
  CHECK(said("word", "{en: a, vi: b}") ==
        R"(content/a/case.yaml:1:4: error: `x` is a mapping where text is expected [wrong-shape]
   1 | x: {en: a, vi: b}
     |    ^^^^^^^^^^^^^^ this field is the same in all languages: once is enough
)");
  CHECK(said("{kind: word, translated: yes}", "{en: a, vi: b}") == "[a]");
}

TEST_CASE("number: whole or with a point, in its range") {
  CHECK(said("number", "1200.5") == "[1,200.5]");
  CHECK(said("number", "-3") == "[-3]");
  CHECK(said("number", "1e3") ==
        R"(content/a/case.yaml:1:4: error: `1e3` does not fit field `x` of kind number [wrong-kind]
   1 | x: 1e3
     |    ^^^ write it like 12, 1.5
)");
  CHECK(said("number", "1,5") ==
        R"(content/a/case.yaml:1:4: error: `1,5` does not fit field `x` of kind number [wrong-kind]
   1 | x: 1,5
     |    ^^^ write it like 12, 1.5
)");
  CHECK(said("number", "nan") ==
        R"(content/a/case.yaml:1:4: error: `nan` does not fit field `x` of kind number [wrong-kind]
   1 | x: nan
     |    ^^^ write it like 12, 1.5
)");
  CHECK(said("number", "0x10") ==
        R"(content/a/case.yaml:1:4: error: `0x10` does not fit field `x` of kind number [wrong-kind]
   1 | x: 0x10
     |    ^^^^ write it like 12, 1.5
)");
  CHECK(said("{kind: number, min: 1, max: 5}", "6") ==
        R"(content/a/case.yaml:1:4: error: 6 is outside of what is allowed: 1 … 5 [number-out-of-range]
   1 | x: 6
     |    ^
)");
  CHECK(said("{kind: number, min: 1}", "0") ==
        R"(content/a/case.yaml:1:4: error: 0 is outside of what is allowed: ≥ 1 [number-out-of-range]
   1 | x: 0
     |    ^
)");
}

TEST_CASE("quantity: a value, of how many, in percent, with a unit") {
  CHECK(said("quantity", "144/200") == "[144/200]");
  CHECK(said("quantity", "90 %") == "[90%]");
  CHECK(said("quantity", "{value: 12, of: 20, unit: {en: communes, vi: xã}}") == "[12/20 communes]");
  CHECK(said("quantity", "144/") ==
        R"(content/a/case.yaml:1:4: error: `144/` does not fit field `x` of kind quantity [wrong-kind]
   1 | x: 144/
     |    ^^^^ write it like 12, 90%, 144/200
)");
  CHECK(said("quantity", "{of: 12}") ==
        R"(content/a/case.yaml:1:4: error: field `value` of x is missing [missing-field]
   1 | x: {of: 12}
     |    ^^^^^^^^ write `value: …`
)");
  CHECK(said("quantity", "[1]") ==
        R"(content/a/case.yaml:1:4: error: `x` is a list where text is expected [wrong-shape]
   1 | x: [1]
     |    ^^^
)");
}

TEST_CASE("yes-no: in English and in Vietnamese") {
  CHECK(said("yes-no", "yes", "{% if entry.x %}y{% endif %}") == "[y]");
  CHECK(said("yes-no", "không", "{% if not entry.x %}n{% endif %}") == "[n]");
  CHECK(said("yes-no", "Yes") ==
        R"(content/a/case.yaml:1:4: error: `Yes` does not fit field `x` of kind yes-no [wrong-kind]
   1 | x: Yes
     |    ^^^ write it like yes, no, có, không
)");
}

TEST_CASE("choice: one of the options, with its label where it has one") {
  CHECK(said("{kind: choice, options: [a, b]}", "b") == "[b]");
  CHECK(said("{kind: choice, options: {a: {en: First, vi: Một}}}", "a") == "[First]");
  CHECK(said("{kind: choice, options: [held, planned]}", "hold") ==
        R"(content/a/case.yaml:1:4: error: `hold` is not one of the options of `x` [unknown-option]
   1 | x: hold
     |    ^^^^ did you mean `held`?
)");
  CHECK(said("{kind: choice, options: [held, planned]}", "cancelled") ==
        R"(content/a/case.yaml:1:4: error: `cancelled` is not one of the options of `x` [unknown-option]
   1 | x: cancelled
     |    ^^^^^^^^^ known here: `held`, `planned`
)");
}

TEST_CASE("when: dates as EDTF writes them, and what it lacks") {
  CHECK(said("when", "2024-06-01") == "[01.06.2024]");
  CHECK(said("when", "{date: 2024-10, text: {en: In autumn, vi: Mùa thu}, note: {en: Soon, vi: Sắp}}") == "[In autumn]");
  CHECK(said("when", "31/12/2024") ==
        R"(content/a/case.yaml:1:4: error: the date `31/12/2024` is not understood [when-not-understood]
   1 | x: 31/12/2024
     |    ^^^^^^^^^^ did you mean `2024-12-31`?
)");
  CHECK(said("when", "12/2024") ==
        R"(content/a/case.yaml:1:4: error: the date `12/2024` is not understood [when-not-understood]
   1 | x: 12/2024
     |    ^^^^^^^ did you mean `2024-12`?
)");
  CHECK(said("when", "31/2/2024") ==
        R"(content/a/case.yaml:1:4: error: the calendar has no day `31/2/2024` [when-no-such-day]
   1 | x: 31/2/2024
     |    ^^^^^^^^^ did you mean `2024-02-29`?
)");
  CHECK(said("when", "1/13/2024") ==
        R"(content/a/case.yaml:1:4: error: the calendar has no day `1/13/2024` [when-no-such-day]
   1 | x: 1/13/2024
     |    ^^^^^^^^^ did you mean `2024-01-13`?
)");
  CHECK(said("when", "{note: {en: Soon, vi: Sắp}}") ==
        R"(content/a/case.yaml:1:4: error: field `date` of x is missing [missing-field]
   1 | x: {note: {en: Soon, vi: Sắp}}
     |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ write `date: …`
)");
  CHECK(said("when", "{before: 2024-07-12}", "{{ entry.x.edtf }}") == "[../2024-07-11]");
  CHECK(said("when", "{date: 2024, before: 2023-01-01}") ==
        R"(content/a/case.yaml:1:25: error: the date `2023-01-01` is not understood [when-not-understood]
   1 | x: {date: 2024, before: 2023-01-01}
     |                         ^^^^^^^^^^
content/a/case.yaml:1:11: note: first here
   1 | x: {date: 2024, before: 2023-01-01}
     |           ^^^^
)");
  CHECK(said("when", "{before: 2024-07}") ==
        R"(content/a/case.yaml:1:13: error: the date `2024-07` is not understood [when-not-understood]
   1 | x: {before: 2024-07}
     |             ^^^^^^^ write a date like 2024-07-12
)");
  CHECK(said("when", "{within: P15D}") ==
        R"(content/a/case.yaml:1:4: error: field `after` of x is missing [missing-field]
   1 | x: {within: P15D}
     |    ^^^^^^^^^^^^^^ write `after: …`
)");
  CHECK(said("when", "{within: P15D, after: y}") ==
        R"(content/a/case.yaml:1:26: error: unknown field `y` in case [unknown-field]
   1 | x: {within: P15D, after: y}
     |                          ^ known here: `x`, `aliases`, `status`, `publish_from`, `expire_after`, `checked`
)");
  CHECK(said("when", "{within: soon, after: x}") ==
        R"(content/a/case.yaml:1:13: error: the date `soon` is not understood [when-not-understood]
   1 | x: {within: soon, after: x}
     |             ^^^^ write a date like P15D, P2W, P1M, P1Y
)");
  CHECK(said("when", "[2024]") ==
        R"(content/a/case.yaml:1:4: error: `x` is a list where text is expected [wrong-shape]
   1 | x: [2024]
     |    ^^^^^^
)");
}

TEST_CASE("phone: digits as people write them") {
  CHECK(said("phone", "\"0205 3812.345\"") == "[0205 3812.345]");
  CHECK(said("phone", "111") == "[111]");
  CHECK(said("phone", "11") ==
        R"(content/a/case.yaml:1:4: error: `11` does not fit field `x` of kind phone [wrong-kind]
   1 | x: 11
     |    ^^ write it like "111", "0205 3812 345"
)");
  CHECK(said("phone", "call 111") ==
        R"(content/a/case.yaml:1:4: error: `call 111` does not fit field `x` of kind phone [wrong-kind]
   1 | x: call 111
     |    ^^^^^^^^ write it like "111", "0205 3812 345"
)");
}

TEST_CASE("email") {
  CHECK(said("email", "a.b@example.org") == "[a.b@example.org]");
  CHECK(said("email", "a@b@example.org") ==
        R"(content/a/case.yaml:1:4: error: `a@b@example.org` does not fit field `x` of kind email [wrong-kind]
   1 | x: a@b@example.org
     |    ^^^^^^^^^^^^^^^ write it like ten@example.org
)");
  CHECK(said("email", "a@example") ==
        R"(content/a/case.yaml:1:4: error: `a@example` does not fit field `x` of kind email [wrong-kind]
   1 | x: a@example
     |    ^^^^^^^^^ write it like ten@example.org
)");
}

TEST_CASE("link: an address on the web, or of the site, that may be opened") {
  CHECK(said("link", "https://example.org/a") == "[https://example.org/a]");
  CHECK(said("link", "/en/") == "[/en/]");
  CHECK(said("link", "plan.pdf") == "[/media/a/plan.pdf]");
  CHECK(said("link", "/lists/nothing.yaml") ==
        R"(content/a/case.yaml:1:4: error: the link `/lists/nothing.yaml` leads to nothing on this site [link-dead]
   1 | x: /lists/nothing.yaml
     |    ^^^^^^^^^^^^^^^^^^^
)");
  CHECK(said("link", "javascript:alert(1)") ==
        R"(content/a/case.yaml:1:4: error: a link to `javascript:alert(1)` is not allowed [link-scheme]
   1 | x: javascript:alert(1)
     |    ^^^^^^^^^^^^^^^^^^^ links may be https://…, mailto:…, tel:… or a path of the site
)");
  CHECK(said("link", "//example.org/") ==
        R"(content/a/case.yaml:1:4: error: a link to `//example.org/` is not allowed [link-scheme]
   1 | x: //example.org/
     |    ^^^^^^^^^^^^^^ links may be https://…, mailto:…, tel:… or a path of the site
)");
  CHECK(said("link", "https://me:secret@example.org/") ==
        R"(content/a/case.yaml:1:4: error: a link to `https://me:secret@example.org/` is not allowed [link-scheme]
   1 | x: https://me:secret@example.org/
     |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ links may be https://…, mailto:…, tel:… or a path of the site
)");
}

TEST_CASE("when: what is only expected is meant as that") {
  CHECK(said("when", "dự kiến tháng 7/2027").find("did you mean `2027-07?`?") != std::string::npos);
  CHECK(said("when", "khoảng tháng 7 năm 2027").find("did you mean `2027-07~`?") != std::string::npos);
  for (const char* written : {"2027-7?", "2027-07 ?", "?2027-07"}) CHECK_MESSAGE(said("when", written).find("did you mean `2027-07?`?") != std::string::npos, written);
}

TEST_CASE("image and file: what lies in the content") {
  CHECK(said("file", "plan.pdf") == "[/media/a/plan.pdf]");
  CHECK(said("file", "/a/plan.pdf") == "[/media/a/plan.pdf]");
  CHECK(said("file", "plann.pdf") ==
        R"(content/a/case.yaml:1:4: error: there is no file `plann.pdf` [missing-file]
   1 | x: plann.pdf
     |    ^^^^^^^^^ did you mean `/a/plan.pdf`?
)");
  CHECK(said("file", "../../secret.pdf") ==
        R"(content/a/case.yaml:1:4: error: there is no file `../../secret.pdf` [missing-file]
   1 | x: ../../secret.pdf
     |    ^^^^^^^^^^^^^^^^
)");
  CHECK(said("file", "case.yaml") ==
        R"(content/a/case.yaml:1:4: error: loa does not publish files of the type of `case.yaml` [file-type]
   1 | x: case.yaml
     |    ^^^^^^^^^ known here: `jpg`, `jpeg`, `png`, `gif`, `webp`, `avif`, `heic`, `heif`, `pdf`, `docx`, `xlsx`, `pptx`, `odt`, `ods`, `odp`, `csv`, `txt`
)");
  CHECK(said("image", "{src: photo.gif, alt: {en: A, vi: B}}", "{{ entry.x.src }} {{ entry.x.src.srcset }} {{ entry.x.src.width }}×{{ entry.x.src.height }}") ==
        "[/media/2eba96267a6c9447-1.png /media/2eba96267a6c9447-1.png 1w 1×1]");
  CHECK(said("image", "{src: photo.gif}") ==
        R"(content/a/case.yaml:1:4: error: field `alt` of image is missing [missing-field]
   1 | x: {src: photo.gif}
     |    ^^^^^^^^^^^^^^^^ write `alt: …`
)");
  CHECK(said("image", "photo.gif") ==
        R"(content/a/case.yaml:1:4: error: `x` is text where a mapping is expected [wrong-shape]
   1 | x: photo.gif
     |    ^^^^^^^^^ write it like `{src: photo.gif, alt: …}`
)");
  CHECK(said("image", "{src: plan.pdf, alt: {en: A, vi: B}}") ==
        R"(content/a/case.yaml:1:10: error: `plan.pdf` is not a kind of picture that browsers show [image-type]
   1 | x: {src: plan.pdf, alt: {en: A, vi: B}}
     |          ^^^^^^^^ known here: `jpg`, `jpeg`, `png`, `gif`, `webp`, `avif`, `heic`, `heif`
)");
  CHECK(said("image", "{src: nothing.jpg, alt: {en: A, vi: B}}") ==
        R"(content/a/case.yaml:1:10: error: there is no picture `nothing.jpg` [image-missing]
   1 | x: {src: nothing.jpg, alt: {en: A, vi: B}}
     |          ^^^^^^^^^^^ put the file at `content/a/nothing.jpg`
)");
}

TEST_CASE("reference: the entry of that id") {
  CHECK(said("{kind: reference, to: place}", "hanoi") == "[Hanoi]");
  CHECK(said("{kind: reference, to: place}", "hanoy") ==
        R"(content/a/case.yaml:1:4: error: there is no `hanoy` in place [reference-to-nothing]
   1 | x: hanoy
     |    ^^^^^ did you mean `hanoi`?
)");
  CHECK(said("{kind: reference, to: place}", "[hanoi]") ==
        R"(content/a/case.yaml:1:4: error: `x` is a list where text is expected [wrong-shape]
   1 | x: [hanoi]
     |    ^^^^^^^
)");
}

TEST_CASE("list: its items are read by their kind") {
  CHECK(said("{kind: list, of: word}", "[]", "{{ entry.x | length }}") == "[0]");
  CHECK(said("{kind: list, of: number}", "[1, two, 3]") ==
        R"(content/a/case.yaml:1:8: error: `two` does not fit field `x` of kind number [wrong-kind]
   1 | x: [1, two, 3]
     |        ^^^ write it like 12, 1.5
)");
  CHECK(said("{kind: list, of: word, min: 2}", "[a]") ==
        R"(content/a/case.yaml:1:4: error: `x` has the length 1, outside of what is allowed: ≥ 2 [list-length]
   1 | x: [a]
     |    ^^^
)");
  CHECK(said("{kind: list, of: word}", "a") ==
        R"(content/a/case.yaml:1:4: error: `x` is text where a list is expected [wrong-shape]
   1 | x: a
     |    ^ write it like `- a`
)");
  CHECK(said("{kind: list, of: word}", "{a: b}") ==
        R"(content/a/case.yaml:1:4: error: `x` is a mapping where a list is expected [wrong-shape]
   1 | x: {a: b}
     |    ^^^^^^
)");
  CHECK(said("{kind: list, of: reference, to: place}", "[hanoi, hue]") ==
        R"(content/a/case.yaml:1:12: error: there is no `hue` in place [reference-to-nothing]
   1 | x: [hanoi, hue]
     |            ^^^ known here: `hanoi`
)");
  CHECK(said("{kind: list, of: text}", "[{en: a, vi: b}]", "{{ entry.x | join('+') }}") == "[a]");
}

TEST_CASE("record: its fields and no others") {
  CHECK(said("{kind: record, fields: {a: word, b: {kind: number, required: yes}}}", "{a: x}") ==
        R"(content/a/case.yaml:1:4: error: field `b` of x is missing [missing-field]
   1 | x: {a: x}
     |    ^^^^^^ write `b: …`
)");
  CHECK(said("{kind: record, fields: {a: word}}", "{a: x, c: y}") ==
        R"(content/a/case.yaml:1:11: error: unknown field `c` in x [unknown-field]
   1 | x: {a: x, c: y}
     |           ^ known here: `a`
)");
  CHECK(said("{kind: record, fields: {a: word}}", "x") ==
        R"(content/a/case.yaml:1:4: error: `x` is text where a mapping is expected [wrong-shape]
   1 | x: x
     |    ^
)");
  CHECK(said("{kind: list, fields: {a: {kind: word, required: yes}}}", "[{a: 1}, {}, {b: 2}]") ==
        R"(content/a/case.yaml:1:13: error: field `a` of x is missing [missing-field]
   1 | x: [{a: 1}, {}, {b: 2}]
     |             ^^ write `a: …`
content/a/case.yaml:1:17: error: field `a` of x is missing [missing-field]
   1 | x: [{a: 1}, {}, {b: 2}]
     |                 ^^^^^^ write `a: …`
content/a/case.yaml:1:18: error: unknown field `b` in x [unknown-field]
   1 | x: [{a: 1}, {}, {b: 2}]
     |                  ^ known here: `a`
)");
}
