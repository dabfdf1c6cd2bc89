#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

#include "archive/report.h"
#include "archive/zip.h"
#include "base/file.h"
#include "base/html.h"
#include "base/installed.h"
#include "base/text.h"
#include "cli/package.h"
#include "cli/report.h"
#include "cli/site_options.h"
#include "cli/waiting.h"
#include "load/theme.h"
#include "publish/mark.h"

namespace cli {

namespace {

namespace fs = std::filesystem;

using archive::Trouble;
using base::fill;

constexpr Words output_file{"Tệp .zip để ghi vào; mặc định: theo tên trang.", "The .zip to write; by default it is called like the site."};
constexpr Words not_a_zip{"tên `{0}` phải kết thúc bằng .zip", "the name `{0}` has to end in .zip"};
constexpr Words within{"`{0}` nằm trong chính thư mục được gói", "`{0}` lies in a folder that is packed itself"};
constexpr Words public_place{"`{0}` nằm trong trang đã đăng: ai cũng tải được bản gốc", "`{0}` lies in a published site: anybody could fetch the originals"};
constexpr Words packed{"Đã gói {0} tệp vào {1} ({2} byte)", "Packed {0} files into {1} ({2} bytes)"};

struct Typed {
  SiteOptions site;
  std::string file;
};

/// Without the last `/`, as messages name the files in it.
std::string plain(std::string folder) {
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  return folder;
}

/// "Trang của tỉnh" → "trang-cua-tinh.zip", with the day for which it was made where that is known.
std::string name_for(const model::Site& site) {
  const auto title = model::title_of(site.self());
  const auto* words = model::speak(title, 0).value->get<std::string>();
  std::string name = words ? base::slug(*words) : "";
  if (name.empty()) name = "loa";
  if (site.today) name += "-" + model::to_iso(*site.today).substr(0, 10);
  return name + ".zip";
}

/// Whether a folder above holds a published site.
bool is_published(const std::string& file) {
  for (fs::path folder = fs::path(base::canonical(file)).parent_path(); folder != folder.parent_path(); folder = folder.parent_path())
    if (base::exists((folder / publish::mark_name).string())) return true;
  return false;
}

/// A word for a shell.
std::string quoted(const std::string& word) {
  const auto is_plain = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || std::string_view("/._:-").find(c) != std::string_view::npos; };
  return std::ranges::all_of(word, is_plain) ? word : "'" + word + "'";
}

class Packing {
 public:
  Packing(const Typed& typed, const Manner& manner) : typed_(typed), manner_(manner), options_(typed.site.asked()), diagnostics_(typed.site.strict) {
    options_.output.clear();  // nothing is compared with what one computer has published
  }

  Status run() {
    if (!typed_.file.empty() && !typed_.file.ends_with(".zip")) return refuse(fill(not_a_zip.in(manner_.tongue), {typed_.file}));
    auto made = make();
    if (!made.result.sound) {
      report({manner_, options_.output, false, made.result, 0, diagnostics_});
      return mistakes;
    }
    const auto& site = made.understood->site;
    const std::string file = typed_.file.empty() ? name_for(site) : typed_.file;
    find_folders();
    for (const auto& [from, to] : folders_)
      if ((base::canonical(file)).starts_with(base::canonical(from) + "/")) return refuse(fill(within.in(manner_.tongue), {file}));

    if (is_published(file)) return refuse(fill(public_place.in(manner_.tongue), {file}));

    std::vector<std::string> left_out;
    std::vector<base::File> files;
    for (const auto& [from, to] : folders_)
      for (auto& one : archive::files_of(from, to, left_out)) files.push_back(std::move(one));
    for (auto& one : made.files) files.push_back({"public/" + one.path, std::move(one.bytes)});
    files.push_back({"public/" + std::string(publish::mark_name), std::string(publish::mark_text)});
    const archive::Account account{site, made.result.pages, diagnostics_, folders_, left_out, command(site)};
    files.push_back({"README.txt", archive::read_me(account)});
    for (auto& trouble : archive::check(files)) troubles_.push_back(std::move(trouble));
    if (!troubles_.empty()) return tell(troubles_, manner_);
    files.push_back({"report.txt", archive::report(account, files)});
    archive::check(files);
    const std::string bytes = archive::to_zip(files);
    base::write(file, bytes);
    report_done(file, files.size(), bytes.size());
    return done;
  }

 private:
  Status refuse(const std::string& text) const {
    std::cerr << "loa pack: " << text << '\n';
    return wrong_use;
  }

  pipeline::Made make() {
    pipeline::Progress progress;
    const Waiting waiting(progress, manner_.tongue);
    return pipeline::make(options_, progress, sources_, diagnostics_);
  }

  /// The content, and the themes, which find each other again when they lie side by side, as they do in the package.
  void find_folders() {
    folders_.emplace_back(plain(options_.content), "content");
    base::Diagnostics known;
    const auto beside = [](const std::string& folder) { return fs::absolute(folder).lexically_normal().parent_path(); };
    const auto themes = load::theme_folders(options_.theme, sources_, known);
    for (const auto& theme : themes) {
      const std::string from = plain(theme), name = fs::absolute(from).lexically_normal().filename();
      if (beside(from) != beside(plain(themes.front())) && beside(from) != base::installed_themes()) troubles_.push_back({Trouble::Why::themes_apart, from});
      folders_.emplace_back(from, "themes/" + name);
    }
  }

  std::string command(const model::Site& site) const {
    std::string line = "loa build";
    if (folders_[1].second != "themes/default") line += " --theme " + quoted(folders_[1].second);
    if (!options_.base_url.empty()) line += " --base-url " + quoted(options_.base_url);
    if (site.today) line += " --today " + model::to_iso(*site.today);
    return line;
  }

  void report_done(const std::string& file, std::size_t count, std::size_t size) const {
    if (manner_.format == Format::text) {
      report_mistakes(diagnostics_, manner_);
      std::cout << fill(packed.in(manner_.tongue), {std::to_string(count), file, std::to_string(size)}) << '\n';
      return;
    }
    std::string out = "{\"diagnostics\": [";
    for (const auto& diagnostic : diagnostics_.sorted()) out += (out.ends_with('[') ? "\n  " : ",\n  ") + base::to_json(diagnostic, manner_.tongue);
    out += fmt::format("],\n \"sound\": true, \"files\": {}, \"bytes\": {}, \"file\": ", count, size);
    base::escape_json(out, file);
    std::cout << out << "}\n";
  }

  const Typed& typed_;
  const Manner& manner_;
  pipeline::Options options_;
  base::Sources sources_;
  base::Diagnostics diagnostics_;
  std::vector<std::pair<std::string, std::string>> folders_;
  std::vector<Trouble> troubles_;
};

}  // namespace

Command::Run declare_pack(Options& options) {
  auto typed = std::make_shared<Typed>();
  typed->site.declare(options);
  options.text("--output-file", typed->file, output_file, "FILE.zip");
  return [typed](const Manner& manner) { return Packing(*typed, manner).run(); };
}

}  // namespace cli
