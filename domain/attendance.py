"""Who comes: what a holder says of one ticket, and what becomes of it (product.md A15).

A free place goes back to everybody at once. What was paid is the house's to give back, so until
refunds can be had in the chat (A13) a paid ticket is not touched here.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import ledger
from domain.errors import EventHasBegun, NotAvailable
from storage.enums import TicketStatus
from storage.queries import attendance as queries


@dataclass(frozen=True, slots=True)
class Held:
    """One ticket of a holder. `free`: nothing was paid for it."""

    ticket_id: UUID
    order_id: UUID
    title: str
    free: bool
    begun: bool


async def get(session: AsyncSession, *, ticket_id: UUID, holder: UUID, now: datetime) -> Held:
    """A ticket that can still be used. Raises `NotAvailable`."""
    row = await queries.find(session, ticket_id=ticket_id, holder=holder)
    if row is None or row.status not in (TicketStatus.VALID, TicketStatus.RESERVED):
        raise NotAvailable
    return Held(
        ticket_id=row.id,
        order_id=row.order_id,
        title=row.title,
        free=not row.unit_price,
        begun=row.start_date <= now,
    )


async def coming(session: AsyncSession, *, ticket_id: UUID, holder: UUID, now: datetime) -> Held:
    """The holder says that they come. Raises `NotAvailable`."""
    held = await get(session, ticket_id=ticket_id, holder=holder, now=now)
    await queries.note_coming(session, ticket_id=ticket_id)
    return held


async def give_back(
    session: AsyncSession, *, ticket_id: UUID, holder: UUID, now: datetime
) -> None:
    """Give a free place back to everybody; of one that was given back nothing changes.

    Only who ordered it can, and not once the evening has begun. Raises `NotAvailable`,
    `EventHasBegun`.
    """
    row = await queries.lock(session, ticket_id=ticket_id, holder=holder)
    if row is None or row.unit_price or row.buyer != holder:
        raise NotAvailable
    if row.status == TicketStatus.CANCELLED:
        return
    if row.status != TicketStatus.VALID:
        raise NotAvailable
    if row.start_date <= now:
        raise EventHasBegun
    await ledger.taken_back(session, tickets=[ticket_id], cause=ticket_id, now=now)
    await queries.cancel(
        session,
        ticket_id=ticket_id,
        order_id=row.order_id,
        ticket_type_id=row.ticket_type_id,
        buyer=row.buyer,
    )
