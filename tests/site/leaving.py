"""The quick exit in a real browser: at once, without a trace in the tab, with and without scripts, by mouse and by keyboard."""

import http.server
import sys
import threading
import time
from pathlib import Path

from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import browsed
import loa
from browsed import DESK, PHONE


class Elsewhere(http.server.ThreadingHTTPServer):
    """The host to which one leaves: notes the headers of what it is asked, and answers after some `seconds`."""
    daemon_threads = True

    def __init__(self):
        self.asked, self.seconds = [], 0
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                if self.path == "/":
                    outer.asked.append(dict(self.headers))
                time.sleep(outer.seconds)
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(b"<title>Sunny</title>Sunny")

            def log_message(self, *_):
                pass

        super().__init__(("127.0.0.1", 0), Handler)

    def handle_error(self, *_):
        """Whoever asked did not wait."""


class Leaving(browsed.Browsed):
    @classmethod
    def prepare(cls, desk):
        cls.elsewhere = Elsewhere()
        threading.Thread(target=cls.elsewhere.serve_forever, daemon=True).start()
        cls.addClassCleanup(cls.elsewhere.server_close)
        cls.addClassCleanup(cls.elsewhere.shutdown)
        # A name that is this machine to the browser, but not to the program, which takes no links into one's own computer.
        cls.target = f"http://weather.localhost:{cls.elsewhere.server_port}/"
        desk.replace("content/site.yaml", "exit: https://nchmf.gov.vn/", f"exit: {cls.target}")

    def setUp(self):
        self.screen(PHONE)
        self.elsewhere.asked.clear()
        self.elsewhere.seconds = 0

    def visit(self, *paths):
        """Opens pages of the site one after the other in a tab whose history begins with a page from elsewhere."""
        self.browser.get("about:blank")
        self.tell("Page.resetNavigationHistory")
        for path in paths:
            self.browser.get(self.site.base_url + path)

    def wait_for(self, what):
        end = time.monotonic() + 20
        while time.monotonic() < end:
            if what():
                return
            time.sleep(0.05)
        self.fail(f"waited in vain; at {self.browser.current_url}")

    def history(self):
        """The addresses before this page in the tab's history, and those after it."""
        told = self.tell("Page.getNavigationHistory")
        urls = [entry["url"] for entry in told["entries"]]
        return urls[:told["currentIndex"]], urls[told["currentIndex"] + 1:]

    def press_exit(self):
        self.browser.find_element("class name", "quick-exit").click()

    def is_away(self):
        return self.browser.current_url == self.target and self.browser.title == "Sunny"

    def test_the_exit_is_a_link_in_the_same_place_of_every_page_and_large_enough_for_a_thumb(self):
        places = {}

        def look(page):
            self.assertEqual(self.ask("[...document.querySelectorAll('.quick-exit')].map(e => [e.tagName, e.href, e.rel.includes('noreferrer')])"),
                             [["A", self.target, True]])
            box = self.ask("document.querySelector('.quick-exit').getBoundingClientRect().toJSON()")
            self.assertTrue(box["height"] >= 44 and box["width"] >= 44 and box["bottom"] <= 100, box)
            language = self.ask("document.documentElement.lang")
            places.setdefault((language, size), set()).add((box["left"], box["top"], box["width"], box["height"]))
        for size in (PHONE, DESK):
            self.on_every(look, self.site.largest_of_each_kind(), size)
        self.assertEqual({key: len(boxes) for key, boxes in places.items()}, dict.fromkeys(places, 1))

    def test_the_exit_stays_on_the_screen_when_one_reads_on(self):
        self.visit("vi/")
        self.browser.execute_script("scrollTo(0, document.body.scrollHeight)")
        box = self.ask("document.querySelector('.quick-exit').getBoundingClientRect().toJSON()")
        self.assertTrue(0 <= box["top"] < 100, box)

    def test_the_exit_works_without_scripts_and_says_nothing_of_where_one_was(self):
        self.visit("vi/tro-giup/")
        self.tell("Emulation.setScriptExecutionDisabled", value=True)
        self.addCleanup(self.tell, "Emulation.setScriptExecutionDisabled", value=False)
        self.browser.refresh()
        self.press_exit()
        self.wait_for(self.is_away)
        self.assertEqual([headers.get("Referer") for headers in self.elsewhere.asked], [None])

    def test_the_page_is_gone_at_once_even_while_the_target_hangs(self):
        self.elsewhere.seconds = 3
        self.visit("vi/", "vi/tro-giup/")
        begin = time.monotonic()
        gone = self.ask("(document.querySelector('.quick-exit').click(),"
                        " [getComputedStyle(document.documentElement).display, document.title, location.pathname])")
        self.assertEqual(gone, ["none", "Thời tiết", browsed.BASE_PATH])
        self.wait_for(self.is_away)
        self.assertGreater(time.monotonic() - begin, 3)  # the target was not there when the page was gone

    def test_back_leads_to_before_all_pages_of_the_site_and_forward_leads_away_again(self):
        self.visit("vi/", "vi/#menu", "vi/tro-giup/", "en/get-help/")
        self.press_exit()
        self.wait_for(self.is_away)
        before, after = self.history()
        self.assertEqual(before, ["about:blank"])
        self.assertEqual(after, [self.site.base_url])
        self.assertEqual([headers.get("Referer") for headers in self.elsewhere.asked], [None] * len(self.elsewhere.asked))
        self.browser.forward()
        self.wait_for(lambda: self.is_away() and len(self.history()[1]) == 0)
        self.assertNotIn("get-help", " ".join(self.history()[0]))

    def test_anchors_of_the_first_page_are_no_way_back_either(self):
        for path in ("vi/tro-giup/#menu", "vi/tro-giup/#content"):
            with self.subTest(path):
                self.visit("vi/tro-giup/", path)
                self.press_exit()
                self.wait_for(self.is_away)
                self.assertEqual(self.history()[0], ["about:blank"])
        self.visit("vi/", "vi/#menu", "vi/tro-giup/")
        self.browser.back()
        self.wait_for(lambda: self.browser.current_url.endswith("#menu"))
        self.press_exit()
        self.wait_for(self.is_away)
        self.assertEqual(self.history()[0], ["about:blank"])

    def test_files_of_the_same_host_are_not_taken_for_pages_of_the_site(self):
        self.visit("data/forum.json", "vi/", "vi/tro-giup/")
        self.press_exit()
        self.wait_for(self.is_away)
        self.assertEqual(self.history()[0], ["about:blank", self.site.base_url + "data/forum.json"])

    def test_shift_three_times_leads_away_but_not_when_one_types(self):
        def press(*keys):
            for key in keys:
                ActionChains(self.browser).key_down(key).key_up(key).perform()
        self.visit("en/")
        press(Keys.SHIFT, Keys.SHIFT, "a", Keys.SHIFT)
        self.assertEqual(self.ask("document.documentElement.hidden"), False)
        press("b", Keys.SHIFT, Keys.SHIFT, Keys.SHIFT)
        self.wait_for(self.is_away)
        self.assertEqual(self.history()[0], ["about:blank"])

    def test_a_page_that_back_brings_again_can_be_read(self):
        self.visit("vi/", "vi/tro-giup/")
        self.browser.back()
        self.wait_for(lambda: self.browser.current_url == self.site.base_url + "vi/")
        self.assertEqual(self.ask("document.documentElement.hidden"), False)


if __name__ == "__main__":
    loa.main()
