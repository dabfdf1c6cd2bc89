"""Photographs as they come from telephones and cameras: what is published of them, and what is not."""

import io
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import browsed
import loa
from photographs import FOLDER, FORUM, MEDIA, PAGE, STATEMENT, AtADeskWithPictures, noted, photograph, saved, told_by


class Pictures(AtADeskWithPictures):
    # What is published

    def test_a_photograph_is_published_in_four_sizes_and_each_page_says_them(self):
        self.show({"cup-tranh.jpg": saved(photograph(4000, 3000), "JPEG", quality=92)})
        published = self.published()
        sizes = {name: Image.open(io.BytesIO(bytes)).size for name, bytes in published.items()}
        self.assertEqual(sizes, {f"cup-tranh.jpg {width}.jpg": (width, width * 3 // 4) for width in (320, 640, 960, 1280)})
        page = (self.desk / PAGE).read_text(encoding="utf-8")
        address = "/media/" + self.files["cup-tranh.jpg 320.jpg"].removesuffix("320.jpg")
        self.assertIn(f'<img src="{address}640.jpg" srcset="{address}320.jpg 320w, {address}640.jpg 640w, {address}960.jpg 960w, {address}1280.jpg 1280w" '
                      'sizes="(min-width: 44rem) 24rem, 100vw" width="1280" height="960" alt="Sọc xanh, cup-tranh.jpg" loading="lazy">', page)
        for name, bytes in published.items():
            self.assertEqual((Image.open(io.BytesIO(bytes)).mode, Image.open(io.BytesIO(bytes)).info.get("progressive")), ("RGB", 1), name)
        self.assertLess(len(published["cup-tranh.jpg 320.jpg"]), len(published["cup-tranh.jpg 1280.jpg"]) / 4)

    def test_a_picture_is_never_made_larger(self):
        self.show({"a.jpg": saved(photograph(300, 200), "JPEG"), "b.jpg": saved(photograph(399, 200), "JPEG"), "c.jpg": saved(photograph(400, 200), "JPEG"),
                   "d.jpg": saved(photograph(700, 30), "JPEG"), "e.jpg": saved(photograph(1, 900), "JPEG")})
        self.assertEqual(sorted(self.published()), ["a.jpg 300.jpg", "b.jpg 399.jpg", "c.jpg 320.jpg", "c.jpg 400.jpg", "d.jpg 320.jpg", "d.jpg 700.jpg", "e.jpg 1.jpg"])

    def test_no_metadata_is_published_of_any_kind_of_picture(self):
        from PIL import ImageCms
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        see_through = photograph(640, 480).convert("RGBA")
        see_through.putalpha(Image.linear_gradient("L").resize((640, 480)))
        plain = {"a.jpg": saved(photograph(), "JPEG", icc_profile=profile), "b.png": saved(photograph(), "PNG", icc_profile=profile),
                 "c.webp": saved(photograph(), "WEBP", icc_profile=profile), "d.png": saved(see_through, "PNG", icc_profile=profile)}
        self.show({name: noted(bytes, name, self.desk.folder) for name, bytes in plain.items()})
        self.desk.append("content/pages/about.vi.md", "\n[Tải ảnh](/2024/lang-son/a.jpg), [ảnh nữa](/2024/lang-son/d.png)\n")
        self.desk.append("content/pages/about.en.md", "\n[Download](/2024/lang-son/a.jpg), [more](/2024/lang-son/d.png)\n")
        published = self.published()
        self.assertEqual({re.sub(r" \d+\.", " ", name) for name in published}, {"a.jpg jpg", "b.png jpg", "c.webp jpg", "d.png png"})
        for name, path in self.files.items():
            self.assertEqual(told_by(self.desk / MEDIA / path), {}, name)
        for path, bytes in loa.tree(self.desk / "public").items():
            self.assertNotIn(b"Secret", bytes, path)
            self.assertNotIn(STATEMENT.encode(), bytes, path)
        about = (self.desk / "public/vi/gioi-thieu/index.html").read_text(encoding="utf-8")
        self.assertIn(f'<a href="/media/{self.files["a.jpg 1280.jpg"]}">Tải ảnh</a>, <a href="/media/{self.files["d.png 640.png"]}">ảnh nữa</a>', about)

    def test_a_picture_is_turned_as_its_camera_says(self):
        turned = {f"turn-{way}.jpg": saved(photograph(), "JPEG", exif=(lambda exif: (exif.__setitem__(274, way), exif)[1])(Image.Exif())) for way in (1, 3, 6, 8)}
        self.show(turned)
        published = self.published()
        corners = {"1": (0, 0), "3": (1, 1), "6": (1, 0), "8": (0, 1)}  # where the red square is
        for way, (right, bottom) in corners.items():
            image = Image.open(io.BytesIO(published[f"turn-{way}.jpg 320.jpg"]))
            self.assertEqual(image.size, (320, 240) if way in "13" else (320, 427))
            red = image.getpixel((right * (image.width - 1) or 3, bottom * (image.height - 1) or 3))
            self.assertTrue(red[0] > 200 and red[1] < 70 and red[2] < 70, (way, red))

    def test_colours_stay_what_they_are(self):
        from PIL import ImageCms
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        colors = [(10, 20, 200), (30, 144, 255), (255, 255, 255), (38, 38, 38), (200, 30, 30), (0, 0, 0)]
        image = Image.new("RGB", (600, 400))
        for number, color in enumerate(colors):
            image.paste(color, (number * 100, 0, number * 100 + 100, 400))
        self.show({"a.png": saved(image, "PNG"), "b.png": saved(image, "PNG", icc_profile=profile), "c.jpg": saved(image, "JPEG", quality=95), "d.png": saved(image.convert("L"), "PNG"),
                   "e.webp": saved(image, "WEBP", lossless=True), "f.jpg": saved(image.convert("L"), "JPEG", quality=95)})
        for name, bytes in self.published().items():
            published = Image.open(io.BytesIO(bytes)).convert("RGB")
            for number, color in enumerate(colors):
                wanted = Image.new("RGB", (1, 1), color)
                wanted = (wanted.convert("L").convert("RGB") if name[0] in "df" else wanted).getpixel((0, 0))
                found = published.getpixel((int((number + .5) * published.width / 6), published.height // 2))
                self.assertTrue(all(abs(one - other) <= 6 for one, other in zip(found, wanted)), (name, color, found))

    def test_what_was_erased_is_not_there_any_more(self):
        image = photograph(400, 300).convert("RGBA")
        image.paste((250, 0, 0, 0), (0, 0, 200, 150))
        self.show({"a.png": saved(image, "PNG"), "b.webp": saved(image, "WEBP", lossless=True, exact=True)})
        for name, bytes in self.published().items():
            self.assertEqual(Image.open(io.BytesIO(bytes)).getpixel((20, 20)), (0, 0, 0, 0), name)

    def test_what_telephones_and_programs_make_is_taken(self):
        (self.desk / "x.png").write_bytes(saved(photograph(), "PNG"))
        for name in ("x.heic", "x.avif"):
            subprocess.run(["heif-enc", "-q", "60", *(["-A"] if name == "x.avif" else []), "-o", self.desk / name, self.desk / "x.png"], check=True, capture_output=True)
        moving = [photograph(500, 400), photograph(500, 400).transpose(Image.Transpose.FLIP_LEFT_RIGHT)]
        self.show({"IMG_0001.HEIC": (self.desk / "x.heic").read_bytes(), "b.avif": (self.desk / "x.avif").read_bytes(), "c.gif": saved(moving[0], "GIF", save_all=True, append_images=moving[1:]),
                   "d.jpeg": saved(photograph().convert("CMYK"), "JPEG"), "e.png": saved(photograph().convert("L"), "PNG"), "f.png": saved(photograph().convert("RGBA"), "PNG"),
                   "g.png": saved(photograph().convert("P"), "PNG"), "Ảnh hội trường (1).jpg": saved(photograph(), "JPEG")})
        published = self.published()
        largest = {name for name in published if " 1280." in name or " 500." in name}
        self.assertEqual(largest, {"IMG_0001.HEIC 1280.jpg", "b.avif 1280.jpg", "c.gif 500.jpg", "d.jpeg 1280.jpg", "e.png 1280.jpg", "f.png 1280.jpg", "g.png 1280.jpg",
                                   "Ảnh hội trường (1).jpg 1280.jpg"})
        for name, bytes in published.items():
            image = Image.open(io.BytesIO(bytes))
            self.assertEqual((image.mode, getattr(image, "n_frames", 1)), ("RGB", 1), name)
            red = image.getpixel((5, 5))
            self.assertTrue(name.startswith("e.") or (red[0] > 200 and red[1] < 90 and red[2] < 90), (name, red))

    def test_pictures_in_articles_have_the_same(self):
        self.show({"a.jpg": saved(photograph(700, 700), "JPEG")})
        for language in ("vi", "en"):
            self.desk.append(f"content/pages/about.{language}.md", f"\n![{language} “a” & b](../2024/lang-son/a.jpg)\n")
        self.run_well("build", "--base-url", "https://x.example/tre-em/")
        page = (self.desk / "public/vi/gioi-thieu/index.html").read_text(encoding="utf-8")
        address = re.search(r'<img src="(/tre-em/media/[0-9a-f]{16}-)', page)[1]
        self.assertIn(f'<img src="{address}320.jpg" alt="vi “a” &amp; b" srcset="{address}320.jpg 320w, {address}700.jpg 700w" sizes="(min-width: 44rem) 42rem, 100vw" '
                      'width="700" height="700" loading="lazy">', page)

    def test_a_site_on_a_stick_finds_all_sizes(self):
        self.show({"a.jpg": saved(photograph(700, 700), "JPEG")})
        self.run_well("build", "--portable")
        page = (self.desk / PAGE).read_text(encoding="utf-8")
        found = re.search(r'srcset="([^"]+)"', page)[1]
        self.assertRegex(found, r"^\.\./\.\./\.\./\.\./media/[0-9a-f]{16}-320\.jpg 320w, \.\./\.\./\.\./\.\./media/[0-9a-f]{16}-700\.jpg 700w$")
        for part in found.split(", "):
            self.assertTrue(((self.desk / PAGE).parent / part.split()[0]).exists(), part)

    def test_the_name_of_a_file_is_not_published_and_one_picture_is_there_once(self):
        picture = saved(photograph(300, 300), "JPEG")
        self.show({"IMG_20270603_081522.JPG": picture, "nguyen-van-an-8-tuoi.jpg": picture})
        self.desk.replace(FORUM, "Sọc xanh, nguyen-van-an-8-tuoi.jpg", "Sọc xanh")
        self.desk.replace(FORUM, "Blue stripes, nguyen-van-an-8-tuoi.jpg", "Blue stripes")
        self.desk.replace(FORUM, "Sọc xanh, IMG_20270603_081522.JPG", "Sọc xanh")
        self.desk.replace(FORUM, "Blue stripes, IMG_20270603_081522.JPG", "Blue stripes")
        self.run_well("build")
        self.assertEqual(len(loa.tree(self.desk / MEDIA)), 1)
        for path, bytes in loa.tree(self.desk / "public").items():
            self.assertFalse(b"IMG_2027" in bytes or b"van-an" in bytes or "IMG" in path or "van-an" in path, path)

    # What is kept from one build to the next

    def test_the_same_bytes_with_and_without_what_was_kept(self):
        self.show({f"{name}.jpg": saved(photograph(1000 + 20 * i, 800), "JPEG") for i, name in enumerate("abcdef")})
        first = self.published("--jobs", "1")
        cache = str(self.desk / "cache")
        self.assertEqual(self.published("--jobs", "2", XDG_CACHE_HOME=cache), first)
        kept = sorted((self.desk / "cache/loa/pictures").iterdir())
        self.assertEqual(len(kept), 6)
        times = [path.stat().st_mtime_ns for path in kept]
        self.assertEqual(self.published(XDG_CACHE_HOME=cache), first)
        self.assertEqual([path.stat().st_mtime_ns for path in kept], times)
        for path in kept[:2]:
            path.write_bytes(path.read_bytes()[:-1])
        kept[2].write_bytes(b"")
        self.assertEqual(self.published(XDG_CACHE_HOME=cache), first)
        self.assertTrue(all(path.stat().st_size > 1000 for path in kept))
        shutil.rmtree(cache)
        self.desk.write("cache", "a file where the folder would be")
        self.assertEqual(self.published(XDG_CACHE_HOME=cache), first)
        (self.desk / "cache").unlink()

    def test_two_builds_at_a_time_may_share_what_is_kept(self):
        self.show({f"{name}.jpg": saved(photograph(1000 + 20 * i, 800), "JPEG") for i, name in enumerate("abcdef")})
        outcomes = []
        builds = [threading.Thread(target=lambda to=to: outcomes.append(self.desk.run("build", "--output", to, XDG_CACHE_HOME=str(self.desk / "cache")))) for to in ("one", "two", "three")]
        for build in builds:
            build.start()
        for build in builds:
            build.join()
        self.assertEqual([(outcome.status, outcome.err) for outcome in outcomes], [(0, "")] * 3)
        self.assertEqual(loa.tree(self.desk / "one"), loa.tree(self.desk / "two"))
        self.assertEqual(loa.tree(self.desk / "one"), loa.tree(self.desk / "three"))
        for to in ("one", "two", "three"):
            loa.remove(self.desk / to)

    def test_the_library_is_not_loaded_without_pictures_nor_for_those_that_are_kept(self):
        def loads(**environment):
            loa.remove(self.desk / "told")
            (self.desk / "told").mkdir()
            self.run_well("check", LD_DEBUG="files", LD_DEBUG_OUTPUT=str(self.desk / "told/of"), **environment)
            return any("libvips" in path.read_text() for path in (self.desk / "told").iterdir())
        self.assertFalse(loads())
        self.show({"a.jpg": saved(photograph(), "JPEG")})
        cache = {"XDG_CACHE_HOME": str(self.desk / "cache")}
        self.assertTrue(loads(**cache))
        self.assertFalse(loads(**cache))


class InTheBrowser(browsed.Browsed):
    @staticmethod
    def prepare(desk):
        desk.write(f"{FOLDER}/a.jpg", saved(photograph(4000, 3000), "JPEG"))
        desk.write(f"{FOLDER}/pictures.yaml", "a.jpg: {people: no}\n")
        desk.append(FORUM, "pictures:\n  - {src: a.jpg, alt: {vi: Sọc xanh, en: Blue stripes}, caption: {vi: Chú thích, en: Caption}}\n")

    def pages(self):
        return [page for page in self.site.pages if page.all("figure")]

    def test_the_place_is_kept_before_the_picture_is_there_and_a_small_size_is_taken(self):
        self.assertEqual(len(self.pages()), 2)

        def look(page):
            before = self.ask("(() => { const box = document.querySelector('figure img').getBoundingClientRect(); return [Math.round(box.width), Math.round(box.height)]; })()")
            self.assertEqual(round(before[0] * 3 / 4), before[1])
            self.browser.execute_async_script("const img = document.querySelector('figure img'), done = arguments[0]; img.scrollIntoView({behavior: 'instant'}); if (img.complete) done(); else img.onload = done;")
            taken, width, height = self.ask("(() => { const img = document.querySelector('figure img'); return [img.currentSrc, Math.round(img.width), Math.round(img.height)]; })()")
            self.assertEqual([width, height], before)
            self.assertRegex(taken, r"/[0-9a-f]{16}-(320|640)\.jpg$")
            self.assertEqual(self.axe(), [])

        self.on_every(look, self.pages())
        self.on_every(look, self.pages(), browsed.DESK)


if __name__ == "__main__":
    loa.main()
