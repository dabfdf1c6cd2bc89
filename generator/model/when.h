// When something happens: a day, a month, a window, a guess, a yearly day, a day after another thing, or not yet known.
//
// The values of EDTF (ISO 8601-2; Library of Congress, 4 February 2019) levels 0 and 1, and what EDTF lacks: a yearly
// day (`--06-01`), a span after something else (`P15D`), strictly before a day, "to be announced". However vague, it knows its first and its
// last possible day; that is how it sorts and compares.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace model {

/// One end of a When: a year, a month, a day, or a season (21–24 in the month's place: spring is March to May, and so on;
/// winter ends in the next year).
struct Moment {
  int year = 0;
  int month = 0;               ///< 1–12, a season 21–24, or 0: the whole year
  int day = 0;                 ///< 1–31, or 0: the whole month
  bool month_unstated = false;  ///< `2024-XX`: some month of the year
  bool day_unstated = false;    ///< `2024-06-XX`: some day of the month
  int unstated_digits = 0;      ///< `202X`: 1, `20XX`: 2, and so on: the last digits of the year
  bool uncertain = false;       ///< `?`
  bool approximate = false;     ///< `~`
  int hour = -1, minute = 0;    ///< `2024-06-01T08:30`; -1 where no time is given
  bool operator==(const Moment&) const = default;
};

/// `..` (open) and the empty end (unknown) of an interval.
struct Open {
  bool operator==(const Open&) const = default;
};
struct Unknown {
  bool operator==(const Unknown&) const = default;
};
using End = std::variant<Moment, Open, Unknown>;

struct Interval {
  End begin, end;
  bool before = false;  ///< said as "before" the day after its end, which does not count any more
  bool operator==(const Interval&) const = default;
};

/// `--06-01`, every year.
struct Yearly {
  int month = 0, day = 0;
  bool operator==(const Yearly&) const = default;
};

/// At the latest `count` `unit`s after the last possible day of another field (`P15D`, `P1M`, `P1Y`, `P2W`). So it has a
/// last possible day where that day is known, and never a first.
struct Relative {
  int count = 0;
  enum class Unit { days, weeks, months, years } unit = Unit::days;
  std::string after;                            ///< the path of the other field in the same entry, as written
  std::optional<std::chrono::sys_days> anchor;  ///< its last possible day, once known
  bool operator==(const Relative&) const = default;
};

/// "To be announced".
struct Announced {
  bool operator==(const Announced&) const = default;
};

struct When {
  std::variant<Announced, Moment, Interval, Yearly, Relative> value;
  bool to_be_announced = false;  ///< the exact day is still to be announced, whatever is known of it

  /// The first and the last day on which it can be; nothing where it has no such bound (open, unknown, yearly, to be
  /// announced, relative to something unbounded).
  std::optional<std::chrono::sys_days> first_day() const;
  std::optional<std::chrono::sys_days> last_day() const;

  /// Of what is said as "before" a day: that day.
  std::optional<std::chrono::sys_days> before_day() const;

  bool operator==(const When&) const = default;
};

/// Orders by first possible day (where only the last is known: by that), then last possible day, then the time of day, a
/// day without one before all hours; a yearly day after all dated ones in the order of the year; what has no day at all
/// comes last. A total order, so that sorting gives the same everywhere.
std::strong_ordering compare(const When& a, const When& b);

enum class WhenTrouble { not_understood, no_such_day, ends_before_start };
struct WhenMistake {
  WhenTrouble trouble;
  std::string part;  ///< the piece of the text that is at fault, as written
};

/// Reads EDTF level 0 and 1, `--MM-DD` and `tba`. Years are 0000 to 9999 (`Y` years and years before are not understood).
/// More than EDTF: a time of day needs no seconds, may stand in an interval and take a qualifier; its offset is checked
/// and dropped, for a time is local to where the thing happens. An interval without any day (`../..`) is not understood.
std::variant<When, WhenMistake> parse_when(std::string_view text);

/// Before a day: open at its begin, up to the day before.
When before(std::chrono::sys_days day);

/// Reads `P15D`, `P2W`, `P1M`, `P1Y`; the number has at most four digits.
std::optional<Relative> parse_span(std::string_view text);

/// The shortest text that parse_when reads as the same value ("2024-06-01/2024-06-30"); `P15D` for a relative one,
/// `tba` for what is to be announced.
std::string to_edtf(const When& when);

/// "2024-06-01": an ISO 8601 day.
std::string to_iso(std::chrono::sys_days day);

/// Whether its day, or the first and the last of its days, are certain: no month, guess, open end or "to be announced".
bool is_exact(const When& when);

/// Where it begins and ends in ISO 8601, only as exactly as it is stated: "2024-10", "2024-06-01", "2024-06-01T08:30". Empty where
/// that end is not stated, or in words that ISO 8601 does not have (a season, a decade).
std::string stated_begin(const When& when);
std::string stated_end(const When& when);

/// Reads exactly YYYY-MM-DD.
std::optional<std::chrono::sys_days> parse_day(std::string_view text);

/// A minute as the clocks of a place show it.
struct LocalTime {
  std::chrono::sys_days day;
  int minute = 0;  ///< of the day, 0 … 1439
  auto operator<=>(const LocalTime&) const = default;
};

/// Reads YYYY-MM-DD, the first minute of the day, or YYYY-MM-DDThh:mm.
std::optional<LocalTime> parse_local_time(std::string_view text);
/// "2027-05-01"; with a time where it is not the first minute: "2027-05-01T08:00".
std::string to_iso(const LocalTime& time);

/// The first minute of a When, and the first after it: that of the day after its last, or its very time of day. Nothing where it has no
/// such bound.
std::optional<LocalTime> begin_of(const When& when);
std::optional<LocalTime> end_of(const When& when);

}  // namespace model
