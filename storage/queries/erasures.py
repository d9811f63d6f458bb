"""Statements about who asked to be forgotten, and what stands in the way."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Row, Text, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

_OPEN = " AND e.cancelled_at IS NULL AND e.finished_at IS NULL "
_FIELDS = """
    SELECT e.id, e.user_id, e.created_at, e.due_at, e.waived, e.blocked, e.forgotten_at,
           e.key_destroyed_at
    FROM erasures e
"""
_ADD = text(
    """
    INSERT INTO erasures (id, user_id, created_at, due_at, waived)
    VALUES (:id, :person, :now, :due_at, :waived) ON CONFLICT DO NOTHING
    """
).bindparams(bindparam("waived", type_=ARRAY(Uuid)))
_OF_PERSON = text(_FIELDS + "WHERE e.user_id = :person" + _OPEN)
_CHANGE = "UPDATE erasures e SET "
_WAIVE = text(_CHANGE + "waived = :waived WHERE e.user_id = :person" + _OPEN).bindparams(
    bindparam("waived", type_=ARRAY(Uuid))
)
_CANCEL = text(
    _CHANGE + "cancelled_at = :now"
    " WHERE e.user_id = :person AND e.forgotten_at IS NULL" + _OPEN + "RETURNING e.id"
)
_DUE = text(
    _FIELDS
    + "WHERE e.due_at <= :now AND e.forgotten_at IS NULL"
    + _OPEN
    + "ORDER BY cardinality(e.blocked) > 0, e.due_at LIMIT :limit"
)
_BEGUN = text(
    _FIELDS + "WHERE e.forgotten_at IS NOT NULL" + _OPEN + "ORDER BY e.due_at LIMIT :limit"
)
_LOCK = text(_FIELDS + "WHERE e.id = :id" + _OPEN + "FOR UPDATE OF e")
_BLOCKED = text("UPDATE erasures SET blocked = :kinds WHERE id = :id").bindparams(
    bindparam("kinds", type_=ARRAY(Text))
)
_FORGOTTEN = text("UPDATE erasures SET forgotten_at = :now, blocked = '{}' WHERE id = :id")
_KEYLESS = text(
    "UPDATE erasures SET key_destroyed_at = :now WHERE id = :id AND key_destroyed_at IS NULL"
)
_FINISHED = text("UPDATE erasures SET finished_at = :now WHERE id = :id")

# What binds a person to the house, or the house to them. As the person it sees what is theirs.
_IN_THE_WAY = text(
    """
    SELECT 'tickets' AS kind, t.id, e.title, e.start_date AS at, e.time_zone
    FROM tickets t JOIN events e ON e.id = t.event_id
    WHERE t.user_id = :person AND t.status IN ('valid', 'reserved', 'blocked')
        AND e.status = 'published' AND e.end_date > :now
    UNION ALL
    SELECT 'shows', e.id, e.title, e.start_date, e.time_zone
    FROM models m JOIN event_models x ON x.model_id = m.id JOIN events e ON e.id = x.event_id
    WHERE m.user_id = :person AND e.status = 'published' AND e.end_date > :now
    UNION ALL
    SELECT 'payment', o.id, e.title, e.start_date, e.time_zone
    FROM orders o JOIN events e ON e.id = o.event_id
    WHERE o.user_id = :person AND o.status = 'pending' AND o.precheckout_until > :now
    UNION ALL
    SELECT DISTINCT 'refund', o.id, e.title, e.start_date, e.time_zone
    FROM refunds r JOIN orders o ON o.id = r.order_id JOIN events e ON e.id = o.event_id
    WHERE o.user_id = :person AND r.status IN ('created', 'in_transit')
    UNION ALL
    SELECT 'events', e.id, e.title, e.start_date, e.time_zone FROM events e
    WHERE e.organizer_id = :person AND e.status = 'published' AND e.end_date > :now
    UNION ALL
    SELECT DISTINCT 'money', r.order_id, e.title, e.start_date, e.time_zone
    FROM refunds r JOIN events e ON e.id = r.event_id
    WHERE e.organizer_id = :person AND r.status IN ('created', 'in_transit')
    UNION ALL
    SELECT 'last', a.user_id, NULL, NULL, NULL FROM administrators a
    WHERE a.user_id = :person AND a.revoked_at IS NULL
        AND NOT EXISTS (SELECT FROM sec.administrators() AS other (id) WHERE other.id <> :person)
    ORDER BY 1, 4, 2
    """
)
_RUNNING = text(
    """
    SELECT count(*) FROM campaigns c
    WHERE c.organizer_id = :person AND c.status IN ('scheduled', 'active', 'paused')
    """
)


async def add(
    session: AsyncSession,
    *,
    id: UUID,
    person: UUID,
    due_at: datetime,
    waived: Sequence[UUID],
    now: datetime,
) -> None:
    """Write down that somebody asks to be forgotten; one request that is open stays as it is."""
    values = {"id": id, "person": person, "due_at": due_at, "waived": list(waived), "now": now}
    await session.execute(_ADD, values)


async def find(session: AsyncSession, *, person: UUID) -> Row[Any] | None:
    """The open request of a person."""
    return (await session.execute(_OF_PERSON, {"person": person})).one_or_none()


async def waive(session: AsyncSession, *, person: UUID, waived: Sequence[UUID]) -> None:
    """Write down what a person gives up as they are forgotten."""
    await session.execute(_WAIVE, {"person": person, "waived": list(waived)})


async def cancel(session: AsyncSession, *, person: UUID, now: datetime) -> UUID | None:
    """Take an open request back; its id, None where none can be taken back."""
    return (await session.execute(_CANCEL, {"person": person, "now": now})).scalar_one_or_none()


async def due(session: AsyncSession, *, now: datetime, limit: int) -> Sequence[Row[Any]]:
    """Requests whose cool-off is over, the oldest first."""
    return (await session.execute(_DUE, {"now": now, "limit": limit})).all()


async def begun(session: AsyncSession, *, limit: int) -> Sequence[Row[Any]]:
    """Requests whose person was forgotten, and that are not finished."""
    return (await session.execute(_BEGUN, {"limit": limit})).all()


async def lock(session: AsyncSession, *, id: UUID) -> Row[Any] | None:
    """An open request, nobody else's until the end of the transaction."""
    return (await session.execute(_LOCK, {"id": id})).one_or_none()


async def note_blocked(session: AsyncSession, *, id: UUID, kinds: Sequence[str]) -> None:
    """Write down what stands in the way."""
    await session.execute(_BLOCKED, {"id": id, "kinds": list(kinds)})


async def note_forgotten(session: AsyncSession, *, id: UUID, now: datetime) -> None:
    """The database does not know the person any more."""
    await session.execute(_FORGOTTEN, {"id": id, "now": now})


async def note_keyless(session: AsyncSession, *, id: UUID, now: datetime) -> bool:
    """The person's key is destroyed; whether that is news."""
    done = await session.execute(_KEYLESS, {"id": id, "now": now})
    return bool(done.rowcount)  # type: ignore[attr-defined]


async def note_finished(session: AsyncSession, *, id: UUID, now: datetime) -> None:
    """Nothing is left to do."""
    await session.execute(_FINISHED, {"id": id, "now": now})


async def in_the_way(session: AsyncSession, *, person: UUID, now: datetime) -> Sequence[Row[Any]]:
    """What binds a person to the house: `kind`, `id`, and the evening that it is about."""
    return (await session.execute(_IN_THE_WAY, {"person": person, "now": now})).all()


async def running_campaigns(session: AsyncSession, *, person: UUID) -> int:
    """How many broadcasts of a person's house are not over."""
    return int((await session.execute(_RUNNING, {"person": person})).scalar_one())
