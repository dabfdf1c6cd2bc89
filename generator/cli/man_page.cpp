#include "cli/man_page.h"

#include <algorithm>
#include <utility>

namespace cli {

using base::Tongue;

namespace {

constexpr Words name{"TÊN", "NAME"}, synopsis{"CÚ PHÁP", "SYNOPSIS"}, description{"MÔ TẢ", "DESCRIPTION"}, commands_title{"CÁC LỆNH", "COMMANDS"},
    options_title{"TÙY CHỌN", "OPTIONS"}, exit_status{"MÃ THOÁT", "EXIT STATUS"}, examples_title{"VÍ DỤ", "EXAMPLES"}, files_title{"TỆP", "FILES"},
    see_also{"XEM THÊM", "SEE ALSO"};
constexpr Words manual{"Sổ tay loa", "loa manual"};
constexpr Words command_word{"LỆNH", "COMMAND"}, option_word{"TÙY CHỌN", "OPTION"};
constexpr Words exit_marks{"Mã thoát: ", "Exit status: "};
constexpr Words statuses{"0 xong, 1 nội dung hoặc giao diện có lỗi, 2 dùng lệnh sai, 3 máy hỏng việc (đĩa, quyền).",
                         "0 done, 1 mistakes in content or theme, 2 wrong use, 3 the machine failed (disk, permission)."};
constexpr std::pair<std::string_view, Words> files[] = {
    {"content/", {"Nội dung: những gì trang nói.", "The content: what the site says."}},
    {"themes/default/", {"Giao diện; thư mục làm việc không có thì dùng giao diện cài cùng chương trình.", "The theme; where the folder has none, the one installed with the program."}},
    {"../share/loa/themes/", {"Các giao diện cài cùng chương trình, tính từ thư mục chứa chương trình.", "The themes installed with the program, seen from the folder that the program is in."}},
    {"public/", {"Trang đã xuất bản: máy chủ web trỏ vào đây.", "The site as published: the web server's root."}}};

/// Text of roff: what has a meaning there, or would be printed as another character, stands for itself.
std::string escaped(std::string_view text) {
  std::string out;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) out += "\\&";
    line_begins = c == '\n';
    switch (c) {
      case '\\': out += "\\e"; break;
      case '-': out += "\\-"; break;
      case '\'': out += "\\(aq"; break;
      case '`': out += "\\(ga"; break;
      case '^': out += "\\(ha"; break;
      case '~': out += "\\(ti"; break;
      case '"': out += "\\(dq"; break;
      default: out += c;
    }
  }
  return out;
}

std::string bold(std::string_view text) { return "\\fB" + escaped(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + escaped(text) + "\\fR"; }

/// The words below the options in the help: examples, what else is to be known, exit statuses.
struct Footer {
  std::string examples, notes, statuses;
};

Footer read_footer(std::string_view text, Tongue tongue) {
  Footer footer;
  text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);  // "Examples:"
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.starts_with("  ")) footer.examples += std::string(line.substr(2)) + "\n";
    else if (line.starts_with(exit_marks.in(tongue))) footer.statuses = line.substr(exit_marks.in(tongue).size());
    else if (!line.empty()) footer.notes += std::string(line) + "\n";
  }
  return footer;
}

class Page {
 public:
  Page(std::string_view title, std::string_view about, Tongue tongue) : tongue_(tongue) {
    std::string upper(title);
    for (char& c : upper) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    out_ = ".TH " + escaped(upper) + " 1 \"\" \"loa " LOA_VERSION "\" \"" + std::string(manual.in(tongue)) + "\"\n";
    section(name);
    while (about.ends_with('.')) about.remove_suffix(1);
    out_ += escaped(title) + " \\- " + escaped(about) + "\n";
  }

  void section(const Words& title) { out_ += ".SH " + std::string(title.in(tongue_)) + "\n"; }
  /// `text` is roff.
  void line(const std::string& text) { out_ += text + "\n"; }
  void item(const std::string& term, std::string_view text) { out_ += ".TP\n" + term + "\n" + escaped(text) + "\n"; }
  void item(const std::string& term, const Words& text) { item(term, text.in(tongue_)); }

  /// What stands at the end of each page.
  void finish(const Footer& footer, const std::vector<std::string>& others) {
    section(exit_status);
    line(escaped(footer.statuses.empty() ? statuses.in(tongue_) : footer.statuses));
    section(files_title);
    for (const auto& [path, about] : files) item(italic(path), about);
    section(examples_title);
    line(".nf\n" + escaped(footer.examples) + ".fi");
    section(see_also);
    for (std::size_t i = 0; i < others.size(); ++i) line(".BR " + escaped(others[i]) + " (1)" + (i + 1 < others.size() ? "," : ""));
  }

  std::string take() { return std::move(out_); }

 private:
  Tongue tongue_;
  std::string out_;
};

}  // namespace

std::string man_page(const std::vector<DeclaredCommand>& commands, Tongue tongue) {
  std::string_view about = words::program.in(tongue);
  about.remove_prefix(std::string_view("loa: ").size());
  Page page("loa", about, tongue);
  page.section(synopsis);
  page.line(bold("loa") + " " + italic(command_word.in(tongue)) + " [" + italic(option_word.in(tongue)) + "]...");
  page.section(description);
  page.line(escaped(words::program.in(tongue)));
  page.section(commands_title);
  std::vector<std::string> others;
  for (const auto& command : commands) {
    page.item(bold(command.name), command.about);
    others.push_back("loa-" + command.name);
  }
  page.section(options_title);
  page.item(bold("-h") + ", " + bold("--help"), words::help);
  page.item(bold("--version"), words::version);
  page.finish(read_footer(words::example_program.in(tongue), tongue), others);
  return page.take();
}

std::string man_page(const DeclaredCommand& command, Tongue tongue) {
  Page page("loa-" + command.name, command.about.in(tongue), tongue);
  const auto footer = read_footer(command.examples.in(tongue), tongue);
  page.section(synopsis);
  std::string line = bold("loa " + command.name) + " [" + italic(option_word.in(tongue)) + "]...";
  for (const auto& option : command.options)
    if (!option.is_named()) line += " [" + italic(option.name) + "]...";
  page.line(line);
  page.section(description);
  page.line(escaped(command.about.in(tongue)));
  if (!footer.notes.empty()) page.line(".PP\n" + escaped(footer.notes.substr(0, footer.notes.size() - 1)));
  page.section(options_title);
  page.item(bold("-h") + ", " + bold("--help"), words::help);
  for (const auto& option : command.options) {
    const auto term = option.is_named() ? bold(option.name) : italic(option.name);
    page.item(option.value.empty() ? term : term + " " + italic(option.value), option.about);
  }
  page.finish(footer, {"loa"});
  return page.take();
}

}  // namespace cli
