"""`loa new`: the next year from the last one, and a new entry of any collection."""

import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa

FORUM = "content/2027/lang-son/forum.yaml"
MONTH = "content/2027/chi-lang/action-month.yaml"
LAST_FORUM = "content/2024/lang-son/forum.yaml"


class New(loa.AtADesk):
    def tearDown(self):
        for name in ("public", "content"):
            loa.remove(self.desk / name)

    def text(self, path):
        return (self.desk / path).read_text(encoding="utf-8")

    def sound(self, *words):
        outcome = self.desk.run(*words)
        self.assertEqual(outcome.status, 0, outcome.err)
        return outcome

    def content(self):
        return {path: text for path, text in loa.tree(self.desk / "content").items()}


class NewYear(New):
    def test_nothing_of_it_is_published_and_all_of_it_is_listed(self):
        self.sound("build")
        published, before = loa.tree(self.desk / "public"), self.content()
        out = self.run_well("new", "year", "2027", "--messages", "vi").out
        self.assertEqual(re.findall(r"^Đã .*$", out, re.M), [
            f"Đã viết {MONTH}: 15 chỗ cần xác nhận", f"Đã viết {FORUM}: 20 chỗ cần xác nhận", "Đã thêm vào content/lists/years.yaml"])
        after = self.content()
        self.assertEqual({path for path in after if before.get(path) != after[path]},
                         {path.removeprefix("content/") for path in (MONTH, FORUM)} | {"lists/years.yaml"})
        told = self.sound("build").err
        self.assertEqual(loa.tree(self.desk / "public"), published)
        self.assertEqual(len(re.findall(r"^content/2027/.*\[to-confirm\]$", told, re.M)), 35)
        self.assertNotIn("error", told)

    def test_fields_become_what_they_declare(self):
        self.run_well("new", "year", "2027", "--messages", "vi")
        old, new = self.text(LAST_FORUM), self.text(FORUM)
        self.assertTrue(new.startswith("# yaml-language-server: $schema=../../.schemas/forum.json\n# Diễn đàn trẻ em tỉnh Lạng Sơn năm 2027.\n"))
        self.assertIn("\nstatus: draft   # bản nháp: xóa dòng này khi muốn đăng\n", new)
        self.assertIn("\ntitle: !confirm\n  vi: Diễn đàn trẻ em tỉnh Lạng Sơn năm 2024\n", new, "confirm")
        self.assertIn("\nsafety_page: safety\n", new, "carry")
        self.assertIn("\n# Chủ đề. Chủ đề chung của diễn đàn: một câu, đúng từng chữ như trong kế hoạch.\ntheme: !confirm\n  vi:\n  en:\n", new, "clear, required")
        self.assertIn("\n# Vấn đề thảo luận. Những vấn đề trẻ em thảo luận; giữ đúng thứ tự và từng chữ trong kế hoạch.\n# topics:\n", new, "clear")
        self.assertNotIn("2024-10", new)
        for line in old[old.index("\nconsent:"):old.index("\nsafety_page:")].splitlines()[2:]:
            self.assertIn(line + "\n", new)
        years = self.text("content/lists/years.yaml")
        self.assertIn('"2027":\n  status: draft   # bản nháp: xóa dòng này khi muốn đăng\n  name: {vi: Năm 2027, en: "2027"}\n  period: 2027\n', years)
        self.assertLess(years.index('"2027":'), years.index('"2025":'))

    def test_comments_are_in_the_language_of_messages(self):
        self.run_well("new", "year", "2027", "--messages", "en")
        self.assertIn("\n# Theme. The one theme of the forum, exactly as worded in the plan.\ntheme: !confirm\n", self.text(FORUM))

    def test_confirmed_and_filled_in_it_is_published_and_the_home_page_follows(self):
        self.run_well("new", "year", "2027")
        text = self.text(FORUM)
        text = text.replace("năm 2024", "năm 2027", 1).replace("theme: !confirm\n  vi:\n  en:\n", "theme:\n  vi: Chủ đề thử\n  en: Trial theme\n")
        begin = text.index("sessions: !confirm")
        text = text[:begin] + "sessions:\n  - {level: province, when: 2027-10-05, status: planned}\n" + text[text.index("# Vấn đề" if "# Vấn đề" in text else "# Topics", begin):]
        text = re.sub(r"\nstatus: draft.*", "", text.replace(": !confirm", ":"))
        self.desk.write(FORUM, text)
        self.desk.replace("content/lists/years.yaml", '"2027":\n  status: draft', '"2027":\n  #')
        self.sound("build")
        page = self.text("public/vi/lang-son/2027/dien-dan-tre-em/index.html")
        self.assertIn("Chủ đề thử", page)
        self.assertIn("<h2>Diễn đàn trẻ em tỉnh Lạng Sơn năm 2027</h2>", self.text("public/vi/index.html"))
        self.assertTrue((self.desk / "public/vi/lang-son/2024/dien-dan-tre-em/index.html").exists(), "the old year keeps its address")
        self.assertTrue((self.desk / "public/vi/nam/2027/index.html").exists())

        told = {int(line) for line in re.findall(re.escape(FORUM) + r":(\d+):\d+: warning: .*\[former-year\]", self.sound("check").err)}
        self.assertEqual(told, {number for number, line in enumerate(text.split("\n"), 1) if "2024" in line and not line.startswith("#")})
        self.assertGreater(len(told), 20)
        self.desk.write(FORUM, text.replace("2024", "2027"))
        self.assertNotIn("[former-year]", self.sound("check").err)

    def test_from_another_year_and_never_over_what_is_there(self):
        self.desk.write("content/2024/kon-tum/forum.yaml", "theme: {vi: A, en: B}\nstatus: draft\n")
        out = self.run_well("new", "year", "2024", "--from", "2023").out
        self.assertIn("There already, left as it is: content/2024/kon-tum/forum.yaml", out)
        self.assertIn("Wrote content/2024/lang-son/work-plan.yaml", out)
        self.assertEqual(self.text("content/2024/kon-tum/forum.yaml"), "theme: {vi: A, en: B}\nstatus: draft\n")
        before = self.content()
        self.assertIn("There is nothing to write.", self.run_well("new", "year", "2024", "--from", "2023").out)
        self.assertEqual(self.content(), before)

    def test_what_is_no_year_is_refused(self):
        for words in (("year",), ("year", "next"), ("year", "20270"), ("year", "2027", "2028"), ("year", "2010"), ("year", "2027", "--from", "x")):
            before = self.content()
            outcome = self.desk.run("new", *words)
            self.assertEqual(outcome.status, 2, words)
            self.assertIn("loa new: ", outcome.err)
            self.assertEqual(self.content(), before)


class NewEntry(New):
    def test_values_may_be_given_in_three_ways(self):
        self.run_well("new", "forum", "period=2027", "--place", "kon-tum", '--theme.vi=Lời "em" nói: một, hai', "theme.en=What we say", "--messages", "vi")
        text = self.text("content/2027/kon-tum/forum.yaml")
        self.assertIn('\n# Chủ đề. Chủ đề chung của diễn đàn: một câu, đúng từng chữ như trong kế hoạch.\ntheme:\n  vi: "Lời \\"em\\" nói: một, hai"\n  en: "What we say"\n', text)
        self.assertIn("\n# Dành cho ai\nfor_whom: !confirm\n  vi:\n  en:\n", text)
        self.assertIn("\n# Các cấp diễn đàn\nsessions: !confirm\n  - level:   # Cấp. Chọn: national, province, district, commune\n    when:   # Thời gian. Viết như: 2027-06-01, 2027-06, 2027-06-01/2027-06-30, 2027-07? (dấu ? là dự kiến)\n"
                      "    status:   # Tình trạng. Chọn: planned (Theo kế hoạch), confirmed (Đã ấn định), held (Đã tổ chức), no-report (Đã qua, chưa có báo cáo), postponed (Hoãn), cancelled (Không tổ chức)\n"
                      "    # venue:   # Địa điểm\n", text)
        told = self.sound("check").err
        self.assertEqual(re.findall(r"^content/2027/kon-tum/forum.yaml:\d+:\d+: warning: `(\w+)` is still to be confirmed", told, re.M),
                         ["title", "summary", "for_whom", "sessions"])

    def test_every_collection_can_be_begun(self):
        names = re.findall(r"^  loa new ([a-z-]+)   ", self.run_well("new").out, re.M)
        self.assertIn("action-month", names)
        self.assertNotIn("site", names)
        for name in names:
            with self.subTest(collection=name):
                missing = re.search(r"still needed: (.*)", self.desk.run("new", name).err)[1]
                self.desk.renew()
                values = {"period": "2027", "place": "kon-tum", "id": "thu"}
                words = [f"{one}={values[one]}" for one in re.findall(r"(\w+)=…", missing)]
                self.run_well("new", name, *words)
                told = self.sound("check").err
                self.assertNotIn("error", told)

    def test_a_collection_of_the_content_itself(self):
        self.desk.write("content/collections/song.yaml",
                        "label: {vi: Bài hát, en: Song}\nfiles: \"songs/{id}.yaml\"\nfields:\n  title: {kind: text, required: yes, label: {vi: Tên bài, en: Title}}\n")
        self.assertIn("  loa new song   Bài hát\n", self.run_well("new", "--messages", "vi").out)
        self.run_well("new", "song", "id=mua-he", "title=Mùa hè", "--messages", "vi")
        self.assertTrue(self.text("content/songs/mua-he.yaml").startswith('# yaml-language-server: $schema=../.schemas/song.json\n# Tên bài\ntitle:\n  vi: "Mùa hè"\n  en:\n'))

    def test_a_page_has_a_file_in_each_language(self):
        self.run_well("new", "page", "--id", "lien-he", "--title.vi", "Liên hệ", "--title.en", "Contact")
        self.assertIn('\ntitle: "Liên hệ"\n', self.text("content/pages/lien-he.vi.md"))
        self.assertIn("\ntitle: Contact\n", self.text("content/pages/lien-he.en.md"))
        self.assertTrue(self.text("content/pages/lien-he.vi.md").endswith("---\n!confirm Viết nội dung thay cho dòng này.\n"))
        self.sound("build")
        self.assertFalse((self.desk / "public/vi/lien-he").exists(), "a draft")
        for language in ("vi", "en"):
            path = f"content/pages/lien-he.{language}.md"
            self.desk.write(path, re.sub(r"\nstatus: draft.*", "", self.text(path)))
        outcome = self.desk.run("build")
        self.assertEqual((outcome.status, outcome.err.count("[confirm-misplaced]")), (1, 2), "with the text still to be written")

    def test_what_is_wrong_is_taken_back(self):
        for words in (("place", "id=xa-mau", "level=planet"), ("forum", "period=soon", "place=kon-tum")):
            before = self.content()
            outcome = self.desk.run("new", *words)
            self.assertEqual(outcome.status, 1, words)
            self.assertIn("nothing is written", outcome.err)
            self.assertEqual(self.content(), before)
            self.assertFalse((self.desk / "content/2027").exists())

    def test_wrong_words(self):
        for words, expected in ((("fourm",), "did you mean `forum`?"), (("forum",), "still needed: period=…, place=…"), (("forum", "colour=red"), "`forum` has no field `colour`"),
                                (("forum", "place"), "`place` has no value"), (("forum", "theme.fr=x"), "has no field `theme.fr`"),
                                (("page", "id=../../x"), "only small letters"), (("site",), "there is no `site`\n"),
                                (("forum", "period=2027", "place=Lang Sonn"), "there is no `Lang Sonn`; did you mean `lang-son`?"), (("forum", "period=2027", "place=xa-xoi"), "there is no `xa-xoi`")):
            outcome = self.desk.run("new", *words)
            self.assertEqual(outcome.status, 2, words)
            self.assertIn(expected, outcome.err)

    def talk(self, collection, answer):
        """Begins an entry at a terminal, where `answer` is called with each question; what was shown."""
        talk, end = pty.openpty()
        process = subprocess.Popen([loa.program, "new", collection, "--messages", "vi"], cwd=self.desk.folder, env=loa.surroundings(), stdin=end, stdout=end, stderr=end)
        os.close(end)
        heard = ""
        while select.select([talk], [], [], 20)[0]:
            try:
                heard += os.read(talk, 4096).decode()
            except OSError:
                break
            if heard.endswith(": "):
                os.write(talk, (answer(heard.splitlines()[-1]) + "\n").encode())
                heard += "\n"
        self.assertEqual(process.wait(), 0, heard)
        return heard

    def test_at_a_terminal_it_asks(self):
        answers = {"id: ": "xa-mau", "Tên đường dây, Tiếng Việt (Enter: để sau): ": "Đường dây xã", "Tên đường dây, English (Enter: để sau): ": "Commune line"}
        self.talk("hotline", lambda question: answers.get(question, ""))
        text = self.text("content/lists/hotlines.yaml")
        self.assertIn('\nxa-mau:\n', text)
        self.assertIn('    vi: "Đường dây xã"\n    en: "Commune line"\n', text)

    def test_at_a_terminal_it_asks_again_for_what_cannot_be(self):
        places = ["lai chao", "Lai Châu"]
        heard = self.talk("forum", lambda question: "2027" if "Năm" in question and "Tiếng" not in question else places.pop(0) if places and "lai-chau" in question else "")
        self.assertIn("không có `lai chao`; ý bạn là `lai-chau`?", heard)
        self.assertTrue((self.desk / "content/2027/lai-chau/forum.yaml").exists(), heard)


if __name__ == "__main__":
    loa.main()
