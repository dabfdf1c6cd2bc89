// Two readers of calendars from npm: takes the paths of .ics files on lines, gives for each file and reader its events as JSON.
import ICAL from "ical.js";
import ical from "node-ical";
import fs from "node:fs";

const twoDigits = number => String(number).padStart(2, "0");
const day = (year, month, date) => `${year}-${twoDigits(month)}-${twoDigits(date)}`;

function byIcalJs(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const time = value => value && (value.isDate ? day(value.year, value.month, value.day) : value.toJSDate().toISOString().slice(0, 16) + "Z");
  const days = event => {
    const all = event.iterator();
    return event.isRecurring() ? [all.next(), all.next(), all.next()].map(time) : [];
  };
  return calendar.getAllSubcomponents("vevent").map(one => {
    const event = new ICAL.Event(one), said = name => one.getFirstPropertyValue(name);
    return {uid: event.uid, begin: time(event.startDate), end: one.hasProperty("dtend") ? time(event.endDate) : null, summary: event.summary,
            description: event.description, location: event.location ?? "", url: said("url"), status: said("status"), sequence: event.sequence, days: days(event)};
  });
}

function byNodeIcal(text) {
  const time = value => value && (value.dateOnly ? day(value.getFullYear(), value.getMonth() + 1, value.getDate()) : value.toISOString().slice(0, 16) + "Z");
  return Object.values(ical.sync.parseICS(text)).filter(one => one.type === "VEVENT").map(one => (
    {uid: one.uid, begin: time(one.start), end: text.includes("DTEND") && one.end - one.start > 0 ? time(one.end) : null, summary: one.summary,
     description: one.description, location: one.location ?? "", url: one.url, status: one.status, sequence: Number(one.sequence),
     days: one.rrule ? one.rrule.all((_, number) => number < 3).map(date => date.toISOString().slice(0, 10)) : []}));
}

const answers = {};
for (const path of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const text = fs.readFileSync(path, "utf8");
  answers[path] = {"ical.js": byIcalJs(text), "node-ical": byNodeIcal(text)};
}
process.stdout.write(JSON.stringify(answers));
