"""Statements about what goes wrong with the portal itself."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_NOTE = text(
    """
    INSERT INTO incidents (kind, detail, opened_at, seen_at)
    VALUES (CAST(:kind AS incident_kind), :detail, :since, :now)
    ON CONFLICT (kind) WHERE closed_at IS NULL
    DO UPDATE SET seen_at = greatest(incidents.seen_at, excluded.seen_at),
                  signs = incidents.signs + 1
    RETURNING id, xmax = 0 AS is_new, opened_at
    """
)
_CLOSE = text(
    """
    UPDATE incidents SET closed_at = :now
    WHERE closed_at IS NULL AND seen_at < :before RETURNING id, opened_at
    """
)
_VIEW = "SELECT id, kind, detail, opened_at, seen_at, signs, closed_at FROM incidents "
_OPEN = text(_VIEW + "WHERE closed_at IS NULL ORDER BY opened_at")
_CLOSED = text(
    _VIEW + "WHERE closed_at IS NOT NULL ORDER BY closed_at DESC, opened_at DESC LIMIT :limit"
)
_FIND = text(_VIEW + "WHERE id = :id")
_LATE = text(
    """
    SELECT e.name
    FROM unnest(CAST(:names AS text[]), CAST(:seconds AS float8[])) AS e (name, every)
    WHERE NOT EXISTS (
        SELECT FROM job_runs r WHERE r.name = e.name AND r.finished_at IS NOT NULL
        AND r.scheduled_for > CAST(:now AS timestamptz) - make_interval(secs => 3 * e.every + 60)
    )
    ORDER BY 1
    """
)
_FAILING = text(
    """
    SELECT e.name FROM unnest(CAST(:names AS text[])) AS e (name)
    WHERE 3 = (
        SELECT count(l.error) FROM (
            SELECT r.error FROM job_runs r WHERE r.name = e.name AND r.finished_at IS NOT NULL
            ORDER BY r.scheduled_for DESC LIMIT 3
        ) AS l
    )
    ORDER BY 1
    """
)
_WAITING = text(
    """
    SELECT count(*) FROM (
        SELECT FROM notifications WHERE status IN ('pending', 'sending') AND lane < :lane
        AND due_at < CAST(:before AS timestamptz) LIMIT 1000
    ) AS late
    """
)
_ERRORS = text(
    """
    SELECT coalesce(sum(coalesce((context ->> 'times')::integer, 1)), 0) FROM system_logs
    WHERE id >= uuid_floor(CAST(:since AS timestamptz)) AND level >= 'error'
    """
)


async def note(
    session: AsyncSession, *, kind: str, detail: str, since: datetime, now: datetime
) -> Row[Any]:
    """Open an incident, or say once more that it goes on: its key, and whether it is new."""
    facts = {"kind": kind, "detail": detail, "since": since, "now": now}
    return (await session.execute(_NOTE, facts)).one()


async def close(session: AsyncSession, *, before: datetime, now: datetime) -> Sequence[Row[Any]]:
    """End those of which nothing was seen since a moment."""
    return (await session.execute(_CLOSE, {"before": before, "now": now})).all()


async def open_ones(session: AsyncSession) -> Sequence[Row[Any]]:
    """What is wrong now."""
    return (await session.execute(_OPEN)).all()


async def closed_ones(session: AsyncSession, *, limit: int) -> Sequence[Row[Any]]:
    """What was wrong, the last first."""
    return (await session.execute(_CLOSED, {"limit": limit})).all()


async def find(session: AsyncSession, *, id: UUID) -> Row[Any] | None:
    """One incident."""
    return (await session.execute(_FIND, {"id": id})).one_or_none()


async def late(
    session: AsyncSession, *, every: Sequence[tuple[str, float]], now: datetime
) -> Sequence[str]:
    """Which of the jobs, each with its period in seconds, has not ended for three of them."""
    facts = {
        "names": [name for name, _ in every],
        "seconds": [seconds for _, seconds in every],
        "now": now,
    }
    return list((await session.execute(_LATE, facts)).scalars())


async def failing(session: AsyncSession, *, names: Sequence[str]) -> Sequence[str]:
    """Which of the jobs ended with an error three times in a row."""
    return list((await session.execute(_FAILING, {"names": list(names)})).scalars())


async def waiting(session: AsyncSession, *, lane: int, before: datetime) -> int:
    """How many messages of the lanes in front of `lane` are due since a moment; 1000 at most."""
    facts = {"lane": lane, "before": before}
    return int((await session.execute(_WAITING, facts)).scalar_one())


async def errors(session: AsyncSession, *, since: datetime) -> int:
    """Errors in the logs of all processes since a moment."""
    return int((await session.execute(_ERRORS, {"since": since})).scalar_one())
