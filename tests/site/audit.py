"""Access for everybody (WCAG 2.2 AA) in a real browser: what axe-core judges on every page, and what it cannot see on one of each kind."""

import sys
from pathlib import Path

from selenium.webdriver.common.keys import Keys

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import browsed
import checkers
import loa
from browsed import DESK, NARROW_PHONE, PHONE

TABLET = (768, 1024)
ZOOMED = (640, 400)  # a screen of 1280 × 800 at 200 %


class Audit(browsed.Browsed):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.of_each_kind = cls.site.largest_of_each_kind()

    def dress(self, rules):
        """Adds rules to the page's own, as a reader's browser does."""
        self.browser.execute_script("const s = new CSSStyleSheet(); s.replaceSync(arguments[0]); document.adoptedStyleSheets = [s];", rules)

    def type(self, key):
        self.browser.switch_to.active_element.send_keys(key)

    def test_axe_finds_nothing_on_any_page(self):
        self.on_every(lambda page: self.assertEqual(self.axe(), []))

    def test_axe_finds_nothing_on_a_large_screen_and_by_night(self):
        for size, scheme in ((DESK, "light"), (PHONE, "dark"), (DESK, "dark")):
            self.prefers(color_scheme=scheme)
            with self.subTest(size=size, scheme=scheme):
                self.on_every(lambda page: self.assertEqual(self.axe(), []), self.of_each_kind, size)

    def test_the_skip_link_comes_first_shows_itself_and_leads_past_the_head(self):
        def look(page):
            self.type(Keys.TAB)
            link = self.browser.switch_to.active_element
            self.assertEqual(link.get_attribute("class"), "skip")
            box = link.rect
            self.assertTrue(box["x"] >= 0 and box["y"] >= 0 and box["height"] >= 24, box)
            self.type(Keys.ENTER)
            self.assertEqual(self.ask("document.activeElement.tagName"), "MAIN")
            self.type(Keys.TAB)
            self.assertTrue(self.ask("document.querySelector('main').compareDocumentPosition(document.activeElement)"
                                     " & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)"))
        self.prefers(reduced_motion="reduce")
        self.on_every(look, self.of_each_kind)

    def test_what_has_the_focus_has_a_frame_that_one_sees_and_nothing_lies_above_it(self):
        for size, scheme in ((PHONE, "light"), (DESK, "dark")):
            self.prefers(reduced_motion="reduce", color_scheme=scheme)
            with self.subTest(size=size, scheme=scheme):
                self.on_every(lambda page: self.assertEqual(self.ask(FOCUS), []), self.of_each_kind, size)

    def test_what_one_presses_in_danger_is_large_enough_for_a_thumb(self):
        self.on_every(lambda page: self.assertEqual(self.ask(SMALL), []), self.of_each_kind, NARROW_PHONE)

    def test_words_stay_whole_on_every_screen(self):
        for size in (NARROW_PHONE, PHONE, ZOOMED, TABLET, DESK):
            with self.subTest(size=size):
                self.on_every(lambda page: self.words_stay_whole(size), self.of_each_kind, size)

    def test_words_stay_whole_with_more_space_between_them(self):
        def look(page):
            self.dress("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
                       " p { margin-bottom: 2em !important }")
            self.words_stay_whole(size)
        for size in (NARROW_PHONE, DESK):
            with self.subTest(size=size):
                self.on_every(look, self.of_each_kind, size)

    def test_words_stay_whole_at_twice_their_size(self):
        """As the reader's browser is told, which ems in questions about the screen follow, too."""
        self.tell("Page.setFontSizes", fontSizes={"standard": 32, "fixed": 26})
        self.browser.get(self.site.base_url)  # it holds from the next page on
        self.addCleanup(self.tell, "Page.setFontSizes", fontSizes={"standard": 16, "fixed": 13})
        for size in (PHONE, ZOOMED, DESK):
            with self.subTest(size=size):
                self.on_every(self.twice_as_large(size), self.of_each_kind, size)

    def twice_as_large(self, size):
        def look(page):
            self.assertEqual(self.ask("getComputedStyle(document.documentElement).fontSize"), "32px")
            self.words_stay_whole(size)
        return look

    def test_what_scrolls_by_itself_can_be_reached_by_keyboard_and_has_a_name(self):
        for size in (NARROW_PHONE, PHONE, TABLET, DESK):
            with self.subTest(size=size):
                self.on_every(lambda page: self.assertEqual(self.ask(SCROLLED), []), self.of_each_kind, size)

    def test_nothing_moves_for_those_who_asked_for_stillness(self):
        self.prefers(reduced_motion="reduce")
        self.on_every(lambda page: self.assertEqual(self.ask(MOVING), []), self.of_each_kind)


FOCUS = """(() => {
  const parts = color => color.match(/[\\d.]+/g).map(Number);
  const luminance = color => { const [r, g, b] = parts(color).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
                               return .2126 * r + .7152 * g + .0722 * b; };
  const contrast = (a, b) => { const [low, high] = [luminance(a), luminance(b)].sort((a, b) => a - b); return (high + .05) / (low + .05); };
  const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
                        if (c !== 'rgba(0, 0, 0, 0)' && c !== 'transparent') return c; } return 'rgb(255, 255, 255)'; };
  const wrong = [];
  for (const e of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex^="-"])')) {
    if (!e.checkVisibility({visibilityProperty: true})) continue;
    e.focus({focusVisible: true});
    const s = getComputedStyle(e), box = e.getClientRects()[0];
    const behind = ground(parseFloat(s.outlineOffset) < 0 ? e : e.parentElement);
    const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const why = s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2 ? 'no frame'
              : contrast(s.outlineColor, behind) < 3 ? `frame ${s.outlineColor} on ${behind}`
              : !hit || !(e.contains(hit) || hit.contains(e)) ? `covered by ${hit && hit.outerHTML.slice(0, 80)}` : '';
    if (why) wrong.push(why + ': ' + e.outerHTML.slice(0, 160));
  }
  return wrong.slice(0, 5);
})()"""

SMALL = """[...document.querySelectorAll('.hotline a, .quick-exit, .button')].filter(e => { const box = e.getBoundingClientRect();
  return box.height < 44 || box.width < 44; }).map(e => e.outerHTML)"""

SCROLLED = """[...document.querySelectorAll('body *')].filter(e => e.scrollWidth > e.clientWidth + 1
    && ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)
    && !(e.tabIndex >= 0 && e.getAttribute('role') && (e.getAttribute('aria-label') || e.getAttribute('aria-labelledby'))))
  .map(e => e.outerHTML.slice(0, 200))"""

MOVING = """[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);
    return s.scrollBehavior === 'smooth' || s.animationName !== 'none' || s.transitionDuration.split(', ').some(d => parseFloat(d) > 0.01); })
  .map(e => e.outerHTML.slice(0, 120)).slice(0, 5)"""


if __name__ == "__main__":
    loa.main()
