"""A published site served below a path, as beside other sites, and opened in a real Chromium."""

import functools
import gzip
import http.server
import json
import shutil
import tempfile
import threading
import unittest
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

import checkers
import loa
import published

BASE_PATH = "/tre-em/"
PHONE, NARROW_PHONE, DESK = (360, 640), (320, 568), (1280, 800)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below BASE_PATH, and texts packed, as most web servers do."""

    def translate_path(self, path):
        inside = path[len(BASE_PATH) - 1:] if path.startswith(BASE_PATH) else "/nothing"
        return super().translate_path(inside)

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        kind = self.guess_type(str(path))
        if not path.is_file() or not kind.startswith(("text/", "image/svg", "application/j")):
            return super().do_GET()
        packed = gzip.compress(path.read_bytes(), 9, mtime=0)
        self.send_response(200)
        for name, value in (("Content-Type", kind), ("Content-Encoding", "gzip"), ("Content-Length", len(packed))):
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(packed)

    def log_message(self, *_):
        pass


class Browsed(unittest.TestCase):
    """Tests of a site in the browser: `site`, built once from a copy of content/ and themes/ on a `desk`."""

    @classmethod
    def setUpClass(cls):
        cls.desk = loa.Desk()
        cls.addClassCleanup(cls.desk.close)
        cls.prepare(cls.desk)
        handler = functools.partial(Quiet, directory=str(cls.desk / "public"))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        cls.addClassCleanup(server.server_close)
        cls.addClassCleanup(server.shutdown)
        base_url = f"http://127.0.0.1:{server.server_port}{BASE_PATH}"
        outcome = cls.desk.run("build", "--base-url", base_url)
        assert outcome.status == 0, outcome.err
        cls.site = published.Site(cls.desk / "public", base_url)
        cls.browser = start_browser(cls)

    @staticmethod
    def prepare(desk):
        """What a script changes on its desk before the site is built."""

    def on_every(self, test, pages=None, size=PHONE):
        """Opens one page after the other in the browser, on a phone unless said otherwise, and lets the test look at it."""
        for page in pages or self.site.pages:
            with self.subTest(page.path):
                self.screen(size)
                self.browser.get(page.url)
                test(page)

    def tell(self, command, **words):
        return self.browser.execute_cdp_cmd(command, words)

    def ask(self, script):
        return self.browser.execute_script("return " + script)

    def screen(self, size):
        self.tell("Emulation.setDeviceMetricsOverride", width=size[0], height=size[1], deviceScaleFactor=1, mobile=size[0] < 600)

    def prefers(self, **features):
        """What the reader asked the browser for, `color_scheme="dark"`; until the end of the test."""
        self.tell("Emulation.setEmulatedMedia", features=[{"name": "prefers-" + name.replace("_", "-"), "value": value}
                                                          for name, value in features.items()])
        self.addCleanup(self.tell, "Emulation.setEmulatedMedia", features=[])

    def axe(self):
        """What axe-core finds on the page, seen from its beginning: what stays on the screen covers other things wherever one scrolls."""
        self.browser.execute_script("scrollTo({top: 0, behavior: 'instant'})")
        if not self.ask("window.axe !== undefined"):
            self.browser.execute_script(checkers.axe())
        return self.browser.execute_async_script(AXE)

    def words_stay_whole(self, size):
        """No word is cut off, covered by another, or beyond the edge of the screen."""
        self.assertLessEqual(self.ask("document.documentElement.scrollWidth"), size[0], self.ask(WIDEST))
        self.screen((size[0], self.ask("document.documentElement.scrollHeight")))
        self.assertEqual(self.ask(COVERED_WORDS), [])

    def events(self):
        """What the browser did since it was asked last: `method` (`Network.requestWillBeSent`) and `params` of each event."""
        return [json.loads(entry["message"])["message"] for entry in self.browser.get_log("performance")]


AXE = """axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'],
  rules: {'target-size': {enabled: true}}}).then(found => arguments[0](found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id}: ${node.target} ${node.html.slice(0, 160)} ${node.failureSummary}`))))"""


# What reaches beyond the right edge of the screen.
WIDEST = """[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('svg, .table'))
            .slice(0, 3).map(e => e.outerHTML.slice(0, 200)).join('\\n')"""

# Words of which a place, asked what is there, does not say that it is they.
COVERED_WORDS = """(() => {
  const found = [], words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  const skipped = e => { for (; e; e = e.parentElement) { const s = getComputedStyle(e);
    if (s.clipPath !== 'none' || ['auto', 'scroll'].includes(s.overflowX) || e.matches('.skip')) return true; } return false; };
  while (words.nextNode()) {
    const text = words.currentNode, e = text.parentElement;
    if (!text.data.trim() || !e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}) || skipped(e)) continue;
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      if (box.width < 5) continue;
      const covered = [box.left + 2, box.left + box.width / 2, box.right - 2].map(x => document.elementFromPoint(x, box.top + box.height / 2))
                                  .find(hit => hit !== e && !e.contains(hit));
      if (covered !== undefined) {
        found.push(`${text.data.trim().slice(0, 60)} (${e.tagName} ${e.className}) under ${covered && covered.outerHTML.slice(0, 80)}`);
        break;
      }
    }
  }
  return found.slice(0, 5);
})()"""


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
