"""The real site in a real browser: on a small and a large screen, by day and by night, without scripts, and on paper."""

import base64
import copy
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import browsed
import loa
import published
from browsed import DESK, NARROW_PHONE, PHONE


class Looks(browsed.Browsed):
    def test_nothing_scrolls_sideways(self):
        def look(page):
            for size in (NARROW_PHONE, PHONE, DESK):
                self.screen(size)
                self.assertLessEqual(self.ask("document.documentElement.scrollWidth"), size[0], self.ask(browsed.WIDEST))
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
                self.prefers(color_scheme=scheme)
                pairs = self.ask(COLORS)
                brightness[scheme] = luminance(pairs[0][1])
                weak = [(text, ink, ground) for text, ground, ink in pairs[1:] if contrast(ink, ground) < 4.5]
                self.assertEqual(weak, [], scheme)
            self.assertGreater(brightness["light"], 0.8)
            self.assertLess(brightness["dark"], 0.1)
        self.on_every(look, self.site.largest_of_each_kind())

    def test_the_browser_complains_of_nothing_and_every_file_is_there(self):
        for kind in ("browser", "performance"):
            self.browser.get_log(kind)  # forgets what was before
        self.on_every(lambda page: None)
        self.assertEqual([entry["message"] for entry in self.browser.get_log("browser")], [])
        events = self.events()
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
            main = copy.deepcopy(page.one("main"))
            for folded in [element for element in main.iter() if element.tag == "details"]:  # it opens without scripts, too
                folded[:] = [child for child in folded if child.tag == "summary"]
            self.assertGreater(len(shown), len(published.words_of(main)) * 2 // 3)
        self.tell("Emulation.setScriptExecutionDisabled", value=True)
        self.addCleanup(self.tell, "Emulation.setScriptExecutionDisabled", value=False)
        self.on_every(look, self.site.largest_of_each_kind())

    def test_a_page_on_paper_has_its_words_and_the_hotline(self):
        def look(page):
            paper = base64.b64decode(self.tell("Page.printToPDF", paperWidth=8.27, paperHeight=11.69)["data"])
            words = subprocess.run(["pdftotext", "-", "-"], input=paper, stdout=subprocess.PIPE, check=True).stdout.decode()
            words = "".join(words.split()).lower()  # where blanks stand is a guess of pdftotext's
            self.assertIn("111", words)
            self.assertIn("".join(published.words_of(page.one("h1")).split()).lower(), words)
        self.on_every(look, self.site.largest_of_each_kind())


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


if __name__ == "__main__":
    loa.main()
