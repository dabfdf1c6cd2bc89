#include <doctest/doctest.h>

#include "support/small_site.h"

using support::check_files;

namespace {

/// What is said of a text in two languages; the hints and excerpts left out.
std::string compared(const std::string& vi, const std::string& en) {
  const std::string all = check_files("== content/site.yaml ==\nlanguages: [vi, en]\ntitle: {vi: \"" + vi + "\", en: \"" + en +
                                      "\"}\n== theme/collections/site.yaml ==\nfiles: site.yaml\nfields: {title: text}\n"
                                      "== theme/strings/vi.yaml ==\nname: Tiếng Việt\nnumbers: {group: \".\", decimal: \",\"}\ndates: {day: \"{day}\", months: [\"01\", \"02\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"12\"]}\nstrings: {untranslated: \"({language})\"}\n"
                                      "== theme/strings/en.yaml ==\nname: English\nnumbers: {group: \",\", decimal: \".\"}\n"
                                      "dates: {day: \"{day}\", months: [January, February, March, April, May, June, July, August, September, October, November, December]}\n"
                                      "strings: {untranslated: \"({language})\"}\n");
  std::string told;
  for (std::size_t at = 0; (at = all.find("warning: ", at)) != all.npos; ++at) told += all.substr(at + 9, all.find(" [digits-differ]", at) - at - 9) + "\n";
  return told;
}

}  // namespace

TEST_CASE("digits: the same numbers in other clothes are the same") {
  CHECK(compared("ngày 01/6/2024", "1 June 2024") == "");
  CHECK(compared("từ ngày 05 tháng 10", "5 October") == "");
  CHECK(compared("1.234.567 em, 90%", "90% of 1,234,567 children") == "");
  CHECK(compared("gọi 111, 111", "call 111") == "");
  CHECK(compared("2021-2030, 144/200", "2021–2030: 144/200") == "");
  CHECK(compared("không có số", "no numbers here") == "");
  CHECK(compared("gọi 024.123.456", "call 024.123.456") == "");
}

TEST_CASE("digits: a number that only one language says is told, once for both") {
  CHECK(compared("Tổng đài 111", "Chamber 999") == "numbers in one language only: vi `111`; en `999`\n");
  CHECK(compared("01/6/2024", "1 July 2024") == "numbers in one language only: vi `6`; en `7`\n");
  CHECK(compared("11 huyện, 2 người", "2 people") == "numbers in one language only: vi `11`\n");
  CHECK(compared(std::string(99, '7'), "-") == "numbers in one language only: vi `" + std::string(30, '7') + "…`\n");
  CHECK(compared("100", "1,00") == "numbers in one language only: vi `100`; en `0`, `1`\n");
}

TEST_CASE("digits: the wording of a date says its numbers, in digits or by the names of months, and no other") {
  const auto worded = [](const std::string& date, const std::string& en) {
    const std::string all = check_files("== content/site.yaml ==\nlanguages: [en]\ntitle: x\nday: {date: " + date + ", text: \"" + en +
                                        "\"}\n== theme/collections/site.yaml ==\nfiles: site.yaml\nfields: {title: word, day: when}\n"
                                        "== theme/strings/en.yaml ==\nname: English\nnumbers: {group: \",\", decimal: \".\"}\n"
                                        "dates: {day: \"{day}\", months: [January, February, March, April, May, June, July, August, September, October, November, December]}\n"
                                        "strings: {untranslated: \"({language})\"}\n");
    const std::size_t at = all.find("does not have: ");
    return at == all.npos ? all : all.substr(at + 15, all.find(" [", at) - at - 15);
  };
  CHECK(worded("2024-06-01/2024-06-30", "from 1 to 30 June 2024") == "");
  CHECK(worded("2024-06-01/2024-06-30", "in June") == "");
  CHECK(worded("2024-06-01/2024-06-30", "from 1 to 29 July 2024") == "`29`, `7`");
  CHECK(worded("--06-01", "1 June every year") == "");
  CHECK(worded("--06-01", "1 June 2024") == "`2024`");
  CHECK(worded("tba", "expected in October 2024") == "");
}
