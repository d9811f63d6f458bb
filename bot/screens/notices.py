"""What is pushed to somebody who is not acting now."""

from bot.callbacks.buying import Choose, ShowDoor, ShowOrder
from bot.callbacks.mine import ShowProfile
from bot.screen import Screen, button
from bot.screens.parts import cost, home, money, shorten
from bot.texts import Texts
from domain.money import Money
from domain.orders import OrderView
from domain.urgent import Notice

_TITLE_IN_TEXT = 40
"""Characters: a text message has room for 160."""


def order_paid(t: Texts, view: OrderView) -> Screen:
    """To the house: somebody bought."""
    text = t(
        "notice-order-paid",
        title=view.title,
        count=sum(line.quantity for line in view.lines),
        total=cost(t, view.total),
        number=view.number,
    )
    return Screen(text, [[button(t.plain("button-door"), ShowDoor(event=view.event_id))]])


def tickets_returned(t: Texts, view: OrderView, *, count: int, back: Money) -> Screen:
    """To the house: a guest gave `count` tickets back."""
    return Screen(
        t(
            "notice-tickets-returned",
            count=count,
            title=view.title,
            number=view.number,
            back=money(t, back) if back.amount else "none",
        )
    )


def taken_back(
    t: Texts, view: OrderView, *, count: int, back: Money, why: str, buyer: bool
) -> Screen:
    """To who bought or held them: the house took tickets back, for a `why` of `sold_orders`."""
    text = t(
        "notice-taken-back",
        count=count,
        title=view.title,
        number=view.number,
        house=view.house,
        why=why,
        back=money(t, back) if back.amount else "none",
    )
    order = [button(t.plain("button-order"), ShowOrder(order=view.id))]
    return Screen(text, [order if buyer else [], [home(t)]])


def called_off(t: Texts, view: OrderView, *, why: str) -> Screen:
    """To the buyer: the house let their unpaid order go, for a `why` of `sold_orders`."""
    text = t(
        "notice-order-called-off",
        number=view.number,
        title=view.title,
        house=view.house,
        why=why,
    )
    again = button(t.plain("button-choose-again"), Choose(event=view.event_id))
    return Screen(text, [[again], [home(t)]])


def given(t: Texts, view: OrderView, *, amount: Money, why: str) -> Screen:
    """To the buyer: the house gives money back, for a `why` of `goodwill`; tickets stay valid."""
    text = t(
        "notice-money-given",
        amount=money(t, amount),
        number=view.number,
        title=view.title,
        house=view.house,
        why=why,
    )
    return Screen(text, [[button(t.plain("button-order"), ShowOrder(order=view.id))], [home(t)]])


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


def email_bounced(t: Texts) -> Screen:
    """To a person: nobody is at their address, so no letter goes there."""
    return Screen(t("email-bounced"), [[button(t.plain("button-profile"), ShowProfile())]])


def urgent(t: Texts, told: Notice) -> str:
    """By text message: an evening moves or is called off."""
    when = t.when(told.starts_at, told.time_zone)
    title = shorten(told.title, _TITLE_IN_TEXT)
    if told.is_off:
        return t.plain("text-off", title=title, when=when)
    return t.plain(
        "text-moved",
        title=title,
        when=when,
        venue=shorten(told.venue, _TITLE_IN_TEXT),
        holds="yes" if told.holds else "no",
    )
