"""The search of the real site in a real browser: from a server and from a disk, in both languages, and what it costs."""

import gzip
import re
import sys
import unicodedata
from pathlib import Path
from urllib.parse import quote

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import browsed
import loa

# Content that a search must bear. The other marks of "xâm hại" are "xám hài"; what is said of it is none of the site's business.
NASTY = r"""
nasty-word: {name: {vi: "%(long)s", en: "%(long)s"}, note: {vi: "“'\"<img src=x onerror=alert(1)>&amp;", en: "“'\"<img src=x onerror=alert(1)>&amp;"}}
nasty-marks: {name: {vi: "Kẹo xám hài", en: "Kẹo xám hài"}, note: {vi: "đảo \u200Fngược 🐉", en: "đảo \u200Fngược 🐉"}}
nasty-decomposed: {name: {vi: "Tru\u031Bo\u031B\u0300ng ho\u0323c nu\u0301i", en: "Tru\u031Bo\u031B\u0300ng ho\u0323c nu\u0301i"}}
nasty-tones: {name: {vi: "Hòa thuận, thuỷ chung", en: "Hòa thuận, thuỷ chung"}}
nasty-untranslated: {name: {vi: "Giếng khơi chưa dịch"}}
""" % {"long": "dài" * 70}

PAGES = {"vi": "vi/tim-kiem/", "en": "en/search/"}


class Search(browsed.Browsed):
    @classmethod
    def prepare(cls, desk):
        outcome = desk.run("build", "--portable", "--output", "disk")
        assert outcome.status == 0, outcome.err
        cls.sizes = {name: len(gzip.compress((desk / "disk" / path).read_bytes(), 9))
                     for name, path in (("vi", "vi/search.js"), ("en", "en/search.js"), ("script", "assets/search.js"))}
        desk.append("content/lists/topics.yaml", NASTY)

    def setUp(self):
        for kind in ("browser", "performance"):
            self.browser.get_log(kind)  # forgets what was before

    def tearDown(self):
        self.assertEqual([entry["message"] for entry in self.browser.get_log("browser")], [])

    @property
    def state(self):
        return self.ask("document.getElementById('search-state').textContent")

    def wait(self, until):
        WebDriverWait(self.browser, 20, 0.02).until(lambda _: until())

    def results(self):
        """What is found, as (address below the site's root, title), once it is."""
        loading = self.ask("document.getElementById('search-state').dataset.loading")
        self.wait(lambda: self.state != loading)
        found = self.ask("[...document.querySelectorAll('#search-results a')].map(a => [a.href, a.textContent])")
        return [(href.removeprefix(self.site.base_url), title) for href, title in found]

    def found(self, language, query):
        self.browser.get(self.site.base_url + PAGES[language] + "?q=" + quote(query))
        return self.results()

    def addresses(self, language, query):
        return [address for address, _ in self.found(language, query)]

    def loaded(self):
        """The files that were asked for since the last time."""
        return [re.sub("[?].*", "", event["params"]["request"]["url"]).removeprefix(self.site.base_url) for event in self.events()
                if event["method"] == "Network.requestWillBeSent"]

    def test_words_are_found_with_and_without_marks_however_they_are_typed(self):
        abuse = self.addresses("vi", "xâm hại")
        self.assertEqual(abuse[0], "vi/van-de/#topic-violence-abuse")
        self.assertIn("vi/van-ban/#document-nghi-quyet-121-2020", abuse)
        for query in ("XÂM HẠI", unicodedata.normalize("NFD", "xâm hại"), "  xâm,\u200F hại! "):
            self.assertEqual(self.addresses("vi", query), abuse, query)
        self.assertEqual(set(self.addresses("vi", "xam hai")), set(abuse))
        self.assertEqual(self.addresses("vi", "xam hai"), self.addresses("vi", "XAM HAI"))

        drowning = "vi/van-de/#topic-injury-drowning-traffic"
        for query in ("đuối nước", "duoi nuoc", "ĐUỐI NƯỚC", "đuoi nuoc", unicodedata.normalize("NFD", "đuối nước")):
            self.assertEqual(self.addresses("vi", query)[0], drowning, query)

        forums = self.addresses("vi", "dien dan")
        for address in ("vi/dien-dan-tre-em/", "vi/lang-son/2024/dien-dan-tre-em/", "vi/kon-tum/2023/dien-dan-tre-em/"):
            self.assertIn(address, forums[:12])
        self.assertEqual(self.addresses("vi", "Kon Tum 2023 diễn đàn")[0], "vi/kon-tum/2023/dien-dan-tre-em/")

    def test_a_tone_may_stand_on_either_vowel(self):
        for one, other in (("hòa thuận", "hoà thuận"), ("thủy chung", "thuỷ chung"), ("uỷ ban", "ủy ban"), ("văn hóa", "văn hoá"), ("hòa", "hoà")):
            self.assertEqual(self.addresses("vi", one), self.addresses("vi", other), one)
        self.assertIn("vi/van-de/#topic-nasty-tones", self.addresses("vi", "hoà"))
        self.assertIn("vi/van-de/#topic-nasty-tones", self.addresses("vi", "hoa thuan"))
        self.assertEqual(self.addresses("vi", "TRƯỜNG HỌC NÚI")[0], "vi/van-de/#topic-nasty-decomposed")

    def test_what_is_written_so_comes_before_what_only_has_other_marks(self):
        other = "vi/van-de/#topic-nasty-marks"
        found = self.found("vi", "xâm hại")
        self.assertEqual(found[-1][0], other)  # though these words are in its title
        self.assertGreater(len(found), 10)
        self.assertEqual(self.addresses("vi", "xám hài")[0], other)
        self.assertEqual(set(self.addresses("vi", "xám hài")), {address for address, _ in found})

    def test_english_is_searched_by_the_beginnings_of_words_and_names_without_marks(self):
        forums = self.addresses("en", "children forum")
        self.assertIn("en/childrens-forums/", forums[:5])
        self.assertIn("en/lang-son/2024/childrens-forum/", forums)
        self.assertEqual(set(self.addresses("en", "childrens forums")) & set(forums), set(forums))
        self.assertEqual(self.addresses("en", "hotline 111")[0], "en/hotlines/#hotline-tong-dai-111")
        self.assertEqual(self.addresses("en", "Lang Son")[0], "en/lang-son/")
        self.assertEqual(self.addresses("en", "Lạng Sơn")[0], "en/lang-son/")
        self.assertEqual(set(self.addresses("en", "Lạng Sơn")), set(self.addresses("en", "Lang Son")))
        self.assertEqual(self.addresses("en", "abuse")[0], "en/topics/#topic-violence-abuse")
        self.assertEqual(set(self.addresses("en", "abused")), set(self.addresses("en", "abuse")))

    def test_words_of_the_other_language_find_the_pages_of_this_one(self):
        for query, wanted in (("xam hai", "en/topics/#topic-violence-abuse"), ("XÂM HẠI", "en/topics/#topic-violence-abuse"), ("xâm hại", "en/topics/#topic-violence-abuse"),
                              (unicodedata.normalize("NFD", "xâm hại"), "en/topics/#topic-violence-abuse"), ("đuối nước", "en/topics/#topic-injury-drowning-traffic"),
                              ("duoi nuoc", "en/topics/#topic-injury-drowning-traffic"), ("dien dan", "en/childrens-forums/"), ("dien dan", "en/lang-son/2024/childrens-forum/"),
                              ("diễn đàn", "en/kon-tum/2023/childrens-forum/")):
            found = self.addresses("en", query)
            self.assertIn(wanted, found[:15], query)
            self.assertRegex(self.state, r"^(\d+ pages|The first \d+)", query)
        self.assertEqual(set(self.addresses("en", "hoà")), set(self.addresses("en", "hòa")))
        self.assertIn("en/topics/#topic-nasty-tones", self.addresses("en", "hoà"))
        for query, wanted in (("drowning", "vi/van-de/#topic-injury-drowning-traffic"), ("abuse", "vi/van-de/#topic-violence-abuse"), ("children's forum", "vi/dien-dan-tre-em/")):
            self.assertIn(wanted, self.addresses("vi", query)[:10], query)

    def test_what_nobody_has_translated_yet_is_found_and_marked_as_what_it_is(self):
        self.assertEqual(self.found("en", "gieng khoi chua dich"), [("vi/van-de/#topic-nasty-untranslated", "Giếng khơi chưa dịch")])
        self.assertEqual(self.ask("document.querySelector('#search-results li').lang"), "vi")
        self.assertIn("en/topics/#topic-injury-drowning-traffic", self.addresses("en", "đuối nước"))  # the others are where they were
        self.assertEqual(set(self.ask("[...document.querySelectorAll('#search-results li')].map(item => item.lang)")), {"en"})

    def test_the_other_language_is_only_asked_where_this_one_says_little(self):
        self.browser.get(self.site.base_url + PAGES["vi"] + "?q=" + quote("xâm hại"))
        self.results()
        self.assertNotIn("en/search.js", self.loaded())
        self.browser.get(self.site.base_url + PAGES["en"] + "?q=" + quote("xâm hại"))
        self.results()
        self.assertIn("vi/search.js", self.loaded())

    def test_every_result_leads_to_what_is_there(self):
        for language in PAGES:
            for query in ("a", "1", "tre em" if language == "vi" else "children"):
                found = self.addresses(language, query)
                self.assertTrue(found)
                for address in found:
                    self.site.leads_to(self.site.pages[0], self.site.base_url + address)

    def test_every_page_of_a_language_is_in_its_index_or_leads_nowhere_else(self):
        for language, path in PAGES.items():
            self.browser.get(self.site.base_url + path + "?q=" + quote({"vi": "trẻ em", "en": "children"}[language]))  # so many that no other language is asked
            self.results()
            indexed = {re.sub("#.*", "", address) for address in self.ask("loaSearch.documents.filter(one => one.length).map(one => one[0])")}
            pages = {page.path.removesuffix("index.html") for page in self.site.pages if page.path.startswith(language + "/")}
            self.assertEqual({page for page in pages - indexed if not re.search(r"/(nam|years)/\d+/.", page)}, set())

    def test_results_appear_while_one_types_and_the_address_keeps_what_was_asked(self):
        self.browser.get(self.site.base_url + PAGES["vi"])
        hint = self.state
        field = self.browser.find_element("css selector", "main input[type=search]")
        field.send_keys("đuối nư")
        self.wait(lambda: "12" in self.state or self.results())
        self.assertRegex(self.state, r"^Có \d+ trang$")
        self.assertIn("vi/van-de/#topic-injury-drowning-traffic", [address for address, _ in self.results()])
        self.assertFalse(self.browser.find_element("id", "search-map").is_displayed())
        field.clear()
        field.send_keys(" ")
        self.wait(lambda: self.state == hint)
        self.assertTrue(self.browser.find_element("id", "search-map").is_displayed())
        field.send_keys("đuối nước", Keys.ENTER)
        self.wait(lambda: "?q=" in self.browser.current_url)
        self.assertEqual(self.results()[0][0], "vi/van-de/#topic-injury-drowning-traffic")
        self.assertEqual(self.ask("document.querySelector('main input').value.trim()"), "đuối nước")

    def test_all_of_it_can_be_done_by_keys(self):
        self.browser.get(self.site.base_url + PAGES["en"])
        self.ask("document.getElementById('content').focus()")
        self.browser.switch_to.active_element.send_keys(Keys.TAB)
        self.assertEqual(self.browser.switch_to.active_element.get_attribute("name"), "q")
        self.browser.switch_to.active_element.send_keys("abuse")
        first = self.site.base_url + self.results()[0][0]
        self.browser.switch_to.active_element.send_keys(Keys.TAB, Keys.TAB)  # past the button
        self.wait(lambda: self.browser.switch_to.active_element.get_attribute("href") == first)
        self.browser.switch_to.active_element.send_keys(Keys.ENTER)
        self.wait(lambda: self.browser.current_url == first)
        self.assertEqual(self.ask("document.getElementById('search-state')"), None)

    def test_how_many_were_found_is_told_to_those_who_listen(self):
        self.browser.get(self.site.base_url + PAGES["en"] + "?q=drowning")
        self.results()
        self.assertEqual(self.ask("document.getElementById('search-state').getAttribute('role')"), "status")
        self.assertRegex(self.state, r"^\d+ pages$")
        self.assertEqual(self.found("en", "zebracorn"), [])
        self.assertIn("call 111", self.state)
        self.assertEqual(self.found("vi", "xyzxyz"), [])
        self.assertIn("hãy gọi 111", self.state)
        self.assertTrue(self.found("en", "zebracorn drowning"))
        self.assertIn("some of them", self.state)
        self.assertEqual(len(self.found("en", "hòa thuận thuỷ chung")), 1)
        self.assertEqual(self.state, "1 page")

    def test_whatever_is_asked_does_no_harm(self):
        for query in ("<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "a" * 1000, "đ" * 1000, "*", "a* title:b ^2 +c -d ~1", ":", "~1", "+",
                      "\\", "[(", "\u202E", "🐉", "hai " * 300, "%", "constructor", "__proto__", "toString 3 2 1"):
            self.found("vi", query)
            self.assertEqual(self.ask("document.querySelectorAll('main img, #search-results script').length"), 0)
            self.assertTrue(self.ask("new URLSearchParams(location.search).get('q') === document.querySelector('main input').value"))
            self.assertNotIn("undefined", self.state)

    def test_whatever_is_found_is_shown_as_text(self):
        long = "dài" * 70
        self.assertEqual(self.found("vi", long), [("vi/van-de/#topic-nasty-word", long)])
        self.assertEqual(self.found("en", "dàidàidài"), [("en/topics/#topic-nasty-word", long)])
        self.assertEqual(self.ask("document.querySelector('#search-results p').textContent"), "Topic · “'\"<img src=x onerror=alert(1)>&amp;")
        self.assertEqual(self.ask("document.querySelectorAll('#search-results img').length"), 0)
        self.screen(browsed.NARROW_PHONE)
        self.assertLessEqual(self.ask("document.documentElement.scrollWidth"), 320)
        self.assertIn("vi/van-de/#topic-nasty-marks", self.addresses("vi", "đảo ngược"))

    def test_the_other_language_is_one_link_away(self):
        self.found("vi", "xâm hại")
        self.browser.find_element("css selector", ".tongues a[hreflang=en]").click()
        self.wait(lambda: self.browser.current_url == self.site.base_url + PAGES["en"])
        self.assertEqual(self.ask("document.documentElement.lang"), "en")

    def test_a_form_of_another_page_leads_to_the_results(self):
        for path, selector, wanted in (("vi/", "main form[role=search] input", PAGES["vi"]), ("404.html", "#search-en", PAGES["en"])):
            self.browser.get(self.site.base_url + path)
            self.browser.find_element("css selector", selector).send_keys("Kon Tum", Keys.ENTER)
            self.wait(lambda: self.browser.current_url == self.site.base_url + wanted + "?q=Kon+Tum")
            self.assertEqual(self.results()[0][0], wanted[:3] + "kon-tum/")

    def test_nothing_is_loaded_before_somebody_searches_and_nothing_is_kept(self):
        self.browser.get(self.site.base_url + PAGES["vi"])
        later = {"assets/lunr.js", "vi/search.js"}
        self.assertEqual(later & set(self.loaded()), set())
        self.browser.find_element("css selector", "main input[type=search]").click()
        self.wait(lambda: self.ask("window.loaSearch !== undefined"))
        self.assertEqual(sorted(later & set(self.loaded())), sorted(later))
        self.found("vi", "xâm hại")
        self.assertEqual(self.ask("[document.cookie, localStorage.length, sessionStorage.length]"), ["", 0, 0])

    def test_the_index_is_small(self):
        self.assertLessEqual(self.sizes["vi"] + self.sizes["en"], 30_000, self.sizes)
        self.assertLessEqual(self.sizes["script"], 3_000, self.sizes)

    def test_without_scripts_the_page_says_so_and_leads_to_every_page(self):
        for language, path in PAGES.items():
            page = self.site.by_url[self.site.base_url + path]
            self.assertIn("JavaScript", page.main_words)
            linked = {self.site.leads_to(page, link.get("href"))[0] for link in page.one("main").iter("a")}
            pages = {one.path for one in self.site.pages if one.path.startswith(language + "/")}
            self.assertEqual(pages - linked, {path + "index.html"})

    def test_it_works_from_a_disk(self):
        folder = self.desk / "disk"
        for language, path in PAGES.items():
            self.browser.get((folder / path / "index.html").as_uri() + "?q=Kon+Tum")
            found = self.results()
            self.assertEqual(found[0][0], (folder / language / "kon-tum/index.html").as_uri())
            self.assertIn((folder / language / ("van-de" if language == "vi" else "topics") / "index.html").as_uri(),
                          {re.sub("#.*", "", address) for address, _ in found + self.of_disk(folder, path, "xâm hại abuse")})
            field = self.browser.find_element("css selector", "main input[type=search]")
            field.clear()
            field.send_keys("111", Keys.ENTER)
            self.wait(lambda: self.browser.current_url.endswith("/index.html?q=111"))
            self.assertTrue(self.results())
        for language, query, page in (("en", "duoi nuoc", "en/topics"), ("en", "dien dan", "en/childrens-forums"), ("vi", "drowning", "vi/van-de")):
            found = {re.sub("#.*", "", address) for address, _ in self.of_disk(folder, PAGES[language], query)}
            self.assertIn((folder / page / "index.html").as_uri(), found, query)

    def of_disk(self, folder, path, query):
        self.browser.get((folder / path / "index.html").as_uri() + "?q=" + quote(query))
        return self.results()


if __name__ == "__main__":
    loa.main()
