"""Statements about a campaign's result as a file: who asked for it, and the lines in it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.ids import new_id
from storage.security.sealing import full_name, shown

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_ADD = text(
    """
    INSERT INTO campaign_files (id, campaign_id, user_id, asked_at, starts_at)
    VALUES (:id, :campaign, :person, :now, :now) ON CONFLICT DO NOTHING
    """
)
_OPEN = text(
    """
    SELECT f.id, f.progress FROM campaign_files f
    WHERE f.user_id = :person AND f.campaign_id = :campaign AND f.done_at IS NULL
    """
)
_SET_BAR = text(
    "UPDATE campaign_files SET bar_chat_id = :chat, bar_message_id = :message WHERE id = :id"
)
_LEASE = text(
    """
    WITH next AS (
        SELECT f.id FROM campaign_files f
        WHERE f.done_at IS NULL AND f.starts_at <= :now
        ORDER BY f.starts_at, f.id LIMIT 1 FOR UPDATE SKIP LOCKED
    ), leased AS (
        UPDATE campaign_files f SET attempts = f.attempts + 1, starts_at = :until
        FROM next WHERE f.id = next.id
        RETURNING f.id, f.campaign_id, f.user_id, f.attempts, f.bar_chat_id, f.bar_message_id
    )
    SELECT l.*, coalesce(a.chat_id, a.telegram_id) AS chat_id,
           coalesce(a.chosen_language, a.language) AS language
    FROM leased l LEFT JOIN telegram_accounts a ON a.user_id = l.user_id LIMIT 1
    """
)
_ADVANCE = text(
    """
    UPDATE campaign_files SET progress = :progress, starts_at = :until
    WHERE id = :id AND attempts = :attempt AND done_at IS NULL RETURNING 1
    """
)
_PUT_BACK = text(
    """
    UPDATE campaign_files SET starts_at = :until
    WHERE id = :id AND attempts = :attempt AND done_at IS NULL
    """
)
_END = text(
    """
    UPDATE campaign_files SET done_at = :now, outcome = :outcome
    WHERE id = :id AND done_at IS NULL
    """
)

# All of a campaign's rows bear one moment in their keys (`queries.campaigns`): from one line to
# the next is a step in the index of one month. Only whose message may not have come has a name.
_LINES = text(
    """
    SELECT n.id, n.user_id, n.status, n.sent_at, n.last_error, u.full_name AS name
    FROM notifications n LEFT JOIN users u ON u.id = n.user_id AND n.status = 'unknown'
    WHERE n.campaign_id = :campaign AND n.id > :after AND n.id < :before
    ORDER BY n.id LIMIT :limit
    """
)


async def add(session: AsyncSession, *, campaign: UUID, person: UUID, now: datetime) -> None:
    """Somebody wants the file; who asked before and has none yet, waits for that one."""
    values = {"id": new_id(), "campaign": campaign, "person": person, "now": now}
    await session.execute(_ADD, values)


async def waiting(session: AsyncSession, *, campaign: UUID, person: UUID) -> Row[Any] | None:
    """What somebody asked for and does not have yet."""
    values = {"campaign": campaign, "person": person}
    return (await session.execute(_OPEN, values)).one_or_none()


async def set_bar(session: AsyncSession, *, id: UUID, chat: int, message: int) -> None:
    """Where the progress is shown."""
    await session.execute(_SET_BAR, {"id": id, "chat": chat, "message": message})


async def lease(session: AsyncSession, *, now: datetime, until: datetime) -> Row[Any] | None:
    """Take a file that waits and that nobody makes, until `until`; with its person's chat."""
    return (await session.execute(_LEASE, {"now": now, "until": until})).one_or_none()


async def advance(
    session: AsyncSession, *, id: UUID, attempt: int, progress: int, until: datetime
) -> bool:
    """Keep the progress and the lease of an attempt; whether it was still that attempt's."""
    values = {"id": id, "attempt": attempt, "progress": progress, "until": until}
    return (await session.execute(_ADVANCE, values)).scalar() is not None


async def put_back(session: AsyncSession, *, id: UUID, attempt: int, until: datetime) -> None:
    """Let it rest until `until`."""
    await session.execute(_PUT_BACK, {"id": id, "attempt": attempt, "until": until})


async def end(session: AsyncSession, *, id: UUID, outcome: str, now: datetime) -> None:
    """Nobody waits for it any more."""
    await session.execute(_END, {"id": id, "outcome": outcome, "now": now})


async def lines(
    session: AsyncSession,
    *,
    campaign: UUID,
    launched_at: datetime,
    after: UUID | None,
    limit: int,
) -> Sequence[SimpleNamespace]:
    """The next deliveries of a campaign behind `after`, in the order of their keys."""
    first, before = _moment(launched_at)
    values = {"campaign": campaign, "after": after or first, "before": before, "limit": limit}
    rows = (await session.execute(_LINES, values)).all()
    return await shown(session, rows, name=full_name())


def _moment(launched_at: datetime) -> tuple[UUID, UUID]:
    """Keys before and behind all that bear this moment, cut to its millisecond or rounded."""
    milliseconds = (launched_at - _EPOCH) // timedelta(milliseconds=1)
    return UUID(int=milliseconds << 80), UUID(int=(milliseconds + 2) << 80)
