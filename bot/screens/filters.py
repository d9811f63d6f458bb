"""The choices of a filter: where, when, what kind, for how much, step-free."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from aiogram.types import InlineKeyboardButton

from bot.callbacks.finding import Browse, Narrow, PickDays
from bot.screen import Screen, button
from bot.screens import calendar, lists
from bot.screens.parts import home, shorten
from bot.texts import Texts
from domain.filters import Filter, Price, When
from domain.programme import MANY, City
from storage.enums import EventType

Row = list[InlineKeyboardButton]

_AHEAD = timedelta(days=365)
_MOST_CITIES = 60


def choices(t: Texts, wanted: Filter, *, city: City | None, count: int) -> Screen:
    """What can be chosen, what is chosen, and how many evenings that leaves."""
    code = wanted.wire()
    where = city.name if city else ""
    rows = [
        [_part(t, t.plain("filter-city"), where, Narrow(of=code, part="city"))],
        [_part(t, t.plain("filter-days"), _when(t, wanted), Narrow(of=code, part="days"))],
        [_part(t, t.plain("filter-kind"), _kind(t, wanted.kind), Narrow(of=code, part="kind"))],
        [
            _part(
                t, t.plain("filter-price"), _price(t, wanted.price), Narrow(of=code, part="price")
            )
        ],
        [_step_free(t, wanted)],
        [_show(t, wanted, count)] if count else [],
    ]
    clear = button(t.plain("button-clear"), Narrow(of=_cleared(wanted).wire()))
    rows.append([clear, home(t)] if wanted.narrows else [home(t)])
    return Screen(t("filter" if count else "filter-nothing"), rows)


def _part(t: Texts, name: str, chosen: str, act: Narrow) -> InlineKeyboardButton:
    value = shorten(chosen, 28) or t.plain("filter-any")
    return button(t.plain("button-filter-part", part=name, value=value), act)


def _kind(t: Texts, kind: EventType | None) -> str:
    return t.plain(f"kind-{kind.value}") if kind else ""


def _when(t: Texts, wanted: Filter) -> str:
    if wanted.when:
        return t.plain(f"when-{wanted.when.value}")
    return lists.days(t, wanted.days) if wanted.days else ""


def _price(t: Texts, price: Price | None) -> str:
    if price is None:
        return ""
    return t.plain("price-most", most=price.most) if price.most else t.plain("price-free")


def _step_free(t: Texts, wanted: Filter) -> InlineKeyboardButton:
    label = t.plain("step-free")
    other = replace(wanted, step_free=not wanted.step_free)
    return button(f"✓ {label}" if wanted.step_free else label, Narrow(of=other.wire()))


def _show(t: Texts, wanted: Filter, count: int) -> InlineKeyboardButton:
    key = "button-show-many" if count >= MANY else "button-show"
    return button(t.plain(key, count=min(count, MANY - 1)), Browse(of=wanted.wire()))


def _cleared(wanted: Filter) -> Filter:
    return Filter(near=wanted.near, mine=wanted.mine)


def cities(t: Texts, wanted: Filter, there: Sequence[City]) -> Screen:
    """Where."""
    options = [(each.name, replace(wanted, city=each.code)) for each in there[:_MOST_CITIES]]
    return _values(t, "filter-city-question", wanted, replace(wanted, city=""), options, wide=2)


def kinds(t: Texts, wanted: Filter) -> Screen:
    """What kind of evening."""
    options = [(_kind(t, each), replace(wanted, kind=each)) for each in EventType]
    return _values(t, "filter-kind-question", wanted, replace(wanted, kind=None), options)


def prices(t: Texts, wanted: Filter) -> Screen:
    """For how much."""
    options = [(_price(t, each), replace(wanted, price=each)) for each in Price]
    return _values(t, "filter-price-question", wanted, replace(wanted, price=None), options)


def _values(
    t: Texts,
    key: str,
    wanted: Filter,
    without: Filter,
    options: Sequence[tuple[str, Filter]],
    *,
    wide: int = 1,
) -> Screen:
    buttons = [
        button(f"✓ {label}" if other == wanted else label, Narrow(of=other.wire()))
        for label, other in options
    ]
    rows = [buttons[at : at + wide] for at in range(0, len(buttons), wide)]
    return Screen(t(key), [*rows, _end(t, wanted, without)])


def _end(t: Texts, wanted: Filter, without: Filter) -> Row:
    anything = button(t.plain("filter-any"), Narrow(of=without.wire()))
    return [anything, button(t.plain("button-back"), Narrow(of=wanted.wire()))]


def days(t: Texts, wanted: Filter, *, today: date, shown: date | None) -> Screen:
    """When: tonight, this week, or days of the calendar; a second tap makes it a span."""
    chosen = wanted.days
    at = shown or (chosen[0] if chosen else today)

    def pick(day: date) -> PickDays:
        return PickDays(of=replace(wanted, when=None, days=_span(chosen, day)).wire(), month=page)

    def turn(month: date) -> PickDays:
        return PickDays(of=wanted.wire(), month=calendar.page(month))

    page = calendar.page(at)
    first, last = chosen or (today, today)
    marked = [first + timedelta(n) for n in range((last - first).days + 1)] if chosen else []
    soon: Row = [
        button(
            t.plain(f"when-{each.value}"), Narrow(of=replace(wanted, when=each, days=None).wire())
        )
        for each in When
    ]
    month = calendar.month(
        t, at, first=today, last=today + _AHEAD, pick=pick, turn=turn, chosen=marked
    )
    end = _end(t, wanted, replace(wanted, when=None, days=None))
    if chosen:
        end = [end[0], button(t.plain("button-days-done"), Narrow(of=wanted.wire()))]
    text = (
        t("filter-days-chosen", days=lists.days(t, chosen))
        if chosen
        else t("filter-days-question")
    )
    return Screen(text, [soon, *month, end])


def _span(chosen: tuple[date, date] | None, day: date) -> tuple[date, date]:
    """The first tap chooses a day, the second the other end of a span, the third begins anew."""
    if chosen is None or chosen[0] != chosen[1] or chosen[0] == day:
        return day, day
    return min(chosen[0], day), max(chosen[0], day)
