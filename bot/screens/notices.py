"""What is pushed to somebody who is not acting now."""

from bot.callbacks.buying import ShowDoor
from bot.screen import Screen, button
from bot.screens.parts import money
from bot.texts import Texts
from domain.money import Money
from domain.orders import OrderView


def order_paid(t: Texts, view: OrderView) -> Screen:
    """To the house: somebody bought."""
    text = t(
        "notice-order-paid",
        title=view.title,
        count=sum(line.quantity for line in view.lines),
        total=money(t, view.total) if view.total.amount else t.plain("choose-free"),
        number=view.number,
    )
    return Screen(text, [[button(t.plain("button-door"), ShowDoor(event=view.event_id))]])


def refund_due(t: Texts, view: OrderView, *, paid: Money, reason: str) -> Screen:
    """To the house: `paid` came and must go back, for a `reason` of `domain.payments`."""
    return Screen(
        t(
            "notice-refund-due",
            total=money(t, paid),
            number=view.number,
            title=view.title,
            reason=reason,
        )
    )


def incident(t: Texts, *, update: int, why: str) -> Screen:
    """To the operators: something could not be handled."""
    return Screen(t("notice-incident", update=str(update), why=why))
