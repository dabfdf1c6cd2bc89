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
WORK = "content/2023/lang-son/work-plan.yaml"
MONTH = "content/2024/chi-lang/action-month.yaml"
DOCUMENTS = "content/lists/documents.yaml"

# The rule, the file, what is changed to what, more words of the command line.
CASES = [
    ("quota-sum", FORUM, "explains: [quota-sum]", "explains: [older-than-basis]", ()),
    ("report-before-event", KON_TUM, "explains: [report-before-event]", "explains: [quota-sum]", ()),
    ("report-before-event", MONTH, "before: 2024-07-12", "before: 2024-06-12", ()),
    ("outside-period", KON_TUM, "before: 2023-07-15", "before: 2024-07-15", ()),
    ("outside-period", MONTH, "dates: 2024-06-01/2024-06-30", "dates: 2025-06-01/2025-06-30", ()),
    ("due-before-period", MONTH, "before: 2024-07-12", "before: 2023-07-12", ()),
    ("sent-on-before-due", WORK, "before: 2023-05-25", "before: 2023-05-15", ()),
    ("year-unknown", "content/lists/years.yaml", '"2024":\n  name: {vi: Năm 2024, en: "2024"}\n  period: 2024', '"2026":\n  name: {vi: Năm 2026, en: "2026"}\n  period: 2026', ()),
    ("older-than-basis", DOCUMENTS, "explains: [older-than-basis]", "explains: [quota-sum]", ()),
    ("plan-older-than-basis", DOCUMENTS, "  date: 2024-06-XX", "  date: 2015-06-XX", ()),
    ("plan-older-than-carried-out", DOCUMENTS, "  date: 2024-06-XX", "  date: 2023-06-XX", ()),
    ("outside-dates", MONTH, "outside_dates: yes", "outside_dates: no", ()),
    ("national-theme-differs", MONTH, "  vi: Hành động thiết thực, ưu tiên nguồn lực cho trẻ em\n", "  vi: Hành động thiết thực ưu tiên nguồn lực cho trẻ em\n", ()),
    ("no-longer-valid", "content/lists/places.yaml", "../2025-06-30", "../2020-06-30", ()),
    ("no-longer-valid", "content/lists/agencies.yaml", "../2025-06-30", "../2020-06-30", ()),
    ("checked-too-long-ago", "content/site.yaml", "hotline: tong-dai-111", "hotline: tong-dai-111", ("--today", "2026-11-25")),
    ("hotline-verified", "content/site.yaml", "hotline: tong-dai-111", "hotline: so-18001282", ()),
]
ELSEWHERE = {"theme-differs", "not-yet-explained", "done-answered", "raised-elsewhere", "forwarded-back"}  # below, and sixth_plan.py


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

    def test_a_recommendation_from_another_place_passed_on_to_a_forum_of_a_year_before(self):
        self.desk.write("content/2024/chi-lang/recommendations.yaml",
                        "mau:\n  text: {vi: Thêm sân chơi, en: More playgrounds}\n  raised_at: 2024/lang-son\n"
                        "  to: [ubnd-huyen-chi-lang]\n  state: new\n  forwarded_to: 2023/kon-tum\n")
        self.assertEqual(self.told(), ["raised-elsewhere", "forwarded-back"])

    def test_a_theme_that_differs_in_the_translation_alone(self):
        self.desk.replace(MONTH, "  vi: Hành động thiết thực, ưu tiên nguồn lực cho trẻ em\n  en: Practical action, prioritising resources for children\ndates",
                          "  vi: Hành động thiết thực, ưu tiên nguồn lực cho trẻ em\n  en: Resources for children\ndates")
        self.assertEqual(self.told(), ["national-theme-differs"])

    def test_no_rule_is_left_out_here(self):
        declared = set()
        for folder in ("collections", "traits"):
            for path in (loa.PROJECT / "themes/default" / folder).glob("*.yaml"):
                declared |= set(yaml.safe_load(path.read_text(encoding="utf-8")).get("rules", {}))
        self.assertEqual(declared, {case[0] for case in CASES} | ELSEWHERE)


if __name__ == "__main__":
    loa.main()
