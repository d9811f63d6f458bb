"""Statements about when a person is left in peace."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

_CHOSEN = text(
    """
    SELECT u.preferences -> 'quiet' AS quiet, a.time_zone FROM users u
    LEFT JOIN telegram_accounts a ON a.user_id = u.id WHERE u.id = :user_id
    """
)
_CHOOSE = text(
    """
    UPDATE users u
    SET preferences = jsonb_set(u.preferences, '{quiet}', CAST(:hours AS jsonb))
    WHERE u.id = :user_id
    """
).bindparams(bindparam("hours", type_=JSONB))
_LIVE_BY = text("UPDATE telegram_accounts SET time_zone = :zone WHERE user_id = :user_id")


async def chosen(session: AsyncSession, *, user_id: UUID) -> Row[Any]:
    """The hours that a person chose, NULL where they never did, and their zone."""
    return (await session.execute(_CHOSEN, {"user_id": user_id})).one()


async def choose(session: AsyncSession, *, user_id: UUID, hours: tuple[int, int]) -> None:
    """Keep a person's choice."""
    await session.execute(_CHOOSE, {"user_id": user_id, "hours": list(hours)})


async def live_by(session: AsyncSession, *, user_id: UUID, zone: str | None) -> None:
    """Keep where a person lives, as a time zone; None where they do not say."""
    await session.execute(_LIVE_BY, {"user_id": user_id, "zone": zone})
