// One folder in tests/golden/diagnostics for every mistake that the program can tell: the smallest site that has it, and
// all that is printed, in both tongues. LOA_REFRESH=1 writes what is printed; read it before it is committed.

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <set>

#include "base/file.h"
#include "publish/mark.h"
#include "support/workspace.h"

using support::Workspace;

namespace fs = std::filesystem;

namespace {

const std::string folder = "tests/golden/diagnostics", slips = "tests/golden/slips";

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

/// What git cannot keep, or nobody wants to see there. Each folder has a make.txt that tells the same in words.
const std::map<std::string, std::function<void()>>& made() {
  static const std::string article = "content/pages/about.vi.md", front = "---\ntitle: Giới thiệu\n---\n";
  static const std::map<std::string, std::function<void()>> all = {
      {"address-dies",
       [] {
         support::write("public/.gitignore", std::string(publish::mark_text));
       }},
      {"not-a-regular-file", [] { mkfifo("content/pages/news.vi.md", 0600); }},
      {"symbolic-link", [] { fs::create_symlink("/etc/passwd", "content/pages/secret.vi.md"); }},
      {"file-too-large",
       [] {
         support::write(article, "");
         fs::resize_file(article, std::uintmax_t{100} << 20);
       }},
      {"not-utf8", [] { support::write(article, "Ngày 1 tháng 6\nB\xE9 vui\n"); }},
      {"not-utf8-utf16",
       [] { support::write(article, std::string("\xFF\xFE" "B\0\xE9\0 \0v\0u\0i\0\n\0", 16)); }},
      {"control-character", [] { support::write(article, std::string("B\xC3\xA9 \0vui\n", 9)); }},
      {"missing-folder", [] { fs::remove_all("content"); }},
      {"missing-file", [] { fs::remove("content/site.yaml"); }},
      {"output-foreign-file",
       [] {
         support::build();
         support::write("public/photo.jpg", "a photograph");
       }},
      {"output-path-unsafe", [] { support::write("theme/assets/so-do\nmoi.css", "body {}"); }},
      {"yaml-too-large",
       [] { support::write("content/2024/lang-son/forum.yaml", "topics:\n" + repeated("  - a\n", 10'001)); }},
      {"markdown-too-large", [] { support::write(article, front + repeated("Trẻ em vui Tết Thiếu nhi.\n", 3'000)); }},
      {"markdown-table-too-large",
       [] {
         const auto row = repeated("|a", 50) + "|\n";
         support::write(article, front + "# Bảng\n\n" + row + repeated("|-", 50) + "|\n" + repeated(row, 150));
       }},
      {"markdown-too-many-brackets", [] { support::write(article, front + repeated("![[]()", 1'001) + "\n"); }},
      {"markdown-too-many-bars", [] { support::write(article, front + repeated("a | ", 100) + "\n"); }},
      {"markdown-too-deep", [] { support::write(article, front + repeated("> ", 150) + "a\n"); }},
  };
  return all;
}

/// What a case asks of the program beyond `check`: publishing has mistakes of its own.
support::Told run(const std::string& code) {
  auto options = support::here();
  if (base::is_folder("themes")) options.theme = "themes/lang-son";
  if (code == "output-overlaps") options.output = "content/public";
  return code.starts_with("output-") ? support::build(options) : support::check(options);
}

void compare(const std::string& path, const std::string& printed) {
  if (support::refreshing()) {
    fs::remove(path);
    if (!printed.empty()) std::ofstream(path, std::ios::binary) << printed;
    return;
  }
  CHECK_MESSAGE(base::exists(path), path << " is missing");
  CHECK(printed == (base::exists(path) ? base::read(path) : ""));
}

/// What is said about the sample site with the files of a case laid over it.
support::Told told_about(const std::string& from, const std::string& name) {
  const Workspace workspace;
  workspace.copy("tests/golden/theme", "theme");
  workspace.copy("tests/golden/content", "content");
  workspace.copy(from, ".");
  fs::create_directories("content/pages");
  if (const auto make = made().find(name); make != made().end()) make->second();
  return run(name);
}

std::set<std::string> cases_in(const std::string& where) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(where)) names.insert(entry.path().filename());
  return names;
}

}  // namespace

TEST_CASE("diagnostics: every code has a folder that shows it, and every folder is a code") {
  const auto folders = cases_in(folder);
  std::set<std::string> codes;
  for (const auto& message : base::all_messages()) {
    codes.emplace(message.name);
    CHECK_MESSAGE(folders.contains(std::string(message.name)), "no folder for " << message.name);
  }
  for (const auto& name : folders) CHECK_MESSAGE(codes.contains(name), "no code for " << name);
}

TEST_CASE("diagnostics: the smallest site with each mistake is told all of it, in both tongues") {
  for (const auto& code : cases_in(folder)) {
    CAPTURE(code);
    const auto told = told_about(folder + "/" + code, code);
    CHECK(told.en.find("[" + code + "]") != std::string::npos);
    compare(folder + "/" + code + "/expected.vi.txt", told.vi);
    compare(folder + "/" + code + "/expected.en.txt", told.en);
  }
}

TEST_CASE("diagnostics: what people really mistype, save and rename is told so that they can mend it") {
  const auto all = cases_in(slips);
  CHECK(all.size() >= 20);
  for (const auto& name : all) {
    CAPTURE(name);
    const auto told = told_about(slips + "/" + name, name);
    compare(slips + "/" + name + "/expected.vi.txt", told.vi);
    compare(slips + "/" + name + "/expected.en.txt", told.en);
  }
}
