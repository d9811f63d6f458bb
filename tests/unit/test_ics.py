"""The calendar file: one entry, always the same one, at the right instant."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from bot.ics import CalendarEntry, calendar_file

_ENTRY = CalendarEntry(
    event_id="0198c0de-0000-7000-8000-000000000001",
    title="Seta, viva; “sì”",
    starts_at=datetime(2026, 2, 26, 20, 30, tzinfo=ZoneInfo("Europe/Rome")),
    ends_at=datetime(2026, 2, 26, 23, 0, tzinfo=ZoneInfo("Europe/Rome")),
    time_zone="Europe/Rome",
    venue="Fabbrica Tortona",
    address="Via Tortona 54, Milan",
    url="https://t.me/FashionistaPortalBot?start=e0198",
    changed_at=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
    description="Wine from ten,\nmusic until the last guest.",
    latitude=45.4518,
    longitude=9.1611,
)


def _parsed(content: bytes) -> tuple[Calendar, Event]:
    calendar = Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    assert isinstance(event, Event)
    return calendar, event


def test_the_entry_says_when_and_where() -> None:
    calendar, event = _parsed(calendar_file(_ENTRY))
    assert calendar["method"] == "PUBLISH"
    assert calendar["x-wr-timezone"] == "Europe/Rome"
    assert event.decoded("dtstart") == datetime(2026, 2, 26, 19, 30, tzinfo=UTC)
    assert event.decoded("dtend") == datetime(2026, 2, 26, 22, 0, tzinfo=UTC)
    assert event["summary"] == "Seta, viva; “sì”"
    assert event["location"] == "Fabbrica Tortona, Via Tortona 54, Milan"
    assert event["url"] == _ENTRY.url
    assert _ENTRY.url in str(event["description"])
    assert event["geo"].to_ical() == "45.4518;9.1611"


def test_instants_are_written_in_utc_so_that_no_calendar_needs_a_zone() -> None:
    content = calendar_file(_ENTRY)
    assert b"DTSTART:20260226T193000Z\r\n" in content
    assert b"TZID" not in content


def test_it_reminds_a_day_and_two_hours_before() -> None:
    _, event = _parsed(calendar_file(_ENTRY))
    alarms = event.walk("VALARM")
    assert [alarm.decoded("trigger") for alarm in alarms] == [
        timedelta(hours=-24),
        timedelta(hours=-2),
    ]


def test_the_reminders_are_the_persons_own() -> None:
    _, event = _parsed(calendar_file(replace(_ENTRY, reminders=())))
    assert event.walk("VALARM") == []


def test_a_second_file_moves_the_same_entry() -> None:
    later = _ENTRY.starts_at + timedelta(hours=1)
    moved = replace(_ENTRY, starts_at=later, ends_at=later + timedelta(hours=2), sequence=3)
    (_, before), (_, after) = _parsed(calendar_file(_ENTRY)), _parsed(calendar_file(moved))
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 3)
    assert after.decoded("dtstart") == later.astimezone(UTC)


def test_two_events_are_two_entries() -> None:
    other = replace(_ENTRY, event_id="0198c0de-0000-7000-8000-000000000002")
    assert _parsed(calendar_file(_ENTRY))[1]["uid"] != _parsed(calendar_file(other))[1]["uid"]


def test_a_cancelled_event_takes_the_entry_away_without_ringing() -> None:
    calendar, event = _parsed(calendar_file(replace(_ENTRY, cancelled=True, sequence=4)))
    assert calendar["method"] == "CANCEL"
    assert event["status"] == "CANCELLED"
    assert event.walk("VALARM") == []


def test_a_venue_without_a_place_has_no_coordinates() -> None:
    _, event = _parsed(calendar_file(replace(_ENTRY, latitude=None, longitude=None)))
    assert "geo" not in event


@given(text=st.text(max_size=300))
def test_no_text_adds_a_line_of_its_own(text: str) -> None:
    entry = replace(_ENTRY, title=text, venue=text, address=text, description=text)
    content = calendar_file(entry)
    calendar, event = _parsed(content)
    assert len(calendar.walk()) == 4
    assert str(event["uid"]).startswith(_ENTRY.event_id)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


@pytest.mark.parametrize("text", ["x\r\nBEGIN:VEVENT", "x\r\nATTENDEE:mailto:a@b.example"])
def test_a_title_with_a_line_break_stays_one_line(text: str) -> None:
    _, event = _parsed(calendar_file(replace(_ENTRY, title=text)))
    assert event["summary"] == text.replace("\r\n", " ")
