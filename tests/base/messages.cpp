#include "base/messages.h"

#include <doctest/doctest.h>

#include <set>

using namespace base;

namespace {

/// The highest place `{0}` … `{9}` of a pattern, and which of them it has.
std::set<char> places(std::string_view pattern) {
  std::set<char> found;
  for (std::size_t i = 0; i + 2 < pattern.size(); ++i)
    if (pattern[i] == '{' && pattern[i + 2] == '}') found.insert(pattern[i + 1]);
  return found;
}

}  // namespace

TEST_CASE("messages: every code has a name of its own in plain letters") {
  std::set<std::string_view> names;
  for (const Message& message : all_messages()) {
    CAPTURE(message.name);
    CHECK(message.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
    CHECK(names.insert(message.name).second);
  }
  CHECK(names.size() == static_cast<std::size_t>(Code::count_));
}

TEST_CASE("messages: both tongues use the same arguments, end without a full stop and begin in lower case") {
  for (const Message& message : all_messages()) {
    CAPTURE(message.name);
    CHECK(places(message.vi) == places(message.en));
    for (const std::string_view words : {message.vi, message.en}) {
      CHECK(words.back() != '.');
      CHECK_FALSE((words.front() >= 'A' && words.front() <= 'Z'));
    }
  }
  for (int i = 0; i < static_cast<int>(Hint::count_); ++i) CHECK(places(text(Hint(i)).vi) == places(text(Hint(i)).en));
}

TEST_CASE("fill: arguments take their places, one that is missing leaves none, and braces without a digit stay") {
  CHECK(fill("`{0}` in {1}", {"a", "b"}) == "`a` in b");
  CHECK(fill("{1}{0}{1}", {"{1}", "b"}) == "b{1}b");
  CHECK(fill("put it here {0}", {}) == "put it here");
  CHECK(fill("`{{0}}` {x} {", {"place"}) == "`{place}` {x} {");
}
