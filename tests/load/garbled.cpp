#include "load/garbled.h"

#include <doctest/doctest.h>

#include <string>

namespace {

std::string found(const std::string& text) {
  const auto word = load::garbled_word(text);
  return word ? text.substr(word->begin, word->end - word->begin) : "";
}

}  // namespace

TEST_CASE("garbled: letters of another encoding, as a whole word") {
  CHECK(found("a ThÃ´ng bÃ¡o b") == "ThÃ´ng");
  CHECK(found("Há»™i nghá»‹") == "Há»™i");
  CHECK(found("tráº» em") == "tráº»");
  CHECK(found("má»Ÿ, Æ°u tiÃªn") == "má»Ÿ,");
  CHECK(found("Æ°u") == "Æ°u");
  CHECK(found("vi: Th«ng b¸o") == "Th«ng");
  CHECK(found("nhµ v¨n ho¸") == "v¨n");
}

TEST_CASE("garbled: signs that stand for themselves") {
  for (const char* text : {"«má» và «cá», «lá»", "30°C, 5 m², ½ giờ", "loa® tốt", "10·10", "a\u00A0b", "Ã và Â", "µm", "Thông báo", ""}) CHECK(found(text) == "");
}
