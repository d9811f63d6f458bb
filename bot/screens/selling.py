"""What an event sells, for who makes it: ticket types, and how they sell."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.callbacks.making import AtDesk, AtType
from bot.screen import Screen, button
from bot.screens.making import back
from bot.screens.parts import cost, home, paragraphs, shorten
from bot.texts import Markup, Texts
from domain.money import Money
from domain.productions import Production
from domain.ticket_types import MOST, TicketKind
from domain.waitlist import Line

_LONGEST_NAME = 30


def types(t: Texts, event: Production, kinds: Sequence[TicketKind]) -> Screen:
    """What is sold."""
    lines = [_line(t, kind) for kind in kinds] or [t("types-none")]
    rows = [
        [button(t.plain("button-type", name=_name(kind)), AtType(type=kind.id))] for kind in kinds
    ]
    new = button(t.plain("button-new-type"), AtDesk(event=event.id, room="newtype"))
    codes = button(t.plain("button-codes"), AtDesk(event=event.id, room="codes"))
    head = t("types-title", title=event.title, seats=event.seats or 0)
    text = paragraphs(head, *lines, _sum(t, event, kinds))
    more = [new] if len(kinds) < MOST else []
    return Screen(text, [*rows, [*more, *([codes] if kinds else [])], back(t, event)])


def _sum(t: Texts, event: Production, kinds: Sequence[TicketKind]) -> str:
    """How the types together stand to the seats."""
    offered = sum(kind.size or 0 for kind in kinds)
    seats = event.seats or 0
    if not kinds or offered == seats:
        return ""
    if offered > seats:
        return t("types-more", offered=offered, seats=seats)
    return t("types-fewer", offered=offered, rest=seats - offered)


def _line(t: Texts, kind: TicketKind) -> Markup:
    key = "types-line-hidden" if kind.hidden else "types-line"
    key = "types-line-closed" if kind.closed else key
    size = kind.size or 0
    return t(key, name=kind.name, price=cost(t, kind.price), sold=kind.sold, size=size)


def kind(t: Texts, event: Production, kind: TicketKind, line: Line) -> Screen:
    """One ticket type and who waits for it, and what can be changed."""
    text = t(
        "type",
        name=kind.name,
        price=cost(t, kind.price),
        size=kind.size or 0,
        sold=kind.sold,
        held=kind.held,
        limit=kind.limit,
        benefits=", ".join(kind.benefits) or t.plain("form-skipped"),
        opens=t.when(kind.sale_start, event.time_zone)
        if kind.sale_start
        else t.plain("type-opens-at-once"),
        ends=t.when(kind.sale_end, event.time_zone)
        if kind.sale_end
        else t.plain("type-ends-with-event"),
    )
    over = t("type-over", count=-kind.left) if kind.left is not None and kind.left < 0 else ""
    closed = t("type-closed") if kind.closed else ""
    hidden = t("type-hidden") if kind.hidden else ""
    looked = t("type-looks-first") if kind.needs_approval else ""
    changes = [
        _change(t, kind, "name", "button-type-name"),
        _change(t, kind, "price", "button-type-price"),
        _change(t, kind, "quantity", "button-type-quantity"),
        _change(t, kind, "limit", "button-type-limit"),
        _change(t, kind, "benefits", "button-type-benefits"),
        _change(t, kind, "opens", "button-type-opens"),
        _change(t, kind, "ends", "button-type-ends"),
        _change(t, kind, "open", "button-type-open")
        if kind.closed
        else _change(t, kind, "close", "button-type-close"),
        _change(t, kind, "unhide", "button-type-unhide")
        if kind.hidden
        else _change(t, kind, "hide", "button-type-hide"),
        _change(t, kind, "look-no-more", "button-type-look-no-more")
        if kind.needs_approval
        else _change(t, kind, "look-first", "button-type-look-first"),
    ]
    if not kind.sold and not kind.held:
        changes.append(_change(t, kind, "remove", "button-type-remove"))
    changes += [
        _change(t, kind, "line-open", "button-line-open")
        if line.closed
        else _change(t, kind, "line-close", "button-line-close"),
        _change(t, kind, "line-in-turn", "button-line-in-turn")
        if line.smaller_first
        else _change(t, kind, "line-smaller", "button-line-smaller"),
    ]
    rows = [changes[start : start + 2] for start in range(0, len(changes), 2)]
    shelf = button(t.plain("button-back"), AtDesk(event=event.id, room="types"))
    waits = "\n".join(
        (
            t("type-line", people=line.people, seats=line.seats),
            *([t("type-line-closed")] if line.closed else []),
            *([t("type-line-smaller")] if line.smaller_first else []),
        )
    )
    return Screen(paragraphs(text, over, closed, hidden, looked, waits), [*rows, [shelf, home(t)]])


def _change(t: Texts, kind: TicketKind, act: str, key: str) -> InlineKeyboardButton:
    return button(t.plain(key), AtType.model_validate({"type": kind.id, "act": act}))


def sales(t: Texts, event: Production, kinds: Sequence[TicketKind]) -> Screen:
    """What has sold, what is held, what is left, and what came in."""
    lines = [
        t(
            "sales-line",
            name=kind.name,
            sold=kind.sold,
            held=kind.held,
            left=max(kind.left or 0, 0),
            gross=cost(t, kind.gross),
        )
        for kind in kinds
    ]
    gross = Money(sum(kind.gross.amount for kind in kinds), event.currency)
    head = t(
        "sales",
        title=event.title,
        sold=event.sold,
        held=event.held,
        left=max((event.seats or 0) - event.sold - event.held, 0),
        gross=cost(t, gross),
    )
    refresh = button(t.plain("button-refresh"), AtDesk(event=event.id, room="sales"))
    accounts = button(t.plain("button-event-money"), AtDesk(event=event.id, room="money"))
    return Screen(paragraphs(head, *lines), [[refresh, accounts], back(t, event)])


def _name(kind: TicketKind) -> str:
    return shorten(kind.name, _LONGEST_NAME)
