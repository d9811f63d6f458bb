"""What something was, one version a change. The database writes them (`sql/versions.sql`)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ARRAY, Row, Table, Text, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.base import Base

_BECAUSE = text("SELECT set_config('app.reason', coalesce(:reason, ''), true)")
_VERSION = """
    SELECT v.id, v.entity_type, v.entity_id, v.belongs_to, v.version, v.data, v.created_by,
           v.created_at, v.comment, p.data AS before
    FROM version_control v
    LEFT JOIN version_control p ON p.entity_type = v.entity_type
        AND p.entity_id = v.entity_id AND p.version = v.version - 1
"""
_FIND = text(_VERSION + "WHERE v.id = :id")
_ABOUT = text(
    _VERSION
    + """
    WHERE v.belongs_to = :about AND v.entity_type = ANY (:kinds) AND v.id < :before
    ORDER BY v.id DESC LIMIT :limit
    """
).bindparams(bindparam("kinds", type_=ARRAY(Text)))
_OF = text(
    _VERSION
    + """
    WHERE v.entity_type = :kind AND v.entity_id = :id AND v.id < :before
    ORDER BY v.version DESC LIMIT :limit
    """
)
_SINCE = text(
    _VERSION
    + """
    WHERE v.entity_type = :kind AND v.entity_id = :id AND v.version > :number
    ORDER BY v.version DESC
    """
)
_NUMBER = text(
    """
    SELECT coalesce(max(version), 0) FROM version_control
    WHERE entity_type = :kind AND entity_id = :id
    """
)
_PLACES = text("SELECT id, name FROM venues WHERE id = ANY (:venues)").bindparams(
    bindparam("venues", type_=ARRAY(Uuid))
)

LAST: Final = UUID(int=2**128 - 1)
"""A key after all others."""


async def because(session: AsyncSession, reason: str | None) -> None:
    """Keep a reason with every version that this transaction makes from here on."""
    await session.execute(_BECAUSE, {"reason": reason})


async def find(session: AsyncSession, *, id: UUID) -> Row[Any] | None:
    """A version with the one before it, for who may read it."""
    return (await session.execute(_FIND, {"id": id})).one_or_none()


async def about(
    session: AsyncSession, *, about: UUID, kinds: Sequence[str], before: UUID, limit: int
) -> Sequence[Row[Any]]:
    """The last versions before a key of what belongs to something."""
    values = {"about": about, "kinds": list(kinds), "before": before, "limit": limit}
    return (await session.execute(_ABOUT, values)).all()


async def of(
    session: AsyncSession, *, kind: str, id: UUID, before: UUID = LAST, limit: int
) -> Sequence[Row[Any]]:
    """The last versions of one thing before a key."""
    values = {"kind": kind, "id": id, "before": before, "limit": limit}
    return (await session.execute(_OF, values)).all()


async def since(session: AsyncSession, *, kind: str, id: UUID, number: int) -> Sequence[Row[Any]]:
    """The versions of one thing after the version `number`, the last first."""
    return (await session.execute(_SINCE, {"kind": kind, "id": id, "number": number})).all()


async def number(session: AsyncSession, *, kind: str, id: UUID) -> int:
    """The number of the newest version of something; 0 where there is none to read."""
    return int((await session.execute(_NUMBER, {"kind": kind, "id": id})).scalar_one())


async def places(session: AsyncSession, venues: Sequence[UUID]) -> Mapping[UUID, str]:
    """What venues are called."""
    rows = (await session.execute(_PLACES, {"venues": list(venues)})).all()
    return {row.id: row.name for row in rows}


def typed(kind: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """The columns that a version has, as values of the table that they came from."""
    table: Table = Base.metadata.tables[kind]
    return {
        column.name: _typed(column.type.python_type, data[column.name])
        for column in table.columns
        if column.name in data
    }


def _typed(kind: type, value: Any) -> Any:
    if value is None:
        return None
    if issubclass(kind, datetime):
        return datetime.fromisoformat(value)
    if issubclass(kind, Decimal):
        return Decimal(str(value))
    return kind(value) if issubclass(kind, Enum | UUID) else value
