"""The guides for those who write: their links lead somewhere, their commands are there, and their pictures are those of the program.

LOA_REFRESH=1 takes the pictures anew (docs/pictures/)."""

import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import browsed
import loa
import serve

DOCS = loa.PROJECT / "docs"
GUIDES = sorted(path for tongue in ("vi", "en") for path in (DOCS / tongue).glob("*.md"))
PICTURES = DOCS / "pictures"


class Guides(serve.AtWork):
    def test_links_and_pictures_are_there(self):
        named = set()
        for guide in GUIDES:
            for link in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", re.sub(r"```.*?```|`[^`]*`", "", guide.read_text(encoding="utf-8"), flags=re.S)):
                target = (guide.parent / link).resolve()
                self.assertTrue(target.exists(), f"{guide.name}: {link}")
                if target.parent == PICTURES:
                    named.add(target.name)
        self.assertEqual(named, {path.name for path in PICTURES.iterdir()})

    def test_every_guide_is_in_both_languages_and_in_the_table_of_contents(self):
        for tongue in ("vi", "en"):
            contents = (DOCS / tongue / "README.md").read_text(encoding="utf-8")
            for guide in (DOCS / tongue).glob("*.md"):
                self.assertTrue(guide.name == "README.md" or f"({guide.name})" in contents, guide)
        self.assertEqual(len(list((DOCS / "vi").glob("*.md"))), len(list((DOCS / "en").glob("*.md"))))

    def test_every_command_and_option_that_is_told_is_there(self):
        for guide in GUIDES:
            for command, rest in re.findall(r"\bloa ([a-z]+)((?: --[a-z-]+)?)", re.sub(r"[^\n]*loa_[^\n]*", "", "\n".join(re.findall(r"```\n(.*?)```|`([^`\n]*)`", guide.read_text(encoding="utf-8"), flags=re.S) and
                                                      [a or b for a, b in re.findall(r"```\n(.*?)```|`([^`\n]*)`", guide.read_text(encoding="utf-8"), flags=re.S)]))):
                outcome = self.desk.run(command, "--help")
                self.assertEqual(outcome.status, 0, f"{guide.name}: loa {command}")
                self.assertIn(rest.strip(), outcome.out, f"{guide.name}: loa {command}{rest}")

    def test_the_pictures_show_the_preview_and_a_mistake_over_it(self):
        browser = browsed.start_browser(type(self))
        browser.set_window_size(900, 700)
        for tongue in ("vi", "en"):
            self.desk.renew()
            preview = self.preview("--messages", tongue)
            browser.get(f"http://localhost:{preview.port}/{tongue}/")
            self.keep(browser, f"home.{tongue}.png")
            self.desk.replace("content/2024/chi-lang/action-month.yaml", "  vi: Tháng hành động", "  vi:Tháng hành động")
            serve.WebDriverWait(browser, 30, 0.05).until(lambda it: it.execute_script(f"return {serve.OVERLAY} != null && {serve.OVERLAY}.querySelector('pre').textContent.includes('yaml-blank-missing')"))
            self.keep(browser, f"mistake.{tongue}.png")
            preview.end()

    def keep(self, browser, name):
        picture = browser.get_screenshot_as_png()
        self.assertGreater(len(picture), 10_000)
        if os.environ.get("LOA_REFRESH"):
            PICTURES.mkdir(exist_ok=True)
            (PICTURES / name).write_bytes(picture)
        self.assertTrue((PICTURES / name).is_file(), name)


if __name__ == "__main__":
    loa.main()
