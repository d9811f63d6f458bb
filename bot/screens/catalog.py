"""An event's card, its line-up and schedule."""

from datetime import datetime

from aiogram.types import InlineKeyboardButton

from bot import links
from bot.callbacks.buying import AskCode, Choose, Reserve
from bot.callbacks.finding import (
    SendCalendar,
    ShowEvent,
    ShowHouse,
    ShowLookBook,
    ShowProgramme,
    ShowVenue,
)
from bot.screen import Screen, button, link, share
from bot.screens import lists, pictures
from bot.screens.parts import CAPTION, cheapest, home, money, paragraphs, place, season, shorten
from bot.texts import Markup, Texts
from domain.baskets import Basket
from domain.errors import Unavailability
from domain.events import EventCard, Sale
from storage.enums import EventStatus

_FEW = 9


def event_card(
    t: Texts,
    card: EventCard,
    *,
    username: str,
    inline: bool = False,
    back: str = "",
    now: datetime,
) -> Screen:
    """Poster, facts, and what can be done now.

    `inline`: the bot can be asked in any chat. `back` is the list that the card was opened from.
    """
    rows = [
        _buy(t, card, now),
        [
            button(t.plain("button-lineup"), ShowProgramme(event=card.id)),
            *_map(t, card),
        ],
        [
            button(t.plain("button-calendar"), SendCalendar(event=card.id)),
            _share(t, card, username, inline=inline),
        ],
        [lists.back(t, back), home(t)],
    ]
    return Screen(_caption(t, card, now), rows, pictures.poster(t, card))


def _map(t: Texts, card: EventCard) -> list[InlineKeyboardButton]:
    if card.latitude is None:
        return []
    return [button(t.plain("button-venue"), ShowVenue(event=card.id))]


def _share(t: Texts, card: EventCard, username: str, *, inline: bool) -> InlineKeyboardButton:
    if inline:
        return share(t.plain("button-share"), card.title)
    address = links.event_link(username, card.id)
    return link(t.plain("button-share"), f"https://t.me/share/url?url={address}")


def _buy(t: Texts, card: EventCard, now: datetime) -> list[InlineKeyboardButton]:
    if card.status is not EventStatus.PUBLISHED or now >= card.ends_at:
        return []
    choose = Choose(event=card.id)
    if not card.offers:
        ask = button(t.plain("button-have-code"), AskCode(event=card.id))
        return [ask] if card.takes_codes else []
    best = cheapest(card.offers)
    if best is None:
        return [button(t.plain("button-sold-out"), choose)]
    if best.price.amount:
        label = t.plain("button-choose", price=money(t, best.price))
        return [button(label, choose)]
    if any(offer.price.amount for offer in card.offers):
        return [button(t.plain("button-choose-any"), choose)]
    if len(card.offers) > 1 or best.needs_approval:  # it is said there that the house looks
        return [button(t.plain("button-choose-free"), choose)]
    one = Reserve(event=card.id, basket=Basket.of({best.position: 1}).wire(), total=0)
    return [
        button(t.plain("button-choose-free"), one),
        *([button(t.plain("button-several"), choose)] if best.most > 1 else []),
    ]


def _caption(t: Texts, card: EventCard, now: datetime) -> str:
    brands = ", ".join(dict.fromkeys(shown.brand for shown in card.lineup))
    extra = t("event-brands", brands=shorten(brands, 200)) if brands else ""
    news, left = _news(t, card, now), _left(t, card, now)

    def caption(description: str) -> str:
        facts = t(
            "event-caption",
            title=card.title,
            house=card.house,
            when=t.when(card.starts_at, card.time_zone),
            place=_place(t, card),
            description=description,
        )
        return paragraphs(news, Markup(facts.rstrip()), extra, left)

    room = CAPTION - len(caption(""))
    return caption(shorten(card.description, room // 2 if "&" in card.description else room))


def _news(t: Texts, card: EventCard, now: datetime) -> str:
    if card.status is EventStatus.CANCELLED:
        return t("event-cancelled")
    return t("event-over") if now >= card.ends_at else ""


def _place(t: Texts, card: EventCard) -> str:
    access = t.plain("step-free") if card.step_free else ""
    return " · ".join(part for part in (place(card.venue, card.city), access) if part)


def _left(t: Texts, card: EventCard, now: datetime) -> str:
    """How many places are left when they are few, or why there are none."""
    if card.status is not EventStatus.PUBLISHED or now >= card.ends_at or not card.offers:
        return ""
    open_ones = [offer for offer in card.offers if offer.sale is Sale.OPEN]
    if open_ones:
        left = [offer.left for offer in open_ones if offer.left is not None]
        few = max(left, default=_FEW + 1) if len(left) == len(open_ones) else _FEW + 1
        return t("event-left", left=few) if few <= _FEW else ""
    opening = [offer.opens_at for offer in card.offers if offer.sale is Sale.NOT_YET]
    if opens := min((at for at in opening if at), default=None):
        return t("choose-not-yet", when=t.when(opens, card.time_zone))
    reasons = {offer.reason for offer in card.offers if offer.sale is Sale.SOLD_OUT}
    for reason in reversed(Unavailability):  # what may still come back is said first
        if reason in reasons:
            return t(f"choose-{reason.value}")
    return t("choose-over")


def lineup(t: Texts, card: EventCard) -> Screen:
    """Who shows, who walks, and what happens when."""
    shown = [
        t(
            "lineup-shown-season" if each.season else "lineup-shown",
            brand=each.brand,
            collection=each.collection,
            season=season(t, each.season, each.year),
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
    designers = dict.fromkeys((each.designer, each.brand) for each in card.lineup)
    rows = [
        [button(t.plain("button-brand", name=shorten(brand, 30)), ShowLookBook(designer=each))]
        for each, brand in designers
    ]
    if card.house:
        name = t.plain("button-house", name=shorten(card.house, 30))
        rows.append([button(name, ShowHouse(organizer=card.organizer))])
    rows.append([button(t.plain("button-back"), ShowEvent(event=card.id))])
    return Screen(text, rows)
