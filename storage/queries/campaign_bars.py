"""Statements about the messages in which the progress of campaigns is shown."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_BAR = text(
    """
    UPDATE campaigns SET bar_chat_id = :chat, bar_message_id = :message, bar_shown = :shown
    WHERE id = :id
    """
)
_BARS = text(
    """
    SELECT c.*, e.title AS event_title, coalesce(a.chosen_language, a.language) AS bar_language
    FROM campaigns c LEFT JOIN events e ON e.id = c.event_id
    LEFT JOIN telegram_accounts a ON a.telegram_id = c.bar_chat_id
    WHERE c.bar_message_id IS NOT NULL
    ORDER BY c.id <= CAST(:after AS uuid), c.id LIMIT :limit
    """
)


async def put(
    session: AsyncSession, *, id: UUID, chat: int | None, message: int | None, shown: str | None
) -> None:
    """Where a campaign's progress is shown, and what stands there."""
    values = {"id": id, "chat": chat, "message": message, "shown": shown}
    await session.execute(_BAR, values)


async def shown(session: AsyncSession, *, after: UUID | None, limit: int) -> Sequence[Row[Any]]:
    """At most `limit` campaigns whose progress is shown somewhere: those behind the one with the
    id `after`, and behind the last of all the first again."""
    return (await session.execute(_BARS, {"after": after, "limit": limit})).all()
