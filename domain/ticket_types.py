"""What an event sells, as those who make it see and change it (rules.md QUO).

Each type has a pool of its own and draws from the event's seats besides; together they may offer
more than there are seats, and then whoever comes first has them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import productions
from domain.baskets import MOST_OF_ONE, MOST_TYPES
from domain.errors import (
    EndsBeforeStart,
    FewerThanTaken,
    HasSales,
    MoreThanSeats,
    NameTaken,
    NotAvailable,
    TooMany,
)
from domain.money import Money
from storage.enums import EventStatus, TicketTypeStatus
from storage.ids import new_id
from storage.queries import ticket_types as queries

MOST = 10
"""Ticket types of one event."""

DEAREST = 1_000_000
"""Minor units for one ticket."""

MOST_BENEFITS = 8
LONGEST_NAME = 60
LONGEST_BENEFIT = 100
_ITS_PLACE = frozenset({"id", "event_id", "position"})


@dataclass(frozen=True, slots=True)
class TicketKind:
    """A ticket type at its makers' desk. `size` None: only the event's seats limit it.

    `gross` is what was paid for it, refunds not taken off. `closed`: its sale was stopped.
    `hidden`: only who has a code for it sees it. `needs_approval`: its house looks at each order
    before it is paid.
    """

    id: UUID
    event_id: UUID
    name: str
    price: Money
    size: int | None
    sold: int
    held: int
    gross: Money
    limit: int
    benefits: Sequence[str]
    sale_start: datetime | None
    sale_end: datetime | None
    closed: bool
    hidden: bool
    needs_approval: bool

    @property
    def left(self) -> int | None:
        """How many its own pool can still give; below zero when it was lowered too far."""
        return None if self.size is None else self.size - self.sold - self.held


async def of_event(session: AsyncSession, *, event_id: UUID, by: UUID) -> Sequence[TicketKind]:
    """The types of an event with their numbers. Raises `NotAvailable`."""
    production = await productions.get(session, event_id=event_id, by=by)
    rows = await queries.of_event(session, event_id=event_id)
    return [_kind(row, production.currency) for row in rows]


async def get(session: AsyncSession, *, type_id: UUID, by: UUID) -> TicketKind:
    """One type. Raises `NotAvailable`."""
    row = await queries.find(session, type_id=type_id)
    if row is None:
        raise NotAvailable
    production = await productions.get(session, event_id=row.event_id, by=by)
    return _kind(row, production.currency)


async def add(
    session: AsyncSession,
    *,
    event_id: UUID,
    by: UUID,
    name: str,
    price: int,
    quantity: int | None,
    benefits: Sequence[str],
    limit: int,
    now: datetime,
) -> UUID:
    """A new type at `price` minor units; `quantity` None is as many as the event has seats.

    Raises `NotAvailable`, `EventHasBegun`, `NameTaken`, `TooMany`, `MoreThanSeats`.
    """
    event = await productions.hold_living(session, event_id=event_id, by=by, now=now)
    await _require_free_name(session, event_id, name)
    place, living = await queries.next_place(session, event_id=event_id)
    if living >= MOST or place >= MOST_TYPES:
        raise TooMany(MOST)
    seats = event.capacity or 0
    _require_seats(quantity or 0, seats)
    id = new_id()
    await queries.add(
        session,
        id=id,
        event_id=event_id,
        name=name,
        price=Money(price, event.currency).major,
        quantity=seats if quantity is None else quantity,
        benefits=list(benefits)[:MOST_BENEFITS],
        max_per_person=min(limit, MOST_OF_ONE),
        position=place,
    )
    return id


async def rename(
    session: AsyncSession, *, type_id: UUID, by: UUID, name: str, now: datetime
) -> UUID:
    """Another name; returns the event's id. Raises `NotAvailable`, `NameTaken`."""
    event_id, row = await _hold(session, type_id, by, now)
    if row.name != name:
        await _require_free_name(session, event_id, name)
        await queries.change(session, type_id=type_id, name=name)
    return event_id


async def set_price(
    session: AsyncSession, *, type_id: UUID, by: UUID, price: int, now: datetime
) -> UUID:
    """Another price for those who come from now on; returns the event's id."""
    event_id, _ = await _hold(session, type_id, by, now)
    event = await productions.get(session, event_id=event_id, by=by)
    await queries.change(session, type_id=type_id, price=Money(price, event.currency).major)
    return event_id


async def set_quantity(
    session: AsyncSession, *, type_id: UUID, by: UUID, quantity: int, now: datetime
) -> UUID:
    """More or fewer of a type, while they are sold; returns the event's id.

    Fewer than are taken is allowed; nothing more is sold then (rules.md QUO12). Raises
    `NotAvailable`, `MoreThanSeats`.
    """
    event_id, row = await _hold(session, type_id, by, now)
    event = await productions.get(session, event_id=event_id, by=by)
    if event.seats is not None:
        _require_seats(quantity, event.seats)
    if row.quota_id is None:
        raise NotAvailable
    await queries.resize(session, quota_id=row.quota_id, size=quantity)
    await queries.change(session, type_id=type_id, quantity=quantity)
    return event_id


async def set_limit(
    session: AsyncSession, *, type_id: UUID, by: UUID, limit: int, now: datetime
) -> UUID:
    """Another number for one person, from now on; returns the event's id."""
    event_id, _ = await _hold(session, type_id, by, now)
    await queries.change(session, type_id=type_id, max_per_person=min(limit, MOST_OF_ONE))
    return event_id


async def set_benefits(
    session: AsyncSession, *, type_id: UUID, by: UUID, benefits: Sequence[str], now: datetime
) -> UUID:
    """What comes with it; returns the event's id."""
    event_id, _ = await _hold(session, type_id, by, now)
    await queries.change(session, type_id=type_id, benefits=list(benefits)[:MOST_BENEFITS])
    return event_id


async def set_window(
    session: AsyncSession,
    *,
    type_id: UUID,
    by: UUID,
    starts_at: datetime | None,
    ends_at: datetime | None,
    now: datetime,
) -> UUID:
    """When it is sold: None is from publication, and until the event ends.

    Returns the event's id. Raises `NotAvailable`, `EndsBeforeStart`.
    """
    event_id, _ = await _hold(session, type_id, by, now)
    event = await productions.get(session, event_id=event_id, by=by)
    until = min(ends_at, event.ends_at) if ends_at else None
    if starts_at is not None and starts_at >= (until or event.ends_at):
        raise EndsBeforeStart
    await queries.change(session, type_id=type_id, sale_start=starts_at, sale_end=until)
    return event_id


async def close(
    session: AsyncSession, *, type_id: UUID, by: UUID, closed: bool, now: datetime
) -> UUID:
    """Stop the sale of a type, or let it go on; returns the event's id."""
    event_id, row = await _hold(session, type_id, by, now)
    if row.quota_id is None:
        raise NotAvailable
    await queries.close(session, quota_id=row.quota_id, closed=closed)
    return event_id


async def hide(
    session: AsyncSession, *, type_id: UUID, by: UUID, hidden: bool, now: datetime
) -> None:
    """Show a type to those alone who have a code for it, or to everybody again."""
    await _hold(session, type_id, by, now)
    await queries.change(session, type_id=type_id, hidden=hidden)


async def look_first(
    session: AsyncSession, *, type_id: UUID, by: UUID, needs_approval: bool, now: datetime
) -> None:
    """Look at each order before it is paid, or no more: who has asked waits for a word still."""
    await _hold(session, type_id, by, now)
    await queries.change(session, type_id=type_id, needs_approval=needs_approval)


async def remove(session: AsyncSession, *, type_id: UUID, by: UUID, now: datetime) -> UUID:
    """Take a type away of which none is sold or held; returns the event's id.

    Of a published event its place on the shelf stays empty: an old button must not sell another
    type. Raises `NotAvailable`, `HasSales`.
    """
    event_id, row = await _hold(session, type_id, by, now)
    if row.quota_id is None:
        raise NotAvailable
    if await queries.taken(session, quota_id=row.quota_id):
        raise HasSales(row.name)
    event = await productions.get(session, event_id=event_id, by=by)
    if event.status is EventStatus.DRAFT:
        await queries.delete_all(session, type_id=type_id, quota_id=row.quota_id)
    else:
        await queries.close(session, quota_id=row.quota_id, closed=True)
        await queries.change(session, type_id=type_id, status=TicketTypeStatus.INACTIVE)
    return event_id


async def restore(
    session: AsyncSession, *, event: Row[Any], then: Mapping[str, Any], now_is: Mapping[str, Any]
) -> None:
    """Make a type what it was `then`; `now_is` {} was deleted. The event is held.

    Raises `NameTaken`, `TooMany`, `MoreThanSeats`, `FewerThanTaken`.
    """
    living = bool(now_is) and now_is["status"] != TicketTypeStatus.INACTIVE
    if not living or now_is["name"] != then["name"]:
        await _require_free_name(session, event.id, then["name"])
    _, many = await queries.next_place(session, event_id=event.id)
    if not living and many >= MOST:
        raise TooMany(MOST)
    if then["quantity"] is not None:
        _require_seats(then["quantity"], event.capacity or 0)
    if now_is:
        await _put_back(session, then, living=living)
        return
    place = await queries.position_if_free(session, event_id=event.id, wanted=then["position"])
    await queries.add(session, **{**then, "position": place})


async def _put_back(session: AsyncSession, then: Mapping[str, Any], *, living: bool) -> None:
    type_id, size = then["id"], then["quantity"]
    values = {name: value for name, value in then.items() if name not in _ITS_PLACE}
    quota_id = await queries.pool_of(session, type_id=type_id)
    if quota_id is None:
        await queries.change(session, type_id=type_id, **values)
        return
    taken = await queries.taken(session, quota_id=quota_id)
    if size is not None and taken > size:
        raise FewerThanTaken(taken, size)
    await queries.change(session, type_id=type_id, **values)
    if not living:
        await queries.close(session, quota_id=quota_id, closed=False)
    await queries.resize(session, quota_id=quota_id, size=size)


async def _hold(
    session: AsyncSession, type_id: UUID, by: UUID, now: datetime
) -> tuple[UUID, Row[Any]]:
    """The type with its event held still. Raises `NotAvailable`, `EventHasBegun`."""
    event_id = await queries.event_of(session, type_id=type_id)
    if event_id is None:
        raise NotAvailable
    await productions.hold_living(session, event_id=event_id, by=by, now=now)
    row = await queries.find(session, type_id=type_id)
    if row is None:
        raise NotAvailable
    return event_id, row


async def _require_free_name(session: AsyncSession, event_id: UUID, name: str) -> None:
    taken = {each.casefold() for each in await queries.names(session, event_id=event_id)}
    if name.casefold() in taken:
        raise NameTaken(name)


def _require_seats(quantity: int, seats: int) -> None:
    if quantity > seats:
        raise MoreThanSeats(seats)


def _kind(row: Row[Any], currency: str) -> TicketKind:
    return TicketKind(
        id=row.id,
        event_id=row.event_id,
        name=row.name,
        price=Money.of(row.price, currency),
        size=row.size,
        sold=row.sold,
        held=row.held,
        gross=Money.of(row.gross, currency),
        limit=row.max_per_person or MOST_OF_ONE,
        benefits=tuple(row.benefits),
        sale_start=row.sale_start,
        sale_end=row.sale_end,
        closed=row.closed,
        hidden=row.hidden,
        needs_approval=row.needs_approval,
    )
