"""Statements about evenings that got another time or place after tickets were sold."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_NOTE = text(
    """
    INSERT INTO event_moves (id, event_id, created_at, answer_until, starts_at)
    SELECT :id, :event_id, :now, :until, :starts_at WHERE EXISTS (
        SELECT FROM orders o
        WHERE o.event_id = :event_id
          AND o.status IN ('completed', 'pending', 'awaiting_approval')
    )
    """
)
_UNTOLD = text(
    """
    SELECT id, event_id, created_at, told_to FROM event_moves WHERE told_at IS NULL
    ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
    """
)
_HOLDERS = text(
    """
    SELECT o.id, array_remove(array_agg(DISTINCT t.user_id), NULL) || o.user_id AS people
    FROM orders o
    LEFT JOIN tickets t ON t.order_id = o.id AND t.status IN ('valid', 'reserved', 'blocked')
    WHERE o.event_id = :event_id AND o.created_at < :moved_at
      AND (o.status = 'completed' AND t.id IS NOT NULL
           OR o.status IN ('pending', 'awaiting_approval'))
      AND (CAST(:after AS uuid) IS NULL OR o.id > :after)
    GROUP BY o.id ORDER BY o.id LIMIT :limit
    """
)
# Newest first what a person has of it, unless the evening has moved again since.
_KEPT = text(
    """
    SELECT o.id, o.user_id = :person AS bought, count(t.id) AS tickets FROM orders o
    JOIN LATERAL (
        SELECT m.id, m.created_at FROM event_moves m WHERE m.event_id = o.event_id
        ORDER BY m.created_at DESC, m.id DESC LIMIT 1
    ) last ON true
    LEFT JOIN tickets t ON t.order_id = o.id AND t.status IN ('valid', 'reserved', 'blocked')
        AND (o.user_id = :person OR t.user_id = :person)
    WHERE o.event_id = :event_id AND o.created_at < last.created_at
      AND last.id = coalesce(CAST(:move_id AS uuid), last.id)
      AND (o.user_id = :person OR t.id IS NOT NULL)
      AND (o.status = 'completed' AND t.id IS NOT NULL
           OR o.status IN ('pending', 'awaiting_approval'))
    GROUP BY o.id, o.user_id, o.status
    ORDER BY o.status = 'completed' DESC, o.user_id = :person DESC, o.id
    """
)
_TOLD = text("UPDATE event_moves SET told_to = :told_to, told_at = :told_at WHERE id = :id")


async def note(
    session: AsyncSession,
    *,
    id: UUID,
    event_id: UUID,
    until: datetime,
    starts_at: datetime | None,
    now: datetime,
) -> None:
    """Write down that an evening moved, where anybody has a ticket or places held."""
    values = {
        "id": id,
        "event_id": event_id,
        "until": until,
        "starts_at": starts_at,
        "now": now,
    }
    await session.execute(_NOTE, values)


async def untold(session: AsyncSession) -> Row[Any] | None:
    """A move of which not everybody was told, nobody else's until the end."""
    return (await session.execute(_UNTOLD)).one_or_none()


async def holders(
    session: AsyncSession, *, event_id: UUID, moved_at: datetime, after: UUID | None, limit: int
) -> Sequence[Row[Any]]:
    """The next orders from before a move that are paid or hold places, each with who made it and
    who holds its tickets."""
    values = {"event_id": event_id, "moved_at": moved_at, "after": after, "limit": limit}
    return (await session.execute(_HOLDERS, values)).all()


async def kept(
    session: AsyncSession, *, event_id: UUID, person: UUID, move_id: UUID | None
) -> Sequence[Row[Any]]:
    """The orders of a person from before the last move of an evening, or with their tickets: how
    many, and whether they bought them. None where `move_id` is not the last move."""
    values = {"event_id": event_id, "person": person, "move_id": move_id}
    return (await session.execute(_KEPT, values)).all()


async def told(
    session: AsyncSession, *, id: UUID, told_to: UUID | None, told_at: datetime | None
) -> None:
    """It was told up to an order, and at `told_at` to all."""
    await session.execute(_TOLD, {"id": id, "told_to": told_to, "told_at": told_at})
