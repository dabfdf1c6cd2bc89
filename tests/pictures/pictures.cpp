#include <doctest/doctest.h>

#include "base/file.h"
#include "pictures/apart.h"
#include "pictures/bytes.h"
#include "pictures/cache.h"
#include "pictures/format.h"
#include "pictures/scale.h"
#include "support/workspace.h"

using pictures::Format;
using pictures::Picture;
using pictures::Size;
using pictures::Trouble;

namespace {

std::vector<Size> sizes(int width, int height) { return pictures::sizes_of({width, height}); }

}  // namespace

TEST_CASE("pictures: the first bytes tell the format, whatever the name") {
  using namespace std::string_literals;
  CHECK(pictures::format_of("\xFF\xD8\xFF\xE0") == Format::jpeg);
  CHECK(pictures::format_of("\x89PNG\r\n\x1A\n") == Format::png);
  CHECK(pictures::format_of(support::a_gif) == Format::gif);
  CHECK(pictures::format_of("RIFF\0\0\0\0WEBPVP8 "s) == Format::webp);
  CHECK(pictures::format_of("\0\0\0\x1C" "ftypavif\0\0\0\0"s) == Format::avif);
  CHECK(pictures::format_of("\0\0\0\x1C" "ftypmif1\0\0\0\0avifmif1miaf"s) == Format::avif);
  CHECK(pictures::format_of("\0\0\0\x18" "ftypheic\0\0\0\0mif1heic"s) == Format::heic);
  for (const auto& other : {""s, "\xFF\xD8"s, "GIF88a"s, "RIFF\0\0\0\0WAVEfmt "s, "RIFF"s, "RIFFWEBP"s, "%PDF-1.7"s, "<svg/>"s, "\0\0\0\x18" "ftypmp42\0\0\0\0mp42isom"s, "\0\0\0\x08" "ftypheic\0\0\0\0mif1"s})
    CHECK_MESSAGE(pictures::format_of(other) == Format::none, other);
}

TEST_CASE("pictures: names of formats") {
  for (const auto name : {"jpg", "png", "gif", "webp", "avif", "heic"}) CHECK(pictures::name_of(pictures::format_named(name)) == name);
  CHECK(pictures::name_of(pictures::format_named("jpeg")) == "jpg");
  CHECK(pictures::format_named("bmp") == Format::none);
  CHECK(pictures::name_of(Format::none) == "");
}

TEST_CASE("pictures: sizes for screens, none larger than the picture, no two nearly alike") {
  CHECK(sizes(4000, 3000) == std::vector<Size>{{320, 240}, {640, 480}, {960, 720}, {1280, 960}});
  CHECK(sizes(3000, 4000) == std::vector<Size>{{320, 427}, {640, 853}, {960, 1280}, {1280, 1707}});
  CHECK(sizes(1280, 1) == std::vector<Size>{{320, 1}, {640, 1}, {960, 1}, {1280, 1}});
  CHECK(sizes(1000, 500) == std::vector<Size>{{320, 160}, {640, 320}, {1000, 500}});
  CHECK(sizes(400, 300) == std::vector<Size>{{320, 240}, {400, 300}});
  CHECK(sizes(399, 300) == std::vector<Size>{{399, 300}});
  CHECK(sizes(1000, 20000) == std::vector<Size>{{256, 5120}});
  CHECK(sizes(1, 60000) == std::vector<Size>{{1, 5120}});
  CHECK(sizes(1, 1) == std::vector<Size>{{1, 1}});
}

TEST_CASE("pictures: what is kept is the same as what is made, and nothing is made of what is no picture") {
  const support::Workspace workspace;
  const std::string gif(support::a_gif);
  const Picture made = pictures::scale_apart(gif), first = pictures::scale_once(gif), kept = pictures::scale_once(gif);
  CHECK((made.trouble == Trouble::none && made.extension == "png" && made.whole == Size{1, 1}));
  REQUIRE(made.scaled.size() == 1);
  CHECK(made.scaled[0].bytes.starts_with("\x89PNG"));
  for (const auto* other : {&first, &kept}) {
    CHECK((other->trouble == made.trouble && other->extension == made.extension && other->whole == made.whole));
    REQUIRE(other->scaled.size() == 1);
    CHECK((other->scaled[0].size == made.scaled[0].size && other->scaled[0].bytes == made.scaled[0].bytes));
  }
  CHECK(base::list(".cache/loa/pictures").size() == 1);
  CHECK(pictures::scale_once("no picture").trouble == Trouble::broken);
  CHECK(base::list(".cache/loa/pictures").size() == 1);
}

TEST_CASE("pictures: as bytes and back, and never of bytes that are not whole") {
  Picture picture;
  picture.trouble = Trouble::too_large, picture.whole = {3, 4}, picture.most_pixels = 5, picture.extension = "jpg";
  picture.scaled = {{{1, 2}, std::string("a\n\0b", 4)}, {{3, 4}, ""}, {{5, 6}, "12 3\n\n"}};
  const auto bytes = pictures::to_bytes(picture);
  const auto same = pictures::from_bytes(bytes);
  REQUIRE(same);
  CHECK(pictures::to_bytes(*same) == bytes);
  CHECK((same->trouble == picture.trouble && same->whole == picture.whole && same->most_pixels == 5 && same->extension == "jpg" && same->scaled.size() == 3));
  for (std::size_t i = 0; i < 3; ++i) CHECK((same->scaled[i].size == picture.scaled[i].size && same->scaled[i].bytes == picture.scaled[i].bytes));
  for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(pictures::from_bytes(bytes.substr(0, size)));
  CHECK_FALSE(pictures::from_bytes(bytes + "x"));
}

TEST_CASE("pictures: what is no picture is a broken one, in a process of its own too") {
  for (const auto& bytes : {std::string(), std::string("no picture"), std::string(support::a_gif.substr(0, 20))}) CHECK(pictures::scale_apart(bytes).trouble == Trouble::broken);
}
