"""The same content gives the same bytes, wherever, whenever and however the program runs; and what is the same stays untouched."""

import gzip
import os
import random
import shutil
import sys
import time
from pathlib import Path

import brotli

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa


class SameBytes(loa.AtADesk):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.begin = time.time()
        first = cls.desk.run("build", "--jobs", "1")
        assert first.status == 0, first.err
        cls.site = loa.tree(cls.desk / "public")
        assert len(cls.site) > 30, sorted(cls.site)

    def build(self, *words, output="again", **environment):
        """Builds to another folder and gives what lies there."""
        self.run_well("build", "--output", output, *words, **environment)
        self.addCleanup(self.forget, output)
        return loa.tree(self.desk / output)

    def forget(self, output):
        for name in (output, f".{output}.loa"):
            shutil.rmtree(self.desk / name)

    def same(self, site):
        self.assertEqual(sorted(site), sorted(self.site))
        self.assertEqual([path for path in site if site[path] != self.site[path]], [])

    def test_with_any_number_of_jobs(self):
        for jobs in (2, 7):
            with self.subTest(jobs=jobs):
                self.same(self.build("--jobs", jobs, output=f"jobs-{jobs}"))

    def test_in_any_time_zone_on_any_day(self):
        # The two lie 26 hours apart: it is never the same day in both.
        for zone in ("Pacific/Kiritimati", "<-12>+12", "Asia/Ho_Chi_Minh"):
            with self.subTest(zone):
                self.run_well("build", "--output", "zone", TZ=zone)
                self.same(loa.tree(self.desk / "zone"))
                self.forget("zone")

    def test_at_another_second(self):
        time.sleep(max(0, self.begin + 2.1 - time.time()))
        self.same(self.build())

    def test_in_any_locale(self):
        for locale in ("vi_VN.UTF-8", "tr_TR.UTF-8", "C", "POSIX", "no-such-locale"):
            with self.subTest(locale):
                self.same(self.build(output=f"in-{locale}", LC_ALL=locale, LANG=locale))

    def test_in_any_language_of_messages(self):
        self.same(self.build("--messages", "vi"))

    def test_with_absolute_paths_from_another_folder(self):
        (self.desk / "elsewhere").mkdir()
        self.addCleanup(shutil.rmtree, self.desk / "elsewhere")
        outcome = loa.run("build", "--content", self.desk / "content", "--theme", self.desk / "themes/default", "--output",
                          self.desk / "elsewhere/site", folder=self.desk / "elsewhere")
        self.assertEqual((outcome.status, outcome.err), (0, ""))
        self.same(loa.tree(self.desk / "elsewhere/site"))

    def test_with_roundabout_relative_paths(self):
        self.same(self.build("--content", "./themes/../content/", "--theme", "themes/./default/"))

    def test_whatever_the_order_in_which_the_files_were_made(self):
        for seed in (1, 2):
            with self.subTest(seed):
                self.addCleanup(shutil.rmtree, self.desk / f"shuffled-{seed}")
                for name in ("content", "themes"):
                    copy_shuffled(self.desk / name, self.desk / f"shuffled-{seed}" / name, random.Random(seed))
                folder = self.desk / f"shuffled-{seed}"
                outcome = loa.run("build", folder=folder)
                self.assertEqual((outcome.status, outcome.err), (0, ""))
                self.same(loa.tree(folder / "public"))

    def test_whatever_the_times_of_the_files(self):
        for path in (self.desk / "content").rglob("*"):
            os.utime(path, (1, 1))
        self.same(self.build())

    def test_over_a_longer_site_that_lay_there(self):
        self.desk.write("content/pages/more.vi.md", "---\ntitle: Thêm\nsummary: Thêm nữa.\n---\nThêm.\n")
        self.desk.write("content/pages/more.en.md", "---\ntitle: More\nsummary: Even more.\n---\nMore.\n")
        more = self.build(output="longer")
        self.assertIn("en/more/index.html", more)
        self.desk.renew()
        for _ in range(2):  # once for each generation
            outcome = self.desk.run("build", "--output", "longer")
            self.assertEqual(outcome.status, 0, outcome.err)
            self.same(loa.tree(self.desk / "longer"))

    def test_for_any_umask(self):
        self.addCleanup(os.umask, os.umask(0o077))
        self.same(self.build())

    def test_building_twice_touches_no_file(self):
        self.run_well("build", "--output", "twice")
        self.addCleanup(self.forget, "twice")
        before = loa.state(self.desk / "twice")
        for _ in range(3):
            self.run_well("build", "--output", "twice")
            self.assertEqual(loa.state(self.desk / "twice"), before)

    def test_a_small_change_touches_only_the_files_that_it_changes(self):
        self.run_well("build", "--output", "changing")
        self.addCleanup(self.forget, "changing")
        before = loa.state(self.desk / "changing")
        time.sleep(0.02)
        self.desk.replace("content/pages/about.en.md", "\n## ", "\n## Now: ")
        self.run_well("build", "--output", "changing")
        after = loa.state(self.desk / "changing")
        files = [path for path in before if before[path][2] is not None and path != ".gitignore"]
        changed = ["data/page.csv", "data/page.json", "en/about/index.html"]
        self.assertEqual([path for path in files if before[path][2] != after[path][2]], changed)
        self.assertEqual([path for path in files if before[path] != after[path]], changed)


    def test_compressed_copies_unpack_to_the_files_and_go_with_the_next_build_without_them(self):
        site = self.build("--compress", "--jobs", "1", output="compressed")
        for jobs in (2, 7):
            self.assertEqual(self.build("--compress", "--jobs", jobs, output=f"compressed-{jobs}"), site)
        self.same({path: site[path] for path in site if not path.endswith((".gz", ".br"))})
        for suffix, unpack in ((".gz", gzip.decompress), (".br", brotli.decompress)):
            copied = {path.removesuffix(suffix): unpack(site[path]) for path in site if path.endswith(suffix)}
            self.assertEqual([path for path in copied if copied[path] != self.site[path]], [])
            self.assertEqual([path for path in copied if len(site[path + suffix]) >= len(self.site[path])], [])
            large = [path for path in self.site if path.endswith((".html", ".css", ".js", ".svg", ".json", ".csv", ".xml")) and len(self.site[path]) > 400]
            self.assertEqual([path for path in large if path not in copied], [])
            self.assertEqual([path for path in copied if path.endswith((".png", ".jpg", ".pdf"))], [])
        self.run_well("build", "--output", "compressed")
        self.same(loa.tree(self.desk / "compressed"))

    def test_a_portable_site(self):
        site = self.build("--portable", "--jobs", "1", output="portable")
        for jobs in (2, 7):
            self.assertEqual(self.build("--portable", "--jobs", jobs, output=f"portable-{jobs}"), site)


def copy_shuffled(source, target, chance):
    """Copies a folder, making what is in it in a random order, so that the file system lists it in another one."""
    target.mkdir(parents=True)
    inside = sorted(source.iterdir())
    chance.shuffle(inside)
    for path in inside:
        if path.is_dir():
            copy_shuffled(path, target / path.name, chance)
        else:
            shutil.copyfile(path, target / path.name)


if __name__ == "__main__":
    loa.main()
