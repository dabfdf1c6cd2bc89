"""`loa translations`: what is missing, what is older than its text, what says other numbers; and the memory that knows it."""

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa

MONTH = "content/2024/chi-lang/action-month.yaml"
MEMORY = "content/translations.lock"
SLOGAN = "vi: Toàn dân chăm sóc, giáo dục và bảo vệ trẻ em"
ENGLISH = "en: Everyone cares for, educates and protects children"


class Translations(loa.AtADesk):
    def setUp(self):
        super().setUp()
        self.memory = (self.desk / MEMORY).read_text(encoding="utf-8")

    def told(self, *words):
        outcome = self.desk.run("translations", "--format", "json", *words)
        return json.loads(outcome.out)

    def found(self, *words):
        return [(one["path"], one["line"], one["field"], one["language"], one["state"]) for one in self.told(*words)["translations"]]

    def test_all_of_the_content_is_translated_and_its_memory_is_up_to_date(self):
        outcome = self.run_well("translations", "--messages", "vi")
        self.assertRegex(outcome.out, r"^en: (\d+) chữ, \1 đúng \(100%\), 0 thiếu, 0 cũ, 0 lệch số\n$")
        self.assertEqual((self.desk / MEMORY).read_text(encoding="utf-8"), self.memory)

    def test_a_text_that_changes_makes_its_translation_stale(self):
        line = self.desk.replace(MONTH, SLOGAN, SLOGAN + " hôm nay") + 1
        self.assertEqual(self.found(), [(MONTH, line, "slogans.5", "en", "stale")])
        self.assertEqual(self.found(), [(MONTH, line, "slogans.5", "en", "stale")], "and stays so")
        outcome = self.desk.run("translations", "--messages", "vi")
        self.assertEqual(outcome.status, 1)
        self.assertIn(f"{MONTH}\n  {line} slogans.5: bản `en` cũ hơn bản gốc\n      vi: Toàn dân chăm sóc, giáo dục và bảo vệ trẻ em hôm nay\n"
                      f"      en: Everyone cares for, educates and protects children\n      vẫn đúng thì: loa translations --accept {MONTH}:{line}\n", outcome.out)
        checked = self.desk.run("check")
        self.assertEqual(checked.status, 0)
        self.assertIn(f"{MONTH}:{line}:9: warning: `en` of `slogans.5` is older than the text that it translates [stale-translation]", checked.err)

    def test_translated_again_it_is_good_and_known_from_then_on(self):
        line = self.desk.replace(MONTH, SLOGAN, SLOGAN + " hôm nay") + 1
        self.desk.replace(MONTH, ENGLISH, ENGLISH + " today")
        self.assertEqual(self.found(), [])
        self.desk.replace(MONTH, " hôm nay", " ngày nay")
        self.assertEqual(self.found(), [(MONTH, line, "slogans.5", "en", "stale")])

    def test_what_was_published_is_known_from_then_on(self):
        line = self.desk.replace(MONTH, "  - " + SLOGAN, "  - vi: Một câu mới\n    en: A new one\n  - " + SLOGAN) + 1
        self.assertEqual(self.desk.run("check").status, 0)
        self.assertEqual((self.desk / MEMORY).read_text(encoding="utf-8"), self.memory, "to check is to change nothing")
        self.run_well("build")
        self.desk.replace(MONTH, "vi: Một câu mới", "vi: Một câu khác")
        self.assertRegex(self.desk.run("build").err, rf"{MONTH}:{line}:\d+: warning: .* \[stale-translation\]")
        self.assertEqual(self.found(), [(MONTH, line, "slogans.5", "en", "stale")], "and publishing it does not make it good")
        loa.remove(self.desk / "public")

    def test_content_that_cannot_be_written_to_or_has_no_memory_is_published_all_the_same(self):
        self.desk.replace(MONTH, "  - " + SLOGAN, "  - vi: Một câu mới\n    en: A new one\n  - " + SLOGAN)
        self.desk.write("content/.translations.lock.new/in-the-way", "")  # stands in for a folder that must not be written
        self.run_well("build")
        loa.remove(self.desk / "content/.translations.lock.new")
        (self.desk / MEMORY).unlink()
        self.run_well("build")
        self.assertFalse((self.desk / MEMORY).exists())
        outcome = self.desk.run("translations")
        self.assertTrue(outcome.out.endswith(f"There is no {MEMORY} yet: every translation counts as right as it is now, and is remembered from now on.\n"), outcome.out)
        self.assertTrue((self.desk / MEMORY).exists())
        loa.remove(self.desk / "public")

    def test_what_moves_or_gets_others_before_it_stays_good(self):
        self.desk.replace(MONTH, "  - " + SLOGAN, "  - vi: Một câu mới\n    en: A new one\n  - " + SLOGAN)
        self.assertEqual(self.found(), [])
        self.assertIn("slogans en", (self.desk / MEMORY).read_text(encoding="utf-8"))

    def test_accepted_without_change(self):
        line = self.desk.replace(MONTH, SLOGAN, SLOGAN + " hôm nay") + 1
        place = self.desk.replace("content/lists/places.yaml", "Từ ngày 01/7/2025, cả nước", "Kể từ ngày 01/7/2025, cả nước")
        self.assertEqual(len(self.found()), 2)
        self.assertEqual([one[0] for one in self.found("--accept", f"{MONTH}:{line}")], ["content/lists/places.yaml"])
        self.assertEqual(self.found("--accept", "content/lists/places.yaml"), [])
        self.assertEqual(self.found(), [])
        for typed in (f"./{MONTH}:{line}", f"{MONTH}:{line}".replace("/", "\\")):
            self.desk.replace(MONTH, " hôm nay", " hôm nay nữa")
            self.assertEqual(self.found("--accept", typed), [])
        outcome = self.desk.run("translations", "--accept", f"{MONTH}:{line}")
        self.assertEqual(outcome.status, 2)
        self.assertIn("names no stale translation", outcome.err)
        self.assertGreater(place, 0)

    def test_all_at_once(self):
        self.desk.replace(MONTH, SLOGAN, SLOGAN + " hôm nay")
        outcome = self.desk.run("translations", "--accept", "all", "--messages", "vi")
        self.assertEqual((outcome.status, outcome.out.splitlines()[-1]), (0, "Đã ghi nhận: 1 bản dịch vẫn đúng."))
        self.assertEqual(self.found(), [])

    def test_what_is_missing(self):
        line = self.desk.replace(MONTH, "\n    " + ENGLISH, "")
        self.assertEqual(self.found(), [(MONTH, line, "slogans.5", "en", "missing")])
        self.assertEqual(self.told()["languages"]["en"]["missing"], 1)
        (self.desk / "content/pages/about.en.md").unlink()
        self.assertIn(("content/pages/about.vi.md", "title", "en", "missing"), [(path, field, language, state) for path, _, field, language, state in self.found()])

    def test_other_numbers(self):
        self.desk.replace(MONTH, ENGLISH, ENGLISH + " in 7 ways")
        told = self.told()
        self.assertEqual([(one["code"], one["field"], one["language"]) for one in told["numbers"]], [("digits-differ", "slogans.5", "en")])
        self.assertEqual(told["languages"]["en"]["numbers"], 1)
        self.assertIn("[digits-differ]", self.desk.run("translations").out)

    def test_an_article(self):
        self.desk.append("content/pages/about.vi.md", "\nThêm một đoạn.\n")
        self.assertEqual([(path, field, state) for path, _, field, _, state in self.found()], [("content/pages/about.en.md", "text", "stale")])

    def test_strictly_nothing_is_published_and_the_memory_itself_never_is(self):
        self.run_well("build", "--strict")
        before = loa.tree(self.desk / "public")
        self.assertNotIn("translations.lock", before)
        self.desk.replace(MONTH, SLOGAN, SLOGAN + " hôm nay")
        self.assertEqual(self.desk.run("build", "--strict").status, 1)
        self.assertEqual(loa.tree(self.desk / "public"), before)
        self.assertEqual(self.desk.run("build").status, 0)
        loa.remove(self.desk / "public")

    def test_a_file_with_mistakes_is_told_and_its_translations_are_not_forgotten(self):
        self.desk.append(MONTH, "title: [\n")
        outcome = self.desk.run("translations")
        self.assertEqual(outcome.status, 1)
        self.assertIn(f"{MONTH}:", outcome.err)
        self.assertIn("nothing is remembered", outcome.err)
        self.assertEqual((self.desk / MEMORY).read_text(encoding="utf-8"), self.memory)

    def test_where_nothing_can_be_remembered_the_report_is_the_same(self):
        self.desk.replace(MONTH, "  - " + SLOGAN, "  - vi: Một câu mới\n    en: A new one\n  - " + SLOGAN)
        self.desk.write("content/.translations.lock.new/in-the-way", "")  # stands in for a folder that must not be written
        outcome = self.desk.run("translations")
        self.assertEqual((outcome.status, outcome.err), (0, f"{MEMORY} cannot be written: what was translated will not be known next time.\n"))
        self.assertRegex(outcome.out, r"^en: (\d+) texts, \1 good")
        self.desk.replace(MONTH, SLOGAN, SLOGAN + " hôm nay")
        self.assertEqual(self.desk.run("translations", "--accept", "all").status, 3)
        self.assertEqual((self.desk / MEMORY).read_text(encoding="utf-8"), self.memory)

    def test_a_memory_that_is_no_plain_file_is_a_mistake(self):
        (self.desk / MEMORY).unlink()
        os.mkfifo(self.desk / MEMORY)
        for command in ("check", "translations"):
            outcome = self.desk.run(command)
            self.assertEqual(outcome.status, 1)
            self.assertIn(f"{MEMORY}:1:1: error: ", outcome.err)

    def test_a_draft_is_no_reason_not_to_publish(self):
        self.desk.append(MONTH, "status: draft\n")
        line = self.desk.replace(MONTH, SLOGAN, SLOGAN + " hôm nay") + 1
        self.assertEqual(self.found(), [(MONTH, line, "slogans.5", "en", "stale")])
        self.assertRegex(self.desk.run("check", "--strict").err, rf"(?m)^{MONTH}:{line}:9: warning: .* \[stale-translation\]$")

    def test_three_languages(self):
        english = (self.desk / "themes/default/strings/en.yaml").read_text(encoding="utf-8")
        self.desk.write("themes/default/strings/fr.yaml", english.replace("name: English", "name: Français", 1))
        self.desk.replace("content/site.yaml", "languages: [vi, en]", "languages: [vi, en, fr]")
        self.desk.replace(MONTH, ENGLISH, ENGLISH + "\n    fr: Chacun protège les enfants en 3 pas")
        told = self.told()["languages"]
        self.assertEqual(set(told), {"en", "fr"})
        self.assertEqual((told["en"]["texts"], told["en"]["good"]), (told["fr"]["texts"], told["en"]["texts"]))
        self.assertEqual((told["fr"]["good"], told["fr"]["numbers"], told["en"]["numbers"]), (1, 1, 0))

    def test_without_a_memory_all_is_good_and_broken_lines_of_it_are_passed_over(self):
        (self.desk / MEMORY).write_text("# x\n\n<<<<<<< mine\n=======\na b\n", encoding="utf-8")
        self.assertEqual(self.found(), [])
        self.assertEqual((self.desk / MEMORY).read_text(encoding="utf-8"), self.memory)


if __name__ == "__main__":
    loa.main()
