#include "archive/unpack.h"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <memory>

#include "base/excerpt.h"
#include "base/file.h"
#include "base/html.h"
#include "cli/package.h"

namespace cli {

namespace {

using archive::Trouble;
using base::fill;

constexpr Words into{"Thư mục mới để giải vào; mặc định: tên của tệp, không có .zip.", "The new folder to unpack into; by default the name of the file without .zip."};
constexpr Words file_words{"Tệp .zip do loa pack làm.", "A .zip made by loa pack."};
constexpr Words one_file{"cần một tệp, ví dụ: loa unpack trang.zip", "one file is needed, for example: loa unpack site.zip"};
constexpr Words in_the_way{"`{0}` đã có và không trống; chọn thư mục khác với --into", "`{0}` is there and not empty; choose another folder with --into"};
constexpr Words unpacked{"Đã giải {0} tệp vào {1}/. Làm tiếp: cd {1}, rồi xem README.txt.", "Unpacked {0} files into {1}/. To go on: cd {1}, and see README.txt."};

Words words_of(Trouble::Why why) {
  switch (why) {
    case Trouble::Why::no_zip: return {"`{0}` không phải là tệp .zip, hoặc đã hỏng", "`{0}` is no .zip, or broken"};
    case Trouble::Why::no_package: return {"`{0}` không phải là gói của loa: thiếu content/site.yaml hoặc themes/…/theme.yaml", "`{0}` is no package of loa: content/site.yaml or themes/…/theme.yaml is missing"};
    case Trouble::Why::too_many: return {"`{0}` có quá nhiều tệp", "`{0}` holds too many files"};
    case Trouble::Why::too_large: return {"`{0}` giải ra thì quá lớn", "`{0}` would be too large when unpacked"};
    case Trouble::Why::encrypted: return {"`{0}` bị khóa bằng mật khẩu", "`{0}` is locked with a password"};
    case Trouble::Why::unsafe_path: return {"đường dẫn `{0}` ra ngoài thư mục, hoặc không phải máy nào cũng dùng được", "the path `{0}` leads out of the folder, or cannot be on every computer"};
    case Trouble::Why::foreign_path: return {"gói của loa không có `{0}`", "no package of loa has `{0}`"};
    case Trouble::Why::no_file: return {"`{0}` là liên kết hoặc thiết bị, không phải tệp thật", "`{0}` is a link or a device, not a file"};
    case Trouble::Why::clash: return {"`{0}` và `{1}` không cùng có trên mọi máy được", "`{0}` and `{1}` cannot both be there on every computer"};
    case Trouble::Why::damaged: return {"`{0}` đã hỏng: không còn đúng như khi gói", "`{0}` is damaged: not as it was packed"};
    case Trouble::Why::themes_apart: return {"giao diện `{0}` phải nằm cạnh giao diện dựa trên nó", "the theme `{0}` has to lie beside the theme that extends it"};
  }
  return {};
}

struct Typed {
  std::vector<std::string> files;
  std::string into;
};

Status refuse(const std::string& text) {
  std::cerr << "loa unpack: " << text << '\n';
  return wrong_use;
}

bool is_free(const std::string& folder) {
  std::error_code error;
  const auto there = std::filesystem::status(folder, error);
  return there.type() == std::filesystem::file_type::not_found || (is_directory(there) && std::filesystem::is_empty(folder, error));
}

Status unpack(const Typed& typed, const Manner& manner) {
  if (typed.files.size() != 1) return refuse(std::string(one_file.in(manner.tongue)));
  const auto& file = typed.files.front();
  std::string folder = typed.into;
  if (folder.empty()) folder = base::name_of(file).substr(0, base::name_of(file).rfind('.'));
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  if (!is_free(folder)) return refuse(fill(in_the_way.in(manner.tongue), {folder}));
  const auto result = archive::unpack(file, folder);
  if (!result.troubles.empty()) return tell(result.troubles, manner);
  if (manner.format == Format::text) {
    std::cout << fill(unpacked.in(manner.tongue), {std::to_string(result.files), folder}) << '\n';
    return done;
  }
  std::string out = fmt::format("{{\"sound\": true, \"files\": {}, \"bytes\": {}, \"into\": ", result.files, result.bytes);
  base::escape_json(out, folder);
  std::cout << out << "}\n";
  return done;
}

}  // namespace

Status tell(const std::vector<Trouble>& troubles, const Manner& manner) {
  constexpr Words mistake{"lỗi: ", "error: "};
  std::string out;
  for (const auto& trouble : troubles) {
    const std::string text = base::printable(fill(words_of(trouble.why).in(manner.tongue), {trouble.path, trouble.other}));
    if (manner.format == Format::text) {
      out += std::string(mistake.in(manner.tongue)) + text + '\n';
    } else {
      out += out.empty() ? "\n  {\"path\": " : ",\n  {\"path\": ";
      base::escape_json(out, trouble.path);
      base::escape_json(out += ", \"message\": ", text);
      out += '}';
    }
  }
  if (manner.format == Format::text) std::cerr << out;
  else std::cout << "{\"sound\": false, \"troubles\": [" << out << "]}\n";
  return mistakes;
}

Command::Run declare_unpack(Options& options) {
  auto typed = std::make_shared<Typed>();
  options.words("file", typed->files, file_words, false);
  options.text("--into", typed->into, into, "DIR");
  return [typed](const Manner& manner) { return unpack(*typed, manner); };
}

}  // namespace cli
