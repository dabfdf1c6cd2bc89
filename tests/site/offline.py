"""What can be read without a net, in a real browser: the same few pages on every device, and always those of the last publication."""

import io
import sys
import time
from pathlib import Path
from unittest import mock

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import browsed
import loa
import published

KEPT = {"vi/", "en/", "vi/duong-day-nong/", "en/hotlines/", "vi/tro-giup/", "en/get-help/", "vi/xem-an-toan/", "en/stay-safe/",
        "vi/an-toan-tren-mang/", "en/online-safety/", "vi/an-toan/", "en/safety/", "offline.html"}
CACHES = """const done = arguments[0];
caches.keys().then(names => Promise.all(names.map(name => caches.open(name).then(cache => cache.keys()).then(all => [name, all.map(one => one.url)]))))
             .then(all => done(Object.fromEntries(all)))"""
# A page that was on its way when the worker took over is not under it; all later ones are.
AT_WORK = """const done = arguments[0];
navigator.serviceWorker.getRegistration().then(all => done(all !== undefined && all.active !== null && all.active.state === 'activated'))"""


def hang_up(handler):
    handler.close_connection = True
    handler.connection.close()


class Offline(browsed.Browsed):
    def kept(self):
        """The names of what the browser keeps, each with the addresses below the site."""
        return {name: {url.removeprefix(self.site.base_url) for url in urls}
                for name, urls in self.browser.execute_async_script(CACHES).items()}

    def wait_for_a_name_other_than(self, names):
        end = time.monotonic() + 20
        while time.monotonic() < end:
            kept = self.kept()
            if self.browser.execute_async_script(AT_WORK) and len(kept) == 1 and not set(kept) & set(names) and KEPT <= set(*kept.values()):
                return kept
            time.sleep(0.1)
        self.fail(f"waited in vain: {self.kept()}")

    def visit_anew(self, *paths):
        """Reads pages with nothing kept from before; gives what is kept then."""
        self.browser.get(self.site.base_url + paths[0])
        self.tell("Storage.clearDataForOrigin", origin=self.site.base_url.split("/tre-em")[0], storageTypes="all")
        for path in paths:
            self.browser.get(self.site.base_url + path)
        self.assertEqual(self.browser.current_url, self.site.base_url + paths[-1])
        return self.wait_for_a_name_other_than(())

    def no_net(self):
        down = mock.patch.object(browsed.Quiet, "do_GET", hang_up)
        down.start()
        self.addCleanup(down.stop)
        return down

    def shown(self):
        return " ".join(self.browser.find_element("tag name", "main").text.split()).lower()

    def test_the_pages_that_help_can_be_read_without_a_net_and_look_as_ever(self):
        self.visit_anew("vi/khau-hieu/")
        self.no_net()
        for path in sorted(KEPT):
            with self.subTest(path):
                self.browser.get(self.site.base_url + path)
                page = self.site.by_url[self.site.base_url + path]
                self.assertIn(published.words_of(page.one("h1")).lower(), self.shown())
                self.assertEqual(self.ask("getComputedStyle(document.querySelector('.bar-top')).position"), "sticky")
                self.assertTrue(self.ask("document.querySelector('.hotline a').href === 'tel:111'"))

    def test_a_picture_is_there_without_a_net(self):
        picture = io.BytesIO()
        Image.radial_gradient("L").resize((1000, 800)).save(picture, "JPEG")
        self.desk.write("content/pages/rings.jpg", picture.getvalue())
        self.desk.write("content/pages/pictures.yaml", "rings.jpg: {people: no}\n")
        old = self.visit_anew("en/")
        self.addCleanup(self.desk.run, "build", "--base-url", self.site.base_url)
        self.addCleanup(self.desk.renew)
        for language in ("vi", "en"):
            self.desk.append(f"content/pages/get-help.{language}.md", "\n![Vòng tròn](rings.jpg)\n")
        outcome = self.desk.run("build", "--base-url", self.site.base_url)
        self.assertEqual(outcome.status, 0, outcome.err)
        self.browser.get(self.site.base_url + "vi/khau-hieu/")
        kept = self.wait_for_a_name_other_than(old)
        [picture] = [path for path in set(*kept.values()) if path.startswith("media/")]
        self.assertTrue(picture.endswith("-640.jpg"))
        self.no_net()
        self.browser.get(self.site.base_url + "vi/tro-giup/")
        self.browser.execute_async_script("const img = document.querySelector('main img'), done = arguments[0]; img.scrollIntoView(); if (img.complete) done(); else img.onload = img.onerror = done;")
        self.assertEqual(self.ask("document.querySelector('main img').naturalWidth"), 640)

    def test_in_place_of_any_other_page_one_reads_which_ones_are_there(self):
        self.visit_anew("en/")
        self.no_net()
        self.browser.get(self.site.base_url + "en/slogans/")
        self.assertIn("no network", self.shown())
        links = {link.removeprefix(self.site.base_url) for link in self.ask("[...document.querySelectorAll('main li a')].map(a => a.href)")}
        self.assertEqual(links, KEPT - {"offline.html"})

    def test_what_is_kept_does_not_tell_what_was_read(self):
        first = self.visit_anew("vi/khau-hieu/", "vi/tro-giup/", "vi/quyen-tre-em/")
        second = self.visit_anew("en/agencies/")
        self.assertEqual(first, second)
        self.assertEqual({path for path in set(*first.values()) if not path.startswith("assets/")}, KEPT)

    def test_a_new_publication_takes_the_place_of_the_old_one(self):
        old = self.visit_anew("en/")
        self.desk.replace("content/pages/get-help.en.md", "Call 111. Free, day and night.", "Call 111, whenever you like.")
        outcome = self.desk.run("build", "--base-url", self.site.base_url)
        self.assertEqual(outcome.status, 0, outcome.err)
        self.browser.get(self.site.base_url + "vi/khau-hieu/")
        self.wait_for_a_name_other_than(old)
        self.no_net()
        self.browser.get(self.site.base_url + "en/get-help/")
        self.assertIn("whenever you like", self.shown())

    def test_a_publication_that_changes_none_of_them_is_not_loaded_again(self):
        text = (self.desk / "public/sw.js").read_bytes()
        self.desk.replace("content/lists/topics.yaml", "\n", "\n# nothing new\n")
        self.desk.run("build", "--base-url", self.site.base_url)
        self.assertEqual((self.desk / "public/sw.js").read_bytes(), text)


if __name__ == "__main__":
    loa.main()
