"""A published site read back: every page parsed by html5lib, with its address and its words."""

import json
import re
import unittest
from pathlib import Path
from urllib.parse import quote, urldefrag, urljoin

import html5lib

import loa

BLOCKS = {"address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div", "dl", "dt", "figure",
          "figcaption", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li", "main",
          "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul"}


def words_of(element):
    """The text of an element as it is read: blank space folded, a blank between blocks, nothing between inline elements."""
    def inside(one):
        return (one.text or "") + "".join(around(child) + (child.tail or "") for child in one)

    def around(one):
        if not isinstance(one.tag, str) or one.tag in ("script", "style"):  # no words: a comment, what programs read
            return ""
        return f" {inside(one)} " if one.tag in BLOCKS else inside(one)

    return " ".join(inside(element).split())


class Page:
    """One HTML file: `path` below the published folder, `url` on the web."""

    def __init__(self, folder, path, base_url):
        self.path = path
        self.url = urljoin(base_url, quote(path.removesuffix("index.html") if path.endswith("index.html") else path))
        self.bytes = (Path(folder) / path).read_bytes()
        parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
        self.tree = parser.parse(self.bytes, transport_encoding="utf-8")
        self.errors = [f"{path}:{line}:{column}: {code} {data}" for (line, column), code, data in parser.errors]
        self.parents = {child: parent for parent in self.tree.iter() for child in parent}

    def all(self, *tags):
        return [element for element in self.tree.iter() if element.tag in tags]

    def one(self, tag):
        found = self.all(tag)
        assert len(found) == 1, f"{self.path} has {len(found)} of <{tag}>"
        return found[0]

    def links(self, relation):
        return [link for link in self.all("link") if relation in link.get("rel", "").split()]

    def meta(self, name):
        return [element.get("content") for element in self.all("meta") if element.get("name") == name]

    def language(self, element=None):
        """The language of an element: its own, else that of what it stands in."""
        element = self.tree if element is None else element
        while element is not None and element.get("lang") is None:
            element = self.parents.get(element)
        return None if element is None else element.get("lang")

    @property
    def ids(self):
        return [element.get("id") for element in self.tree.iter() if element.get("id") is not None]

    @property
    def main_words(self):
        return words_of(self.one("main"))


class Site:
    """All files below a published folder that is served at `base_url`."""

    def __init__(self, folder, base_url):
        self.folder, self.base_url = Path(folder), base_url
        self.files = {str(path.relative_to(folder)) for path in self.folder.rglob("*") if path.is_file()}
        self.pages = [Page(folder, path, base_url) for path in sorted(self.files) if path.endswith(".html")]
        self.by_url = {page.url: page for page in self.pages}

    def of_one_language(self):
        """The pages below a language's folder: all but the root and the page for what is not found."""
        return [page for page in self.pages if "/" in page.path]

    def kinds(self):
        """The pages in groups that one template makes, by what the open data says of their addresses: those of the entries of a
        collection (and of each kind of further page of theirs), and each other page with those of its address in all languages."""
        owners = {address: path.stem for path in self.folder.glob("data/*.json")
                  for entry in json.loads(path.read_bytes()) for address in entry.get("url", {}).values()}
        groups = {}
        for page in self.pages:
            owner = max((address for address in owners if page.url.startswith(address)), key=len, default=None)
            kind = page.path if owner is None else (page.path.split("/")[0], owners[owner], page.url.removeprefix(owner))
            groups.setdefault(kind, []).append(page)
        return groups

    def largest_of_each_kind(self):
        """Of each kind, in each language, the page with the most bytes."""
        return [max(pages, key=lambda page: len(page.bytes)) for pages in self.kinds().values()]

    def leads_to(self, page, address):
        """What an address on a page leads to: a page or file of the site and an anchor in it, as (file, anchor).
        Nothing for an address elsewhere; LookupError where it should lead into the site and does not."""
        absolute, anchor = urldefrag(urljoin(page.url, address))
        if not absolute.startswith(urljoin(self.base_url, "/")):
            return None
        if not absolute.startswith(self.base_url):
            raise LookupError(f"{address} leaves the path of the site")
        path = re.sub("[?].*", "", absolute[len(self.base_url):])
        if path == "" or path.endswith("/"):
            path += "index.html"
        if path not in self.files:
            raise LookupError(f"{address} leads to no file")
        if anchor and anchor not in self.by_url[absolute].ids:
            raise LookupError(f"{address} leads to no element")
        return path, anchor


class OfTheProject(unittest.TestCase):
    """Tests of the project's own site: `site`, built once from a copy of content/ and themes/ on a `desk`, and what was `said`."""
    base_url = "https://example.org/"

    @classmethod
    def setUpClass(cls):
        cls.desk = loa.Desk()
        cls.addClassCleanup(cls.desk.close)
        cls.prepare(cls.desk)
        outcome = cls.desk.run("build", "--base-url", cls.base_url)
        assert outcome.status == 0, outcome.err
        cls.said = outcome.err
        cls.site = Site(cls.desk / "public", cls.base_url)

    @staticmethod
    def prepare(desk):
        """What a script changes on its desk before the site is built."""

    def page(self, address):
        """The page at "/vi/…/"."""
        self.assertIn(self.base_url + address.lstrip("/"), self.site.by_url, "no such page")
        return self.site.by_url[self.base_url + address.lstrip("/")]
