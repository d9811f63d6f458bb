"""Days and times as people write them, in every language of the house; the day comes first."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache

from babel.dates import get_month_names

from bot.texts import LOCALES, Texts

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[./ -](\d{1,2})(?:[./ -](\d{4}|\d{2}(?!\d|[:h])))?\.?")
_NAMED = re.compile(
    r"(?:[^\W\d]+\.?,? )?(?:le |il |the )?(\d{1,2})(?:st|nd|rd|th|er|º|°)?"
    r" (?:of |de |di )?([^\W\d]+)\.?,?(?: (\d{4}))?"
)
_NAMED_FIRST = re.compile(r"([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?")
_REST = re.compile(r"(?:,| |t|at |alle |à |a |ore |um |–|-)+")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2})?)?(?: ?([ap])\.?m\.?)?")


@dataclass(frozen=True, slots=True)
class DayInWords:
    """A day that was written, None where no calendar has it; `rest` is what came after it.

    `bygone`: without a year it was as well this day, the last one that is over.
    """

    day: date | None
    rest: str | None = None
    bygone: date | None = None


def read_day(
    text: str, today: date, first: date, *, time_after: bool = False
) -> DayInWords | None:
    """The day in a text. Without a year it is the next one from `first` on, None: no day at all.

    With `time_after` the text may go on; else it must end there.
    """
    lower = " ".join(text.lower().split())
    for near, day in _near(today):
        if lower == near or (time_after and lower.startswith(near + " ")):
            return DayInWords(day, _rest(lower[len(near) :]))
    for form in (_ISO, _NUMBERS, _NAMED, _NAMED_FIRST):
        found = form.match(lower)
        parts = _parts(form, found) if found else None
        if found is None or parts is None:
            continue
        rest = _rest(lower[found.end() :])
        if rest is None or time_after:
            return _found(*parts, first, rest)
    return None


def read_time(text: str) -> time | None:
    """The time of day that a text is, such as 19:30, 19h30, 7.30 pm or 19."""
    found = _CLOCK.fullmatch(" ".join(text.lower().split()).removesuffix(" h"))
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _parts(form: re.Pattern[str], found: re.Match[str]) -> tuple[int | None, int, int] | None:
    """Year, month and day."""
    one, two, three = found.groups()
    if form is _ISO:
        return int(one), int(two), int(three)
    if form is _NUMBERS:
        return _year(three), int(two), int(one)
    name, day = (two, one) if form is _NAMED else (one, two)
    month = _months().get(name.rstrip("."))
    return None if month is None else (_year(three), month, int(day))


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)


def _found(year: int | None, month: int, day: int, first: date, rest: str | None) -> DayInWords:
    found = _dated(year, month, day, first)
    if found is None or year is not None:
        return DayInWords(found, rest)
    return DayInWords(found, rest, _dated(found.year - 1, month, day, first))


def _dated(year: int | None, month: int, day: int, first: date) -> date | None:
    years = range(first.year, first.year + 5) if year is None else (year,)
    for each in years:
        try:
            found = date(each, month, day)
        except ValueError:
            continue  # 29 February is not in every year
        if year is not None or found >= first:
            return found
    return None


def _rest(text: str) -> str | None:
    found = _REST.match(text)
    return (text[found.end() :] if found else text).strip() or None


def _near(today: date) -> list[tuple[str, date]]:
    return [
        (Texts(locale).plain(key).lower(), today + timedelta(days=days))
        for locale in LOCALES
        for key, days in (("day-after-tomorrow", 2), ("day-tomorrow", 1), ("day-today", 0))
    ]


@cache
def _months() -> dict[str, int]:
    """Month names and their short forms, without dots."""
    return {
        name.lower().rstrip("."): month
        for locale in LOCALES
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for month, name in get_month_names(width, context, locale).items()
    }
