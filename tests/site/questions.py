"""Thirty questions of the people whom the site is for, and the page that answers each: questions.yaml."""

import collections
import sys
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa
import published

LANGUAGES = ("vi", "en")


class Questions(published.OfTheProject):
    questions = yaml.safe_load((Path(__file__).parent / "questions.yaml").read_text(encoding="utf-8"))

    def test_there_are_six_questions_of_each_kind_of_people(self):
        asked = collections.Counter(question["who"] for question in self.questions)
        self.assertEqual(asked, {"citizen": 6, "child": 6, "carer": 6, "officer": 6, "journalist": 6})

    def test_every_question_is_answered_on_its_page_in_both_languages(self):
        for question in self.questions:
            for tag in LANGUAGES:
                with self.subTest(question["question"][tag]):
                    words = self.page(question["page"][tag]).main_words
                    self.assertEqual([piece for piece in question["answer"][tag] if " ".join(str(piece).split()) not in words], [])

    def test_the_two_pages_of_a_question_are_one_page_in_two_languages(self):
        for question in self.questions:
            with self.subTest(question["question"]["en"]):
                others = [link.get("href") for link in self.page(question["page"]["vi"]).links("alternate")]
                self.assertIn(self.page(question["page"]["en"]).url, others)

    def test_an_answer_says_something_of_its_own(self):
        for question in self.questions:
            for tag in LANGUAGES:
                self.assertGreaterEqual(len(set(map(str, question["answer"][tag]))), 2, question["question"][tag])


if __name__ == "__main__":
    loa.main()
