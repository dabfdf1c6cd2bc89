"""What one types and what one gets: exit statuses, help, messages in two languages, the summary, JSON, the lock."""

import fcntl
import json
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa

MONTH = "content/2024/chi-lang/action-month.yaml"
COMMANDS = ("build", "check", "list", "new", "pack", "rollback", "schema", "serve", "translations", "unpack")


class CommandLine(loa.AtADesk):
    def tearDown(self):
        for folder in self.desk.folder.iterdir():
            if folder.name not in ("content", "themes"):
                shutil.rmtree(folder) if folder.is_dir() else folder.unlink()

    def wrong_use(self, *words):
        outcome = self.desk.run(*words)
        self.assertEqual((outcome.status, outcome.out), (2, ""), words)
        self.assertTrue(outcome.err)
        return outcome.err

    # Exit statuses

    def test_0_when_all_is_done(self):
        self.run_well("check")
        self.assertFalse((self.desk / "public").exists(), "check writes nothing")
        self.run_well("build")
        self.assertTrue((self.desk / "public/vi/index.html").is_file())

    def test_1_for_mistakes_in_content_or_theme(self):
        for path in (MONTH, "themes/default/theme.yaml"):
            with self.subTest(path):
                self.desk.renew()
                self.desk.append(path, "extra: 1\n")
                for command in ("check", "build"):
                    outcome = self.desk.run(command)
                    self.assertEqual(outcome.status, 1, outcome.err)
                    self.assertRegex(outcome.err, f"(?m)^{re.escape(path)}:[0-9]+:1: error: ")
                self.assertFalse((self.desk / "public").exists())

    def test_1_for_folders_that_are_not_there(self):
        for words in (("--content", "contents"), ("--theme", "themes/defualt")):
            with self.subTest(words):
                outcome = self.desk.run("check", *words)
                self.assertEqual(outcome.status, 1, outcome.err)
                self.assertIn(words[1], outcome.err)

    def test_2_for_wrong_use(self):
        for words in ((), ("bild",), ("build", "--outptu", "x"), ("build", "--jobs", "0"), ("build", "--jobs", "many"),
                      ("build", "--messages", "fr"), ("build", "--format", "xml"), ("build", "--today", "2024-02-30"),
                      ("build", "--today", "yesterday"), ("build", "--base-url", "example.org"), ("build", "--output"),
                      ("build", "--base-url", "javascript:alert(1)"), ("check", "--portable"), ("build", "extra"),
                      ("rollback", "--content", "content")):
            with self.subTest(words):
                self.wrong_use(*words)

    def test_wrong_use_is_told_in_words_for_people(self):
        for words, vi, en in ((("serv",), "không có lệnh `serv`; ý bạn là `serve`?\nXem `loa --help`.\n", "there is no command `serv`; did you mean `serve`?\nSee `loa --help`.\n"),
                              (("zzzzzz",), "không có lệnh `zzzzzz`\nXem `loa --help`.\n", "there is no command `zzzzzz`\nSee `loa --help`.\n"),
                              (("--foo",), "không hiểu `--foo`\nXem `loa --help`.\n", "`--foo` is not understood\nSee `loa --help`.\n"),
                              (("build", "--outptu", "x"), "không hiểu `--outptu`; ý bạn là `--output`?\nXem `loa build --help`.\n", "`--outptu` is not understood; did you mean `--output`?\nSee `loa build --help`.\n"),
                              (("list", "--draft"), "không hiểu `--draft`; ý bạn là `--drafts`?\nXem `loa list --help`.\n", "`--draft` is not understood; did you mean `--drafts`?\nSee `loa list --help`.\n"),
                              (("--strict", "check"), "`--strict` đứng sau tên lệnh, ví dụ: loa check --strict …\nXem `loa check --help`.\n", "`--strict` stands behind the command, for example: loa check --strict …\nSee `loa check --help`.\n"),
                              (("translations", "--accept"), "sau `--accept` cần một giá trị\nXem `loa translations --help`.\n", "`--accept` needs a value behind it\nSee `loa translations --help`.\n"),
                              (("build", "--jobs", "x"), "--jobs: `x` không phải là số từ 1 đến 256\nXem `loa build --help`.\n", "--jobs: `x` is no number from 1 to 256\nSee `loa build --help`.\n"),
                              (("build", "--format", "x"), "--format: `x` không phải là text, json\nXem `loa build --help`.\n", "--format: `x` is not text, json\nSee `loa build --help`.\n")):
            for tongue, said in (("vi_VN.UTF-8", vi), ("en_GB.UTF-8", en)):
                with self.subTest(words=words, tongue=tongue):
                    outcome = self.desk.run(*words, LC_ALL=tongue)
                    self.assertEqual((outcome.status, outcome.out, outcome.err), (2, "", said))

    def test_what_has_to_be_mended_stands_last(self):
        self.desk.append("content/2023/kon-tum/forum.yaml", "extra: 1\n")
        self.desk.replace("content/2024/lang-son/forum.yaml", "\ntheme:\n  vi: ", "\ntheme:\n  vi: Một chủ đề khác. ")
        lines = [line for line in self.desk.run("check", "--messages", "en").err.splitlines() if "]" in line and (": error: " in line or ": warning: " in line)]
        self.assertEqual([": error: " in line for line in lines], [False] * (len(lines) - 1) + [True])
        self.assertGreater(len(lines), 1)

    def test_3_when_the_machine_fails(self):
        (self.desk / "file").write_text("in the way")
        outcome = self.desk.run("build", "--output", "file/public")
        self.assertEqual(outcome.status, 3, outcome.err)
        self.assertIn("file", outcome.err)
        self.assertEqual((self.desk / "file").read_text(), "in the way")

    def test_3_when_the_disk_is_full(self):
        self.run_well("build")
        self.desk.append("content/pages/about.en.md", "\n" + "More and more words. " * 2_000 + "\n")
        before = loa.state(self.desk / "public")
        # The largest file that the shell allows to be written stands in for a disk that is full.
        outcome = subprocess.run(["/bin/sh", "-c", 'trap "" XFSZ; ulimit -f 16; exec "$@"', "sh", loa.program, "build"],
                                 cwd=self.desk.folder, env=loa.surroundings(), stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE, text=True, timeout=60)
        self.assertEqual(outcome.returncode, 3, outcome.stderr)
        self.assertIn("File too large", outcome.stderr)
        self.assertEqual(loa.state(self.desk / "public"), before)
        self.run_well("build")
        self.assertIn(b"More and more words.", (self.desk / "public/en/about/index.html").read_bytes())

    # Help and version

    def test_every_help_has_an_example_in_both_languages(self):
        for tongue, example in (("vi", "Ví dụ"), ("en", "Example")):
            for command in ((), *((command,) for command in COMMANDS)):
                with self.subTest(tongue=tongue, command=command):
                    outcome = self.run_well(*command, "--help", LC_ALL={"vi": "vi_VN.UTF-8", "en": "en_GB.UTF-8"}[tongue])
                    self.assertIn(example, outcome.out)
                    self.assertRegex(outcome.out, r"\n +loa " + (command[0] if command else "build"))

    def test_the_help_names_every_option(self):
        for command, options in {"build": "content theme output portable compress base-url jobs today strict messages format",
                                 "check": "content theme output base-url jobs today strict messages format",
                                 "list": "content theme base-url jobs today strict upcoming expired drafts messages format", "new": "content theme from messages", "rollback": "output forget messages",
                                 "pack": "content theme output-file base-url jobs today strict messages format", "unpack": "into messages format",
                                 "serve": "content theme port jobs today strict published messages",
                                 "translations": "content theme base-url jobs today strict accept messages format"}.items():
            for option in options.split():
                self.assertIn("--" + option, self.run_well(command, "--help").out)

    def test_the_version(self):
        self.assertRegex(self.run_well("--version").out, r"\Aloa [0-9]+\.[0-9]+\.[0-9]+\n\Z")

    # Languages of messages

    def test_the_language_of_messages_is_the_locale_s_unless_asked_for(self):
        self.desk.append(MONTH, "extra: 1\n")
        for words, environment, expected in (
                ((), {"LC_ALL": "vi_VN.UTF-8"}, "lỗi"), ((), {"LC_ALL": "en_US.UTF-8"}, "error"), ((), {"LC_ALL": "C"}, "error"),
                ((), {"LC_ALL": "", "LC_MESSAGES": "vi_VN", "LANG": "en_US"}, "lỗi"), ((), {"LC_ALL": "", "LANG": "vi"}, "lỗi"),
                ((), {"LC_ALL": "en_US", "LANG": "vi_VN"}, "error"), ((), {"LC_ALL": ""}, "error"),
                (("--messages", "vi"), {"LC_ALL": "en_US"}, "lỗi"), (("--messages=en",), {"LC_ALL": "vi_VN"}, "error")):
            with self.subTest(words=words, **environment):
                outcome = self.desk.run("check", *words, **environment)
                self.assertRegex(outcome.err, rf"(?m)^{re.escape(MONTH)}:\d+:1: {expected}: .*`extra`.* \[unknown-field\]$")

    def test_wrong_use_and_failures_are_told_in_the_language_of_messages(self):
        (self.desk / "file").write_text("")
        self.assertIn("lệnh", self.desk.run(LC_ALL="vi_VN.UTF-8").err)
        self.assertRegex(self.desk.run("build", "--today", "2024-02-30", "--messages", "vi").err, "không phải một ngày")
        self.assertRegex(self.desk.run("build", "--output", "file/public", "--messages", "vi").err, "không")

    def test_every_mistake_stands_on_lines_of_its_own(self):
        self.desk.append(MONTH, "extra: 1\nmore: 2\n")
        err = self.desk.run("check").err
        self.assertEqual(len(re.findall(r"(?m)^content/\S+:\d+:\d+: error: .+ \[unknown-field\]$", err)), 2, err)
        self.assertTrue(err.endswith("\n"))

    # The summary

    def test_the_summary_is_one_line_with_pages_languages_time_and_changes(self):
        pages = r"(\d+) pages, 2 languages, \d+\.\d\d s: "
        self.assertRegex(self.run_well("check").out, rf"\A{pages}no mistakes, nothing written\n\Z")
        first = re.fullmatch(rf"{pages}(\d+) files new or changed, 0 as they were, 0 gone, in public/\n", self.run_well("build").out)
        self.assertTrue(first)
        self.assertEqual(int(first[1]), len(list((self.desk / "public").rglob("*.html"))))
        self.assertEqual(int(first[2]), len(loa.tree(self.desk / "public")))
        self.assertRegex(self.run_well("build").out, rf"\A{pages}nothing changed in public/\n\Z")
        self.desk.replace("content/pages/about.en.md", "\n## ", "\n## Now: ")
        unchanged = int(first[2]) - 3  # the page, and the data of all pages as JSON and CSV
        self.assertRegex(self.run_well("build").out, rf"\A{pages}3 files new or changed, {unchanged} as they were, 0 gone, in public/\n\Z")

    def test_the_summary_in_vietnamese(self):
        self.assertRegex(self.run_well("build", "--messages", "vi").out, r"\A\d+ trang, 2 ngôn ngữ, \d+,\d\d giây: .+ trong public/\n\Z")

    def test_the_summary_after_mistakes_counts_them(self):
        self.desk.append(MONTH, "extra: 1\nmore: 2\n")
        self.assertRegex(self.desk.run("build").out, r"\A2 mistakes, 0 warnings; .+\n\Z")
        self.desk.renew()
        self.desk.append(MONTH, "extra: 1\n")
        self.assertRegex(self.desk.run("build").out, r"\A1 mistake, 0 warnings; .+\n\Z")

    # JSON

    def test_json_is_one_object_with_everything(self):
        numbers = {"errors", "warnings", "pages", "languages", "seconds", "written", "unchanged", "removed"}
        outcome = json.loads(self.run_well("build", "--format", "json").out)
        self.assertEqual(set(outcome), numbers | {"diagnostics", "sound", "output"})
        self.assertEqual((outcome["diagnostics"], outcome["sound"], outcome["output"], outcome["languages"]), ([], True, "public", 2))
        for name in numbers:
            self.assertIsInstance(outcome[name], (int, float), name)
        self.assertEqual(outcome["written"], len(loa.tree(self.desk / "public")))

    def test_json_has_every_mistake_with_its_place(self):
        line = self.desk.append(MONTH, 'extra: "two \\"words\\" – đường"\n')
        duplicate = self.desk.append("content/site.yaml", "hotline: x\n")
        outcome = self.desk.run("check", "--format", "json")
        self.assertEqual((outcome.status, outcome.err), (1, ""))
        told = json.loads(outcome.out)
        self.assertEqual((told["sound"], told["errors"]), (False, 2))
        first, second = told["diagnostics"]
        self.assertEqual(set(first), {"path", "line", "column", "end_line", "end_column", "severity", "code", "message", "remarks"})
        self.assertEqual((first["path"], first["line"], first["column"], first["end_line"], first["end_column"], first["severity"],
                          first["code"]), (MONTH, line, 1, line, 6, "error", "unknown-field"))
        self.assertEqual((second["path"], second["line"], second["code"]), ("content/site.yaml", duplicate, "yaml-duplicate-key"))
        self.assertTrue(any(remark.get("line", duplicate) < duplicate for remark in second["remarks"]), second["remarks"])

    # Options

    def test_a_missing_translation_is_a_warning_and_strictly_a_mistake(self):
        self.desk.replace(MONTH, "\n  en: All of Chi Lăng District\n", "\n")
        outcome = self.desk.run("build")
        self.assertEqual(outcome.status, 0, outcome.err)
        self.assertRegex(outcome.err, rf"(?m)^{re.escape(MONTH)}:\d+:\d+: warning: `scope`.* \[missing-translation\]$")
        self.assertIn("1 warning", outcome.out)
        page = (self.desk / "public/en/chi-lang/2024/action-month-for-children/index.html").read_text(encoding="utf-8")
        self.assertRegex(page, r'<[a-z]+[^>]* lang="vi"[^>]*>Trên địa bàn toàn huyện Chi Lăng<')
        outcome = self.desk.run("build", "--strict")
        self.assertEqual(outcome.status, 1, outcome.out)
        self.assertRegex(outcome.err, rf"(?m)^{re.escape(MONTH)}:\d+:\d+: error: `scope`.* \[missing-translation\]$")

    def test_the_base_url_is_where_the_site_will_be(self):
        self.run_well("build", "--base-url", "https://example.org/tre-em")
        page = (self.desk / "public/vi/index.html").read_text(encoding="utf-8")
        self.assertIn('<link rel="canonical" href="https://example.org/tre-em/vi/">', page)
        self.assertIn("https://example.org/tre-em/vi/", (self.desk / "public/sitemap.xml").read_text())
        self.assertNotIn("thang-hanh-dong-vi-tre-em.example", page)

    def test_today_is_what_one_says(self):
        self.desk.replace("themes/default/templates/home.html", "{% block content %}",
                          '{% block content %}<p id="today">{% if today is none %}none{% else %}{{ today | iso }}{% endif %}</p>')
        for words, expected in (((), "none"), (("--today", "2024-06-01"), "2024-06-01")):
            with self.subTest(words):
                self.run_well("build", *words)
                self.assertIn(f'<p id="today">{expected}</p>', (self.desk / "public/vi/index.html").read_text(encoding="utf-8"))

    # Progress

    def test_no_progress_in_a_pipe(self):
        self.assertNotIn("\r", self.run_well("build").err)

    def test_progress_on_a_terminal_when_it_takes_longer_than_a_second(self):
        # The program is quick, and slowing it by stopping it can miss the moment: then once more.
        for _ in range(20):
            terminal, far_end = pty.openpty()
            self.addCleanup(os.close, terminal)
            process = subprocess.Popen([loa.program, "build"], cwd=self.desk.folder, env=loa.surroundings(), stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=far_end)
            os.close(far_end)
            said = make_slow(process, terminal)
            self.assertEqual(process.returncode, 0)
            if said:
                break
        self.assertRegex(said, "Reading the content|Page [0-9]+ of [0-9]+")
        self.assertTrue(said.endswith("\r\x1b[K"), "the line is wiped at the end")

    # Publishing

    def test_two_builds_at_once_leave_one_whole_site(self):
        builds = [subprocess.Popen([loa.program, "build", "--base-url", f"https://{name}.example/"], cwd=self.desk.folder,
                                   env=loa.surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
                  for name in ("one", "two", "three")]
        told = [build.communicate(timeout=60) for build in builds]
        statuses = [build.returncode for build in builds]
        self.assertIn(0, statuses, told)
        for status, (_, err) in zip(statuses, told):
            self.assertIn(status, (0, 3), err)
        owners = set(re.findall(r"https://(one|two|three)\.example/", " ".join(
            path.read_text(encoding="utf-8") for path in (self.desk / "public").rglob("*.html"))))
        self.assertEqual(len(owners), 1, "pages of several builds are mixed")

    def test_a_build_does_not_begin_while_another_is_at_work(self):
        self.run_well("build")
        before = loa.state(self.desk / "public")
        self.desk.replace("content/pages/about.en.md", "\n## ", "\n## Now: ")
        with open(self.desk / ".public.loa/lock", "r+b") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            for command in ("build", "rollback"):
                outcome = self.desk.run(command, seconds=10)
                self.assertEqual(outcome.status, 3, outcome.err)
                self.assertIn("public", outcome.err)
            self.run_well("check")
        self.assertEqual(loa.state(self.desk / "public"), before)
        self.run_well("build")

    def test_rollback_brings_the_site_before_back_and_again_forth(self):
        self.run_well("build")
        before = loa.tree(self.desk / "public")
        self.desk.replace("content/pages/about.en.md", "\n## ", "\n## Now: ")
        self.run_well("build")
        after = loa.tree(self.desk / "public")
        self.assertNotEqual(before, after)
        self.assertEqual(self.run_well("rollback").out, "public/ is the publication before again\n")
        self.assertEqual(loa.tree(self.desk / "public"), before)
        self.run_well("rollback")
        self.assertEqual(loa.tree(self.desk / "public"), after)

    def test_rollback_without_a_site_before_is_refused(self):
        outcome = self.desk.run("rollback")
        self.assertIn(outcome.status, (1, 3), outcome.err)
        self.assertTrue(outcome.err)

    def test_what_should_not_have_been_published_can_be_forgotten(self):
        loa.remove(self.desk / "public"), loa.remove(self.desk / ".public.loa")
        self.assertEqual(self.run_well("rollback", "--forget").out, "There is no publication before public/\n")
        self.desk.append("content/pages/about.en.md", "\nAn address that should not be here.\n")
        self.run_well("build")
        self.assertEqual(self.run_well("rollback", "--forget").out, "There is no publication before public/\n")
        self.desk.renew()
        self.run_well("build")
        said = b"An address that should not be here."
        self.assertTrue(any(said in path.read_bytes() for path in (self.desk / ".public.loa").rglob("*.html")))
        now = loa.tree(self.desk / "public")
        self.assertEqual(self.run_well("rollback", "--forget").out, "The publication before public/ is deleted; the present one stays\n")
        self.assertFalse(any(said in path.read_bytes() for path in self.desk.folder.rglob("*") if path.is_file()))
        self.assertEqual(loa.tree(self.desk / "public"), now)
        self.assertEqual(self.desk.run("rollback").status, 3)
        self.run_well("build")
        self.assertEqual(loa.tree(self.desk / "public"), now)

    def test_a_page_that_is_no_longer_made_disappears(self):
        self.run_well("build")
        gone = self.desk / "public/en/about/index.html"
        self.assertTrue(gone.is_file())
        self.desk.replace("content/pages/about.en.md", "slug: about", "slug: about-this-site")
        self.assertEqual(self.desk.run("build").status, 0)
        self.assertFalse(gone.exists() or gone.parent.exists())
        self.assertTrue((self.desk / "public/en/about-this-site/index.html").is_file())


def make_slow(process, terminal):
    """Lets a process run as on a slow machine, a moment at a time, until it speaks; gives all that it wrote to the terminal."""
    said = b""
    end = time.monotonic() + 60
    slow = True
    while time.monotonic() < end:
        if slow:
            process.send_signal(signal.SIGSTOP)
            time.sleep(0.05)
            process.send_signal(signal.SIGCONT)
        if select.select([terminal], [], [], 0.001 if slow else 0.1)[0]:
            try:
                said += os.read(terminal, 4096)
            except OSError:  # how a terminal ends
                break
            slow = False
    process.wait(timeout=60)
    return said.decode()


if __name__ == "__main__":
    loa.main()
