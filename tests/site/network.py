"""A first visit over a slow network to the largest page of each kind: what is fetched, what moves, what stays on the device."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import browsed
import loa
from browsed import PHONE

VISIT_BYTES, VISIT_REQUESTS = 50 * 1024, 10
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}  # ms, bytes a second
FAST = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}


class Network(browsed.Browsed):
    def visit(self, page):
        """Opens a page as one who has never been here, and gives what was fetched for it: address → bytes over the net."""
        self.browser.get("about:blank")
        self.tell("Storage.clearDataForOrigin", origin=self.origin, storageTypes="all")
        self.tell("Network.clearBrowserCache")
        self.events()
        self.screen(PHONE)
        self.browser.get(page.url)
        self.browser.execute_async_script("setTimeout(arguments[0], 200)")  # what a script or the icon still asks for
        asked, got = {}, {}
        for event in self.events():
            about = event["params"]
            if event["method"] == "Network.requestWillBeSent":
                asked[about["requestId"]] = about["request"]["url"]
            elif event["method"] == "Network.loadingFinished" and about["requestId"] in asked:
                got[asked[about["requestId"]]] = about["encodedDataLength"]
        return got

    @property
    def origin(self):
        return self.site.base_url.removesuffix(browsed.BASE_PATH)

    def test_a_first_visit_is_light(self):
        for page in self.site.largest_of_each_kind():
            with self.subTest(page.path):
                got = self.visit(page)
                self.assertLessEqual(sum(got.values()), VISIT_BYTES, got)
                self.assertLessEqual(len(got), VISIT_REQUESTS, got)
                self.assertEqual([address for address in got if not address.startswith(self.site.base_url)], [])

    def test_nothing_moves_while_a_page_comes_in_slowly(self):
        self.addCleanup(self.tell, "Emulation.setCPUThrottlingRate", rate=1)
        self.addCleanup(self.tell, "Network.emulateNetworkConditions", **FAST)
        self.tell("Network.emulateNetworkConditions", **SLOW_3G)
        self.tell("Emulation.setCPUThrottlingRate", rate=4)
        for page in self.site.largest_of_each_kind():
            if page.language() == "vi":  # the other has the same parts in the same places
                with self.subTest(page.path):
                    self.visit(page)
                    self.assertLess(self.browser.execute_async_script(SHIFT), 0.1)

    def test_the_hotline_and_the_page_can_be_read_without_a_style(self):
        self.tell("Network.setBlockedURLs", urls=["*.css*"])
        self.addCleanup(self.tell, "Network.setBlockedURLs", urls=[])

        def look(page):
            self.assertEqual(self.ask("getComputedStyle(document.body).margin"), "8px")
            box = self.ask("document.querySelector('a[href^=\"tel:\"]').getBoundingClientRect().toJSON()")
            self.assertTrue(0 <= box["top"] and box["bottom"] <= PHONE[1], box)
            self.assertLess(self.ask("document.querySelector('h1').getBoundingClientRect().top"), PHONE[1])
        self.on_every(look, self.site.largest_of_each_kind())

    def test_nothing_stays_on_the_device_but_the_pages_that_help(self):
        self.on_every(lambda page: None, self.site.largest_of_each_kind())
        self.assertEqual(self.tell("Network.getAllCookies")["cookies"], [])
        self.assertEqual(self.ask("document.cookie + localStorage.length + sessionStorage.length"), "00")
        self.assertEqual(self.browser.execute_async_script("indexedDB.databases().then(arguments[0])"), [])


# How far the page's parts have moved by themselves, as Chromium sums it up.
SHIFT = """const done = arguments[0]; let sum = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; }).observe({type: 'layout-shift', buffered: true});
setTimeout(() => done(sum), 300);"""


if __name__ == "__main__":
    loa.main()
