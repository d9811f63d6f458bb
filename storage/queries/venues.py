"""Questions about venues, as houses choose and make them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.events import Venue

_VENUE = "SELECT v.id, v.name, v.city, v.country, v.capacity, v.time_zone FROM venues v"
_LAST_USED = """
    JOIN (
        SELECT e.venue_id, max(e.start_date) AS last_used FROM events e
        WHERE e.organizer_id IN (
            SELECT CAST(:person AS uuid)
            UNION
            SELECT m.organizer_id FROM event_staff s JOIN events m ON m.id = s.event_id
            WHERE s.user_id = :person AND s.role = 'manager'
        )
        GROUP BY e.venue_id
    ) u ON u.venue_id = v.id
    ORDER BY u.last_used DESC, v.id LIMIT :limit
"""
_OF_HOUSE = text(_VENUE + _LAST_USED)
_FIND = text(_VENUE + " WHERE v.id = :venue_id")


async def of_house(session: AsyncSession, *, person: UUID, limit: int) -> Sequence[Row[Any]]:
    """Where a person's events, and those of the houses they manage for, have been."""
    return (await session.execute(_OF_HOUSE, {"person": person, "limit": limit})).all()


async def find(session: AsyncSession, *, venue_id: UUID) -> Row[Any] | None:
    """A venue."""
    return (await session.execute(_FIND, {"venue_id": venue_id})).one_or_none()


async def add(session: AsyncSession, **values: Any) -> None:
    """A new venue; `id` is given."""
    await session.execute(insert(Venue).values(**values))
