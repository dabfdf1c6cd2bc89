"""The real site in a real browser: on a small and a large screen, by day and by night, without scripts, and on paper."""

import base64
import functools
import http.server
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa
import published

BASE_PATH = "/tre-em/"
PHONE, NARROW_PHONE, DESK = (360, 640), (320, 568), (1280, 800)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below BASE_PATH, as a web server with other sites beside it does."""

    def translate_path(self, path):
        inside = path[len(BASE_PATH) - 1:] if path.startswith(BASE_PATH) else "/nothing"
        return super().translate_path(inside)

    def log_message(self, *_):
        pass


class Looks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        desk = loa.Desk()
        cls.addClassCleanup(desk.close)
        handler = functools.partial(Quiet, directory=str(desk / "public"))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        cls.addClassCleanup(server.server_close)
        cls.addClassCleanup(server.shutdown)
        base_url = f"http://127.0.0.1:{server.server_port}{BASE_PATH}"
        outcome = desk.run("build", "--base-url", base_url)
        assert outcome.status == 0, outcome.err
        cls.site = published.Site(desk / "public", base_url)
        cls.browser = start_browser(cls)

    def on_every(self, test, pages=None):
        """Opens one page after the other in the browser, on a phone, and lets the test look at it."""
        for page in pages or self.site.pages:
            with self.subTest(page.path):
                self.screen(PHONE)
                self.browser.get(page.url)
                test(page)

    def of_each_kind(self):
        """The pages that differ most from one another: home, both campaigns, a list, a text, the root; in both languages."""
        wanted = ("index.html", "slogans/", "khau-hieu/", "childrens-forum/", "dien-dan-tre-em/", "action-month-for-children/",
                  "thang-hanh-dong-vi-tre-em/", "get-help/", "tro-giup/")
        return [page for page in self.site.pages if page.path.count("/") < 2 and page.path.endswith("index.html")
                or page.path.removesuffix("index.html").endswith(wanted)]

    def tell(self, command, **words):
        return self.browser.execute_cdp_cmd(command, words)

    def ask(self, script):
        return self.browser.execute_script("return " + script)

    def screen(self, size):
        self.tell("Emulation.setDeviceMetricsOverride", width=size[0], height=size[1], deviceScaleFactor=1, mobile=size[0] < 600)

    def color_scheme(self, name):
        self.tell("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])

    def test_nothing_scrolls_sideways(self):
        def look(page):
            for size in (NARROW_PHONE, PHONE, DESK):
                self.screen(size)
                self.assertLessEqual(self.ask("document.documentElement.scrollWidth"), size[0], self.ask(WIDEST))
        self.on_every(look)

    def test_the_hotline_is_on_the_first_screen_of_a_phone_and_large_enough_for_a_thumb(self):
        def look(page):
            boxes = self.ask("[...document.querySelectorAll('a[href=\"tel:111\"]')].map(a => a.getBoundingClientRect().toJSON())")
            on_screen = [box for box in boxes if box["left"] >= 0 and box["right"] <= PHONE[0] and box["top"] >= 0
                         and box["bottom"] <= PHONE[1] and box["height"] >= 44 and box["width"] >= 44]
            self.assertTrue(on_screen, boxes)
        self.on_every(look)

    def test_buttons_and_menus_are_large_enough_for_a_thumb(self):
        def look(page):
            small = self.ask("[...document.querySelectorAll('nav a, .button')].filter(a => a.getBoundingClientRect().height < 24)"
                             ".map(a => a.outerHTML)")
            self.assertEqual(small, [])
        self.on_every(look)

    def test_the_night_is_dark_and_the_day_is_light_and_both_can_be_read(self):
        def look(page):
            brightness = {}
            for scheme in ("light", "dark"):
                self.color_scheme(scheme)
                pairs = self.ask(COLORS)
                brightness[scheme] = luminance(pairs[0][1])
                weak = [(text, ink, ground) for text, ground, ink in pairs[1:] if contrast(ink, ground) < 4.5]
                self.assertEqual(weak, [], scheme)
            self.assertGreater(brightness["light"], 0.8)
            self.assertLess(brightness["dark"], 0.1)
        self.addCleanup(self.color_scheme, "light")
        self.on_every(look, self.of_each_kind())

    def test_the_browser_complains_of_nothing_and_every_file_is_there(self):
        for kind in ("browser", "performance"):
            self.browser.get_log(kind)  # forgets what was before
        self.on_every(lambda page: None)
        self.assertEqual([entry["message"] for entry in self.browser.get_log("browser")], [])
        events = [json.loads(entry["message"])["message"] for entry in self.browser.get_log("performance")]
        asked = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
        answers = [event["params"]["response"] for event in events if event["method"] == "Network.responseReceived"]
        self.assertEqual([url for url in asked if not url.startswith(self.site.base_url)], [])
        self.assertEqual([answer["url"] for answer in answers if answer["status"] >= 400], [])
        self.assertEqual([event["params"] for event in events if event["method"] == "Network.loadingFailed"], [])
        self.assertGreaterEqual(len(answers), len(self.site.pages))

    def test_all_can_be_read_without_scripts(self):
        def look(page):
            shown = " ".join(self.browser.find_element("tag name", "main").text.split()).lower()
            for heading in page.all("h1"):
                self.assertIn(published.words_of(heading).lower(), shown)
            self.assertGreater(len(shown), len(page.main_words) // 3)  # the rest is folded, and opens without scripts, too
        self.tell("Emulation.setScriptExecutionDisabled", value=True)
        self.addCleanup(self.tell, "Emulation.setScriptExecutionDisabled", value=False)
        self.on_every(look, self.of_each_kind())

    def test_a_page_on_paper_has_its_words_and_the_hotline(self):
        def look(page):
            paper = base64.b64decode(self.tell("Page.printToPDF", paperWidth=8.27, paperHeight=11.69)["data"])
            words = subprocess.run(["pdftotext", "-", "-"], input=paper, stdout=subprocess.PIPE, check=True).stdout.decode()
            words = "".join(words.split()).lower()  # where blanks stand is a guess of pdftotext's
            self.assertIn("111", words)
            self.assertIn("".join(published.words_of(page.one("h1")).split()).lower(), words)
        self.on_every(look, self.of_each_kind())


WIDEST = """[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth)
            .slice(0, 3).map(e => e.outerHTML.slice(0, 200)).join('\\n')"""

# [["", ground of the page], then of every element with words of its own: its words, the ground behind it, its ink].
COLORS = """(() => {
  const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
                        if (c !== 'rgba(0, 0, 0, 0)' && c !== 'transparent') return c; } return 'rgb(255, 255, 255)'; };
  const pairs = [['', ground(document.body)]];
  for (const e of document.querySelectorAll('body *')) {
    const words = [...e.childNodes].filter(n => n.nodeType === 3 && n.data.trim()).map(n => n.data.trim()).join(' ');
    const box = e.getBoundingClientRect();
    if (words && box.width > 1 && box.height > 1 && !e.closest('svg')) pairs.push([words.slice(0, 60), ground(e), getComputedStyle(e).color]);
  }
  return pairs;
})()"""


def luminance(color):
    """Relative luminance (WCAG 2) of `rgb(…)`."""
    parts = [float(part) / 255 for part in color[color.index("(") + 1:-1].split(",")[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def start_browser(tests):
    """A headless Chromium with a profile of its own; both are gone after the tests."""
    profile = tempfile.mkdtemp(prefix="loa-browser-")
    tests.addClassCleanup(shutil.rmtree, profile, ignore_errors=True)
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for flag in ("headless=new", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
                 "disable-component-update", "disable-sync", "disable-dev-shm-usage", f"user-data-dir={profile}"):
        options.add_argument("--" + flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    browser = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    tests.addClassCleanup(browser.quit)
    return browser


if __name__ == "__main__":
    loa.main()
