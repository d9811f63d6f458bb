"""Who comes: what a holder says of one ticket (product.md A15)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotAvailable, NotTakingPlace, TicketGone
from storage.enums import EventStatus, TicketStatus
from storage.queries import attendance as queries


@dataclass(frozen=True, slots=True)
class Held:
    """One ticket of a holder. `free`: nothing was paid for it."""

    ticket_id: UUID
    order_id: UUID
    title: str
    free: bool
    bought: bool
    begun: bool
    starts_at: datetime
    time_zone: str


async def get(session: AsyncSession, *, ticket_id: UUID, holder: UUID, now: datetime) -> Held:
    """A ticket that can still be used. Raises `NotAvailable`, `NotTakingPlace`, `TicketGone`."""
    row = await queries.find(session, ticket_id=ticket_id, holder=holder)
    if row is None:
        raise NotAvailable
    if row.event_status == EventStatus.CANCELLED:
        raise NotTakingPlace(row.title)
    if row.status in (TicketStatus.CANCELLED, TicketStatus.REFUNDED):
        raise TicketGone
    if row.status not in (TicketStatus.VALID, TicketStatus.RESERVED):
        raise NotAvailable
    return Held(
        ticket_id=row.id,
        order_id=row.order_id,
        title=row.title,
        free=row.unit_price is not None and not row.unit_price,
        bought=row.buyer == holder,
        begun=row.start_date <= now,
        starts_at=row.start_date,
        time_zone=row.time_zone,
    )


async def coming(session: AsyncSession, *, ticket_id: UUID, holder: UUID, now: datetime) -> None:
    """The holder says that they come. Raises what `get` raises."""
    await get(session, ticket_id=ticket_id, holder=holder, now=now)
    await queries.note_coming(session, ticket_id=ticket_id)
