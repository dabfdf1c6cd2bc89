"""What editors of text know of the content: `loa schema`, the schemas beside the content, and the server by which VS Code reads them."""

import json
import re
import sys
from pathlib import Path

import jsonschema
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import language_server
import loa

CONTENT = loa.PROJECT / "content"
FORUM = CONTENT / "2024/lang-son/forum.yaml"
HEAD = "# yaml-language-server: $schema=../../.schemas/forum.json\n"
FILES = sorted(CONTENT.rglob("*.yaml"))


def schema_of(path):
    """The schema that a file of content names on its first line."""
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text(encoding="utf-8"))
    assert named, f"{path} does not name its schema on its first line"
    return (path.parent / named[1]).resolve()


class Schemas(loa.AtADesk):
    def written(self, *words):
        return json.loads(self.run_well("schema", "--format", "json", *words).out)

    def test_what_lies_beside_the_content_is_what_the_declarations_say(self):
        self.assertEqual(self.written(), {"written": 0, "unchanged": 16, "removed": 0, "output": "content/.schemas"})

    def test_they_are_schemas_of_draft_07_that_the_content_keeps(self):
        self.assertEqual(len(FILES), 15)
        for path in sorted((CONTENT / ".schemas").iterdir()):
            jsonschema.Draft7Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))
        for path in FILES:
            with self.subTest(path):
                schema = json.loads(schema_of(path).read_text(encoding="utf-8"))
                said = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
                self.assertEqual([error.message for error in jsonschema.Draft7Validator(schema).iter_errors(said)], [])

    def test_only_what_changed_is_written_and_only_what_loa_made_is_removed(self):
        self.desk.write("content/.schemas/notes.json", "{}")
        self.desk.write("content/collections/bus.yaml", "label: Xe buýt\nfiles: lists/buses.yaml\nholds: many\nfields: {line: {kind: number, min: 1, help: Số tuyến}}\n")
        self.assertEqual(self.written(), {"written": 1, "unchanged": 16, "removed": 0, "output": "content/.schemas"})
        line = json.loads((self.desk / "content/.schemas/bus.json").read_text())["additionalProperties"]["properties"]["line"]
        self.assertEqual((line["description"], line["anyOf"][0]["minimum"]), ("Số tuyến", 1))
        (self.desk / "content/collections/bus.yaml").unlink()
        out = self.run_well("schema", "--messages", "vi").out
        self.assertEqual(out, "0 lược đồ mới hoặc đổi, 16 giữ nguyên, 1 bỏ đi, trong content/.schemas/\n")
        self.assertTrue((self.desk / "content/.schemas/notes.json").exists())

    def test_a_file_of_somebody_else_s_is_not_replaced(self):
        self.desk.write("schemas/forum.json", "{}")
        outcome = self.desk.run("schema", "--output", "schemas")
        self.assertEqual((outcome.status, outcome.err), (3, "error: cannot write `schemas/forum.json`: File exists\n"))
        self.assertEqual((self.desk / "schemas/forum.json").read_text(), "{}")

    def test_the_day_does_not_matter_nor_what_is_hidden(self):
        self.desk.replace("content/lists/places.yaml", "\nkon-tum:\n", "\nkon-tum:\n  publish_from: 2027-05-01\n")
        for day in ("2027-01-01", "2028-01-01"):
            self.assertEqual(self.desk.run("schema", "--format", "json", "--today", day).out.split(", ")[0], '{"written": 0')

    def test_mistakes_in_the_content_are_no_hindrance_but_those_in_the_theme_are(self):
        self.desk.append("content/lists/places.yaml", "\nwrong: 1\n")
        self.assertEqual(self.desk.run("schema").status, 0)
        self.desk.append("themes/default/theme.yaml", "wrong: 1\n")
        self.assertEqual(self.desk.run("schema").status, 1)

    def test_schemas_are_not_published(self):
        self.run_well("build")
        self.assertEqual(list((self.desk / "public").rglob("*.schemas*")), [])


class InAnEditor(loa.AtADesk):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = language_server.Server()
        cls.addClassCleanup(cls.server.close)

    def diagnose(self, texts):
        """What is said about forums that have these lines, but for what they lack."""
        all_said = self.server.diagnose([(FORUM, HEAD + text) for text in texts])
        return {text: [one for one in said if not one[1].startswith("Missing property")] for text, said in zip(texts, all_said)}

    def offered(self, text):
        offered = self.server.complete(FORUM, HEAD + text)
        offered.pop("!confirm", None)
        return offered

    def test_nothing_is_underlined_in_the_content(self):
        said = self.server.diagnose([(path, path.read_text(encoding="utf-8")) for path in FILES])
        self.assertEqual(dict(zip(FILES, said)), {path: [] for path in FILES})

    def test_what_is_said_of_pictures_is_checked_too(self):
        head = "# yaml-language-server: $schema=../../.schemas/pictures-yaml.json\n"
        texts = {"a.jpg: {people: no}\nb.jpg:\n  consent: Cha mẹ đã ký\n": [], "a.jpg: {concent: x}\n": [(2, "Property concent is not allowed.")],
                 "a.jpg: {people: maybe}\n": [(2, 'Value is not accepted. Valid values: "yes", "no", "có", "không", true, false.')]}
        said = self.server.diagnose([(CONTENT / "2024/lang-son/pictures.yaml", head + text) for text in texts])
        self.assertEqual(dict(zip(texts, said)), texts)

    def test_mistakes_are_underlined_where_they_are(self):
        whole = FORUM.read_text(encoding="utf-8")
        line = whole[:whole.index("\ntheme:")].count("\n") + 2
        self.assertCountEqual(self.server.diagnose([(FORUM, whole.replace("\ntheme:", "\nthem:"))])[0],
                              [(6, 'Missing property "theme".'), (line, "Property them is not allowed.")])
        dates = "viết ngày như: 2024-06-01, 2024-06-01T08:00, 2024-06, 2024-06-01/2024-06-30, 2024-10?, --06-01, tba"
        states = '"planned", "confirmed", "held", "no-report", "postponed", "cancelled"'
        expected = dict((
                ("theme:\n  vi: Chủ đề\n  fr: Thème\n", [(4, "Property fr is not allowed.")]),
                ("theme: [a]\n", [(2, "Incorrect type. Expected one of string, number.")]),
                ("place: lang-son\n", [(2, "Property place is not allowed.")]),
                ("over: maybe\n", [(2, 'Value is not accepted. Valid values: "yes", "no", "có", "không", true, false.')]),
                ("sessions: abc\n", [(2, 'Incorrect type. Expected "array".')]),
                ("sessions:\n  - level: province\n    when: 1/6/2024\n    status: plannd\n", [(4, dates), (5, f"Value is not accepted. Valid values: {states}.")]),
                ("sessions:\n  - levle: province\n", [(3, "Property levle is not allowed.")]),
        ))
        self.assertEqual(self.diagnose(list(expected)), expected)

    def test_what_loa_takes_is_not_underlined(self):
        whens = ("2024", "2024-06", "2024-06-01T08:30", "2024-06/2024-09", "../2024-07-12", "2019/..", "2024-10?", "2024-XX", "202X", "2024-21", "--06-01", "tba",
                 "{date: 2024-10?, tba: yes}", "{text: {vi: Cuối năm, en: At the end of the year}}", "{before: 2024-07-12}", "{within: P15D, after: sessions}",
                 "!confirm 2024-06-01", "!confirm {date: 2024-06-01}", "!confirm", "")
        themes = ("Chủ đề", "2024", "yes", "true", "1.5", "{vi: 111, en: 111}", "{vi: Chủ đề}", "!confirm", "!confirm {vi: Chủ đề, en: Theme}", "!confirm Chủ đề")
        texts = ["over: !confirm yes\n", "over: \"true\"\n", "sessions: !confirm\n", "to_do:\n", "plan: a-new-plan\n", "to_do: [a, 2024]\n"]
        texts += [f"updated: {when}\n" for when in whens] + [f"theme: {theme}\n" for theme in themes]
        self.assertEqual(self.diagnose(texts), {text: [] for text in texts})

    def test_fields_options_and_ids_are_offered(self):
        fields = self.offered("|")
        for name in ("title", "theme", "sessions", "plan", "status"):
            self.assertIn(name, fields)
        self.assertEqual(fields["theme"], "Chủ đề chung của diễn đàn: một câu, đúng từng chữ như trong kế hoạch.")
        self.assertNotIn("place", fields, "the path of the file says it")
        self.assertEqual(self.offered("theme:\n  |"), {"vi": "", "en": ""})
        self.assertEqual(self.offered("theme: |"), {})
        self.assertEqual(self.offered("status: |"), {"draft": "Bản nháp"})
        self.assertEqual(self.offered("sessions:\n  - level: |"),
                         {"commune": "Cấp xã", "district": "Cấp huyện", "national": "Cấp quốc gia", "province": "Cấp tỉnh"})
        self.assertEqual(self.offered("hotlines:\n  - |")["tong-dai-111"], "Tổng đài điện thoại quốc gia bảo vệ trẻ em")

    def test_a_field_is_explained_where_the_mouse_rests_on_it(self):
        told = self.server.at_mark("textDocument/hover", FORUM, HEAD + "the|me: a\n")["contents"]["value"]
        self.assertTrue(told.startswith("#### Chủ đề\n\nChủ đề chung của diễn đàn: một câu"), told)


if __name__ == "__main__":
    loa.main()
