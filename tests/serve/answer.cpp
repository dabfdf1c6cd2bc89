#include "serve/answer.h"

#include <doctest/doctest.h>

using namespace serve;
using base::Tongue;

namespace {

Edition small_site() {
  Edition edition;
  edition.files = {{"404.html", "<body>none</body>"}, {"index.html", "<body>home</body>"}, {"vi/đi/index.html", "đi"}, {"assets/a.css", "b"}, {"data/x", "y"}};
  edition.name = "n1";
  return edition;
}

const std::string script = "<script src=\"/.loa/serve.js\" data-edition=\"n1\"></script>\n";

std::string told(std::string_view path, const Edition& edition = small_site()) {
  const auto found = answer(edition, path, Tongue::en);
  return std::to_string(found.status) + " " + found.type + " " + found.location + found.body;
}

}  // namespace

TEST_CASE("answer: a path is a file, a folder its index, a folder without its slash the way there") {
  CHECK(told("/") == "200 text/html; charset=utf-8 <body>home" + script + "</body>");
  CHECK(told("/index.html") == told("/"));
  CHECK(told("/vi/đi/") == "200 text/html; charset=utf-8 đi" + script);
  CHECK(told("/vi/đi") == "308 text/plain; charset=utf-8 /vi/%C4%91i/");
  CHECK(told("/assets/a.css") == "200 text/css; charset=utf-8 b");
  CHECK(told("/data/x") == "200 application/octet-stream y");
}

TEST_CASE("answer: what is not there is the site's own page that says so") {
  const std::string none = "404 text/html; charset=utf-8 <body>none" + script + "</body>";
  for (const std::string_view path : {"/vi", "/vi/", "/../index.html", "/./", "//", "//vi/đi", "/index.html/", "/assets", "/\xff", "/content/site.yaml"}) CHECK(told(path) == none);
  CHECK(told(std::string_view("/index.html\0", 12)) == none);
  CHECK(told("/.loa/other") == "404 text/plain; charset=utf-8 There is nothing at this address.\n");
  CHECK(told("") == told("/.loa/other"));
  CHECK(told("index.html") == told("/.loa/other"));
}

TEST_CASE("answer: before there is a site, every page tells the mistakes") {
  Edition edition;
  edition.mistakes = "a <b>";
  CHECK(answer(edition, "/vi/", Tongue::vi).status == 503);
  CHECK(answer(edition, "/vi/", Tongue::vi).body.find("<pre>a &lt;b&gt;</pre>") != std::string::npos);
  CHECK(answer(edition, "/.loa/serve.js", Tongue::vi).status == 200);
}

TEST_CASE("answer: the service worker is not the site's, which would keep pages") {
  Edition edition = small_site();
  edition.files["sw.js"] = "keep()";
  CHECK(answer(edition, "/sw.js", Tongue::en).body.find("registration.unregister()") != std::string::npos);
}

TEST_CASE("answer: a page of translations, once there is one") {
  Edition edition = small_site();
  CHECK(told("/.loa/translations", edition) == told("/.loa/other"));
  edition.translations = "<body>en</body>";
  CHECK(told("/.loa/translations", edition) == "200 text/html; charset=utf-8 <body>en" + script + "</body>");
}

TEST_CASE("answer: what the page is told, on one line") {
  Edition edition = small_site();
  edition.mistakes = "one\ntwo";
  CHECK(to_json(edition, Tongue::vi) ==
        R"({"edition": "n1", "mistakes": "one\ntwo", "language": "vi", "title": "Có lỗi; trang bên dưới là bản tốt gần nhất", "close": "Đóng"})");
}

TEST_CASE("host: only the names of this machine, with the port") {
  for (const std::string_view own : {"localhost:8000", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000"}) CHECK_MESSAGE(is_own_host(own, 8000), own);
  for (const std::string_view other : {"", "localhost", "localhost:80", "localhost:80000", "example.org:8000", "127.0.0.1.example.org:8000", "localhost.:8000", " localhost:8000"})
    CHECK_MESSAGE(!is_own_host(other, 8000), other);
  CHECK(is_own_host("localhost", 80));
}
