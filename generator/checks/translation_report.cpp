#include "checks/translation_report.h"

#include <algorithm>
#include <utility>

namespace checks {

namespace {

using State = model::Translation::State;

bool is_within(const base::Place& part, const base::Place& whole) {
  return part.source == whole.source && part.span.begin >= whole.span.begin && part.span.begin <= whole.span.end;
}

/// A comparison is told at the first language, with a note at the other.
std::optional<std::size_t> compared_in(const base::Diagnostic& told, const std::vector<model::Translation>& all) {
  if (told.remarks.empty() || !told.remarks.front().place) return std::nullopt;
  const base::Place& other = *told.remarks.front().place;
  const auto found = std::ranges::find_if(all, [&](const auto& one) { return one.said && is_within(other, one.said->place) && is_within(told.place, one.source->place); });
  return found == all.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - all.begin()));
}

}  // namespace

std::map<std::size_t, TranslationCounts> TranslationReport::counts(const model::Site& site) const {
  std::map<std::size_t, TranslationCounts> languages;
  for (std::size_t i = 1; i < site.languages.size(); ++i) languages[i];
  for (const auto& one : all) {
    auto& counted = languages[one.language];
    ++counted.texts;
    counted.missing += one.state == State::missing;
    counted.stale += one.state == State::stale;
  }
  for (const auto& one : numbers)
    if (one.of) ++languages[all[*one.of].language].other_numbers;
  return languages;
}

bool TranslationReport::is_clean() const {
  return std::ranges::all_of(all, [](const auto& one) { return one.state == State::good; });
}

TranslationReport report_translations(const model::Site& site, const base::Diagnostics& diagnostics) {
  TranslationReport report;
  report.all = model::translations_of(site);
  for (auto& told : diagnostics.sorted()) {
    if (told.code != base::Code::digits_differ) continue;
    const auto of = compared_in(told, report.all);
    report.numbers.push_back({std::move(told), of});
  }
  return report;
}

}  // namespace checks
