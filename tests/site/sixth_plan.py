"""One more plan, of a made-up commune that no list knows: only new files in content/, and the whole site knows it."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa
import published

BASE_URL = "https://example.org/"
FOLDER = "content/2027/xa-mau/"
FILES = {
    "places.yaml": """tinh-mau:
  name: {vi: Tỉnh Mẫu, en: Mẫu Province}
  level: province
  parent: viet-nam
xa-mau:
  name: {vi: "Xã Mẫu, tỉnh Mẫu", en: "Mẫu Commune, Mẫu Province"}
  level: commune
  parent: tinh-mau
""",
    "agencies.yaml": """ubnd-xa-mau:
  name: {vi: Ủy ban nhân dân xã Mẫu, en: People's Committee of Mẫu Commune}
  kind: state
  place: xa-mau
""",
    "documents.yaml": """ke-hoach-xa-mau-2027:
  title: {vi: Tháng hành động vì trẻ em xã Mẫu năm 2027, en: Action Month for Children 2027 in Mẫu Commune}
  type: plan
  number: 1/KH-UBND
  date: 2027-04-02
  issuer: ubnd-xa-mau
""",
    "years.yaml": """"2027":
  name: {vi: Năm 2027, en: "2027"}
  period: 2027
""",
    "action-month.yaml": """title: {vi: Tháng hành động vì trẻ em xã Mẫu năm 2027, en: Action Month for Children 2027 in Mẫu Commune}
summary: {vi: Cả xã cùng vui hè an toàn., en: The whole commune has a safe summer.}
for_whom: {vi: Mọi trẻ em trong xã, en: Every child in the commune}
theme: {vi: Mùa hè an toàn, en: A safe summer}
dates: 2027-06-01/2027-06-30
scope: {vi: Toàn xã Mẫu, en: All of Mẫu Commune}
slogans:
  - {vi: Mỗi em một chiếc áo phao, en: A life jacket for every child}
activities:
  - title: {vi: Dạy bơi, en: Swimming lessons}
    when: 2027-06-05
    venue: {vi: Bể bơi xã, en: The commune's pool}
duties:
  - number: "1"
    agencies: [ubnd-xa-mau]
    role: lead
    tasks:
      - {vi: Mở lớp dạy bơi, en: Holds swimming lessons}
deadlines:
  - what: {vi: Báo cáo kết quả, en: Report on the results}
    when: ../2027-07-19
    from: [ubnd-xa-mau]
plan: ke-hoach-xa-mau-2027
""",
    "forum.yaml": """title: {vi: Diễn đàn trẻ em xã Mẫu năm 2027, en: Mẫu Commune Children's Forum 2027}
summary: {vi: Trẻ em trong xã nói lên ý kiến., en: Children of the commune speak up.}
for_whom: {vi: Trẻ em trong xã, en: Children of the commune}
theme: {vi: Em muốn bơi, en: I want to swim}
sessions:
  - level: commune
    when: 2027-08-10
    status: held
topics:
  - text: {vi: Phòng đuối nước, en: Preventing drowning}
    topic: [injury-drowning-traffic]
""",
    "recommendations.yaml": """xa-mau-1:
  text: {vi: Làm rào quanh ao làng, en: Put a fence around the village pond}
  topic: injury-drowning-traffic
  raised_at: 2027/xa-mau
  to: [ubnd-xa-mau]
  state: done
  answer: {vi: Đã làm rào xong, en: The fence is up}
  answered_by: [ubnd-xa-mau]
  answered_on: 2027-09-01
xa-mau-2:
  text: {vi: Xây bể bơi ở trường, en: Build a pool at the school}
  raised_at: 2027/xa-mau
  to: [ubnd-xa-mau]
  state: not-yet
  reason: {vi: Chưa có đất, en: There is no land yet}
  remedy: {vi: Mượn bể bơi của xã bên, en: Use the pool of the next commune}
""",
}
SEEN = {  # an address, and what stands there because of the new files
    "vi/xa-mau/2027/thang-hanh-dong-vi-tre-em/": ("Mùa hè an toàn", "Mỗi em một chiếc áo phao", "Bể bơi xã", "1/KH-UBND"),
    "en/xa-mau/2027/action-month-for-children/": ("A safe summer", "A life jacket for every child", "The commune's pool", "1/KH-UBND"),
    "vi/xa-mau/2027/dien-dan-tre-em/": ("Em muốn bơi", "Phòng đuối nước"),
    "en/xa-mau/2027/childrens-forum/": ("I want to swim", "Preventing drowning"),
    "vi/xa-mau/": ("Tháng hành động vì trẻ em xã Mẫu năm 2027", "Diễn đàn trẻ em xã Mẫu năm 2027", "Ủy ban nhân dân xã Mẫu"),
    "en/tinh-mau/": ("Mẫu Commune, Mẫu Province",),
    "vi/dia-phuong/": ("Tỉnh Mẫu", "Xã Mẫu, tỉnh Mẫu"),
    "vi/nam/2027/": ("Tháng hành động vì trẻ em xã Mẫu năm 2027", "Diễn đàn trẻ em xã Mẫu năm 2027"),
    "en/years/2027/slogans/": ("A life jacket for every child",),
    "en/years/2027/schedule/": ("Swimming lessons", "5 June 2027", "10 August 2027"),
    "vi/luu-tru/": ("Năm 2027", "Diễn đàn trẻ em xã Mẫu năm 2027"),
    "en/slogans/": ("A life jacket for every child",),
    "vi/van-de/": ("Phòng đuối nước",),
    "en/reporting-deadlines/": ("Action Month for Children 2027 in Mẫu Commune", "19 July 2027"),
    "vi/phan-cong/": ("Ủy ban nhân dân xã Mẫu",),
    "vi/xa-mau/2027/thang-hanh-dong-vi-tre-em/phan-cong/": ("Ủy ban nhân dân xã Mẫu", "Mở lớp dạy bơi"),
    "en/agencies/ubnd-xa-mau/": ("Holds swimming lessons", "Report on the results"),
    "en/documents/": ("1/KH-UBND",),
    "vi/kien-nghi/": ("Đã được đáp ứng, thực hiện (1)", "Làm rào quanh ao làng", "Đã làm rào xong", "Chưa thể thực hiện (1)", "Chưa có đất", "Mượn bể bơi của xã bên"),
    "en/recommendations/": ("Answered and done (1)", "The fence is up", "1 September 2027", "Not possible yet (1)", "There is no land yet", "Use the pool of the next commune"),
}


class SixthPlan(unittest.TestCase):
    def setUp(self):
        self.desk = loa.Desk()
        self.addCleanup(self.desk.close)
        for name, text in FILES.items():
            self.desk.write(FOLDER + name, text)

    def refused(self, name, old, new):
        """What is said in Vietnamese of the commune's files with one change."""
        self.desk.replace(FOLDER + name, old, new)
        outcome = self.desk.run("check", "--messages", "vi")
        self.assertEqual(outcome.status, 1, outcome.err)
        return outcome.err

    def test_the_whole_site_knows_it_and_nothing_is_left_to_say(self):
        outcome = self.desk.run("build", "--base-url", BASE_URL, "--strict")
        self.assertEqual((outcome.status, outcome.err), (0, ""))
        site = published.Site(self.desk / "public", BASE_URL)
        for address, pieces in SEEN.items():
            with self.subTest(address):
                words = site.by_url[BASE_URL + address].main_words
                self.assertEqual([piece for piece in pieces if piece not in words], [])

    def test_what_was_there_keeps_its_pages(self):
        before = loa.Desk()
        self.addCleanup(before.close)
        for desk in (before, self.desk):
            self.assertEqual(desk.run("build", "--base-url", BASE_URL).status, 0)
        old, new = loa.tree(before / "public"), loa.tree(self.desk / "public")
        for page in ("vi/chi-lang/2024/thang-hanh-dong-vi-tre-em/index.html", "en/lang-son/2023/work-for-children/index.html", "vi/nam/2024/index.html"):
            self.assertEqual(old[page], new[page], page)
        self.assertLessEqual(set(old), set(new))

    def test_a_recommendation_that_is_not_possible_yet_needs_its_remedy(self):
        said = self.refused("recommendations.yaml", "  remedy: {vi: Mượn bể bơi của xã bên, en: Use the pool of the next commune}\n", "")
        self.assertEqual(said, FOLDER + """recommendations.yaml:14:10: lỗi: Kiến nghị chưa thể thực hiện phải có nguyên nhân (reason) và giải pháp (remedy) (quy tắc `not-yet-explained`) [rule-broken]
  14 |   state: not-yet
     |          ^^^^^^^
""")

    def test_a_recommendation_has_no_field_for_a_name(self):
        self.assertIn("[unknown-field]", self.refused("recommendations.yaml", "  state: done", "  child: Lan\n  state: done"))


if __name__ == "__main__":
    loa.main()
