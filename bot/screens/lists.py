"""Lists of evenings: the programme, a search, what is near, what a house shows next.

A list carries the poster of its first evening, so that lists and cards change in one message.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from aiogram.types import InlineKeyboardButton

from bot.callbacks.finding import AskWords, Browse, Follow, Narrow, Search, ShowEvent, ShowLookBook
from bot.screen import Screen, button
from bot.screens import pictures
from bot.screens.parts import CAPTION, home, paragraphs, place, price_of, shorten
from bot.texts import Markup, Texts
from domain.events import EventLine, Page
from domain.filters import LONGEST, Filter, Price
from domain.follows import Kind
from domain.programme import City
from domain.search import Found

Row = list[InlineKeyboardButton]

_LONGEST_TITLE = 30
_TITLE, _PLACE, _WORDS = 60, 60, 60
_SEARCH = "s"  # no code of a filter begins so


def programme(
    t: Texts,
    page: Page,
    wanted: Filter,
    *,
    city: City | None,
    city_followed: bool,
    now: datetime,
) -> Screen:
    """A page of the evenings that a filter lets through."""
    head = paragraphs(t(_title(wanted)), _chosen(t, wanted, city))
    if not page.lines:
        return _nothing(t, head, wanted)
    pager: Row = []
    if page.number:
        before = wanted.at_page(page.number - 1)
        pager.append(button(t.plain("button-earlier"), Browse(of=before.wire())))
    if page.has_next:
        after = wanted.at_page(page.number + 1)
        pager.append(button(t.plain("button-more"), Browse(of=after.wire())))
    here = wanted.at_page(page.number).wire()
    narrow = button(t.plain("button-filter"), Narrow(of=wanted.at_page(0).wire()))
    there = [follow(t, Kind.CITY, city.code, city.name, followed=city_followed)] if city else []
    rows = [*_buttons(t, page.lines, here), pager, there, [narrow, home(t)]]
    return _list(t, head, page.lines, rows, now)


def _title(wanted: Filter) -> str:
    if wanted.near:
        return "list-near"
    if wanted.mine:
        return "list-mine"
    if wanted.when:
        return f"list-{wanted.when.value}"
    return "list-free" if wanted.price is Price.FREE else "programme-title"


def _nothing(t: Texts, head: str, wanted: Filter) -> Screen:
    if not wanted.narrows and not wanted.mine:
        return Screen(t("programme-empty"), [[home(t)]])
    hint = t("list-mine-empty" if wanted.mine and not wanted.narrows else "list-empty")
    rows = [
        [button(t.plain("button-filter"), Narrow(of=wanted.at_page(0).wire()))],
        [button(t.plain("button-all"), Browse()), home(t)],
    ]
    return Screen(paragraphs(head, hint), rows)


def _chosen(t: Texts, wanted: Filter, city: City | None) -> str:
    """What was chosen, in a line, without what the title says."""
    parts = [
        city.name if city else "",
        days(t, wanted.days) if wanted.days else "",
        t.plain(f"kind-{wanted.kind.value}") if wanted.kind else "",
        t.plain("price-most", most=wanted.price.most)
        if wanted.price and wanted.price.most
        else "",
        t.plain("price-free")
        if wanted.price is Price.FREE and _title(wanted) != "list-free"
        else "",
        t.plain("step-free") if wanted.step_free else "",
    ]
    return (
        t("list-chosen", chosen=" · ".join(part for part in parts if part)) if any(parts) else ""
    )


def days(t: Texts, chosen: tuple[date, date]) -> str:
    """One day, or the first and the last of several."""
    first, last = (t.day(datetime.combine(day, time(12), UTC), "UTC") for day in chosen)
    return first if first == last else t.plain("days", first=first, last=last)


def found(t: Texts, result: Found, *, now: datetime) -> Screen:
    """What a search found, and what it took the words for."""
    lines = result.page.lines
    if not lines:
        return _not_found(t, result)
    words = shorten(result.understood or result.asked, _WORDS)
    asked = shorten(result.asked, _WORDS)
    if not result.all_words:
        head = t("search-some", asked=asked)
    elif result.understood:
        head = t("search-meant", asked=asked, words=words)
    else:
        head = t("search-found", words=words)
    pager: Row = []
    if result.page.number:
        before = Search(words=result.asked, page=result.page.number - 1)
        pager.append(button(t.plain("button-earlier"), before))
    if result.page.has_next:
        after = Search(words=result.asked, page=result.page.number + 1)
        pager.append(button(t.plain("button-more"), after))
    brands = [
        [
            button(
                t.plain("button-brand", name=shorten(each.name, 30)),
                ShowLookBook(designer=each.id),
            )
        ]
        for each in result.brands
    ]
    back = f"{_SEARCH}{result.asked}"
    rows = [*brands, *_buttons(t, lines, back), pager, [_search_again(t), home(t)]]
    return _list(t, head, lines, rows, now)


def _not_found(t: Texts, result: Found) -> Screen:
    text = t("search-nothing", asked=shorten(result.asked, _WORDS))
    return Screen(text, [[_search_again(t)], [button(t.plain("button-all"), Browse()), home(t)]])


def _search_again(t: Texts) -> InlineKeyboardButton:
    return button(t.plain("button-search"), AskWords())


def next_evenings(t: Texts, lines: Sequence[EventLine], *, back: str = "") -> list[Row]:
    """A button for each evening."""
    return _buttons(t, lines, back)


def line(t: Texts, event: EventLine, now: datetime) -> Markup:
    """An evening in a list: what, when, where, for how much."""
    on_now = event.starts_at <= now < event.ends_at
    when = t.plain("programme-now") if on_now else t.when(event.starts_at, event.time_zone)
    where = shorten(place(event.venue, event.city), _PLACE)
    if event.metres is not None:
        where = t.plain("programme-away", away=t.distance(event.metres), place=where)
    return t(
        "programme-line",
        title=shorten(event.title, _TITLE),
        when=when,
        place=where,
        price=price_of(t, event),
    )


def _list(
    t: Texts, head: str, lines: Sequence[EventLine], rows: list[Row], now: datetime
) -> Screen:
    told = [line(t, each, now) for each in lines]
    text = paragraphs(head, *told)
    while len(text) > CAPTION:  # titles that are all signs to be escaped
        told.pop()
        text = paragraphs(head, *told)
    return Screen(text, rows, pictures.poster(t, lines[0]))


def _buttons(t: Texts, lines: Sequence[EventLine], back: str) -> list[Row]:
    return [[_event_button(t, each, back)] for each in lines]


def _event_button(t: Texts, event: EventLine, back: str) -> InlineKeyboardButton:
    title = shorten(event.title, _LONGEST_TITLE)
    day = t.day(event.starts_at, event.time_zone)
    known = back if len(back.encode()) <= LONGEST else ""
    return button(
        t.plain("button-event", day=day, title=title), ShowEvent(event=event.id, back=known)
    )


def follow(t: Texts, kind: Kind, key: str, name: str, *, followed: bool) -> InlineKeyboardButton:
    """Follow, or no longer."""
    label = t.plain("button-followed" if followed else "button-follow", name=shorten(name, 24))
    return button(label, Follow(kind=kind.value, key=key, on=not followed))


def back(t: Texts, code: str) -> InlineKeyboardButton:
    """The way back to the list that `ShowEvent.back` names."""
    if code.startswith(_SEARCH) and len(code) > 1:
        return button(t.plain("button-back"), Search(words=code[1:]))
    return button(t.plain("button-back"), Browse(of=Filter.read(code).wire()))
