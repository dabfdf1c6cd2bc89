#include "load/translation_memory.h"

#include <filesystem>
#include <system_error>

#include "base/file.h"

namespace load {

namespace fs = std::filesystem;

namespace {
/// In bytes: enough for some hundred thousand texts.
constexpr std::uintmax_t largest_memory = std::uintmax_t{1} << 26;

constexpr std::string_view head = "# loa translations: bản dịch nào dịch từ bản gốc nào. Giữ cùng nội dung, đừng sửa tay. / Which translation was made from which text. Keep it with the content.\n";
}

model::TranslationMemory translation_memory(const std::string& content) {
  model::TranslationMemory memory;
  const std::string path = base::join(content, translation_file);
  std::error_code error;
  if (!fs::is_regular_file(fs::symlink_status(path, error)) || fs::file_size(path, error) > largest_memory) return memory;
  const std::string text = base::read(path);
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    const auto last = line.rfind(' '), before = last == line.npos || last == 0 ? line.npos : line.rfind(' ', last - 1);
    if (before == line.npos || line.starts_with('#')) continue;
    memory.pairs.insert({line.substr(0, before), line.substr(before + 1, last - before - 1), line.substr(last + 1)});
  }
  return memory;
}

std::string to_text(const model::TranslationMemory& memory) {
  std::string text(head);
  for (const auto& pair : memory.pairs) text += pair.unit + " " + pair.source + " " + pair.translation + "\n";
  return text;
}

}  // namespace load
