"""A site made with --portable: every link compared with that of the site on the web, and opened as files in a real browser."""

import json
import re
import shutil
import sys
import unittest
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))
import browsed
import loa
import published

BASE_URL = "https://example.org/tre-em/2024/"
FOLDER = "USB của trường & xã"
ADDRESSES = ("href", "src", "action", "formaction", "poster", "data", "{http://www.w3.org/1999/xlink}href", "xlink:href")
ONLY_WITH_A_SERVER = {"sw.js", "offline.json"}


class Portable(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        desk = loa.Desk()
        cls.addClassCleanup(desk.close)
        for words in ((), ("--portable", "--output", "usb")):
            outcome = desk.run("build", "--base-url", BASE_URL, *words)
            assert outcome.status == 0, outcome.err
        shutil.copytree(desk / "usb", desk / FOLDER)
        cls.folder = desk / FOLDER
        cls.on_web = published.Site(desk / "public", BASE_URL)
        cls.site = published.Site(cls.folder, BASE_URL)
        cls.pages = {page.path: page for page in cls.site.pages}

    def target(self, page, address):
        """The file and the anchor that a relative address on a page leads to."""
        way, anchor = urldefrag(address)
        path = (self.folder / page.path).parent / unquote(way.split("?")[0])
        return str(path.resolve().relative_to(self.folder)) if way else page.path, anchor

    # As files

    def test_it_has_the_files_of_the_site_on_the_web_but_those_that_need_a_server(self):
        self.assertEqual(self.site.files, self.on_web.files - ONLY_WITH_A_SERVER)
        others = [path for path in sorted(self.site.files) if not path.endswith(".html")]
        self.assertEqual([path for path in others if (self.folder / path).read_bytes() != (self.on_web.folder / path).read_bytes()], [])

    def test_its_pages_say_the_same_and_lead_to_the_same(self):
        for there in self.on_web.pages:
            here = self.pages[there.path]
            with self.subTest(there.path):
                pairs = list(zip(there.tree.iter(), here.tree.iter(), strict=True))
                for old, new in pairs:
                    self.assertEqual((new.tag, new.text, new.tail, list(new.attrib)), (old.tag, old.text, old.tail, list(old.attrib)))
                    for name, value in old.attrib.items():
                        target = self.on_web.leads_to(there, value) if name in ADDRESSES and not re.match("#|https?:", value) else None
                        if target is None:
                            self.assertEqual(new.get(name), value)
                        else:
                            self.assertEqual(self.target(here, new.get(name)), target)

    def test_every_link_within_is_relative_and_names_a_file_and_an_anchor_that_are_there(self):
        followed = 0
        for page in self.site.pages:
            for element in page.tree.iter():
                for address in (element.get(name) for name in ADDRESSES if element.get(name)):
                    if re.match("[a-z]+:", address):
                        continue
                    self.assertNotRegex(address, r"^/|/(#|\?|$)", page.path)
                    path, anchor = self.target(page, address)
                    self.assertTrue((self.folder / path).is_file(), f"{page.path}: {address}")
                    if anchor:
                        self.assertIn(anchor, self.pages[path].ids, f"{page.path}: {address}")
                    followed += 1
        self.assertGreater(followed, 1000)

    def test_the_site_may_lie_anywhere_on_the_web(self):
        desk = self.folder.parent
        outcome = loa.run("build", "--base-url", "https://example.org/", "--portable", "--output", "root", folder=desk)
        self.assertEqual(outcome.status, 0, outcome.err)
        relative = re.compile(r'(?:href|src)="((?![a-z]+:)[^"]*)"')
        for page in self.site.pages:
            self.assertEqual(relative.findall((desk / "root" / page.path).read_text(encoding="utf-8")), relative.findall(page.bytes.decode()), page.path)

    # In a browser

    def here(self, browser):
        """The path of the page that the browser shows."""
        return str(Path(unquote(urlsplit(browser.current_url).path)).relative_to(self.folder.resolve()))

    def samples(self):
        """The root, and in both languages home, a campaign, a list and a text."""
        ways = ("vi/", "vi/chi-lang/2024/thang-hanh-dong-vi-tre-em/", "vi/khau-hieu/", "vi/tro-giup/",
                "en/", "en/chi-lang/2024/action-month-for-children/", "en/slogans/", "en/get-help/")
        return ["index.html", *(way + "index.html" for way in ways)]

    def test_a_browser_shows_it_from_files(self):
        browser = browsed.start_browser(type(self))
        for path in self.samples():
            with self.subTest(path):
                browser.get((self.folder / path).resolve().as_uri())
                self.assertNotEqual(browser.execute_script("return getComputedStyle(document.body).backgroundColor"), "rgba(0, 0, 0, 0)")
                self.assertTrue(browser.execute_script("return getComputedStyle(document.documentElement).getPropertyValue('--paper')"))
                self.assertEqual(browser.execute_script("return [...document.images].filter(i => !i.naturalWidth).map(i => i.src)"), [])
                links = browser.execute_script("return [...document.links].map(a => a.href?.baseVal ?? a.href)")
                within = [link for link in links if link.startswith("file:")]
                self.assertTrue(within)
                for link in within:
                    self.assertTrue(Path(unquote(urlsplit(link).path)).is_file(), link)
                self.assertEqual(self.troubles(browser), [])

    def test_the_policy_of_a_page_holds_for_files(self):
        browser = browsed.start_browser(type(self))
        browser.get((self.folder / "vi/index.html").resolve().as_uri())
        for make in ("document.createElement('script')", "Object.assign(document.createElement('script'), {src: 'data:text/javascript,ran=1'})"):
            browser.execute_script(f"const made = {make}; made.text ||= 'ran = 1'; document.head.append(made)")
        self.assertEqual(browser.execute_script("return typeof ran"), "undefined")
        self.assertRegex(" ".join(self.troubles(browser)), "Content Security Policy")

    def troubles(self, browser):
        """What the browser complained of, and requests that failed, since it was asked last."""
        events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
        asked = {event["params"]["requestId"]: event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"}
        failed = [asked[event["params"]["requestId"]] for event in events
                  if event["method"] == "Network.loadingFailed" and event["params"]["requestId"] in asked]  # others are the browser's own
        return [entry["message"] for entry in browser.get_log("browser")] + failed

    def test_links_are_followed_by_clicking(self):
        browser = browsed.start_browser(type(self))

        def click(selector):
            browser.execute_script("arguments[0].click()", browser.find_element("css selector", selector))

        browser.get((self.folder / "index.html").resolve().as_uri())
        click("main a[hreflang=vi]")
        self.assertEqual(self.here(browser), "vi/index.html")
        for path in self.samples()[1:]:
            with self.subTest(path):
                page = self.pages[path]
                browser.get((self.folder / path).resolve().as_uri())
                other = next(tag for tag in ("vi", "en") if tag != page.language())
                counterpart = next(link.get("href") for link in page.links("alternate") if link.get("hreflang") == other)
                click(f"header a[hreflang={other}]")
                self.assertEqual(self.here(browser), counterpart.removeprefix(BASE_URL) + "index.html")
                click("header .name")
                self.assertEqual(self.here(browser), f"{other}/index.html")
                click("a[href='#menu']")
                self.assertEqual((self.here(browser), urlsplit(browser.current_url).fragment), (f"{other}/index.html", "menu"))
                click("#menu a[href]")
                self.assertIn(self.here(browser), self.pages)
                self.assertEqual(self.troubles(browser), [])


if __name__ == "__main__":
    loa.main()
