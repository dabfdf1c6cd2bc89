#include "cli/report.h"

#include <fmt/format.h>

#include <iostream>

#include "base/html.h"
#include "cli/words.h"

namespace cli {

using base::fill;

namespace {

std::string count(std::size_t number) { return std::to_string(number); }
std::string count(int number) { return std::to_string(number); }

std::string count(int number, const Words& one, const Words& many, base::Tongue tongue) {
  return number == 1 ? std::string(one.in(tongue)) : fill(many.in(tongue), {count(number)});
}

std::string mistakes_in(base::Tongue tongue, int number) { return count(number, words::one_mistake, words::many_mistakes, tongue); }
std::string warnings_in(base::Tongue tongue, int number) { return count(number, words::one_warning, words::many_warnings, tongue); }

std::string seconds_in(base::Tongue tongue, double seconds) {
  std::string text = fmt::format("{:.2f}", seconds);
  if (tongue == base::Tongue::vi) text.replace(text.find('.'), 1, ",");
  return text;
}

std::string what_changed(const Report& report) {
  const auto tongue = report.manner.tongue;
  std::string_view output = report.output;
  while (output.size() > 1 && output.ends_with('/')) output.remove_suffix(1);
  if (!report.publishes) return std::string(words::nothing_written.in(tongue));
  const auto& published = report.result.published;
  if (!published.exchanged) return fill(words::nothing_changed.in(tongue), {std::string(output)});
  return fill(words::changes.in(tongue), {count(published.written, words::one_file, words::many_files, tongue), count(published.unchanged), count(published.removed), std::string(output)});
}

std::string summary(const Report& report) {
  const auto tongue = report.manner.tongue;
  const int mistakes = report.diagnostics.errors(), warnings = report.diagnostics.warnings();
  if (!report.result.sound) return fill(words::stopped.in(tongue), {mistakes_in(tongue, mistakes), warnings_in(tongue, warnings)});
  std::string text = fill(words::summary.in(tongue), {count(report.result.pages), count(report.result.languages), seconds_in(tongue, report.seconds), what_changed(report)});
  if (warnings > 0) text += "; " + warnings_in(tongue, warnings);
  return text;
}

void print_json(const Report& report) {
  const auto& [manner, output, publishes, result, seconds, diagnostics] = report;
  std::string out = "{\"diagnostics\": [";
  bool first = true;
  for (const auto& diagnostic : diagnostics.sorted()) {
    out += (first ? "\n  " : ",\n  ") + base::to_json(diagnostic, manner.tongue);
    first = false;
  }
  out += fmt::format("{}],\n \"sound\": {}, \"errors\": {}, \"warnings\": {}, \"pages\": {}, \"languages\": {}, \"seconds\": {:.3f},\n ",
                     first ? "" : "\n ", result.sound, diagnostics.errors(), diagnostics.warnings(), result.pages, result.languages, seconds);
  out += fmt::format("\"written\": {}, \"unchanged\": {}, \"removed\": {}, \"output\": ", result.published.written, result.published.unchanged,
                     result.published.removed);
  base::escape_json(out, output);
  std::cout << out << "}\n";
}

}  // namespace

void report_mistakes(const base::Diagnostics& diagnostics, const Manner& manner) {
  // What has to be mended stands last, where one looks when the program has ended.
  std::string warnings, errors;
  for (const auto& diagnostic : diagnostics.sorted())
    (diagnostic.severity == base::Severity::error ? errors : warnings) += base::to_text(diagnostic, manner.tongue) + '\n';
  std::cerr << warnings + errors;
}

void report(const Report& report) {
  if (report.manner.format == Format::json) return print_json(report);
  report_mistakes(report.diagnostics, report.manner);
  std::cout << summary(report) << '\n';
}

}  // namespace cli
