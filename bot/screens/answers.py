"""Answers of guided dialogs in words, as the review shows them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.form import Asked
from bot.screens.parts import money
from bot.steps import (
    Amount,
    Choice,
    Choices,
    Day,
    Formatted,
    Length,
    Links,
    Moment,
    Percent,
    Photo,
    Photos,
    Place,
    Spot,
    Stored,
)
from bot.steps.formatted import plain_of
from bot.steps.numbers import in_feet, in_inches
from bot.texts import Texts
from domain.money import Money


def told(answer: Stored, asked: Asked, t: Texts) -> str:
    """An answer in words."""
    step = asked.step
    if answer is None:
        return t.plain("form-skipped")
    if isinstance(step, Photo):
        return t.plain("form-photo-attached")
    if isinstance(step, Photos):
        return t.plain("form-photos-attached", count=len(answer))
    if isinstance(step, Choice | Choices):
        chosen: Sequence[str] = [answer] if isinstance(answer, str) else answer
        return ", ".join(each.label for each in asked.options if each.value in chosen)
    if isinstance(step, Moment) and not step.enough(answer):
        return t.long_day(date.fromisoformat(str(answer)))
    if isinstance(step, Amount):
        return t.money(step.read(answer), step.code)
    if isinstance(step, Percent):
        return f"{t.number(step.read(answer))} %"
    if isinstance(step, Length):
        return length(t, step.read(answer), around=step.around)
    if isinstance(step, Day):
        return t.long_day(step.read(answer))
    if isinstance(step, Moment):
        return moment(t, step.read(answer).astimezone(step.place))
    if isinstance(step, Place):
        return spot(step.read(answer))
    if isinstance(step, Formatted):
        return plain_of(step.read(answer))
    if isinstance(step, Links):
        return ", ".join(step.read(answer))
    return str(step.read(answer))


def length(t: Texts, centimetres: int, *, around: bool = False) -> str:
    """A length of the body, or one `around` it, for either side of the Channel."""
    imperial = in_inches(centimetres) if around else in_feet(centimetres)
    return t.plain("form-length", cm=centimetres, feet=imperial)


def moment(t: Texts, at: datetime) -> str:
    """A moment with its year, in its own time zone."""
    zone = at.tzinfo.key if isinstance(at.tzinfo, ZoneInfo) else "UTC"
    return t.plain("when", day=t.long_day(at.date()), clock=t.clock(at, zone))


def spot(at: Spot) -> str:
    """A place by its name, and where it is in degrees."""
    degrees = f"{at.latitude:.4f}, {at.longitude:.4f}"
    named = ", ".join(part for part in (at.name, at.address) if part)
    return f"{named} ({degrees})" if named else degrees


def fact(t: Texts, value: Any) -> int | str:
    """A fact of a refusal in words."""
    if isinstance(value, datetime):
        return moment(t, value)
    if isinstance(value, date):
        return t.long_day(value)
    if isinstance(value, Money):
        return money(t, value)
    return value if isinstance(value, int) else str(value)
