"""Pages under a new address: redirects from the old one, and a warning where an address would die."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa
import published

FORUM = "content/2023/kon-tum/forum.yaml"


class Moved(loa.AtADesk):
    def setUp(self):
        super().setUp()
        loa.remove(self.desk / "public")
        self.run_well("build")

    def old(self):
        return [f"/{language}/{self.slug(language)}/" for language in ("vi", "en")]

    def slug(self, language):
        text = (loa.PROJECT / f"content/pages/about.{language}.md").read_text(encoding="utf-8")
        return next((line.split()[1] for line in text.splitlines() if line.startswith("slug:")), "about")

    def change_slug(self):
        for language, slug in (("vi", "ve-trang-nay"), ("en", "about-us")):
            path = f"content/pages/about.{language}.md"
            text = (self.desk / path).read_text(encoding="utf-8")
            lines = [line for line in text.splitlines(keepends=True) if not line.startswith("slug:")]
            self.desk.write(path, "".join([lines[0], f"slug: {slug}\n", *lines[1:]]))

    def test_an_address_that_would_die_is_told_with_what_to_write(self):
        self.change_slug()
        for command in ("check", "build"):
            outcome = self.desk.run(command)
            self.assertEqual(outcome.status, 0, outcome.err)
            for address in self.old():
                self.assertIn(f"warning: the address `{address}` is published and would be gone: old links to it break [address-dies]\n"
                              f"  hint: if the page was only renamed, write into its file: `aliases: [{address}]`\n", outcome.err)
        self.assertEqual(self.desk.run("check").err, "", "what is not published any more is not asked for")

    def test_a_page_that_one_forgotten_mark_would_take_away_is_told_with_the_mark(self):
        self.desk.replace(FORUM, "\ntheme:\n", "\ntheme: !confirm\n")
        err = self.desk.run("check").err
        line = (self.desk / FORUM).read_text(encoding="utf-8").split("theme: !confirm")[0].count("\n") + 1
        self.assertIn(f"{FORUM}:{line}:8: warning: `theme` is still to be confirmed, so the whole entry with its page is not published [to-confirm]\n", err)
        self.assertIn("warning: the address `/vi/kon-tum/2023/dien-dan-tre-em/` is published and would be gone: old links to it break [address-dies]\n"
                      f"{FORUM}:{line}:8: note: because of this\n", err)

    def test_its_aliases_lead_on(self):
        self.change_slug()
        vi, en = self.old()
        self.desk.replace("content/pages/about.vi.md", "---\n", f"---\naliases: [{vi}, {en}, /old.html]\n")
        self.run_well("build")
        for old, language, new in ((vi, "vi", "/vi/ve-trang-nay/"), (en, "en", "/en/about-us/")):
            site = published.Site(self.desk / "public", "https://thang-hanh-dong-vi-tre-em.example/")
            page = site.by_url[site.base_url + old[1:]]
            self.assertEqual(page.language(), language)
            text = (self.desk / "public" / old[1:] / "index.html").read_text(encoding="utf-8")
            self.assertIn(f'<meta http-equiv="refresh" content="0; url={new}">', text)
            self.assertIn(f'<a href="{new}">', text)
            for must in ('rel="canonical"', 'name="robots" content="noindex"', 'http-equiv="Content-Security-Policy"', 'href="tel:111"', "quick-exit"):
                self.assertIn(must, text)
        self.assertIn("url=/vi/ve-trang-nay/", (self.desk / "public/old.html").read_text(encoding="utf-8"))
        sitemap = (self.desk / "public/sitemap.xml").read_text(encoding="utf-8")
        for old in (vi, en):
            self.assertNotIn(f".example{old}<", sitemap)

    def test_below_a_path_and_on_a_stick(self):
        self.change_slug()
        vi, _ = self.old()
        self.desk.replace("content/pages/about.vi.md", "---\n", f"---\naliases: [{vi}]\n")
        self.desk.run("build", "--base-url", "https://example.org/tre-em/")
        self.assertIn('content="0; url=/tre-em/vi/ve-trang-nay/"', (self.desk / "public" / vi[1:] / "index.html").read_text(encoding="utf-8"))
        self.desk.run("build", "--portable")
        self.assertIn('content="0; url=../ve-trang-nay/index.html"', (self.desk / "public" / vi[1:] / "index.html").read_text(encoding="utf-8"))

    def test_an_alias_that_cannot_be(self):
        vi, _ = self.old()
        for alias, code in ((vi, "duplicate-url"), ("/vi/", "duplicate-url"), ("/../etc/", "url-not-plain"), ("/assets/style.css/", "url-not-plain"), ("https://other.example/x/", "url-not-plain"),
                            ("/vi/a b/", "url-not-plain"), ("/", "url-not-plain"), ("/VI/cu/", "url-not-plain"), ("/vi/Kon-Tum/Cu/", "url-not-plain")):
            with self.subTest(alias=alias):
                self.desk.renew()
                line = self.desk.replace("content/pages/about.vi.md", "---\n", f'---\naliases: ["{alias}"]\n') + 1
                outcome = self.desk.run("check")
                self.assertEqual(outcome.status, 1)
                self.assertRegex(outcome.err, rf"content/pages/about\.vi\.md:{line}:\d+: error: .* \[{code}\]")

    def test_what_has_had_its_time_is_meant_to_go_and_what_becomes_a_draft_may_not_be(self):
        self.desk.append(FORUM, "expire_after: 2026-12-31\n")
        self.assertNotIn("address-dies", self.desk.run("check", "--today", "2027-01-01").err)
        for hidden in ("status: draft", "publish_from: 2027-06-01"):
            self.desk.replace(FORUM, "expire_after: 2026-12-31" if hidden == "status: draft" else "status: draft", hidden)
            err = self.desk.run("check", "--today", "2027-01-01").err
            self.assertRegex(err, r"warning: the address `/vi/kon-tum/2023/dien-dan-tre-em/` is published and would be gone: old links to it break \[address-dies\]\n"
                                  rf"{FORUM}:\d+:\d+: note: because of this\n +\d+ \| {hidden}\n")

    def test_what_was_not_published_by_loa_is_not_compared(self):
        loa.remove(self.desk / "public")
        self.desk.write("public/vi/other/index.html", "x")
        self.run_well("check")
        loa.remove(self.desk / "public")


if __name__ == "__main__":
    loa.main()
