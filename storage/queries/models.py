"""Statements about models: the people who walk."""

from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import ApprovalStatus
from storage.security.sealing import open_row, seal_row, vault_of
from storage.tables.fashion import Model


async def of_person(session: AsyncSession, *, person: UUID) -> SimpleNamespace | None:
    """What a person registered, opened. Raises `Tampered`, `KeyDestroyed`."""
    wanted = select(
        Model.user_id,
        Model.height,
        Model.measurements,
        Model.portfolio_url,
        Model.portfolio,
        Model.experience_level,
        Model.birth_date,
        Model.approval_status,
        Model.meta_data,
    )
    row = (await session.execute(wanted.where(Model.user_id == person))).one_or_none()
    if row is None:
        return None
    return SimpleNamespace(**await open_row(vault_of(session), "models", row._asdict()))


async def put(
    session: AsyncSession, *, person: UUID, status: ApprovalStatus, **values: Any
) -> None:
    """Write a registration down, over an earlier one; other keys of `meta_data` stay."""
    row = await seal_row(vault_of(session), "models", {"user_id": person, **values})
    statement = insert(Model).values(approval_status=status, **row)
    changed: dict[str, Any] = {
        name: statement.excluded[name] for name in row if name not in ("user_id", "meta_data")
    }
    changed["approval_status"] = statement.excluded.approval_status
    changed["meta_data"] = func.jsonb_strip_nulls(
        Model.meta_data.op("||")(statement.excluded.meta_data)
    )
    await session.execute(
        statement.on_conflict_do_update(index_elements=["user_id"], set_=changed)
    )
