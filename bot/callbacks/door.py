"""The door: where I stand, whom I look for, and letting in by word."""

from typing import Literal
from uuid import UUID

from aiogram.filters.callback_data import CallbackData


class StandAt(CallbackData, prefix="dg"):
    """I stand at this gate."""

    gate: UUID


class Turn(CallbackData, prefix="dw"):
    """I let people in, or `out`."""

    event: UUID
    out: bool


class AskGuest(CallbackData, prefix="dq"):
    """A code, an order or a name will be typed."""

    event: UUID


class ShowGuest(CallbackData, prefix="dt"):
    """What the door says to a ticket that was looked for."""

    ticket: UUID


class AdmitParty(CallbackData, prefix="dp"):
    """So many of a party pass, by its code of that `generation`."""

    order: UUID
    generation: int
    count: int


class TakeMoney(CallbackData, prefix="dm"):
    """The order's sum, `total` minor units, is in my hand: let the holder of this ticket in."""

    ticket: UUID
    total: int


class SetDoor(CallbackData, prefix="dr"):
    """What holds at the door of an event of mine."""

    event: UUID
    what: Literal["reentry", "money", "hours"]
    value: int


class AskWhy(CallbackData, prefix="da"):
    """Let in by word, or take back: for which reason?"""

    ticket: UUID
    act: Literal["admit", "undo"]


class ByWord(CallbackData, prefix="dy"):
    """Let in, or take back, for this reason."""

    ticket: UUID
    act: Literal["admit", "undo"]
    why: str
