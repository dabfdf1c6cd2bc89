#include "serve/watch.h"

#include <doctest/doctest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "serve/edition.h"

namespace {

void write(const std::filesystem::path& path, std::string_view text) { std::ofstream(path) << text; }

}  // namespace

TEST_CASE("watch: whatever is done to a folder is a change, and nothing else is") {
  const auto folder = std::filesystem::temp_directory_path() / ("loa-watch-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder / "content/a");
  const auto content = folder / "content";
  write(content / "a/one", "1");
  auto known = serve::fingerprint({content});
  const auto is_changed = [&] {
    const auto before = known;
    known = serve::fingerprint({content});
    return known != before;
  };
  CHECK(!is_changed());
  write(content / ".one.swp", "what editors keep for themselves");
  CHECK(!is_changed());
  write(content / "a/one", "22");
  CHECK(is_changed());
  write(folder / "new", "33");
  std::filesystem::rename(folder / "new", content / "a/one");
  CHECK(is_changed());
  std::filesystem::rename(content / "a/one", content / "a/two");
  CHECK(is_changed());
  std::filesystem::copy(content / "a", content / "b");
  CHECK(is_changed());
  std::filesystem::remove_all(content / "b");
  CHECK(is_changed());
  std::filesystem::rename(content, folder / "away");
  CHECK(is_changed());
  CHECK(!is_changed());
  std::filesystem::rename(folder / "away", content);
  CHECK(is_changed());
  std::filesystem::remove_all(folder);
}

TEST_CASE("stage: a good build takes the mistakes away, and one with mistakes keeps the site") {
  serve::Stage stage;
  const auto name = [&] { return stage.look_at([](const serve::Edition& edition) { return edition.name; }); };
  const auto mistakes = [&] { return stage.look_at([](const serve::Edition& edition) { return edition.mistakes; }); };
  const auto begin = stage.wait(0, std::chrono::seconds(60));
  stage.show({{"a", "1"}, {"b", "2"}});
  const auto first = name();
  CHECK(first.size() == 32);
  CHECK(stage.wait(begin, std::chrono::seconds(60)) == begin + 1);
  stage.show_mistakes("wrong");
  CHECK(name() == first);
  CHECK(mistakes() == "wrong");
  stage.show({{"b", "2"}, {"a", "1"}});
  CHECK(name() == first);
  CHECK(mistakes() == "");
  stage.show({{"a", "1"}, {"b", "3"}});
  CHECK(name() != first);
  stage.close();
  CHECK(stage.is_closed());
  CHECK(stage.wait(begin + 4, std::chrono::seconds(60)) == begin + 4);
}
