"""Tickets that are given back: under which terms, what returns, and what has."""

from bot.callbacks.buying import GiveAllBack, GiveBack, ReallyGiveBack, ShowOrder
from bot.screen import Screen, button
from bot.screens.parts import home, money, paragraphs
from bot.texts import Markup, Texts
from domain.orders import OrderView
from domain.refund_policies import WHOLE, Policy, Step
from domain.returning import Part, Quote

_LISTED = 12
"""Tickets with a button of their own; an order has rarely more."""


def terms(t: Texts, policy: Policy) -> str:
    """What comes back and until when, in one sentence."""
    if policy is WHOLE:
        return t("returns-terms-whole")
    if not policy.steps:
        return t("returns-terms-none")
    key = "returns-terms" if policy.steps[-1].hours else "returns-terms-to-the-start"
    return t(key, steps=", ".join(_step(t, step) for step in policy.steps))


def _step(t: Texts, step: Step) -> str:
    ahead = t.span(step.hours) if step.hours else "start"
    return t.plain("returns-terms-step", percent=step.percent, ahead=ahead)


def choose(t: Texts, quote: Quote) -> Screen:
    """Which of an order's tickets shall be given back, with what returns for each."""
    text = paragraphs(t("return-choose", title=quote.title, number=quote.number), _terms(t, quote))
    rows = [[button(_label(t, part), GiveBack(ticket=part.ticket_id))] for part in quote.parts]
    if len(quote.parts) > 1:
        every = t.plain("button-return-all", count=len(quote.parts), back=_back(t, quote))
        rows = [*rows[:_LISTED], [button(every, GiveAllBack(order=quote.order_id))]]
    keep = button(t.plain("button-return-keep"), ShowOrder(order=quote.order_id))
    return Screen(text, [*rows, [keep]])


def ask(t: Texts, quote: Quote, *, ticket: Part | None) -> Screen:
    """What returns and what does not; a yes counts for this sum alone."""
    text = t(
        "return-ask",
        count=len(quote.parts),
        type=quote.parts[0].type_name,
        title=quote.title,
        back=_back(t, quote),
        kept=money(t, quote.kept) if quote.kept.amount else "none",
        house=quote.house,
    )
    id = ticket.ticket_id if ticket else quote.order_id
    surely = ReallyGiveBack(id=id, whole=ticket is None, amount=quote.back.amount)
    key = "button-return-surely" if quote.back.amount else "button-return-for-nothing"
    return Screen(
        paragraphs(text, _terms(t, quote)),
        [
            [button(t.plain(key, back=_back(t, quote)), surely)],
            [button(t.plain("button-return-keep"), ShowOrder(order=quote.order_id))],
        ],
    )


def nothing_left(t: Texts, quote: Quote) -> Screen:
    """There is no ticket to give back."""
    order = button(t.plain("button-order"), ShowOrder(order=quote.order_id))
    return Screen(t("return-nothing-left", number=quote.number), [[order], [home(t)]])


def given_back(t: Texts, view: OrderView) -> Markup:
    """An order whose every ticket was given up."""
    if not view.total.amount:
        return t("order-places-returned", title=view.title, number=view.number)
    kept = view.total.amount - view.returned.amount
    return t(
        "order-returned",
        title=view.title,
        number=view.number,
        back=money(t, view.returned) if view.returned.amount else "none",
        kept=t.money(kept, view.total.currency) if kept else "none",
        house=view.house,
    )


def partly_given_back(t: Texts, view: OrderView) -> Markup:
    """What was given up of an order that lives on."""
    back = money(t, view.returned) if view.returned.amount else "none"
    return t("order-partly-returned", count=view.ended, back=back)


def _label(t: Texts, part: Part) -> str:
    code = f"{part.code[:4]} {part.code[4:]}"
    back = money(t, part.back) if part.price.amount else "free"
    return t.plain("button-return-one", type=part.type_name, code=code, back=back)


def _back(t: Texts, quote: Quote) -> str:
    if not quote.price.amount:
        return "free"
    return money(t, quote.back) if quote.back.amount else "none"


def _terms(t: Texts, quote: Quote) -> str:
    return terms(t, quote.policy) if quote.price.amount else ""
