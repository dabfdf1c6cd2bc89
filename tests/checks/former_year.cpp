#include <doctest/doctest.h>

#include "support/small_site.h"

using support::check_site;

namespace {

const std::string yearly =
    "== theme/collections/plan.yaml ==\nfiles: \"{year}/{name}.yaml\"\nfields:\n  year: when\n  name: word\n  title: {kind: text, translated: no}\n"
    "  now: {kind: text, translated: no, new_year: clear}\n  all: {kind: list, of: text, translated: no}\n";

std::string told(const std::string& year, const std::string& line) {
  return "content/" + year + "/a.yaml:" + line;
}

}  // namespace

TEST_CASE("a former year: only in what stands there as it was in the last year before") {
  const auto site = [](const std::string& fields) {
    return yearly + "== content/2023/a.yaml ==\ntitle: Of 2023\n== content/2024/a.yaml ==\ntitle: Plan of 2024\nall: [In 2024, In 2023]\n== content/2024/b.yaml ==\ntitle: B of 2024\n== content/2027/a.yaml ==\n" + fields;
  };
  CHECK(check_site(site("title: Plan of 2027\n")) == "");
  CHECK(check_site(site("title: The plan of 2024\n")) == "");                  // somebody wrote that
  CHECK(check_site(site("title: Of 2023\n")) == "");                           // nor was that in the entry before
  CHECK(check_site(site("title: B of 2024\n")) == "");                         // nor that
  CHECK(check_site(site("title: In 2024\n")) == "");                           // in that field
  CHECK(check_site(site("title: Plan of 2027\nnow: Plan of 2024\n")) == "");
  CHECK(check_site(site("title: Plan of 2024\nall: [In 2023, In 2024]\n")) == told("2027", R"(1:13: warning: still says `of 2024`: not a word was changed since 2024 [former-year]
   1 | title: Plan of 2024
     |             ^^^^^^^ write it for this year; or, where it is still right, add `checked: ["of 2024"]` to the entry
)") + told("2027", R"(2:16: warning: still says `In 2024`: not a word was changed since 2024 [former-year]
   2 | all: [In 2023, In 2024]
     |                ^^^^^^^ write it for this year; or, where it is still right, add `checked: ["In 2024"]` to the entry
)"));
}

TEST_CASE("a former year: what numbers a document or spans years is not meant, and what was checked may stand") {
  const auto found = [](const std::string& title, const std::string& more = "") {
    return check_site(yearly + "== content/2024/a.yaml ==\ntitle: " + title + "\n== content/2025/a.yaml ==\ntitle: " + title + "\n" + more) != "";
  };
  for (const char* title : {"By 29/2024/TT", "In 2020-2024", "In 2020–2024", "From 2024-2030", "120240", "Room 2024/5"}) CHECK_FALSE(found(title));
  for (const char* title : {"Held on 9/2024", "2024", "Up to 2024.", "In 2024–", "By 29/2024/TT of 2024", "Đến 2024"}) CHECK(found(title));
  CHECK_FALSE(found("Up to 2024", "checked: [to 2024]\n"));
  CHECK_FALSE(found("Law of 2024 on it", "checked: [\"Law of 2024 on it\"]\n"));
  CHECK(found("Law of 2024, plan of 2024", "checked: [Law of 2024]\n"));
}
