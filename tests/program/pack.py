"""All of a site in one .zip, and back: the same bytes on another computer, and nothing of an archive that means harm."""

import json
import os
import re
import shutil
import stat
import struct
import subprocess
import sys
import unittest
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa

NAME = "thang-hanh-dong-vi-tre-em.zip"
PAGE = "content/pages/about.en.md"


def everything(folder):
    """The bytes of every file below, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


class AtAClearDesk(loa.AtADesk):
    def setUp(self):
        super().setUp()
        for path in self.desk.folder.iterdir():
            if path.name not in ("content", "themes"):
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def left(self):
        return {path.name for path in self.desk.folder.iterdir()} - {"content", "themes"}


class Pack(AtAClearDesk):
    def test_source_site_and_report_are_in_it_byte_for_byte(self):
        self.desk.write("content/.notes/ý kiến.txt", "hỏi lại\n")
        self.desk.write("content/.git/config", "not the staff's\n")
        self.run_well("build")
        outcome = self.run_well("pack")
        with zipfile.ZipFile(self.desk / NAME) as archive:
            self.assertIsNone(archive.testzip())
            names = archive.namelist()
            packed = {name: archive.read(name) for name in names}
            self.assertEqual({info.date_time for info in archive.infolist()}, {(1980, 1, 1, 0, 0, 0)})
        self.assertEqual(names, sorted(names, key=str.encode))
        expected = {path: (self.desk / path).read_bytes() for folder in ("content", "themes", "public")
                    for path in (f"{folder}/{name}" for name in everything(self.desk / folder)) if ".git/" not in path}
        self.assertEqual({name: packed[name] for name in packed if "/" in name}, expected)
        self.assertEqual(set(packed) - set(expected), {"README.txt", "report.txt"})
        self.assertIn("  loa unpack FILE.zip --into site\n  cd site\n  loa build\n", packed["README.txt"].decode())
        listed = re.findall(r"(?m)^[0-9a-f]{32} +(\d+)  (.+)$", packed["report.txt"].decode())
        self.assertEqual({path: int(size) for size, path in listed}, {name: len(bytes) for name, bytes in packed.items() if name != "report.txt"})
        self.assertEqual(outcome.out, f"Packed {len(packed)} files into {NAME} ({(self.desk / NAME).stat().st_size} bytes)\n")

    def test_the_same_site_gives_the_same_bytes_anywhere(self):
        self.run_well("pack")
        first = (self.desk / NAME).read_bytes()
        for path in (self.desk / "content").rglob("*"):
            os.utime(path, (1, 1))
        (self.desk / "elsewhere").mkdir()
        for name in ("content", "themes"):
            (self.desk / name).rename(self.desk / "elsewhere" / name)
        self.addCleanup(loa.remove, self.desk / "elsewhere")
        outcome = self.desk.run("pack", "--content", "elsewhere/content/", "--theme", self.desk / "elsewhere/themes/default", "--output-file", "again.zip",
                                "--jobs", "1", LC_ALL="vi_VN.UTF-8", TZ="Asia/Ho_Chi_Minh")
        self.assertEqual(outcome.status, 0, outcome.err)
        self.assertTrue((self.desk / "again.zip").read_bytes() == first)

    def test_warnings_are_told_in_both_languages_with_the_paths_of_the_package(self):
        line = self.desk.replace("content/2024/chi-lang/action-month.yaml", "\n  en: All of Chi Lăng District\n", "\n")
        shutil.copytree(self.desk / "content", self.desk / "words")
        outcome = self.desk.run("pack", "--content", "words")
        self.assertEqual(outcome.status, 0, outcome.err)
        with zipfile.ZipFile(self.desk / NAME) as archive:
            report = archive.read("report.txt").decode()
        for word in ("cảnh báo", "warning"):
            self.assertRegex(report, rf"(?m)^  content/2024/chi-lang/action-month.yaml:\d+:\d+: {word}: .*`scope`.* \[missing-translation\]$")
        self.assertNotIn("words/", report)
        self.assertTrue(line)

    def test_the_day_and_the_theme_are_in_name_and_instructions(self):
        self.desk.write("themes/lang-son/theme.yaml", "name: Lạng Sơn\nextends: default\n")
        outcome = self.desk.run("pack", "--theme", "themes/lang-son", "--today", "2027-05-01", "--base-url", "https://example.org/x")
        self.assertEqual(outcome.status, 0, outcome.err)
        with zipfile.ZipFile(self.desk / "thang-hanh-dong-vi-tre-em-2027-05-01.zip") as archive:
            self.assertIn("  loa build --theme themes/lang-son --base-url https://example.org/x/ --today 2027-05-01\n", archive.read("README.txt").decode())
            self.assertIn("themes/default/theme.yaml", archive.namelist())

    def test_with_mistakes_nothing_is_packed(self):
        self.desk.append("content/site.yaml", "extra: 1\n")
        outcome = self.desk.run("pack")
        self.assertEqual(outcome.status, 1)
        self.assertIn("[unknown-field]", outcome.err)
        self.assertEqual(self.left(), set())

    def test_what_could_not_be_unpacked_everywhere_is_not_packed(self):
        self.desk.write("content/.notes/A.txt", "")
        self.desk.write("content/.notes/a.txt", "")
        self.desk.write("content/.notes/8:00.txt", "")
        outcome = self.desk.run("pack")
        self.assertEqual((outcome.status, outcome.err), (1, "error: the path `content/.notes/8:00.txt` leads out of the folder, or cannot be on every computer\n"
                                                           "error: `content/.notes/a.txt` and `content/.notes/A.txt` cannot both be there on every computer\n"))
        self.assertEqual(self.left(), set())

    def test_a_hidden_link_is_left_out_and_told(self):
        (self.desk / "content/.secret").symlink_to("/etc/hostname")
        self.run_well("pack")
        with zipfile.ZipFile(self.desk / NAME) as archive:
            self.assertNotIn("content/.secret", archive.namelist())
            self.assertIn("\nLeft out, because they are no real files: content/.secret\n", archive.read("report.txt").decode())

    def test_wrong_use_and_failures_leave_what_was_there(self):
        self.desk.write("old.zip", "old")
        self.assertEqual(self.desk.run("build").status, 0)
        for words, status in ((("--output-file", "content/x.zip"), 2), (("--output-file", "themes/default/x.zip"), 2), (("--output-file", "x.tar"), 2),
                              (("--output-file", "public/x.zip"), 2), (("--output-file", "public/vi/x.zip"), 2),
                              (("--output-file", "old.zip/x.zip"), 3), (("more",), 2)):
            with self.subTest(words):
                self.assertEqual(self.desk.run("pack", *words).status, status)
        outcome = subprocess.run(["/bin/sh", "-c", 'trap "" XFSZ; ulimit -f 16; exec "$@"', "sh", loa.program, "pack", "--output-file", "old.zip"],
                                 cwd=self.desk.folder, env=loa.surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=60)
        self.assertEqual(outcome.returncode, 3, outcome.stderr)
        self.assertEqual((self.desk / "old.zip").read_text(), "old")
        self.assertEqual(self.left() - {"public", ".public.loa"}, {"old.zip"})
        self.run_well("pack", "--output-file", "old.zip")
        self.assertTrue(zipfile.is_zipfile(self.desk / "old.zip"))

    def test_json(self):
        told = json.loads(self.run_well("pack", "--format", "json").out)
        self.assertEqual((told["sound"], told["file"], told["diagnostics"], told["bytes"]), (True, NAME, [], (self.desk / NAME).stat().st_size))
        self.desk.append("content/site.yaml", "extra: 1\n")
        outcome = self.desk.run("pack", "--format", "json")
        self.assertEqual((outcome.status, json.loads(outcome.out)["sound"]), (1, False))


class Unpack(AtAClearDesk):
    def test_there_and_back_again(self):
        self.run_well("build")
        self.run_well("pack")
        outcome = self.run_well("unpack", NAME)
        folder = self.desk / NAME.removesuffix(".zip")
        self.assertRegex(outcome.out, r"\AUnpacked \d+ files into thang-hanh-dong-vi-tre-em/\. ")
        self.assertEqual(everything(folder / "content"), everything(self.desk / "content"))
        self.assertEqual(everything(folder / "themes"), everything(self.desk / "themes"))
        self.assertEqual(everything(folder / "public"), everything(self.desk / "public"))
        self.assertEqual(stat.S_IMODE(folder.stat().st_mode), stat.S_IMODE((folder / "content").stat().st_mode))
        built = loa.run("build", folder=folder)
        self.assertEqual((built.status, built.err), (0, ""))
        self.assertIn("nothing changed in public/", built.out)
        self.assertEqual(loa.run("pack", folder=folder).status, 0)
        self.assertTrue((folder / NAME).read_bytes() == (self.desk / NAME).read_bytes())

    def test_into_an_empty_folder_and_no_other(self):
        self.run_well("pack")
        (self.desk / "empty").mkdir()
        self.run_well("unpack", NAME, "--into", "empty/")
        self.assertTrue((self.desk / "empty/content/site.yaml").is_file())
        before = loa.state(self.desk / "empty")
        for words in ((NAME, "--into", "empty"), (NAME, "--into", NAME), (), (NAME, NAME)):
            with self.subTest(words):
                self.assertEqual(self.desk.run("unpack", *words).status, 2)
        self.assertEqual(self.desk.run("unpack", NAME, "--into", "none/here").status, 3)
        self.assertEqual(self.desk.run("unpack", "none.zip").status, 3)
        self.assertEqual(self.desk.run("unpack", "content", "--into", "new").status, 3)
        self.assertEqual(loa.state(self.desk / "empty"), before)
        self.assertEqual(self.left(), {NAME, "empty"})

    def test_a_full_disk_leaves_nothing_behind(self):
        self.run_well("pack")
        outcome = subprocess.run(["/bin/sh", "-c", 'trap "" XFSZ; ulimit -f 16; exec "$@"', "sh", loa.program, "unpack", NAME, "--into", "new"],
                                 cwd=self.desk.folder, env=loa.surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=60)
        self.assertEqual(outcome.returncode, 3, outcome.stderr)
        self.assertEqual(self.left(), {NAME})

    def test_json(self):
        self.run_well("pack")
        told = json.loads(self.run_well("unpack", NAME, "--into", "new", "--format", "json").out)
        self.assertEqual((told["sound"], told["into"], told["files"]), (True, "new", len(everything(self.desk / "new"))))
        outcome = self.desk.run("unpack", "content/site.yaml", "--into", "newer", "--format", "json")
        self.assertEqual(outcome.status, 1)
        self.assertEqual(json.loads(outcome.out), {"sound": False, "troubles": [
            {"path": "content/site.yaml", "message": "`content/site.yaml` is no .zip, or broken"}]})


class Harmful(unittest.TestCase):
    """Archives that somebody else made."""

    @classmethod
    def setUpClass(cls):
        cls.desk = loa.Desk()
        cls.addClassCleanup(cls.desk.close)
        for name in ("content", "themes"):
            loa.remove(cls.desk / name)

    def tearDown(self):
        left = {path.name for path in self.desk.folder.iterdir()}
        for name in left:
            loa.remove(self.desk / name) if (self.desk / name).is_dir() else (self.desk / name).unlink()
        self.assertEqual(left, {"x.zip"})

    def make(self, *more, base=("content/site.yaml", "themes/default/theme.yaml"), compression=zipfile.ZIP_DEFLATED):
        with zipfile.ZipFile(self.desk / "x.zip", "w", compression) as archive:
            for name in base:
                archive.writestr(name, "a: 1\n")
            for name, content in more:
                archive.writestr(name, content)

    def refused(self, *messages, **environment):
        before = self.desk.folder.parent / "escaped"
        outcome = self.desk.run("unpack", "x.zip", "--into", "new", **environment)
        self.assertEqual((outcome.status, outcome.out, outcome.err), (1, "", "".join(f"{message}\n" for message in messages)))
        self.assertFalse(before.exists())

    def patched(self, change):
        path = self.desk / "x.zip"
        path.write_bytes(change(path.read_bytes()))

    def test_paths_that_lead_away(self):
        for path in ("../escaped", "content/../../escaped", "/escaped", "content//x", "content/./x", "..", "content/..", "C:/escaped", "content/c:escaped", "content\\..\\escaped",
                     "content/a\nb", "content/" + "x" * 256, "content/" + "x/" * 2500 + "x"):
            with self.subTest(path):
                self.make((path, "x"))
                shown = path.replace("\n", " ")
                self.refused(f"error: the path `{shown}` leads out of the folder, or cannot be on every computer")

    def test_every_one_is_told_in_the_language_of_messages(self):
        self.make(("../escaped", "x"), ("other/x", "x"), ("content", "x"))
        self.refused("lỗi: đường dẫn `../escaped` ra ngoài thư mục, hoặc không phải máy nào cũng dùng được", "lỗi: gói của loa không có `other/x`",
                     "lỗi: gói của loa không có `content`", LC_ALL="vi_VN.UTF-8")

    def test_links_and_devices(self):
        for kind in (stat.S_IFLNK, stat.S_IFIFO, stat.S_IFBLK, stat.S_IFDIR):
            with self.subTest(kind):
                link = zipfile.ZipInfo("content/link")
                link.create_system, link.external_attr = 3, (kind | 0o777) << 16
                self.make((link, "../../escaped"))
                self.refused("error: `content/link` is a link or a device, not a file")

    def test_two_of_one_name(self):
        for first, second in (("content/a", "content/A"), ("content/đ", "content/Đ"), ("content/é", "content/e\u0301"), ("content/a", "content/a/b"), ("content/B/x", "content/b/y")):
            with self.subTest(first):
                self.make((first, "x"), (second, "x"))
                clash = "content/B" if "B/" in first else first
                self.refused(f"error: `{second}` and `{clash}` cannot both be there on every computer")

    def test_the_very_same_name_twice(self):
        self.make(("content/a", "x"), ("content/b", "x"))
        self.patched(lambda bytes: bytes.replace(b"content/b", b"content/a"))
        self.refused("error: `content/a` and `content/a` cannot both be there on every computer")

    def test_other_archives(self):
        self.make(base=())
        self.refused("error: `x.zip` is no package of loa: content/site.yaml or themes/…/theme.yaml is missing")
        self.make(base=("content/site.yaml",))
        self.refused("error: `x.zip` is no package of loa: content/site.yaml or themes/…/theme.yaml is missing")
        self.make(("notes.txt", "x"))
        self.refused("error: no package of loa has `notes.txt`")

    def test_what_is_no_archive(self):
        for bytes in (b"", b"PK", b"words\n" * 1000, b"PK\x03\x04" + b"\0" * 100, os.urandom(5000)):
            with self.subTest(bytes[:8]):
                self.desk.write("x.zip", bytes)
                self.refused("error: `x.zip` is no .zip, or broken")

    def test_a_cut_archive(self):
        self.make(("content/x", "x" * 1000))
        whole = (self.desk / "x.zip").read_bytes()
        for size in range(1, len(whole), 37):
            with self.subTest(size):
                self.desk.write("x.zip", whole[:size])
                self.refused("error: `x.zip` is no .zip, or broken")

    def test_any_byte_may_be_wrong(self):
        self.make(("content/x", "words " * 20))
        whole = (self.desk / "x.zip").read_bytes()
        for place in range(0, len(whole), 3):
            changed = bytearray(whole)
            changed[place] ^= 0xFF
            self.desk.write("x.zip", bytes(changed))
            outcome = self.desk.run("unpack", "x.zip", "--into", "new")
            self.assertIn(outcome.status, (0, 1, 3), (place, outcome.err))
            if outcome.status == 0:  # a byte of a name, or of what nobody reads: never one of what is unpacked
                self.assertLessEqual(set(everything(self.desk / "new").values()), {b"a: 1\n", b"words " * 20}, place)
                loa.remove(self.desk / "new")
            self.assertEqual([path.name for path in self.desk.folder.iterdir()], ["x.zip"], place)

    def test_bytes_that_are_not_those_that_were_packed(self):
        self.make(("content/x", "words"), compression=zipfile.ZIP_STORED)
        self.patched(lambda bytes: bytes.replace(b"words", b"w0rds"))
        self.refused("error: `content/x` is damaged: not as it was packed")

    def test_a_size_that_is_not_true(self):
        for said in (3, 3_000):
            with self.subTest(said):
                self.make(("content/x", "words " * 200))
                self.patched(lambda bytes: bytes.replace(struct.pack("<I", 1200), struct.pack("<I", said)))
                self.refused("error: `content/x` is damaged: not as it was packed")

    def test_a_password(self):
        self.make(("content/x", "words"))
        with zipfile.ZipFile(self.desk / "x.zip") as archive:
            where = archive.getinfo("content/x").header_offset

        def lock(whole):
            changed = bytearray(whole)
            changed[where + 6] |= 1  # the flag in front of the bytes, and that in the list at the end
            changed[whole.rindex(b"PK\x01\x02") + 8] |= 1
            return bytes(changed)

        self.patched(lock)
        self.refused("error: `content/x` is locked with a password")

    def test_a_small_archive_that_would_fill_the_disk(self):
        self.make()
        with zipfile.ZipFile(self.desk / "x.zip", "a", zipfile.ZIP_DEFLATED) as archive, archive.open("content/x", "w") as file:
            for _ in range(130):
                file.write(bytes(loa.MEGABYTE))
        self.refused("error: `x.zip` would be too large when unpacked")

    def test_a_size_that_no_disk_has(self):
        self.make(("content/x", "words " * 200))
        self.patched(lambda bytes: bytes.replace(struct.pack("<I", 1200), struct.pack("<I", 0xFFFFFFFE)))
        self.refused("error: `x.zip` would be too large when unpacked")

    def test_a_pipe_keeps_nobody_waiting(self):
        os.mkfifo(self.desk / "x.zip")
        self.refused("error: `x.zip` is no .zip, or broken")


if __name__ == "__main__":
    loa.main()
