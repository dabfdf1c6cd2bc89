#include "load/gate.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/failure.h"

namespace {

/// What the gate says, and the text that passes it.
struct Gate {
  base::Sources sources;
  base::Diagnostics diagnostics;

  std::string messages(base::Tongue tongue = base::Tongue::en) const {
    std::string out;
    for (const auto& one : diagnostics.sorted()) out += to_text(one, tongue) + "\n";
    return out;
  }
  std::string admit(std::string bytes) {
    const base::Source* source = load::admit(std::move(bytes), "content/a.md", sources, diagnostics);
    return source ? source->text : messages();
  }
  std::string read(const std::string& path) {
    const base::Source* source = load::read(path, "content/a.md", sources, diagnostics);
    return source ? source->text : messages();
  }
};

std::string admitted(std::string bytes) { return Gate().admit(std::move(bytes)); }

/// A folder that is gone at the end of the test.
struct Folder {
  Folder() { ::mkdtemp(path.data()); }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path + "/" + name, std::ios::binary) << bytes;
    return path + "/" + name;
  }
  std::string path = (std::filesystem::temp_directory_path() / "gate-XXXXXX").string();
};

}  // namespace

TEST_CASE("gate: a plain file passes as it is") {
  const Folder folder;
  CHECK(Gate().read(folder.write("a.md", "Trẻ em\tnói\n")) == "Trẻ em\tnói\n");
  CHECK(Gate().read(folder.write("empty.md", "")).empty());
}

TEST_CASE("gate: line ends become LF, one byte order mark goes, letters are composed") {
  CHECK(admitted("a\r\nb\rc\r\r\n") == "a\nb\nc\n\n");
  CHECK(admitted("\xEF\xBB\xBFtr\xE1\xBA\xBB") == "trẻ");
  CHECK(admitted("tre\xCC\x89") == "tr\xE1\xBA\xBB");
}

TEST_CASE("gate: a symbolic link, a folder and a pipe are refused") {
  const Folder folder;
  const std::string target = folder.write("a.md", "a");
  std::filesystem::create_symlink(target, folder.path + "/link.md");
  ::mkfifo((folder.path + "/pipe.md").c_str(), 0600);
  CHECK(Gate().read(folder.path + "/link.md") == "content/a.md:1:1: error: this is a symbolic link, not a file [symbolic-link]\n  hint: copy the file itself here\n");
  CHECK(Gate().read(folder.path) == "content/a.md:1:1: error: this is not a regular file [not-a-regular-file]\n");
  CHECK(Gate().read(folder.path + "/pipe.md") == "content/a.md:1:1: error: this is not a regular file [not-a-regular-file]\n");
}

TEST_CASE("gate: a file that is gone is the machine's failure, not a mistake") {
  Gate gate;
  CHECK_THROWS_AS(gate.read("/no/such/file.md"), base::Failure);
}

TEST_CASE("gate: a large file is refused by its size") {
  const Folder folder;
  const std::string path = folder.write("a.md", "");
  std::filesystem::resize_file(path, 100 * 1024 * 1024);  // no block of it exists on disk
  CHECK(Gate().read(path) == "content/a.md:1:1: error: the file has 100 MB, more than the 1 MB allowed [file-too-large]\n");
  CHECK(admitted(std::string(load::largest_file, 'a')).size() == load::largest_file);
  CHECK(admitted(std::string(load::largest_file + 1, 'a')) ==
        "content/a.md:1:1: error: the file has 1025 KB, more than the 1 MB allowed [file-too-large]\n");
}

TEST_CASE("gate: a byte that is not UTF-8 is shown in its line") {
  CHECK(admitted("a\nTrẻ em\nTr\xC3 em, đã lâu\n") ==
        "content/a.md:3:3: error: line 3 is not UTF-8 text [not-utf8]\n"
        "   3 | Tr� em, đã lâu\n"
        "     |   ^ open it in an editor and save it as UTF-8\n");
  for (const char* bytes : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF0\x80\x80\x80", "\x80", "\xE1\xBA"})
    CHECK(admitted(bytes).starts_with("content/a.md:1:1: error: line 1 is not UTF-8 text [not-utf8]\n"));
}

TEST_CASE("gate: old encodings of Vietnamese are named") {
  CHECK(admitted("Tr\xEA\xD2 em n\xF3i, ng\xFD\xF5\xECi l\xF5\xECn\n") ==
        "content/a.md:1:3: error: the file looks as if saved as Windows-1258, not as UTF-8 [not-utf8-utf16]\n"
        "   1 | Tr�� em n�i, ng���i l��n\n"
        "     |   ^ open it in an editor and save it as UTF-8\n");
  CHECK(admitted("Di\xD4n \xAE\xB5n tr\xCE em \xAE\xDE\n")
            .starts_with("content/a.md:1:3: error: the file looks as if saved as TCVN3 (ABC), not as UTF-8 [not-utf8-utf16]\n"));
}

TEST_CASE("gate: UTF-16 is named, with and without its mark") {
  const std::string said =
      "content/a.md:1:1: error: the file looks as if saved as UTF-16, not as UTF-8 [not-utf8-utf16]\n"
      "  hint: open it in an editor and save it as UTF-8\n";
  CHECK(admitted("\xFF\xFEt") == said);
  CHECK(admitted("\xFE\xFFt") == said);
  CHECK(admitted(std::string("t\0r\0e\0", 6)) == said);
}

TEST_CASE("gate: control characters, a second byte order mark and marks of direction are refused") {
  CHECK(admitted("dòng một\nđỏ\x1B[31m\n") ==
        "content/a.md:2:3: error: an unseen control character U+001B stands here [control-character]\n"
        "   2 | đỏ␛[31m\n"
        "     |   ^ delete it and type the words around it again\n");
  const auto code_of = [](std::string bytes) {
    const std::string said = admitted(std::move(bytes));
    const auto at = said.find("U+");
    return at == said.npos ? said : said.substr(at, 6);
  };
  CHECK(code_of(std::string("a long enough line\0", 19)) == "U+0000");
  CHECK(code_of("a\x7F") == "U+007F");
  CHECK(code_of("a\xC2\x85") == "U+0085");
  CHECK(code_of("a\xEF\xBB\xBF") == "U+FEFF");
  CHECK(code_of("\xEF\xBB\xBF\xEF\xBB\xBF") == "U+FEFF");
  CHECK(code_of("a\xE2\x80\xAE") == "U+202E");
  CHECK(code_of("a\xE2\x81\xA6") == "U+2066");
  CHECK(admitted("“trẻ em” – 1\xC2\xA0%…") == "“trẻ em” – 1\xC2\xA0%…");
}
