// A build that is killed, at very many moments, and what readers and the next build find.

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <set>

#include "publish/folder.h"
#include "publish/mark.h"
#include "publish/publish.h"

namespace publish {
namespace {

using Files = std::vector<base::File>;

/// A site of many files; neighbours in `number` share most of them, differ in some, and lack or have a few.
Files site(int number) {
  Files files;
  for (int i = 0; i < 60; ++i) {
    if ((i + number) % 11 == 0) continue;
    const int version = i % 3 == 0 ? number : 0;
    files.push_back(
        {"p" + std::to_string(i % 20) + "/f" + std::to_string(i) + "/index.html",
         std::string(static_cast<std::size_t>(version % 5 * 900 + 50), static_cast<char>('a' + version % 26))});
  }
  files.push_back({number % 2 ? "turn" : "turn/inside", "x"});
  return files;
}

/// What `listing` says of a folder with these files.
std::string listing_of(const Files& files) {
  std::set<std::string> lines{std::string(mark_name) + ": " + std::string(mark_text)};
  for (const base::File& file : files) lines.insert(file.path + ": " + file.bytes);
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

void build(const std::string& output, const Files& files) {
  base::Diagnostics diagnostics;
  const Lock lock(output);
  replace(output, files, 2, diagnostics);
  if (diagnostics.has_errors()) _exit(3);
}

/// Builds in a process that is killed after so many microseconds; true where the build ended before.
bool build_and_kill(const std::string& output, const Files& files, long microseconds) {
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    if (::write(ready[1], "x", 1) != 1) _exit(2);
    build(output, files);
    _exit(0);
  }
  char byte;
  REQUIRE(::read(ready[0], &byte, 1) == 1);
  close(ready[0]);
  close(ready[1]);
  usleep(static_cast<useconds_t>(microseconds));
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  CHECK((WIFSIGNALED(status) || (WIFEXITED(status) && WEXITSTATUS(status) == 0)));
  return WIFEXITED(status);
}

}  // namespace

TEST_CASE("killed: whenever a build dies, readers have one whole site, and the next build makes the right one") {
  const Folder folder;
  const std::string output = folder / "public";
  int published = 0, cut = 0;
  build(output, site(0));
  const auto begin = std::chrono::steady_clock::now();
  build(output, site(1));
  published = 1;
  const auto whole =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count();

  constexpr int moments = 40;
  for (int moment = 0; moment < moments; ++moment) {
    const int next = published + 1;
    const bool ended = build_and_kill(output, site(next), whole * moment / moments);
    const std::string found = listing(output), before = listing_of(site(published)), after = listing_of(site(next));
    REQUIRE((found == before || found == after));
    if (ended) CHECK(found == after);
    cut += found == before;
    published = found == after ? next : published;
    if (moment % 3 == 0) continue;  // sometimes one killed build follows another
    published += 1 + moment % 2;
    build(output, site(published));
    REQUIRE(listing(output) == listing_of(site(published)));
  }
  CHECK(cut > 0);
}

TEST_CASE("killed: a first build leaves no output, or a whole one") {
  for (long moment = 0; moment < 10; ++moment) {
    const Folder folder;
    const std::string output = folder / "public";
    build_and_kill(output, site(0), moment * 500);
    if (std::filesystem::exists(output)) CHECK(listing(output) == listing_of(site(0)));
    build(output, site(0));
    CHECK(listing(output) == listing_of(site(0)));
  }
}

}  // namespace publish
