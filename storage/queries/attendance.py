"""Statements about whether a holder comes."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_FIND = text(
    """
    SELECT t.id, t.status, t.order_id, t.ticket_type_id, o.user_id AS buyer, l.unit_price,
           e.title, e.start_date, e.time_zone, e.status AS event_status
    FROM tickets t
    LEFT JOIN orders o ON o.id = t.order_id
    LEFT JOIN order_lines l ON l.order_id = t.order_id AND l.ticket_type_id = t.ticket_type_id
    JOIN events e ON e.id = t.event_id
    WHERE t.id = :ticket_id AND t.user_id = :holder
    """
)
_COMING = text(
    """
    UPDATE tickets SET meta_data = meta_data || '{"coming": true}' WHERE id = :ticket_id
    """
)


async def find(session: AsyncSession, *, ticket_id: UUID, holder: UUID) -> Row[Any] | None:
    """A ticket of this holder, with what was paid for it."""
    values = {"ticket_id": ticket_id, "holder": holder}
    return (await session.execute(_FIND, values)).one_or_none()


async def note_coming(session: AsyncSession, *, ticket_id: UUID) -> None:
    """The holder says that they come."""
    await session.execute(_COMING, {"ticket_id": ticket_id})
