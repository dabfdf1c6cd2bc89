// The rules that keep the rooms apart, held against the program's own text: who may include whom, where each library is
// sealed, and that no word of the campaigns' world stands in the code. Runs in the project's folder.

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file.h"

namespace {

using base::File;

const std::map<std::string_view, int> floors = {{"base", 0},      {"model", 1},  {"pictures", 1},  {"load", 2},    {"templates", 2},
                                                {"render", 3},    {"checks", 4}, {"outputs", 4}, {"pack", 4},     {"archive", 4},     {"publish", 4}, {"scaffold", 4}, {"schema", 4},
                                                {"pipeline", 5},  {"serve", 6},  {"cli", 7}};

/// How the headers of a library begin, and the one file or folder that may see them.
struct Seal {
  std::string_view header, place;
};
constexpr Seal seals[] = {{"yaml-cpp/", "load/yaml.cpp"}, {"cmark-gfm", "load/markdown.cpp"}, {"CLI/", "cli/"},
                          {"unicode/", "base/text.cpp"},  {"xxhash", "base/hash.cpp"},        {"httplib", "serve/server.cpp"},
                          {"zlib.h", "pack/compress.cpp"}, {"brotli/", "pack/compress.cpp"}, {"zip.h", "archive/zip.cpp"}, {"vips/", "pictures/scale.cpp"}, {"nlohmann/", "schema/schema.cpp"}};

const std::set<std::string_view> domain_nouns = {"campaign", "forum",    "hotline", "slogan",  "child",
                                                 "children", "province", "commune", "district"};

/// A line with its number, for a message.
std::string at(const File& file, std::size_t line) { return file.path + ":" + std::to_string(line) + ": "; }

/// Code with its comments blanked out; strings, characters and line ends stay. Raw strings count as code.
std::string without_comments(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size();) {
    const auto rest = code.substr(i);
    std::size_t length = 1;
    bool is_comment = true;
    if (rest.starts_with("//")) {
      length = rest.find('\n');
    } else if (rest.starts_with("/*")) {
      const auto end = rest.find("*/", 2);
      length = end == rest.npos ? end : end + 2;
    } else {
      is_comment = false;
      if (rest.starts_with("R\"")) {
        const auto open = rest.find('(');
        const auto end = rest.find(")" + std::string(rest.substr(2, open - 2)) + "\"", open);
        length = end == rest.npos ? end : end + open;
      } else if (rest[0] == '"' ||
                 (rest[0] == '\'' && (i == 0 || !std::isalnum(static_cast<unsigned char>(code[i - 1]))))) {
        while (length < rest.size() && rest[length] != rest[0] && rest[length] != '\n')
          length += rest[length] == '\\' ? 2 : 1;
        ++length;
      }
    }
    length = std::min(length, rest.size());
    for (const char c : rest.substr(0, length)) out += is_comment && c != '\n' ? ' ' : c;
    i += length;
  }
  return out;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1);
    lines.push_back(text.substr(0, end + 1));
    text.remove_prefix(end + 1);
  }
  return lines;
}

/// The path of an `#include`, with the mark that opens it: `"base/text.h`, `<string`. Empty for every other line.
std::string_view included(std::string_view line) {
  if (!line.starts_with("#include")) return {};
  const auto open = line.find_first_of("\"<"), close = line.find_last_of("\">");
  return open < close ? line.substr(open, close - open) : std::string_view();
}

/// What is wrong with an include in a file of a room; empty where nothing is.
std::string trouble_of(std::string_view path, std::string_view include) {
  const std::string_view mark = include.substr(0, 1), header = include.substr(1);
  for (const auto& seal : seals)
    if (header.starts_with(seal.header) && !path.starts_with(seal.place))
      return std::string(header) + " is sealed in " + std::string(seal.place);
  if (mark == "<") return "";
  const auto own = path.substr(0, path.find('/')), other = header.substr(0, header.find('/'));
  if (!floors.contains(own)) return std::string(own) + " is no room";
  if (!floors.contains(other) || !header.starts_with(std::string(other) + '/'))
    return std::string(header) + " is in no room";
  if (own == other || floors.at(other) < floors.at(own)) return "";
  return std::string(own) + " may not see " + std::string(header);
}

/// The parts of names and the words of texts, in small letters: `ForumPage`, `forum_page`, "forum page" → forum, page.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  bool after_small = false;
  for (const char c : text) {
    const auto letter = static_cast<unsigned char>(c);
    if (!std::isalpha(letter) || (std::isupper(letter) && after_small)) words.emplace_back();
    if (std::isalpha(letter)) words.back() += static_cast<char>(std::tolower(letter));
    after_small = std::islower(letter) != 0;
  }
  return words;
}

/// A noun, also with its plural s.
bool is_domain_noun(std::string_view word) {
  return domain_nouns.contains(word) || (word.ends_with('s') && domain_nouns.contains(word.substr(0, word.size() - 1)));
}

std::vector<File> program() {
  std::vector<File> files;
  for (const auto& found : base::list("generator"))
    if (found.path.ends_with(".cpp") || found.path.ends_with(".h"))
      files.push_back({found.path, without_comments(base::read("generator/" + found.path))});
  REQUIRE(files.size() > 20);
  return files;
}

template <class Check>
std::string all_troubles(const std::vector<File>& files, Check&& check) {
  std::string troubles;
  for (const auto& file : files) {
    std::size_t number = 0;
    for (const auto line : lines_of(file.bytes)) {
      ++number;
      if (const std::string trouble = check(file.path, line); !trouble.empty())
        troubles += at(file, number) + trouble + '\n';
    }
  }
  return troubles;
}

std::string include_trouble(std::string_view path, std::string_view line) {
  const auto include = included(line);
  return include.empty() ? "" : trouble_of(path, include);
}

/// Where a noun stands for something else: the template that extends another, a node of a text.
constexpr std::pair<std::string_view, std::string_view> other_meanings[] = {{"templates/compiler.cpp", "child"},
                                                                            {"load/markdown.cpp", "child"}};

std::string noun_trouble(std::string_view path, std::string_view line) {
  if (!path.ends_with(".cpp")) return "";
  for (const auto& word : words_of(line))
    if (is_domain_noun(word) &&
        std::ranges::find(other_meanings, std::pair(path, std::string_view(word))) == std::end(other_meanings))
      return word;
  return "";
}

}  // namespace

TEST_CASE("rooms: each includes only itself and lower floors, and libraries stay sealed") {
  CHECK(all_troubles(program(), include_trouble) == "");
}

TEST_CASE("rooms: no noun of the campaigns' world stands in the code") {
  CHECK(all_troubles(program(), noun_trouble) == "");
}

TEST_CASE("rooms: the rules see what they should") {
  CHECK(include_trouble("model/when.cpp", "#include \"model/when.h\"\n") == "");
  CHECK(include_trouble("model/when.cpp", "#include \"base/text.h\"\n") == "");
  CHECK(include_trouble("model/when.cpp", "#include <string>\n") == "");
  CHECK(include_trouble("model/when.cpp", "#include \"load/when.h\"\n") == "model may not see load/when.h");
  CHECK(include_trouble("load/when.cpp", "#include \"templates/when.h\"\n") == "load may not see templates/when.h");
  CHECK(include_trouble("load/when.cpp", "#include \"when.h\"\n") == "when.h is in no room");
  CHECK(include_trouble("cellar/when.cpp", "#include \"base/text.h\"\n") == "cellar is no room");
  CHECK(include_trouble("load/when.cpp", "#include <yaml-cpp/yaml.h>\n") ==
        "yaml-cpp/yaml.h is sealed in load/yaml.cpp");
  CHECK(include_trouble("load/yaml.cpp", "#include <yaml-cpp/yaml.h>\n") == "");
  CHECK(noun_trouble("load/when.cpp", "void show_forum();") == "forum");
  CHECK(noun_trouble("load/when.cpp", "struct HotlineList {};") == "hotline");
  CHECK(noun_trouble("load/when.cpp", "\"all slogans of\"") == "slogans");
  CHECK(noun_trouble("templates/compiler.cpp", "child->forum") == "forum");
  CHECK(noun_trouble("load/when.cpp", "child->forum") == "child");
  CHECK(noun_trouble("load/when.cpp", "forumlike(informal)") == "");
  CHECK(without_comments("a // forum\nb /* x\ny */ c \"// d\" '\"' // e") ==
        "a         \nb     \n     c \"// d\" '\"'     ");
  CHECK(without_comments("R\"x(// kept)x\" 1'000 // gone") == "R\"x(// kept)x\" 1'000        ");
}
