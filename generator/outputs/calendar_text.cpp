#include "outputs/calendar_text.h"

#include <fmt/format.h>

namespace outputs {

namespace {

/// Appends a content line (3.1), folded where it is longer than 75 octets.
void append_line(std::string& out, std::string_view line) {
  const auto is_inside = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };  // of a character
  for (std::size_t room = 75; line.size() > room; room = 74) {  // the blank of a folded line counts
    std::size_t end = room;
    while (is_inside(line[end])) --end;
    out.append(line.substr(0, end)).append("\r\n ");
    line.remove_prefix(end);
  }
  out.append(line).append("\r\n");
}

/// Appends a property of type TEXT (3.3.11), or nothing where it is empty.
void append_text(std::string& out, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  std::string line = std::string(name) + ':';
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') line += '\\';
    line += c == '\n' ? "\\n" : std::string(1, c);
  }
  append_line(out, line);
}

std::string date(std::chrono::sys_days day) {
  const std::chrono::year_month_day parts(day);
  return fmt::format("{:04}{:02}{:02}", int(parts.year()), unsigned(parts.month()), unsigned(parts.day()));
}

std::string midnight_utc(std::chrono::sys_days day) { return date(day) + "T000000Z"; }

/// Every year on the same day. 29 February is named: there are programs that would go on to 1 March (RFC 5545 leaves out the year).
std::string yearly_rule(std::chrono::sys_days day) {
  const std::chrono::year_month_day parts(day);
  const bool is_leap_day = parts.month() == std::chrono::February && parts.day() == std::chrono::day(29);
  return std::string("RRULE:FREQ=YEARLY") + (is_leap_day ? ";BYMONTH=2;BYMONTHDAY=29" : "");
}

std::string_view name_of(CalendarEvent::Status status) {
  switch (status) {
    case CalendarEvent::Status::tentative: return "TENTATIVE";
    case CalendarEvent::Status::cancelled: return "CANCELLED";
    default: return "CONFIRMED";
  }
}

}  // namespace

CalendarText::CalendarText(std::string_view name, std::string_view url, CalendarZone zone) : zone_(std::move(zone)) {
  append_text(head_, "NAME", name);  // RFC 7986; the other name is that of programs that are older
  append_text(head_, "X-WR-CALNAME", name);
  if (!url.empty()) append_line(head_, "URL:" + std::string(url));
  append_text(head_, "X-WR-TIMEZONE", zone_.name);  // for days without a time of day, too
}

std::string CalendarText::value_of(const CalendarTime& time) const {
  if (time.minute < 0) return ";VALUE=DATE:" + date(time.day);
  return (zone_.name.empty() ? "" : ";TZID=" + zone_.name) + fmt::format(":{}T{:02}{:02}00", date(time.day), time.minute / 60, time.minute % 60);
}

void CalendarText::add(const CalendarEvent& event) {
  const auto line = [&](const std::string& text) { append_line(events_, text); };
  has_times_ = has_times_ || event.begin.minute >= 0;
  line("BEGIN:VEVENT");
  append_text(events_, "UID", event.uid);
  line("DTSTAMP:" + midnight_utc(event.stamp));
  if (event.modified) line("LAST-MODIFIED:" + midnight_utc(*event.modified));
  line(fmt::format("SEQUENCE:{}", event.sequence));
  line("DTSTART" + value_of(event.begin));
  if (event.end) line("DTEND" + value_of(*event.end));
  if (event.yearly) line(yearly_rule(event.begin.day));
  append_text(events_, "SUMMARY", event.summary);
  append_text(events_, "DESCRIPTION", event.description);
  append_text(events_, "LOCATION", event.location);
  if (!event.url.empty()) line("URL:" + event.url);
  line("STATUS:" + std::string(name_of(event.status)));
  line(event.begin.minute < 0 || event.status == CalendarEvent::Status::cancelled ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE");
  line("END:VEVENT");
}

std::string CalendarText::text() const {
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//loa//calendar//EN\r\n" + head_;
  if (has_times_ && !zone_.name.empty())  // one offset at all times
    out += "BEGIN:VTIMEZONE\r\nTZID:" + zone_.name + "\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:" + zone_.offset +
           "\r\nTZOFFSETTO:" + zone_.offset + "\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
  return out + events_ + "END:VCALENDAR\r\n";
}

}  // namespace outputs
