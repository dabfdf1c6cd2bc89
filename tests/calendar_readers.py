"""Calendars as four programs read them that know nothing of one another: khal, python3-icalendar, and from npm ical.js and node-ical."""

import datetime
import json
import os
import subprocess
from pathlib import Path

import icalendar
import pytz
from khal.icalendar import expand
from khal.khalendar.event import Event as KhalEvent

import loa

ZONE = pytz.timezone("Asia/Ho_Chi_Minh")
LOCALE = {"local_timezone": ZONE, "default_timezone": ZONE, "timeformat": "%H:%M", "dateformat": "%Y-%m-%d", "longdateformat": "%Y-%m-%d",
          "datetimeformat": "%Y-%m-%d %H:%M", "longdatetimeformat": "%Y-%m-%d %H:%M", "unicode_symbols": True, "firstweekday": 0, "weeknumbers": False}


def time(value):
    """A day as 2024-06-01, an instant as 2024-06-01T01:30Z."""
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    assert value.tzinfo is not None, "a time without a zone"
    return value.astimezone(pytz.utc).strftime("%Y-%m-%dT%H:%MZ")


def first_days(one):
    """Of what comes again every year the first three days, as python3-icalendar reads the rule."""
    if "rrule" not in one:
        return []
    begin, days = one["dtstart"].dt, []
    assert dict(one["rrule"]) in ({"FREQ": ["YEARLY"]}, {"FREQ": ["YEARLY"], "BYMONTH": [begin.month], "BYMONTHDAY": [begin.day]}), one["rrule"]
    for year in range(begin.year, begin.year + 12):
        try:
            days.append(time(begin.replace(year=year)))
        except ValueError:  # 29 February
            continue
    return days[:3]


def by_icalendar(text):
    def event(one):
        said = {name: str(one[name]) if name in one else "" for name in ("uid", "summary", "description", "location", "url", "status")}
        return said | {"begin": time(one["dtstart"].dt), "end": time(one["dtend"].dt) if "dtend" in one else None, "days": first_days(one), "sequence": int(one["sequence"])}
    return [event(one) for one in icalendar.Calendar.from_ical(text).walk("VEVENT")]


def by_khal(text):
    """Day, title, place, status; khal gives whole days with their last day, and an hour to what has no end."""
    def event(one):
        read = KhalEvent.fromVEvents([one], locale=LOCALE, calendar="tests")
        end = read.end + datetime.timedelta(days=1) if read.allday else read.end
        return {"uid": read.uid, "begin": time(read.start), "end": time(end) if "dtend" in one else None, "summary": read.summary,
                "description": read.description, "location": read.location, "url": read.url, "status": str(one["status"]),
                "days": [time(begin) for begin, _ in expand(one)[:3]] if read.recurring else []}
    return [event(one) for one in icalendar.Calendar.from_ical(text).walk("VEVENT")]


def read(paths):
    """For each path the events of each reader, each a list of dicts, by the reader's name. `days` are the first three of what comes again."""
    paths = [str(path) for path in paths]
    script = loa.PROJECT / "tests/calendar_readers.mjs"
    done = subprocess.run(["node", script], input="\n".join(paths), capture_output=True, text=True, timeout=120, env={**os.environ, "TZ": "UTC"})
    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    for path in paths:
        text = Path(path).read_bytes().decode()
        answers[path] |= {"icalendar": by_icalendar(text), "khal": by_khal(text)}
    return answers
