"""Which evenings a person wants to see, short enough to stand in a button or a link.

The code of a filter holds only a-z and 0-9: each part is a letter and a fixed number of characters
after it. What nobody wrote is read as no filter at all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from storage.enums import EventType

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_EPOCH = date(2020, 1, 1)
_LENGTHS = {"c": 5, "w": 1, "d": 6, "k": 1, "p": 1, "a": 0, "n": 8, "y": 0, "g": 1}
LAST_PAGE = len(_DIGITS) - 1
"""Pages are counted from 0; who has seen so many is better served by a filter."""

LONGEST = 29
"""Characters of the longest code."""


class When(StrEnum):
    """A time that moves with the clock."""

    TONIGHT = "tonight"
    WEEK = "week"


class Price(StrEnum):
    """The most that the cheapest ticket may cost, in whole units of the event's currency."""

    FREE = "free"
    FIFTY = "50"
    HUNDRED = "100"

    @property
    def most(self) -> int:
        """As a number."""
        return 0 if self is Price.FREE else int(self.value)


_WHENS = {"t": When.TONIGHT, "w": When.WEEK}
_KINDS = {"s": EventType.FASHION_SHOW, "e": EventType.EXHIBITION, "w": EventType.WORKSHOP}
_PRICES = dict(zip("012", Price, strict=True))


@dataclass(frozen=True, slots=True)
class Point:
    """A place on earth in thousandths of a degree: about a hundred metres, no more is kept."""

    latitude: int
    longitude: int

    @classmethod
    def at(cls, latitude: float, longitude: float) -> "Point | None":
        """The point nearest to degrees, None where there is no such place."""
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            return None
        return cls(round(latitude * 1000), round(longitude * 1000))

    @property
    def degrees(self) -> tuple[float, float]:
        """Latitude and longitude."""
        return self.latitude / 1000, self.longitude / 1000


@dataclass(frozen=True, slots=True)
class Filter:
    """What must be true of an evening to be shown, and the page of the list.

    `city` is the code of a city, `days` the first and the last day in the event's own zone.
    `near` puts the nearest first. `mine`: what the person follows or has been to.
    """

    city: str = ""
    when: When | None = None
    days: tuple[date, date] | None = None
    kind: EventType | None = None
    price: Price | None = None
    step_free: bool = False
    near: Point | None = None
    mine: bool = False
    page: int = 0

    @classmethod
    def read(cls, code: str) -> "Filter":
        """From a button or a link."""
        found = cls()
        while code:
            length = _LENGTHS.get(code[0])
            if length is None or len(code) <= length:
                return cls()
            try:
                found = found._with(code[0], code[1 : 1 + length])
            except (KeyError, ValueError, OverflowError):
                return cls()
            code = code[1 + length :]
        return found

    def _with(self, letter: str, value: str) -> "Filter":
        match letter:
            case "c":
                return replace(self, city=_hexadecimal(value))
            case "w":
                return replace(self, when=_WHENS[value], days=None)
            case "d":
                return replace(self, days=_days(value), when=None)
            case "k":
                return replace(self, kind=_KINDS[value])
            case "p":
                return replace(self, price=_PRICES[value])
            case "a":
                return replace(self, step_free=True)
            case "n":
                return replace(self, near=_point(value), mine=False)
            case "y":
                return replace(self, mine=True, near=None)
            case _:
                return replace(self, page=_number(value))

    def wire(self) -> str:
        """For a button or a link; at most `LONGEST` characters."""
        first, last = self.days or (_EPOCH, _EPOCH)
        parts = [
            f"c{self.city}" if self.city else "",
            f"w{_letter(_WHENS, self.when)}" if self.when else "",
            f"d{_day(first)}{_day(last)}" if self.days else "",
            f"k{_letter(_KINDS, self.kind)}" if self.kind else "",
            f"p{_letter(_PRICES, self.price)}" if self.price else "",
            "a" if self.step_free else "",
            f"n{_degrees(self.near)}" if self.near else "",
            "y" if self.mine else "",
            f"g{_DIGITS[self.page]}" if self.page else "",
        ]
        return "".join(parts)

    def at_page(self, page: int) -> "Filter":
        """Another page of the same list, within what a list has."""
        return replace(self, page=min(max(page, 0), LAST_PAGE))

    @property
    def narrows(self) -> bool:
        """Whether anything is left out by what a person chose (near and mine are other lists)."""
        return replace(self, near=None, mine=False, page=0) != Filter()


def _letter(words: Mapping[str, object], word: object) -> str:
    return next(letter for letter, each in words.items() if each is word)


def _hexadecimal(value: str) -> str:
    int(value, 16)
    return value


def _days(value: str) -> tuple[date, date]:
    first, last = (_EPOCH + timedelta(_number(part)) for part in (value[:3], value[3:]))
    return min(first, last), max(first, last)


def _day(day: date) -> str:
    return _written((day - _EPOCH).days, 3)


def _point(value: str) -> Point:
    point = Point(_number(value[:4]) - 90_000, _number(value[4:]) - 180_000)
    if Point.at(*point.degrees) is None:
        raise ValueError(value)
    return point


def _degrees(point: Point) -> str:
    return _written(point.latitude + 90_000, 4) + _written(point.longitude + 180_000, 4)


def _number(value: str) -> int:
    return sum(_DIGITS.index(digit) * 36**place for place, digit in enumerate(reversed(value)))


def _written(number: int, width: int) -> str:
    digits = [_DIGITS[number // 36**place % 36] for place in reversed(range(width))]
    return "".join(digits)
