"""Statements about deliveries that were given up, by what they were and why."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import CursorResult, Row, text
from sqlalchemy.ext.asyncio import AsyncSession

# Campaigns show their own to those who made them.
_KINDS = text(
    """
    SELECT failure_key(template, last_error) AS key, template, last_error AS reason,
           count(*) AS number, max(uuid_extract_timestamp(id)) AS last_at
    FROM notifications WHERE status = 'dead' AND campaign_id IS NULL
    GROUP BY template, last_error ORDER BY number DESC, last_at DESC LIMIT :limit
    """
)
_AGAIN = text(
    """
    UPDATE notifications SET status = 'pending', due_at = :now, attempts = 0
    WHERE status = 'dead' AND campaign_id IS NULL
      AND (CAST(:key AS text) IS NULL OR failure_key(template, last_error) = :key)
    """
)
_REST = text(
    """
    UPDATE notifications SET status = 'skipped'
    WHERE status = 'dead' AND campaign_id IS NULL AND failure_key(template, last_error) = :key
    """
)


async def kinds(session: AsyncSession, *, limit: int) -> Sequence[Row[Any]]:
    """What failed alike, the most first."""
    return (await session.execute(_KINDS, {"limit": limit})).all()


async def try_again(session: AsyncSession, *, key: str | None, now: datetime) -> int:
    """Make those of a key, or all, wait for a worker; how many they are."""
    return _count(await session.execute(_AGAIN, {"key": key, "now": now}))


async def let_rest(session: AsyncSession, *, key: str) -> int:
    """Nobody tries those of a key any more; how many they are."""
    return _count(await session.execute(_REST, {"key": key}))


def _count(result: object) -> int:
    return result.rowcount if isinstance(result, CursorResult) else 0
