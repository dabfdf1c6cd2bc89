// An iCalendar object as text (RFC 5545): escaping, folding, times.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace outputs {

/// A day, or a time on it in minutes from midnight as clocks show it where the thing happens.
struct CalendarTime {
  std::chrono::sys_days day;
  int minute = -1;  ///< -1: the whole day
};

/// One VEVENT. Texts are UTF-8 as they are meant; they are escaped when written.
struct CalendarEvent {
  std::string uid, summary, description, location, url;
  std::chrono::sys_days stamp{};  ///< of the content; midnight UTC
  std::optional<std::chrono::sys_days> modified;
  CalendarTime begin;
  std::optional<CalendarTime> end;  ///< the first day or minute that does not count any more
  bool yearly = false;              ///< again on the same day of each year that has it
  enum class Status { confirmed, tentative, cancelled } status = Status::confirmed;
  int sequence = 0;
};

/// A zone of one offset ("Asia/Ho_Chi_Minh", "+0700"); without a name, times of day belong to no zone.
struct CalendarZone {
  std::string name, offset;
};

/// Builds one VCALENDAR: UTF-8, lines of at most 75 octets that end in CRLF and are never folded within a character. Whole days are
/// dates and take no time from anybody (TRANSP:TRANSPARENT). The zone is described where an event has a time of day.
class CalendarText {
 public:
  /// `name` is shown by programs that subscribe; empty where the file is one event to be taken over.
  CalendarText(std::string_view name, std::string_view url, CalendarZone zone);
  void add(const CalendarEvent& event);
  std::string text() const;

 private:
  /// `;TZID=…:20240601T083000` or `;VALUE=DATE:20240601`, what follows DTSTART and DTEND.
  std::string value_of(const CalendarTime& time) const;

  CalendarZone zone_;
  std::string head_, events_;
  bool has_times_ = false;
};

}  // namespace outputs
