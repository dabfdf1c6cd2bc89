"""The files of the real site as two checkers of HTML judge them, and what a page weighs and says before anything dresses it."""

import gzip
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import checkers
import loa
import published

HTML_BYTES = 14 * 1024  # packed: what a server may send before it hears from the phone again


class Markup(published.OfTheProject):
    def test_the_checkers_see_what_is_wrong(self):
        with tempfile.TemporaryDirectory() as folder:
            bad = Path(folder) / "bad"
            bad.mkdir()
            (bad / "page.html").write_text("<!doctype html><title>x</title><p>a <b>c</p>")
            (bad / "look.css").write_text("p { colour: red }")
            (bad / "sign.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><p/></svg>')
            self.assertEqual({error.split(":")[0].strip("/") for error in checkers.nu(bad)}, {"page.html", "look.css", "sign.svg"})
            self.assertIn("[close-order]", " ".join(checkers.html_validate(bad)))

    def test_the_nu_html_checker_finds_nothing(self):
        self.assertEqual(checkers.nu(self.desk / "public"), [])

    def test_html_validate_finds_nothing(self):
        self.assertEqual(checkers.html_validate(self.desk / "public"), [])

    def test_a_page_fits_into_the_first_packets(self):
        sizes = {page.path: len(gzip.compress(page.bytes, 9, mtime=0)) for page in self.site.pages}
        self.assertEqual({path: size for path, size in sizes.items() if size > HTML_BYTES}, {})

    def test_without_a_style_the_hotline_comes_first_then_the_page_then_the_menu(self):
        for page in self.site.pages:
            with self.subTest(page.path):
                order = list(page.one("body").iter())
                call = next(index for index, element in enumerate(order) if element.get("href", "").startswith("tel:"))
                main = order.index(page.one("main"))
                menus = [order.index(menu) for menu in page.all("nav") if menu not in set(page.one("main").iter())]
                self.assertLess(call, main)
                self.assertTrue(all(menu > main for menu in menus), menus)

    def test_drawings_say_how_large_they_are_where_no_style_does(self):
        for page in self.site.pages:
            with self.subTest(page.path):
                drawings = page.all("{http://www.w3.org/2000/svg}svg", "svg")
                self.assertEqual([drawing.attrib for drawing in drawings if not (drawing.get("width") and drawing.get("height"))], [])

    def test_a_page_tells_nobody_where_its_reader_was(self):
        for page in self.site.pages:
            with self.subTest(page.path):
                self.assertEqual(page.meta("referrer"), ["no-referrer"])
                policies = [meta.get("content") for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
                self.assertEqual(len(policies), 1)
                self.assertRegex(policies[0], "^default-src '(self|none)';")
                self.assertNotRegex(policies[0], r"unsafe|\*|https?:|data:|blob:")

    def test_a_first_visit_is_small_with_all_that_is_kept_for_when_there_is_no_net(self):
        def packed(path):
            return len(gzip.compress((self.site.folder / path).read_bytes(), 9, mtime=0))
        for page in self.site.pages:
            addresses = {link.get("href") for link in page.links("stylesheet") + page.links("icon")} | {script.get("src") for script in page.all("script")}
            parts = {self.site.leads_to(page, address)[0] for address in addresses - {None}}
            with self.subTest(page.path):
                self.assertLessEqual(len(parts) + 3, 10)  # with the page, sw.js and offline.json
                self.assertLessEqual(sum(map(packed, parts | {page.path, "sw.js", "offline.json"})), 50 * 1024)

    def test_no_script_keeps_anything_on_the_device(self):
        for path in self.site.files:
            if path.endswith(".js"):
                text = (self.site.folder / path).read_text(encoding="utf-8")
                self.assertEqual(re.findall(r"localStorage|sessionStorage|indexedDB|document\.cookie|cookieStore|sendBeacon", text), [], path)


if __name__ == "__main__":
    loa.main()
