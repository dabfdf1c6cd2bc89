"""Bad input ends in a message with file and line and in status 1, soon, and what is published stays as it was."""

import io
import os
import random
import re
import sys
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa

MONTH = "content/2024/chi-lang/action-month.yaml"
FORUM = "content/2024/lang-son/forum.yaml"
HOTLINES = "content/lists/hotlines.yaml"
ABOUT = "content/pages/about.en.md"
HELP = "content/pages/get-help.en.md"
HOME = "themes/default/templates/home.html"

SECONDS = 5
MEMORY = 512 * loa.MEGABYTE


class BadInput(loa.AtADesk):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        first = cls.desk.run("build")
        assert first.status == 0, first.err
        cls.published = loa.state(cls.desk / "public")

    def refused(self, code, path, line=None, *words):
        """Builds; expects a message about the place with the code, and nothing else to have happened."""
        outcome = self.desk.run("build", "--messages", "en", *words, seconds=SECONDS)
        self.assertEqual(outcome.status, 1, outcome.err or outcome.out)
        where = rf"{re.escape(path)}:{line or '[0-9]+'}:[0-9]+: error: .+ \[{code}\]"
        self.assertRegex(outcome.err, re.compile(f"^{where}$", re.MULTILINE))
        self.assertLess(outcome.memory, MEMORY)
        self.assertEqual(loa.state(self.desk / "public"), self.published)
        return outcome.err

    # YAML

    def test_broken_yaml(self):
        for code, line in (("yaml-bracket-open", "extra: [one, two"), ("yaml-reserved-character", "extra: {one: ]"),
                           ("yaml-text-after", 'extra: "one" two'), ("yaml-comma-missing", "extra: {one two: three: four}"),
                           ("yaml-indentation", " extra: one"), ("yaml-reserved-character", "%one")):
            with self.subTest(line):
                self.desk.renew()
                self.refused(code, MONTH, self.desk.append(MONTH, line + "\n"))

    def test_a_broken_file_is_one_mistake_and_makes_no_others(self):
        for path in (MONTH, HOTLINES, ABOUT):
            with self.subTest(path):
                self.desk.renew()
                end = "---\ntitle: [\n---\n" if path == ABOUT else "extra: [one, two\n"
                self.desk.write(path, end) if path == ABOUT else self.desk.append(path, end)
                said = self.refused("yaml-[a-z-]+", path)
                self.assertEqual(said.count(": error: "), 1, said)

    def test_a_tab_as_indentation(self):
        line = self.desk.replace(MONTH, "\nscope:\n  vi:", "\nscope:\n\tvi:") + 2
        self.refused("yaml-tab", MONTH, line)

    def test_a_line_without_a_colon(self):
        self.refused("yaml-missing-colon", MONTH, self.desk.append(MONTH, "hotline 111\n"))

    def test_a_duplicate_key_shows_both_lines(self):
        first = self.desk.replace(FORUM, "\ntheme:", "\ntheme:") + 1
        again = self.desk.append(FORUM, "theme: {vi: Khác, en: Other}\n")
        said = self.refused("yaml-duplicate-key", FORUM, again)
        self.assertRegex(said, rf"(?m)\b{first}\b.* theme:")
        self.assertRegex(said, rf"(?m)^ *{again} \| theme:")

    def test_an_anchor(self):
        self.refused("yaml-anchor", MONTH, self.desk.append(MONTH, "extra: &name {vi: Một}\n"))

    def test_an_alias_of_itself(self):
        self.refused("yaml-a(lias|nchor)", MONTH, self.desk.append(MONTH, "extra: &name [*name]\n"))

    def test_a_bomb_of_aliases(self):
        bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for before, name in zip("abcdefghi", "bcdefghij"):
            bomb += f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n"
        self.desk.append(MONTH, bomb)
        self.refused("yaml-alias", MONTH)

    def test_a_tag(self):
        self.refused("yaml-tag", MONTH, self.desk.replace(MONTH, "dates: ", "dates: !!str "))

    def test_a_second_document(self):
        self.refused("yaml-second-document", HOTLINES, self.desk.append(HOTLINES, "---\nx: 1\n"))

    def test_an_unclosed_quote(self):
        line = self.desk.replace(HOTLINES, 'number: "111"', 'number: "111')
        self.refused("yaml-(multiline-quote|syntax)", HOTLINES, line)

    def test_ten_thousand_nested_lists(self):
        line = self.desk.append(MONTH, "extra: " + "[" * 10_000 + "]" * 10_000 + "\n")
        self.refused("yaml-too-deep", MONTH, line)

    def test_ten_thousand_nested_blocks(self):
        self.desk.append(MONTH, "extra:\n" + "".join(" " * (depth + 1) + "-\n" for depth in range(1_000)))
        self.refused("yaml-too-deep", MONTH)

    # Fields

    def test_an_unknown_field(self):
        said = self.refused("unknown-field", FORUM, self.desk.append(FORUM, 'topic: {vi: Một, en: One}\n'))
        self.assertIn("did you mean `topics`?", said)

    def test_a_wrong_kind(self):
        self.refused("wrong-kind", FORUM, self.desk.replace(FORUM, "count: 100", "count: a hundred"))

    def test_a_list_where_a_text_belongs(self):
        self.refused("wrong-(shape|kind)", MONTH, self.desk.replace(MONTH, "dates: 2024-06-01/2024-06-30", "dates: [2024-06-01]"))

    def test_a_day_that_the_calendar_does_not_have(self):
        line = self.desk.replace(MONTH, "dates: 2024-06-01/2024-06-30", "dates: 2024-02-30")
        self.refused("when-no-such-day", MONTH, line)

    def test_an_end_before_the_start(self):
        line = self.desk.replace(MONTH, "dates: 2024-06-01/2024-06-30", "dates: 2024-06-30/2024-06-01")
        self.refused("when-ends-before-start", MONTH, line)

    def test_a_reference_to_nothing(self):
        line = self.desk.replace(MONTH, "[tong-dai-111, ", "[tong-dai-112, ")
        self.refused("reference-to-nothing", MONTH, line)

    # Bytes and files

    def test_broken_utf8(self):
        old = (self.desk / FORUM).read_bytes()
        self.desk.write(FORUM, old + b"# na\xc3\x28ve\n")
        self.refused("not-utf8", FORUM, old.count(b"\n") + 1)

    def test_utf16(self):
        text = (self.desk / FORUM).read_text(encoding="utf-8")
        self.desk.write(FORUM, text.encode("utf-16"))
        self.assertIn("UTF-16", self.refused("not-utf8-utf16", FORUM))

    def test_a_nul(self):
        self.refused("control-character", ABOUT, self.desk.append(ABOUT, "one\0two\n"))

    def test_a_hundred_megabytes(self):
        with open(self.desk / ABOUT, "ab") as file:
            for _ in range(100):
                file.write(b"Word and word.\n" * (loa.MEGABYTE // 15))
        self.refused("file-too-large", ABOUT)

    def test_a_symlink(self):
        (self.desk / FORUM).rename(self.desk / "forum.yaml")
        os.symlink(self.desk / "forum.yaml", self.desk / FORUM)
        self.refused("symbolic-link", FORUM)

    def test_a_pipe_is_not_waited_for(self):
        os.mkfifo(self.desk / "content/pages/pipe.en.md")
        self.refused("not-a-regular-file", "content/pages/pipe.en.md")

    # Markdown

    def test_a_table_of_two_thousand_columns(self):
        columns = 2_000
        table = "|a" * columns + "|\n" + "|-" * columns + "|\n" + "|\n" * 2_000
        self.refused("markdown-too-many-bars", ABOUT, self.desk.append(ABOUT, "\n" + table) + 1)

    def test_a_table_of_ten_thousand_cells(self):
        table = "|a" * 50 + "|\n" + "|-" * 50 + "|\n" + "|\n" * 200
        self.refused("markdown-table-too-large", ABOUT, self.desk.append(ABOUT, "\n" + table) + 2)

    def test_many_small_tables_in_one_text(self):
        table = "|a" * 60 + "|\n" + "|-" * 60 + "|\n" + "|\n" * 80
        self.desk.append(ABOUT, ("\n" + table) * 150)
        outcome = self.desk.run("check", seconds=SECONDS)
        self.assertIn(outcome.status, (0, 1))
        self.assertLess(outcome.memory, MEMORY)

    def test_a_quarter_megabyte_of_brackets(self):
        self.desk.append(ABOUT, "\n" + "![[]()" * (loa.MEGABYTE // 4 // 6) + "\n")
        self.refused("markdown-too-(large|many-brackets)", ABOUT)

    def test_brackets_in_a_short_text(self):
        self.desk.append(ABOUT, "\n" + "![[]()" * 9_000 + "\n")
        self.refused("markdown-too-many-brackets", ABOUT)

    def test_raw_html_in_a_block(self):
        self.refused("markdown-raw-html", ABOUT, self.desk.append(ABOUT, "\n<script>alert(1)</script>\n") + 1)

    def test_raw_html_in_a_line(self):
        self.refused("markdown-raw-html", ABOUT, self.desk.append(ABOUT, "\nCall <b onclick=x>111</b>.\n") + 1)

    def test_links_that_run_or_open_something(self):
        for address in ("javascript:alert(1)", "JavaScript:alert(1)", "intent://scan/#Intent;end", "data:text/html,x",
                        "vbscript:x", "blob:x", "view-source:https://example.org", "ms-word:ofe",
                        "//example.org/", "https://user:word@example.org/"):
            with self.subTest(address):
                self.desk.renew()
                self.refused("link-scheme", ABOUT, self.desk.append(ABOUT, f"\nLook [here]({address}).\n") + 1)

    def test_links_into_a_computer(self):
        for address in ("file:///etc/passwd", "http://localhost:8000/vi/", "C:\\x.pdf"):
            with self.subTest(address):
                self.desk.renew()
                self.refused("link-to-this-machine", ABOUT, self.desk.append(ABOUT, f"\nLook [here]({address}).\n") + 1)

    def test_a_link_to_no_page(self):
        self.refused("link-dead", ABOUT, self.desk.append(ABOUT, "\nLook [here](/en/nowhere/).\n") + 1)

    def test_a_link_to_no_heading(self):
        line = self.desk.append(ABOUT, "\nLook [here](/en/get-help/#nowhere).\n") + 1
        self.refused("anchor-dead", ABOUT, line)

    def test_a_missing_picture(self):
        self.refused("image-missing", ABOUT, self.desk.append(ABOUT, "\n![Children swim](swim.jpg)\n") + 1)

    def test_a_picture_from_elsewhere(self):
        line = self.desk.append(ABOUT, "\n![Children swim](https://example.org/swim.jpg)\n") + 1
        self.refused("image-remote", ABOUT, line)

    def test_a_picture_without_words(self):
        self.desk.write("content/pages/swim.png", b"\x89PNG\r\n\x1a\n")
        self.desk.write("content/pages/pictures.yaml", "swim.png: {people: no}\n")
        self.refused("image-alt-missing", ABOUT, self.desk.append(ABOUT, "\n![](swim.png)\n") + 1)

    def test_pictures_with_damaged_bytes(self):
        chance = random.Random(2027)
        stripes = Image.radial_gradient("L").resize((90, 70)).convert("RGB")
        fields, said = "pictures:\n", ""
        for number in range(20):
            format, options = [("JPEG", {}), ("JPEG", {"progressive": True}), ("PNG", {}), ("GIF", {}), ("WEBP", {})][number % 5]
            whole = io.BytesIO()
            stripes.save(whole, format, **options)
            damaged, head = bytearray(whole.getvalue()), 12
            for _ in range(chance.randrange(1, 12)):
                damaged[chance.randrange(head, len(damaged))] = chance.randrange(256)
            if number % 3 == 0:
                at = chance.randrange(head, len(damaged))
                damaged[at:at + chance.randrange(40)] = chance.randbytes(chance.randrange(40))
            name = f"damaged-{number}.{format.lower()}"
            self.desk.write(f"content/2024/lang-son/{name}", bytes(damaged))
            fields += f"  - {{src: {name}, alt: {{vi: Vòng tròn, en: Rings}}}}\n"
            said += f"{name}: {{people: no}}\n"
        self.desk.append(FORUM, fields)
        self.desk.write("content/2024/lang-son/pictures.yaml", said)
        outcome = self.desk.run("check", "--messages", "en", seconds=SECONDS)
        codes = re.findall(r": error: .+ \[(.+)\]$", outcome.err, re.MULTILINE)
        self.assertEqual((outcome.status, set(codes) <= {"picture-broken", "picture-too-large"}), (1, True), outcome.err)
        self.assertGreater(len(codes), 4)
        self.assertLess(outcome.memory, MEMORY)

    # Pages and templates

    def test_two_pages_with_one_url(self):
        first = self.desk.replace(ABOUT, "slug: about", "slug: get-help")
        again = self.desk.replace(HELP, "slug: get-help", "slug: get-help")
        self.assertIn(f"{ABOUT}:{first}:", self.refused("duplicate-url", HELP, again))

    def test_an_undefined_name_in_a_template(self):
        line = self.desk.replace(HOME, "{% block content %}", "{% block content %}{{ entri }}")
        self.assertIn("did you mean `entry`?", self.refused("template-undefined", HOME, line))

    def test_an_unclosed_block_in_a_template(self):
        self.refused("template-unclosed", HOME, self.desk.append(HOME, "{% if page %}\n"))

    def test_content_in_a_script_of_a_template(self):
        base = "themes/default/templates/base.html"
        line = self.desk.replace(base, "</head>", "<script>var title = '{{ page.title }}'</script></head>")
        self.refused("template-unsafe-place", base, line)

    def test_a_mistake_in_a_declaration(self):
        declaration = "themes/default/collections/forum.yaml"
        line = self.desk.replace(declaration, "fields:\n", "fields:\n  extra: {kind: nubmer}\n") + 1
        self.assertIn("did you mean `number`?", self.refused("unknown-kind", declaration, line))

    # The output folder

    def overlaps(self, output):
        outcome = self.desk.run("build", "--messages", "en", "--output", output, seconds=SECONDS)
        self.assertEqual(outcome.status, 1, outcome.err or outcome.out)
        self.assertIn("[output-overlaps]", outcome.err)
        self.assertEqual(loa.tree(self.desk / "content"), loa.tree(loa.PROJECT / "content"))
        self.assertEqual(loa.state(self.desk / "public"), self.published)

    def test_an_output_folder_that_is_the_content(self):
        self.overlaps("content")

    def test_an_output_folder_above_the_content(self):
        self.overlaps(".")

    def test_an_output_folder_in_the_content(self):
        self.overlaps("content/public")

    def test_an_output_folder_that_is_the_theme(self):
        self.overlaps("themes/default")

    def test_an_output_folder_that_is_the_content_by_another_name(self):
        os.symlink(self.desk / "content", self.desk / "elsewhere")
        self.addCleanup(os.unlink, self.desk / "elsewhere")
        self.overlaps("elsewhere")

    def test_an_output_folder_of_somebody_else(self):
        self.desk.write("theirs/diary.txt", "mine")
        outcome = self.desk.run("build", "--messages", "en", "--output", "theirs", seconds=SECONDS)
        self.assertEqual(outcome.status, 1, outcome.err or outcome.out)
        self.assertIn("[output-foreign]", outcome.err)
        self.assertEqual(loa.tree(self.desk / "theirs"), {"diary.txt": b"mine"})

    # All at once, and anything at all

    def test_five_mistakes_in_three_files_are_all_said_in_order_in_vietnamese(self):
        places = [
            (MONTH, self.desk.replace(MONTH, "dates: 2024-06-01/2024-06-30", "dates: 2024-02-30"), "when-no-such-day"),
            (MONTH, self.desk.append(MONTH, 'hotlin: "111"\n'), "unknown-field"),
            (FORUM, self.desk.replace(FORUM, "status: no-report", "status: no-reprot"), "unknown-option"),
            (ABOUT, self.desk.append(ABOUT, "\n<b>111</b>\n") + 1, "markdown-raw-html"),
            (ABOUT, self.desk.append(ABOUT, "\nLook [here](/en/nowhere/).\n") + 1, "link-dead"),
        ]
        outcome = self.desk.run("check", "--messages", "vi")
        self.assertEqual(outcome.status, 1)
        said = re.findall(r"(?m)^(\S+?):(\d+):\d+: (\S+): .+ \[(\S+)\]$", outcome.err)
        said = [(path, int(line), code) for path, line, severity, code in said if severity == "lỗi"]
        self.assertEqual(list(dict.fromkeys(said)), places)

    def test_whatever_is_done_to_a_file_ends_in_a_message_or_a_site(self):
        chance = random.Random(2024)
        files = [str(path.relative_to(self.desk.folder)) for name in ("content", "themes")
                 for path in sorted((self.desk / name).rglob("*")) if path.suffix in (".yaml", ".md", ".html")]
        for number in range(20):
            self.desk.renew()
            path = chance.choice(files)
            broken = damaged((self.desk / path).read_bytes(), chance)
            with self.subTest(number, path=path):
                self.desk.write(path, broken)
                outcome = self.desk.run("build", "--messages", "en", "--output", "fuzzed", seconds=SECONDS)
                self.assertIn(outcome.status, (0, 1), outcome.err)
                self.assertLess(outcome.memory, MEMORY)
                if outcome.status == 1:
                    self.assertRegex(outcome.err, r"(?m)^\S.*:[0-9]+:[0-9]+: error: .+ \[[a-z0-9-]+\]$")


def damaged(data, chance):
    """The bytes after one to four accidents."""
    words = [b"{{", b"}}", b"{%", b"%}", b"{% for x in x %}", b"- ", b": ", b"[", b"]", b'"', b"'", b"\n", b"\t", b"\n---\n",
             b"|", b"#", b"&a ", b"*a", b"!", b"\0", b"\xff", b"\xef\xbb\xbf", b"<b>", b"![](", b"[x](#y)", b"\r", b"2024-13-45",
             "đ".encode(), b"-" * 300, b"> " * 300, b"[" * 300, b"(" * 300, b" | default(" * 50, b"\xe2\x80\xae"]
    for _ in range(chance.randint(1, 4)):
        at, until = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        until = min(until, at + chance.choice((1, 3, 20, 400)))
        accident = chance.randrange(5)
        if accident == 0:
            data = data[:at] + data[until:]
        elif accident == 1:
            data = data[:until] + data[at:]
        elif accident == 2:
            data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1:]
        else:
            data = data[:at] + chance.choice(words) + data[at:]
    return data


if __name__ == "__main__":
    loa.main()
