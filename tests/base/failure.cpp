#include "base/failure.h"

#include <doctest/doctest.h>

#include <cerrno>

using namespace base;

TEST_CASE("failure: what was tried, on what, and why, in both tongues") {
  const Failure full(Task::write, "public/index.html", ENOSPC);
  CHECK(to_text(full, Tongue::en) == "error: cannot write `public/index.html`: No space left on device");
  CHECK(to_text(full, Tongue::vi) == "lỗi: không ghi được `public/index.html`: ổ đĩa đã đầy");
  CHECK(std::string(full.what()) == "cannot write `public/index.html`: No space left on device");
  CHECK(to_text(Failure(Task::lock, ".public.loa/lock", EWOULDBLOCK), Tongue::en) ==
        "error: cannot lock `.public.loa/lock`: another build is at work there, wait for it to end");
  CHECK(to_text(Failure(Task::roll_back, "public", 0), Tongue::en) ==
        "error: cannot take `public` back to the site before: there is no whole site from before");
  CHECK(to_text(Failure(Task::listen, "127.0.0.1:8000", EADDRINUSE), Tongue::vi) ==
        "lỗi: không mở được cổng nào từ `127.0.0.1:8000` trở đi: đã có chương trình khác dùng");
  CHECK(to_text(Failure(Task::read, "a\x1b", 0), Tongue::en) == "error: cannot read `a\uFFFD`");
}
