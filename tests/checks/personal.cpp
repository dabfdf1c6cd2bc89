#include "checks/personal.h"

#include <doctest/doctest.h>

#include "checks/phone.h"

using checks::Personal;
using checks::PersonalWords;

namespace {

const model::Privacy vietnamese = {
    .mail_hosts = {"gmail.com", "yahoo."},
    .country_codes = {"84"},
    .family_names = {"Nguyễn", "NGUYỄN", "Nguyen", "Lò", "Lo", "Hà", "HÀ", "Hồ", "A", "H'"},
    .not_names = {"Hà Nội", "Hồ Chí Minh", "Lạng Sơn"},
    .public_names = {"đường", "tiểu học", "thpt", "ông", "xã"},
    .public_behind = {"street", "chủ tịch", "district"},
    .before_places = {"in", "of", "the", "ở"},
    .people = {"em", "học sinh", "girl"},
    .details = {"lớp #", "trường", "thcs", "thôn", "school", "village"},
    .ages = {"# tuổi", "#t", "sn #", "sinh năm #", "sinh ngày # # #", "aged #", "# years old", "# year old"},
    .groups = {"từ #", "dưới #", "đến #", "aged # to #"},
    .young = {"3-17", "2009-2039"},
    .numbers = {"mười", "hai", "bảy", "twelve"},
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

TEST_CASE("personal: phone numbers with blanks, dashes and points that are not on every keyboard") {
  CHECK(found("0912\u00A0345\u00A0678, 0912\u2009345\u2009678, 0912\u202F345\u202F678") == "[0912\u00A0345\u00A0678][0912\u2009345\u2009678][0912\u202F345\u202F678]");
  CHECK(found("0912–345–678, 0912·345·678, 0912‑345‑678") == "[0912–345–678][0912·345·678][0912‑345‑678]");
  CHECK(found("“0912345678”, 0912345678… 0912345678—") == "[0912345678][0912345678][0912345678]");
  CHECK(found("ĐT.0912345678, ĐT,0912345678") == "[0912345678][0912345678]");
}

TEST_CASE("personal: phone numbers one behind the other") {
  CHECK(found("0912345678/0987654321") == "[0912345678][0987654321]");
  CHECK(found("0912 345 678/0987.654.321/02053812345 / 0205 3812 346") == "[0912 345 678][0987.654.321][02053812345][0205 3812 346]");
  CHECK(found("0912345678-0987654321, 0912345678 - 0987654321") == "[0912345678][0987654321][0912345678][0987654321]");
  CHECK(found("0912345678,0987654321;0912345679") == "[0912345678][0987654321][0912345679]");
}

TEST_CASE("personal: phone numbers with the code of the country and no plus") {
  CHECK(found("84912345678, (84) 912 345 678, 84-912-345-678, 84 91 234 5678") == "[84912345678][(84) 912 345 678][84-912-345-678][84 91 234 5678]");
  CHECK(found("84.912.345.678 đồng, 84 912 345 678 đồng, (84.912.345.678) đồng, 184912345678, 849123456") == "");  // amounts
  CHECK(found("84, 84/2024/NĐ-CP, 84%, 8") == "");
}

TEST_CASE("personal: phone numbers as the end of an address") {
  CHECK(found("https://zalo.me/0912345678") == "[0912345678]");
  CHECK(found("[Zalo](https://zalo.me/0912345678) <https://wa.me/84912345678>. tel:+84912345678") == "[0912345678][84912345678][+84912345678]");
  CHECK(found("https://zalo.me/0912345678?x=1. https://zalo.me/0912345678.") == "[0912345678][0912345678]");
  CHECK(found("https://example.org/0912345678-bai.html, /0912345678.html, /x0912345678, /0912345678_1") == "");
}

TEST_CASE("personal: what has many digits and is no phone number") {
  CHECK(found("111, 113, 115, 18001567") == "");
  CHECK(found("ngày 01.06.2024 08.30, 01-06-2024 đến 30-06-2024") == "");
  CHECK(found("tài khoản 0123456789012, số 012345/KH-UBND, 0912345678/KH-UBND") == "");
  CHECK(found("1900 1234, 1800 1567, 18001567/1900, 1.234.567.890 đồng") == "");
  CHECK(found("01/06/2024–30/06/2024, 2016–2020, số 05/2024/TT-BLĐTBXH") == "");
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

TEST_CASE("personal: an age in other forms, in a text that need not speak of anybody else") {
  CHECK(found("Nguyễn Thị Mai, 12 tuổi") == "[Nguyễn Thị Mai: 12 tuổi]");
  CHECK(found("Nguyễn Thị Mai (12t), Nguyễn Thị Hoa") == "[Nguyễn Thị Mai: 12t][Nguyễn Thị Hoa: 12t]");
  CHECK(found("Nguyễn Thị Mai (SN 2012)") == "[Nguyễn Thị Mai: sn 2012]");
  CHECK(found("Nguyễn Thị Mai, sinh năm 2012") == "[Nguyễn Thị Mai: sinh năm 2012]");
  CHECK(found("Nguyễn Thị Mai, sinh ngày 01/06/2012") == "[Nguyễn Thị Mai: sinh ngày 01 06 2012]");
  CHECK(found("Nguyễn Thị Mai, mười hai tuổi; Nguyen Thi Mai, aged twelve") == "[Nguyễn Thị Mai: mười hai tuổi][Nguyen Thi Mai: aged twelve]");
  CHECK(found("Em Nguyễn Thị Mai (12) và **Lò Pan** (7)") == "[Nguyễn Thị Mai: 12][Lò Pan: 7]");
  CHECK(found("Em Nguyễn Thị Mai, 12, vui") == "[Nguyễn Thị Mai: 12]");
  CHECK(found("Nguyễn Thị Mai (SN 1972), sinh năm 1972, sinh ngày 01/06/1972") == "");
  CHECK(found("Em Nguyễn Thị Mai (72), (abc), (1, 12 lần") == "");
  CHECK(found("Nguyễn Thị Mai (12)") == "[Nguyễn Thị Mai: 12]");
  CHECK(found("Nguyễn Mai (12)") == "");
  CHECK(found("Nguyễn Văn An (2015), em đọc") == "");
}

TEST_CASE("personal: a sentence that goes on in the next line") {
  CHECK(found("Nguyễn Thị Mai,\n12 tuổi") == "[Nguyễn Thị Mai: 12 tuổi]");
  CHECK(found("Nguyễn Thị Mai,\n**12 tuổi**") == "[Nguyễn Thị Mai: 12 tuổi]");
  CHECK(found("- Nguyễn Thị Mai\n- 12 tuổi") == "");
  CHECK(found("1. Nguyễn Thị Mai\n2. Mười hai tuổi\n10) 12 tuổi") == "");
}

TEST_CASE("personal: an age in the next sentence") {
  CHECK(found("Em Nguyễn Thị Mai đạt giải. Em 12 tuổi.") == "[Nguyễn Thị Mai: 12 tuổi]");
  CHECK(found("Em Nguyễn Thị Mai đạt giải. Em vui.\n\nEm 12 tuổi.") == "");
  CHECK(found("Em Nguyễn Thị Mai đạt giải.\n- Em 12 tuổi.") == "");
  CHECK(found("Em kể về Nguyễn Văn Trỗi. Trẻ từ 6 đến 16 tuổi đều nghe.") == "");
  CHECK(found("Em kể về Nguyễn Văn Trỗi. Nguyễn Thị Mai 12 tuổi.") == "[Nguyễn Thị Mai: 12 tuổi]");
  CHECK(found("Em kể về Nguyễn Văn Trỗi.") == "");
  CHECK(found("Nguyễn Văn An phát biểu. Bé 12 tuổi.") == "");
}

TEST_CASE("personal: a row of a table") {
  CHECK(found("| Học sinh | Trường |\n|---|---|\n| Nguyễn Thị Mai | Trường THCS Vĩnh Trại |\n") == "[Nguyễn Thị Mai: trường]");
  CHECK(found("| Em | Tuổi | Ở |\n|---|---|---|\n| Nguyễn Thị Mai | 12 | Vĩnh Trại |\n") == "[Nguyễn Thị Mai: 12]");
  CHECK(found("| Họ tên | Năm sinh |\n|---|---|\n| Nguyễn Thị Mai | 2012 |\n") == "[Nguyễn Thị Mai: 2012]");
  CHECK(found("| Học sinh |\n|---|\n| Nguyễn Thị Mai |\n| Lớp 5A |\n") == "");
}

TEST_CASE("personal: names in capitals, with blanks that hold together, and with an apostrophe") {
  CHECK(found("NGUYỄN THỊ MAI, 12 tuổi") == "[NGUYỄN THỊ MAI: 12 tuổi]");
  CHECK(found("NGUYỄN Thị Mai 12 TUỔI") == "[NGUYỄN Thị Mai: 12 tuổi]");
  CHECK(found("Em\u00A0Nguyễn\u00A0Thị\u00A0Mai, 12 tuổi") == "[Nguyễn\u00A0Thị\u00A0Mai: 12 tuổi]");
  CHECK(found("“Nguyễn Thị Mai” 12 tuổi") == "[Nguyễn Thị Mai: 12 tuổi]");
  CHECK(found("H'Linh Niê, 12 tuổi. H’Linh Niê, 12 tuổi") == "[H'Linh Niê: 12 tuổi][H’Linh Niê: 12 tuổi]");
  CHECK(found("Em 8 tuổi, ỦY BAN NHÂN DÂN, HÀ NỘI, NGUYỄN HUỆ LÀ TÊN ĐƯỜNG, H', H'L") == "");
}

TEST_CASE("personal: names that nobody listed, right beside an age") {
  CHECK(found("Nguyen Thi Mai, aged 12") == "[Nguyen Thi Mai: aged 12]");
  CHECK(found("12-year-old Mai Nguyen sings") == "[Mai Nguyen: 12 year old]");
  CHECK(found("John Smith, 12 years old, and John M Smith (aged 12)") == "[John Smith: 12 years old][John M Smith: aged 12]");
  CHECK(found("The girl Lo Van Pan, who lives in Na Pan village") == "[Lo Van Pan: village]");
  CHECK(found("Em Kpă Nhung, 12 tuổi") == "[Kpă Nhung: 12 tuổi]");
  CHECK(found("| John Smith | aged 12 |") == "[John Smith: aged 12]");
}

TEST_CASE("personal: capitalised words beside an age that are no name") {
  CHECK(found("In Kon Tum, aged 12, of Kon Tum, aged 12, ở Kon Tum, 12 tuổi, xã Sao Mai, 12 tuổi") == "");
  CHECK(found("Lạng Sơn, aged 12. Kon Tum District, aged 12. Ông John Smith, aged 12") == "");
  CHECK(found("Kon Tum, aged 12 to 16") == "");
  CHECK(found("John Smith, 38 years old, born 1970. John Smith. Aged 12. 12 years old. John Smith") == "");
  CHECK(found("John, aged 12. My Own Very Long Title, aged 12. Forum and Kon, 12 years old") == "");
  CHECK(found("12-year-old: Kon Tum. J") == "");
}

TEST_CASE("personal: names that may stand there") {
  CHECK(found("Em Nguyễn Văn An rất vui. Bạn ấy ở thôn Nà.") == "");                   // not in one sentence
  CHECK(found("Nguyễn Văn An, 38 tuổi, ở thôn Nà") == "");                             // of nobody who is to be protected
  CHECK(found("Các em ở đường Nguyễn Trãi, thôn Nà") == "");                           // a street
  CHECK(found("Học sinh Trường THPT Nguyễn Huệ, lớp 5A") == "");                       // a school
  CHECK(found("Em học lớp 5, Trường Tiểu học Nguyễn Văn Trỗi") == "");
  CHECK(found("Ông Nguyễn Văn An thăm các em ở thôn Nà") == "");                       // in office
  CHECK(found("The girl is aged 8 and lives near Nguyễn Trãi Street") == "");
  CHECK(found("Em 8 tuổi ở Hà Nội, Đội Thiếu niên Tiền phong Hồ Chí Minh") == "");     // no names
  CHECK(found("Nguyễn Văn An, Chủ tịch xã, thăm các em ở thôn Nà") == "");
  CHECK(found("Em 8 tuổi, Hà và Nguyễn, Nguyễn VĂN AN, Lòng Mẹ, xHà Thị Hoa") == "");  // not whole
  CHECK(found("A girl aged 8. A school") == "");
}

TEST_CASE("personal: texts without end are looked at in time") {
  for (const std::string part : {"A A ", "A.", "0 ", "0912345678/", "Nguyễn Thị Mai ", "John Smith, aged 12 ", "H'", "(", "em NGUYỄN ", "12 tuổi "}) {
    std::string text;
    while (text.size() < 20000) text += part;
    CHECK(found(text).size() <= 20 * text.size());
  }
}

TEST_CASE("personal: two ways of writing one number have one key") {
  CHECK(checks::phone_key("0912 345 678") == checks::phone_key("+84 (912) 345-678"));
  CHECK(checks::phone_key("111") == "111");
}
