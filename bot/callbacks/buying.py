"""Places, orders, tickets, and the door."""

from uuid import UUID

from aiogram.filters.callback_data import CallbackData


class Choose(CallbackData, prefix="c"):
    """The stepper: `basket` has one base-36 digit for each ticket type, by its position."""

    event: UUID
    basket: str = ""


class Reserve(CallbackData, prefix="r"):
    """Hold a basket for `total` minor units, the sum that the person saw."""

    event: UUID
    basket: str
    total: int


class AskCode(CallbackData, prefix="uc"):
    """I have a promo code; I had chosen `basket`."""

    event: UUID
    basket: str = ""


class ChooseWith(CallbackData, prefix="cw"):
    """The stepper with a promo code, by its handle; `event` is `short`."""

    event: str
    basket: str
    code: str


class ReserveWith(CallbackData, prefix="cr"):
    """Hold a basket with a promo code for `total` minor units; `event` is `short`."""

    event: str
    basket: str
    total: int
    code: str


class ShowOrders(CallbackData, prefix="os"):
    """My orders."""


class ShowOrder(CallbackData, prefix="o"):
    """One of my orders."""

    order: UUID


class ShowReceipt(CallbackData, prefix="rk"):
    """The receipt of one of my orders."""

    order: UUID


class MailReceipt(CallbackData, prefix="rm"):
    """The same by e-mail."""

    order: UUID


class Pay(CallbackData, prefix="pay"):
    """A fresh invoice for a held order."""

    order: UUID


class Answer(CallbackData, prefix="oa"):
    """What the house asks before an order is paid, and what I have said so far."""

    order: UUID


class PayAtDoor(CallbackData, prefix="pd"):
    """Hold the order until the door, and pay there."""

    order: UUID


class Release(CallbackData, prefix="x"):
    """Give held places back."""

    order: UUID


class ShowTickets(CallbackData, prefix="ts"):
    """My tickets."""


class ShowTicket(CallbackData, prefix="t"):
    """One of my tickets."""

    ticket: UUID


class ShowParty(CallbackData, prefix="tp"):
    """One code for all who come on an order of mine."""

    order: UUID


class Renew(CallbackData, prefix="tn"):
    """Somebody else has the code of my ticket: what would happen, or another code."""

    ticket: UUID
    surely: bool = False


class ShowDoor(CallbackData, prefix="d"):
    """The door of an event, for its staff."""

    event: UUID


class ShowDoors(CallbackData, prefix="ds"):
    """The events whose door I keep."""


class Coming(CallbackData, prefix="rc"):
    """I will be there, under a reminder."""

    ticket: UUID


class CannotCome(CallbackData, prefix="rx"):
    """I cannot come: what happens to my ticket?"""

    ticket: UUID


class GiveBack(CallbackData, prefix="rg"):
    """Give one ticket back: what was free at once, of the others what would return."""

    ticket: UUID


class ChooseReturn(CallbackData, prefix="rt"):
    """Which tickets of an order shall be given back?"""

    order: UUID


class GiveAllBack(CallbackData, prefix="rl"):
    """Give back all that I hold of an order."""

    order: UUID


class ReallyGiveBack(CallbackData, prefix="ry"):
    """Yes, for `amount` minor units, the sum that the person saw: `whole` is an order, else a
    ticket."""

    id: UUID
    whole: bool
    amount: int


class GiveAway(CallbackData, prefix="ra"):
    """Somebody else shall come in my place."""

    ticket: UUID


class AnswerGift(CallbackData, prefix="ga"):
    """Somebody claims a ticket of mine: it is theirs, or the card is taken back."""

    gift: UUID
    yes: bool


class WriteAbout(CallbackData, prefix="wa"):
    """Write to the house about an order; `money` tells that it is about what was paid."""

    order: UUID
    money: bool = False


class Wait(CallbackData, prefix="wl"):
    """The waiting list of a ticket type: my place there, or how many I would wait for."""

    type: UUID


class JoinLine(CallbackData, prefix="wj"):
    """Wait for so many seats together."""

    type: UUID
    seats: int


class WaitAhead(CallbackData, prefix="wh"):
    """Wait at the head of the line for what an order was paid too late for."""

    order: UUID


class LeaveLine(CallbackData, prefix="wx"):
    """Give my place in line up."""

    entry: UUID


class TakeOffer(CallbackData, prefix="wo"):
    """Take so many of the seats that an order offers me."""

    order: UUID
    seats: int
