#include "base/diagnostics.h"

#include <algorithm>
#include <tuple>

#include "base/excerpt.h"
#include "base/html.h"

namespace base {
namespace {

struct Labels {
  std::string_view error, warning, note, hint;
};
constexpr Labels vietnamese{"lỗi", "cảnh báo", "ghi chú", "gợi ý"};
constexpr Labels english{"error", "warning", "note", "hint"};

const Labels& labels(Tongue tongue) { return tongue == Tongue::vi ? vietnamese : english; }

std::string filled(std::string_view pattern, std::vector<std::string> arguments, Tongue tongue) {
  for (auto& argument : arguments) argument = std::string(term(argument, tongue));
  return printable(fill(pattern, arguments));
}

std::string text_of(const Diagnostic& diagnostic, Tongue tongue) {
  const Message& found = message(diagnostic.code);
  auto arguments = diagnostic.arguments;
  if (const auto which = static_cast<std::size_t>(tongue); which < diagnostic.own_words.size()) arguments[0] = diagnostic.own_words[which];
  return filled(tongue == Tongue::vi ? found.vi : found.en, std::move(arguments), tongue);
}

std::string text_of(const Remark& remark, Tongue tongue) {
  const HintText& found = text(remark.hint);
  return filled(tongue == Tongue::vi ? found.vi : found.en, remark.arguments, tongue);
}

/// "path:line:column: ", or nothing for a mistake that is nowhere.
std::string prefix(const Place& place) {
  if (!place.source) return {};
  const Position at = position(*place.source, place.span.begin);
  return printable(place.source->path) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": ";
}

std::string_view path_of(const Place& place) {
  return place.source ? std::string_view(place.source->path) : std::string_view();
}

auto order(const Place& place) { return std::tuple(path_of(place), place.span.begin, place.span.end); }

using Arguments = std::vector<std::string>;

bool less(const Remark& a, const Remark& b) {
  const auto key = [](const Remark& remark) {
    const auto place = remark.place ? order(*remark.place) : order({});
    return std::tuple<Hint, decltype(place), const Arguments&>(remark.hint, place, remark.arguments);
  };
  return key(a) < key(b);
}

/// What makes a mistake this one, in the order in which mistakes are told.
std::tuple<std::string_view, std::uint32_t, Code, std::uint32_t, const Arguments&, const std::vector<std::string>&> identity(
    const Diagnostic& diagnostic) {
  const Span span = diagnostic.place.span;
  return {path_of(diagnostic.place), span.begin, diagnostic.code, span.end, diagnostic.arguments, diagnostic.own_words};
}

bool less(const Diagnostic& a, const Diagnostic& b) {
  if (identity(a) != identity(b)) return identity(a) < identity(b);
  return std::lexicographical_compare(a.remarks.begin(), a.remarks.end(), b.remarks.begin(), b.remarks.end(),
                                      [](const Remark& x, const Remark& y) { return less(x, y); });
}

void append_place(std::string& out, const Place& place) {
  const Position begin = place.source ? position(*place.source, place.span.begin) : Position{};
  const Position end = place.source ? position(*place.source, std::max(place.span.begin, place.span.end)) : Position{};
  out += "\"path\":";
  escape_json(out, path_of(place));
  out += ",\"line\":" + std::to_string(begin.line) + ",\"column\":" + std::to_string(begin.column);
  out += ",\"end_line\":" + std::to_string(end.line) + ",\"end_column\":" + std::to_string(end.column);
}

}  // namespace

void Diagnostics::add(Diagnostic diagnostic) { add(std::move(diagnostic), Severity::error); }

void Diagnostics::add(Diagnostic diagnostic, Severity at_most) {
  diagnostic.severity = message(diagnostic.code).severity;
  if (strict_ && (diagnostic.code == Code::missing_translation || diagnostic.code == Code::stale_translation)) diagnostic.severity = Severity::error;
  diagnostic.severity = std::min(diagnostic.severity, at_most);
  const std::lock_guard lock(mutex_);
  all_.push_back(std::move(diagnostic));
}

bool Diagnostics::has_errors() const {
  const std::lock_guard lock(mutex_);
  return std::any_of(all_.begin(), all_.end(), [](const Diagnostic& one) { return one.severity == Severity::error; });
}

int Diagnostics::errors() const {
  const std::vector<Diagnostic> all = sorted();
  return static_cast<int>(
      std::count_if(all.begin(), all.end(), [](const Diagnostic& one) { return one.severity == Severity::error; }));
}

int Diagnostics::warnings() const { return static_cast<int>(sorted().size()) - errors(); }

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> all;
  {
    const std::lock_guard lock(mutex_);
    all = all_;
  }
  std::sort(all.begin(), all.end(), [](const Diagnostic& a, const Diagnostic& b) { return less(a, b); });
  all.erase(std::unique(all.begin(), all.end(),
                        [](const Diagnostic& a, const Diagnostic& b) { return identity(a) == identity(b); }),
            all.end());
  return all;
}

std::string to_text(const Diagnostic& diagnostic, Tongue tongue) {
  const Labels& say = labels(tongue);
  std::string out = prefix(diagnostic.place);
  out += diagnostic.severity == Severity::error ? say.error : say.warning;
  out += ": " + text_of(diagnostic, tongue) + " [" + std::string(message(diagnostic.code).name) + "]";

  // The first hint stands behind the carets; further ones in lines of their own; notes, which have a place, after them.
  std::vector<const Remark*> hints;
  for (const Remark& remark : diagnostic.remarks)
    if (!remark.place) hints.push_back(&remark);
  const std::string shown = excerpt(diagnostic.place, hints.empty() ? std::string() : text_of(*hints.front(), tongue));
  if (!shown.empty()) out += "\n" + shown;
  for (std::size_t i = shown.empty() ? 0 : 1; i < hints.size(); ++i)
    out += "\n" + std::string(shown.empty() ? "  " : empty_gutter) + std::string(say.hint) + ": " +
           text_of(*hints[i], tongue);

  for (const Remark& remark : diagnostic.remarks) {
    if (!remark.place) continue;
    out += "\n" + prefix(*remark.place) + std::string(say.note) + ": " + text_of(remark, tongue);
    const std::string there = excerpt(*remark.place, {});
    if (!there.empty()) out += "\n" + there;
  }
  return out;
}

std::string to_json(const Diagnostic& diagnostic, Tongue tongue) {
  std::string out = "{";
  append_place(out, diagnostic.place);
  out += diagnostic.severity == Severity::error ? ",\"severity\":\"error\"" : ",\"severity\":\"warning\"";
  out += ",\"code\":\"" + std::string(message(diagnostic.code).name) + "\",\"message\":";
  escape_json(out, text_of(diagnostic, tongue));
  out += ",\"remarks\":[";
  for (const Remark& remark : diagnostic.remarks) {
    if (out.back() != '[') out += ',';
    out += "{\"message\":";
    escape_json(out, text_of(remark, tongue));
    if (remark.place) {
      out += ',';
      append_place(out, *remark.place);
    }
    out += '}';
  }
  return out + "]}";
}

}  // namespace base
