#include "publish/lock.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <optional>

#include "publish/folder.h"

namespace publish {
namespace {

/// The error of taking the lock, or 0.
int taken(const std::string& output) {
  try {
    const Lock lock(output);
    return 0;
  } catch (const base::Failure& failure) {
    CHECK(failure.task == base::Task::lock);
    return failure.error;
  }
}

}  // namespace

TEST_CASE("lock: one at a time, each output its own, free again when it is let go") {
  const Folder folder;
  std::optional<Lock> lock(std::in_place, folder / "public");
  CHECK(taken(folder / "public") == EWOULDBLOCK);
  CHECK(taken(folder / "other") == 0);
  lock.reset();
  CHECK(taken(folder / "public") == 0);
}

TEST_CASE("lock: a build that was killed leaves none") {
  const Folder folder;
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const Lock lock(folder / "public");
    if (::write(ready[1], "x", 1) != 1) _exit(1);
    for (;;) pause();
  }
  char byte;
  REQUIRE(::read(ready[0], &byte, 1) == 1);
  CHECK(taken(folder / "public") == EWOULDBLOCK);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  CHECK(taken(folder / "public") == 0);
  close(ready[0]);
  close(ready[1]);
}

}  // namespace publish
