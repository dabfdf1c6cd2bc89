#include "outputs/calendar_text.h"

#include <doctest/doctest.h>

#include "base/text.h"

using outputs::CalendarEvent;
using outputs::CalendarText;

namespace {

std::string written(const CalendarEvent& event, const std::string& name = "") {
  CalendarText text(name, name.empty() ? "" : "https://example.org/", {"Asia/Ho_Chi_Minh", "+0700"});
  text.add(event);
  return text.text();
}

CalendarEvent event(std::string summary) {
  CalendarEvent made;
  made.uid = "a/b";
  made.summary = std::move(summary);
  made.begin = {std::chrono::year(2024) / 6 / 1};
  return made;
}

/// Lines put together again (RFC 5545, 3.1); where one is longer than 75 octets or not UTF-8 by itself, what is wrong.
std::string unfolded(std::string_view text) {
  std::string all;
  while (!text.empty()) {
    const auto end = text.find("\r\n");
    if (end == text.npos) return "no CRLF at the end";
    std::string_view line = text.substr(0, end);
    if (line.size() > 75) return "too long: " + std::string(line);
    if (base::first_non_utf8(line)) return "cut within a character: " + std::string(line);
    if (line.find_first_of("\r\n") != line.npos) return "a lone CR or LF";
    if (line.starts_with(' ')) all.append(line.substr(1));
    else all.append(all.empty() ? "" : "\n").append(line);
    text.remove_prefix(end + 2);
  }
  return all;
}

}  // namespace

TEST_CASE("calendar text: whatever the lengths, a line has at most 75 octets and ends between characters") {
  for (const std::string letter : {"a", "đ", "ế", "😀", "a\xCC\x81", "ế 😀"})
    for (std::size_t before = 0; before < 80; ++before) {
      std::string words(before, 'x');
      for (int i = 0; i < 120; ++i) words += letter;
      const std::string text = unfolded(written(event(words)));
      CHECK_MESSAGE(text.find("\nSUMMARY:" + words + "\n") != text.npos, text);
    }
}

TEST_CASE("calendar text: what means something in it is escaped, and nothing else") {
  CHECK(unfolded(written(event("a; b, c \\ d\ne \"f\": g"))).find("\nSUMMARY:a\\; b\\, c \\\\ d\\ne \"f\": g\n") != std::string::npos);
  CHECK(unfolded(written(event("x"), "a, b")).find("\nNAME:a\\, b\nX-WR-CALNAME:a\\, b\nURL:https://example.org/\n") != std::string::npos);
}

TEST_CASE("calendar text: a zone is described once, where a time of day needs it") {
  CHECK(written(event("x")).find("VTIMEZONE") == std::string::npos);
  auto timed = event("x");
  timed.begin.minute = 8 * 60 + 5;
  timed.end = outputs::CalendarTime{std::chrono::year(2024) / 6 / 1, 9 * 60};
  CalendarText text("", "", {"Asia/Ho_Chi_Minh", "+0700"});
  text.add(timed);
  text.add(timed);
  const std::string both = text.text();
  CHECK(both.find("BEGIN:VTIMEZONE") == both.rfind("BEGIN:VTIMEZONE"));
  CHECK(both.find("\r\nTZOFFSETTO:+0700\r\n") != both.npos);
  CHECK(both.find("\r\nDTSTART;TZID=Asia/Ho_Chi_Minh:20240601T080500\r\nDTEND;TZID=Asia/Ho_Chi_Minh:20240601T090000\r\n") != both.npos);
  CalendarText west("", "", {"America/Lima", "-0530"});
  west.add(timed);
  CHECK(west.text().find("\r\nTZOFFSETTO:-0530\r\n") != std::string::npos);
  CalendarText nowhere("", "", {});
  nowhere.add(timed);
  CHECK(nowhere.text().find("\r\nDTSTART:20240601T080500\r\nDTEND:20240601T090000\r\n") != std::string::npos);
}

TEST_CASE("calendar text: a day of every year says that it comes again") {
  auto yearly = event("Children's Day");
  yearly.end = outputs::CalendarTime{std::chrono::year(2024) / 6 / 2};
  yearly.yearly = true;
  CHECK(written(yearly).find("\r\nDTSTART;VALUE=DATE:20240601\r\nDTEND;VALUE=DATE:20240602\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:") != std::string::npos);
  yearly.begin = {std::chrono::year(2024) / 2 / 29};
  yearly.end.reset();
  CHECK(written(yearly).find("\r\nDTSTART;VALUE=DATE:20240229\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29\r\nSUMMARY:") != std::string::npos);
}

TEST_CASE("calendar text: all that an event says, and nothing that it does not") {
  auto told = event("Forum");
  told.description = "In June";
  told.location = "Hall";
  told.url = "https://example.org/a,b/";
  told.stamp = std::chrono::year(2024) / 5 / 4;
  told.modified = std::chrono::year(2024) / 5 / 3;
  told.end = outputs::CalendarTime{std::chrono::year(2024) / 6 / 2};
  told.status = CalendarEvent::Status::cancelled;
  told.sequence = 2;
  CHECK(written(told) ==
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//loa//calendar//EN\r\nX-WR-TIMEZONE:Asia/Ho_Chi_Minh\r\nBEGIN:VEVENT\r\nUID:a/b\r\nDTSTAMP:20240504T000000Z\r\n"
        "LAST-MODIFIED:20240503T000000Z\r\nSEQUENCE:2\r\nDTSTART;VALUE=DATE:20240601\r\nDTEND;VALUE=DATE:20240602\r\nSUMMARY:Forum\r\n"
        "DESCRIPTION:In June\r\nLOCATION:Hall\r\nURL:https://example.org/a,b/\r\nSTATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  CHECK(written(event("Forum")) ==
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//loa//calendar//EN\r\nX-WR-TIMEZONE:Asia/Ho_Chi_Minh\r\nBEGIN:VEVENT\r\nUID:a/b\r\nDTSTAMP:19700101T000000Z\r\nSEQUENCE:0\r\n"
        "DTSTART;VALUE=DATE:20240601\r\nSUMMARY:Forum\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}
