"""What a person has and is here, for their menu: one round trip."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_STANDING = text(
    """
    SELECT
        (SELECT count(*) FROM tickets t JOIN events e ON e.id = t.event_id
         WHERE t.user_id = :person AND t.status IN ('valid', 'used', 'reserved')
           AND e.end_date > CAST(:now AS timestamptz) - interval '12 hours') AS tickets,
        EXISTS (SELECT FROM orders WHERE user_id = :person) AS has_ordered,
        (SELECT a.approval_status FROM organizer_applications a
         WHERE a.user_id = :person) AS organizer,
        EXISTS (SELECT FROM event_staff s
                WHERE s.user_id = :person AND s.role = 'manager') AS manages,
        EXISTS (SELECT FROM event_staff s
                WHERE s.user_id = :person AND s.role IN ('manager', 'marketing')) AS markets,
        EXISTS (
            SELECT FROM events e
            WHERE e.organizer_id = :person AND e.status <> 'draft'
              AND e.end_date > CAST(:now AS timestamptz) - interval '1 day'
            UNION ALL
            SELECT FROM event_staff s JOIN events e ON e.id = s.event_id
            WHERE s.user_id = :person AND s.role <> 'marketing' AND e.status <> 'draft'
              AND e.end_date > CAST(:now AS timestamptz) - interval '1 day'
        ) AS keeps_a_door
    """
)


async def of(session: AsyncSession, *, person: UUID, now: datetime) -> Row[Any]:
    """Tickets in hand, whether there are orders, and what a person is to events."""
    return (await session.execute(_STANDING, {"person": person, "now": now})).one()
