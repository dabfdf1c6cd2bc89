#include <fmt/format.h>

#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "base/failure.h"
#include "base/file.h"
#include "base/html.h"
#include "base/text.h"
#include "checks/translation_report.h"
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
constexpr Words counts{"{0}: {1} chữ, {2} đúng ({6}%), {3} thiếu, {4} cũ, {5} lệch số", "{0}: {1} texts, {2} good ({6}%), {3} missing, {4} stale, {5} with other numbers"};
constexpr Words one_accepted{"Đã ghi nhận: 1 bản dịch vẫn đúng.", "Confirmed: 1 translation is still right."}, many_accepted{"Đã ghi nhận: {0} bản dịch vẫn đúng.", "Confirmed: {0} translations are still right."};
constexpr Words nothing_accepted{"`{0}` không trỏ đến bản dịch cũ nào; `loa translations` kể tệp và dòng của từng bản", "`{0}` names no stale translation; `loa translations` tells file and line of each"};
constexpr Words not_kept{"Không ghi được {0}: lần sau sẽ không biết bản nào đã dịch lại.", "{0} cannot be written: what was translated will not be known next time."};
constexpr Words begun{"Chưa có {0}: coi như mọi bản dịch hiện nay đều đúng, và ghi nhớ từ lần này.", "There is no {0} yet: every translation counts as right as it is now, and is remembered from now on."};
constexpr Words not_noted{"Nội dung có lỗi: chưa ghi nhớ gì cho đến khi sửa xong.", "There are mistakes in the content: nothing is remembered until they are mended."};

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
  return base::shortened(text, most);
}

/// `./content\site.yaml` is `content/site.yaml`, however it was typed.
std::string plain(std::string path) {
  std::ranges::replace(path, '\\', '/');
  return path.starts_with("./") ? path.substr(2) : path;
}

/// Takes what is accepted as good and counts it; gives the first word that names nothing stale.
std::optional<std::string> accept_all(std::vector<Translation>& all, const std::vector<std::string>& words, int& count) {
  std::vector<Translation*> stale_ones;
  for (auto& one : all)
    if (one.state == State::stale) stale_ones.push_back(&one);
  for (const auto& typed : words) {
    const std::string word = plain(typed);
    bool is_known = word == "all";
    for (auto* one : stale_ones) {
      if (word != "all" && word != path_of(one->place()) && word != at(one->place()) && word != at(one->source->place)) continue;
      if (std::exchange(one->state, State::good) == State::stale) ++count;
      is_known = true;
    }
    if (!is_known) return typed;
  }
  return std::nullopt;
}

/// A report on a site as somebody reads it, or a program.
class Telling {
 public:
  Telling(const model::Site& site, const checks::TranslationReport& report, Tongue tongue) : site_(site), report_(report), tongue_(tongue) {}

  std::string text() const {
    std::map<std::string, std::string> by_file;
    for (const auto& one : report_.all)
      if (one.state != State::good) by_file[path_of(one.place())] += text_of(one);
    for (const auto& [told, of] : report_.numbers) {
      const std::string line = base::to_text(told, tongue_);
      const auto begin = path_of(told.place).size() + 1;
      by_file[path_of(told.place)] += "  " + line.substr(begin, line.find('\n') - begin) + "\n";
      if (of) by_file[path_of(told.place)] += "      " + report_.all[*of].field + "\n" + both(report_.all[*of]);
    }
    std::string out;
    for (const auto& [path, lines] : by_file) out += path + "\n" + lines;
    for (const auto& [language, count] : report_.counts(site_))
      out += fill(counts.in(tongue_), {site_.languages[language].tag, std::to_string(count.texts), std::to_string(count.good()), std::to_string(count.missing),
                                       std::to_string(count.stale), std::to_string(count.other_numbers), std::to_string(count.percent())}) + "\n";
    return out;
  }

  std::string json() const {
    std::string out = "{\"languages\": {";
    const char* between = "";
    for (const auto& [language, count] : report_.counts(site_)) {
      out += fmt::format("{}\"{}\": {{\"texts\": {}, \"good\": {}, \"missing\": {}, \"stale\": {}, \"numbers\": {}}}", between, tag(language), count.texts, count.good(),
                         count.missing, count.stale, count.other_numbers);
      between = ", ";
    }
    out += "},\n \"translations\": [";
    between = "\n  ";
    for (const auto& one : report_.all) {
      if (one.state == State::good) continue;
      out += between + json_of(one);
      between = ",\n  ";
    }
    out += "],\n \"numbers\": [";
    between = "\n  ";
    for (const auto& [told, of] : report_.numbers) {
      out += between + base::to_json(told, tongue_);
      if (of) {
        out.pop_back();
        add(out, ", ", "field", report_.all[*of].field);
        add(out, ", ", "language", tag(report_.all[*of].language));
        out += "}";
      }
      between = ",\n  ";
    }
    return out + "]}\n";
  }

 private:
  const std::string& tag(std::size_t language) const { return site_.languages[language].tag; }

  static void add(std::string& out, const char* before, const char* name, const std::string& text) {
    out += std::string(before) + "\"" + name + "\": ";
    base::escape_json(out, text);
  }

  /// The text and its translation, as far as there is one.
  std::string both(const Translation& one) const {
    std::string out = "      " + tag(one.source_language) + ": " + beginning(model::words_of(*one.source)) + "\n";
    return one.said ? out + "      " + tag(one.language) + ": " + beginning(model::words_of(*one.said)) + "\n" : out;
  }

  std::string text_of(const Translation& one) const {
    const bool is_stale = one.state == State::stale;
    std::string out = "  " + at(one.place()).substr(path_of(one.place()).size() + 1) + " " + fill((is_stale ? stale : missing).in(tongue_), {one.field, tag(one.language)}) + "\n" + both(one);
    if (is_stale) out += "      " + fill(to_accept.in(tongue_), {at(one.place())}) + "\n";
    return out;
  }

  std::string json_of(const Translation& one) const {
    const auto position = base::position(*one.place().source, one.place().span.begin);
    std::string out;
    add(out, "{", "path", path_of(one.place()));
    out += fmt::format(", \"line\": {}, \"column\": {}", position.line, position.column);
    add(out, ", ", "entry", one.entry->collection->name + "/" + one.entry->id);
    add(out, ", ", "field", one.field);
    add(out, ", ", "language", tag(one.language));
    add(out, ", ", "state", one.state == State::stale ? "stale" : "missing");
    add(out, ", ", "source", model::words_of(*one.source));
    add(out, ", ", "translation", one.said ? model::words_of(*one.said) : "");
    return out + "}";
  }

  const model::Site& site_;
  const checks::TranslationReport& report_;
  Tongue tongue_;
};

/// False where the memory could not be written.
bool remember(const model::Site& site, const std::vector<Translation>& all) {
  try {
    scaffold::remember_translations(site, all);
    return true;
  } catch (const base::Failure&) {
    return false;
  }
}

Status translations(const Typed& typed, const Manner& manner) {
  base::Sources sources;
  base::Diagnostics diagnostics;
  const auto options = typed.site.asked();
  const auto understood = pipeline::understand(options, sources, diagnostics);
  base::Diagnostics errors;
  for (auto& diagnostic : diagnostics.sorted())
    if (diagnostic.severity == base::Severity::error) errors.add(std::move(diagnostic));
  report_mistakes(errors, manner);
  if (!understood) return mistakes;

  auto report = checks::report_translations(understood->site, diagnostics);
  int accepted = 0;
  if (const auto unknown = accept_all(report.all, typed.accepted, accepted)) {
    std::cerr << "loa translations: " << fill(nothing_accepted.in(manner.tongue), {*unknown}) << '\n';
    return wrong_use;
  }
  const Telling telling(understood->site, report, manner.tongue);
  std::cout << (manner.format == Format::json ? telling.json() : telling.text());

  // A file that was refused has translations all the same: they must not be forgotten.
  if (errors.has_errors()) {
    std::cerr << not_noted.in(manner.tongue) << '\n';
    return mistakes;
  }
  const std::string path = base::join(options.content, load::translation_file);
  if (manner.format == Format::text && !base::exists(path)) std::cout << fill(begun.in(manner.tongue), {path}) << '\n';
  if (!remember(understood->site, report.all)) {
    std::cerr << fill(not_kept.in(manner.tongue), {path}) << '\n';
    if (!typed.accepted.empty()) return machine_failed;
  } else if (accepted > 0 && manner.format == Format::text) {
    std::cout << (accepted == 1 ? std::string(one_accepted.in(manner.tongue)) : fill(many_accepted.in(manner.tongue), {std::to_string(accepted)})) << '\n';
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
