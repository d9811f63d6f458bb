"""What happens when at an event, as those who make it see and change it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, insert, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.events import EventSchedule

_ENTRY = """
    SELECT id, event_id, title, description, start_time, end_time, location, type, "order"
    FROM event_schedules
"""
_OF_EVENT = text(_ENTRY + 'WHERE event_id = :event_id ORDER BY start_time, "order", id')
_FIND = text(_ENTRY + "WHERE id = :entry_id")


async def of_event(session: AsyncSession, *, event_id: UUID) -> Sequence[Row[Any]]:
    """The whole schedule, also what is for the team only."""
    return (await session.execute(_OF_EVENT, {"event_id": event_id})).all()


async def find(session: AsyncSession, *, entry_id: UUID) -> Row[Any] | None:
    """One line of a schedule."""
    return (await session.execute(_FIND, {"entry_id": entry_id})).one_or_none()


async def add(session: AsyncSession, **values: Any) -> None:
    """A new line; `id` is given."""
    await session.execute(insert(EventSchedule).values(**values))


async def change(session: AsyncSession, *, entry_id: UUID, **values: Any) -> None:
    """Write columns of a line."""
    await session.execute(
        update(EventSchedule).where(EventSchedule.id == entry_id).values(**values)
    )


async def remove(session: AsyncSession, *, entry_id: UUID) -> None:
    """Strike a line."""
    await session.execute(delete(EventSchedule).where(EventSchedule.id == entry_id))
