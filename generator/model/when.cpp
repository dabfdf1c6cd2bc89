#include "model/when.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <tuple>

namespace model {
namespace {

using std::chrono::sys_days;
using Trouble = WhenTrouble;
template <class T>
using Read = std::variant<T, Trouble>;

template <class... Cases>
struct Match : Cases... {
  using Cases::operator()...;
};

// Reading

std::optional<int> digits(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::optional<int> two_digits(std::string_view text, int most) {
  const auto number = text.size() == 2 ? digits(text) : std::nullopt;
  return number && *number <= most ? number : std::nullopt;
}

std::chrono::year_month_day calendar_day(int year, int month, int day) { return std::chrono::year(year) / month / day; }

// `Z`, `+07`, `+07:00` or nothing: a time is local to where the thing happens, so the offset is only checked.
bool is_offset(std::string_view text) {
  if (text.empty() || text == "Z") return true;
  if (text[0] != '+' && text[0] != '-') return false;
  if (!two_digits(text.substr(1, 2), 14)) return false;
  return text.size() == 3 || (text.size() == 6 && text[3] == ':' && two_digits(text.substr(4), 59));
}

// `08:30`, `08:30:00`, with an offset or without.
bool read_time(std::string_view text, Moment& moment) {
  if (text.size() < 5 || text[2] != ':') return false;
  const auto hour = two_digits(text.substr(0, 2), 23), minute = two_digits(text.substr(3, 2), 59);
  if (!hour || !minute) return false;
  text.remove_prefix(5);
  if (text.starts_with(':')) {
    if (!two_digits(text.substr(1, 2), 59)) return false;
    text.remove_prefix(3);
  }
  moment.hour = *hour, moment.minute = *minute;
  return is_offset(text);
}

// `2024`, `202X`; true where it is a year and, with digits unstated, nothing follows.
bool read_year(std::string_view text, bool alone, Moment& moment) {
  const auto stated = std::min(text.find('X'), text.size());
  moment.unstated_digits = static_cast<int>(text.size() - stated);
  if (moment.unstated_digits > 0 && !alone) return false;
  std::string year(text.substr(0, stated));
  if (text.find_first_not_of('X', stated) != text.npos) return false;
  year.append(text.size() - stated, '0');
  const auto number = digits(year);
  moment.year = number.value_or(0);
  return number.has_value();
}

// YYYY, YYYY-MM or YYYY-MM-DD, with X for what is not stated.
std::optional<Trouble> read_date(std::string_view text, Moment& moment) {
  constexpr auto odd = Trouble::not_understood;
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return odd;
  if (!read_year(text.substr(0, 4), text.size() == 4, moment)) return odd;
  if (text.size() == 4) return std::nullopt;

  if (text[4] != '-' || (text.size() == 10 && text[7] != '-')) return odd;
  const auto month = text.substr(5, 2), day = text.size() == 10 ? text.substr(8) : std::string_view();
  moment.month_unstated = month == "XX";
  moment.day_unstated = day == "XX";
  const auto month_number = two_digits(month, 99), day_number = two_digits(day, 99);
  if (!moment.month_unstated && !month_number) return odd;
  if (!day.empty() && !moment.day_unstated && (!day_number || moment.month_unstated)) return odd;
  moment.month = month_number.value_or(0);
  moment.day = day_number.value_or(0);
  if (moment.month_unstated) return std::nullopt;

  const bool is_month = moment.month >= 1 && moment.month <= 12;
  const bool is_season = moment.month >= 21 && moment.month <= 24;
  if (day.empty()) return is_month || is_season ? std::nullopt : std::optional(odd);
  if (!is_month) return Trouble::no_such_day;
  if (day_number && !calendar_day(moment.year, moment.month, moment.day).ok()) return Trouble::no_such_day;
  return std::nullopt;
}

Read<Moment> read_moment(std::string_view text) {
  Moment moment;
  if (!text.empty() && std::string_view("?~%").find(text.back()) != std::string_view::npos) {
    moment.uncertain = text.back() != '~';
    moment.approximate = text.back() != '?';
    text.remove_suffix(1);
  }
  const auto date = text.substr(0, text.find('T'));
  if (const auto trouble = read_date(date, moment)) return *trouble;
  if (date.size() < text.size() && (moment.day == 0 || !read_time(text.substr(date.size() + 1), moment)))
    return Trouble::not_understood;
  return moment;
}

Read<End> read_end(std::string_view text) {
  if (text == "..") return End(Open{});
  if (text.empty()) return End(Unknown{});
  const auto moment = read_moment(text);
  if (const auto* trouble = std::get_if<Trouble>(&moment)) return *trouble;
  return End(std::get<Moment>(moment));
}

std::variant<When, WhenMistake> read_yearly(std::string_view text) {
  const bool right_shape = text.size() == 7 && text[4] == '-';
  const auto month = right_shape ? two_digits(text.substr(2, 2), 99) : std::nullopt;
  const auto day = right_shape ? two_digits(text.substr(5), 99) : std::nullopt;
  if (!month || !day) return WhenMistake{Trouble::not_understood, std::string(text)};
  constexpr int leap_year = 2000;  // 29 February is a yearly day too
  if (!calendar_day(leap_year, *month, *day).ok()) return WhenMistake{Trouble::no_such_day, std::string(text)};
  return When{Yearly{*month, *day}};
}

// The day

int last_year(const Moment& moment) {
  int years = 1;
  for (int i = 0; i < moment.unstated_digits; ++i) years *= 10;
  return moment.year + years - 1;
}

bool has_season(const Moment& moment) { return moment.month > 12; }

// Spring is March to May, and so on by three months; winter ends in the next year.
sys_days first_of(const Moment& moment) {
  const int month = has_season(moment) ? (moment.month - 20) * 3 : std::max(moment.month, 1);
  return calendar_day(moment.year, month, std::max(moment.day, 1));
}

sys_days last_of(const Moment& moment) {
  using namespace std::chrono;
  if (moment.day > 0) return calendar_day(moment.year, moment.month, moment.day);
  if (has_season(moment)) return sys_days(year_month_day(first_of(moment)) + months(3)) - days(1);
  if (moment.month > 0) return year(moment.year) / moment.month / last;
  return calendar_day(last_year(moment), 12, 31);
}

sys_days day_after(sys_days anchor, const Relative& relative) {
  using namespace std::chrono;
  switch (relative.unit) {
    case Relative::Unit::days: return anchor + days(relative.count);
    case Relative::Unit::weeks: return anchor + weeks(relative.count);
    case Relative::Unit::months: break;
    case Relative::Unit::years: break;
  }
  const int months_later = relative.unit == Relative::Unit::years ? 12 * relative.count : relative.count;
  const auto date = year_month_day(anchor) + months(months_later);
  return date.ok() ? sys_days(date) : sys_days(date.year() / date.month() / last);
}

const Moment* moment_of(const End& end) { return std::get_if<Moment>(&end); }

// Order

struct Rank {
  int group = 2;  // dated, yearly, without any day
  sys_days first{}, last{};
  int first_minute = -1, last_minute = -1;
  auto operator<=>(const Rank&) const = default;
};

int minute_of_day(const Moment& moment) { return moment.hour < 0 ? -1 : moment.hour * 60 + moment.minute; }

Rank rank(const When& when) {
  Rank rank;
  const auto first = when.first_day(), last = when.last_day();
  if (first || last) {
    rank.group = 0;
    rank.first = first ? *first : *last;
    rank.last = last ? *last : sys_days::max();
  } else if (const auto* yearly = std::get_if<Yearly>(&when.value)) {
    rank.group = 1;
    rank.first = rank.last = calendar_day(2000, yearly->month, yearly->day);
  }
  if (const auto* moment = std::get_if<Moment>(&when.value)) {
    rank.first_minute = rank.last_minute = minute_of_day(*moment);
  } else if (const auto* interval = std::get_if<Interval>(&when.value)) {
    if (const auto* begin = moment_of(interval->begin)) rank.first_minute = minute_of_day(*begin);
    if (const auto* end = moment_of(interval->end)) rank.last_minute = minute_of_day(*end);
  }
  return rank;
}

bool ends_before_start(const Moment& begin, const Moment& end) {
  const auto first = first_of(begin), last = last_of(end);
  return last < first ||
         (last == first && begin.hour >= 0 && end.hour >= 0 && minute_of_day(end) < minute_of_day(begin));
}

// Writing

std::string edtf_of(const Moment& moment) {
  std::string text = fmt::format("{:04}", moment.year);
  for (int i = 0; i < moment.unstated_digits; ++i) text[text.size() - 1 - static_cast<std::size_t>(i)] = 'X';
  if (moment.month_unstated) text += "-XX";
  if (moment.month > 0) text += fmt::format("-{:02}", moment.month);
  if (moment.day_unstated) text += "-XX";
  if (moment.day > 0) text += fmt::format("-{:02}", moment.day);
  if (moment.hour >= 0) text += fmt::format("T{:02}:{:02}", moment.hour, moment.minute);
  if (moment.uncertain || moment.approximate) text += !moment.approximate ? '?' : !moment.uncertain ? '~' : '%';
  return text;
}

std::string edtf_of(const End& end) {
  return std::visit(Match{[](const Moment& moment) { return edtf_of(moment); }, [](Open) { return std::string(".."); },
                          [](Unknown) { return std::string(); }},
                    end);
}

// ISO 8601, no more exactly than is stated.
std::string stated(Moment moment) {
  if (moment.unstated_digits > 0 || has_season(moment)) return "";
  moment.month_unstated = moment.day_unstated = moment.uncertain = moment.approximate = false;
  return edtf_of(moment);
}

constexpr std::string_view unit_letters = "DWMY";  // in the order of Relative::Unit

}  // namespace

std::optional<sys_days> When::first_day() const {
  if (const auto* moment = std::get_if<Moment>(&value)) return first_of(*moment);
  if (const auto* interval = std::get_if<Interval>(&value))
    if (const auto* begin = moment_of(interval->begin)) return first_of(*begin);
  return std::nullopt;
}

std::optional<sys_days> When::last_day() const {
  if (const auto* moment = std::get_if<Moment>(&value)) return last_of(*moment);
  if (const auto* interval = std::get_if<Interval>(&value)) {
    if (const auto* end = moment_of(interval->end)) return last_of(*end);
  } else if (const auto* relative = std::get_if<Relative>(&value)) {
    if (relative->anchor) return day_after(*relative->anchor, *relative);
  }
  return std::nullopt;
}

std::optional<sys_days> When::before_day() const {
  const auto* interval = std::get_if<Interval>(&value);
  return interval && interval->before ? std::optional(*last_day() + std::chrono::days(1)) : std::nullopt;
}

std::strong_ordering compare(const When& a, const When& b) {
  if (const auto order = rank(a) <=> rank(b); order != 0) return order;
  if (const auto order = to_edtf(a) <=> to_edtf(b); order != 0) return order;
  const auto is_before = [](const When& when) { return std::holds_alternative<Interval>(when.value) && std::get<Interval>(when.value).before; };
  if (is_before(a) != is_before(b)) return is_before(a) <=> is_before(b);
  const auto* left = std::get_if<Relative>(&a.value);
  const auto* right = std::get_if<Relative>(&b.value);
  if (left && right)
    if (const auto order = std::tie(left->after, left->anchor) <=> std::tie(right->after, right->anchor); order != 0)
      return order;
  return a.to_be_announced <=> b.to_be_announced;
}

std::variant<When, WhenMistake> parse_when(std::string_view text) {
  const auto mistake = [](Trouble trouble, std::string_view part) { return WhenMistake{trouble, std::string(part)}; };
  if (text == "tba") return When{Announced{}, true};
  if (text.starts_with("--")) return read_yearly(text);

  const auto slash = text.find('/');
  if (slash == text.npos) {
    const auto moment = read_moment(text);
    if (const auto* trouble = std::get_if<Trouble>(&moment)) return mistake(*trouble, text);
    return When{std::get<Moment>(moment)};
  }
  Interval interval;
  for (const bool at_begin : {true, false}) {
    const auto part = at_begin ? text.substr(0, slash) : text.substr(slash + 1);
    auto end = read_end(part);
    if (const auto* trouble = std::get_if<Trouble>(&end)) return mistake(*trouble, part);
    (at_begin ? interval.begin : interval.end) = std::get<End>(end);
  }
  const Moment *begin = moment_of(interval.begin), *end = moment_of(interval.end);
  if (!begin && !end) return mistake(Trouble::not_understood, text);
  if (begin && end && ends_before_start(*begin, *end)) return mistake(Trouble::ends_before_start, text);
  return When{interval};
}

When before(sys_days day) {
  const std::chrono::year_month_day last(day - std::chrono::days(1));
  const Moment end{.year = int(last.year()), .month = static_cast<int>(unsigned(last.month())), .day = static_cast<int>(unsigned(last.day()))};
  return {Interval{Open{}, end, true}};
}

std::optional<Relative> parse_span(std::string_view text) {
  if (text.size() < 3 || text.front() != 'P') return std::nullopt;
  const auto unit = unit_letters.find(text.back());
  const auto count = digits(text.substr(1, text.size() - 2));
  if (unit == unit_letters.npos || !count) return std::nullopt;
  return Relative{*count, static_cast<Relative::Unit>(unit), {}, std::nullopt};
}

std::string to_edtf(const When& when) {
  return std::visit(
      Match{[](const Announced&) { return std::string("tba"); }, [](const Moment& moment) { return edtf_of(moment); },
            [](const Interval& interval) { return edtf_of(interval.begin) + '/' + edtf_of(interval.end); },
            [](const Yearly& yearly) { return fmt::format("--{:02}-{:02}", yearly.month, yearly.day); },
            [](const Relative& relative) {
              const char letter = unit_letters[static_cast<std::size_t>(relative.unit)];
              return fmt::format("P{}{}", relative.count, letter);
            }},
      when.value);
}

std::string to_iso(sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()), unsigned(date.day()));
}

bool is_exact(const When& when) {
  const auto is_day = [](const Moment& moment) { return moment.day > 0 && !moment.uncertain && !moment.approximate; };
  const auto is_certain = [&](const End& end) { return moment_of(end) && is_day(*moment_of(end)); };
  if (when.to_be_announced) return false;
  if (const auto* moment = std::get_if<Moment>(&when.value)) return is_day(*moment);
  const auto* interval = std::get_if<Interval>(&when.value);
  return interval && is_certain(interval->begin) && is_certain(interval->end);
}

std::string stated_begin(const When& when) {
  if (const auto* moment = std::get_if<Moment>(&when.value)) return stated(*moment);
  const auto* interval = std::get_if<Interval>(&when.value);
  return interval && moment_of(interval->begin) ? stated(*moment_of(interval->begin)) : "";
}

std::string stated_end(const When& when) {
  if (const auto* interval = std::get_if<Interval>(&when.value)) return moment_of(interval->end) ? stated(*moment_of(interval->end)) : "";
  if (const auto* relative = std::get_if<Relative>(&when.value); relative && when.last_day()) return to_iso(*when.last_day());
  return stated_begin(when);
}

std::optional<sys_days> parse_day(std::string_view text) {
  if (text.size() != 10) return std::nullopt;
  const auto moment = read_moment(text);
  const auto* day = std::get_if<Moment>(&moment);
  if (!day || day->day == 0) return std::nullopt;
  return first_of(*day);
}

std::optional<LocalTime> parse_local_time(std::string_view text) {
  const auto day = parse_day(text.substr(0, 10));
  if (!day || (text.size() != 10 && text.size() != 16)) return std::nullopt;
  const auto moment = read_moment(text);
  const auto* read = std::get_if<Moment>(&moment);
  return read ? std::optional(LocalTime{*day, std::max(0, minute_of_day(*read))}) : std::nullopt;
}

std::string to_iso(const LocalTime& time) {
  return to_iso(time.day) + (time.minute == 0 ? "" : fmt::format("T{:02}:{:02}", time.minute / 60, time.minute % 60));
}

std::optional<LocalTime> begin_of(const When& when) {
  const auto day = when.first_day();
  if (!day) return std::nullopt;
  const auto* moment = std::get_if<Moment>(&when.value);
  if (const auto* interval = std::get_if<Interval>(&when.value)) moment = moment_of(interval->begin);
  return LocalTime{*day, moment ? std::max(0, minute_of_day(*moment)) : 0};
}

std::optional<LocalTime> end_of(const When& when) {
  const auto day = when.last_day();
  if (!day) return std::nullopt;
  const auto* moment = std::get_if<Moment>(&when.value);
  if (const auto* interval = std::get_if<Interval>(&when.value)) moment = moment_of(interval->end);
  if (moment && moment->hour >= 0) return LocalTime{*day, minute_of_day(*moment)};
  return LocalTime{*day + std::chrono::days(1), 0};
}

}  // namespace model
