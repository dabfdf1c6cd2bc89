#include "archive/report.h"

#include <fmt/format.h>

#include "base/hash.h"

namespace archive {

namespace {

using base::fill;
using base::Tongue;
using base::Words;

constexpr Words heading{"Báo cáo về gói này", "Report of this package"};
constexpr Words made_by{"Gói do loa {0} làm.", "Packed by loa {0}."};
constexpr Words about{"Trang: {0}, {1}", "Site: {0}, {1}"};
constexpr Words on_day{"Ngày trang coi là hôm nay: {0}", "The day that the site takes for today: {0}"};
constexpr Words on_no_day{"Trang không coi ngày nào là hôm nay.", "The site takes no day for today."};
constexpr Words counts{"{0} trang, {1} ngôn ngữ: {2}", "{0} pages, {1} languages: {2}"};
constexpr Words entries{"Số mục (chưa đăng): {0}", "Entries (not published): {0}"};
constexpr Words no_warnings{"Không có cảnh báo.", "There are no warnings."};
constexpr Words warnings{"Cảnh báo: {0}", "Warnings: {0}"};
constexpr Words left_out{"Không gói, vì không phải là tệp thật: {0}", "Left out, because they are no real files: {0}"};
constexpr Words guide{
    "Gói này giữ trọn một trang web: nguồn (content/, themes/), trang đã làm (public/) và báo cáo (report.txt).\n"
    "Có cả những gì chưa đăng, nên chỉ đưa cho người sẽ làm tiếp.\n\n"
    "Để làm tiếp trên máy khác, cần chương trình loa:\n\n"
    "  loa unpack TỆP.zip --into trang\n  cd trang\n  {0}\n\n"
    "Không có loa thì giải nén như mọi tệp .zip: nội dung là tệp chữ trong content/, còn public/ chép lên máy chủ web nào cũng được.\n",
    "This package holds all of a website: its source (content/, themes/), the site made from it (public/), and a report (report.txt).\n"
    "What is not published yet is in it, too, so hand it only to those who will go on with it.\n\n"
    "To go on with it on another computer, with the program loa:\n\n"
    "  loa unpack FILE.zip --into site\n  cd site\n  {0}\n\n"
    "Without loa, unpack it like any other .zip: the content is plain text in content/, and public/ can be copied to any web server.\n"};

std::string title_of(const model::Site& site) {
  const auto title = model::title_of(site.self());
  const auto* words = model::speak(title, 0).value->get<std::string>();
  return words ? *words : site.base_url;
}

/// A message with its paths as they are in the package, however the folders were called where it was packed.
std::string told(const base::Diagnostic& diagnostic, Tongue tongue, const Account& account) {
  std::string out;
  std::string text = base::to_text(diagnostic, tongue) + '\n';
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = text.find('\n', begin);
    std::string line = text.substr(begin, end - begin);
    for (const auto& [from, to] : account.folders)
      if (line.starts_with(from + "/")) {
        line.replace(0, from.size(), to);
        break;
      }
    out += "  " + line + '\n';
    begin = end + 1;
  }
  return out;
}

std::string list(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

std::string in_one_tongue(const Account& account, Tongue tongue) {
  const auto& site = account.site;
  const auto say = [&](const Words& words, const std::vector<std::string>& arguments = {}) { return fill(words.in(tongue), arguments) + '\n'; };
  std::vector<std::string> languages, collections;
  for (const auto& language : site.languages) languages.push_back(language.tag);
  for (const auto& one : site.collections)
    if (!one.all.empty() || !one.hidden.empty())
      collections.push_back(one.collection->name + " " + std::to_string(one.all.size()) + (one.hidden.empty() ? "" : " (" + std::to_string(one.hidden.size()) + ")"));
  std::string out = say(heading) + '\n' + say(made_by, {LOA_VERSION}) + say(about, {title_of(site), site.base_url});
  out += site.today ? say(on_day, {model::to_iso(*site.today)}) : say(on_no_day);
  out += say(counts, {std::to_string(account.pages), std::to_string(languages.size()), list(languages)}) + say(entries, {list(collections)});
  if (!account.left_out.empty()) out += say(left_out, {list(account.left_out)});
  const auto all = account.diagnostics.sorted();
  out += all.empty() ? say(no_warnings) : say(warnings, {std::to_string(all.size())});
  for (const auto& diagnostic : all) out += told(diagnostic, tongue, account);
  return out;
}

}  // namespace

std::string report(const Account& account, const std::vector<base::File>& files) {
  std::string out = in_one_tongue(account, Tongue::vi) + "\n\n" + in_one_tongue(account, Tongue::en) + "\n\nTệp, byte, XXH3-128 / Files, bytes, XXH3-128\n\n";
  for (const auto& file : files) out += fmt::format("{}  {:>10}  {}\n", base::to_hex(base::hash(file.bytes)), file.bytes.size(), file.path);
  return out;
}

std::string read_me(const Account& account) { return title_of(account.site) + "\n\n" + fill(guide.vi, {account.command}) + "\n\n" + fill(guide.en, {account.command}); }

}  // namespace archive
