"""Statements of the door."""

from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import TicketStatus
from storage.security.sealing import full_name, shown
from storage.tables.door import Checkin
from storage.tables.orders import Ticket

_EVENT_OF = text("SELECT event_id, user_id, generation FROM tickets WHERE id = :ticket_id")
_MAY_SCAN = text(
    """
    SELECT EXISTS (SELECT FROM events WHERE id = :event_id AND organizer_id = :user_id)
        OR EXISTS (SELECT FROM event_staff WHERE event_id = :event_id AND user_id = :user_id
                   AND role IN ('manager', 'supervisor', 'steward'))
    """
)
_LOCKED = text(
    """
    SELECT t.id, t.event_id, t.status, t.generation, t.user_id, tt.name AS type_name, tt.benefits,
           u.full_name AS holder, o.status AS order_status, e.title, e.start_date, e.end_date,
           e.time_zone, e.status AS event_status
    FROM tickets t
    JOIN ticket_types tt ON tt.id = t.ticket_type_id
    JOIN users u ON u.id = t.user_id
    JOIN orders o ON o.id = t.order_id
    JOIN events e ON e.id = t.event_id
    WHERE t.id = :ticket_id FOR UPDATE OF t
    """
)
_FIRST_ENTRY = text(
    """
    SELECT c.at, c.nonce, c.staff_id, g.name AS gate, u.full_name AS staff
    FROM checkins c
    LEFT JOIN gates g ON g.id = c.gate_id
    JOIN users u ON u.id = c.staff_id
    WHERE c.ticket_id = :ticket_id AND c.result = 'ok' AND c.direction = 'entry'
      AND NOT EXISTS (SELECT FROM checkins undo WHERE undo.undoes_id = c.id)
    ORDER BY c.id DESC LIMIT 1
    """
)
_GATE = text(
    """
    SELECT id FROM gates WHERE event_id = :event_id AND closed_at IS NULL
    ORDER BY position, id LIMIT 1
    """
)
_DOOR = text(
    """
    SELECT e.id, e.title, e.start_date, e.time_zone,
           count(t.id) FILTER (WHERE t.status IN ('valid', 'used')) AS sold,
           count(t.id) FILTER (WHERE t.status = 'used') AS inside
    FROM events e LEFT JOIN tickets t ON t.event_id = e.id
    WHERE e.id = :event_id GROUP BY e.id
    """
)


async def event_of(session: AsyncSession, *, ticket_id: UUID) -> Row[Any] | None:
    """Whose ticket for which event this is."""
    return (await session.execute(_EVENT_OF, {"ticket_id": ticket_id})).one_or_none()


async def may_scan(session: AsyncSession, *, event_id: UUID, user_id: UUID) -> bool:
    """Whether a person keeps the door of an event now."""
    values = {"event_id": event_id, "user_id": user_id}
    return bool((await session.execute(_MAY_SCAN, values)).scalar_one())


async def lock_ticket(session: AsyncSession, *, ticket_id: UUID) -> SimpleNamespace:
    """A ticket with all that the door decides on, nobody else's until the end."""
    row = (await session.execute(_LOCKED, {"ticket_id": ticket_id})).one()
    [ticket] = await shown(session, [row], holder=full_name())
    return ticket


async def first_entry(session: AsyncSession, *, ticket_id: UUID) -> SimpleNamespace | None:
    """The entry that a ticket was used for."""
    rows = (await session.execute(_FIRST_ENTRY, {"ticket_id": ticket_id})).all()
    return next(iter(await shown(session, rows, staff=full_name("staff_id"))), None)


async def gate(session: AsyncSession, *, event_id: UUID) -> UUID | None:
    """The first open gate of an event."""
    return (await session.execute(_GATE, {"event_id": event_id})).scalar_one_or_none()


async def door(session: AsyncSession, *, event_id: UUID) -> Row[Any] | None:
    """How many hold tickets and how many have come."""
    return (await session.execute(_DOOR, {"event_id": event_id})).one_or_none()


async def add_scan(session: AsyncSession, **values: Any) -> None:
    """Record a scan, whatever its answer."""
    await session.execute(insert(Checkin).values(**values))


async def mark_used(session: AsyncSession, *, ticket_id: UUID) -> None:
    """The holder is inside."""
    await session.execute(
        update(Ticket)
        .where(Ticket.id == ticket_id, Ticket.status == TicketStatus.VALID)
        .values(status=TicketStatus.USED)
    )
