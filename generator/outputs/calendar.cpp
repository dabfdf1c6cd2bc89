// Calendars (RFC 5545), one a language: beside the page of an entry (or in a folder of its own, where it has none) each of its events by
// itself and its calendar; `vi/calendar.ics` the calendar of all.
//
// A date is never shown as more certain than it is. A whole day or span of days is a date. What is vague (a month, a guess, "to be
// announced") is a span over all days that it may be, tentative, and begins with its wording; what has only one end is that day. A day of
// every year is as certain as any day, and repeats.
#include <algorithm>

#include "base/text.h"
#include "outputs/calendar_text.h"
#include "outputs/outputs.h"
#include "outputs/words.h"

namespace outputs {

namespace {

using Status = CalendarEvent::Status;
using std::chrono::days;

/// The minutes of an interval's ends or of a moment, where both have a time of day.
struct Times {
  CalendarTime begin;
  std::optional<CalendarTime> end;
};
std::optional<Times> times_of(const model::When& when) {
  const auto minute = [](const model::Moment& moment) { return moment.hour < 0 ? -1 : moment.hour * 60 + moment.minute; };
  if (const auto* moment = std::get_if<model::Moment>(&when.value); moment && moment->hour >= 0)
    return Times{{*when.first_day(), minute(*moment)}, std::nullopt};
  const auto* interval = std::get_if<model::Interval>(&when.value);
  const auto* begin = interval ? std::get_if<model::Moment>(&interval->begin) : nullptr;
  const auto* end = interval ? std::get_if<model::Moment>(&interval->end) : nullptr;
  if (!begin || !end || begin->hour < 0 || end->hour < 0) return std::nullopt;
  return Times{{*when.first_day(), minute(*begin)}, CalendarTime{*when.last_day(), minute(*end)}};
}

/// Whether only its last day is said, and that for certain: "by 12 July".
bool is_certain_deadline(const model::When& when) {
  const auto* interval = std::get_if<model::Interval>(&when.value);
  const auto* end = interval && !when.to_be_announced ? std::get_if<model::Moment>(&interval->end) : nullptr;
  return end && std::holds_alternative<model::Open>(interval->begin) && model::is_exact({*end});
}

class Writer {
 public:
  Writer(const model::Site& site, std::size_t language) : site_(site), words_(site, language), language_(language) {}

  CalendarEvent event(const model::Event& event) const {
    const auto& declaration = *event.declaration;
    const auto& when = event.dated().when;
    const auto words = [&](const std::vector<model::Path>& paths, std::string_view between) { return words_.joined(paths, event.item(), *event.entry, between); };
    const bool exact = model::is_exact(when) || (event.since && !when.to_be_announced);
    const bool certain = exact || (declaration.due && is_certain_deadline(when));
    const bool cancelled = is_one_of(event, declaration.cancelled);

    CalendarEvent made;
    made.uid = event.uid();
    made.modified = model::day_at(declaration.updated, event.item(), *event.entry, site_);
    made.stamp = made.modified.value_or(std::chrono::sys_days{});
    made.status = cancelled ? Status::cancelled : !certain || is_one_of(event, declaration.tentative) ? Status::tentative : Status::confirmed;
    made.sequence = std::max(number_at(event, declaration.sequence), cancelled ? 1 : 0);
    set_time(made, event);
    made.summary = words(declaration.title, ": ");
    if (!exact) made.summary = base::capitalized(words_.of(event.dated())) + ": " + made.summary;
    if (cancelled) made.summary = words({*declaration.status}, "") + ": " + made.summary;
    made.description = base::capitalized(words_.of(event.dated()));
    if (const auto note = words_.of(event.dated().note); !note.empty()) made.description += "\n" + note;
    for (const auto& line : declaration.text)
      if (const auto more = words(line, ": "); !more.empty()) made.description += "\n" + more;
    for (auto path = declaration.location.begin(); path != declaration.location.end() && made.location.empty(); ++path) made.location = words({*path}, "");
    made.url = shown_address(site_, *event.entry, language_);
    return made;
  }

 private:
  const model::Value* at(const model::Event& event, const std::optional<model::Path>& path) const {
    return path ? model::value_at(*path, event.item(), *event.entry, site_) : nullptr;
  }

  bool is_one_of(const model::Event& event, const std::vector<model::Path>& options) const {
    const auto* value = at(event, event.declaration->status);
    const auto* choice = value ? value->get<model::Choice>() : nullptr;
    return choice && std::ranges::count(options, choice->option->name, &model::Path::text);
  }

  int number_at(const model::Event& event, const std::optional<model::Path>& path) const {
    const auto* value = at(event, path);
    const auto* number = value ? value->get<double>() : nullptr;
    return number ? static_cast<int>(std::clamp(*number, 0.0, 1e9)) : 0;
  }

  static void set_time(CalendarEvent& made, const model::Event& event) {
    const auto& when = event.dated().when;
    const bool due = event.declaration->due;
    if (const auto times = times_of(when); times && !due) {
      made.begin = times->begin;
      if (times->end && std::pair(times->end->day, times->end->minute) > std::pair(made.begin.day, made.begin.minute)) made.end = times->end;
      return;
    }
    made.yearly = event.since.has_value();
    const auto first = event.since ? event.since : when.first_day(), last = event.since ? event.since : when.last_day();
    made.begin = {due && last && model::is_exact(when) ? *last : first ? *first : *last};
    if (const auto day = (last ? *last : *first) + days(1); day < std::chrono::year(10000) / 1 / 1) made.end = CalendarTime{day};
  }

  const model::Site& site_;
  Words words_;
  std::size_t language_;
};

}  // namespace

std::vector<base::File> calendars(const model::Site& site, const model::Theme& theme, const std::vector<base::File>&) {
  std::vector<base::File> files;
  const auto made = model::calendars_of(site);
  const CalendarZone zone{theme.time_zone.name, theme.time_zone.offset};
  for (std::size_t language = 0; language < site.languages.size(); ++language) {
    const Writer writer(site, language);
    for (const auto& event : made.events) {
      CalendarText text("", "", zone);
      text.add(writer.event(event));
      files.push_back({model::folder_of(site, *event.entry, language) + event.file(), text.text()});
    }
    for (const auto& calendar : made.calendars) {
      const std::string folder = model::folder_of(site, *calendar.entry, language);
      const std::string address = shown_address(site, *calendar.entry, language);
      const std::string home = site.base_url + site.languages[language].tag + "/";
      CalendarText text(Words(site, language).of(model::title_of(*calendar.entry)), address.empty() ? home : address, zone);
      for (const auto* event : calendar.events) text.add(writer.event(*event));
      files.push_back({folder + std::string(model::calendar_file), text.text()});
    }
  }
  return files;
}

}  // namespace outputs
