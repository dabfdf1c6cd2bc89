"""What has to be said of a picture before it is published, and pictures that are refused."""

import os
import re
import struct
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa
from photographs import FOLDER, FORUM, MEDIA, AtADeskWithPictures, drawn_apart, noted, photograph, saved


class Consent(AtADeskWithPictures):
    # What is said of a picture

    def test_who_agreed_has_to_be_said(self):
        self.run_well("build")
        self.show({"a.jpg": saved(photograph(), "JPEG")}, statement="")
        told = self.refused("picture-consent-missing", "a.jpg")
        self.assertIn(f'hint: write into `{FOLDER}/pictures.yaml`: `a.jpg: {{consent: "…"}}` with who agreed, and how; of a picture without people `a.jpg: {{people: no}}`\n', told)
        for statement in ("", "a.jpg: {}\n", "a.jpg:\n", "a.jpg: {consent: }\n", "a.jpg: {consent: ' '}\n", "b.jpg: {people: no}\n"):
            with self.subTest(statement):
                self.desk.write(f"{FOLDER}/pictures.yaml", statement)
                self.refused("picture-consent-missing", "a.jpg")
        for statement in ("a.jpg: {people: no}\n", "a.jpg: {people: không}\n", "a.jpg:\n  consent: Cha mẹ đã ký\n"):
            with self.subTest(statement):
                self.desk.write(f"{FOLDER}/pictures.yaml", statement)
                self.published()

    def test_a_preview_shows_no_picture_that_may_not_be_published(self):
        self.show({"a.jpg": saved(photograph(), "JPEG")}, statement="")
        self.desk.append(FORUM, "status: draft\n")
        self.desk.write("content/pages/draft.vi.md", "---\ntitle: Nháp\nstatus: draft\n---\nĐây là ![ảnh sọc](/2024/lang-son/a.jpg).\n")
        process = subprocess.Popen([loa.program, "serve", "--messages", "en"], cwd=self.desk.folder, env=loa.surroundings(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            address = next(re.search(r"http://\S+:\d+/", line) for line in process.stdout if "http://" in line)[0]
            page = urllib.request.urlopen(address + "vi/lang-son/2024/dien-dan-tre-em/").read().decode()
            self.assertIn('<p class="warning">Ảnh này chưa đăng được, cửa sổ lệnh nói rõ vì sao: Sọc xanh, a.jpg</p>', page)
            self.assertNotIn("<img", page)
            self.assertIn("<p>Đây là ảnh sọc.</p>", urllib.request.urlopen(address + "vi/draft/").read().decode())
            with self.assertRaises(urllib.error.HTTPError):
                urllib.request.urlopen(address + "media/2024/lang-son/a.jpg")
        finally:
            process.terminate()
            process.communicate()

    def test_a_consent_is_a_sentence(self):
        self.show({"a.jpg": saved(photograph(), "JPEG")}, statement="")
        for consent in ("yes", "có", "?!", "chưa hỏi cha mẹ các em", "không biết ai đã đồng ý", "no parent was asked", "ok", "x",
                        "Cha mẹ chưa ký", "Phụ huynh không đồng ý cho đăng ảnh này", "The parents did not agree"):
            with self.subTest(consent):
                self.desk.write(f"{FOLDER}/pictures.yaml", f'a.jpg: {{consent: "{consent}"}}\n')
                outcome = self.desk.run("build")
                self.assertEqual(outcome.status, 1)
                self.assertIn(f"{FOLDER}/pictures.yaml:1:18: error: of the picture `a.jpg`, `{consent}` does not say who agreed, and how [picture-consent-unclear]", outcome.err)

        for nothing in ("…", "........", " "):
            with self.subTest(nothing):
                self.desk.write(f"{FOLDER}/pictures.yaml", f'a.jpg: {{consent: "{nothing}"}}\n')
                outcome = self.desk.run("build")
                self.assertEqual((outcome.status, outcome.err.count("[picture-consent-missing]")), (1, 1), outcome.err)

    def test_with_people_in_it_it_has_to_be_said_who_agreed(self):
        self.show({"a.jpg": saved(photograph(), "JPEG")}, statement="")
        for yes in ("yes", "có"):
            self.desk.write(f"{FOLDER}/pictures.yaml", f"a.jpg: {{people: {yes}}}\n")
            err = self.desk.run("build").err
            self.assertIn(f"{FOLDER}/pictures.yaml:1:17: error: field `consent` of a.jpg is missing [missing-field]", err)
            self.assertEqual(err.count(": error: "), 1)

    def test_a_file_that_cannot_be_read_is_one_mistake(self):
        self.show({"a.jpg": saved(photograph(), "JPEG")}, statement="")
        self.desk.write(f"{FOLDER}/pictures.yaml", "a.jpg:\n\tconsent: Cha mẹ đã ký\n")
        self.assertEqual(re.findall(r"error: .*\[(.*)\]", self.desk.run("build").err), ["yaml-tab"])

    def test_a_statement_that_is_only_proposed_counts_for_nothing(self):
        self.show({"a.jpg": saved(photograph(), "JPEG")}, statement="")
        self.desk.write(f"{FOLDER}/pictures.yaml", "a.jpg: {consent: !confirm Cha mẹ đã ký}\n")
        outcome = self.desk.run("build")
        self.assertEqual(outcome.status, 1)
        self.assertIn(f"{FOLDER}/pictures.yaml:1:18: warning: `a.jpg` is still to be confirmed", outcome.err)
        self.assertIn("[picture-consent-missing]", outcome.err)

    def test_mistakes_in_the_statements_have_their_place(self):
        self.show({"a.jpg": saved(photograph(), "JPEG")}, statement="")
        self.desk.write(f"{FOLDER}/pictures.yaml", "a.jpg: {concent: Cha mẹ}\nA.jpg: {people: no}\nb.jpg: Cha mẹ\n")
        told = self.desk.run("check").err
        self.assertIn(f"{FOLDER}/pictures.yaml:1:9: error: unknown field `concent` in a.jpg [unknown-field]", told)
        self.assertIn(f"{FOLDER}/pictures.yaml:2:1: error: there is no picture `A.jpg` [image-missing]", told)
        self.desk.write(f"{FOLDER}/pictures.yaml", "a.jpg: Cha mẹ đã ký\n")
        self.assertIn(f"{FOLDER}/pictures.yaml:1:8: error: `a.jpg` is text where a mapping is expected [wrong-shape]", self.desk.run("check").err)
        self.desk.write(f"{FOLDER}/pictures.yaml", "- a.jpg\n")
        err = self.desk.run("check").err
        self.assertIn(f"{FOLDER}/pictures.yaml:1:1: error: `pictures.yaml` is a list where a mapping is expected [wrong-shape]", err)
        self.assertIn('write it like `anh.jpg: {consent: "…"}`', err)

    def test_a_picture_that_nobody_shows_is_not_published_and_not_looked_at(self):
        self.desk.write(f"{FOLDER}/a.jpg", b"no picture")
        self.run_well("build")
        self.assertFalse((self.desk / MEDIA).exists())

    def test_a_description_is_needed_in_both_languages(self):
        self.show({"a.jpg": saved(photograph(), "JPEG")})
        self.desk.replace(FORUM, '    alt: {vi: "Sọc xanh, a.jpg", en: "Blue stripes, a.jpg"}\n', "")
        self.assertIn("field `alt` of image is missing [missing-field]", self.desk.run("build").err)

    # What is refused

    def test_a_picture_that_is_cut_off_or_damaged(self):
        self.run_well("build")
        whole = saved(photograph(), "JPEG")
        png = saved(photograph(), "PNG")
        for name, bytes in {"a.jpg": whole[:len(whole) // 2], "b.jpg": whole[:200], "c.jpg": b"", "d.png": png[:len(png) // 2], "e.png": png[:60],
                            "f.gif": saved(photograph(), "GIF")[:99], "g.webp": saved(photograph(), "WEBP")[:99]}.items():
            with self.subTest(name):
                self.desk.renew()
                self.show({name: bytes})
                self.assertIn("hint: copy the file from the camera or the phone again", self.refused("picture-broken", name))

    def test_a_file_that_is_not_what_its_name_says(self):
        self.run_well("build")
        png = saved(photograph(), "PNG")
        for name, bytes, means in (("a.jpg", png, "rename the file to `a.png`"), ("b.png", saved(photograph(), "JPEG"), "rename the file to `b.jpg`"), ("c.webp", saved(photograph(), "GIF"), "rename the file to `c.gif`"),
                                   ("d.jpg", b"<script>alert(1)</script>", "copy the file"), ("e.gif", b"%PDF-1.7", "open the document"), ("f.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "copy the file"),
                                   ("g.heic", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "copy the file"), ("h.JPG", png, "rename the file to `h.png`")):
            with self.subTest(name):
                self.desk.renew()
                self.show({name: bytes})
                self.assertIn(f"hint: {means}", self.refused("picture-disguised", name))

    def test_a_picture_is_not_published_as_a_document(self):
        picture = noted(saved(photograph(), "JPEG"), "a.jpg", self.desk.folder)
        for name in ("a.pdf", "a.jpg.txt"):
            with self.subTest(name):
                self.desk.renew()
                self.desk.write(f"content/pages/{name}", picture)
                for language in ("vi", "en"):
                    self.desk.append(f"content/pages/about.{language}.md", f"\n[Tải về]({name})\n")
                outcome = self.desk.run("build", "--messages", "en")
                self.assertEqual(outcome.status, 1)
                self.assertIn(f"content/pages/{name}:1:1: error: the name of `{name}` says {name[-3:]}, but it holds jpg [picture-disguised]\n", outcome.err)

    def test_what_is_hidden_behind_a_picture_is_not_published(self):
        self.show({"a.jpg": saved(photograph(), "JPEG") + b"<script>alert('Secret')</script><?php Secret ?>"})
        self.assertTrue(all(b"Secret" not in bytes for bytes in self.published().values()))

    def test_a_picture_that_is_too_large(self):
        self.run_well("build")
        self.show({"a.jpg": saved(photograph(), "JPEG")})
        os.truncate(self.desk / FOLDER / "a.jpg", 41 * loa.MEGABYTE)
        self.assertIn("is too large: 41 MB, at most 40 MB", self.refused("picture-too-large", "a.jpg"))
        self.desk.renew()
        self.show({"a.png": saved(Image.new("1", (20000, 10000)), "PNG")})
        self.assertIn("is too large: 20000×10000 (200 MP), at most 50 MP", self.refused("picture-too-large", "a.png"))

    def test_the_largest_that_is_taken_needs_no_more_memory_than_there_is(self):
        drawn_apart("Image.effect_noise((1024, 768), 60).convert('RGB').resize((8192, 6144)).save(sys.argv[1], quality=90, progressive=True, subsampling=0)", self.desk / "large.jpg")
        self.show({"a.jpg": (self.desk / "large.jpg").read_bytes()})
        outcome = self.run_well("build")
        self.assertLess(outcome.memory, 512 * loa.MEGABYTE)

    def test_a_picture_that_says_less_than_it_is_takes_no_more_memory(self):
        large = self.desk / "large.png"
        drawn_apart("Image.new('RGB', (16384, 8192), (200, 30, 30)).save(sys.argv[1], compress_level=1)", large)
        subprocess.run(["heif-enc", "-A", "-q", "10", "-p", "speed=9", "-o", self.desk / "large.avif", large], check=True, capture_output=True)
        bytes = (self.desk / "large.avif").read_bytes()
        said = b"ispe\0\0\0\0" + struct.pack(">II", 16384, 8192)
        self.assertIn(said, bytes)
        self.show({"a.avif": bytes.replace(said, b"ispe\0\0\0\0" + struct.pack(">II", 640, 320))})
        outcome = self.desk.run("build")
        self.assertIn(outcome.status, (0, 1))
        self.assertLess(outcome.memory, 512 * loa.MEGABYTE)


if __name__ == "__main__":
    loa.main()
