"""Doors: who keeps one, where they stand, who is inside, and looking for somebody by name."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import house_rules, productions
from domain.errors import NotAllowed, NotAvailable, OutOfBounds, TooManyWrongCodes
from storage.enums import ScanDirection, StaffRole, TicketStatus
from storage.queries import door
from storage.queries import doors as queries

TYPED: Final = "typed"
"""The device of a scan whose code was read to us and typed."""

MOST_HOURS: Final = 168
"""How long before the start unpaid places can be let go at the earliest."""

_MOST_WRONG: Final = 10
_WITHIN: Final = timedelta(minutes=10)
_FOUND: Final = 8
_CODE = re.compile(r"[2-9A-HJ-NP-Z]{8}")
_NUMBER = re.compile(r"[0-9A-F]{10}")


@dataclass(frozen=True, slots=True)
class Post:
    """Where somebody stands: the gate, which way people go, and whether they `chose` it."""

    event_id: UUID
    title: str
    gate_id: UUID | None
    gate: str
    direction: ScanDirection
    chosen: bool


@dataclass(frozen=True, slots=True)
class GateView:
    """A gate at a glance: how many last came in there and are `inside`, and how many came."""

    id: UUID
    name: str
    inside: int
    came: int


@dataclass(frozen=True, slots=True)
class DoorView:
    """A door at a glance: tickets sold, people who are inside, and people who have come."""

    event_id: UUID
    title: str
    starts_at: datetime
    time_zone: str
    sold: int
    inside: int
    came: int
    reentry: bool
    gates: Sequence[GateView]
    post: Post
    supervises: bool
    manages: bool
    takes_money: bool
    release_hours: int


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who may come, as a supervisor finds them."""

    ticket_id: UUID
    holder: str
    type_name: str
    number: str
    status: TicketStatus


def supervises(rank: StaffRole | None) -> bool:
    """Whether who is this at a door may look for guests, overrule, undo and take money."""
    return rank in (StaffRole.MANAGER, StaffRole.SUPERVISOR)


async def look(session: AsyncSession, *, event_id: UUID, by: UUID) -> DoorView:
    """The door of an event, for who keeps it. Raises `NotAvailable`."""
    rank = await door.rank(session, event_id=event_id, user_id=by)
    row = await queries.door(session, event_id=event_id)
    if row is None or rank is None:
        raise NotAvailable
    passed = {each.gate_id: each for each in await queries.inside(session, event_id=event_id)}
    gates = await queries.gates(session, event_id=event_id)
    return DoorView(
        event_id=row.id,
        title=row.title,
        starts_at=row.start_date,
        time_zone=row.time_zone,
        sold=row.sold,
        inside=sum(each.inside for each in passed.values()),
        came=sum(each.came for each in passed.values()),
        reentry=row.reentry,
        takes_money=row.takes_money,
        release_hours=row.release_hours,
        gates=[_gate(each, passed.get(each.id)) for each in gates],
        post=await at(session, event_id=event_id, by=by),
        supervises=supervises(rank),
        manages=rank is StaffRole.MANAGER,
    )


def _gate(row: Row[Any], passed: Row[Any] | None) -> GateView:
    inside, came = (passed.inside, passed.came) if passed else (0, 0)
    return GateView(row.id, row.name, inside, came)


async def at(session: AsyncSession, *, event_id: UUID, by: UUID) -> Post:
    """Where somebody stands at an event. Raises `NotAvailable` for one that is not there."""
    row = await queries.post_at(session, event_id=event_id, user_id=by)
    if row is None:
        raise NotAvailable
    return _post(row)


async def now_at(session: AsyncSession, *, by: UUID, now: datetime) -> Post | None:
    """Where somebody stands now, of the doors that are open; None for who keeps none."""
    row = await queries.post_now(
        session,
        user_id=by,
        now=now,
        opens=house_rules.DOOR_OPENS.lasts(session),
        closes=house_rules.DOOR_CLOSES.lasts(session),
    )
    return None if row is None else _post(row)


def _post(row: Row[Any]) -> Post:
    way = ScanDirection(row.direction)
    return Post(row.event_id, row.title, row.gate_id, row.gate or "", way, row.chosen)


async def stand_at(session: AsyncSession, *, gate_id: UUID, by: UUID, now: datetime) -> UUID:
    """Stand at another gate; its event. Raises `NotAvailable`, also for a gate that is closed."""
    event_id = await queries.event_of_gate(session, gate_id=gate_id)
    if event_id is None or await door.rank(session, event_id=event_id, user_id=by) is None:
        raise NotAvailable
    post = await at(session, event_id=event_id, by=by)
    await queries.stand(
        session,
        event_id=event_id,
        user_id=by,
        gate_id=gate_id,
        direction=post.direction,
        now=now,
    )
    return event_id


async def turn(
    session: AsyncSession, *, event_id: UUID, by: UUID, way: ScanDirection, now: datetime
) -> None:
    """Let people through the other way from now on. Raises `NotAvailable`."""
    if await door.rank(session, event_id=event_id, user_id=by) is None:
        raise NotAvailable
    post = await at(session, event_id=event_id, by=by)
    await queries.stand(
        session, event_id=event_id, user_id=by, gate_id=post.gate_id, direction=way, now=now
    )


async def allow(
    session: AsyncSession,
    *,
    event_id: UUID,
    by: UUID,
    reentry: bool | None = None,
    takes_money: bool | None = None,
    release_hours: int | None = None,
) -> None:
    """Choose what holds at the door; None leaves it. For who makes the event.

    Raises `NotAvailable`, and `OutOfBounds` for hours before the start beyond a week.
    """
    await productions.get(session, event_id=event_id, by=by)
    if release_hours is not None and not 0 <= release_hours <= MOST_HOURS:
        raise OutOfBounds(0, MOST_HOURS)
    chosen = {"reentry": reentry, "takes_money": takes_money, "release_hours": release_hours}
    await queries.choose(
        session,
        event_id=event_id,
        **{name: value for name, value in chosen.items() if value is not None},
    )


def as_code(typed: str) -> str | None:
    """The 8 characters of a short code, however they were typed; None for something else."""
    plain = re.sub(r"[\s-]", "", typed).upper()
    return plain if _CODE.fullmatch(plain) else None


async def of_code(
    session: AsyncSession, *, event_id: UUID, code: str, by: UUID, now: datetime
) -> UUID | None:
    """The ticket of a short code that somebody at this event's door typed; None for a wrong one.

    Raises `NotAvailable` for who does not keep the door, `TooManyWrongCodes`.
    """
    if await door.rank(session, event_id=event_id, user_id=by) is None:
        raise NotAvailable
    wrong = await queries.wrong_codes(
        session, event_id=event_id, user_id=by, device=TYPED, since=now - _WITHIN
    )
    if wrong >= _MOST_WRONG:
        raise TooManyWrongCodes(int(_WITHIN.total_seconds() // 60))
    return await queries.of_code(session, event_id=event_id, code=code)


async def find(session: AsyncSession, *, event_id: UUID, words: str, by: UUID) -> Sequence[Guest]:
    """Who may come by that order number or name, the first of them; for supervisors.

    Raises `NotAvailable`, `NotAllowed`.
    """
    rank = await door.rank(session, event_id=event_id, user_id=by)
    if rank is None:
        raise NotAvailable
    if not supervises(rank):
        raise NotAllowed
    number = words.strip().lstrip("#№").strip().upper()
    if _NUMBER.fullmatch(number):
        rows = await queries.of_number(session, event_id=event_id, number=number)
    else:
        wanted = _plain(words).split()
        rows = [
            row
            for row in await queries.guests(session, event_id=event_id)
            if wanted and all(word in _plain(row.holder or "") for word in wanted)
        ]
    return [
        Guest(row.id, row.holder or "", row.type_name, row.number, TicketStatus(row.status))
        for row in rows[:_FOUND]
    ]


def _plain(name: str) -> str:
    """A name without case and accents."""
    parted = unicodedata.normalize("NFKD", name.casefold())
    return "".join(each for each in parted if not unicodedata.combining(each))


def discreet(name: str) -> str:
    """A first name and an initial: what a steward needs to know."""
    first, _, rest = name.partition(" ")
    return f"{first} {rest.split()[-1][0]}." if rest.split() else first
