#include "base/text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <clocale>

using namespace base;

TEST_CASE("UTF-8: the first wrong byte is found, wherever it stands") {
  CHECK_FALSE(first_non_utf8(""));
  CHECK_FALSE(first_non_utf8("Trẻ em cần được lắng nghe, bảo vệ và tôn trọng 👧🏽"));
  CHECK(first_non_utf8("abcdefgh\xff") == 8);
  CHECK(first_non_utf8("abcdefghijklmno\x80pq") == 15);
  CHECK(first_non_utf8("\xc0\xaf") == 0);          // overlong
  CHECK(first_non_utf8("\xe0\x9f\xbf") == 0);      // overlong
  CHECK(first_non_utf8("a\xed\xa0\x80") == 1);     // a surrogate
  CHECK(first_non_utf8("\xf4\x90\x80\x80") == 0);  // above U+10FFFF
  CHECK(first_non_utf8("\xf0\x8f\xbf\xbf") == 0);  // overlong
  CHECK(first_non_utf8("tr\xe1\xba") == 2);        // cut off
  CHECK_FALSE(first_non_utf8("\xed\x9f\xbf\xee\x80\x80\xf4\x8f\xbf\xbf"));
}

TEST_CASE("plainly clean: what nearly every file is, and nothing that would have to be looked at") {
  CHECK(is_plainly_clean(""));
  CHECK(is_plainly_clean("Lời hứa của trẻ em – “đường”, ƯU TIÊN\n\tnguồn lực…"));
  for (const auto odd : {"a\x01", "a\x7f", "a\r\n", "tre\u0309", "\u0085", "\u202e", "\u2028", "\ufeff", "\u2000", "tr\xe1\xba", "\xc3", "\xc3(", "\xe1\xba(",
                         "\xff", "👧", "₫"})
    CHECK_FALSE(is_plainly_clean(odd));
}

TEST_CASE("form C: what is composed stays, what is apart is put together") {
  CHECK(nfc("Lời hứa của trẻ em – “đường” 25.000 ₫…") == "Lời hứa của trẻ em – “đường” 25.000 ₫…");
  CHECK(nfc("tre\u0309 em") == "trẻ em");
  CHECK(nfc("\u0041\u030A \u212B") == "Å Å");
  CHECK(nfc("o\u0323\u0302") == "ộ");
  CHECK(nfc("e\u0302\u0323") == "ệ");
  CHECK(nfc("") == "");
}

TEST_CASE("fold: lower case, no marks, đ as d") {
  CHECK(fold("Diễn Đàn Trẻ Em 2024") == "dien dan tre em 2024");
  CHECK(fold("đường ĐƯỢC ƯỚC Ỷ") == "duong duoc uoc y");
  CHECK(fold("e\u0309\u0323") == "e");
  CHECK(fold("Đường – “Ánh”") == "duong – “anh”");
  CHECK(fold("Ελλάδα 漢字 ÜBER") == "ελλαδα 漢字 uber");
}

TEST_CASE("capitalized: the first character, whatever letter it is, and no other") {
  CHECK(capitalized("đến hết ngày") == "Đến hết ngày");
  CHECK(capitalized("ǆ a") == "ǅ a");
  CHECK(capitalized("15 ngày") == "15 ngày");
  CHECK(capitalized("") == "");
}

TEST_CASE("lower: each character by itself, marks stay") {
  CHECK(lower("Ảnh ĐƯỜNG a/B.JPG") == "ảnh đường a/b.jpg");
  CHECK(lower("\xff") == "\xff");
}

TEST_CASE("slug: plain words with hyphens, at most 80 bytes, whole words") {
  CHECK(slug("Diễn đàn trẻ em – Lạng Sơn (2024)!") == "dien-dan-tre-em-lang-son-2024");
  CHECK(slug("  ---  ") == "");
  CHECK(slug("漢字") == "");
  CHECK(slug("H'Mông, Đắk Lắk") == "h-mong-dak-lak");
  CHECK(slug(std::string(200, 'a')) == std::string(80, 'a'));
  CHECK(slug(std::string(70, 'a') + " " + std::string(20, 'b')) == std::string(70, 'a'));
  CHECK(slug(std::string(80, 'a') + " b") == std::string(80, 'a'));
}

TEST_CASE("slug: only what a slug may be is one") {
  for (const char* good : {"a", "a-b", "2024", "lang-son"}) CHECK(is_slug(good));
  for (const char* bad : {"", "-a", "a-", "a--b", "A", "a_b", "ă", "a b"}) CHECK_FALSE(is_slug(bad));
  CHECK_FALSE(is_slug(std::string(81, 'a')));
}

TEST_CASE("characters: read one by one, with wrong bytes as one each") {
  const std::string text =
      "aẻ\xff"
      "漢";
  std::size_t at = 0;
  CHECK(next_character(text, at) == U'a');
  CHECK(next_character(text, at) == U'ẻ');
  CHECK(next_character(text, at) == char32_t{0xFFFD});
  CHECK(next_character(text, at) == U'漢');
  CHECK(at == text.size());
  CHECK(count_characters("trẻ em") == 6);
  CHECK(width(U'漢') == 2);
  CHECK(width(char32_t{0x301}) == 0);
}

namespace {

template <std::size_t size>
std::string sorted(std::array<std::string, size> words, std::string_view language) {
  std::sort(words.begin(), words.end(),
            [&](const auto& a, const auto& b) { return sort_key(a, language) < sort_key(b, language); });
  std::string all;
  for (const std::string& word : words) all += word + " ";
  return all;
}

}  // namespace

TEST_CASE("order: Vietnamese letters a ă â, d đ, e ê, o ô ơ, u ư; letters before tones") {
  CHECK(sorted(std::array<std::string, 8>{"ư", "u", "ơ", "ô", "o", "â", "ă", "a"}, "vi") == "a ă â o ô ơ u ư ");
  CHECK(sorted(std::array<std::string, 4>{"đa", "dz", "ê", "ez"}, "vi") == "dz đa ez ê ");
  CHECK(sorted(std::array<std::string, 7>{"mạ", "má", "mã", "mả", "mà", "ma", "man"}, "vi") ==
        "ma mà mả mã má mạ man ");
}

TEST_CASE("order: both placements of a tone are one") {
  CHECK(sort_key("Hòa Bình", "vi") == sort_key("Hoà Bình", "vi"));
  CHECK(sort_key("khỏe", "vi") == sort_key("khoẻ", "vi"));
  CHECK(sort_key("ỦY BAN", "vi") == sort_key("UỶ BAN", "vi"));
  CHECK(sort_key("hóa", "vi") != sort_key("hòa", "vi"));
  CHECK(sort_key("của", "vi") != sort_key("cuả", "vi"));
  CHECK(sort_key("Hòa", "en") != sort_key("Hoà", "en"));
}

TEST_CASE("order: an unknown language has the root's, whatever the machine is set to") {
  CHECK(sort_key("ö", "xx") == sort_key("ö", "und"));
  CHECK(sort_key("ö", "not a language!") == sort_key("ö", "und"));
  CHECK(sort_key("", "vi") == sort_key("", "en"));
}

TEST_CASE("plurals: one and other in English, other alone in Vietnamese and in a language unknown") {
  CHECK(plural_category(1, "en") == "one");
  CHECK(plural_category(0, "en") == "other");
  CHECK(plural_category(1.5, "en") == "other");
  CHECK(plural_category(1, "vi") == "other");
  CHECK(plural_category(1, "xx") == "other");
  CHECK(plural_category(3, "pl") == "few");
}

TEST_CASE("edit distance: insert, delete, replace and swap cost one each") {
  CHECK(edit_distance("hotline", "hotline", 3) == 0);
  CHECK(edit_distance("hotlin", "hotline", 3) == 1);
  CHECK(edit_distance("hotlnie", "hotline", 3) == 1);
  CHECK(edit_distance("kitten", "sitting", 5) == 3);
  CHECK(edit_distance("abc", "", 5) == 3);
  CHECK(edit_distance("abcdefgh", "zyxwvuts", 2) > 2);
}

TEST_CASE("nearest: what was likely meant, or nothing") {
  const std::array<std::string_view, 3> names{"title", "hotline", "theme"};
  CHECK(nearest("hotlin", names) == "hotline");
  CHECK(nearest("tilte", names) == "title");
  CHECK(nearest("sessions", names) == "");
}

TEST_CASE("words: letters and digits with their marks, in lower case; what only shapes others is no part of them") {
  CHECK(words("Đuối nước, XÂM HẠI: 56/2017/NĐ-CP!") == "đuối nước xâm hại 56 2017 nđ cp ");
  CHECK(words("children's “right”") == "children s right ");
  CHECK(words("xa\u0302m Ha\u0323i") == "xa\u0302m ha\u0323i ");
  CHECK(words("trẻ\u00ADem \u202Eem\u200F \u0301 😀\uFE0F ٣ Ω") == "trẻem em ٣ ω ");
  CHECK(words(" …\n") == "");
}

TEST_CASE("shortened: whole characters, and a sign that there is more") {
  CHECK(shortened("đèn", 4) == "đè…");
  CHECK(shortened("đèn", 3) == "đ…");
  CHECK(shortened("đèn", 5) == "đèn");
  CHECK(shortened("đèn", 1) == "…");
}
