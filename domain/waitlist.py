"""The waiting list, as those who wait and those who sell see it (rules.md WAIT).

Somebody waits for seats of one type together; the line goes by priority, then by time. An offer is
an order of theirs that is held longer than others: paying it, giving it back and its deadline are
those of any order (`domain.orders`, `domain.payments`). `domain.seat_offers` makes the offers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import ticket_types
from domain.errors import LimitReached, LineClosed, NotAvailable, SalesClosed, StillToBeHad
from domain.money import Money
from domain.wording import BASE, Words
from storage.enums import WaitlistState
from storage.ids import new_id
from storage.queries import ticket_types as types
from storage.queries import waitlists as queries

MOST_SEATS: Final = 100
"""Seats that one person can wait for."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody's place in line for `seats` together.

    `ahead` come before them, of the same line. `offered` seats are held by the order `offer`.
    """

    id: UUID
    event_id: UUID
    type_id: UUID
    type_name: str
    price: Money
    seats: int
    state: WaitlistState
    first: bool
    ahead: int
    smaller_first: bool
    title: str
    starts_at: datetime
    time_zone: str
    offer: UUID | None
    offered: int


@dataclass(frozen=True, slots=True)
class OfferOf:
    """What an order is as an offer: of `seats`, to who wanted `wanted`; `state` is theirs now."""

    order_id: UUID
    type_id: UUID
    position: int
    seats: int
    wanted: int
    state: WaitlistState


@dataclass(frozen=True, slots=True)
class Line:
    """How many wait for a type, and what its house has decided."""

    people: int
    seats: int
    closed: bool
    smaller_first: bool


async def join(
    session: AsyncSession,
    *,
    type_id: UUID,
    seats: int,
    now: datetime,
    late_order: UUID | None = None,
) -> UUID:
    """The id of the place in line of who acts, also where they have one already.

    `late_order`: their payment for it came too late, which puts them ahead of the line. Raises
    `NotAvailable`, `SalesClosed`, `LineClosed`, `LimitReached`, `StillToBeHad`.
    """
    if not 1 <= seats <= MOST_SEATS:
        raise NotAvailable
    answer = await queries.join(
        session, id=new_id(), type_id=type_id, seats=seats, late_order=late_order, now=now
    )
    match answer.outcome:
        case "ok" | "already":
            entry: UUID = answer.entry_id
            return entry
        case "available":
            raise StillToBeHad(answer.left)
        case "limit":
            raise LimitReached(answer.left)
        case "closed":
            raise LineClosed
        case "over":
            raise SalesClosed
    raise NotAvailable


async def leave(session: AsyncSession, *, entry_id: UUID, person: UUID) -> None:
    """Leave the line. Who does not wait there any more stays as they are.

    Raises `NotAvailable`.
    """
    if await queries.find(session, entry_id=entry_id, person=person) is None:
        raise NotAvailable
    await queries.leave(session, entry_id=entry_id)


async def get(session: AsyncSession, *, entry_id: UUID, person: UUID, locale: str = BASE) -> Place:
    """One of a person's own places. Raises `NotAvailable`."""
    row = await queries.find(session, entry_id=entry_id, person=person)
    if row is None:
        raise NotAvailable
    return _place(row, locale)


async def find(
    session: AsyncSession, *, type_id: UUID, person: UUID, locale: str = BASE
) -> Place | None:
    """Where a person stands in the line of a type, if they do."""
    row = await queries.of_type(session, type_id=type_id, person=person)
    return None if row is None else _place(row, locale)


async def event_of(session: AsyncSession, *, type_id: UUID) -> UUID:
    """The event whose type somebody may wait for. Raises `NotAvailable`."""
    event_id = await types.event_of(session, type_id=type_id)
    if event_id is None:
        raise NotAvailable
    return event_id


async def mine(
    session: AsyncSession, *, person: UUID, now: datetime, locale: str = BASE
) -> Sequence[Place]:
    """A person's places in line for what is still to come, and what they are offered."""
    rows = await queries.mine(session, person=person, now=now)
    return [_place(row, locale) for row in rows]


async def find_offer(session: AsyncSession, *, order_id: UUID) -> OfferOf | None:
    """What an order is as an offer, if it is one."""
    row = await queries.offer(session, order_id=order_id)
    if row is None:
        return None
    state = WaitlistState(row.state)
    return OfferOf(row.order_id, row.ticket_type_id, row.position, row.offered, row.seats, state)


async def lines(session: AsyncSession, *, event_id: UUID) -> Mapping[UUID, Line]:
    """The lines of an event for who makes it, by ticket type."""
    rows = await queries.sizes(session, event_id=event_id)
    return {row.id: Line(row.people, row.seats, row.closed, row.smaller_first) for row in rows}


async def decide(
    session: AsyncSession,
    *,
    type_id: UUID,
    by: UUID,
    closed: bool | None = None,
    smaller_first: bool | None = None,
) -> UUID:
    """Close a line or open it, let smaller groups go first or not; returns the event's id.

    Who waits already stays. Raises `NotAvailable`.
    """
    kind = await ticket_types.get(session, type_id=type_id, by=by)
    wanted = {"closed": closed, "smaller_first": smaller_first}
    given = {name: value for name, value in wanted.items() if value is not None}
    await queries.decide(session, type_id=type_id, event_id=kind.event_id, **given)
    return kind.event_id


def _place(row: Row[Any], locale: str) -> Place:
    words = Words.of(row.meta_data, locale).part("types", row.ticket_type_id)
    return Place(
        id=row.id,
        event_id=row.event_id,
        type_id=row.ticket_type_id,
        type_name=words.text("name", row.type_name),
        price=Money.of(row.price, row.currency),
        seats=row.seats,
        state=WaitlistState(row.state),
        first=row.priority > 0,
        ahead=(row.place or 1) - 1,
        smaller_first=row.smaller_first,
        title=row.title,
        starts_at=row.start_date,
        time_zone=row.time_zone,
        offer=row.order_id,
        offered=row.offered or 0,
    )
