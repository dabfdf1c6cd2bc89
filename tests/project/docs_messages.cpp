// docs/vi/messages.md and docs/en/messages.md: every message of the program with the example of its golden folder. LOA_REFRESH=1 writes them.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/messages.h"
#include "support/workspace.h"

namespace {

using base::Tongue;

/// A message with a word in place of what differs each time: "there is no `…`".
std::string pattern_of(const base::Message& message, Tongue tongue) {
  return base::fill(tongue == Tongue::vi ? message.vi : message.en, std::vector<std::string>(10, "…"));
}

/// The first mistake of a golden file: its line, what stands below it, and the remarks.
std::string first_of(const std::string& printed, std::string_view code) {
  const std::string end = " [" + std::string(code) + "]";
  std::string example;
  bool is_inside = false;
  for (std::size_t begin = 0; begin < printed.size();) {
    const auto stop = std::min(printed.find('\n', begin), printed.size());
    const std::string line = printed.substr(begin, stop - begin);
    begin = stop + 1;
    const bool is_head = !line.starts_with(' ') && line.ends_with(']');
    if (is_head && is_inside) break;
    if (is_head) is_inside = line.ends_with(end);
    if (is_inside) example += line + "\n";
  }
  return example;
}

std::string page(Tongue tongue) {
  const bool vi = tongue == Tongue::vi;
  std::string out = vi ? "# Khi có thông báo\n\nMỗi thông báo của loa có một mã trong ngoặc vuông. Tìm mã ấy ở đây: nó nghĩa là gì, và một ví dụ. **Lỗi** thì loa "
                         "không đăng, trang đã đăng giữ nguyên; **cảnh báo** thì vẫn đăng. Dòng đầu cho biết tệp, dòng, cột; dấu `^` chỉ đúng chỗ; sau đó là cách sửa.\n"
                       : "# What the messages mean\n\nEvery message of loa ends in a code in brackets. Look for it here: what it means, and an example. With an **error**, loa "
                         "publishes nothing and what is published stays as it was; with a **warning** it publishes. The first line tells file, line and column, `^` shows the very "
                         "place, and behind it stands how to mend it.\n";
  std::vector<const base::Message*> all;
  for (const auto& message : base::all_messages()) all.push_back(&message);
  std::ranges::sort(all, {}, [](const auto* message) { return message->name; });
  for (const auto* message : all) {
    const std::string folder = "tests/golden/diagnostics/" + std::string(message->name) + "/expected." + (vi ? "vi" : "en") + ".txt";
    const bool is_error = message->severity == base::Severity::error;
    out += "\n## " + std::string(message->name) + "\n\n" + (vi ? is_error ? "**Lỗi**: " : "**Cảnh báo**: " : is_error ? "**Error**: " : "**Warning**: ");
    const auto pattern = pattern_of(*message, tongue);
    out += (pattern == "…" || pattern.starts_with("… (") ? std::string(vi ? "điều mà giao diện đòi hỏi ở nội dung" : "what the theme asks of the content") : pattern) + ".\n\n```\n" +
           first_of(base::exists(folder) ? base::read(folder) : "", message->name) + "```\n";
  }
  return out;
}

}  // namespace

TEST_CASE("docs: messages.md explains every message with its example, in both tongues") {
  for (const auto tongue : {Tongue::vi, Tongue::en}) {
    const std::string path = std::string("docs/") + (tongue == Tongue::vi ? "vi" : "en") + "/messages.md", text = page(tongue);
    if (support::refreshing()) std::ofstream(path, std::ios::binary) << text;
    CHECK_MESSAGE((base::exists(path) && base::read(path) == text), path << " is not what LOA_REFRESH=1 writes");
  }
}
