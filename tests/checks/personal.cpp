#include "checks/personal.h"

#include <doctest/doctest.h>

using checks::Personal;
using checks::PersonalWords;

namespace {

const model::Privacy vietnamese = {
    .mail_hosts = {"gmail.com", "yahoo."},
    .family_names = {"Nguyễn", "Lò", "Hà", "Hồ", "A"},
    .not_names = {"Hà Nội", "Hồ Chí Minh"},
    .public_names = {"đường", "tiểu học", "thpt", "ông", "street"},
    .people = {"em", "học sinh", "girl"},
    .details = {"# tuổi", "lớp #", "sinh năm #", "trường", "thôn", "aged #", "# year old", "school"},
};

/// All that is found, each in `[…]`; of a person what stands beside the name, too.
std::string found(std::string_view text) {
  std::string all;
  for (const auto& one : PersonalWords(vietnamese).in(text)) all += "[" + std::string(one.text) + (one.beside.empty() ? "" : ": " + one.beside) + "]";
  return all;
}

}  // namespace

TEST_CASE("personal: phone numbers in the ways that they are written") {
  CHECK(found("Gọi 0912345678, 0912 345 678 hoặc 0912.345.678.") == "[0912345678][0912 345 678][0912.345.678]");
  CHECK(found("(0205) 3812 345, 0205-3812-345") == "[(0205) 3812 345][0205-3812-345]");
  CHECK(found("+84 912 345 678 hay +84912345678") == "[+84 912 345 678][+84912345678]");
  CHECK(found("ĐT:02053812345") == "[02053812345]");
}

TEST_CASE("personal: what has many digits and is no phone number") {
  CHECK(found("111, 113, 115, 18001567") == "");
  CHECK(found("ngày 01.06.2024 08.30, 01-06-2024 đến 30-06-2024") == "");
  CHECK(found("tài khoản 0123456789012, số 012345/KH-UBND") == "");
  CHECK(found("https://example.org/0912345678/a, ma=0912345678") == "");
  CHECK(found("0 912 345 678, 1.000.000.000, 2024 2025 2026") == "");
  CHECK(found("0") == "");
  CHECK(found("+") == "");
}

TEST_CASE("personal: e-mail addresses") {
  CHECK(found("Thư: nguyen.an@gmail.com. Hoặc <a-b_c@langson.gov.vn>") == "[nguyen.an@gmail.com][a-b_c@langson.gov.vn]");
  CHECK(found("@ a@ @b.c, 5@sao") == "");
  const PersonalWords words(vietnamese);
  CHECK(words.is_of_personal_host("a@gmail.com"));
  CHECK(words.is_of_personal_host("a@yahoo.com.vn"));
  CHECK(!words.is_of_personal_host("a@notgmail.com"));
  CHECK(!words.is_of_personal_host("a@langson.gov.vn"));
}

TEST_CASE("personal: a full name beside an age, a school or a home") {
  CHECK(found("Em Nguyễn Văn An, 8 tuổi, rất vui.") == "[Nguyễn Văn An: 8 tuổi]");
  CHECK(found("Học sinh lớp 5A Lò Thị Mây đọc thơ") == "[Lò Thị Mây: lớp 5a]");
  CHECK(found("Các em vui.\n- Lò Mây, sinh năm 2014") == "[Lò Mây: sinh năm 2014]");
  CHECK(found("The girl A Lềnh, an 8-year-old") == "[A Lềnh: 8 year old]");
  CHECK(found("Em Hà Thị Nguyễn Hoa ở thôn Nà") == "[Hà Thị Nguyễn Hoa: thôn]");
}

TEST_CASE("personal: names that may stand there") {
  CHECK(found("Em Nguyễn Văn An rất vui. Bạn ấy 8 tuổi.") == "");                      // not in one sentence
  CHECK(found("Nguyễn Văn An, 38 tuổi, ở thôn Nà") == "");                             // of nobody who is to be protected
  CHECK(found("Các em ở đường Nguyễn Trãi, thôn Nà") == "");                           // a street
  CHECK(found("Học sinh Trường THPT Nguyễn Huệ, lớp 5A") == "");                       // a school
  CHECK(found("Em học lớp 5, Trường Tiểu học Nguyễn Văn Trỗi") == "");
  CHECK(found("Ông Nguyễn Văn An thăm các em ở thôn Nà") == "");                       // in office
  CHECK(found("The girl is aged 8 and lives near Nguyễn Trãi Street") == "");
  CHECK(found("Em 8 tuổi ở Hà Nội, Đội Thiếu niên Tiền phong Hồ Chí Minh") == "");     // no names
  CHECK(found("Em 8 tuổi, Hà và Nguyễn, NGUYỄN VĂN AN, Lòng Mẹ, xHà Thị Hoa") == "");  // not whole
  CHECK(found("A girl aged 8. A school") == "");
}

TEST_CASE("personal: two ways of writing one number have one key") {
  CHECK(checks::phone_key("0912 345 678") == checks::phone_key("+84 (912) 345-678"));
  CHECK(checks::phone_key("111") == "111");
}
