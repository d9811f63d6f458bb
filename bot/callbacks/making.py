"""The desk of those who make events."""

from typing import Literal
from uuid import UUID

from aiogram.filters.callback_data import CallbackData

from storage.enums import StaffRole


class ShowMine(CallbackData, prefix="hm"):
    """The events that I make, page by page from 0; a tap on one opens its `room`."""

    page: int = 0
    room: Literal["desk", "sales", "team"] = "desk"


class NewEvent(CallbackData, prefix="hn"):
    """The questions of a new event."""


class AtSeller(CallbackData, prefix="hz"):
    """How my house takes money, and a change of that."""

    act: Literal["show", "token", "remove", "removed", "data", "no-data"] = "show"


class AtDesk(CallbackData, prefix="hd"):
    """A room of an event's desk, or something done there."""

    event: UUID
    room: Literal[
        "desk",
        "preview",
        "publish",
        "copy",
        "edit",
        "types",
        "newtype",
        "questions",
        "newquestion",
        "schedule",
        "entry",
        "lineup",
        "member",
        "team",
        "sales",
        "requests",
        "money",
        "history",
        "codes",
        "newcode",
    ] = "desk"


class CallOff(CallbackData, prefix="hx"):
    """Call an evening off: what it means, whether that is sure, and do it."""

    event: UUID
    step: Literal["ask", "again", "do"] = "ask"


class CallingOff(CallbackData, prefix="hp"):
    """How far the orders are of an evening that was called off."""

    event: UUID


class SoldOrders(CallbackData, prefix="so"):
    """The orders of an event, page by page from 0."""

    event: UUID
    page: int = 0


class AskAttendees(CallbackData, prefix="sl"):
    """Who comes to this event, as a file."""

    event: UUID


class FindOrder(CallbackData, prefix="sf"):
    """Which number has the order of this event?"""

    event: UUID


class AtOrder(CallbackData, prefix="sd"):
    """An order at its event's desk, its tickets sent again, which of them to take back, why it is
    called off while it is not paid, or how much money to give back."""

    order: UUID
    act: Literal["show", "again", "take", "call-off", "give"] = "show"


class Decide(CallbackData, prefix="sy"):
    """What the house says to an order: to the choice that it was shown, its `attempt`."""

    order: UUID
    attempt: int
    yes: bool


class CallOffOrder(CallbackData, prefix="su"):
    """Let an unpaid order go; `why` is of `domain.sold_orders`."""

    order: UUID
    why: Literal["asked", "mistake", "other"]


class TakeBack(CallbackData, prefix="sk"):
    """Take a ticket back, or a whole order: for how much, then why, which is the yes.

    `way` and `why` are of `domain.sold_orders`, empty while they are asked; `amount` is what in
    minor units was shown to go back.
    """

    id: UUID
    whole: bool
    way: Literal["", "terms", "all", "nothing"] = ""
    why: Literal["", "asked", "mistake", "refused", "other"] = ""
    amount: int = 0


class ShowHistory(CallbackData, prefix="hh"):
    """Who changed an event: what was told before the change of a `short` key, "" for the last."""

    event: UUID
    before: str = ""


class ShowVersions(CallbackData, prefix="hv"):
    """The versions of an event (`e`) with its parts, or of a collection (`c`), before that of a
    `short` key, "" for the last."""

    scope: Literal["e", "c"]
    about: UUID
    before: str = ""


class ShowVersion(CallbackData, prefix="hk"):
    """One version, as it was."""

    version: UUID


class RestoreVersion(CallbackData, prefix="hr"):
    """Ask whether a version shall come back, or let it; the newest was the number `seen`."""

    version: UUID
    seen: int
    surely: bool = False


class EditEvent(CallbackData, prefix="he"):
    """Change one field of an event."""

    event: UUID
    field: Literal[
        "name",
        "text",
        "kind",
        "seats",
        "poster",
        "drawn",
        "money",
        "refunds",
        "start",
        "end",
        "venue",
    ]


class AtRefund(CallbackData, prefix="hf"):
    """Money that an event owes, or what is done about it."""

    refund: UUID
    act: Literal["show", "again", "hand", "done", "admit"] = "show"


class AtType(CallbackData, prefix="ht"):
    """A ticket type at its event's desk, or a change of it."""

    type: UUID
    act: Literal[
        "show",
        "name",
        "price",
        "quantity",
        "limit",
        "benefits",
        "opens",
        "ends",
        "close",
        "open",
        "hide",
        "unhide",
        "look-first",
        "look-no-more",
        "remove",
        "line-close",
        "line-open",
        "line-smaller",
        "line-in-turn",
    ] = "show"


class AtCode(CallbackData, prefix="hc"):
    """A promo code of an event, or a change of it."""

    code: UUID
    act: Literal["show", "pause", "resume"] = "show"


class AtQuestion(CallbackData, prefix="hq"):
    """Ask a question before the one in front, or ask it no more."""

    question: UUID
    act: Literal["up", "out"]


class AtEntry(CallbackData, prefix="hs"):
    """Strike a line of the schedule."""

    entry: UUID


class AtLineup(CallbackData, prefix="hl"):
    """Move somebody of a line-up up, or take them out; both ids are `short`."""

    event: str
    member: str
    act: Literal["up", "out"]


class Invite(CallbackData, prefix="hi"):
    """A link into the team of an event."""

    event: UUID
    role: StaffRole


class AtTeam(CallbackData, prefix="hg"):
    """Ask whether somebody leaves the team, or let them; both ids are `short`."""

    event: str
    person: str
    role: StaffRole
    surely: bool = False
