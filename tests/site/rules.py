"""Every rule of the default theme, shown by one change of the real content; and none of them speaks of the content as it is."""

import re
import sys
import unittest
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa

FORUM = "content/2024/lang-son/forum.yaml"
KON_TUM = "content/2023/kon-tum/forum.yaml"
MONTH = "content/2024/chi-lang/action-month.yaml"
DOCUMENTS = "content/lists/documents.yaml"

# The rule, the file, what is changed to what, more words of the command line.
CASES = [
    ("quota-sum", FORUM, "explains: [quota-sum]", "explains: [older-than-basis]", ()),
    ("report-before-event", KON_TUM, "explains: [report-before-event]", "explains: [quota-sum]", ()),
    ("session-in-year", KON_TUM, "before: 2023-07-15", "before: 2024-07-15", ()),
    ("older-than-basis", DOCUMENTS, "explains: [older-than-basis]", "explains: [quota-sum]", ()),
    ("plan-older-than-basis", DOCUMENTS, "  date: 2024-04-XX", "  date: 2015-04-XX", ()),
    ("plan-older-than-carried-out", DOCUMENTS, "  date: 2024-06-XX", "  date: 2023-06-XX", ()),
    ("outside-dates", MONTH, "outside_dates: yes", "outside_dates: no", ()),
    ("national-theme-differs", MONTH, "  vi: Hành động thiết thực, ưu tiên nguồn lực cho trẻ em\n", "  vi: Hành động thiết thực ưu tiên nguồn lực cho trẻ em\n", ()),
    ("place-no-longer-valid", "content/lists/places.yaml", "../2025-06-30", "../2020-06-30", ()),
    ("no-longer-valid", "content/lists/agencies.yaml", "../2025-06-30", "../2020-06-30", ()),
    ("checked-too-long-ago", "content/site.yaml", "hotline: tong-dai-111", "hotline: tong-dai-111", ("--today", "2026-11-25")),
    ("hotline-verified", "content/site.yaml", "hotline: tong-dai-111", "hotline: so-18001282", ()),
]
ELSEWHERE = {"theme-differs", "not-yet-explained", "done-answered"}  # below, and sixth_plan.py


class Rules(unittest.TestCase):
    def setUp(self):
        self.desk = loa.Desk()
        self.addCleanup(self.desk.close)

    def told(self, *words):
        return re.findall(r"\(rule `([a-z-]+)`\) \[rule-", self.desk.run("check", "--messages", "en", *words).err)

    def test_the_content_as_it_is_follows_all_rules(self):
        outcome = self.desk.run("check", "--strict", "--today", "2026-01-05")
        self.assertEqual((outcome.status, outcome.err), (0, ""))

    def test_one_change_is_told_by_its_rule(self):
        for rule, path, old, new, words in CASES:
            with self.subTest(rule):
                self.desk.renew()
                self.desk.replace(path, old, new)
                self.assertIn(rule, self.told(*words))

    def test_a_theme_that_differs_from_that_of_the_level_above(self):
        text = (self.desk / MONTH).read_text(encoding="utf-8")
        self.desk.write("content/2024/lang-son/action-month.yaml", text)
        self.desk.replace(MONTH, "dates: ", "parent: 2024/lang-son\ndates: ")
        self.assertEqual(self.told(), [])
        self.desk.replace("content/2024/lang-son/action-month.yaml", "  vi: Hành động thiết thực", "  vi: Việc làm thiết thực")
        self.assertIn("theme-differs", self.told())

    def test_a_done_recommendation_without_an_answer(self):
        self.desk.write("content/2024/lang-son/recommendations.yaml",
                        "mau:\n  text: {vi: Thêm sân chơi, en: More playgrounds}\n  raised_at: 2024/lang-son\n"
                        "  to: [ubnd-tinh-lang-son]\n  state: done\n")
        self.assertEqual(self.told(), ["done-answered"])

    def test_no_rule_is_left_out_here(self):
        declared = set()
        for folder in ("collections", "traits"):
            for path in (loa.PROJECT / "themes/default" / folder).glob("*.yaml"):
                declared |= set(yaml.safe_load(path.read_text(encoding="utf-8")).get("rules", {}))
        self.assertEqual(declared, {case[0] for case in CASES} | ELSEWHERE)


if __name__ == "__main__":
    loa.main()
