"""Questions whose answer is a day or a moment: by the buttons of a calendar, or written."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from bot.clean import clean_text
from bot.steps.base import Asking, Given, NotOffered, Sent, Step, Stored, Wrong, typed, word
from bot.steps.reading import DayInWords, read_day, read_time

_LONGEST = 60
_JUST_OVER = timedelta(days=92)
"""A day without a year that is over for less is a slip; for the next one its year is wanted."""

Span = Callable[[date], tuple[date, date]]
"""From today to the first and the last day that can be the answer."""
Zone = str | Callable[[Asking], Awaitable[str]]
"""A time zone's name, or how it follows from earlier answers."""


def ahead(days: int = 3 * 366) -> Span:
    """From today on, for at most `days`."""
    return lambda today: (today, today + timedelta(days=days))


def behind(years: int = 110) -> Span:
    """Until today, from at most `years` ago."""
    return lambda today: (date(today.year - years, 1, 1), today)


@dataclass(frozen=True, kw_only=True)
class Day(Step[date]):
    """A day within `span`. Without `calendar` it is only written, such as a date of birth."""

    span: Span
    calendar: bool = True

    def expects(self, sent: Sent) -> bool:
        return sent.text is not None

    def take(self, sent: Sent, given: Given) -> Stored:
        text = clean_text(typed(sent, "expects-day"), _LONGEST)
        first, last = self.span(given.now.date())
        found = read_day(text, given.now.date(), first)
        if found is None:
            raise Wrong("no-day")
        return within(found, first, last).isoformat()

    def press(self, value: str, given: Given, offered: Collection[str]) -> Stored:
        return within(pressed_day(value), *self.span(given.now.date())).isoformat()

    def read(self, stored: object) -> date:
        return date.fromisoformat(word(stored))


@dataclass(frozen=True, kw_only=True)
class Moment(Step[datetime]):
    """A moment in the future in the time zone `zone`; first its day, then its time of day.

    With `after` it is later than the answer to that step. The answer is aware UTC.
    """

    zone: Zone
    after: Step[datetime] | None = None
    days: int = 3 * 366

    @property
    def place(self) -> ZoneInfo:
        """The time zone, once the step is prepared."""
        if not isinstance(self.zone, str):
            raise TypeError("the step is not prepared")
        return ZoneInfo(self.zone)

    async def prepared(self, asking: Asking) -> Self:
        """With the time zone that follows from the answers; its question may name the `city`."""
        zone = self.zone if isinstance(self.zone, str) else await self.zone(asking)
        return replace(self, zone=zone, said={**self.said, "city": asking.t.city(zone)})

    def expects(self, sent: Sent) -> bool:
        return sent.text is not None

    def take(self, sent: Sent, given: Given) -> Stored:
        text = clean_text(typed(sent, "expects-moment"), _LONGEST)
        today = given.now.astimezone(self.place).date()
        found = read_day(text, today, today, time_after=True)
        if found is None:
            clock, day = read_time(text), self.day_of(given.before)
            if clock is None or day is None:
                raise Wrong("no-time" if day else "no-moment")
            return self.at(day, clock, given)
        if found.rest is None:
            return self._on(found, given)
        clock = read_time(found.rest)
        if clock is None:
            raise Wrong("no-moment")
        return self.at(self._within(found, given), clock, given)

    def press(self, value: str, given: Given, offered: Collection[str]) -> Stored:
        day, _, clock = value.partition("T")
        if not clock:
            return self._on(pressed_day(day), given)
        return self.at(self._within(pressed_day(day), given), pressed_time(clock), given)

    def enough(self, stored: Stored) -> bool:
        return isinstance(stored, str) and "T" in stored

    def read(self, stored: object) -> datetime:
        at = datetime.fromisoformat(word(stored))
        if at.tzinfo is None:
            raise ValueError("only a day")
        return at

    def day_of(self, stored: Stored) -> date | None:
        """The day that was chosen, in the place's own time."""
        if not isinstance(stored, str):
            return None
        if self.enough(stored):
            return self.read(stored).astimezone(self.place).date()
        return date.fromisoformat(stored)

    def span(self, now: datetime) -> tuple[date, date]:
        """The first and the last day that can be chosen."""
        today = now.astimezone(self.place).date()
        return ahead(self.days)(today)

    def _on(self, day: DayInWords, given: Given) -> Stored:
        return self._within(day, given).isoformat()

    def _within(self, day: DayInWords, given: Given) -> date:
        first, last = self.span(given.now)
        if day.bygone is not None and first - day.bygone <= _JUST_OVER:
            raise Wrong("day-over", day=day.bygone)
        return within(day, first, last)

    def at(self, day: date, clock: time, given: Given) -> Stored:
        """The moment of a day and a time of day at the place. Raises `Wrong`.

        Of an hour that comes twice it is the first that is late enough; the answer, when it is
        shown, says which.
        """
        there = datetime.combine(day, clock, tzinfo=self.place)
        at, again = (there.replace(fold=turn).astimezone(UTC) for turn in (0, 1))
        if at.astimezone(self.place).replace(tzinfo=None, fold=0) != there.replace(tzinfo=None):
            raise Wrong("time-skipped")
        after = given.answers.find(self.after) if self.after else None
        if at <= max(after or given.now, given.now) < again:
            at = again
        if after is not None and at <= after:
            raise Wrong("moment-after", earliest=after.astimezone(self.place))
        if at <= given.now:
            raise Wrong("moment-past", now=given.now.astimezone(self.place))
        return at.isoformat()


def within(found: DayInWords, first: date, last: date) -> date:
    """The day, if it is there and within the span. Raises `Wrong`."""
    if found.day is None:
        raise Wrong("no-such-day")
    if not first <= found.day <= last:
        raise Wrong("day-range", first=first, last=last)
    return found.day


def pressed_day(value: str) -> DayInWords:
    """The day behind a button. Raises `NotOffered`."""
    try:
        return DayInWords(date.fromisoformat(value))
    except ValueError:
        raise NotOffered from None


def pressed_time(value: str) -> time:
    """The time of day behind a button. Raises `NotOffered`."""
    try:
        clock = time.fromisoformat(value)
    except ValueError:
        raise NotOffered from None
    if clock.tzinfo is not None:
        raise NotOffered
    return clock


def day_value(day: date) -> str:
    """What a button says that chooses a day."""
    return day.isoformat()


def moment_value(day: date, hour: int) -> str:
    """What a button says that chooses a full hour of a day."""
    return f"{day.isoformat()}T{hour:02}00"
