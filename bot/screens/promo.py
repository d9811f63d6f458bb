"""Promo codes: as who typed one sees it, and at their event's desk."""

from collections.abc import Sequence
from datetime import datetime

from bot.callbacks.making import AtCode, AtDesk
from bot.screen import Screen, button
from bot.screens.making import back
from bot.screens.parts import home, money, paragraphs
from bot.texts import Markup, Texts
from domain.money import Money
from domain.orders import OrderLine, OrderView
from domain.productions import Production
from domain.promo_codes import MOST, PromoCode, Terms


def terms(t: Texts, code: Terms, zone: str) -> Markup:
    """What a code does, under the prices that it has made."""
    lines = [t("code-terms", code=code.code, what=_what(t, code))]
    if code.left is not None:
        lines.append(t("code-terms-left", left=code.left))
    if code.valid_until is not None:
        lines.append(t("code-terms-until", until=t.when(code.valid_until, zone)))
    return Markup("\n".join(lines))


def lines(t: Texts, view: OrderView) -> Markup:
    """What an order is for: prices as they are paid beside those before its code."""
    told = [_line_of(t, line) for line in view.lines]
    if view.code:
        told.append(_used(t, view))
    return Markup("\n".join(told))


def _line_of(t: Texts, line: OrderLine) -> Markup:
    price = money(t, line.price.times(line.quantity))
    if not line.discount.amount:
        return t("order-line", count=line.quantity, name=line.name, price=price)
    was = Money(line.price.amount + line.discount.amount, line.price.currency)
    return t(
        "order-line-was",
        count=line.quantity,
        name=line.name,
        price=price,
        was=money(t, was.times(line.quantity)),
    )


def _used(t: Texts, view: OrderView) -> Markup:
    """Which code an order was chosen with, and what it took off."""
    saved = view.saved
    return t("order-code", code=view.code, saved=money(t, saved) if saved.amount else "none")


def _what(t: Texts, code: Terms | PromoCode) -> Markup:
    return t(f"code-{code.effect.value}", percent=code.percent, amount=money(t, code.amount))


def codes(t: Texts, event: Production, found: Sequence[PromoCode], now: datetime) -> Screen:
    """The codes of an event, and how often each was used."""
    lines = [_line(t, each, now) for each in found] or [t("codes-none")]
    rows = [
        [button(t.plain("button-code", code=each.code), AtCode(code=each.id))] for each in found
    ]
    new = button(t.plain("button-new-code"), AtDesk(event=event.id, room="newcode"))
    shelf = button(t.plain("button-types"), AtDesk(event=event.id, room="types"))
    text = paragraphs(t("codes-title", title=event.title), *lines)
    return Screen(text, [*rows, [new] if len(found) < MOST else [], [shelf], back(t, event)])


def _line(t: Texts, code: PromoCode, now: datetime) -> Markup:
    return t(
        "codes-line",
        code=code.code,
        what=_what(t, code),
        used=code.used,
        budget=code.budget or "none",
        state=_state(code, now),
    )


def _state(code: PromoCode, now: datetime) -> str:
    if code.paused:
        return "paused"
    if code.is_over(now):
        return "over"
    return "gone" if code.budget is not None and code.used >= code.budget else "open"


def code(t: Texts, event: Production, code: PromoCode, now: datetime) -> Screen:
    """One code, and the switch that lets it rest."""
    text = t(
        "code",
        code=code.code,
        what=_what(t, code),
        types=", ".join(code.types) or t.plain("code-every-type"),
        used=code.used,
        budget=code.budget or "none",
        limit=code.per_person or "none",
        until=t.when(code.valid_until, event.time_zone) if code.valid_until else "none",
        given=money(t, code.given) if code.given.amount else "none",
    )
    state = _state(code, now)
    note = "" if state == "open" else t("code-note", state=state)
    act = AtCode(code=code.id, act="resume" if code.paused else "pause")
    switch = button(t.plain("button-code-resume" if code.paused else "button-code-pause"), act)
    all_of_them = button(t.plain("button-codes"), AtDesk(event=event.id, room="codes"))
    return Screen(paragraphs(text, note), [[switch], [all_of_them, home(t)]])
