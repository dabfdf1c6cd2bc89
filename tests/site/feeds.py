"""The feed of each language (Atom, RFC 4287), as xmllint and feedparser read it, beside the open data that it comes from."""

import json
import subprocess
import sys
from pathlib import Path

import feedparser

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa
import published

LANGUAGES = ("vi", "en")
CAMPAIGNS = ("action_month", "forum", "programme", "work_plan")


class Feeds(published.OfTheProject):
    base_url = "https://example.org/children/"

    @staticmethod
    def prepare(desk):
        desk.replace("content/2024/lang-son/forum.yaml", "over: yes\n", "over: yes\nupdated: 2027-03-04\n")
        desk.replace("content/2024/lang-son/forum.yaml", "  vi: Diễn đàn trẻ em tỉnh Lạng Sơn năm 2024\n", "  vi: \"Diễn đàn <trẻ em> & “2024” ]]> 😀\"\n")

    def data(self, name):
        return json.loads((self.desk / f"public/data/{name}.json").read_text(encoding="utf-8"))

    def test_it_is_xml(self):
        for language in LANGUAGES:
            done = subprocess.run(["xmllint", "--noout", "--nonet", self.desk / f"public/{language}/feed.xml"], capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_a_reader_reads_every_campaign_the_last_changed_first(self):
        site = self.data("site")[0]
        for language, other in (LANGUAGES, LANGUAGES[::-1]):
            with self.subTest(language):
                read = feedparser.parse(str(self.desk / f"public/{language}/feed.xml"))
                self.assertFalse(read.bozo)
                self.assertEqual(read.version, "atom10")
                feed = read.feed
                address = f"{self.base_url}{language}/feed.xml"
                self.assertEqual((feed.id, feed.title, feed.author, feed.updated, feed.title_detail.language),
                                 (address, site["title"][language], site["title"][language], "2027-03-04T00:00:00Z", language))
                self.assertEqual([(link.rel, link.type, link.hreflang, link.href) for link in feed.links],
                                 [("self", "application/atom+xml", language, address), ("alternate", "text/html", language, f"{self.base_url}{language}/")])
                entries = [entry for name in CAMPAIGNS for entry in self.data(name)]
                entries.sort(key=lambda entry: entry.get("updated", site["updated"])["first"], reverse=True)
                self.assertEqual([(one.id, one.title, one.summary, one.updated, [(link.rel, link.hreflang, link.href) for link in one.links]) for one in read.entries],
                                 [(entry["url"][language], entry["title"][language], entry["summary"][language],
                                   entry.get("updated", site["updated"])["first"] + "T00:00:00Z",
                                   [("alternate", language, entry["url"][language]), ("alternate", other, entry["url"][other])]) for entry in entries])

    def test_every_page_names_the_feed_of_its_language(self):
        for page in self.site.pages:
            feeds = [link.get("href") for link in page.links("alternate") if link.get("type") == "application/atom+xml"]
            self.assertEqual(feeds, [f"/children/{page.language()}/feed.xml"], page.path)


if __name__ == "__main__":
    loa.main()
