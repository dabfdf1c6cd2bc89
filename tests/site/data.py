"""The open data beside the pages: every collection as JSON and CSV, with the ids, values and field names of the content."""

import csv
import io
import json
import sys
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa
import published

BASE_URL = "https://example.org/children/"


class Data(published.OfTheProject):
    base_url = BASE_URL
    names = sorted(path.stem for path in (loa.PROJECT / "themes/default/collections").glob("*.yaml"))

    @staticmethod
    def prepare(desk):
        desk.append("content/lists/topics.yaml", 'formula:\n  name: {vi: "=1+1; \u201cx\u201d, y", en: "-2"}\n')

    def json(self, name):
        return json.loads((self.desk / f"public/data/{name}.json").read_text(encoding="utf-8"))

    def rows(self, name):
        text = (self.desk / f"public/data/{name}.csv").read_bytes().decode("utf-8-sig")
        self.assertTrue(text.endswith("\r\n"))
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def content(self, path):
        return yaml.safe_load((self.desk / "content" / path).read_text(encoding="utf-8"))

    def test_every_collection_is_there_in_both_forms_and_no_other_file(self):
        files = sorted(path.name for path in (self.desk / "public/data").iterdir())
        self.assertEqual(files, sorted(f"{name}.{form}" for name in self.names for form in ("csv", "json")))

    def test_both_forms_have_the_same_entries_in_the_same_order(self):
        for name in self.names:
            with self.subTest(name):
                self.assertEqual([entry["id"] for entry in self.json(name)], [row["id"] for row in self.rows(name)])

    def test_json_has_what_the_content_says(self):
        self.assertEqual([entry["id"] for entry in self.json("hotline")], list(self.content("lists/hotlines.yaml")))
        hotline = self.json("hotline")[0]
        said = self.content("lists/hotlines.yaml")[hotline["id"]]
        self.assertEqual(hotline["number"], said["number"])
        self.assertEqual(hotline["name"], said["name"])
        self.assertIs(hotline["free"], True)
        self.assertEqual(hotline["verified_on"], {"edtf": "2025-09-19", "first": "2025-09-19", "last": "2025-09-19"})
        month = self.json("action_month")[0]
        self.assertEqual(month["slogans"], self.content("2024/chi-lang/action-month.yaml")["slogans"])
        self.assertEqual(month["url"], {"vi": BASE_URL + "vi/chi-lang/2024/thang-hanh-dong-vi-tre-em/",
                                        "en": BASE_URL + "en/chi-lang/2024/action-month-for-children/"})
        self.assertEqual(month["place"], "chi-lang")
        plan = next(entry for entry in self.json("work_plan") if entry["place"] == "lang-son")
        communes = next(target for target in plan["targets"] if target["number"] == "9")["measures"][0]
        self.assertEqual((communes["baseline"]["value"], communes["baseline"]["of"], communes["goal"]["value"], communes["goal"]["of"]), (144, 200, 150, 200))

    def test_csv_has_one_column_for_each_language_of_a_text(self):
        row = next(row for row in self.rows("place") if row["id"] == "kon-tum")
        self.assertEqual((row["name_vi"], row["name_en"]), (self.content("lists/places.yaml")["kon-tum"]["name"]["vi"],
                                                            self.content("lists/places.yaml")["kon-tum"]["name"]["en"]))
        self.assertEqual((row["level"], row["valid"], row["replaced_by"]), ("province", "../2025-06-30", "quang-ngai"))
        self.assertEqual(row["url_en"], BASE_URL + "en/kon-tum/")

    def test_dates_say_how_they_are_meant(self):
        forum = next(entry for entry in self.json("forum") if entry["id"] == "2024/lang-son")
        due = forum["deadlines"][0]["when"]
        self.assertEqual({key: due[key] for key in due if key not in ("text", "note")}, {"within": "P15D", "after": "sessions.1", "last": "2024-10-15"})
        province = forum["sessions"][1]["when"]
        self.assertEqual({key: province[key] for key in province if key not in ("text", "note")},
                         {"edtf": "2024-10?", "tba": True, "first": "2024-10-01", "last": "2024-10-31"})
        due = self.json("action_month")[0]["deadlines"][0]["when"]
        self.assertEqual((due["edtf"], due["before"], due["last"]), ("../2024-07-11", "2024-07-12", "2024-07-11"))
        day = next(row for row in self.rows("occasion") if row["id"] == "ngay-quoc-te-thieu-nhi")
        self.assertEqual(day["when"], "--06-01")
        self.assertEqual(next(entry for entry in self.json("occasion") if entry["id"] == day["id"])["when"], {"yearly": "--06-01"})

    def test_prose_is_the_same_html_in_both_forms(self):
        for entry, row in zip(self.json("page"), self.rows("page")):
            self.assertEqual((entry["text"]["vi"], entry["text"]["en"]), (row["text_vi"], row["text_en"]))

    def test_a_spreadsheet_takes_no_cell_for_a_formula(self):
        row = self.rows("topic")[-1]
        self.assertEqual((row["name_vi"], row["name_en"]), ("'=1+1; \u201cx\u201d, y", "'-2"))

    def test_the_page_of_open_data_leads_to_every_file_and_names_every_field(self):
        for address in ("vi/du-lieu-mo/", "en/open-data/"):
            page = self.page(address)
            linked = {self.site.leads_to(page, link.get("href"))[0] for link in page.one("main").iter("a") if "/data/" in link.get("href")}
            self.assertEqual(linked, {f"data/{name}.{form}" for name in self.names for form in ("csv", "json")})
            fields = {code.text for code in page.all("code")}
            self.assertIn("event, calendar", page.main_words)
            for name in self.names:
                for entry in self.json(name):
                    self.assertLessEqual(set(entry) - {"id", "url", "event", "calendar", "feed"}, fields)


if __name__ == "__main__":
    loa.main()
