#include <fmt/format.h>

#include <iostream>
#include <map>
#include <memory>

#include "base/failure.h"
#include "base/file.h"
#include "base/html.h"
#include "cli/report.h"
#include "cli/site_options.h"
#include "load/translation_memory.h"
#include "scaffold/files.h"

namespace cli {

namespace {

using base::fill;
using base::Tongue;
using model::Translation;
using State = Translation::State;

constexpr Words accept{"Bản dịch vẫn đúng, dù bản gốc đã đổi: TỆP, TỆP:DÒNG hoặc all. Ghi được nhiều lần.",
                       "The translation is still right although the text changed: FILE, FILE:LINE or all. May be given several times."};
constexpr Words missing{"{0}: thiếu bản `{1}`", "{0}: `{1}` is missing"};
constexpr Words stale{"{0}: bản `{1}` cũ hơn bản gốc", "{0}: `{1}` is older than the text"};
constexpr Words to_accept{"vẫn đúng thì: loa translations --accept {0}", "if it is still right: loa translations --accept {0}"};
constexpr Words counts{"{0}: {1} chữ, {2} đúng, {3} thiếu, {4} cũ, {5} lệch số", "{0}: {1} texts, {2} good, {3} missing, {4} stale, {5} with other numbers"};
constexpr Words nothing_accepted{"`{0}` không trỏ đến bản dịch cũ nào", "`{0}` names no stale translation"};
constexpr Words not_kept{"Không ghi được {0}: lần sau sẽ không biết bản nào đã dịch lại.", "{0} cannot be written: what was translated will not be known next time."};

struct Typed {
  SiteOptions site;
  std::vector<std::string> accepted;
};

std::string at(const base::Place& place) { return place.source ? place.source->path + ":" + std::to_string(base::position(*place.source, place.span.begin).line) : std::string(); }
std::string path_of(const base::Place& place) { return place.source ? place.source->path : std::string(); }

/// The beginning of a text on one line.
std::string beginning(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  constexpr std::size_t most = 90;
  if (text.size() <= most) return text;
  std::size_t end = most;
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

struct Counts {
  int all = 0, missing = 0, stale = 0, other_numbers = 0;
  int good() const { return all - missing - stale; }
};

class Report {
 public:
  Report(const model::Site& site, const base::Diagnostics& diagnostics, Tongue tongue) : site_(site), all_(model::translations_of(site)), tongue_(tongue) {
    for (auto& diagnostic : diagnostics.sorted())
      if (diagnostic.code == base::Code::digits_differ) numbers_.push_back(std::move(diagnostic));
  }

  /// Takes what is accepted as good; the first word that names nothing stale.
  std::optional<std::string> accept(const std::vector<std::string>& words) {
    for (const auto& word : words) {
      bool is_known = false;
      for (auto& one : all_) {
        const bool is_meant = word == "all" || word == path_of(one.place()) || word == at(one.place()) || word == at(one.source->place);
        if (one.state != State::stale || !is_meant) continue;
        one.state = State::good;
        is_known = true;
      }
      if (!is_known && word != "all") return word;
    }
    return std::nullopt;
  }

  std::vector<Translation>& all() { return all_; }
  bool is_clean() const {
    return std::ranges::all_of(all_, [](const auto& one) { return one.state == State::good; });
  }

  std::map<std::size_t, Counts> counted() const {
    std::map<std::size_t, Counts> languages;
    for (std::size_t i = 0; i < site_.languages.size(); ++i) languages[i];
    for (const auto& one : all_) {
      auto& language = languages[one.language];
      ++language.all;
      language.missing += one.state == State::missing;
      language.stale += one.state == State::stale;
    }
    for (std::size_t i = 1; i < site_.languages.size(); ++i)
      for (const auto& diagnostic : numbers_) languages[i].other_numbers += diagnostic.arguments.front().find(site_.languages[i].tag + " ") != std::string::npos || site_.languages.size() == 2;
    if (languages[0].all == 0) languages.erase(0);
    return languages;
  }

  std::string text() const {
    std::map<std::string, std::string> by_file;
    for (const auto& one : all_) {
      if (one.state == State::good) continue;
      const auto& tag = site_.languages[one.language].tag;
      std::string& out = by_file[path_of(one.place())];
      out += "  " + at(one.place()).substr(path_of(one.place()).size() + 1) + " " + fill((one.state == State::stale ? stale : missing).in(tongue_), {one.field, tag}) + "\n";
      out += "      " + (one.language == 0 ? std::string() : site_.languages[0].tag + ": ") + beginning(model::words_of(*one.source)) + "\n";
      if (one.said) out += "      " + tag + ": " + beginning(model::words_of(*one.said)) + "\n";
      if (one.state == State::stale) out += "      " + fill(to_accept.in(tongue_), {at(one.place())}) + "\n";
    }
    for (const auto& diagnostic : numbers_) {
      const std::string told = base::to_text(diagnostic, tongue_);
      const auto begin = path_of(diagnostic.place).size() + 1;
      by_file[path_of(diagnostic.place)] += "  " + told.substr(begin, told.find('\n') - begin) + "\n";
    }
    std::string out;
    for (const auto& [path, lines] : by_file) out += path + "\n" + lines;
    for (const auto& [language, count] : counted())
      out += fill(counts.in(tongue_), {site_.languages[language].tag, std::to_string(count.all), std::to_string(count.good()), std::to_string(count.missing),
                                       std::to_string(count.stale), std::to_string(count.other_numbers)}) + "\n";
    return out;
  }

  std::string json() const {
    std::string out = "{\"languages\": {";
    bool first = true;
    for (const auto& [language, count] : counted()) {
      out += fmt::format("{}\"{}\": {{\"texts\": {}, \"good\": {}, \"missing\": {}, \"stale\": {}, \"numbers\": {}}}", first ? "" : ", ", site_.languages[language].tag, count.all,
                         count.good(), count.missing, count.stale, count.other_numbers);
      first = false;
    }
    out += "},\n \"translations\": [";
    first = true;
    for (const auto& one : all_) {
      if (one.state == State::good) continue;
      const auto position = base::position(*one.place().source, one.place().span.begin);
      out += first ? "\n  {" : ",\n  {";
      first = false;
      const auto member = [&](const char* name, const std::string& text, const char* before = ", ") {
        out += std::string(before) + "\"" + name + "\": ";
        base::escape_json(out, text);
      };
      member("path", path_of(one.place()), "");
      out += fmt::format(", \"line\": {}, \"column\": {}", position.line, position.column);
      member("entry", one.entry->collection->name + "/" + one.entry->id);
      member("field", one.field);
      member("language", site_.languages[one.language].tag);
      member("state", one.state == State::stale ? "stale" : "missing");
      member("source", model::words_of(*one.source));
      member("translation", one.said ? model::words_of(*one.said) : "");
      out += "}";
    }
    out += first ? "],\n \"numbers\": [" : "\n ],\n \"numbers\": [";
    first = true;
    for (const auto& diagnostic : numbers_) {
      out += (first ? "\n  " : ",\n  ") + base::to_json(diagnostic, tongue_);
      first = false;
    }
    return out + (first ? "]}\n" : "\n ]}\n");
  }

 private:
  const model::Site& site_;
  std::vector<Translation> all_;
  std::vector<base::Diagnostic> numbers_;
  Tongue tongue_;
};

Status translations(const Typed& typed, const Manner& manner) {
  base::Sources sources;
  base::Diagnostics diagnostics(typed.site.strict);
  const auto options = typed.site.asked();
  const auto understood = pipeline::understand(options, sources, diagnostics);
  if (!understood) {
    report_mistakes(diagnostics, manner);
    return mistakes;
  }
  Report report(understood->site, diagnostics, manner.tongue);
  if (const auto unknown = report.accept(typed.accepted)) {
    std::cerr << "loa translations: " << fill(nothing_accepted.in(manner.tongue), {*unknown}) << '\n';
    return wrong_use;
  }
  std::cout << (manner.format == Format::json ? report.json() : report.text());
  const std::string path = base::join(options.content, load::translation_file);
  const std::string memory = load::to_text(model::remembered(report.all(), understood->site.translations));
  try {
    if (!base::exists(path) || base::read(path) != memory) scaffold::write(options.content, {{std::string(load::translation_file), memory, false, 0}});
  } catch (const base::Failure&) {
    std::cerr << fill(not_kept.in(manner.tongue), {path}) << '\n';
    if (!typed.accepted.empty()) return machine_failed;
  }
  return report.is_clean() ? done : mistakes;
}

}  // namespace

Command::Run declare_translations(Options& options) {
  auto typed = std::make_shared<Typed>();
  typed->site.declare(options);
  options.texts("--accept", typed->accepted, accept, "WHAT");
  return [typed](const Manner& manner) { return translations(*typed, manner); };
}

}  // namespace cli
