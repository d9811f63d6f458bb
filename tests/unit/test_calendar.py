"""The month on buttons: only what can be chosen can be tapped, and it always fits."""

from datetime import date

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.callbacks.wire import Move
from bot.screens import calendar
from bot.texts import LOCALES, Texts

FIRST, LAST = date(2026, 11, 25), date(2027, 3, 1)
NOTHING = "n:0"


def to(act: str, answer: str) -> CallbackData:
    values = {"form": "x" * 14, "turn": "abcdfff", "act": act, "answer": answer}
    return Move.model_validate(values)


def month(shown: date, locale: str = "en") -> list[list[InlineKeyboardButton]]:
    return calendar.month(
        Texts(locale),
        shown,
        first=FIRST,
        last=LAST,
        pick=lambda day: to("answer", day.isoformat()),
        turn=lambda day: to("see", calendar.page(day)),
        chosen=[date(2026, 12, 3)],
    )


def live(rows: list[list[InlineKeyboardButton]]) -> list[str]:
    return [each.text for row in rows for each in row if each.callback_data != NOTHING]


def test_only_days_within_the_span_are_buttons() -> None:
    assert live(month(FIRST)) == ["›", "25", "26", "27", "28", "29", "30"]
    assert live(month(LAST)) == ["‹", "1"]
    assert live(month(date(2026, 12, 24)))[:5] == ["‹", "›", "1", "2", "✓3"]


def test_a_month_outside_of_the_span_is_the_nearest_within() -> None:
    assert month(date(2020, 1, 1)) == month(FIRST)
    assert month(date(2040, 1, 1)) == month(LAST)


def test_every_row_is_a_week_from_monday_in_every_language() -> None:
    for locale in LOCALES:
        head, weekdays, *weeks = month(date(2026, 12, 1), locale)
        assert "2026" in head[1].text
        assert {len(week) for week in [weekdays, *weeks]} == {7}
        assert [each.text for each in weeks[0]] == ["·", "1", "2", "✓3", "4", "5", "6"]
    assert [each.text for each in month(FIRST, "it")[1]] == list("LMMGVSD")


def test_a_page_is_read_back() -> None:
    assert calendar.read_page(calendar.page(date(2026, 12, 3))) == date(2026, 12, 1)
    for forged in ("", "2026", "2026-13", "x"):
        assert calendar.read_page(forged) is None
