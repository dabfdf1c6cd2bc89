"""Every page of the real site, read back by an HTML parser: whole, well formed, linked, named, in its language."""

import functools
import re
import sys
import xml.etree.ElementTree as xml
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa
import published

BASE_URL = "https://example.org/tre-em/2024/"
LANGUAGES = ("vi", "en")
NOT_FOUND = {"404.html", "offline.html"}  # what is shown in place of another page
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def on_every(which):
    """Makes of a test of one page a test of all of `which`, each told by its path."""
    def make(test):
        @functools.wraps(test)
        def all_of_them(self):
            for page in which(self.site):
                with self.subTest(page.path):
                    test(self, page)
        return all_of_them
    return make


on_every_page = on_every(lambda site: site.pages)
on_every_page_that_exists = on_every(lambda site: [page for page in site.pages if page.path not in NOT_FOUND])
on_every_page_of_one_language = on_every(lambda site: site.of_one_language())


class Pages(published.OfTheProject):
    base_url = BASE_URL

    def alternates(self, page):
        return {link.get("hreflang"): link.get("href") for link in page.links("alternate") if link.get("hreflang")}

    # The whole

    def test_no_template_and_no_word_of_the_theme_names_a_body_a_place_or_a_level(self):
        names = set()
        for path in ("agencies", "places", "levels"):
            for entry in yaml.safe_load((loa.PROJECT / f"content/lists/{path}.yaml").read_text(encoding="utf-8")).values():
                names |= {name.lower() for name in entry["name"].values()}
        names |= {"ubnd", "lđtbxh", "dolisa", "molisa", "people's committee", "ủy ban nhân dân", "lạng sơn", "chi lăng", "kon tum", "lai châu"}
        theme = loa.PROJECT / "themes/default"
        for path in [*theme.rglob("*.html"), *theme.glob("strings/*.yaml"), theme / "theme.yaml"]:
            text = path.read_text(encoding="utf-8").lower()
            with self.subTest(path.name):
                self.assertEqual([name for name in sorted(names) if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)], [])

    def test_the_real_content_has_no_mistakes_and_no_warnings(self):
        self.assertEqual(self.said, "")

    def test_there_are_as_many_pages_in_each_language_and_two_for_all(self):
        counts = Counter(page.path.split("/")[0] for page in self.site.pages)
        self.assertEqual(set(counts), {"vi", "en", "index.html", *NOT_FOUND})
        self.assertEqual(counts["vi"], counts["en"])
        self.assertGreater(counts["vi"], 10)

    @on_every_page
    def test_the_html_is_without_errors(self, page):
        self.assertEqual(page.errors, [])
        self.assertTrue(page.bytes.lower().startswith(b"<!doctype html>"), page.bytes[:40])

    def test_every_page_can_be_reached_from_the_root(self):
        reached, new = set(), ["index.html"]
        pages = {page.path: page for page in self.site.pages}
        while new:
            path = new.pop()
            if path in reached or path not in pages:
                continue
            reached.add(path)
            for link in pages[path].all("a"):
                target = self.site.leads_to(pages[path], link.get("href", ""))
                if target:
                    new.append(target[0])
        self.assertEqual(set(pages) - reached, NOT_FOUND)

    # The head of a page

    @on_every_page
    def test_a_page_says_its_charset_first_and_its_viewport(self, page):
        self.assertEqual([child for child in page.one("head") if isinstance(child.tag, str)][0].get("charset"), "utf-8")
        self.assertEqual(len(page.meta("viewport")), 1)
        self.assertNotIn("user-scalable", page.meta("viewport")[0])

    @on_every_page
    def test_a_page_is_in_the_language_of_its_folder(self, page):
        folder = page.path.split("/")[0]
        self.assertEqual(page.tree.get("lang"), folder if folder in LANGUAGES else "vi")
        self.assertLessEqual({element.get("lang") for element in page.tree.iter()} - {None}, set(LANGUAGES))

    def test_a_page_has_a_title_of_its_own(self):
        titles = Counter()
        for page in self.site.pages:
            title = published.words_of(page.one("title"))
            self.assertTrue(title, page.path)
            titles[page.language(), title] += 1
        self.assertEqual([title for title, count in titles.items() if count > 1], [])

    @on_every_page_that_exists
    def test_a_page_has_one_description(self, page):
        self.assertEqual(len(page.meta("description")), 1)
        self.assertGreater(len(page.meta("description")[0]), 20)

    @on_every_page_that_exists
    def test_a_page_names_its_own_absolute_address(self, page):
        self.assertEqual([link.get("href") for link in page.links("canonical")], [page.url])

    @on_every_page_of_one_language
    def test_a_page_and_its_other_language_name_each_other(self, page):
        named = self.alternates(page)
        self.assertEqual(set(named), {*LANGUAGES, "x-default"})
        self.assertEqual(named[page.language()], page.url)
        is_home = page.url in (BASE_URL + tag + "/" for tag in LANGUAGES)
        self.assertEqual(named["x-default"], BASE_URL if is_home else named["vi"])
        for tag in LANGUAGES:
            other = self.site.by_url[named[tag]]
            self.assertEqual(other.language(), tag)
            self.assertEqual(self.alternates(other), named)

    def test_the_root_and_the_home_pages_name_each_other(self):
        named = {"x-default": BASE_URL, **{tag: f"{BASE_URL}{tag}/" for tag in LANGUAGES}}
        for url in named.values():
            self.assertEqual(self.alternates(self.site.by_url[url]), named)

    @on_every_page_that_exists
    def test_what_a_page_names_names_it_back(self, page):
        named = self.alternates(page)
        for url in named.values():
            self.assertEqual(self.alternates(self.site.by_url[url]), named)

    @on_every_page_of_one_language
    def test_the_switch_of_languages_leads_to_the_same_page(self, page):
        other = next(tag for tag in LANGUAGES if tag != page.language())
        switches = [urljoin(page.url, link.get("href")) for link in page.all("a") if link.get("hreflang") == other]
        self.assertEqual(switches, [self.alternates(page)[other]])

    # Headings and words

    @on_every_page
    def test_headings_begin_with_the_only_first_and_leave_none_out(self, page):
        levels = [int(heading.tag[1]) for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
        self.assertEqual(levels[:1], [1])
        self.assertEqual(levels.count(1), 1)
        gaps = [(before, after) for before, after in zip(levels, levels[1:]) if after > before + 1]
        self.assertEqual(gaps, [])

    @on_every_page
    def test_nothing_that_should_say_something_is_empty(self, page):
        for element in page.all("h1", "h2", "h3", "h4", "h5", "h6", "a", "li", "p", "dt", "dd", "th", "caption", "title", "button"):
            named = element.get("aria-label") or any(inner.get("alt") for inner in element.iter("img"))
            self.assertTrue(published.words_of(element) or named, f"an empty <{element.tag}> {element.attrib}")
        for element in page.all("ul", "ol", "dl", "table", "section", "main", "nav"):
            self.assertTrue(list(element), f"an empty <{element.tag}> {element.attrib}")

    @on_every_page
    def test_no_page_shows_what_only_programs_say(self, page):
        shown = page.bytes.decode()
        for word in ("{{", "}}", "{%", "%}", "{#", "None", "null", "undefined", "[object", "NaN"):
            self.assertIsNone(re.search(r"(?<!\w)" + re.escape(word) + r"(?!\w)", shown), word)

    def test_the_page_for_what_is_not_found_and_the_root_speak_both_languages(self):
        for path in ("404.html", "index.html"):
            with self.subTest(path):
                page = next(page for page in self.site.pages if page.path == path)
                spoken = {page.language(part) for part in page.one("main").iter() if published.words_of(part)}
                self.assertLessEqual(set(LANGUAGES), spoken)
                homes = {self.site.leads_to(page, link.get("href"))[0] for link in page.one("main").iter("a")
                         if not link.get("href").startswith("tel:")}
                self.assertLessEqual({"vi/index.html", "en/index.html"}, homes)

    def test_the_page_for_what_is_not_found_works_from_any_folder(self):
        page = next(page for page in self.site.pages if page.path == "404.html")
        for element in page.tree.iter():
            address = element.get("href") or element.get("src")
            if address and not address.startswith(("#", "tel:")):
                self.assertRegex(address, "^(/tre-em/2024/|https://)")

    # Links, pictures, tables

    @on_every_page
    def test_every_page_has_the_hotline_as_a_link_that_calls(self, page):
        calls = [link for link in page.all("a") if link.get("href") == "tel:111"]
        self.assertTrue(calls)
        self.assertIn("111", published.words_of(calls[0]))

    @on_every_page
    def test_no_link_and_no_file_leads_nowhere(self, page):
        for element in page.tree.iter():
            for name in ("href", "src", "poster", "action", "data"):
                address = element.get(name)
                if address is None:
                    continue
                try:
                    self.site.leads_to(page, address)
                except LookupError as nowhere:
                    self.fail(f"<{element.tag} {name}>: {nowhere}")

    @on_every_page
    def test_links_out_of_the_site_are_of_kinds_that_a_reader_expects(self, page):
        for link in page.all("a"):
            self.assertRegex(link.get("href", ""), r"^(#|/|[a-z0-9./-]+$|https?://|webcal://|mailto:|tel:[+0-9]+$)")

    @on_every_page
    def test_ids_are_unique_and_those_spoken_of_exist(self, page):
        self.assertEqual([name for name, count in Counter(page.ids).items() if count > 1], [])
        self.assertFalse([name for name in page.ids if not name or re.search(r"\s", name)])
        for element in page.tree.iter():
            for attribute in ("aria-labelledby", "aria-describedby", "for", "headers"):
                self.assertLessEqual(set(element.get(attribute, "").split()), set(page.ids))

    @on_every_page
    def test_pictures_say_what_they_show(self, page):
        for picture in page.all("img"):
            self.assertTrue(picture.get("alt"), picture.get("src"))
        for drawing in page.all("{http://www.w3.org/2000/svg}svg", "svg"):
            self.assertTrue(drawing.get("aria-hidden") == "true" or drawing.get("role") == "img" and drawing.get("aria-label"))

    @on_every_page
    def test_tables_have_headers_with_a_scope(self, page):
        for table in page.all("table"):
            headers = list(table.iter("th"))
            self.assertTrue(headers, "a table without headers")
            self.assertTrue(all(header.get("scope") in ("col", "row", "colgroup", "rowgroup") for header in headers))
            widths = {sum(int(cell.get("colspan", 1)) for cell in row if cell.tag in ("td", "th")) for row in table.iter("tr")}
            self.assertEqual(len(widths), 1, widths)

    # What a page brings along

    @on_every_page
    def test_nothing_runs_or_dresses_inside_a_page(self, page):
        self.assertEqual(page.all("style", "iframe", "object", "embed", "base"), [])
        for form in page.all("form"):
            self.assertEqual((form.get("method"), form.get("role")), ("get", "search"))
            self.assertIsNotNone(self.site.leads_to(page, form.get("action")), "what is typed leaves the site")
        self.assertEqual([script for script in page.all("script") if not script.get("src") and script.get("type") != "application/ld+json"], [])
        for element in page.tree.iter():
            self.assertEqual([name for name in element.attrib if name.startswith("on") or name == "style"], [])

    @on_every_page
    def test_nothing_is_fetched_from_elsewhere(self, page):
        fetched = [element.get("src") for element in page.tree.iter() if element.get("src")]
        fetched += [link.get("href") for relation in ("stylesheet", "icon", "preload", "manifest", "modulepreload", "preconnect",
                                                      "dns-prefetch") for link in page.links(relation)]
        for address in fetched:
            self.assertIsNotNone(self.site.leads_to(page, address), f"{address} lies elsewhere")
        self.assertEqual([element for element in page.tree.iter() if element.get("srcset") or element.get("ping")], [])
        for path in self.site.files:
            if path.endswith((".css", ".svg", ".js")):
                with self.subTest(path):
                    text = (self.site.folder / path).read_text(encoding="utf-8")
                    text = text.replace('xmlns="http://www.w3.org/2000/svg"', "").replace("http://lunrjs.com", "")  # names, not addresses
                    self.assertNotRegex(text, r"@import|(https?:)?//[a-z0-9]+\.")

    # Beside the pages

    def test_the_sitemap_has_every_page_with_its_languages(self):
        root = xml.parse(self.site.folder / "sitemap.xml").getroot()
        listed = {}
        for entry in root.findall("s:url", SITEMAP):
            links = entry.findall("x:link[@rel='alternate']", SITEMAP)
            listed[entry.findtext("s:loc", namespaces=SITEMAP)] = {link.get("hreflang"): link.get("href") for link in links}
        self.assertEqual(len(listed), len(root))
        self.assertEqual(listed, {page.url: self.alternates(page) for page in [self.site.by_url[BASE_URL], *self.site.of_one_language()]})

    def test_robots_are_told_of_the_sitemap(self):
        self.assertIn(f"Sitemap: {BASE_URL}sitemap.xml\n", (self.site.folder / "robots.txt").read_text())


if __name__ == "__main__":
    loa.main()
