"""A month of days on buttons, for whoever asks for a day."""

import calendar
from collections.abc import Callable, Collection
from datetime import date, timedelta

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.callbacks.wire import Nothing
from bot.screen import button
from bot.texts import Texts

Row = list[InlineKeyboardButton]
_EMPTY = "·"
_MONTH = "%Y-%m"


def month(
    t: Texts,
    shown: date,
    *,
    first: date,
    last: date,
    pick: Callable[[date], CallbackData],
    turn: Callable[[date], CallbackData],
    chosen: Collection[date] = (),
) -> list[Row]:
    """The month of `shown` with a button for every day from `first` to `last`.

    `pick` makes the button of a day, `turn` that of another month, named by its first day. The
    days in `chosen` are marked. A month outside of the span shows the nearest one within.
    """
    at = min(max(shown, first), last).replace(day=1)
    before, after = (at - timedelta(days=1)).replace(day=1), next_month(at)
    head = [
        _way("‹", before, turn) if before >= first.replace(day=1) else _label(_EMPTY),
        _label(t.month(at)),
        _way("›", after, turn) if after <= last else _label(_EMPTY),
    ]
    days = [
        [
            _day(at.replace(day=number), first, last, pick, chosen) if number else _label(_EMPTY)
            for number in week
        ]
        for week in calendar.Calendar().monthdayscalendar(at.year, at.month)
    ]
    return [head, [_label(name) for name in t.weekdays()], *days]


def next_month(day: date) -> date:
    """The first day of the month after that of `day`."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def page(day: date) -> str:
    """The month of a day as a button carries it, such as 2026-12."""
    return day.strftime(_MONTH)


def read_page(page: str) -> date | None:
    """The first day of the month that a button carries, None for anything else."""
    try:
        return date.fromisoformat(f"{page}-01")
    except ValueError:
        return None


def _day(
    day: date,
    first: date,
    last: date,
    pick: Callable[[date], CallbackData],
    chosen: Collection[date],
) -> InlineKeyboardButton:
    if not first <= day <= last:
        return _label(_EMPTY)
    return button(f"✓{day.day}" if day in chosen else str(day.day), pick(day))


def _way(sign: str, to: date, turn: Callable[[date], CallbackData]) -> InlineKeyboardButton:
    return button(sign, turn(to))


def _label(text: str) -> InlineKeyboardButton:
    return button(text, Nothing())
