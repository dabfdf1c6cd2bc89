"""The program as it is installed: what lies where, the theme that it finds, the manual, completion, and the Debian package."""

import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa

COMMANDS = ("build", "check", "list", "new", "pack", "rollback", "schema", "serve", "translations", "unpack")
PAGES = {"loa.1", *(f"loa-{command}.1" for command in COMMANDS)}
EPOCH = "1700000000"


def done(*words, **how):
    """Runs a command that has to succeed, and gives what it printed."""
    outcome = subprocess.run([*map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120, **how)
    assert outcome.returncode == 0, f"{words}: {outcome.stdout}"
    return outcome.stdout


class Folder(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="loa-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.build = Path(loa.program).parent


class Installed(Folder):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        done("cmake", "--install", cls.build, "--prefix", cls.folder / "first")
        # What works here does not know where it was installed.
        cls.root = cls.folder / "moved"
        (cls.folder / "first").rename(cls.root)
        cls.share = cls.root / "share"

    def loa(self, *words, folder, status=0):
        outcome = subprocess.run([self.root / "bin/loa", *words], cwd=folder, env=loa.surroundings(), stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE, text=True, timeout=60)
        self.assertEqual(outcome.returncode, status, outcome.stderr)
        return outcome

    def desk(self):
        desk = loa.Desk()
        self.addCleanup(desk.close)
        return desk

    def test_everything_has_its_place(self):
        self.assertEqual({path.name for path in self.root.iterdir()}, {"bin", "share"})
        self.assertEqual({path.name for path in (self.share / "man/man1").iterdir()}, PAGES)
        self.assertEqual({path.name for path in (self.share / "man/vi/man1").iterdir()}, PAGES)
        self.assertEqual(loa.tree(self.share / "loa/themes"), loa.tree(loa.PROJECT / "themes"))
        self.assertEqual(loa.tree(self.share / "doc/loa/docs"), loa.tree(loa.PROJECT / "docs"))
        for path in ("doc/loa/README.md", "doc/loa/CHANGELOG.md", "doc/loa/copyright", "bash-completion/completions/loa",
                     "zsh/vendor-completions/_loa", "fish/vendor_completions.d/loa.fish"):
            self.assertTrue((self.share / path).is_file(), path)

    def test_it_tells_its_version(self):
        self.assertRegex(self.loa("--version", folder=self.folder).stdout,
                         r"\Aloa \d+\.\d+\.\d+\n\Z")

    def test_content_alone_becomes_the_same_site(self):
        desk = self.desk()
        self.assertEqual(desk.run("build").status, 0)
        expected = loa.tree(desk / "public")
        shutil.rmtree(desk / "public")
        shutil.rmtree(desk / "themes")
        self.loa("build", folder=desk.folder)
        self.assertEqual(loa.tree(desk / "public"), expected)

    def test_a_theme_of_ones_own_extends_the_installed_one(self):
        desk = self.desk()
        shutil.rmtree(desk / "themes")
        desk.write("themes/own/theme.yaml", "extends: default\n")
        self.loa("build", "--theme", "themes/own", folder=desk.folder)
        self.assertTrue((desk / "public/vi/index.html").is_file())
        self.loa("pack", "--theme", "themes/own", "--output-file", "site.zip", folder=desk.folder)
        self.loa("unpack", "site.zip", "--into", "elsewhere", folder=desk.folder)
        self.assertTrue((desk / "elsewhere/themes/default/theme.yaml").is_file())

    def test_a_theme_that_was_asked_for_has_to_be_there(self):
        desk = self.desk()
        shutil.rmtree(desk / "themes")
        for words in (("--theme", "themes/default"), ("--theme", "themes/other")):
            self.assertIn(words[1], self.loa("check", *words, folder=desk.folder, status=1).stderr)

    def test_the_theme_of_the_folder_goes_before_the_installed_one(self):
        desk = self.desk()
        desk.append("themes/default/theme.yaml", "extra: 1\n")
        self.assertIn("themes/default/theme.yaml:", self.loa("check", folder=desk.folder, status=1).stderr)

    # The manual

    def test_every_page_can_be_set_and_has_its_sections(self):
        sections = {"man1": ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "FILES", "EXAMPLES", "SEE ALSO"],
                    "vi/man1": ["TÊN", "CÚ PHÁP", "MÔ TẢ", "TÙY CHỌN", "MÃ THOÁT", "TỆP", "VÍ DỤ", "XEM THÊM"]}
        for folder, expected in sections.items():
            for page in sorted((self.share / "man" / folder).iterdir()):
                with self.subTest(page.name, folder=folder):
                    outcome = subprocess.run(["groff", "-Kutf8", "-Tutf8", "-man", "-ww", "-P-cbou", page], stdout=subprocess.PIPE,
                                             stderr=subprocess.PIPE, text=True, env=loa.surroundings())
                    self.assertEqual((outcome.returncode, outcome.stderr), (0, ""))
                    titles = [line for line in outcome.stdout.splitlines() if line and not line.startswith((" ", "LOA"))]
                    self.assertEqual([title for title in titles if title in expected], expected, titles)

    def test_a_page_says_what_the_help_says(self):
        for command in COMMANDS:
            told = self.loa(command, "--help", "--messages", "en", folder=self.folder).stdout
            page = (self.share / f"man/man1/loa-{command}.1").read_text(encoding="utf-8").replace("\\-", "-")
            options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+(?= |,|$)", "\n".join(
                line for line in told.splitlines() if re.match(r" +-", line)), re.M))
            self.assertIn("--messages", options)
            for option in options:
                self.assertIn(f"\\fB{option}\\fR", page, command)

    # Completion

    def completed(self, *words):
        script = (f'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); compopt() {{ :; }}; _loa; '
                  'printf "%s\\n" "${COMPREPLY[@]}"')
        out = done("bash", "-c", script, "bash", self.share / "bash-completion/completions/loa", "loa", *words, cwd=loa.PROJECT)
        return out.split()

    def test_bash_completes_commands_options_values_and_folders(self):
        self.assertEqual(set(self.completed("")), {*COMMANDS, "-h", "--help", "--version"})
        self.assertEqual(self.completed("bu"), ["build"])
        self.assertEqual(self.completed("build", "--por"), ["--portable"])
        self.assertEqual(self.completed("check", "--por"), [])
        self.assertEqual(self.completed("check", "--messages", ""), ["vi", "en"])
        self.assertEqual(self.completed("check", "--format", "=", "j"), ["json"])
        self.assertEqual(self.completed("check", "--format", "="), ["text", "json"])
        self.assertEqual(self.completed("build", "--theme", "them"), ["themes"])
        self.assertEqual(self.completed("build", "--theme", "README"), [])
        self.assertEqual(self.completed("unpack", "README"), ["README.md"])

    def test_the_scripts_parse_where_their_shells_are(self):
        for shell, path in (("bash", "bash-completion/completions/loa"), ("zsh", "zsh/vendor-completions/_loa"),
                            ("fish", "fish/vendor_completions.d/loa.fish")):
            if shutil.which(shell):
                done(shell, "-n", self.share / path)

    def test_the_help_does_not_speak_of_what_makes_the_manual(self):
        self.assertNotIn("manual", self.loa("--help", folder=self.folder).stdout)


class Package(Folder):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.packages = [cls.packed(name) for name in ("one", "two")]
        cls.root = cls.folder / "root"
        done("dpkg-deb", "-x", cls.packages[0], cls.root)

    @classmethod
    def packed(cls, name):
        folder = cls.folder / name
        done("cpack", "-G", "DEB", "-B", folder, "--config", cls.build / "CPackConfig.cmake",
             env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH})
        [package] = folder.glob("*.deb")
        return package

    def field(self, name):
        return done("dpkg-deb", "-f", self.packages[0], name).strip()

    def test_it_is_called_and_described_as_debian_asks(self):
        version = done(loa.program, "--version").split()[1]
        architecture = done("dpkg", "--print-architecture").strip()
        self.assertEqual(self.packages[0].name, f"loa_{version}_{architecture}.deb")
        self.assertEqual([self.field(name) for name in ("Package", "Version", "Architecture", "Section")],
                         ["loa", version, architecture, "web"])
        self.assertIn("Làm trang thông tin", self.field("Description"))

    def test_it_depends_on_the_packages_of_every_library_that_it_loads(self):
        needed = {re.split(r"[ (]", word.strip())[0] for word in self.field("Depends").split(",")}
        libraries = re.findall(r"NEEDED +(\S+)", done("objdump", "-p", self.root / "usr/bin/loa"))
        self.assertIn("libc.so.6", libraries)
        for line in done("ldd", self.root / "usr/bin/loa").splitlines():
            found = re.match(r"\s+(\S+) => (\S+)", line)
            if found and found[1] in libraries:
                owner = done("dpkg", "-S", f"*/{found[1]}").splitlines()
                self.assertTrue(needed & {line.split(":")[0] for line in owner}, line)

    def test_it_depends_on_the_library_of_pictures_that_it_opens_by_name(self):
        needed = {re.split(r"[ (]", word.strip())[0] for word in self.field("Depends").split(",")}
        [name] = set(re.findall(rb"libvips\.so\.\d+", (self.root / "usr/bin/loa").read_bytes()))
        self.assertTrue(needed & {line.split(":")[0] for line in done("dpkg", "-S", f"*/{name.decode()}").splitlines()})

    def test_manual_and_changes_are_compressed_and_nothing_is_elsewhere_than_in_usr(self):
        self.assertEqual({path.name for path in self.root.iterdir()}, {"usr"})
        for folder in ("man/man1", "man/vi/man1"):
            self.assertEqual({path.name for path in (self.root / "usr/share" / folder).iterdir()}, {page + ".gz" for page in PAGES})
        self.assertEqual(gzip.decompress((self.root / "usr/share/doc/loa/changelog.gz").read_bytes()), (loa.PROJECT / "CHANGELOG.md").read_bytes())

    def test_what_is_in_it_runs_with_content_alone(self):
        desk = loa.Desk()
        self.addCleanup(desk.close)
        shutil.rmtree(desk / "themes")
        done(self.root / "usr/bin/loa", "build", cwd=desk.folder, env=loa.surroundings())
        self.assertTrue((desk / "public/vi/index.html").is_file())

    def test_the_same_program_gives_the_same_package(self):
        one, two = (package.read_bytes() for package in self.packages)
        self.assertEqual(one, two)


if __name__ == "__main__":
    loa.main()
