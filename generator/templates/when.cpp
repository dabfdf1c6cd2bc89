#include "templates/when.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"

namespace templates {
namespace {

using model::Interval;
using model::Moment;
using Text = std::optional<std::string>;  // nothing where the language lacks words for it
using Names = std::vector<std::pair<std::string, std::string>>;

/// The pattern with its `{name}`s replaced, or nothing where one of them has no value.
Text fill(std::string_view pattern, const Names& names) {
  std::string out;
  while (true) {
    const auto open = std::min(pattern.find('{'), pattern.size());
    out += pattern.substr(0, open);
    pattern.remove_prefix(open);
    if (pattern.empty()) return out;
    const auto close = pattern.find('}');
    if (close == pattern.npos) return std::nullopt;
    const auto found = std::ranges::find(names, pattern.substr(1, close - 1), &Names::value_type::first);
    if (found == names.end() || found->second.empty()) return std::nullopt;
    out += found->second;
    pattern.remove_prefix(close + 1);
  }
}

/// The names of a moment's parts in a pattern: `day`, `to_day` …
void append_names(Names& names, const Moment& moment, const model::DateForms& forms, const std::string& before = {}) {
  if (moment.day > 0) {
    names.emplace_back(before + "day", fmt::format("{}", moment.day));
    names.emplace_back(before + "day2", fmt::format("{:02}", moment.day));
  }
  if (moment.month >= 1 && moment.month <= 12) {
    names.emplace_back(before + "month", forms.months[static_cast<std::size_t>(moment.month - 1)]);
    names.emplace_back(before + "month_number", fmt::format("{}", moment.month));
    names.emplace_back(before + "month_number2", fmt::format("{:02}", moment.month));
  }
  if (moment.month >= 21 && moment.month <= 24)
    names.emplace_back(before + "season", forms.seasons[static_cast<std::size_t>(moment.month - 21)]);
  names.emplace_back(before + "year", fmt::format("{:04}", moment.year));
}

/// How exactly a moment is known, as far as two ends can share one pattern.
enum class Grain { other, year, month, day, minute };

Grain grain(const Moment& moment) {
  if (moment.unstated_digits > 0 || moment.month_unstated || moment.day_unstated || moment.month > 12)
    return Grain::other;
  if (moment.hour >= 0) return Grain::minute;
  return moment.day > 0 ? Grain::day : moment.month > 0 ? Grain::month : Grain::year;
}

Moment without_time(Moment moment) {
  moment.hour = -1;
  moment.minute = 0;
  return moment;
}

Moment moment_of(std::chrono::sys_days day) {
  const std::chrono::year_month_day parts(day);
  return {.year = int(parts.year()), .month = static_cast<int>(unsigned(parts.month())), .day = static_cast<int>(unsigned(parts.day()))};
}

/// Writes in one language and one style.
struct Writer {
  const model::Language& language;
  bool is_short;

  Text by_pattern(const std::string& name, const Names& names) const {
    const auto& patterns = language.dates.patterns;
    auto found = is_short ? patterns.find(name + "_short") : patterns.end();
    if (found == patterns.end()) found = patterns.find(name);
    if (found == patterns.end() || found->second.empty()) return std::nullopt;
    return fill(found->second, names);
  }

  Text wrapped(const std::string& name, const Text& date) const {
    return date ? by_pattern(name, {{"date", *date}}) : std::nullopt;
  }

  Text doubted(bool uncertain, bool approximate, Text date) const {
    if (approximate) date = wrapped("approximate", date);
    if (uncertain) date = wrapped("uncertain", date);
    return date;
  }

  Text time(const Moment& moment) const {
    return by_pattern("time", {{"hour", fmt::format("{}", moment.hour)},
                               {"hour2", fmt::format("{:02}", moment.hour)},
                               {"minute2", fmt::format("{:02}", moment.minute)}});
  }

  Text range(const Text& from, const Text& to) const {
    return from && to ? by_pattern("range", {{"from", *from}, {"to", *to}}) : std::nullopt;
  }

  Text operator()(const Moment& moment) const {
    return doubted(moment.uncertain, moment.approximate, undoubted(moment));
  }
  Text undoubted(const Moment& moment) const;
  Text operator()(const Interval& interval) const;
  Text operator()(Moment begin, Moment end) const;
  Text undoubted(const Moment& begin, const Moment& end) const;
  Text operator()(const model::Relative& relative) const;

  Text operator()(const model::Yearly& yearly) const {
    Names names;
    append_names(names, Moment{.month = yearly.month, .day = yearly.day}, language.dates);
    return by_pattern("yearly", names);
  }
  Text operator()(const model::Announced&) const { return by_pattern("to_be_announced", {}); }
};

Text Writer::undoubted(const Moment& moment) const {
  if (moment.hour >= 0) {
    const Text date = undoubted(without_time(moment)), hours = time(moment);
    return date && hours ? by_pattern("day_with_time", {{"date", *date}, {"time", *hours}}) : std::nullopt;
  }
  Names names;
  append_names(names, moment, language.dates);
  if (moment.unstated_digits > 0) {
    const auto last = model::When{moment}.last_day().value();
    names.emplace_back("to_year", fmt::format("{:04}", int(std::chrono::year_month_day(last).year())));
    return by_pattern(moment.unstated_digits == 1 ? "decade" : "year_unstated", names);
  }
  return by_pattern(moment.month_unstated ? "month_unstated"
                    : moment.day_unstated ? "day_unstated"
                    : moment.month > 12   ? "season"
                    : moment.day > 0      ? "day"
                    : moment.month > 0    ? "month"
                                          : "year",
                    names);
}

// What is said of the begin and of the end alike is said once: "expected 21 to 31 May". A single end is doubted at
// once where it is a plan ("expected by 12 July"), and beside the day where it is a guess ("from about 2019 onwards").
Text Writer::operator()(const Interval& interval) const {
  const auto* begin = std::get_if<Moment>(&interval.begin);
  const auto* end = std::get_if<Moment>(&interval.end);
  if (begin && end) return (*this)(*begin, *end);
  if (!begin && !end) return std::nullopt;
  if (interval.before) {
    Names names;
    append_names(names, moment_of(model::When{interval}.last_day().value() + std::chrono::days(1)), language.dates);
    return by_pattern("before", names);
  }
  const Moment& known = begin ? *begin : *end;
  const bool other_is_open = std::holds_alternative<model::Open>(begin ? interval.end : interval.begin);
  std::string pattern = other_is_open ? "since" : "end_unknown";
  if (end) {
    pattern = grain(known) == Grain::minute ? "deadline" : grain(known) == Grain::day ? "until_day" : "until_end";
    if (!other_is_open) pattern = "begin_unknown";
  }
  return doubted(known.uncertain, false, wrapped(pattern, doubted(false, known.approximate, undoubted(known))));
}

Text Writer::operator()(Moment begin, Moment end) const {
  const bool uncertain = begin.uncertain && end.uncertain, approximate = begin.approximate && end.approximate;
  if (uncertain) begin.uncertain = end.uncertain = false;
  if (approximate) begin.approximate = end.approximate = false;
  const bool alike = !begin.uncertain && !end.uncertain && !begin.approximate && !end.approximate;
  return doubted(uncertain, approximate, alike ? undoubted(begin, end) : range((*this)(begin), (*this)(end)));
}

Text Writer::undoubted(const Moment& begin, const Moment& end) const {
  if (begin == end) return undoubted(begin);
  const bool same_year = begin.year == end.year, same_month = same_year && begin.month == end.month;
  const auto each = [&] { return range(undoubted(begin), undoubted(end)); };
  if (grain(begin) != grain(end)) return each();

  Names names;
  append_names(names, begin, language.dates);
  append_names(names, end, language.dates, "to_");
  switch (grain(begin)) {
    case Grain::year:
      return by_pattern("years", names);
    case Grain::month:
      return same_year ? by_pattern("months_in_year", names) : each();
    case Grain::day:
      return same_month ? by_pattern("days_in_month", names) : same_year ? by_pattern("days_in_year", names) : each();
    case Grain::minute: {
      if (without_time(begin) != without_time(end)) return each();
      const Text date = undoubted(without_time(begin)), from = time(begin), to = time(end);
      if (!date || !from || !to) return std::nullopt;
      return by_pattern("times_in_day", {{"date", *date}, {"from", *from}, {"to", *to}});
    }
    case Grain::other:
      break;
  }
  return each();
}

Text Writer::operator()(const model::Relative& relative) const {
  if (const auto last = model::When{relative}.last_day()) return wrapped("deadline", undoubted(moment_of(*last)));
  static constexpr const char* names[] = {"span_days", "span_weeks", "span_months", "span_years"};
  const std::string name = names[static_cast<std::size_t>(relative.unit)];
  const Names count = {{"n", fmt::format("{}", relative.count)}};
  Text span = by_pattern(name + "_" + base::plural_category(relative.count, language.tag), count);
  if (!span) span = by_pattern(name, count);
  return span ? by_pattern("within", {{"span", *span}}) : std::nullopt;
}

std::string write(const model::When& when, const Writer& writer) {
  Text text = std::visit(writer, when.value);
  if (when.to_be_announced && !std::holds_alternative<model::Announced>(when.value))
    text = writer.wrapped("exact_day_to_be_announced", text);
  return text ? *text : to_edtf(when);
}

}  // namespace

std::string format(const model::When& when, const model::Language& language) { return write(when, {language, false}); }

std::string format_short(const model::When& when, const model::Language& language) {
  return write(when, {language, true});
}

}  // namespace templates
