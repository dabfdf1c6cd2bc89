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

std::string what_changed(const Invocation& invocation, const pipeline::Result& result) {
  const auto tongue = invocation.tongue;
  std::string_view output = invocation.options.output;
  while (output.size() > 1 && output.ends_with('/')) output.remove_suffix(1);
  if (invocation.command == Command::check) return std::string(words::nothing_written.in(tongue));
  const auto& published = result.published;
  if (!published.exchanged) return fill(words::nothing_changed.in(tongue), {std::string(output)});
  return fill(words::changes.in(tongue), {count(published.written, words::one_file, words::many_files, tongue), count(published.unchanged), count(published.removed), std::string(output)});
}

std::string summary(const Invocation& invocation, const pipeline::Result& result, double seconds, const base::Diagnostics& diagnostics) {
  const auto tongue = invocation.tongue;
  if (!result.sound) return fill(words::stopped.in(tongue), {mistakes_in(tongue, diagnostics.errors()), warnings_in(tongue, diagnostics.warnings())});
  std::string text = fill(words::summary.in(tongue),
                          {count(result.pages), count(result.languages), seconds_in(tongue, seconds), what_changed(invocation, result)});
  if (const int warnings = diagnostics.warnings(); warnings > 0) text += "; " + warnings_in(tongue, warnings);
  return text;
}

void print_json(const Invocation& invocation, const pipeline::Result& result, double seconds, const base::Diagnostics& diagnostics) {
  std::string out = "{\"diagnostics\": [";
  bool first = true;
  for (const auto& diagnostic : diagnostics.sorted()) {
    out += (first ? "\n  " : ",\n  ") + base::to_json(diagnostic, invocation.tongue);
    first = false;
  }
  out += fmt::format("{}],\n \"sound\": {}, \"errors\": {}, \"warnings\": {}, \"pages\": {}, \"languages\": {}, \"seconds\": {:.3f},\n ",
                     first ? "" : "\n ", result.sound, diagnostics.errors(), diagnostics.warnings(), result.pages, result.languages, seconds);
  out += fmt::format("\"written\": {}, \"unchanged\": {}, \"removed\": {}, \"output\": ", result.published.written, result.published.unchanged,
                     result.published.removed);
  base::escape_json(out, invocation.options.output);
  std::cout << out << "}\n";
}

}  // namespace

void report(const Invocation& invocation, const pipeline::Result& result, double seconds, const base::Diagnostics& diagnostics) {
  if (invocation.format == Format::json) return print_json(invocation, result, seconds, diagnostics);
  std::string all;
  for (const auto& diagnostic : diagnostics.sorted()) all += base::to_text(diagnostic, invocation.tongue) + '\n';
  std::cerr << all;
  std::cout << summary(invocation, result, seconds, diagnostics) << '\n';
}

}  // namespace cli
