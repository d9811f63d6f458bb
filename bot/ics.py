"""The calendar file of an event: opened by any calendar, updated by a second file."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vGeo, vText

from bot.clean import clean_text

_PRODUCT = "-//Fashionista Portal//Calendar//EN"
_UID_DOMAIN = "fashionista-portal"


@dataclass(frozen=True)
class CalendarEntry:
    """What goes into a calendar. Times are aware; `reminders` are leads before the start.

    `event_id` makes the UID, so that a later file with a higher `sequence` moves or cancels the
    same entry. `changed_at` is when the event changed last.
    """

    event_id: str
    title: str
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    venue: str
    address: str
    url: str
    changed_at: datetime
    description: str = ""
    latitude: float | None = None
    longitude: float | None = None
    sequence: int = 0
    cancelled: bool = False
    reminders: tuple[timedelta, ...] = (timedelta(hours=24), timedelta(hours=2))


def calendar_file(entry: CalendarEntry) -> bytes:
    """The entry as an .ics file in UTF-8; instants in UTC, so no time zone rules are needed."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "CANCEL" if entry.cancelled else "PUBLISH")
    calendar.add("x-wr-timezone", vText(entry.time_zone))
    calendar.add_component(_event(entry))
    content: bytes = calendar.to_ical()
    return content


def _event(entry: CalendarEntry) -> Event:
    event = Event()
    title = clean_text(entry.title.replace("\n", " "), 200)
    event.add("uid", f"{entry.event_id}@{_UID_DOMAIN}")
    event.add("dtstamp", entry.changed_at.astimezone(UTC))
    event.add("last-modified", entry.changed_at.astimezone(UTC))
    event.add("sequence", entry.sequence)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("dtstart", entry.starts_at.astimezone(UTC))
    event.add("dtend", entry.ends_at.astimezone(UTC))
    event.add("summary", title)
    places = (clean_text(place, 200) for place in (entry.venue, entry.address))
    event.add("location", ", ".join(place for place in places if place))
    event.add("url", entry.url)
    words = clean_text(entry.description, 2000)
    event.add("description", "\n\n".join(part for part in (words, entry.url) if part))
    if entry.latitude is not None and entry.longitude is not None:
        event.add("geo", vGeo((entry.latitude, entry.longitude)))
    if not entry.cancelled:
        for lead in entry.reminders:
            event.add_component(_alarm(title, lead))
    return event


def _alarm(title: str, lead: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -lead)
    return alarm
