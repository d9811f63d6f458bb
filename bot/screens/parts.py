"""Small pieces that several screens share."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from aiogram.types import InlineKeyboardButton

from bot.callbacks.finding import ShowMenu
from bot.screen import button
from bot.texts import Markup, Texts
from domain.events import EventLine, Offer, Sale
from domain.money import Money

CAPTION = 1024
"""Characters under a picture (Bot API)."""

_CELLS = 14
"""Of a bar: what a narrow phone has on one line."""

_SEASONS = {
    "Spring/Summer": "season-spring-summer",
    "Autumn/Winter": "season-autumn-winter",
    "Resort": "season-resort",
    "Pre-Fall": "season-pre-fall",
    "Couture": "season-couture",
}


def home(t: Texts) -> InlineKeyboardButton:
    """The way back to the first screen."""
    return button(t.plain("button-menu"), ShowMenu())


def money(t: Texts, amount: Money) -> str:
    """An amount as people write it."""
    return t.money(amount.amount, amount.currency)


def cost(t: Texts, amount: Money) -> str:
    """What something costs; what costs nothing is free."""
    return money(t, amount) if amount.amount else t.plain("choose-free")


def place(*parts: str) -> str:
    """Venue and city on one line."""
    return ", ".join(part for part in parts if part)


def season(t: Texts, name: str, year: int | None = None) -> str:
    """Season and year, as far as they are known; a season of our own list in the language."""
    key = _SEASONS.get(name)
    told = t.plain(key) if key else name
    return " ".join(part for part in (told, str(year or "")) if part)


def bar(share: float) -> str:
    """How far something is, from 0 to 1."""
    filled = int(share * _CELLS)
    return "▰" * filled + "▱" * (_CELLS - filled)


def counted(t: Texts, tickets: Sequence[tuple[str, int]]) -> str:
    """So many of each type, by name, on one line."""
    return " · ".join(
        t.plain("button-count", count=quantity, name=name) for name, quantity in tickets
    )


def paragraphs(*parts: str) -> Markup:
    """Texts with an empty line between them, without the empty ones."""
    return Markup("\n\n".join(part for part in parts if part))


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word."""
    if len(text) <= limit:
        return text
    return text[: max(limit - 1, 0)].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def price_of(t: Texts, line: EventLine) -> str:
    """What an evening costs, in a list."""
    if line.cheapest is None:
        return t.plain("programme-price-none")
    if not line.left:
        return t.plain("programme-sold-out")
    if line.cheapest.amount:
        price = t.plain("programme-price-from", price=money(t, line.cheapest))
    else:
        price = t.plain("programme-price-free" if line.all_free else "programme-price-any")
    few = line.left <= 5
    return t.plain("programme-few", price=price, left=line.left) if few else price


def cheapest(offers: Sequence[Offer]) -> Offer | None:
    """The cheapest offer that can be had now."""
    return min(
        (offer for offer in offers if offer.sale is Sale.OPEN),
        key=lambda offer: offer.price.amount,
        default=None,
    )


def minute_after(t: Texts, at: datetime, zone: str) -> str:
    """Day and time when `at` is over: clocks show minutes, and what is said to be over then is."""
    return t.when(at.replace(second=0, microsecond=0) + timedelta(minutes=1), zone)
