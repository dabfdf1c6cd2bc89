"""Two languages, one site: both versions of a page have the same parts, links, days and numbers, each in the form of its language."""

import re
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa
import published

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
VIETNAMESE = "ảãạăằắẳẵặầấẩẫậđẻẽẹềếểễệỉĩịỏõọồốổỗộơờớởỡợủũụưừứửữựỷỹỵ"  # letters that no other language nearby has
NAMES = {"vi": "Tiếng Việt", "en": "English"}
PARTS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "strong", "table", "tr", "th", "td", "ul", "ol", "li", "dl", "dt", "dd", "details", "section", "article",
         "figure", "img", "time", "svg", "{http://www.w3.org/2000/svg}svg", "blockquote", "button", "input")


class Parity(published.OfTheProject):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pairs = []
        for page in cls.site.of_one_language():
            if page.language() == "vi":
                other = next(link.get("href") for link in page.links("alternate") if link.get("hreflang") == "en")
                cls.pairs.append((page, cls.site.by_url[other]))
        cls.in_vietnamese = {page.path: vi.path for vi, en in cls.pairs for page in (vi, en)}

    def on_every_pair(self, what):
        """Both versions of every page come to the same."""
        for vi, en in self.pairs:
            with self.subTest(en.path):
                self.assertEqual(what(vi), what(en))

    def said_in(self, page):
        """The words of a page in its own language, piece by piece: what is marked as another's, or as code, is left out."""
        for element in page.one("body").iter():
            if isinstance(element.tag, str) and page.language(element) == page.language() and element.tag != "code":
                yield element.text or ""
                yield from (child.tail or "" for child in element)

    def target(self, page, link):
        """Where a link leads, the same for both languages: the Vietnamese page's path, a file beside or below it, or an address elsewhere."""
        address = re.sub("^webcals?:", urlsplit(self.base_url).scheme + ":", link.get("href", ""))
        led = self.site.leads_to(page, address)
        if led is None:
            return address
        folder, _, name = led[0].rpartition("/")
        below = ""
        while folder + "/index.html" not in self.in_vietnamese and "/" in folder:
            folder, _, last = folder.rpartition("/")
            below = f"/{last}{below}"
        place = self.in_vietnamese.get(folder + "/index.html", folder)
        return place + below + ("" if name == "index.html" else Path(name).suffix) + ("#" if led[1] else "")

    def test_each_page_has_both_versions(self):
        self.assertEqual(2 * len(self.pairs), len(self.site.of_one_language()))

    def test_the_parts_are_the_same(self):
        self.on_every_pair(lambda page: Counter(element.tag for element in page.tree.iter() if element.tag in PARTS))

    def test_the_links_lead_to_the_same(self):
        self.on_every_pair(lambda page: Counter(self.target(page, link) for link in page.all("a") if not link.get("hreflang")))

    # The form of each language

    def test_the_switch_names_the_other_language_in_itself(self):
        for page in self.site.pages:
            with self.subTest(page.path):
                for link in page.all("a"):
                    tag = link.get("hreflang")
                    if tag and published.words_of(link) in NAMES.values():
                        self.assertEqual((link.get("lang"), published.words_of(link)), (tag, NAMES[tag]))
                if "/" in page.path:
                    self.assertEqual([link.get("lang") for link in page.one("header").iter("a") if link.get("hreflang")],
                                     ["en" if page.language() == "vi" else "vi"])

    def test_english_has_no_dates_in_figures_and_vietnamese_no_english_months(self):
        months = "|".join(MONTHS)
        self.nothing_of({"en": r"\b\d{1,2}[/.]\d{1,2}[/.]\d{4}\b|\b(ngày|tháng) \d", "vi": rf"\b({months})\b"})

    def test_numbers_are_grouped_as_in_the_language(self):
        self.nothing_of({"en": r"(?<![\d.,/])\d{1,3}(\.\d{3})+(?![\d.,/])|\d,\d{1,2}(?![\d,])", "vi": r"(?<![\d.,/])\d{1,3}(,\d{3})+(?![\d.,/])|\d\.\d{1,2}(?![\d./])"})

    def test_words_of_another_language_are_marked_as_such(self):
        """Names, which have a capital, and what is quoted from a plan may stand unmarked."""
        self.nothing_of({"vi": r"(?i)\b(the|of|and|for|with|from|this|that|is|are)\b",
                         "en": rf"(?<![\w/-])[a-zđăâêôơư]\w*[{VIETNAMESE}]\w*|\b[{VIETNAMESE}]\w*"})

    def nothing_of(self, patterns):
        """In no page of a language there is what its pattern describes."""
        for page in self.site.of_one_language():
            with self.subTest(page.path):
                found = [f"{match[0]} in {text.strip()[:100]}" for text in self.said_in(page)
                         for match in re.finditer(patterns[page.language()], re.sub("“[^”]*”", "“”", text))]
                self.assertEqual(found[:5], [])

    # The same in both

    def test_the_days_are_the_same(self):
        self.on_every_pair(lambda page: Counter(time.get("datetime") for time in page.all("time")))

    def test_the_numbers_are_the_same(self):
        self.on_every_pair(lambda page: numbers(page.main_words, page.language()))


def numbers(words, language):
    """How often each number is said; the months of English count as numbers, as in Vietnamese."""
    if language == "en":
        for index, month in enumerate(MONTHS, 1):
            words = re.sub(rf"\b{month}\b", str(index), words)
    plain = words.replace(",", ".")
    return Counter(number.lstrip("0") or "0" for number in re.findall(r"\d+(?:\.\d+)*", plain))


if __name__ == "__main__":
    loa.main()
