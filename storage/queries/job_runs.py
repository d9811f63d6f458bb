"""Ticks of the timetable: whoever writes one down first runs it."""

from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_BEGIN = text(
    """
    INSERT INTO job_runs (name, scheduled_for, started_at) VALUES (:name, :scheduled_for, :now)
    ON CONFLICT DO NOTHING RETURNING true
    """
)
_END = text(
    """
    UPDATE job_runs SET finished_at = :now, error = :error
    WHERE name = :name AND scheduled_for = :scheduled_for
    """
)

_LAST_ERROR = text(
    """
    SELECT error FROM job_runs WHERE name = :name AND finished_at IS NOT NULL
    ORDER BY scheduled_for DESC LIMIT 1
    """
)


async def begin(
    session: AsyncSession, *, name: str, scheduled_for: datetime, now: datetime
) -> bool:
    """Take the run of `name` for that moment; False when it was taken before."""
    values = {"name": name, "scheduled_for": scheduled_for, "now": now}
    return (await session.execute(_BEGIN, values)).scalar() is not None


async def end(
    session: AsyncSession, *, name: str, scheduled_for: datetime, error: str | None, now: datetime
) -> None:
    """Write down that the run ended, with its error if it had one."""
    values = {"name": name, "scheduled_for": scheduled_for, "error": error, "now": now}
    await session.execute(_END, values)


async def last_error(session: AsyncSession, *, name: str) -> str | None:
    """The error of the last run of `name` that ended, if it had one."""
    return (await session.execute(_LAST_ERROR, {"name": name})).scalar_one_or_none()
