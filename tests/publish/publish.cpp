#include "publish/publish.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "base/failure.h"
#include "publish/folder.h"
#include "publish/mark.h"

namespace publish {
namespace {

namespace fs = std::filesystem;
using Files = std::vector<base::File>;

const std::string mark = ".gitignore: " + std::string(mark_text) + "\n";

/// Publishes and tells what happened: "2 written, 1 unchanged, 0 removed, exchanged", or the mistakes.
std::string publish(const std::string& output, Files files) {
  base::Diagnostics diagnostics;
  const Outcome outcome = replace(output, std::move(files), 2, diagnostics);
  std::string all;
  for (const base::Diagnostic& mistake : diagnostics.sorted()) all += to_text(mistake, base::Tongue::en) + "\n";
  if (!all.empty()) return all;
  return std::to_string(outcome.written) + " written, " + std::to_string(outcome.unchanged) + " unchanged, " +
         std::to_string(outcome.removed) + " removed" + (outcome.exchanged ? ", exchanged" : "");
}

void set_time(const std::string& path, long long nanoseconds) {
  const timespec times[2] = {{0, UTIME_OMIT}, {nanoseconds / 1'000'000'000, nanoseconds % 1'000'000'000}};
  utimensat(AT_FDCWD, path.c_str(), times, 0);
}

std::string failure_of(const auto& work) {
  try {
    work();
    return "none";
  } catch (const base::Failure& failure) {
    return to_text(failure, base::Tongue::en);
  }
}

/// As on a disk that is full: no file can grow above 50,000 bytes.
std::string with_small_files_only(const auto& work) {
  rlimit old{};
  getrlimit(RLIMIT_FSIZE, &old);
  const rlimit small{50'000, old.rlim_max};
  const auto handler = signal(SIGXFSZ, SIG_IGN);
  setrlimit(RLIMIT_FSIZE, &small);
  const std::string said = failure_of(work);
  setrlimit(RLIMIT_FSIZE, &old);
  signal(SIGXFSZ, handler);
  return said;
}

}  // namespace

TEST_CASE("publish: the first build makes the folder, those above it, and the mark") {
  const Folder folder;
  CHECK(publish(folder / "a/b/public", {{"vi/index.html", "Lời hứa"}, {"index.html", "root"}}) ==
        "2 written, 0 unchanged, 0 removed, exchanged");
  CHECK(listing(folder / "a/b/public") == mark + "index.html: root\nvi/index.html: Lời hứa\n");
  CHECK_FALSE(fs::exists(folder / "a/b/.public.loa/previous"));
  CHECK(listing(folder / "a/b/.public.loa").starts_with(".gitignore: *\n"));
}

TEST_CASE("publish: an empty folder is taken") {
  const Folder folder;
  fs::create_directory(folder / "public");
  CHECK(publish(folder / "public", {{"a", "1"}}) == "1 written, 0 unchanged, 0 removed, exchanged");
  CHECK(listing(folder / "public") == mark + "a: 1\n");
  CHECK_FALSE(fs::exists(folder / ".public.loa/previous"));
}

TEST_CASE("publish: where nothing differs, nothing is touched") {
  const Folder folder;
  const Files site{{"a", "1"}, {"b/c", "2"}};
  publish(folder / "public", site);
  const auto before = fs::last_write_time(folder / "public");
  const auto state = listing(folder / ".public.loa");
  CHECK(publish(folder / "public", site) == "0 written, 2 unchanged, 0 removed");
  CHECK(fs::last_write_time(folder / "public") == before);
  CHECK(listing(folder / ".public.loa") == state);
}

TEST_CASE("publish: files with the same bytes keep their times through many builds, changed ones get a later time") {
  const Folder folder;
  const std::string same = folder / "public/same", other = folder / "public/d/other";
  publish(folder / "public", {{"same", "1"}, {"d/other", "A"}});
  set_time(same, 1'000'000'000'123'456'789);
  set_time(other, 1'000'000'000'000'000'000);
  const long long time = time_of(same);
  long long last = time_of(other);
  for (const char* bytes : {"B", "A", "B", "longer", "C"}) {
    CHECK(publish(folder / "public", {{"same", "1"}, {"d/other", bytes}}) ==
          "1 written, 1 unchanged, 0 removed, exchanged");
    CHECK(listing(folder / "public") == mark + "d/other: " + bytes + "\nsame: 1\n");
    CHECK(time_of(same) == time);
    CHECK(time_of(other) >= last);
    last = time_of(other);
    usleep(5000);  // a tick of the file system's clock
  }
  CHECK(last > 1'600'000'000'000'000'000);
}

TEST_CASE("publish: files and folders come and go, and change into one another") {
  const Folder folder;
  publish(folder / "public", {{"a/b/c", "1"}, {"d", "2"}, {"e/f", "3"}});
  CHECK(publish(folder / "public", {{"a", "file"}, {"d/x/y", "folder"}, {"e/f", "3"}}) ==
        "2 written, 1 unchanged, 2 removed, exchanged");
  CHECK(listing(folder / "public") == mark + "a: file\nd/x/y: folder\ne/f: 3\n");
  CHECK(publish(folder / "public", {{"a/b/c", "1"}, {"g/h/i/j", "4"}}) ==
        "2 written, 0 unchanged, 3 removed, exchanged");
  CHECK(listing(folder / "public") == mark + "a/b/c: 1\ng/h/i/j: 4\n");
  CHECK(publish(folder / "public", {}) == "0 written, 0 unchanged, 2 removed, exchanged");
  CHECK(listing(folder / "public") == mark);
}

TEST_CASE("publish: stamps are trusted, so the older generation is not read") {
  const Folder folder;
  publish(folder / "public", {{"a", "1"}, {"b", "1"}});
  publish(folder / "public", {{"a", "1"}, {"b", "2"}});
  const long long time = time_of(folder / ".public.loa/previous/a");
  folder.write(".public.loa/previous/a", "X");
  set_time(folder / ".public.loa/previous/a", time);
  publish(folder / "public", {{"a", "1"}, {"b", "3"}});
  CHECK(listing(folder / "public") == mark + "a: X\nb: 3\n");
}

TEST_CASE("publish: what someone changed, took away or put into either generation is mended") {
  const Folder folder;
  const Files one{{"a", "1"}, {"b/c", "1"}, {"d/e", "1"}}, two{{"a", "2"}, {"b/c", "2"}, {"d/e", "1"}};
  publish(folder / "public", one);
  publish(folder / "public", two);
  folder.write("public/a", "changed");
  fs::remove(folder / "public/b/c");
  folder.write("public/Thumbs.db", "pictures");
  folder.write(".public.loa/previous/b/stray", "x");
  folder.write(".public.loa/previous/new/stray", "x");
  folder.write(".public.loa/previous/a", "X");
  fs::remove_all(folder / ".public.loa/previous/d");
  fs::create_symlink("/etc", folder / ".public.loa/previous/d");
  CHECK(publish(folder / "public", two) == "2 written, 1 unchanged, 0 removed, exchanged");
  CHECK(listing(folder / "public") == mark + "a: 2\nb/c: 2\nd/e: 1\n");
  CHECK(publish(folder / "public", one) == "2 written, 1 unchanged, 0 removed, exchanged");
  CHECK(listing(folder / "public") == mark + "a: 1\nb/c: 1\nd/e: 1\n");
}

TEST_CASE("publish: a file with a second name is made anew, so the other name keeps its bytes") {
  const Folder folder;
  publish(folder / "public", {{"a", "1"}});
  fs::create_hard_link(folder / "public/a", folder / "backup");
  publish(folder / "public", {{"a", "2"}});
  publish(folder / "public", {{"a", "3"}});
  CHECK(listing(folder / "public") == mark + "a: 3\n");
  CHECK(base::read(folder / "backup") == "1");
}

TEST_CASE("publish: a folder that loa did not make is left alone") {
  const Folder folder;
  folder.write("public/photos.zip", "precious");
  const std::string said = "error: the folder `" + (folder / "public") +
                           "` was not made by loa, and loa replaces nothing else [output-foreign]\n" +
                           "  hint: choose another folder with `--output`\n";
  CHECK(publish(folder / "public", {{"a", "1"}}) == said);
  folder.write("public/.gitignore", "*\n");  // someone's own, not the mark
  CHECK(publish(folder / "public", {{"a", "1"}}) == said);
  CHECK(listing(folder / "public") == ".gitignore: *\n\nphotos.zip: precious\n");
  folder.write("file", "x");
  CHECK(publish(folder / "file", {{"a", "1"}}).starts_with("error: the folder"));
  fs::create_symlink("nowhere", folder / "dangling");
  CHECK(publish(folder / "dangling", {{"a", "1"}}).starts_with("error: the folder"));
  CHECK(base::read(folder / "file") == "x");
}

TEST_CASE("publish: files that someone put into the published folder are named, and nothing changes") {
  const Folder folder;
  publish(folder / "public", {{"a", "1"}, {"b/c", "1"}});
  folder.write("public/robots.txt", "mine");
  folder.write("public/b/photo.jpg", "mine");
  folder.write("public/new/photo.jpg", "mine");
  CHECK(publish(folder / "public", {{"a", "2"}}) ==
        "error: `b/photo.jpg` was not made by loa and would be lost [output-foreign-file]\n"
        "  hint: move it into the content folder, from where loa takes it to the site\n"
        "error: `new/photo.jpg` was not made by loa and would be lost [output-foreign-file]\n"
        "  hint: move it into the content folder, from where loa takes it to the site\n"
        "error: `robots.txt` was not made by loa and would be lost [output-foreign-file]\n"
        "  hint: move it into the content folder, from where loa takes it to the site\n");
  CHECK(listing(folder / "public") ==
        mark + "a: 1\nb/c: 1\nb/photo.jpg: mine\nnew/photo.jpg: mine\nrobots.txt: mine\n");

  const Files moved{{"a", "2"}, {"robots.txt", "mine"}, {"b/photo.jpg", "mine"}, {"new/photo.jpg", "mine"}};
  CHECK(publish(folder / "public", moved) == "1 written, 3 unchanged, 1 removed, exchanged");
}

TEST_CASE("publish: with the mark and without a manifest the folder is ours") {
  const Folder folder;
  publish(folder / "public", {{"a", "1"}, {"b", "1"}});
  fs::remove_all(folder / ".public.loa");
  folder.write("public/old", "1");
  CHECK(publish(folder / "public", {{"a", "1"}, {"b", "2"}}) == "1 written, 1 unchanged, 1 removed, exchanged");
  CHECK(listing(folder / "public") == mark + "a: 1\nb: 2\n");

  fs::remove_all(folder / ".public.loa");
  CHECK(publish(folder / "public", {{"a", "1"}, {"b", "2"}}) == "0 written, 2 unchanged, 0 removed");
  folder.write("public/mine", "1");  // the build before left a manifest, so this is seen
  CHECK(publish(folder / "public", {{"a", "1"}, {"b", "2"}}).starts_with("error: `mine` was not made by loa"));
}

TEST_CASE("publish: a copy of the project has folders of its own and still builds right") {
  const Folder folder;
  publish(folder / "x/public", {{"a", "1"}, {"b", "1"}});
  publish(folder / "x/public", {{"a", "2"}, {"b", "1"}});
  fs::copy(folder / "x", folder / "y", fs::copy_options::recursive);
  CHECK(publish(folder / "y/public", {{"a", "3"}, {"b", "1"}}) == "1 written, 1 unchanged, 0 removed, exchanged");
  CHECK(listing(folder / "y/public") == mark + "a: 3\nb: 1\n");
  CHECK(listing(folder / "x/public") == mark + "a: 2\nb: 1\n");
}

TEST_CASE("publish: an output that is a link stands for the folder behind it, and links inside are not followed") {
  const Folder folder;
  fs::create_directory(folder / "real");
  fs::create_symlink("real", folder / "public");
  CHECK(publish(folder / "public", {{"a", "1"}, {"d/x", "1"}}) == "2 written, 0 unchanged, 0 removed, exchanged");
  CHECK(listing(folder / "real") == mark + "a: 1\nd/x: 1\n");
  CHECK(fs::is_symlink(folder / "public"));
  CHECK(fs::is_directory(folder / ".real.loa"));

  folder.write("victim/x", "precious");
  fs::remove_all(folder / "real/d");
  fs::create_symlink("../victim", folder / "real/d");
  fs::remove(folder / "real/a");
  fs::create_symlink("../victim/x", folder / "real/a");
  // The link `a` stands where a file of the site will be; the link `d` was put there by someone.
  CHECK(publish(folder / "public", {{"a", "2"}, {"d/x", "2"}}).starts_with("error: `d` was not made by loa"));
  fs::remove(folder / "real/d");
  for (const char* bytes : {"2", "3", "4"}) publish(folder / "public", {{"a", bytes}, {"d/x", bytes}});
  CHECK(listing(folder / "real") == mark + "a: 4\nd/x: 4\n");
  CHECK(listing(folder / "victim") == "x: precious\n");
}

TEST_CASE("publish: two outputs side by side do not know of each other") {
  const Folder folder;
  publish(folder / "one", {{"a", "1"}});
  publish(folder / "two", {{"a", "2"}, {"b", "2"}});
  publish(folder / "one", {{"a", "3"}});
  CHECK(listing(folder / "one") == mark + "a: 3\n");
  CHECK(listing(folder / "two") == mark + "a: 2\nb: 2\n");
}

TEST_CASE("publish: the mode that someone gave to the output stays") {
  const Folder folder;
  publish(folder / "public", {{"a", "1"}});
  chmod((folder / "public").c_str(), 0750);
  publish(folder / "public", {{"a", "2"}});
  CHECK((fs::status(folder / "public").permissions() & fs::perms::mask) == fs::perms(0750));
}

TEST_CASE("publish: a folder that cannot be written is a failure, and the site stays") {
  if (geteuid() == 0) return;  // root may write anywhere
  const Folder folder;
  publish(folder / "public", {{"a", "1"}});
  publish(folder / "public", {{"a", "2"}});
  fs::permissions(folder / ".public.loa/previous", fs::perms(0500));
  CHECK(failure_of([&] {
          publish(folder / "public", {{"a", "3"}});
        }) == "error: cannot remove `" + (folder / ".public.loa/previous/.gitignore") + "`: Permission denied");
  fs::permissions(folder / ".public.loa/previous", fs::perms(0700));
  CHECK(listing(folder / "public") == mark + "a: 2\n");
}

TEST_CASE("publish: where writing fails half way, the site stays, rolling back is refused, and the next build mends") {
  const Folder folder;
  publish(folder / "public", {{"a", "1"}});
  publish(folder / "public", {{"a", "2"}});
  CHECK(with_small_files_only([&] {
          publish(folder / "public", {{"a", "3"}, {"b", std::string(100'000, 'x')}, {"c", "1"}});
        }) == "error: cannot write `" + (folder / ".public.loa/previous/b") + "`: File too large");
  CHECK(listing(folder / "public") == mark + "a: 2\n");
  CHECK(failure_of([&] { roll_back(folder / "public"); }) ==
        "error: cannot take `" + (folder / "public") + "` back to the site before: there is no whole site from before");
  publish(folder / "public", {{"a", "4"}});
  CHECK(listing(folder / "public") == mark + "a: 4\n");
}

TEST_CASE("roll back: yesterday's site comes back, bytes and times, and a second time takes it back") {
  const Folder folder;
  publish(folder / "public", {{"a", "1"}, {"b", "1"}});
  const long long time = time_of(folder / "public/a");
  publish(folder / "public", {{"a", "2"}, {"c", "2"}});
  roll_back(folder / "public");
  CHECK(listing(folder / "public") == mark + "a: 1\nb: 1\n");
  CHECK(time_of(folder / "public/a") == time);
  roll_back(folder / "public");
  CHECK(listing(folder / "public") == mark + "a: 2\nc: 2\n");
  roll_back(folder / "public");
  CHECK(publish(folder / "public", {{"a", "1"}, {"b", "1"}}) == "0 written, 2 unchanged, 0 removed");
  CHECK(publish(folder / "public", {{"a", "2"}, {"c", "2"}}) == "2 written, 0 unchanged, 1 removed, exchanged");
  CHECK(listing(folder / "public") == mark + "a: 2\nc: 2\n");
}

TEST_CASE("roll back: a published folder that was lost comes back too") {
  const Folder folder;
  publish(folder / "public", {{"a", "1"}});
  publish(folder / "public", {{"a", "2"}});
  fs::remove_all(folder / "public");
  roll_back(folder / "public");
  CHECK(listing(folder / "public") == mark + "a: 1\n");
}

TEST_CASE("roll back: without a site from before it is refused, and nothing is made") {
  const Folder folder;
  const std::string said =
      "error: cannot take `" + (folder / "public") + "` back to the site before: there is no whole site from before";
  CHECK(failure_of([&] { roll_back(folder / "public"); }) == said);
  CHECK(listing(folder.path) == "");
  publish(folder / "public", {{"a", "1"}});
  CHECK(failure_of([&] { roll_back(folder / "public"); }) == said);
  CHECK(listing(folder / "public") == mark + "a: 1\n");
}

}  // namespace publish
