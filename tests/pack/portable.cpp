#include "pack/portable.h"

#include <doctest/doctest.h>

namespace {

/// A page of the site at "/tre-em/", made portable.
std::string page(const std::string& html, const std::string& path = "vi/khau-hieu/index.html") {
  std::vector<base::File> files{{path, html}};
  pack::make_portable(files, "/tre-em/", 1);
  return files.front().bytes;
}

}  // namespace

TEST_CASE("portable: an address of the site becomes relative to the page and names its file") {
  const auto from = [](std::string_view file, std::string_view address) { return pack::relative_address(address, file, "/tre-em/"); };
  CHECK(from("vi/a/b/index.html", "/tre-em/en/a/b/") == "../../../en/a/b/index.html");
  CHECK(from("vi/a/b/index.html", "/tre-em/vi/a/") == "../index.html");
  CHECK(from("vi/a/index.html", "/tre-em/vi/a/") == "index.html");
  CHECK(from("vi/a/index.html", "/tre-em/vi/a/b/?q=1#c") == "b/index.html?q=1#c");
  CHECK(from("vi/a/index.html", "/tre-em/") == "../../index.html");
  CHECK(from("vi/index.html", "/tre-em/assets/style.css?v=1") == "../assets/style.css?v=1");
  CHECK(from("index.html", "/tre-em/vi/") == "vi/index.html");
  CHECK(from("404.html", "/tre-em/") == "index.html");
  CHECK(from("vi/index.html", "/tre-em/media/%E1%BA%A3nh.jpg") == "../media/%E1%BA%A3nh.jpg");
}

TEST_CASE("portable: every address of a set of pictures becomes relative, and nothing else of it changes") {
  CHECK(page("<img srcset=\"/tre-em/media/a-320.jpg 320w, /tre-em/media/a-640.jpg 640w\">") ==
        "<img srcset=\"../../media/a-320.jpg 320w, ../../media/a-640.jpg 640w\">");
  CHECK(page("<link imagesrcset='/tre-em/a.jpg'>") == "<link imagesrcset='../../a.jpg'>");
  CHECK(page("<source srcset=\" /tre-em/a.jpg  1x ,\n/tre-em/b.jpg 2x , https://c.vn/c.jpg 3x \">") == "<source srcset=\" ../../a.jpg  1x ,\n../../b.jpg 2x , https://c.vn/c.jpg 3x \">");
  CHECK(page("<img srcset=\"/tre-em/a.png, /tre-em/b.png 2x\">") == "<img srcset=\"../../a.png, ../../b.png 2x\">");
  CHECK(page("<img srcset=\" , ,\">") == "<img srcset=\" , ,\">");
  CHECK(page("<img srcset=\"/tre-em/a.png,,,\">") == "<img srcset=\"../../a.png,,,\">");
  CHECK(page("<img srcset=\"\">") == "<img srcset=\"\">");
}

TEST_CASE("portable: an address that is relative already names its file, too") {
  const auto from = [](std::string_view file, std::string_view address) { return pack::relative_address(address, file, "/"); };
  CHECK(from("vi/a/index.html", "../b/#c") == "../b/index.html#c");
  CHECK(from("vi/a/index.html", "./") == "./index.html");
  CHECK(from("vi/a/index.html", "../../") == "../../index.html");
  CHECK(from("vi/a/index.html", "b.pdf") == "b.pdf");
}

TEST_CASE("portable: what leads elsewhere or nowhere stays") {
  for (const auto address : {"#menu", "", "?q=1", "https://example.org/tre-em/vi/", "//example.org/", "tel:111", "mailto:a@example.org", "/other/", "/tre-em"})
    CHECK(pack::relative_address(address, "vi/index.html", "/tre-em/") == address);
  CHECK(pack::relative_address("//example.org/", "vi/index.html", "/") == "//example.org/");
}

TEST_CASE("portable: addresses in attributes, however they are quoted, and of inline drawings") {
  CHECK(page("<a href=\"/tre-em/vi/\" hreflang=\"vi\">a</a><img src='/tre-em/media/a.png' alt=\"/tre-em/vi/\"><form action=/tre-em/vi/tim/>") ==
        "<a href=\"../index.html\" hreflang=\"vi\">a</a><img src='../../media/a.png' alt=\"/tre-em/vi/\"><form action=../tim/index.html>");
  CHECK(page("<svg><use xlink:href=\"/tre-em/assets/a.svg#b\"/></svg><video poster=\"/tre-em/a.png\">") ==
        "<svg><use xlink:href=\"../../assets/a.svg#b\"/></svg><video poster=\"../../a.png\">");
}

TEST_CASE("portable: the root of the site for scripts is a folder") {
  CHECK(page("<script src=\"/tre-em/assets/a.js\" data-root=\"/tre-em/\" defer></script>") ==
        "<script src=\"../../assets/a.js\" data-root=\"../../\" defer></script>");
  CHECK(page("<p data-root=\"/tre-em/\">", "index.html") == "<p data-root=\"./\">");
}

TEST_CASE("portable: a page that leads on by itself") {
  CHECK(page("<meta http-equiv=\"refresh\" content=\"0; url=/tre-em/vi/a/\">") == "<meta http-equiv=\"refresh\" content=\"0; url=../a/index.html\">");
  CHECK(page("<meta content=\"0;URL='/tre-em/vi/'\" http-equiv=Refresh>") == "<meta content=\"0;URL='../index.html'\" http-equiv=Refresh>");
  CHECK(page("<meta http-equiv=\"refresh\" content=\"5\"><meta name=\"x\" content=\"0; url=/tre-em/\">") ==
        "<meta http-equiv=\"refresh\" content=\"5\"><meta name=\"x\" content=\"0; url=/tre-em/\">");
}

TEST_CASE("portable: what is said on the page, to programs and in comments stays") {
  const std::string said = "<title>/tre-em/ href=\"/tre-em/\"</title><link rel=\"canonical\" href=\"https://example.org/tre-em/vi/\">"
                           "<meta property=\"og:image\" content=\"https://example.org/tre-em/a.png\">"
                           "<script type=\"application/ld+json\">{\"url\": \"/tre-em/vi/\"}</script><!-- <a href=\"/tre-em/\"> -->"
                           "<p>&lt;a href=\"/tre-em/vi/\"&gt; href=\"/tre-em/\"</p>";
  CHECK(page(said) == said);
}

TEST_CASE("portable: files that are no pages stay") {
  std::vector<base::File> files{{"a.svg", "<a href=\"/tre-em/\"/>"}, {"a.html", "<a href=\"/tre-em/\">"}};
  pack::make_portable(files, "/tre-em/", 2);
  CHECK(files[0].bytes == "<a href=\"/tre-em/\"/>");
  CHECK(files[1].bytes == "<a href=\"index.html\">");
}
