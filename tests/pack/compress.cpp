#include "pack/compress.h"

#include <doctest/doctest.h>

TEST_CASE("compress: text gets copies that are smaller, and nothing else any") {
  const std::string words = "Every child has the right to be heard. Every child has the right to be heard. Every child has the right to be heard.";
  std::vector<base::File> files{{"vi/index.html", words}, {"a.png", words}, {"b.txt", "x"}, {"c.CSS", words}, {"empty.js", ""}};
  pack::add_compressed(files, 2);
  std::string paths;
  for (const auto& file : files) paths += file.path + " ";
  CHECK(paths == "vi/index.html a.png b.txt c.CSS empty.js vi/index.html.gz vi/index.html.br c.CSS.gz c.CSS.br ");
  CHECK(files[0].bytes == words);
  for (std::size_t i = 5; i < files.size(); ++i) CHECK(files[i].bytes.size() < words.size());
}

TEST_CASE("compress: a gzip copy has neither a name nor a time") {
  std::vector<base::File> files{{"a.txt", std::string(1000, 'a')}};
  pack::add_compressed(files, 1);
  CHECK(files[1].bytes.substr(0, 8) == std::string("\x1f\x8b\x08\0\0\0\0\0", 8));
}
