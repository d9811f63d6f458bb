"""The programme and an event's card."""

from datetime import datetime

from aiogram.types import InlineKeyboardButton

from bot import links
from bot.callbacks import (
    Browse,
    Choose,
    Reserve,
    SendCalendar,
    ShowEvent,
    ShowProgramme,
    ShowVenue,
)
from bot.screen import Screen, button, link
from bot.screens import pictures
from bot.screens.parts import CAPTION, cheapest, home, money, paragraphs, place, price_of, shorten
from bot.texts import Texts
from domain.baskets import Basket
from domain.events import EventCard, EventLine, Page
from storage.enums import EventStatus

_LONGEST_TITLE = 30


def programme(t: Texts, page: Page, *, now: datetime) -> Screen:
    """A page of what is on, an evening a button."""
    if not page.lines:
        return Screen(t("programme-empty"), [[home(t)]])
    rows = [[_event_button(t, line)] for line in page.lines]
    pager = []
    if page.number:
        pager.append(button(t.plain("button-earlier"), Browse(page=page.number - 1)))
    if page.has_next:
        pager.append(button(t.plain("button-more"), Browse(page=page.number + 1)))
    lines = [_line(t, line, now) for line in page.lines]
    return Screen(paragraphs(t("programme-title"), *lines), [*rows, pager, [home(t)]])


def _line(t: Texts, line: EventLine, now: datetime) -> str:
    on_now = line.starts_at <= now < line.ends_at
    when = t.plain("programme-now") if on_now else t.when(line.starts_at, line.time_zone)
    return t(
        "programme-line",
        title=line.title,
        when=when,
        place=place(line.venue, line.city),
        price=price_of(t, line),
    )


def _event_button(t: Texts, line: EventLine) -> InlineKeyboardButton:
    title = shorten(line.title, _LONGEST_TITLE)
    day = t.day(line.starts_at, line.time_zone)
    return button(t.plain("button-event", day=day, title=title), ShowEvent(event=line.id))


def event_card(t: Texts, card: EventCard, *, username: str, now: datetime) -> Screen:
    """Poster, facts, and what can be done now."""
    rows = [
        _buy(t, card, now),
        [
            button(t.plain("button-lineup"), ShowProgramme(event=card.id)),
            button(t.plain("button-venue"), ShowVenue(event=card.id)),
        ],
        [
            button(t.plain("button-calendar"), SendCalendar(event=card.id)),
            _share(t, card, username),
        ],
        [button(t.plain("button-back"), Browse()), home(t)],
    ]
    return Screen(_caption(t, card, now), rows, pictures.poster(t, card))


def _share(t: Texts, card: EventCard, username: str) -> InlineKeyboardButton:
    address = links.event_link(username, card.id)
    return link(t.plain("button-share"), f"https://t.me/share/url?url={address}")


def _buy(t: Texts, card: EventCard, now: datetime) -> list[InlineKeyboardButton]:
    if card.status is not EventStatus.PUBLISHED or now >= card.ends_at or not card.offers:
        return []
    choose = Choose(event=card.id)
    best = cheapest(card.offers)
    if best is None:
        return [button(t.plain("button-sold-out"), choose)]
    if best.price.amount:
        label = t.plain("button-choose", price=money(t, best.price))
        return [button(label, choose)]
    if len(card.offers) > 1:
        return [button(t.plain("button-choose-free"), choose)]
    one = Reserve(event=card.id, basket=Basket.of({best.position: 1}).wire(), total=0)
    return [
        button(t.plain("button-choose-free"), one),
        *([button(t.plain("button-several"), choose)] if best.most > 1 else []),
    ]


def _caption(t: Texts, card: EventCard, now: datetime) -> str:
    brands = ", ".join(dict.fromkeys(shown.brand for shown in card.lineup))
    extra = t("event-brands", brands=shorten(brands, 200)) if brands else ""
    news = ""
    if card.status is EventStatus.CANCELLED:
        news = t("event-cancelled")
    elif now >= card.ends_at:
        news = t("event-over")

    def caption(description: str) -> str:
        facts = t(
            "event-caption",
            title=card.title,
            house=card.house,
            when=t.when(card.starts_at, card.time_zone),
            place=place(card.venue, card.city),
            description=description,
        )
        return paragraphs(news, facts, extra)

    room = CAPTION - len(caption(""))
    return caption(shorten(card.description, room // 2 if "&" in card.description else room))


def lineup(t: Texts, card: EventCard) -> Screen:
    """Who shows, who walks, and what happens when."""
    shown = [
        t(
            "lineup-shown-season" if each.season else "lineup-shown",
            brand=each.brand,
            collection=each.collection,
            season=" ".join(str(part) for part in (each.season, each.year) if part),
        )
        for each in card.lineup
    ]
    walkers = t("lineup-walkers", names=", ".join(card.walkers)) if card.walkers else ""
    schedule = [
        t("schedule-line", clock=t.clock(each.starts_at, card.time_zone), what=each.title)
        for each in card.schedule
    ]
    text = paragraphs(
        t("lineup-title", title=card.title),
        "\n".join(shown) or t("lineup-none"),
        walkers,
        "\n".join([t("schedule-title"), *schedule]) if schedule else "",
    )
    rows = [[button(t.plain("button-back"), ShowEvent(event=card.id))]]
    return Screen(text, rows)
