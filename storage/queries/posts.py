"""Statements about posts of campaigns, and the channels that they go to."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_CONNECT = text("SELECT sec.connect_channel(:chat_id, :title, :now)")
_LOSE = text("SELECT sec.lose_channel(:chat_id)")
_PLACES = text("SELECT sec.post_places(:house)")
_COUNTS = text("SELECT state, posts FROM sec.posts_of(:campaign)")
_QUEUE = text(
    """
    INSERT INTO campaign_posts (campaign_id, channel_id, service_id, due_at)
    SELECT CAST(:campaign AS uuid), h.id, CAST(NULL AS uuid), CAST(:now AS timestamptz)
    FROM house_channels h WHERE h.user_id = :house
    UNION ALL
    SELECT CAST(:campaign AS uuid), NULL, s.id, CAST(:now AS timestamptz) FROM external_services s
    WHERE s.type = 'social' AND s.status <> 'inactive' AND s.removed_at IS NULL
    ON CONFLICT DO NOTHING
    """
)
_LOST = text(
    """
    UPDATE campaign_posts
    SET state = 'unknown', due_at = NULL, ended_at = :now, last_error = 'interrupted'
    WHERE state = 'sending' AND due_at <= :now
    """
)
_CLAIM = text(
    """
    UPDATE campaign_posts p
    SET state = 'sending', due_at = :until, attempts = p.attempts + 1
    FROM (
        SELECT q.id, h.chat_id FROM campaign_posts q
        JOIN campaigns c ON c.id = q.campaign_id AND c.status = 'active'
        LEFT JOIN house_channels h ON h.id = q.channel_id
        WHERE q.state = 'pending' AND q.due_at <= :now
        ORDER BY q.due_at, q.id LIMIT 1 FOR UPDATE OF q SKIP LOCKED
    ) d
    WHERE p.id = d.id
    RETURNING p.id, p.campaign_id, p.channel_id, p.service_id, p.attempts, d.chat_id
    """
)
_WAIT = text(
    """
    UPDATE campaign_posts
    SET state = 'pending', due_at = :due_at, last_error = :error,
        attempts = attempts - CASE WHEN :spent THEN 0 ELSE 1 END
    WHERE id = :id AND state = 'sending'
    """
)
_END = text(
    """
    UPDATE campaign_posts
    SET state = :state, due_at = NULL, ended_at = :now, message_id = :message_id,
        last_error = :error
    WHERE id = :id AND state = 'sending'
    """
)
_SKIP = text(
    """
    UPDATE campaign_posts SET state = 'skipped', due_at = NULL, ended_at = :now
    WHERE campaign_id = :campaign AND state = 'pending'
    """
)


async def connect(session: AsyncSession, *, chat_id: int, title: str, now: datetime) -> bool:
    """A channel is of who acts from now on; whether they are a house."""
    values = {"chat_id": chat_id, "title": title, "now": now}
    return bool((await session.execute(_CONNECT, values)).scalar_one())


async def lose(session: AsyncSession, *, chat_id: int) -> bool:
    """A channel is nobody's any more; whether it was somebody's."""
    return bool((await session.execute(_LOSE, {"chat_id": chat_id})).scalar_one())


async def places(session: AsyncSession, *, house: UUID) -> int:
    """In how many places a house's campaign would be posted."""
    return int((await session.execute(_PLACES, {"house": house})).scalar_one())


async def counts(session: AsyncSession, *, campaign: UUID) -> Sequence[Row[Any]]:
    """How many posts of a campaign stand how."""
    return (await session.execute(_COUNTS, {"campaign": campaign})).all()


async def queue(session: AsyncSession, *, campaign: UUID, house: UUID, now: datetime) -> None:
    """Let a campaign be posted in every place. Doing it again adds nothing to those that were."""
    await session.execute(_QUEUE, {"campaign": campaign, "house": house, "now": now})


async def claim(session: AsyncSession, *, now: datetime, until: datetime) -> Row[Any] | None:
    """The next post that may be made, nobody else's; what was lost meanwhile ends as unknown."""
    await session.execute(_LOST, {"now": now})
    return (await session.execute(_CLAIM, {"now": now, "until": until})).one_or_none()


async def wait(
    session: AsyncSession, *, id: UUID, due_at: datetime, error: str, spent: bool
) -> None:
    """Let a post wait; unless `spent`, this was no attempt."""
    values = {"id": id, "due_at": due_at, "error": error, "spent": spent}
    await session.execute(_WAIT, values)


async def end(
    session: AsyncSession,
    *,
    id: UUID,
    state: str,
    now: datetime,
    message_id: int | None = None,
    error: str | None = None,
) -> None:
    """How a post ended."""
    values = {"id": id, "state": state, "now": now, "message_id": message_id, "error": error}
    await session.execute(_END, values)


async def skip(session: AsyncSession, *, campaign: UUID, now: datetime) -> None:
    """What waits of a campaign is not posted."""
    await session.execute(_SKIP, {"campaign": campaign, "now": now})
