"""The house in order: scripts that parse, files that speak of the project alone and are short enough to be read."""

import os
import re
import subprocess
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent


def files():
    """The paths of all files of the project, as git keeps them or would; elsewhere than in a repository, all that lie here."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=PROJECT,
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if listed.returncode == 0:
        paths = [PROJECT / name for name in listed.stdout.decode().split("\0") if name]
    else:
        paths = [path for path in PROJECT.rglob("*") if not re.match(r"(build|public|tests/node_modules)", str(path.relative_to(PROJECT)))]
    return sorted(path for path in paths if path.is_file())


class House(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.files = files()
        cls.texts = {}
        for path in cls.files:
            try:
                cls.texts[str(path.relative_to(PROJECT))] = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                pass  # a picture, or a test's broken bytes

    def lines_with(self, pattern, but=()):
        """Where a pattern is found, as path:line: text."""
        return [f"{path}:{number}: {line.strip()}" for path, text in self.texts.items() if path not in but
                for number, line in enumerate(text.splitlines(), 1) if re.search(pattern, line)]

    def test_shell_scripts_parse(self):
        scripts = [path for path, text in self.texts.items() if path.endswith(".sh") or text.startswith("#!/bin/sh")]
        self.assertIn("build.sh", scripts)
        for script in scripts:
            with self.subTest(script):
                subprocess.run(["sh", "-n", script], cwd=PROJECT, check=True)

    def test_python_scripts_parse(self):
        for path, text in self.texts.items():
            if path.endswith(".py"):
                with self.subTest(path):
                    compile(text, path, "exec")

    def test_what_is_to_be_started_can_be(self):
        for name in ("build.sh", "test.sh", ".ci/run"):
            self.assertTrue(os.access(PROJECT / name, os.X_OK), name)

    def test_no_file_knows_the_machine_that_it_was_written_on(self):
        self.assertEqual(self.lines_with(r"(?<![\w.])/(work|root|home|Users|mnt|tmp)/"), [])

    def test_no_file_names_a_host_of_packages(self):
        hosts = "|".join(("pypi", "npmjs", "crates", "rubygems", "deb\\.debian", "proxy\\.golang", "jsdelivr", "unpkg"))
        self.assertEqual(self.lines_with(rf"\b({hosts})\.(org|com|io|net)\b"), [])

    def test_no_file_says_that_it_is_not_finished(self):
        marks = "|".join(("TO" + "DO", "FIX" + "ME", "HA" + "CK", "W" + "IP"))
        self.assertEqual(self.lines_with(rf"\b({marks})\b"), [])

    def test_the_front_page_speaks_of_everything_at_the_top(self):
        said = self.texts["README.md"]
        top = {str(path.relative_to(PROJECT)).split("/")[0] for path in self.files}
        self.assertEqual([name for name in sorted(top - {"README.md", ".gitignore", ".clang-format", ".clang-tidy"}) if name not in said], [])

    def test_files_of_code_are_short_enough_to_be_read(self):
        long = {path: text.count("\n") for path, text in self.texts.items() if path.endswith((".cpp", ".h", ".py")) and text.count("\n") > 400}
        self.assertEqual(long, {})

    def test_texts_end_with_their_last_line_and_have_no_carriage_returns(self):
        kept = {path: text for path, text in self.texts.items() if not path.startswith("tests/golden/") and text}
        self.assertEqual([path for path, text in kept.items() if not text.endswith("\n")], [])
        self.assertEqual([path for path, text in kept.items() if "\r" in text], [])


if __name__ == "__main__":
    unittest.main()
