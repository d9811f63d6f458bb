"""Statements about campaigns that stop themselves because all that they send fails alike."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

# What has failed of a campaign: for good, or so that it is tried again within the hour. Enough of
# those to judge; they are found by when they are due, among who sleeps till then.
_FAILED = """
    WITH failed AS (
        SELECT n.last_error FROM notifications n
        WHERE n.campaign_id = :id AND n.status IN ('dead', 'unknown')
        UNION ALL
        (
            SELECT n.last_error FROM notifications n
            WHERE n.lane = 2 AND n.due_at > :now AND n.due_at < :now + interval '1 hour'
              AND n.campaign_id = :id AND n.status = 'pending' AND n.attempts > 0
              AND n.lease_token IS NULL AND n.last_error IS NOT NULL
            LIMIT 500
        )
    )
"""
# Nothing arrived, and all that failed failed alike, more often than was excused.
_STOPS = """
    , failing AS (
        SELECT c.id, f.why FROM campaigns c CROSS JOIN (
            SELECT count(*) AS people, min(last_error) AS why, max(last_error) AS other
            FROM failed
        ) f
        WHERE c.id = :id AND c.status = 'active' AND f.people >= c.excused + :alike
          AND f.why = f.other AND NOT EXISTS (
            SELECT FROM notifications n WHERE n.campaign_id = c.id AND n.status = 'sent'
        )
        FOR NO KEY UPDATE OF c
    )
    UPDATE campaigns c SET status = 'paused', stopped_why = left(f.why, 500)
    FROM failing f WHERE c.id = f.id
    RETURNING c.created_by, c.launched_at, c.excused
"""
_STOP = text(_FAILED + _STOPS)
_EXCUSES = """
    UPDATE campaigns c SET stopped_why = NULL, excused = (SELECT count(*) FROM failed)
    WHERE c.id = :id AND c.stopped_why IS NOT NULL
"""
_EXCUSE = text(_FAILED + _EXCUSES)


async def stop_failing(
    session: AsyncSession, *, id: UUID, alike: int, now: datetime
) -> Row[Any] | None:
    """Pause a campaign of which nothing arrived and `alike` sends failed alike, if it is one."""
    return (await session.execute(_STOP, {"id": id, "alike": alike, "now": now})).one_or_none()


async def excuse(session: AsyncSession, *, id: UUID, now: datetime) -> None:
    """What has failed of a campaign that stopped itself counts no more."""
    await session.execute(_EXCUSE, {"id": id, "now": now})
