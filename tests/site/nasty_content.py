"""The theme with content that nobody would write and somebody will (tests/nasty.py): it is published, and nothing breaks, runs or flows over."""

import csv
import io
import json
import re
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

import icalendar
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import browsed
import checkers
import loa
import nasty
from browsed import DESK, NARROW_PHONE, PHONE

OVERRIDE = "\u202e"  # turns around all that follows


class NastyContent(browsed.Browsed):
    @staticmethod
    def prepare(desk):
        settings = yaml.safe_load((desk / "content/site.yaml").read_text(encoding="utf-8"))
        desk.clear("content")
        author = nasty.Author(desk / "themes/default", desk / "content", {key: settings[key] for key in ("languages", "base_url")})
        for which in ("bare", "full"):
            author.write(which)

    def published(self, suffix):
        found = sorted((self.desk / "public").rglob("*" + suffix))
        self.assertTrue(found, suffix)
        return found

    def test_there_is_a_page_of_every_kind(self):
        names = {path.stem for path in (self.desk / "themes/default/collections").glob("*.yaml")}
        told = {name: len(json.loads((self.desk / f"public/data/{name}.json").read_bytes())) for name in names}
        self.assertEqual(told, {name: 1 if name == "site" else 2 for name in names})

    def test_both_checkers_find_nothing(self):
        self.assertEqual(checkers.nu(self.desk / "public"), [])
        self.assertEqual(checkers.html_validate(self.desk / "public"), [])

    def test_axe_finds_nothing(self):
        for size in (PHONE, DESK):
            with self.subTest(size=size):
                self.on_every(lambda page: self.assertEqual(self.axe(), []), size=size)

    def test_nothing_flows_over_and_all_words_can_be_read(self):
        for size in (NARROW_PHONE, PHONE, DESK):
            with self.subTest(size=size):
                self.on_every(lambda page: self.words_stay_whole(size), size=size)

    def test_nothing_of_the_content_runs(self):
        self.on_every(lambda page: self.assertIsNone(self.ask("window.nasty")))
        for page in self.site.pages:
            with self.subTest(page.path):
                self.assertEqual(page.errors, [])
                self.assertEqual([script.attrib for script in page.all("script")
                                  if not script.get("src") and script.get("type") != "application/ld+json"], [])
                self.assertEqual([name for element in page.tree.iter() for name in element.attrib if name.startswith("on")], [])

    def test_what_is_not_a_page_can_be_read_by_programs(self):
        for path in self.published(".json"):
            json.loads(path.read_bytes())
        for path in self.published(".csv"):
            rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
            self.assertEqual({len(row) for row in rows}, {len(rows[0])}, path)
            formulas = [cell for row in rows for cell in row if cell.startswith(("=", "+", "@")) and not re.fullmatch(r"[+\d (). -]+", cell)]
            self.assertEqual(formulas, [], path)
        for path in self.published(".xml"):
            xml.parse(path)
        for path in self.published(".ics"):
            text = path.read_bytes()
            self.assertLessEqual(max(map(len, text.split(b"\r\n"))), 75, path)
            self.assertNotEqual(list(icalendar.Calendar.from_ical(text).walk("VEVENT")), [], path)
        for page in self.site.pages:
            for data in page.all("script"):
                if data.get("type") == "application/ld+json":
                    json.loads(data.text)

    def test_a_character_that_turns_words_around_is_refused_where_it_stands(self):
        desk = loa.Desk()
        self.addCleanup(desk.close)
        desk.replace("content/site.yaml", "en: Action", f"en: {OVERRIDE}Action")
        outcome = desk.run("check", "--messages", "en")
        self.assertEqual(outcome.status, 1)
        self.assertIn("content/site.yaml:5:7: error: an unseen control character U+202E stands here [control-character]", outcome.err)


if __name__ == "__main__":
    loa.main()
