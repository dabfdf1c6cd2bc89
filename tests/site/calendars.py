"""Every calendar that is published, as four independent programs read it, beside the page and the open data that it comes from."""

import datetime
import json
import re
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import calendar_readers
import loa
import published

LANGUAGES = ("vi", "en")
CAMPAIGNS = ("action_month", "forum", "programme", "work_plan")
OCCASIONS = {"vi": "vi/cac-dip-trong-nam/", "en": "en/occasions/"}
DAY = r"\d{4}-\d\d-\d\d"


def after(day):
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()


class Calendars(published.OfTheProject):
    base_url = "https://example.org/children/"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.paths = sorted(path for path in cls.site.files if path.endswith(".ics"))
        cls.read = {path: readers for path, readers in zip(cls.paths, calendar_readers.read(cls.desk / "public" / path for path in cls.paths).values())}

    def events(self, path):
        """What python3-icalendar reads; the others read the same (a test holds that)."""
        return self.read[path]["icalendar"]

    def data(self, name):
        return json.loads((self.desk / f"public/data/{name}.json").read_text(encoding="utf-8"))

    def campaigns(self):
        return [(name, entry) for name in CAMPAIGNS for entry in self.data(name)]

    def folder(self, entry, language):
        return entry["url"][language].removeprefix(self.base_url)

    def expected(self, name, entry):
        """The events of an entry as its open data gives them: key, date, whether only the last day counts, status, revision."""
        def items(field, event, key, due=False):
            seen = Counter()
            for number, item in enumerate(entry.get(field, []), 1):
                word = item.get(key) or str(number)
                seen[word] += 1
                word += f"-{seen[word]}" if seen[word] > 1 else ""
                yield f"{event}/{word}", item.get("when", {}), due, item.get("status"), item.get("revision", 0)
        if name == "action_month":
            yield "dates", entry["dates"], False, None, 0
        yield from items("activities", "activity", "id")
        yield from items("sessions", "session", "level")
        yield from items("deadlines", "deadline", "id", due=True)

    def expected_events(self, name, entry):
        made = {}
        for key, when, due, status, revision in self.expected(name, entry):
            first, last = when.get("first"), when.get("last")
            if not first and not last:
                continue
            exact = bool(re.fullmatch(f"{DAY}(T..:..)?(/{DAY}(T..:..)?)?", when.get("edtf", ""))) and not when.get("tba")
            firm = exact or due and bool(re.fullmatch(rf"\.\./{DAY}", when.get("edtf", "")))
            cancelled = status in ("cancelled", "postponed")
            made[f"{name}/{entry['id']}#{key.replace('/', '-')}"] = {
                "file": key.replace("/", "-") + ".ics",
                "begin": last if due and exact else first or last, "end": after(last or first),
                "status": "CANCELLED" if cancelled else "TENTATIVE" if not firm or status == "planned" else "CONFIRMED",
                "sequence": max(revision, int(cancelled)), "exact": exact}
        return made

    def occasions(self):
        """Those with a day: each with its UID and the first days on which it is."""
        for entry in self.data("occasion"):
            if "when" in entry:
                yield entry, f"occasion/{entry['id']}#day", [f"{year}-{entry['when']['yearly'].removeprefix('--')}" for year in (2026, 2027, 2028)]

    # The text

    def test_lines_are_short_end_in_crlf_and_are_never_cut_within_a_character(self):
        for path in self.paths:
            with self.subTest(path):
                lines = (self.desk / "public" / path).read_bytes().split(b"\r\n")
                self.assertEqual(lines.pop(), b"")
                for line in lines:
                    self.assertLessEqual(len(line), 75)
                    self.assertNotRegex(line.decode(), r"[\x00-\x08\x0a-\x1f]")

    def test_four_readers_agree_on_every_file(self):
        for path in self.paths:
            with self.subTest(path):
                readers = self.read[path]
                self.assertEqual(readers["ical.js"], readers["icalendar"])
                self.assertEqual(readers["node-ical"], readers["icalendar"])
                self.assertEqual(readers["khal"], [{name: event[name] for name in event if name != "sequence"} for event in readers["icalendar"]])

    # What they say

    def test_every_dated_thing_is_one_event_with_the_days_of_the_open_data(self):
        for language in LANGUAGES:
            everything = {}
            for name, entry in self.campaigns():
                for uid, wanted in self.expected_events(name, entry).items():
                    with self.subTest(uid, language=language):
                        [event] = self.events(self.folder(entry, language) + wanted["file"])
                        if "T" not in event["begin"]:
                            self.assertEqual((event["begin"], event["end"]), (wanted["begin"], wanted["end"]))
                        self.assertEqual((event["uid"], event["status"], event["sequence"]), (uid, wanted["status"], wanted["sequence"]))
                        self.assertEqual((event["url"], event["days"]), (entry["url"][language], []))
                        everything[uid] = event
                own = self.events(self.folder(entry, language) + "calendar.ics")
                self.assertEqual({event["uid"]: event for event in own}, {uid: everything[uid] for uid in self.expected_events(name, entry)})
            for entry, uid, _ in self.occasions():
                [everything[uid]] = self.events(f"{OCCASIONS[language]}{entry['id']}/day.ics")
            whole = self.events(f"{language}/calendar.ics")
            self.assertEqual({event["uid"]: event for event in whole}, everything)
            self.assertEqual(len(whole), len(everything))

    def test_a_day_of_every_year_comes_again_and_is_certain(self):
        self.assertGreater(len(list(self.occasions())), 3)
        for language in LANGUAGES:
            page = self.site.by_url[self.base_url + OCCASIONS[language]]
            for entry, uid, days in self.occasions():
                with self.subTest(uid, language=language):
                    [event] = self.events(f"{OCCASIONS[language]}{entry['id']}/day.ics")
                    self.assertEqual((event["uid"], event["begin"], event["end"], event["status"]), (uid, days[0], after(days[0]), "CONFIRMED"))
                    self.assertEqual(event["days"], days)
                    self.assertEqual(event["summary"], entry["name"][language])
                    self.assertEqual(event["url"], f"{page.url}#occasion-{entry['id']}")
                    lines = event["description"].split("\n")
                    self.assertEqual(lines[1:], [note[language] for note in (entry["when"].get("note"), entry.get("note")) if note])
                    for line in lines:
                        self.assertIn(line.lower(), page.main_words.lower())

    def test_no_other_file_is_there(self):
        wanted = {f"{language}/calendar.ics" for language in LANGUAGES}
        wanted |= {f"{folder}{entry['id']}/day.ics" for folder in OCCASIONS.values() for entry, _, _ in self.occasions()}
        for language in LANGUAGES:
            for name, entry in self.campaigns():
                files = [event["file"] for event in self.expected_events(name, entry).values()]
                wanted |= {self.folder(entry, language) + file for file in files + ["calendar.ics"] * bool(files)}
            wanted |= {self.folder(place, language) + "calendar.ics" for place in self.data("place") if self.of_place(place["id"], language)}
        self.assertEqual(set(self.paths), wanted)

    def of_place(self, place, language):
        """The events of a place and of all places within it."""
        parents = {one["id"]: one.get("parent") for one in self.data("place")}
        def is_within(one):
            return one is not None and (one == place or is_within(parents[one]))
        return {uid for name, entry in self.campaigns() if is_within(entry["place"]) for uid in self.expected_events(name, entry)}

    def test_a_place_has_the_events_of_all_campaigns_there_and_in_the_places_within(self):
        for language in LANGUAGES:
            for place in self.data("place"):
                wanted = self.of_place(place["id"], language)
                if wanted:
                    with self.subTest(place["id"], language=language):
                        self.assertEqual({event["uid"] for event in self.events(self.folder(place, language) + "calendar.ics")}, wanted)
        self.assertLess(self.of_place("chi-lang", "vi"), self.of_place("lang-son", "vi"))

    def test_both_languages_have_the_same_events_on_the_same_days(self):
        same = ("uid", "begin", "end", "days", "status", "sequence")
        vi, en = ([{name: event[name] for name in same} for event in self.events(f"{language}/calendar.ics")] for language in LANGUAGES)
        self.assertEqual(vi, en)

    def test_an_event_says_what_the_page_says(self):
        for language in LANGUAGES:
            for name, entry in self.campaigns():
                page = self.site.by_url[entry["url"][language]].main_words.lower()
                for uid, wanted in self.expected_events(name, entry).items():
                    with self.subTest(uid, language=language):
                        [event] = self.events(self.folder(entry, language) + wanted["file"])
                        wording = event["description"].split("\n")[0]
                        for part in [wording, *re.split(": ", event["summary"])]:
                            self.assertIn(part.lower(), page)
                        if not wanted["exact"]:
                            self.assertIn(wording + ": ", event["summary"])

    def test_days_of_change_come_from_the_content(self):
        for path in self.paths:
            text = (self.desk / "public" / path).read_text(encoding="utf-8")
            self.assertEqual(set(re.findall("^(?:DTSTAMP|LAST-MODIFIED):(.*)$", text, re.M)), {"20261125T000000Z"})

    # The ways to them

    def ways(self, page):
        return [link for link in page.all("a") if "ics" in link.get("class", "").split()]

    def test_every_way_to_a_calendar_leads_to_a_file_and_has_a_name_of_its_own(self):
        led_to = set()
        for page in self.site.pages:
            with self.subTest(page.path):
                for link in self.ways(page):
                    address = urljoin(page.url, link.get("href").replace("webcal:", "https:"))
                    led_to.add(address.removeprefix(self.base_url))
                    self.assertTrue(link.get("aria-label").startswith(published.words_of(link) + ": "), link.get("aria-label"))
                names = Counter((link.get("aria-label"), urljoin(page.url, link.get("href"))) for link in self.ways(page))
                self.assertEqual(len({name for name, _ in names}), len(names), names)
        self.assertEqual(led_to, set(self.paths))

    def test_who_subscribes_reads_the_file_beside_it(self):
        found = 0
        for page in self.site.pages:
            for link in self.ways(page):
                if link.get("href").startswith("webcal:"):
                    beside = [urljoin(page.url, other.get("href")) for other in self.ways(page) if other.get("href").endswith("/calendar.ics")]
                    self.assertIn(link.get("href").replace("webcal:", "https:"), beside)
                    found += 1
        self.assertEqual(found, len([path for path in self.paths if path.endswith("/calendar.ics")]))


FORUM = """title: {vi: "Diễn đàn \\"thử\\"; một, hai \\\\ ba: 😀 %s", en: Sample forum}
summary: {vi: Thử, en: Sample}
for_whom: {vi: Mọi trẻ em, en: Every child}
theme: {vi: Thử, en: Sample}
updated: 2027-01-02
sessions:
  - {level: commune, when: 2027-06-05T08:30, venue: {vi: Nhà văn hóa, en: Hall}, status: confirmed}
  - {level: commune, when: 2027-06-12T13:30/2027-06-12T16:00, status: planned}
  - {level: province, when: 2027-07-10/2027-07-12, status: confirmed}
  - {level: province, when: 2027-08~, status: planned, revision: 2}
  - {level: national, when: 2027-08-15, status: cancelled, revision: 3}
  - {level: national, when: "2027-09-01?", status: postponed}
  - {level: commune, when: tba, status: planned}
  - {level: commune, when: 2027-09/.., status: planned}
""" % ("dài" * 70)


class OfADesk(loa.AtADesk):
    """What this year's plans do not have: times of day, guesses, cancelled and postponed sessions, hard text."""

    def build(self, forum=FORUM):
        self.desk.write("content/2027/lang-son/forum.yaml", forum)
        outcome = self.desk.run("build")
        self.assertEqual(outcome.status, 0, outcome.err)
        path = self.desk / "public/vi/lang-son/2027/dien-dan-tre-em/calendar.ics"
        readers = calendar_readers.read([path])[str(path)]
        khal = readers.pop("khal")
        self.assertEqual(khal, [{name: event[name] for name in event if name != "sequence"} for event in readers["icalendar"]])
        self.assertEqual(readers["ical.js"], readers["icalendar"])
        self.assertEqual(readers["node-ical"], readers["icalendar"])
        return {event["uid"].removeprefix("forum/2027/lang-son#session-"): event for event in readers["icalendar"]}

    def test_times_guesses_and_what_does_not_take_place(self):
        events = self.build()
        days = {key: (event["begin"], event["end"], event["status"], event["sequence"]) for key, event in events.items()}
        self.assertEqual(days, {
            "commune": ("2027-06-05T01:30Z", None, "CONFIRMED", 0),
            "commune-2": ("2027-06-12T06:30Z", "2027-06-12T09:00Z", "TENTATIVE", 0),
            "province": ("2027-07-10", "2027-07-13", "CONFIRMED", 0),
            "province-2": ("2027-08-01", "2027-09-01", "TENTATIVE", 2),
            "national": ("2027-08-15", "2027-08-16", "CANCELLED", 3),
            "national-2": ("2027-09-01", "2027-09-02", "CANCELLED", 1),
            "commune-4": ("2027-09-01", "2027-09-02", "TENTATIVE", 0)})
        title = 'Diễn đàn "thử"; một, hai \\ ba: 😀 ' + "dài" * 70
        self.assertEqual(events["commune"]["summary"], title + ": Cấp xã")
        self.assertEqual(events["commune"]["location"], "Nhà văn hóa")
        self.assertEqual(events["national"]["summary"], "Không tổ chức: " + title + ": Cấp quốc gia")
        self.assertEqual(events["national-2"]["summary"], "Hoãn: Dự kiến ngày 01 tháng 9 năm 2027: " + title + ": Cấp quốc gia")
        self.assertEqual(events["province-2"]["summary"], "Khoảng tháng 8 năm 2027: " + title + ": Cấp tỉnh")
        text = (self.desk / "public/vi/lang-son/2027/dien-dan-tre-em/calendar.ics").read_bytes()
        self.assertEqual(text.count(b"BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\n"), 1)
        self.assertEqual(text.count(b"DTSTAMP:20270102T000000Z"), len(events))
        self.assertLessEqual(max(map(len, text.split(b"\r\n"))), 75)
        single = (self.desk / "public/vi/lang-son/2027/dien-dan-tre-em/session-province.ics").read_bytes()
        self.assertNotIn(b"VTIMEZONE", single)

    def test_ways_to_two_sessions_of_one_level_are_told_apart(self):
        self.build()
        site = published.Site(self.desk / "public", "https://thang-hanh-dong-vi-tre-em.example/")
        for path in ("vi/lang-son/2027/dien-dan-tre-em/", "vi/lich/", "en/schedule/"):
            names = Counter(link.get("aria-label") for link in site.by_url[site.base_url + path].all("a") if link.get("class") == "ics")
            self.assertEqual([name for name, count in names.items() if count > 1], [])
            self.assertGreater(len(names), 7)

    def test_an_item_that_is_added_leaves_the_others_as_they_were(self):
        before = self.build()
        added = self.build(FORUM.replace("sessions:\n", "sessions:\n  - {level: district, when: 2027-05-01, status: confirmed}\n"))
        self.assertEqual({key: event for key, event in added.items() if key != "district"}, before)

    def test_29_february_comes_in_leap_years_and_a_day_to_be_announced_is_not_certain(self):
        self.desk.append("content/lists/occasions.yaml", """ngay-nhuan:
  name: {vi: Ngày nhuận, en: Leap day}
  order: 2
  when: --02-29
ngay-thu:
  name: {vi: Ngày thử, en: Sample day}
  order: 3
  when: {date: --03-31, tba: yes}
""")
        self.assertEqual(self.desk.run("build").status, 0)
        files = [self.desk / f"public/vi/cac-dip-trong-nam/{name}/day.ics" for name in ("ngay-nhuan", "ngay-thu")]
        for name, events in [(name, events) for path in calendar_readers.read(files).values() for name, events in path.items()]:
            with self.subTest(name, summary=events[0]["summary"]):
                [event] = events
                wanted = {"Ngày nhuận": ("2028-02-29", "CONFIRMED", ["2028-02-29", "2032-02-29", "2036-02-29"]),
                          "Ngày 31 tháng 3 hằng năm (ngày cụ thể sẽ thông báo sau): Ngày thử": ("2026-03-31", "TENTATIVE", ["2026-03-31", "2027-03-31", "2028-03-31"])}
                self.assertEqual((event["begin"], event["status"], event["days"]), wanted[event["summary"]])

    def test_without_a_day_of_change_no_year_is_made_up(self):
        self.desk.replace("content/site.yaml", "updated: 2026-11-25\n", "")
        self.assertEqual(self.desk.run("build").status, 0)
        self.assertEqual(list((self.desk / "public/vi/cac-dip-trong-nam").glob("**/*.ics")), [])
        self.assertNotIn("RRULE", (self.desk / "public/vi/calendar.ics").read_text(encoding="utf-8"))
        self.assertNotIn('class="ics"', (self.desk / "public/vi/cac-dip-trong-nam/index.html").read_text(encoding="utf-8"))

    def test_a_session_without_any_day_is_no_event(self):
        self.assertNotIn("commune-3", self.build())


if __name__ == "__main__":
    loa.main()
