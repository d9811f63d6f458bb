"""Statements about the settings: what is in force, what it was, and changing it."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.database import Database

_VALUES = "SELECT name, value FROM settings"
_ALL = text("SELECT id, name, value, lowest, highest, version FROM settings ORDER BY name")
_SET = text(
    """
    UPDATE settings SET value = :value, reason = :reason
    WHERE name = :name AND version = :version RETURNING id
    """
)
_HISTORY = text("SELECT * FROM sec.setting_history(:name, :limit)")


async def values(db: Database) -> Mapping[str, int]:
    """What is in force, in one statement of its own. Raises `Unavailable`."""
    return {row["name"]: row["value"] for row in await db.call(_VALUES)}


async def everything(session: AsyncSession) -> Sequence[Row[Any]]:
    """All settings with their bounds and versions."""
    return (await session.execute(_ALL)).all()


async def change(
    session: AsyncSession, *, name: str, value: int, reason: str, version: int
) -> Any | None:
    """Set one that is still the version `version`; its id, None where it is not, or not by us."""
    facts = {"name": name, "value": value, "reason": reason, "version": version}
    return (await session.execute(_SET, facts)).scalar_one_or_none()


async def history(session: AsyncSession, *, name: str, limit: int) -> Sequence[Row[Any]]:
    """The last changes of one, the last first, for who runs the portal; else nothing."""
    return (await session.execute(_HISTORY, {"name": name, "limit": limit})).all()
