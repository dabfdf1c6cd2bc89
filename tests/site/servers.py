"""The published site behind real web servers, each with the very configuration that docs/hosting.md tells.

test.sh unpacks the servers below the build folder: nothing is installed, no service exists. Each is started here on a free port of
this machine alone, and ended.
"""

import http.client
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import loa

DOCUMENTED_FOLDER = "/srv/site/public"
CONFIGURATIONS = dict(re.findall(r"(?ms)^```(\w+)\n(.*?)^```", (loa.PROJECT / "docs/hosting.md").read_text(encoding="utf-8")))
TYPES = {".html": {"text/html"}, ".css": {"text/css"}, ".js": {"text/javascript", "application/javascript"}, ".svg": {"image/svg+xml"},
         ".png": {"image/png"}, ".ics": {"text/calendar"}, ".xml": {"text/xml", "application/xml"}, ".json": {"application/json"},
         ".csv": {"text/csv"}, ".txt": {"text/plain"}}


class Answer:
    def __init__(self, response):
        self.status, self.bytes = response.status, response.read()
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.type, _, parameters = self.headers.get("content-type", "").partition(";")
        self.charset = parameters.strip().lower().removeprefix("charset=")


class Server:
    """One server at work: started from the documented text, with `folder` and a free port filled in."""
    name, documented_port, encodings, has_own_404, says_charset = "", "80", (), True, True

    def __init__(self, folder, base_path):
        self.folder, self.base_path = folder, base_path
        self.room = Path(tempfile.mkdtemp(prefix="loa-server-"))
        self.room.chmod(0o755)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        text = CONFIGURATIONS[self.name]
        for documented, here in ((DOCUMENTED_FOLDER, str(folder)), ("/404.html", base_path + "404.html"), *self.places()):
            assert documented in text or documented == "/404.html" and not self.has_own_404, f"{self.name}: no {documented}"
            text = text.replace(documented, here)
        libraries = ":".join(map(str, UNPACKED.glob("usr/lib/*-linux-gnu")))
        self.said = open(self.room / "said", "w+b")
        self.process = subprocess.Popen(self.command(text), cwd=self.room, stdin=subprocess.DEVNULL, stdout=self.said, stderr=self.said,
                                        env=loa.surroundings(LD_LIBRARY_PATH=libraries, HOME=str(self.room)))
        self.wait()

    def places(self):
        """What else of the documented text is of another machine: pairs of there and here."""
        return ((self.documented_port, f"{self.port}"),)

    def command(self, text):
        raise NotImplementedError

    def write(self, name, text):
        (self.room / name).write_text(text, encoding="utf-8")
        return str(self.room / name)

    def wait(self):
        for _ in range(200):
            try:
                return socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.05)
        self.said.seek(0)
        said = self.said.read().decode()
        self.end()
        raise AssertionError(f"{self.name} does not start: {said}")

    def end(self):
        self.process.terminate()
        self.process.wait(20)
        self.said.close()
        shutil.rmtree(self.room)

    def ask(self, path, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", self.base_path + path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = Answer(connection.getresponse())
        connection.close()
        return answer


class Nginx(Server):
    name, encodings = "nginx", ("br", "gzip")

    def places(self):
        return (("listen 80", f"listen 127.0.0.1:{self.port}"), ("include mime.types", f"include {UNPACKED}/etc/nginx/mime.types"))

    def command(self, text):
        folders = "".join(f"{kind}_temp_path {self.room}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        module = UNPACKED / "usr/lib/nginx/modules/ngx_http_brotli_static_module.so"
        config = self.write("nginx.conf", f"load_module {module};\nuser nobody nogroup;\npid {self.room}/pid;\nerror_log stderr;\ndaemon off;\n"
                            f"events {{}}\nhttp {{\naccess_log off;\n{folders}{text}}}\n")
        return [UNPACKED / "usr/sbin/nginx", "-c", config, "-p", self.room, "-e", "stderr"]


class Caddy(Server):
    name, encodings = "caddy", ("br", "gzip")

    def places(self):
        return (("example.org", f"http://127.0.0.1:{self.port}"),)

    def command(self, text):
        config = self.write("Caddyfile", "{\n\tadmin off\n}\n" + text)
        return [UNPACKED / "usr/bin/caddy", "run", "--config", config, "--adapter", "caddyfile"]


class Apache(Server):
    name, encodings = "apache", ("br", "gzip")

    def places(self):
        return (("*:80", f"127.0.0.1:{self.port}"),)

    def command(self, text):
        modules = "".join(f"LoadModule {name}_module {UNPACKED}/usr/lib/apache2/modules/mod_{name}.so\n"
                          for name in ("mpm_event", "authz_core", "dir", "mime", "rewrite", "headers"))
        config = self.write("apache.conf", f"{modules}ServerName localhost\nListen 127.0.0.1:{self.port}\nPidFile {self.room}/pid\nErrorLog {self.room}/said\n"
                            f"DefaultRuntimeDir {self.room}\nMutex file:{self.room}\nUser nobody\nGroup nogroup\n"
                            f"TypesConfig {UNPACKED}/etc/mime.types\n"
                            # What stands in Debian's apache2.conf and mime.conf, which the documented text has to live with.
                            "<Directory />\nAllowOverride None\nRequire all denied\n</Directory>\n"
                            f"AddType application/x-gzip .gz .tgz\nAddLanguage br .br\n{text}")
        return [UNPACKED / "usr/sbin/apache2", "-d", self.room, "-f", config, "-DFOREGROUND"]


class SharedApache(Apache):
    """A hosting company's: the same text as a file `.htaccess` in the folder of the site."""

    def command(self, text):
        own = re.search(r"(?s)<Directory .*?>\n(.*)</Directory>", text)[1] + re.search(r"ErrorDocument .*\n", text)[0]
        (self.folder / self.base_path.strip("/") / ".htaccess").write_text(own, encoding="utf-8")
        return super().command(f"DocumentRoot {self.folder}\n<Directory {self.folder}>\nAllowOverride All\nOptions -Indexes\n</Directory>\n")


class Lighttpd(Server):
    name = "lighttpd"

    def places(self):
        return (("server.port = 80", f'server.port = {self.port}\nserver.bind = "127.0.0.1"'),)

    def command(self, text):
        return [UNPACKED / "usr/sbin/lighttpd", "-D", "-f", self.write("lighttpd.conf", text), "-m", UNPACKED / "usr/lib/lighttpd"]


class Busybox(Server):
    name, encodings = "busybox", ("gzip",)

    def places(self):
        return ()

    def command(self, text):
        return [UNPACKED / "bin/busybox", "httpd", "-f", "-p", f"127.0.0.1:{self.port}", "-h", self.folder, "-c", self.write("httpd.conf", text)]


class Python(Server):
    name, documented_port, has_own_404, says_charset = "python", "8000", False, False

    def command(self, text):
        return [*shlex.split(text), "--bind", "127.0.0.1"]


class Servers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        desk = loa.Desk()
        cls.addClassCleanup(desk.close)
        desk.folder.chmod(0o755)
        cls.servers = []
        (desk / "below").mkdir(mode=0o755)
        (desk / "below/tre-em").symlink_to(desk / "tre-em")
        for base_path, output, served in (("/", "root", "root"), ("/tre-em/", "tre-em", "below")):
            outcome = desk.run("build", "--base-url", f"https://example.org{base_path}", "--output", output, "--compress")
            assert (outcome.status, outcome.err, outcome.out.count("\n")) == (0, "", 1), outcome
            cls.files = {base_path: loa.tree(desk / output)} | getattr(cls, "files", {})
            for kind in (Nginx, Caddy, Apache, SharedApache, Lighttpd, Busybox, Python):
                cls.servers.append(kind(desk / served, base_path))
                cls.addClassCleanup(cls.servers[-1].end)

    def test_no_server_has_to_say_anything_for_the_pages_to_be_safe(self):
        for path, html in self.files["/"].items():
            if path.endswith(".html"):
                head = html[:html.index(b"<script")]
                self.assertRegex(head, rb"""<meta http-equiv="Content-Security-Policy" content="default-src '(none|self)';""", path)
                self.assertIn(b'<meta name="referrer" content="no-referrer">', head, path)

    def on_every(self, test):
        for server in self.servers:
            with self.subTest(server=type(server).__name__, base_path=server.base_path):
                test(server, self.files[server.base_path])

    @staticmethod
    def one_of_each(files):
        """The path of one file of each type."""
        return {Path(path).suffix: path for path in sorted(files) if Path(path).suffix in TYPES}

    def test_pages_are_found_by_the_address_of_their_folder(self):
        def look(server, files):
            for path in ("index.html", "vi/index.html", "en/about/index.html"):
                answer = server.ask(path.removesuffix("index.html"))
                self.assertEqual((answer.status, answer.type, answer.bytes), (200, "text/html", files[path]))
        self.on_every(look)

    def test_an_address_without_its_last_slash_leads_on(self):
        def look(server, files):
            answer = server.ask("en/about")
            self.assertIn(answer.status, (301, 302, 307, 308))
            self.assertTrue(answer.headers["location"].endswith(f"{server.base_path}en/about/"), answer.headers["location"])
            self.assertEqual(server.ask("en/about/").bytes, files["en/about/index.html"])
        self.on_every(look)

    def test_every_type_of_file_is_what_it_is(self):
        def look(server, files):
            found = self.one_of_each(files)
            self.assertLessEqual({".html", ".css", ".js", ".svg", ".xml", ".json", ".csv", ".txt"}, set(found))
            for suffix, path in found.items():
                answer = server.ask(path)
                self.assertEqual((answer.status, answer.bytes), (200, files[path]), path)
                self.assertIn(answer.type, TYPES[suffix], path)
        self.on_every(look)

    def test_text_is_utf_8(self):
        def look(server, files):
            for suffix, path in self.one_of_each(files).items():
                if suffix == ".html":
                    self.assertIn(b'<meta charset="utf-8">', files[path][:1024])
                answer = server.ask(path)
                if suffix in (".html", ".css", ".csv", ".ics", ".txt") and server.says_charset:
                    self.assertEqual(answer.charset, "utf-8", path)
                self.assertIn(answer.charset, ("", "utf-8"), path)
        self.on_every(look)

    def test_what_is_not_there_gives_the_site_s_page_for_it(self):
        def look(server, files):
            for path in ("nothing", "vi/nothing/", "vi/nothing/at/all.html"):
                answer = server.ask(path)
                self.assertEqual((answer.status, answer.type), (404, "text/html"))
                self.assertEqual(answer.bytes == files["404.html"], server.has_own_404)
        self.on_every(look)

    def test_compressed_copies_are_sent_to_those_who_can_read_them(self):
        def look(server, files):
            for path in ("vi/index.html", "assets/style.css", "sitemap.xml"):
                for encoding, suffix in (("br", ".br"), ("gzip", ".gz")):
                    answer = server.ask(path, Accept_Encoding=encoding)
                    sent = encoding in server.encodings
                    self.assertEqual(answer.headers.get("content-encoding"), encoding if sent else None, path)
                    self.assertEqual(answer.bytes, files[path + suffix] if sent else files[path], path)
                    self.assertIn(answer.type, TYPES[Path(path).suffix])
                    if "br" in server.encodings:  # so that no cache sends a form to those who cannot read it
                        self.assertIn("accept-encoding", answer.headers.get("vary", "").lower(), path)
                plain = server.ask(path, Accept_Encoding="identity")
                self.assertEqual((plain.headers.get("content-encoding"), plain.bytes), (None, files[path]))
        self.on_every(look)

    def test_nothing_is_kept_for_long_without_asking(self):
        def look(server, _):
            for path in ("sw.js", "vi/", "assets/style.css"):
                headers = server.ask(path).headers
                self.assertNotIn("expires", headers)
                self.assertNotIn("max-age", headers.get("cache-control", ""))
        self.on_every(look)


if __name__ == "__main__":
    UNPACKED = Path(sys.argv[1]).resolve().parent / "servers"
    loa.main()
