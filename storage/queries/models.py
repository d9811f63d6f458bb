"""Statements about models: the people who walk."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import ApprovalStatus
from storage.tables.fashion import Model


async def of_person(session: AsyncSession, *, person: UUID) -> Model | None:
    """What a person registered."""
    return (await session.scalars(select(Model).where(Model.user_id == person))).one_or_none()


async def put(
    session: AsyncSession, *, person: UUID, status: ApprovalStatus, **values: Any
) -> None:
    """Write a registration down, over an earlier one; other keys of `meta_data` stay."""
    statement = insert(Model).values(user_id=person, approval_status=status, **values)
    changed: dict[str, Any] = {
        name: statement.excluded[name] for name in values if name != "meta_data"
    }
    changed["approval_status"] = statement.excluded.approval_status
    changed["meta_data"] = func.jsonb_strip_nulls(
        Model.meta_data.op("||")(statement.excluded.meta_data)
    )
    await session.execute(
        statement.on_conflict_do_update(index_elements=["user_id"], set_=changed)
    )
