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
_HOLD = text(
    """
    SELECT bar_chat_id, bar_message_id, bar_shown FROM campaigns
    WHERE id = :id FOR NO KEY UPDATE
    """
)
_LANGUAGE = text(
    "SELECT coalesce(chosen_language, language) FROM telegram_accounts WHERE telegram_id = :chat"
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


async def hold(session: AsyncSession, *, id: UUID) -> Row[Any] | None:
    """Where a campaign's progress is shown; nobody else moves it until the commit."""
    return (await session.execute(_HOLD, {"id": id})).one_or_none()


async def language(session: AsyncSession, *, chat: int) -> str | None:
    """The language of the person of a chat: what they chose, else what Telegram says."""
    found: str | None = await session.scalar(_LANGUAGE, {"chat": chat})
    return found


async def shown(session: AsyncSession, *, after: UUID | None, limit: int) -> Sequence[Row[Any]]:
    """At most `limit` campaigns whose progress is shown somewhere: those behind the one with the
    id `after`, and behind the last of all the first again."""
    return (await session.execute(_BARS, {"after": after, "limit": limit})).all()
