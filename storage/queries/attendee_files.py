"""The guests of an event as a file: where requests for it wait, and the lines in it."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.queries.files import Queue
from storage.security.sealing import full_name, shown

FILES: Final = Queue("attendee_files", about="event_id")

_LINES = text(
    """
    SELECT t.id, t.user_id, t.status, t.purchase_date, k.name AS type_name, o.number,
           u.full_name AS holder
    FROM tickets t
    JOIN ticket_types k ON k.id = t.ticket_type_id
    JOIN orders o ON o.id = t.order_id
    JOIN users u ON u.id = t.user_id
    WHERE t.event_id = :event AND t.status IN ('valid', 'used', 'reserved', 'blocked')
      AND (CAST(:after AS uuid) IS NULL OR t.id > :after)
    ORDER BY t.id LIMIT :limit
    """
)


async def lines(
    session: AsyncSession, *, event: UUID, after: UUID | None, limit: int
) -> Sequence[SimpleNamespace]:
    """The next tickets of an event that can still be used, or were, behind `after`."""
    values = {"event": event, "after": after, "limit": limit}
    rows = (await session.execute(_LINES, values)).all()
    return await shown(session, rows, holder=full_name())
