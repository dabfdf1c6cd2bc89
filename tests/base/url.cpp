#include "base/url.h"

#include <doctest/doctest.h>

using namespace base;

TEST_CASE("scheme: in lower case, and only where it is one") {
  CHECK(scheme("HTTPS://a.vn") == "https");
  CHECK(scheme("view-source:x") == "view-source");
  CHECK(scheme("a/b:c") == "");
  CHECK(scheme(" https://a.vn") == "");
  CHECK(scheme("java\tscript:x") == "");
  CHECK(scheme(":x") == "");
  CHECK(scheme("1a:x") == "");
}

TEST_CASE("links: https, http, mailto, tel and paths may be linked to") {
  for (const char* good :
       {"https://a.vn", "http://a.vn/x?y=1#z", "HTTP://A.VN", "mailto:a@b.vn", "tel:111", "/vi/", "a/b.html", "#top",
        "?q=a:b", "./a:b", "", "https://a.vn/đường", "https://a.vn/?next=https://b@c"})
    CHECK_MESSAGE(check_link(good) == LinkTrouble::none, good);
}

TEST_CASE("links: what runs, hides or tracks may not") {
  for (const char* bad : {"javascript:alert(1)", "data:text/html,x", "blob:x", "intent:x", "ms-word:x", "file:///etc",
                          "view-source:https://a", "x:y", "đ:x"})
    CHECK_MESSAGE(check_link(bad) == LinkTrouble::scheme, bad);
  for (const char* bad : {"//a.vn/x", "https:a.vn", "https:///x", "https://", "https://:80/", "mailto:", "tel:"})
    CHECK_MESSAGE(check_link(bad) == LinkTrouble::no_host, bad);
  for (const char* bad : {"https://user@a.vn", "https://bank.vn:x@a.vn/"})
    CHECK_MESSAGE(check_link(bad) == LinkTrouble::user_in_host, bad);
  for (const char* bad : {"file:///etc", "FILE:x", "C:\\a.jpg", "c:/a.jpg", "http://localhost:8000/vi/", "https://127.0.0.1/", "http://[::1]:80"})
    CHECK_MESSAGE(is_of_this_machine(bad), bad);
  for (const char* other : {"https://localhost.vn/", "/c/a.jpg", "c:", "mailto:a@localhost"}) CHECK_MESSAGE(!is_of_this_machine(other), other);
  for (const char* bad : {"java\nscript:x", "\\\\a.vn", "https://a.vn\\@b", "https://a.vn/ x", "a\x7f",
                          "https://a.vn/\u202Egpj.exe", "\u200B//x", "/\u00A0"})
    CHECK_MESSAGE(check_link(bad) == LinkTrouble::bad_character, bad);
}

TEST_CASE("paths: all but plain characters is percent-encoded") {
  CHECK(encode_path("/vi/đường a+b~c.html") == "/vi/%C4%91%C6%B0%E1%BB%9Dng%20a%2Bb~c.html");
}

TEST_CASE("path: encoding is undone, and what is not encoded stays") {
  CHECK(decode_path("/vi/%C4%91%C6%B0%E1%BB%9dng%20a+b.html") == "/vi/đường a+b.html");
  CHECK(decode_path("100%") == "100%");
  CHECK(decode_path("%4") == "%4");
  CHECK(decode_path("%zz%41%") == "%zzA%");
  CHECK(decode_path("") == "");
}

TEST_CASE("base address: its path, from slash to slash") {
  CHECK(path_of_base("https://a.vn") == "/");
  CHECK(path_of_base("https://a.vn/x/y") == "/x/y/");
  CHECK(path_of_base("HTTP://a.vn/x/") == "/x/");
  for (const char* bad : {"", "a.vn", "/x/", "mailto:a@b", "https://a.vn/?q", "https://a.vn/#a", "https://u@a.vn/"})
    CHECK(path_of_base(bad) == "");
}
