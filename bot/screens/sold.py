"""Orders at their event's desk: the list, one of them, and taking tickets back."""

from collections.abc import Sequence
from functools import partial

from aiogram.types import InlineKeyboardButton

from bot.callbacks.making import (
    AskAttendees,
    AtDesk,
    AtOrder,
    CallOffOrder,
    Decide,
    FindOrder,
    SoldOrders,
    TakeBack,
)
from bot.screen import Screen, button
from bot.screens.asking import answers
from bot.screens.parts import cost, counted, home, money, paragraphs
from bot.texts import Markup, Texts
from domain.money import Money
from domain.refunding import Movement
from domain.sold_orders import UNPAID, Offer, Page, Payback, SoldOrder, SoldTicket, Why
from storage.enums import OrderStatus

_LISTED = 12
"""Tickets with a button of their own; an order has rarely more."""


def orders(t: Texts, page: Page) -> Screen:
    """The orders of an event, the newest first."""
    event = page.event_id
    rows = [
        [
            button(
                t.plain(
                    "sold-line",
                    number=line.number,
                    total=cost(t, line.total),
                    state=t.plain(f"sold-state-{line.status.value}"),
                ),
                AtOrder(order=line.id),
            )
        ]
        for line in page.lines
    ]
    pager = []
    if page.number:
        earlier = SoldOrders(event=event, page=page.number - 1)
        pager.append(button(t.plain("button-earlier"), earlier))
    if page.has_next:
        pager.append(button(t.plain("button-more"), SoldOrders(event=event, page=page.number + 1)))
    text = t("sold-orders" if page.lines else "sold-orders-none", title=page.title)
    find = button(t.plain("button-find-order"), FindOrder(event=event))
    desk = button(t.plain("button-desk"), AtDesk(event=event))
    file = button(t.plain("button-attendees"), AskAttendees(event=event))
    return Screen(text, [*rows, pager, [find, file] if page.lines else [], [desk, home(t)]])


def order(t: Texts, view: SoldOrder, *, went: Sequence[Movement] = ()) -> Screen:
    """One order, its tickets, the money that `went` back or is to, and what can be done."""
    head = t(
        "sold-order",
        number=view.number,
        title=view.title,
        when=t.when(view.created_at, view.time_zone),
        total=cost(t, view.total),
        state=t.plain(f"sold-state-{view.status.value}"),
    )
    lines = Markup("\n".join(_ticket(t, each) for each in view.tickets))
    rows = []
    if view.status is OrderStatus.AWAITING_APPROVAL:
        say = partial(Decide, order=view.id, attempt=view.attempt)
        yes = button(t.plain("button-approve-order"), say(yes=True))
        no = button(t.plain("button-decline-order"), say(yes=False))
        rows = [[yes, no]]
    if view.living:
        again = button(t.plain("button-sold-again"), AtOrder(order=view.id, act="again"))
        take = button(t.plain("button-sold-take"), AtOrder(order=view.id, act="take"))
        rows = [[again], [take]]
    if view.status is OrderStatus.PENDING:
        off = AtOrder(order=view.id, act="call-off")
        rows.append([button(t.plain("button-sold-call-off"), off)])
    if view.status is OrderStatus.COMPLETED and view.total.amount:
        give = AtOrder(order=view.id, act="give")
        rows.append([button(t.plain("button-sold-give"), give)])
    back = button(t.plain("button-sold-orders"), SoldOrders(event=view.event_id))
    text = paragraphs(head, _word(t, view), answers(t, view.answers), lines, _back(t, went))
    return Screen(text, [*rows, [back, home(t)]])


def _word(t: Texts, view: SoldOrder) -> Markup:
    """Who asks and until when, or who decided, with which words."""
    word = view.word
    if word is None:
        return Markup("")
    if word.approved is None or word.decided_at is None:
        if view.status is not OrderStatus.AWAITING_APPROVAL:
            return t("sold-word-never")
        until = t.when(view.expires_at or word.asked_at, view.time_zone)
        tickets = counted(t, view.wanted)
        return t("sold-word-awaited", name=word.buyer, tickets=tickets, until=until)
    decided = t(
        "sold-word-yes" if word.approved else "sold-word-no",
        name=word.decider,
        when=t.when(word.decided_at, view.time_zone),
    )
    said = t("house-words", words=word.said) if word.said else ""
    return paragraphs(decided, said)


def _back(t: Texts, went: Sequence[Movement]) -> Markup:
    lines = [
        t("sold-back", amount=money(t, each.amount), state=each.status.value) for each in went
    ]
    return Markup("\n".join(lines))


def _ticket(t: Texts, each: SoldTicket) -> Markup:
    return t(
        "sold-ticket",
        type=each.type_name,
        code=_code(each.code),
        state=t.plain(f"sold-ticket-{each.status.value}"),
        back=money(t, each.returned) if each.returned and each.returned.amount else "none",
    )


def which(t: Texts, view: SoldOrder) -> Screen:
    """Which tickets shall be taken back?"""
    rows = [
        [
            button(
                t.plain("button-sold-one", type=each.type_name, code=_code(each.code)),
                TakeBack(id=each.id, whole=False),
            )
        ]
        for each in view.living[:_LISTED]
    ]
    if len(view.living) > 1:
        every = t.plain("button-sold-all", count=len(view.living))
        rows.append([button(every, TakeBack(id=view.id, whole=True))])
    text = t("sold-which", number=view.number, title=view.title)
    return Screen(text, [*rows, _keep(t, view)])


def how_much(t: Texts, offer: Offer, asked: TakeBack) -> Screen:
    """For how much? Each answer says its sum."""
    ways = [Payback.ALL, Payback.TERMS, Payback.NOTHING]
    if not offer.sums[Payback.ALL].amount:
        ways = [Payback.NOTHING]
    elif offer.sums[Payback.TERMS].amount in (0, offer.sums[Payback.ALL].amount):
        ways = [Payback.ALL, Payback.NOTHING]
    rows = [
        [
            button(
                t.plain(f"button-sold-way-{way.value}", sum=money(t, offer.sums[way])),
                _with(asked, way=way.value, amount=offer.sums[way].amount),
            )
        ]
        for way in ways
    ]
    text = t("sold-how-much", number=offer.order.number, count=len(offer.parts))
    return Screen(text, [*rows, _keep(t, offer.order)])


def why(t: Texts, offer: Offer, asked: TakeBack) -> Screen:
    """What it means, and why: the answer is the yes, and the buyer reads it."""
    back = Money(asked.amount, offer.order.total.currency)
    text = t(
        "sold-why",
        number=offer.order.number,
        count=len(offer.parts),
        back=money(t, back) if back.amount else "none",
    )
    rows = [
        [button(t.plain(f"button-sold-why-{each.value}"), _with(asked, why=each.value))]
        for each in Why
    ]
    return Screen(text, [*rows, _keep(t, offer.order)])


def why_off(t: Texts, view: SoldOrder) -> Screen:
    """Why is an unpaid order called off? The answer is the yes, and the buyer reads it."""
    text = t("sold-why-off", number=view.number, total=cost(t, view.total))
    rows = [
        [
            button(
                t.plain(f"button-sold-why-{each.value}"),
                CallOffOrder.model_validate({"order": view.id, "why": each.value}),
            )
        ]
        for each in UNPAID
    ]
    return Screen(text, [*rows, _keep(t, view)])


def _with(asked: TakeBack, **answer: str | int) -> TakeBack:
    return TakeBack.model_validate({**asked.model_dump(), **answer})


def _keep(t: Texts, view: SoldOrder) -> list[InlineKeyboardButton]:
    return [button(t.plain("button-sold-keep"), AtOrder(order=view.id))]


def _code(code: str) -> str:
    return f"{code[:4]} {code[4:]}"
