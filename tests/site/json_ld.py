"""What pages tell search engines (JSON-LD, schema.org): the same names, days and numbers as the page and the open data."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa
import published

LANGUAGES = ("vi", "en")
SAID_BY_KIND = {"Event": {"@context", "@type", "name", "startDate", "endDate", "eventStatus", "location", "organizer", "description", "url", "inLanguage"},
                "Organization": {"@context", "@type", "name", "url", "contactPoint"}}


class JsonLd(published.OfTheProject):
    base_url = "https://example.org/children/"

    @staticmethod
    def prepare(desk):
        desk.replace("content/2024/lang-son/forum.yaml", "  vi: Diễn đàn trẻ em tỉnh Lạng Sơn năm 2024\n", "  vi: \"Diễn đàn </script> & “2024” \\\\ 😀\"\n")
        desk.replace("content/2024/lang-son/forum.yaml", "    status: no-report\n", "    status: postponed\n")
        desk.replace("content/2023/kon-tum/forum.yaml", "      before: 2023-07-15\n", "      date: 2023-07-14T08:30/2023-07-14T11:00\n")

    def blocks(self, page):
        return [json.loads(script.text) for script in page.all("script") if script.get("type") == "application/ld+json"]

    def data(self, name):
        return json.loads((self.desk / f"public/data/{name}.json").read_text(encoding="utf-8"))

    def test_every_block_is_of_a_known_kind_and_says_nothing_that_the_page_does_not(self):
        for page in self.site.pages:
            for block in self.blocks(page):
                with self.subTest(page.path, block=block["name"]):
                    self.assertEqual(block["@context"], "https://schema.org")
                    self.assertLessEqual(set(block), SAID_BY_KIND[block["@type"]])
                    words = published.words_of(page.one("body"))
                    for name in re.split(r": | \(", block["name"].removesuffix(")")):  # "Forum: level (date in words)"
                        self.assertIn(name, words)

    def events(self, entry, language):
        return [block for block in self.blocks(self.site.by_url[entry["url"][language]]) if block["@type"] == "Event"]

    def test_events_have_the_days_of_the_open_data_as_exactly_as_they_are_known(self):
        def stated(date):
            edtf = date.get("edtf", "")
            first, _, last = edtf.partition("/")
            return {name: end.rstrip("?~%") for name, end in (("startDate", first), ("endDate", last or first)) if end not in ("", "..")}

        for language in LANGUAGES:
            for entry in self.data("action_month") + self.data("forum"):
                dates = [entry["dates"]] if "dates" in entry else []
                dates += [item["when"] for item in entry.get("activities", []) + entry.get("sessions", []) if item.get("when", {}).get("last")]
                events = self.events(entry, language)
                self.assertEqual([{name: event[name] for name in ("startDate", "endDate") if name in event} for event in events],
                                 [date for date in map(stated, dates) if "startDate" in date])
                for event in events:
                    self.assertEqual((event["url"], event["inLanguage"], event["location"]["@type"]), (entry["url"][language], language, "Place"))
                    self.assertTrue(event["location"]["name"])
                    self.assertTrue(event["description"])

    def test_a_month_is_no_day_and_without_a_beginning_there_is_none(self):
        [month] = [entry for entry in self.data("forum") if entry["id"] == "2024/lang-son"]
        self.assertEqual([(event.get("startDate"), event.get("endDate"), event["eventStatus"].rpartition("/")[2]) for event in self.events(month, "vi")],
                         [("2024-06", "2024-09", "EventPostponed"), ("2024-10", "2024-10", "EventScheduled")])
        [open_begin] = [entry for entry in self.data("forum") if entry["id"] == "2023/kon-tum"]
        self.assertEqual([(event.get("startDate"), event.get("endDate")) for event in self.events(open_begin, "en")],
                         [("2023-07-14T08:30", "2023-07-14T11:00")])

    def test_the_issuer_of_the_plan_organises(self):
        agencies = {agency["id"]: agency for agency in self.data("agency")}
        documents = {document["id"]: document for document in self.data("document")}
        for entry in self.data("action_month") + self.data("forum"):
            issuer = agencies[documents[entry["plan"]]["issuer"]]
            for event in self.events(entry, "en"):
                self.assertEqual(event["organizer"], {"@type": "Organization", "name": issuer["name"]["en"], "url": issuer["url"]["en"]})

    def test_hotlines_that_nobody_has_confirmed_are_not_told(self):
        hotlines = self.data("hotline")
        for language in LANGUAGES:
            for page in (page for page in self.site.pages if page.language() == language):
                told = {block["contactPoint"]["telephone"] for block in self.blocks(page) if block["@type"] == "Organization"}
                self.assertLessEqual(told, {line["number"] for line in hotlines if "verified_on" in line})
            listed = self.blocks(self.page(f"/{language}/" + {"vi": "duong-day-nong/", "en": "hotlines/"}[language]))
            self.assertEqual(sorted((block["name"], block["contactPoint"]["telephone"]) for block in listed),
                             sorted((line["name"][language], line["number"]) for line in hotlines if "verified_on" in line))
            [site] = self.blocks(self.page(f"/{language}/"))
            self.assertEqual((site["name"], site["url"], site["contactPoint"]["telephone"]),
                             (self.data("site")[0]["title"][language], f"{self.base_url}{language}/", "111"))


if __name__ == "__main__":
    loa.main()
