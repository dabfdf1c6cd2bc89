"""What is published when: drafts, days, values that are still to be confirmed, and what `loa list` tells of them."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa

FORUM = "content/2024/lang-son/forum.yaml"
MONTH = "content/2024/chi-lang/action-month.yaml"
PLAN = "content/2023/lang-son/work-plan.yaml"
NEW = "content/2027/lang-son/forum.yaml"
NEW_PAGE = "public/vi/lang-son/2027/dien-dan-tre-em/index.html"


class Publication(loa.AtADesk):
    def setUp(self):
        super().setUp()
        self.forum = (self.desk / FORUM).read_text(encoding="utf-8").replace("năm 2024", "năm 2027").replace("Forum 2024", "Forum 2027")

    def sound(self, *words):
        """Runs the program where nothing is worse than a warning."""
        outcome = self.desk.run(*words)
        self.assertEqual(outcome.status, 0, outcome.err)
        return outcome

    def words(self):
        """All that is published, in one text."""
        return "".join(path.read_text(encoding="utf-8") for path in sorted((self.desk / "public").rglob("*"))
                       if path.suffix in (".html", ".xml", ".json", ".js", ".ics", ".csv"))

    def listed(self, *words):
        return json.loads(self.sound("list", "--format", "json", *words).out)

    def hidden(self, *words):
        return [(entry["path"], entry["why"], entry["on"]) for entry in self.listed(*words)["hidden"]]

    def test_a_draft_is_nowhere_and_may_be_unfinished(self):
        self.desk.write(NEW, "status: draft\ntitle: {vi: Diễn đàn thử, en: Trial forum}\nwrong: 1\n")
        outcome = self.sound("build")
        self.assertNotIn("Diễn đàn thử", self.words())
        self.assertNotIn("2027", [path.name for path in (self.desk / "public/vi/lang-son").iterdir()])
        self.assertIn("forum.yaml:3:1: warning: unknown field `wrong`", outcome.err)
        self.assertIn("forum.yaml:1:1: warning: field `theme` of forum is missing", outcome.err)
        self.assertEqual(self.hidden("--drafts"), [(NEW, "draft", "")])
        self.assertEqual(self.hidden("--expired") + self.hidden("--upcoming"), [])

    def test_an_entry_appears_on_its_day_and_not_before(self):
        self.desk.write(NEW, self.forum + "publish_from: 2027-05-01T08:00\n")
        for day, is_there in (("2027-04-30", False), ("2027-05-01", False), ("2027-05-01T07:59", False), ("2027-05-01T08:00", True), ("2028-01-01", True)):
            with self.subTest(day=day):
                self.sound("build", "--today", day)
                self.assertEqual((self.desk / NEW_PAGE).exists(), is_there)
                self.assertEqual("năm 2027" in self.words(), is_there)
                self.assertEqual(self.hidden("--today", day), [] if is_there else [(NEW, "not-yet", "2027-05-01T08:00")])
        outcome = self.desk.run("build")
        self.assertEqual(outcome.status, 1, "nobody said what day it is")
        self.assertIn("publish_from: 2027-05-01T08:00", outcome.err)
        self.assertTrue((self.desk / NEW_PAGE).exists())

    def test_the_last_day_counts_as_a_whole(self):
        self.desk.write(NEW, self.forum + "expire_after: 2027-10-31\n")
        for day, is_there in (("2027-10-31T23:59", True), ("2027-11-01", False)):
            self.sound("build", "--today", day)
            self.assertEqual((self.desk / NEW_PAGE).exists(), is_there, day)
        self.assertEqual(self.hidden("--expired", "--today", "2027-11-01"), [(NEW, "over", "2027-10-31")])

    def test_the_home_page_follows_the_newest_year_that_is_published(self):
        self.desk.write(NEW, self.forum + "publish_from: 2027-05-01\n")
        for day, title in (("2027-04-30", "Diễn đàn trẻ em tỉnh Lạng Sơn năm 2024"), ("2027-05-01", "Diễn đàn trẻ em tỉnh Lạng Sơn năm 2027")):
            self.sound("build", "--today", day)
            self.assertIn(f"<h2>{title}</h2>", (self.desk / "public/vi/index.html").read_text(encoding="utf-8"))

    def test_what_is_to_be_confirmed_is_not_said_to_be_missing_from_the_plan(self):
        page, forum = "public/vi/lang-son/2024/dien-dan-tre-em/phan-cong/index.html", "content/2024/lang-son/forum.yaml"
        self.desk.replace(forum, "\nduties:\n", "\nduties: !confirm\n")
        self.assertEqual(self.desk.run("build").status, 0)
        text = (self.desk / page).read_text(encoding="utf-8")
        self.assertIn("<p>Chưa xác nhận</p>", text)
        self.assertNotIn("Kế hoạch không nêu", text)
        self.desk.renew()
        self.assertEqual(self.desk.run("build").status, 0)
        self.assertNotIn("Chưa xác nhận", (self.desk / page).read_text(encoding="utf-8"))

    def test_published_until_before_it_is_published(self):
        self.desk.append("content/2024/lang-son/forum.yaml", "publish_from: 2027-08-01\nexpire_after: 2027-07-01\n")
        self.assertIn("error: `2027-07-01` ends before it begins [when-ends-before-start]", self.desk.run("check", "--today", "2027-01-01").err)

    def test_a_day_that_is_none_and_a_day_that_is_needed(self):
        for line in ("publish_from: tba", "publish_from: ../2027-05-25", "expire_after: --06-01", "expire_after: 2027-05-25/.."):
            self.desk.write(NEW, self.forum + line + "\n")
            err = self.desk.run("check", "--today", "2027-01-01").err
            self.assertRegex(err, rf"{NEW}:\d+:\d+: error: .* \[when-not-understood\]\n +\d+ \| {line}\n +\| +\^+ write a date like 2027-05-25, 2027-05-25T08:00")
        for line in ("publish_from: 2027-05-25", "expire_after: 2027-05-25"):
            self.desk.write(NEW, self.forum + line + "\n")
            outcome = self.desk.run("build")
            self.assertEqual(outcome.status, 1)
            self.assertIn("[day-unknown]", outcome.err)
            self.assertIn("run it with `--today now`", outcome.err)

    def test_mistakes_are_told_with_the_list(self):
        self.desk.append(FORUM, "status: nháp\n")
        outcome = self.desk.run("list", "--messages", "vi")
        self.assertEqual(outcome.status, 1)
        self.assertIn("[unknown-option]", outcome.err)
        self.assertIn("Mọi mục đều được đăng", outcome.out)

    def test_what_is_to_be_confirmed_is_no_fact(self):
        self.desk.write(NEW, self.forum.replace("theme:", "theme: !confirm", 1))
        self.desk.replace(PLAN, "\ntheme:", "\ntheme: !confirm")
        theme = "Chung tay giảm thiểu tổn hại trẻ em"
        outcome = self.sound("build", "--messages", "vi")
        self.assertIn("cảnh báo: `theme` còn phải xác nhận, nên chỗ này chưa đăng [to-confirm]", outcome.err)
        self.assertFalse((self.desk / NEW_PAGE).exists(), "a forum must have a theme")
        page = (self.desk / "public/vi/lang-son/2023/cong-tac-tre-em/index.html").read_text(encoding="utf-8")
        self.assertNotIn(theme, page, "a work plan need not")
        self.assertEqual(self.hidden("--drafts"), [(NEW, "to-confirm", "theme")])
        told = self.sound("list", "--messages", "vi").out
        self.assertIn("còn phải xác nhận: theme\n  còn phải xác nhận trong tệp này: 1 chỗ\n", told)

    def test_what_needs_a_hidden_entry_is_hidden_too(self):
        self.desk.replace("content/lists/places.yaml", "\nkon-tum:\n", "\nkon-tum:\n  status: draft\n")
        self.sound("build")
        self.assertFalse((self.desk / "public/vi/kon-tum").exists())
        self.assertIn(("content/2023/kon-tum/forum.yaml", "depends", "place kon-tum"), self.hidden())

    def test_the_day_on_which_the_site_next_changes(self):
        self.desk.write(NEW, self.forum + "publish_from: 2027-05-01\nexpire_after: 2027-10-31\n")
        self.desk.append(MONTH, "expire_after: 2027-03-31\n")
        for day, at in (("2027-01-01", ["2027-04-01", "2027-05-01", "2027-11-01"]), ("2027-04-01", ["2027-05-01", "2027-11-01"]),
                        ("2027-05-01", ["2027-11-01"]), ("2027-11-01", [])):
            self.assertEqual([change["at"] for change in self.listed("--today", day)["changes"]], at, day)
        out = self.sound("list", "--today", "2027-04-01", "--messages", "vi").out
        self.assertIn("Lần tới trang tự thay đổi: 2027-05-01\n  thêm  content/2027/lang-son/forum.yaml: Diễn đàn trẻ em tỉnh Lạng Sơn năm 2027\n", out)
        self.assertIn("không tự thay đổi lần nào nữa", self.sound("list", "--today", "2027-11-01", "--messages", "vi").out)

    def test_a_link_to_what_is_hidden_becomes_plain_words(self):
        self.desk.append(MONTH, "expire_after: 2026-12-31\n")
        outcome = self.sound("build", "--today", "2027-01-01")
        self.assertIn("[link-to-hidden]", outcome.err)
        self.assertNotIn("chi-lang/2024/thang-hanh-dong", self.words())


if __name__ == "__main__":
    loa.main()
