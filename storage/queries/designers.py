"""Statements about designers."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import ApprovalStatus
from storage.tables.fashion import Designer

_PUBLIC = text(
    """
    SELECT d.id, d.user_id, d.brand_name, d.portfolio_url, d.specialties, d.achievements,
           d.meta_data, d.approval_status = 'approved' AND d.paused_at IS NULL AS public
    FROM designers d WHERE d.id = :id
    """
)


async def of_person(session: AsyncSession, *, person: UUID) -> Designer | None:
    """What a person registered."""
    return (
        await session.scalars(select(Designer).where(Designer.user_id == person))
    ).one_or_none()


async def find(session: AsyncSession, *, id: UUID) -> Row[Any] | None:
    """A designer as everybody may see them where `public`."""
    return (await session.execute(_PUBLIC, {"id": id})).one_or_none()


async def put(
    session: AsyncSession, *, person: UUID, status: ApprovalStatus, **values: Any
) -> None:
    """Write a registration down, over an earlier one; other keys of `meta_data` stay."""
    statement = insert(Designer).values(user_id=person, approval_status=status, **values)
    changed: dict[str, Any] = {
        name: statement.excluded[name] for name in values if name != "meta_data"
    }
    changed["approval_status"] = statement.excluded.approval_status
    changed["meta_data"] = func.jsonb_strip_nulls(
        Designer.meta_data.op("||")(statement.excluded.meta_data)
    )
    await session.execute(
        statement.on_conflict_do_update(index_elements=["user_id"], set_=changed)
    )
