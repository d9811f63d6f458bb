"""Statements about collections: whose they are, and what everybody may see."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import CollectionStatus
from storage.tables.fashion import Collection

_VIEW = """
    SELECT c.id, c.designer_id, c.name, c.description, c.season, c.year, c.status, c.images,
           c.meta_data, d.user_id, d.brand_name,
           d.approval_status = 'approved' AND d.paused_at IS NULL AS in_business
    FROM collections c JOIN designers d ON d.id = c.designer_id
"""
_FIND = text(_VIEW + "WHERE c.id = :id")
_LOCKED = text(_VIEW + "WHERE c.id = :id FOR NO KEY UPDATE OF c")
_OF_DESIGNER = text(
    _VIEW
    + "WHERE c.designer_id = :designer ORDER BY c.year DESC NULLS LAST, c.id DESC LIMIT :limit"
)
_OF_PERSON = text(_VIEW + "WHERE d.user_id = :person ORDER BY c.id DESC LIMIT :limit")


async def find(session: AsyncSession, *, id: UUID) -> Row[Any] | None:
    """A collection with whose it is; `in_business`: the designer may show."""
    return (await session.execute(_FIND, {"id": id})).one_or_none()


async def of_designer(session: AsyncSession, *, designer: UUID, limit: int) -> Sequence[Row[Any]]:
    """A designer's collections, the newest season first."""
    return (await session.execute(_OF_DESIGNER, {"designer": designer, "limit": limit})).all()


async def of_person(session: AsyncSession, *, person: UUID, limit: int) -> Sequence[Row[Any]]:
    """What a person made, in any state, the newest first."""
    return (await session.execute(_OF_PERSON, {"person": person, "limit": limit})).all()


async def add(session: AsyncSession, *, id: UUID, designer_id: UUID, **values: Any) -> None:
    """Keep a new collection as a draft."""
    await session.execute(insert(Collection).values(id=id, designer_id=designer_id, **values))


async def change(session: AsyncSession, *, id: UUID, **values: Any) -> None:
    """Keep other words or images of a collection; what was said in other languages is gone."""
    told = Collection.meta_data.op("-")("texts")
    await session.execute(
        update(Collection).where(Collection.id == id).values(meta_data=told, **values)
    )


async def lock(session: AsyncSession, *, id: UUID) -> Row[Any] | None:
    """A collection as `find` has it, held until the end of the transaction."""
    return (await session.execute(_LOCKED, {"id": id})).one_or_none()


async def put(session: AsyncSession, *, id: UUID, **values: Any) -> None:
    """Write columns of a collection."""
    await session.execute(update(Collection).where(Collection.id == id).values(**values))


async def set_status(
    session: AsyncSession, *, id: UUID, was: Sequence[CollectionStatus], status: CollectionStatus
) -> bool:
    """From one of the states `was` to another; False where it was in none of them."""
    changed = await session.execute(
        update(Collection)
        .where(Collection.id == id, Collection.status.in_(was))
        .values(status=status)
        .returning(Collection.id)
    )
    return changed.one_or_none() is not None
