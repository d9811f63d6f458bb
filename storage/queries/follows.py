"""Statements about whom and what people follow, and the pages of those who can be followed."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.discovery import Follow

_DESIGNER = text(
    """
    SELECT d.brand_name AS name FROM designers d
    WHERE d.id = :id AND d.approval_status = 'approved' AND d.paused_at IS NULL
    """
)
_HOUSE = text(
    """
    SELECT h.user_id AS id, h.name, CASE WHEN h.approved THEN h.about END AS about,
        EXISTS (SELECT FROM follows f
                WHERE f.user_id = :person AND f.organizer_id = h.user_id) AS followed
    FROM houses h
    WHERE h.user_id = :id AND (
        h.approved OR EXISTS (SELECT FROM event_search s WHERE s.organizer_id = h.user_id)
    )
    """
)
_OF_PERSON = text(
    """
    SELECT f.designer_id, f.organizer_id, f.city, left(md5(f.city), 5) AS city_code,
        coalesce(d.brand_name, h.name, f.city) AS name
    FROM follows f
    LEFT JOIN designers d ON d.id = f.designer_id
    LEFT JOIN houses h ON h.user_id = f.organizer_id
    WHERE f.user_id = :person AND coalesce(d.brand_name, h.name, f.city) IS NOT NULL
    ORDER BY f.id DESC LIMIT :limit
    """
)


async def designer(session: AsyncSession, *, designer: UUID) -> Row[Any] | None:
    """A designer that the public may see."""
    return (await session.execute(_DESIGNER, {"id": designer})).one_or_none()


async def house(session: AsyncSession, *, organizer: UUID, person: UUID) -> Row[Any] | None:
    """A house that holds evenings, and whether `person` follows."""
    return (await session.execute(_HOUSE, {"id": organizer, "person": person})).one_or_none()


async def of_person(session: AsyncSession, *, person: UUID, limit: int) -> Sequence[Row[Any]]:
    """What a person follows, the newest first."""
    return (await session.execute(_OF_PERSON, {"person": person, "limit": limit})).all()


async def follows(session: AsyncSession, *, person: UUID, thing: Mapping[str, Any]) -> bool:
    """Whether a person follows the thing of one column."""
    asked = select(Follow.id).filter_by(user_id=person, **thing)
    return (await session.execute(asked)).first() is not None


async def add(session: AsyncSession, *, person: UUID, thing: Mapping[str, Any]) -> None:
    """A person follows the thing of one column; once is enough."""
    row = insert(Follow).values(user_id=person, **thing)
    await session.execute(row.on_conflict_do_nothing())


async def remove(session: AsyncSession, *, person: UUID, thing: Mapping[str, Any]) -> None:
    """A person follows the thing of one column no longer."""
    await session.execute(delete(Follow).filter_by(user_id=person, **thing))
