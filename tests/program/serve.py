"""The site while it is written: shown in a browser, anew with every save, mistakes above it, and nothing that anybody sends does harm."""

import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import browsed
import loa
from selenium.webdriver.support.ui import WebDriverWait

ABOUT, MONTH = "content/pages/about.en.md", "content/2024/chi-lang/action-month.yaml"
PAGE = "/en/about/"
SECONDS = 30  # for what takes a moment


class Preview:
    """The program at work on a desk, from its start until it is interrupted."""

    def __init__(self, desk, *words):
        self.err = open(desk / "err", "w+b")
        self.process = subprocess.Popen([loa.program, "serve", *words], cwd=desk.folder, env=loa.surroundings(), stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=self.err)
        self.lines = []
        while not (found := re.search(r"http://localhost:(\d+)/", self.line())):
            pass
        self.port = int(found[1])
        self.line(), self.line()  # where translations are shown, and the first build

    def line(self):
        line = self.process.stdout.readline().decode()
        assert line, self.said()
        self.lines.append(line)
        return line

    def said(self):
        return Path(self.err.name).read_text(encoding="utf-8")

    def end(self, how=signal.SIGINT):
        self.process.send_signal(how)
        status = self.process.wait(timeout=SECONDS)
        self.process.stdout.close(), self.err.close()
        return status

    def get(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        body = response.read().decode()
        connection.close()
        return response.status, body, response.headers

    def page(self, path=PAGE):
        status, body, _ = self.get(path)
        assert status == 200, (status, body)
        return body

    def raw(self, data, end=True):
        """Bytes as they are, and the first line of what comes back."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=SECONDS) as connection:
            try:
                connection.sendall(data)
                if end:
                    connection.shutdown(socket.SHUT_WR)
                return connection.recv(4096).split(b"\r\n")[0].decode()
            except ConnectionError:
                return ""

    def request(self, target, method="GET", host=None):
        return self.raw(f"{method} {target} HTTP/1.1\r\nHost: {host or f'localhost:{self.port}'}\r\n\r\n".encode("latin-1"), end=False)

    def events(self):
        """What a page is told, one after the other."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        connection.request("GET", "/.loa/events")
        response = connection.getresponse()
        assert response.headers["Content-Type"] == "text/event-stream"
        for line in response:
            if line.startswith(b"data: "):
                yield json.loads(line[6:])


class AtWork(loa.AtADesk):
    def preview(self, *words):
        preview = Preview(self.desk, "--port", str(20000 + os.getpid() % 20000), *words)
        self.addCleanup(lambda: preview.process.poll() is None and preview.end())
        return preview


class Serve(AtWork):
    def test_drafts_are_shown_and_said_to_be_drafts_unless_it_shall_be_as_published(self):
        self.desk.append(MONTH, "status: draft\n")
        address = "/vi/chi-lang/2024/thang-hanh-dong-vi-tre-em/"
        preview = self.preview()
        self.assertIn("Bản xem trước: trang này không có trên trang web đã đăng.", preview.page(address))
        self.assertNotIn("Bản xem trước", preview.page("/vi/"))
        self.assertEqual(self.preview("--published").get(address)[0], 404)

    def test_the_site_is_shown_in_both_languages_and_nothing_is_written(self):
        self.run_well("build")
        before = loa.state(self.desk / "public")
        preview = self.preview()
        for path, words in (("/vi/", 'lang="vi"'), ("/en/", 'lang="en"'), (PAGE, "<h1")):
            status, page, headers = preview.get(path)
            self.assertEqual((status, headers["Content-Type"], headers["Cache-Control"]), (200, "text/html; charset=utf-8", "no-store"))
            self.assertIn(words, page)
            self.assertRegex(page, r'<script src="/\.loa/serve\.js" data-edition="[0-9a-f]{32}"></script>\n</body>')
        self.assertIn(f'<link rel="canonical" href="http://localhost:{preview.port}/en/">', preview.page("/en/"))
        self.assertEqual(preview.get("/en")[0], 308)
        self.assertEqual(preview.get("/en")[2]["Location"], "/en/")
        status, page, _ = preview.get("/nowhere/")
        self.assertEqual(status, 404)
        self.assertIn("<h1", page)
        self.assertEqual(preview.get("/en/", "HEAD")[:2], (200, ""))
        self.desk.replace(ABOUT, "\n## ", "\n## Now: ")
        preview.line()
        self.assertEqual(preview.end(), 0)
        self.assertEqual(loa.state(self.desk / "public"), before)

    def test_what_is_saved_is_shown(self):
        preview = self.preview()
        events = preview.events()
        first = next(events)
        self.assertEqual(first["mistakes"], "")
        self.desk.replace(ABOUT, "\n## ", "\n## Written anew: ")
        second = next(events)
        self.assertNotEqual(second["edition"], first["edition"])
        self.assertIn("Written anew: ", preview.page())
        self.assertRegex(preview.line(), r"^\d\d:\d\d:\d\d  \d+ pages, \d+\.\d\d s, warnings: \d+\n$")

        text = (self.desk / ABOUT).read_text(encoding="utf-8").replace("Written anew: ", "Saved by rename: ")
        self.desk.write("content/pages/.about.tmp", text)
        os.replace(self.desk / "content/pages/.about.tmp", self.desk / ABOUT)
        self.assertNotEqual(next(events)["edition"], second["edition"])
        self.assertIn("Saved by rename: ", preview.page())

        self.desk.replace("themes/default/strings/en.yaml", "skip_to_content: ", "skip_to_content: Quickly ")
        next(events)
        self.assertIn("Quickly ", preview.page())

    def test_the_translations_are_a_page_of_the_preview(self):
        preview = self.preview("--messages", "vi")
        status, page, headers = preview.get("/.loa/translations")
        self.assertEqual((status, headers["Content-Type"]), (200, "text/html; charset=utf-8"))
        self.assertIn("Mọi bản dịch đều đủ và đúng.", page)
        self.assertRegex(page, r'<tr><th scope="row">English</th><td>(\d+)</td><td>\1 \(100%\)</td><td>0</td><td>0</td><td>0</td></tr>')
        self.assertRegex(page, r'<script src="/\.loa/serve\.js" data-edition="[0-9a-f]{32}"></script>\n</body>')
        slogan = "vi: Toàn dân chăm sóc, giáo dục và bảo vệ trẻ em"
        line = self.desk.replace(MONTH, slogan, slogan + " <b> & hôm nay") + 1
        preview.line()
        page = preview.page("/.loa/translations")
        self.assertIn(f"<h2>{MONTH}</h2>\n<h3>dòng {line}: slogans.5, bản English cũ hơn bản gốc</h3>\n"
                      '<p lang="vi">Toàn dân chăm sóc, giáo dục và bảo vệ trẻ em &lt;b&gt; &amp; hôm nay</p>\n'
                      '<p lang="en">Everyone cares for, educates and protects children</p>\n'
                      f"<p>Vẫn đúng thì gõ: <code>loa translations --accept {MONTH}:{line}</code></p>\n<p><a href=\"/en/", page)
        link = re.search(r'<p><a href="(/en/[^"]+)">Xem trang</a></p>', page)
        self.assertIn("Everyone cares for", preview.page(link[1]))
        self.desk.append(MONTH, "extra: 1\n")
        preview.line()
        self.assertIn("bản English cũ hơn bản gốc", preview.page("/.loa/translations"), "also while there are mistakes")

    def test_folders_come_and_go(self):
        preview = self.preview()
        events = preview.events()
        last = next(events)["edition"]

        def until(is_so):
            for event in events:
                if is_so(event):
                    return event

        outside = self.desk / "outside"
        shutil.copytree(self.desk / "content/2024/lang-son", outside)
        shutil.rmtree(self.desk / "content/2024/lang-son")
        self.assertTrue(until(lambda event: event["edition"] != last or event["mistakes"]))
        shutil.copytree(outside, self.desk / "content/2024/lang-son")
        shutil.rmtree(outside)
        self.assertTrue(until(lambda event: event["edition"] == last and not event["mistakes"]))

        os.rename(self.desk / "content", self.desk / "away")
        told = until(lambda event: event["mistakes"])
        self.assertEqual(told["edition"], last)
        self.assertIn("content", told["mistakes"])
        self.assertIn("<h1", preview.page())
        os.rename(self.desk / "away", self.desk / "content")
        self.assertTrue(until(lambda event: event["edition"] == last and not event["mistakes"]))
        shutil.rmtree(self.desk / "themes")
        self.assertTrue(until(lambda event: event["mistakes"]))
        self.desk.renew()
        self.assertTrue(until(lambda event: event["edition"] == last and not event["mistakes"]))
        self.assertEqual(preview.end(signal.SIGTERM), 0)

    def test_a_mistake_is_told_as_on_the_terminal_and_the_last_good_page_stays(self):
        preview = self.preview()
        events = preview.events()
        good = next(events)["edition"]
        page = preview.page()
        said = len(preview.said())
        line = self.desk.append(MONTH, "extra: 1\n")
        told = next(events)
        self.assertRegex(preview.line(), r"  mistakes: 1, warnings: \d+; the last good page stays\n$")
        self.assertNotEqual(preview.said()[said:], "")
        self.assertTrue(told["mistakes"].startswith(preview.said()[said:]), "then come the warnings, which the terminal told before")
        self.assertIn(f"{MONTH}:{line}:1: error: unknown field `extra`", told["mistakes"])
        self.assertEqual((told["edition"], preview.page()), (good, page))
        self.desk.replace(MONTH, "extra: 1\n", "")
        mended = next(events)
        self.assertEqual((mended["edition"], mended["mistakes"]), (good, ""))

    def test_a_warning_is_told_once_on_the_terminal(self):
        self.desk.append(MONTH, "aliases: [/vi/cu/]\nstatus: draft\nslogan: x\n")
        preview = self.preview()
        events = preview.events()
        next(events)
        warning = "warning: unknown field `slogan`"
        self.assertEqual(preview.said().count(warning), 1)
        self.desk.replace(MONTH, "aliases: [/vi/cu/]", "aliases: [/vi/moi/]")
        self.assertTrue(next(events)["edition"])
        preview.line()
        self.assertEqual(preview.said().count(warning), 1)
        self.desk.replace(MONTH, "slogan: x", "slogan: y")
        preview.line()
        self.assertEqual(preview.said().count(warning), 2)

    def test_before_the_first_good_build_the_mistakes_are_the_page(self):
        self.desk.append(MONTH, "extra: 1\n")
        preview = self.preview("--messages", "vi")
        events = preview.events()
        self.assertEqual(next(events)["edition"], "")
        status, page, _ = preview.get(PAGE)
        self.assertEqual(status, 503)
        self.assertIn("`extra`", page)
        self.assertRegex(preview.lines[-1], r"  lỗi: 1, cảnh báo: \d+; sửa xong thì trang sẽ hiện\n$")
        self.desk.replace(MONTH, "extra: 1\n", "")
        self.assertRegex(next(events)["edition"], "^[0-9a-f]{32}$")
        self.assertIn("<h1", preview.page())

    def test_a_port_that_is_taken_leads_to_the_next_one(self):
        first, second = self.preview(), self.preview()
        self.assertEqual(second.port, first.port + 1)
        self.assertIn(str(first.port), second.lines[0])
        self.assertEqual((first.get(PAGE)[0], second.get(PAGE)[0]), (200, 200))

    def test_hostile_requests_do_no_harm(self):
        preview = self.preview()
        self.desk.write("secret", "secret")
        for target in ("/../secret", "/%2e%2e/secret", "/..%2fsecret", "/%252e%252e/secret", "/en/../../secret", "/%00", "/en/%00/../", "/%", "/%zz", "//", "/\xff\xfe",
                       "/.public.loa/lock", "/content/site.yaml", "/.loa/../secret"):
            with self.subTest(target):
                self.assertIn(preview.request(target), ("HTTP/1.1 404 Not Found", "HTTP/1.1 400 Bad Request"))
        self.assertEqual(preview.request("/" + "a" * 100_000), "HTTP/1.1 414 URI Too Long")
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH"):
            self.assertEqual(preview.request("/", method), "HTTP/1.1 405 Method Not Allowed")
        self.assertEqual(preview.request("/", "BREW"), "HTTP/1.1 400 Bad Request")
        for host in ("example.org", f"example.org:{preview.port}", "localhost", f"localhost:{preview.port + 1}"):
            self.assertEqual(preview.request("/", host=host), "HTTP/1.1 421 Misdirected Request")
        for data in (b"", b"\r\n\r\n", b"GET", b"GET / HTTP/1.1\r\nHost: local", b"\x16\x03\x01\x02\x00" * 100, b"GET / HTTP/9.9\r\n\r\n", b"a" * 100_000,
                     b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 10_000 + b"\r\n", b"POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n"):
            with self.subTest(data[:40]):
                self.assertNotIn("200", preview.raw(data))
        for ranges in ("bytes=5-1", "bytes=999999999-", "bytes=" + "1-2," * 1_900 + "1-2", "bytes=" + "9" * 5_000 + "-", "x" * 8_000):
            self.assertIn(preview.get(PAGE, Range=ranges)[0], (200, 206, 400, 416))
        self.assertIn("<h1", preview.page())

    def test_many_connections_at_once_do_no_harm(self):
        preview = self.preview()
        idle = [socket.create_connection(("127.0.0.1", preview.port), timeout=SECONDS) for _ in range(200)]
        for half, connection in enumerate(idle):
            if half % 2:
                connection.sendall(b"GET / HTTP/1.1\r\n")
        answers = []
        threads = [threading.Thread(target=lambda: answers.append(preview.request(PAGE))) for _ in range(200)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for connection in idle:
            connection.close()
        self.assertEqual(answers, ["HTTP/1.1 200 OK"] * 200)
        listening = [preview.events() for _ in range(60)]
        self.assertEqual(len({next(events)["edition"] for events in listening}), 1)
        self.assertIn("<h1", preview.page())
        self.assertEqual(preview.end(), 0)

    def test_where_no_port_is_free_it_says_so(self):
        taken = []
        for port in range(65500, 65536):
            taken.append(socket.socket())
            self.addCleanup(taken[-1].close)
            try:
                taken[-1].bind(("127.0.0.1", port))
                taken[-1].listen()
            except OSError:
                pass  # taken by another
        outcome = self.desk.run("serve", "--port", "65500")
        self.assertEqual((outcome.status, outcome.err), (3, "error: cannot open a port from `127.0.0.1:65500` on: Address already in use\n"))


class InTheBrowser(AtWork):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.browser = browsed.start_browser(cls)

    def wait(self, script):
        return WebDriverWait(self.browser, SECONDS, 0.05).until(lambda browser: browser.execute_script("return " + script))

    def test_mistakes_lie_over_the_page_until_they_are_mended(self):
        preview = self.preview()
        said = len(preview.said())
        self.browser.get_log("browser")  # what another test left there
        self.browser.get(f"http://localhost:{preview.port}{PAGE}")
        self.desk.replace(ABOUT, "\n## ", "\n## Written anew: ")
        self.wait("document.body.innerText.includes('Written anew: ')")
        self.desk.append(MONTH, "extra: 1\n")
        self.wait(f"{OVERLAY} !== undefined")
        self.assertEqual(self.wait(f"{OVERLAY}.querySelector('pre').textContent"), preview.said()[said:])
        self.assertEqual(self.wait(f"{OVERLAY}.querySelector('[role=alertdialog]').getBoundingClientRect().bottom"), self.wait("innerHeight"))
        self.assertTrue(self.wait("document.querySelector('h1').checkVisibility() && document.body.innerText.includes('Written anew: ')"))
        self.browser.execute_script(f"{OVERLAY}.querySelector('button').click()")
        self.wait(f"{OVERLAY} === undefined")
        self.desk.append(MONTH, "more: 1\n")
        self.wait(f"{OVERLAY} !== undefined && {OVERLAY}.querySelector('pre').textContent.includes('`more`')")
        self.desk.replace(MONTH, "extra: 1\nmore: 1\n", "")
        self.wait(f"{OVERLAY} === undefined")
        self.desk.replace(ABOUT, "Written anew: ", "Mended: ")
        self.wait("document.body.innerText.includes('Mended: ')")
        self.assertEqual([entry for entry in self.browser.get_log("browser") if entry["level"] == "SEVERE"], [])

    def test_a_first_build_with_mistakes_becomes_the_site_and_no_worker_stays(self):
        self.desk.append(MONTH, "extra: 1\n")
        preview = self.preview()
        self.browser.get(f"http://localhost:{preview.port}{PAGE}")
        self.wait(f"{OVERLAY} !== undefined && {OVERLAY}.querySelector('pre').textContent.includes('`extra`')")
        self.desk.replace(MONTH, "extra: 1\n", "")
        self.wait("document.querySelector('h1') !== null && document.readyState === 'complete'")
        WebDriverWait(self.browser, SECONDS, 0.05).until(lambda browser: browser.execute_async_script(
            "navigator.serviceWorker.getRegistrations().then(all => caches.keys().then(names => arguments[0](all.length + names.length === 0)))"))


OVERLAY = "document.querySelector('#loa-mistakes')?.shadowRoot"


if __name__ == "__main__":
    loa.main()
