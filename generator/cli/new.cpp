#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <memory>

#include "base/file.h"
#include "base/text.h"
#include "cli/report.h"
#include "cli/site_options.h"
#include "scaffold/new_entry.h"
#include "scaffold/new_year.h"

namespace cli {

namespace {

using base::fill;
using base::Tongue;
using model::Collection;
using model::Field;

constexpr Words from{"Năm làm mẫu cho năm mới; mặc định: năm gần nhất trước đó.", "The year that the new one is made from; by default the last one before it."};
constexpr Words can_begin{"Có thể bắt đầu:", "What can be begun:"};
constexpr Words a_year{"cả một năm mới, theo năm trước", "a whole new year, from the last one"};
constexpr Words unknown{"không có `{0}`", "there is no `{0}`"};
constexpr Words did_you_mean{"; ý bạn là `{0}`?", "; did you mean `{0}`?"};
constexpr Words not_a_year{"cần một năm, ví dụ: loa new year 2027", "a year is needed, for example: loa new year 2027"};
constexpr Words no_last_year{"không có năm nào trước {0} để làm theo", "there is no year before {0} to begin from"};
constexpr Words needed{"còn thiếu: {0}", "still needed: {0}"};
constexpr Words unknown_value{"`{0}` không có trường `{1}`", "`{0}` has no field `{1}`"};
constexpr Words no_value{"`{0}` chưa có giá trị", "`{0}` has no value"};
constexpr Words unsafe{"`{0}`: chỉ dùng chữ thường không dấu, số và dấu gạch nối", "`{0}`: only small letters without marks, digits and hyphens"};
constexpr Words written{"Đã viết {0}", "Wrote {0}"}, added{"Đã thêm vào {0}", "Added to {0}"};
constexpr Words proposals{": {0} chỗ cần xác nhận", ": {0} to be confirmed"};
constexpr Words already_there{"Đã có sẵn, giữ nguyên: {0}", "There already, left as it is: {0}"};
constexpr Words nothing_new{"Không có gì để viết.", "There is nothing to write."};
constexpr Words then_year{
    "Việc tiếp theo: mở từng tệp; chỗ nào đã đúng thì xóa chữ `!confirm`; xong cả tệp thì xóa dòng `status: draft`.\n`loa check` kể các chỗ còn lại, `loa serve` cho xem trước.",
    "What comes next: open each file; where a value is right, take `!confirm` away; when the file is done, take the line `status: draft` away.\n`loa check` lists what is left, `loa serve` shows it beforehand."};
constexpr Words then_entry{"Việc tiếp theo: mở tệp, điền vào; chỗ nào đã đúng thì xóa chữ `!confirm`. `loa check` kể các chỗ còn lại.",
                           "What comes next: open the file and fill it in; where a value is right, take `!confirm` away. `loa check` lists what is left."};
constexpr Words taken_back{"Giá trị đã cho chưa đúng, nên chưa viết gì.", "What was given is not right, so nothing is written."};
constexpr Words leave_out{"(Enter: để sau)", "(Enter: later)"};

struct Typed {
  SiteOptions site;
  std::string from;
  std::vector<std::string> words;
};

std::string spoken(const model::Value& text, std::size_t language, const std::string& otherwise) {
  const auto* words = model::speak(text, language).value->get<std::string>();
  return words ? *words : otherwise;
}

/// A command about one site, from the words that were typed to the files that are written.
class Beginning {
 public:
  Beginning(const Typed& typed, Tongue tongue) : typed_(typed), options_(typed.site.asked()), tongue_(tongue) { options_.drafts = true; }

  Status run() {
    auto understood = pipeline::understand(options_, sources_, diagnostics_);
    if (!understood) {
      report_mistakes(diagnostics_, {tongue_, Format::text});
      return mistakes;
    }
    const auto& site = understood->site;
    for (std::size_t i = 0; i < site.languages.size(); ++i)
      if (site.languages[i].tag == (tongue_ == Tongue::vi ? "vi" : "en")) language_ = i;
    if (typed_.words.empty()) return tell_what_there_is(site);
    const bool has_values = typed_.words.size() > 1 && (typed_.words[1].starts_with("--") || typed_.words[1].find('=') != std::string::npos);
    if (typed_.words.front() == "year" && !has_values) return year(site);
    std::string name = typed_.words.front();
    std::ranges::replace(name, '-', '_');
    const auto* entries = site.find(name);
    if (!entries || name == "site") return refuse_unknown(site, name);
    return entry(site, *entries->collection);
  }

 private:
  std::string say(const Words& words, const std::vector<std::string>& arguments = {}) const { return fill(words.in(tongue_), arguments); }

  Status refuse(const std::string& text) const {
    std::cerr << "loa new: " << text << '\n';
    return wrong_use;
  }

  Status tell_what_there_is(const model::Site& site) const {
    std::cout << say(can_begin) << "\n  loa new year 2027   " << say(a_year) << '\n';
    for (const auto& entries : site.collections) {
      std::string name = entries.collection->name;
      if (name == "site" || name == "year") continue;
      std::ranges::replace(name, '_', '-');
      std::cout << "  loa new " << name << "   " << spoken(entries.collection->label, language_, name) << '\n';
    }
    return done;
  }

  Status refuse_unknown(const model::Site& site, const std::string& name) const {
    std::vector<std::string> names{"year"};
    for (const auto& entries : site.collections)
      if (entries.collection->name != name) names.push_back(entries.collection->name);  // there is one `site`, and no second
    const auto near = base::nearest(name, names);
    return refuse(say(unknown, {typed_.words.front()}) + (near.empty() ? "" : say(did_you_mean, {near})));
  }

  Status year(const model::Site& site) {
    const auto is_year = [](const std::string& text) { return text.size() == 4 && text.find_first_not_of("0123456789") == std::string::npos; };
    if (typed_.words.size() != 2 || !is_year(typed_.words[1]) || (!typed_.from.empty() && !is_year(typed_.from))) return refuse(say(not_a_year));
    const auto& name = typed_.words[1];
    const auto begun = scaffold::begin_year(site, name, typed_.from, language_, sources_, diagnostics_);
    if (begun.files.empty() && begun.present.empty()) return refuse(say(no_last_year, {name}));
    return put(begun.files, begun.present, then_year);
  }

  Status entry(const model::Site& site, const Collection& collection) {
    scaffold::Given given;
    if (const auto status = take_values(site, collection, given); status != done) return status;
    if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)) ask(site, collection, given);
    std::string missing;
    for (const auto& name : scaffold::names_needed(collection))
      if (!given.contains(name)) missing += (missing.empty() ? "" : ", ") + name + "=…";
    if (!missing.empty()) return refuse(say(needed, {missing}));
    for (const auto& name : scaffold::names_needed(collection)) {
      const Field* field = scaffold::field_of(collection, name);
      given[name] = id_meant(site, field, given[name]);
      if (const auto why = why_not(site, field, given[name], true); !why.empty()) return refuse(why);
    }
    const auto made = scaffold::begin_entry(site, collection, given, language_);
    return put(made.files, made.present, then_entry);
  }

  /// `place=lang-son`, `--place lang-son` and `--place=lang-son` mean the same.
  Status take_values(const model::Site& site, const Collection& collection, scaffold::Given& given) const {
    for (std::size_t i = 1; i < typed_.words.size(); ++i) {
      std::string word = typed_.words[i];
      const bool is_option = word.starts_with("--");
      if (is_option) word.erase(0, 2);
      auto equals = word.find('=');
      if (equals == std::string::npos && is_option && i + 1 < typed_.words.size()) word += "=" + typed_.words[++i], equals = word.find('=');
      std::string name = word.substr(0, equals);
      std::ranges::replace(name, '-', '_');
      const std::string field = name.substr(0, name.find('.'));
      const auto needed_names = scaffold::names_needed(collection);
      const Field* declared = collection.find(field);
      const auto tag = name.size() > field.size() ? name.substr(field.size() + 1) : "";
      const bool knows_tag = tag.empty() || std::ranges::count(site.languages, tag, &model::Language::tag) > 0;
      if ((!declared && !std::ranges::count(needed_names, field)) || !knows_tag) return refuse(say(unknown_value, {typed_.words.front(), name}));
      if (equals == std::string::npos || equals + 1 == word.size()) return refuse(say(no_value, {name}));
      given[name] = word.substr(equals + 1);
    }
    return done;
  }

  /// "Lạng Sơn" is `lang-son`, where there is one; all else is as it was typed.
  static std::string id_meant(const model::Site& site, const Field* field, const std::string& text) {
    const auto* entries = field && field->kind == model::Kind::reference ? site.find(field->to) : nullptr;
    const auto slug = base::slug(text);
    return entries && !entries->find(text) && entries->find(slug) ? slug : text;
  }

  /// Why a value cannot be; empty where it can. `is_of_path`: it becomes a part of the name of a file.
  std::string why_not(const model::Site& site, const Field* field, const std::string& text, bool is_of_path) const {
    if (const auto* entries = field && field->kind == model::Kind::reference ? site.find(field->to) : nullptr; entries && !entries->find(text)) {
      std::vector<std::string> ids;
      for (const auto& entry : entries->all) ids.push_back(entry.id);
      const auto near = base::nearest(base::slug(text), ids);
      return say(unknown, {text}) + (near.empty() ? "" : say(did_you_mean, {near}));
    }
    std::string plain = text;
    std::erase(plain, '/');
    return is_of_path && !base::is_slug(plain) ? say(unsafe, {text}) : "";
  }

  /// Asks for what has to be known, and for what the entry must have, as far as a line can say it.
  void ask(const model::Site& site, const Collection& collection, scaffold::Given& given) const {
    const auto question = [&](const std::string& name, const Field* field, const std::string& text, bool must) {
      for (std::string line; !given.contains(name);) {
        std::cout << text << (must ? "" : " " + say(leave_out)) << ": " << std::flush;
        if (!std::getline(std::cin, line)) return;
        const auto begin = line.find_first_not_of(" \t");
        if (begin == std::string::npos && !must) return;
        if (begin == std::string::npos) continue;
        const std::string answer = line.substr(begin, line.find_last_not_of(" \t") + 1 - begin), id = id_meant(site, field, answer);
        if (const auto why = why_not(site, field, id, must); !why.empty()) std::cout << why << '\n';
        else given[name] = id;
      }
    };
    const auto text_of = [&](const Field& field) {
      std::string text = spoken(field.label, language_, field.name);
      std::string choices;
      for (const auto& option : field.options) choices += (choices.empty() ? "" : ", ") + option.name;
      if (const auto* entries = site.find(field.to); entries && entries->all.size() <= 20)
        for (const auto& one : entries->all) choices += (choices.empty() ? "" : ", ") + one.id;
      return choices.empty() ? text : text + " (" + choices + ")";
    };
    const auto names = scaffold::names_needed(collection);
    for (const auto& name : names) {
      const Field* field = scaffold::field_of(collection, name);
      question(name, field, field ? text_of(*field) : name, true);
    }
    for (const auto& field : collection.fields) {
      const bool fits_a_line = field.kind != model::Kind::list && field.kind != model::Kind::record && field.kind != model::Kind::image && field.kind != model::Kind::prose;
      if (!field.required || !fits_a_line || std::ranges::count(names, field.name) || given.contains(field.name)) continue;
      if (!field.translated) question(field.name, &field, text_of(field), false);
      else
        for (const auto& language : site.languages) question(field.name + "." + language.tag, &field, text_of(field) + ", " + language.name, false);
    }
  }

  /// Writes, reads all of it again, and takes it back where it is not right.
  Status put(const std::vector<scaffold::ContentText>& files, const std::vector<std::string>& present, const Words& then) {
    namespace fs = std::filesystem;
    std::vector<std::pair<std::string, std::optional<std::string>>> before;
    for (const auto& file : files) {
      const std::string path = base::join(options_.content, file.path);
      before.emplace_back(path, base::exists(path) ? std::optional(base::read(path)) : std::nullopt);
    }
    scaffold::write(options_.content, files);
    base::Sources sources;
    base::Diagnostics all, wrong;
    auto options = options_;
    options.drafts = false;
    pipeline::understand(options, sources, all);
    for (auto& diagnostic : all.sorted()) {
      const bool is_here = diagnostic.place.source && std::ranges::any_of(before, [&](const auto& one) { return one.first == diagnostic.place.source->path; });
      const bool is_to_be_written = diagnostic.code == base::Code::confirm_misplaced;  // the line that stands for the text of an article
      if (is_here && !is_to_be_written && base::message(diagnostic.code).severity == base::Severity::error) wrong.add(std::move(diagnostic));
    }
    if (wrong.has_errors()) {
      for (const auto& [path, text] : before) {
        if (text) continue;
        fs::remove(path);
        std::error_code is_used;  // a folder with other files stays
        for (fs::path folder = fs::path(path).parent_path(); folder != fs::path(options_.content) && fs::remove(folder, is_used);) folder = folder.parent_path();
      }
      std::vector<scaffold::ContentText> back;
      for (std::size_t i = 0; i < files.size(); ++i)
        if (before[i].second) back.push_back({files[i].path, *before[i].second, false, 0});
      scaffold::write(options_.content, back);
      report_mistakes(wrong, {tongue_, Format::text});
      std::cerr << say(taken_back) << '\n';
      return mistakes;
    }
    for (const auto& file : files)
      std::cout << say(file.adds ? added : written, {base::join(options_.content, file.path)})
                << (file.to_confirm > 0 ? say(proposals, {std::to_string(file.to_confirm)}) : "") << '\n';
    for (const auto& path : present) std::cout << say(already_there, {base::join(options_.content, path)}) << '\n';
    std::cout << (files.empty() ? say(nothing_new) : say(then)) << '\n';
    return done;
  }

  const Typed& typed_;
  pipeline::Options options_;
  Tongue tongue_;
  std::size_t language_ = 0;
  base::Sources sources_;
  base::Diagnostics diagnostics_;
};

}  // namespace

Command::Run declare_new(Options& options) {
  auto typed = std::make_shared<Typed>();
  typed->site.declare_folders(options);
  options.text("--from", typed->from, from, "YEAR");
  options.rest(typed->words);
  return [typed](const Manner& manner) { return Beginning(*typed, manner.tongue).run(); };
}

}  // namespace cli
