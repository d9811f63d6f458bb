"""Every sentence for people, by Fluent: one folder a language, one file an area."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Final, Literal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import (
    format_date,
    format_time,
    format_timedelta,
    get_day_names,
    get_timezone_location,
)
from babel.numbers import format_currency, format_decimal, get_currency_precision
from babel.units import format_unit
from fluent.runtime import FluentBundle, FluentResource, resolver

from storage.security.unreadable import Unreadable

# The library refuses values of more than 2500 characters, so that foreign texts cannot grow
# without end. Our texts are our own, and 1000 letters of a person may be 5000 when escaped.
resolver.MAX_PART_LENGTH = 50_000

FOLDER = Path(__file__).parent
LOCALES = (
    "en",
    *sorted(
        each.name
        for each in FOLDER.iterdir()
        if (each / "common.ftl").is_file() and each.name != "en"
    ),
)
"""The portal's languages, one a folder; the first is the one that every text exists in."""

_NEVER: Final = 10**6
"""So many of a unit that the next larger one is never taken."""

_SIGNS = {"GBP": "£"}
"""Signs that need no country: French data would say "£GB"."""

_FIRST_OF_MONTH = {"fr": "EEE d'er' MMM"}
"""Where the first of a month is an ordinal: "mar. 1er déc.\""""


class MissingText(Exception):
    """A key or variable that no language has: a mistake of ours, found by `test_texts.py`."""


class Markup(str):
    """A text that is already safe HTML."""

    __slots__ = ()


def supported(language: str | None) -> str:
    """The portal's language nearest to a Telegram language code such as "fr-CA"."""
    short = (language or "").partition("-")[0].lower()
    return short if short in LOCALES else LOCALES[0]


@cache
def bundle(locale: str) -> FluentBundle:
    """The texts of one language."""
    made = FluentBundle([locale], use_isolating=False)
    for path in sorted((FOLDER / locale).glob("*.ftl")):
        made.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return made


@dataclass(frozen=True, slots=True)
class Texts:
    """The voice of the house in one language."""

    locale: str

    def __call__(self, key: str, **values: Any) -> Markup:
        """An HTML text; values that come from people are escaped, `Markup` is not."""
        safe = {
            name: escape(value, quote=False)
            if isinstance(value, str) and not isinstance(value, Markup | Unreadable)
            else value
            for name, value in values.items()
        }
        return Markup(self._format(key, safe))

    def plain(self, key: str, **values: Any) -> str:
        """A text without markup, for buttons, alerts and file names."""
        return self._format(key, values)

    def has(self, key: str) -> bool:
        """Whether any language of this voice knows the key."""
        return any(bundle(locale).has_message(key) for locale in self._chain())

    def _chain(self) -> tuple[str, ...]:
        return (self.locale,) if self.locale == LOCALES[0] else (self.locale, LOCALES[0])

    def _format(self, key: str, values: Mapping[str, Any]) -> str:
        for locale in self._chain():
            texts = bundle(locale)
            if not texts.has_message(key):
                continue
            pattern = texts.get_message(key).value
            if pattern is None:
                break
            text, errors = texts.format_pattern(pattern, self._spoken(values))
            if errors:
                raise MissingText(f"{key}: {errors[0]}")
            return str(text)
        raise MissingText(key)

    def _spoken(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values, with a word in place of what cannot be read."""
        return {
            name: self.plain("unavailable") if isinstance(value, Unreadable) else value
            for name, value in values.items()
        }

    def money(self, minor: int, currency: str) -> str:
        """An amount of minor units as people write it: 4500 EUR is "€45.00"; whole ones "€45"."""
        amount = Decimal(minor).scaleb(-get_currency_precision(currency))
        pattern = Locale(self.locale).currency_formats["standard"].pattern
        pattern = pattern.replace("¤", _SIGNS.get(currency, "¤"))
        whole = amount == amount.to_integral_value()
        return format_currency(
            amount,
            currency,
            pattern.replace(".00", "") if whole else pattern,
            locale=self.locale,
            currency_digits=not whole,
        )

    def number(self, number: Decimal) -> str:
        """A number as people write it, such as "7.7"."""
        return format_decimal(number, locale=self.locale)

    def day(self, at: datetime, zone: str) -> str:
        """The day of a moment where it happens, such as "Fri 27 Nov"."""
        day = _there(at, zone).date()
        first = _FIRST_OF_MONTH.get(self.locale) if day.day == 1 else None
        return format_date(day, first or "EEE d MMM", locale=self.locale)

    def long_day(self, day: date) -> str:
        """A day with its year, such as "27 November 2026"."""
        return format_date(day, "d MMMM y", locale=self.locale)

    def month(self, day: date) -> str:
        """The month of a day, such as "Nov 2026"."""
        return format_date(day, "LLL y", locale=self.locale).capitalize()

    def weekdays(self) -> list[str]:
        """The days of a week, from Monday on, as short as a calendar has them."""
        names = get_day_names("narrow", "stand-alone", self.locale)
        return [names[day] for day in range(7)]

    def clock(self, at: datetime, zone: str) -> str:
        """The time of day of a moment where it happens, such as "19:30"; of an hour that comes
        twice, when the clocks go back, with which one it is."""
        turn = _turn(at, zone)
        clock = self._clock(at, zone)
        return clock if turn == "none" else self.plain("clock-twice", clock=clock, turn=turn)

    def clock_there(self, at: datetime, zone: str) -> str:
        """The same with whose time it is, such as "19:30 (London time)"."""
        clock, city, turn = self._clock(at, zone), self.city(zone), _turn(at, zone)
        return self.plain("clock-there", clock=clock, city=city, turn=turn)

    def _clock(self, at: datetime, zone: str) -> str:
        return format_time(_there(at, zone), "HH:mm", locale=self.locale)

    def city(self, zone: str) -> str:
        """The city after which a time zone is named."""
        return get_timezone_location(zone, locale=self.locale, return_city=True)

    def countdown(self, until: datetime) -> Markup:
        """How long it is until a moment, as the client counts it down."""
        clock = self.plain("countdown")
        return Markup(f'<tg-time unix="{int(until.timestamp())}" format="r">{clock}</tg-time>')

    def when(self, at: datetime, zone: str) -> str:
        """Day and time of a moment where it happens."""
        return self.plain("when", day=self._dated(at, zone), clock=self.clock(at, zone))

    def when_there(self, at: datetime, zone: str) -> str:
        """The same with whose time it is, such as "Fri 27 Nov, 19:30 (London time)"."""
        return self.plain("when", day=self._dated(at, zone), clock=self.clock_there(at, zone))

    def _dated(self, at: datetime, zone: str) -> str:
        """The day, with its year unless that is this year there."""
        day, year = self.day(at, zone), _there(at, zone).year
        return day if year == _there(datetime.now(UTC), zone).year else f"{day} {year}"

    def ago(self, at: datetime, now: datetime) -> str:
        """How long something is past, such as "5 minutes ago"; within a minute it is now."""
        if now - at < timedelta(minutes=1):
            return self.plain("just-now")
        return format_timedelta(at - now, add_direction=True, locale=self.locale)

    def span(self, hours: int) -> str:
        """How long it is, such as "36 hours", or "7 days" where they are whole and several."""
        days, rest = divmod(hours, 24)
        unit: Literal["hour", "day"] = "hour" if rest or days < 2 else "day"
        return format_timedelta(  # not `format_unit`: it knows no Italian days
            timedelta(hours=hours), granularity=unit, threshold=_NEVER, locale=self.locale
        )

    def distance(self, metres: float) -> str:
        """How far it is, such as "350 m", "2.3 km" or "41 km"."""
        if metres < 995:
            return format_unit(round(metres, -1), "meter", "short", locale=self.locale)
        kilometres = metres / 1000
        near = round(kilometres, 1 if kilometres < 9.95 else 0)
        return format_unit(near, "kilometer", "short", locale=self.locale)


def _there(at: datetime, zone: str) -> datetime:
    return at.astimezone(ZoneInfo(zone))


def _turn(at: datetime, zone: str) -> Literal["none", "before", "after"]:
    """On which side of the clocks' going back a moment is whose time of day comes twice."""
    there = _there(at, zone)
    if there.utcoffset() == there.replace(fold=1 - there.fold).utcoffset():
        return "none"
    return "after" if there.fold else "before"
