"""Statements about who acts."""

from datetime import datetime
from uuid import UUID

import asyncpg
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.database import Database
from storage.ids import new_id
from storage.tables.people import TelegramAccount

_ENTER = "SELECT * FROM sec.enter($1, $2, $3, $4, $5, $6)"


async def enter(
    db: Database, *, bot_id: int, telegram_id: int, chat_id: int, name: str, language: str
) -> asyncpg.Record:
    """Find or make the person of a Telegram account, in one round trip."""
    rows = await db.call(_ENTER, new_id(), bot_id, telegram_id, chat_id, name, language)
    return rows[0]


async def find_id(session: AsyncSession, *, telegram_id: int) -> UUID | None:
    """The user behind a Telegram account."""
    wanted = select(TelegramAccount.user_id).where(TelegramAccount.telegram_id == telegram_id)
    return (await session.scalars(wanted)).one_or_none()


async def speak(session: AsyncSession, *, telegram_id: int, locale: str) -> None:
    """Remember the language that a person chose."""
    await session.execute(
        update(TelegramAccount)
        .where(TelegramAccount.telegram_id == telegram_id)
        .values(chosen_language=locale)
    )


async def set_blocked(
    session: AsyncSession, *, user_id: UUID, blocked_at: datetime | None
) -> None:
    """Since when messages do not reach a person; None: they do."""
    await session.execute(
        update(TelegramAccount)
        .where(TelegramAccount.user_id == user_id)
        .values(reachable=blocked_at is None, blocked_at=blocked_at)
    )
