"""Money that goes back: for the buyer whose it is, and for the house that sees to it."""

from collections.abc import Sequence

from bot.callbacks.buying import ShowOrder
from bot.callbacks.making import AtDesk, AtRefund
from bot.screen import Screen, button
from bot.screens.parts import home, money, paragraphs
from bot.texts import Markup, Texts
from domain.orders import OrderView
from domain.productions import Production
from domain.refunding import Movement
from domain.settlement import Settlement
from storage.enums import RefundStatus


def movements(t: Texts, went: Sequence[Movement]) -> Markup:
    """What goes back of an order, for its buyer."""
    return Markup("\n".join(_line(t, each) for each in went))


def _line(t: Texts, each: Movement) -> Markup:
    amount = money(t, each.amount)
    match each.status:
        case RefundStatus.DONE | RefundStatus.EXTERNAL:
            return t("money-went", amount=amount)
        case RefundStatus.IN_TRANSIT:
            return t("money-on-its-way", amount=amount)
    return t("money-owed", amount=amount)


def sent(t: Texts, view: OrderView, refund: Movement) -> Screen:
    """To the buyer: the money is on its way."""
    key = "money-notice-by-hand" if refund.by_hand else "money-notice-sent"
    return _to_buyer(t, key, view, refund)


def stalled(t: Texts, view: OrderView, refund: Movement) -> Screen:
    """To the buyer: it could not go back the way it came."""
    return _to_buyer(t, "money-notice-stalled", view, refund)


def _to_buyer(t: Texts, key: str, view: OrderView, refund: Movement) -> Screen:
    text = t(
        key,
        amount=money(t, refund.amount),
        number=view.number,
        title=view.title,
        house=view.house,
    )
    return Screen(text, [[button(t.plain("button-to-order"), ShowOrder(order=view.id))]])


def task(t: Texts, refund: Movement, *, title: str, asks: bool = False) -> Screen:
    """To the house: what it owes of an order, and what it can do. `asks`: whether it was done."""
    key = f"refund-task-{refund.status.value}"
    if refund.own_account and refund.is_task:
        key = "refund-task-own-account"
    facts = {"amount": money(t, refund.amount), "number": refund.number, "title": title}
    text = t(key, failure=refund.failure or "", **facts)
    back = [button(t.plain("button-event-money"), AtDesk(event=refund.event_id, room="money"))]
    if asks and refund.is_task:
        sure = button(t.plain("button-refund-done"), AtRefund(refund=refund.id, act="done"))
        never = button(t.plain("button-back"), AtRefund(refund=refund.id))
        return Screen(paragraphs(text, t("refund-task-sure", **facts)), [[sure], [never]])
    rows = []
    if refund.is_task:
        hand = button(t.plain("button-refund-by-hand"), AtRefund(refund=refund.id, act="hand"))
        rows.append([hand])
    if refund.status is RefundStatus.FAILED:
        again = button(t.plain("button-refund-again"), AtRefund(refund=refund.id, act="again"))
        rows.insert(0, [again])
    if refund.status is RefundStatus.EXTERNAL:
        admit = button(t.plain("button-refund-admit"), AtRefund(refund=refund.id, act="admit"))
        rows.append([admit])
    return Screen(text, [*rows, back])


def settlement(t: Texts, event: Production, sums: Settlement, owed: Sequence[Movement]) -> Screen:
    """What an event comes to, and what is owed of it."""
    facts = {
        name: money(t, getattr(sums, name))
        for name in ("sold", "returned", "kept", "given", "net", "came", "gone", "owed", "due")
    }
    text = t("settlement", title=event.title, **facts)
    rows = [[button(_owed(t, each), AtRefund(refund=each.id))] for each in owed]
    sales = button(t.plain("button-back"), AtDesk(event=event.id, room="sales"))
    open_ = t("settlement-owed", count=len(owed)) if owed else ""
    return Screen(paragraphs(text, open_), [*rows, [sales, home(t)]])


def _owed(t: Texts, each: Movement) -> str:
    key = "button-owed-moving" if each.status is RefundStatus.IN_TRANSIT else "button-owed"
    return t.plain(key, amount=money(t, each.amount), number=each.number)
