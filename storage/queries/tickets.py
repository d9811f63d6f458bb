"""Questions about tickets."""

from collections.abc import Sequence
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import TicketStatus
from storage.security.sealing import full_name, shown
from storage.tables.orders import Ticket

_TICKET = """
    SELECT t.id, t.user_id, t.event_id, t.order_id, t.status, t.generation, t.short_code,
           t.ticket_type_id, tt.name AS type_name, tt.benefits, u.full_name AS holder,
           e.title, e.start_date, e.end_date, e.time_zone, e.meta_data,
           v.name AS venue, v.address, v.city, v.latitude, v.longitude,
           (SELECT count(*) FROM tickets m WHERE m.order_id = t.order_id
            AND m.user_id = t.user_id AND m.status IN ('valid', 'used', 'reserved')) AS party,
           EXISTS (SELECT FROM orders o
                   WHERE o.id = t.order_id AND o.user_id = t.user_id) AS bought
    FROM tickets t
    JOIN ticket_types tt ON tt.id = t.ticket_type_id
    JOIN events e ON e.id = t.event_id
    JOIN users u ON u.id = t.user_id
    LEFT JOIN venues v ON v.id = e.venue_id
"""
_OF_HOLDER = text(
    _TICKET
    + """
    WHERE t.user_id = :holder AND t.status IN ('valid', 'used', 'reserved')
      AND e.end_date > CAST(:now AS timestamptz) - interval '12 hours'
    ORDER BY e.start_date, t.id LIMIT 30
    """
)
_OF_ORDER = text(
    _TICKET + "WHERE t.order_id = :order_id AND t.user_id = :holder ORDER BY tt.position, t.id"
)
_FIND = text(_TICKET + "WHERE t.id = :ticket_id AND t.user_id = :holder")
_PARTY = text(
    """
    SELECT event_id, number, party_generation FROM orders
    WHERE id = :order_id AND user_id = :buyer
    """
)

_RENEW = text(
    "SELECT sec.renew_code(:ticket_id, CAST(:generation AS smallint), :digest, :short_code)"
)

# Who lost the key for good strikes out the digests of the tickets that were made with it.
_NEWEST_CODE = text(
    """
    SELECT id, event_id, generation, qr_code FROM tickets
    WHERE qr_code <> id::text ORDER BY id DESC LIMIT 1
    """
)


async def of_holder(
    session: AsyncSession, *, holder: UUID, now: datetime
) -> Sequence[SimpleNamespace]:
    """What a person holds for events that are not long over."""
    rows = (await session.execute(_OF_HOLDER, {"holder": holder, "now": now})).all()
    return await shown(session, rows, holder=full_name())


async def of_order(
    session: AsyncSession, *, order_id: UUID, holder: UUID
) -> Sequence[SimpleNamespace]:
    """What a person holds of one order."""
    rows = (await session.execute(_OF_ORDER, {"order_id": order_id, "holder": holder})).all()
    return await shown(session, rows, holder=full_name())


async def find(session: AsyncSession, *, ticket_id: UUID, holder: UUID) -> SimpleNamespace | None:
    """One ticket, if this person holds it."""
    values = {"ticket_id": ticket_id, "holder": holder}
    rows = (await session.execute(_FIND, values)).all()
    return next(iter(await shown(session, rows, holder=full_name())), None)


async def party(session: AsyncSession, *, order_id: UUID, buyer: UUID) -> Row[Any] | None:
    """What the code of an order's party is made of, for its buyer."""
    return (await session.execute(_PARTY, {"order_id": order_id, "buyer": buyer})).one_or_none()


async def newest_code(session: AsyncSession) -> Row[Any] | None:
    """The last ticket that was made, with the digest of its code."""
    return (await session.execute(_NEWEST_CODE)).one_or_none()


async def renew(
    session: AsyncSession, *, ticket_id: UUID, generation: int, digest: str, short_code: str
) -> bool:
    """Write the next code of a ticket of who acts, and the one to read out with it; False where it
    is not the next one."""
    values = {
        "ticket_id": ticket_id,
        "generation": generation,
        "digest": digest,
        "short_code": short_code,
    }
    return bool((await session.execute(_RENEW, values)).scalar_one())


async def redeem_reserved(session: AsyncSession, *, order_id: UUID) -> Sequence[UUID]:
    """Reserved tickets of an order become valid; which they are."""
    statement = (
        update(Ticket)
        .where(Ticket.order_id == order_id, Ticket.status == TicketStatus.RESERVED)
        .values(status=TicketStatus.VALID)
        .returning(Ticket.id)
    )
    return (await session.execute(statement)).scalars().all()


async def insert_all(session: AsyncSession, tickets: Sequence[dict[str, Any]]) -> None:
    """Write new tickets."""
    await session.execute(insert(Ticket), tickets)
