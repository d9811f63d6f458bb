"""The log of the processes: kept by the batch, read by who runs the machine."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.database import Database

_ADD = """
    INSERT INTO system_logs (id, level, message, context, stack_trace, created_at)
    SELECT l.* FROM jsonb_to_recordset($1::jsonb) AS l (
        id uuid, level log_level, message text, context jsonb, stack_trace text,
        created_at timestamptz
    )
    ON CONFLICT DO NOTHING
"""
_LAST = text(
    """
    SELECT created_at, level, message, context, stack_trace FROM system_logs
    WHERE level >= CAST(:level AS log_level) ORDER BY id DESC LIMIT :limit
    """
)


async def add(db: Database, lines: Sequence[Mapping[str, Any]]) -> None:
    """Keep some lines, in one statement of its own. Raises `Unavailable`."""
    await db.call(_ADD, orjson.dumps(lines).decode())


async def last(session: AsyncSession, *, level: str, limit: int) -> Sequence[Row[Any]]:
    """The last lines of a level and worse, the last first."""
    return (await session.execute(_LAST, {"level": level, "limit": limit})).all()
