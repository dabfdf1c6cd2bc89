"""What the plans say can be read on the pages, in both languages, in its order and with the same numbers."""

import re
import sys
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa
import published

MONTH = "content/2024/chi-lang/action-month.yaml"
FORUM = "content/2024/lang-son/forum.yaml"
MONTHS = ("January February March April May June July August September October November December").split()


def facts():
    """(number of the line, vi address, en address, vi words, en words) of facts.txt."""
    lines = (Path(__file__).parent / "facts.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if line and not line.startswith("#"):
            yield number, *(part.strip() for part in line.split("|"))


class Facts(published.OfTheProject):
    content = {path: yaml.safe_load((loa.PROJECT / path).read_text(encoding="utf-8")) for path in (MONTH, FORUM)}

    def in_order(self, texts, words, where):
        """The texts stand in the words one behind the other."""
        at = 0
        for text in texts:
            found = words.find(" ".join(text.split()), at)
            self.assertNotEqual(found, -1, f"{where}: {text!r} is missing or not in its order")
            at = found + 1

    def test_every_fact_of_the_list_is_on_its_page_in_both_languages(self):
        for number, vi, en, vi_words, en_words in facts():
            for address, words in ((vi, vi_words), (en, en_words)):
                with self.subTest(line=number, address=address):
                    self.assertIn(words, self.page(address).main_words)

    def test_the_list_knows_pages_of_both_languages(self):
        for number, vi, en, *_ in facts():
            with self.subTest(line=number):
                links = self.page(vi).links("alternate")
                self.assertIn(self.page(en).url, [link.get("href") for link in links])

    def test_the_twelve_slogans_stand_in_their_order(self):
        slogans = self.content[MONTH]["slogans"]
        self.assertEqual(len(slogans), 12)
        for tag, addresses in {"vi": ("/vi/chi-lang/2024/thang-hanh-dong-vi-tre-em/", "/vi/khau-hieu/"),
                               "en": ("/en/chi-lang/2024/action-month-for-children/", "/en/slogans/")}.items():
            for address in addresses:
                with self.subTest(address):
                    self.in_order([slogan[tag] for slogan in slogans], self.page(address).main_words, address)

    def test_the_nine_topics_stand_in_their_order(self):
        topics = self.content[FORUM]["topics"]
        self.assertEqual(len(topics), 9)
        for tag, address in {"vi": "/vi/lang-son/2024/dien-dan-tre-em/", "en": "/en/lang-son/2024/childrens-forum/"}.items():
            with self.subTest(address):
                self.in_order([topic["text"][tag] for topic in topics], self.page(address).main_words, address)

    def test_the_four_key_activities_stand_in_their_order_with_time_and_place(self):
        activities = self.content[MONTH]["activities"]
        self.assertEqual(len(activities), 4)
        for tag, address in {"vi": "/vi/chi-lang/2024/thang-hanh-dong-vi-tre-em/", "en": "/en/chi-lang/2024/action-month-for-children/"}.items():
            with self.subTest(address):
                words = self.page(address).main_words
                self.in_order([activity["title"][tag] for activity in activities], words, address)
                for activity in activities:
                    for name in ("venue",):
                        if name in activity:
                            self.assertIn(activity[name][tag], words)

    def test_no_number_is_in_one_language_only(self):
        for page in self.site.of_one_language():
            if page.language() != "vi":
                continue
            other = next(link.get("href") for link in page.links("alternate") if link.get("hreflang") == "en")
            with self.subTest(page.path):
                self.assertEqual(numbers(page.main_words), numbers(self.site.by_url[other].main_words))


def numbers(words):
    """The numbers that must be the same in every language: years, phone numbers, document numbers, percentages, counts. Days
    and months are written in words of the language and left out, as is what is below ten."""
    for number, month in enumerate(MONTHS, 1):
        words = re.sub(rf"\b{month}\b", f"tháng {number}", words)
    words = re.sub(r"\b\d{1,2}(?= ?/\d)|(?<=\d/)\d{1,2}\b|(?<=tháng )\d{1,2}\b|\b\d{1,2}(?= tháng)|(?<=ngày )\d{1,2}\b", " ", words)
    found = {number.lstrip("0") for number in re.findall(r"\d+%?", words)}
    return {number for number in found if len(number) > 1}


if __name__ == "__main__":
    loa.main()
