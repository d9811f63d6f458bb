"""Unfinished dialogs: at most one of each form a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.security.sealing import open_json, seal_json, vault_of
from storage.tables.people import DialogDraft


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A row of unfinished dialogs, its answers opened."""

    id: UUID
    user_id: UUID
    form: str
    step: str | None
    answers: Mapping[str, Any]
    version: int
    updated_at: datetime


async def put(
    session: AsyncSession,
    *,
    id: UUID,
    user_id: UUID,
    form: str,
    step: str,
    answers: Mapping[str, Any],
    now: datetime,
) -> None:
    """Begin a dialog; an earlier one of the same form gives way."""
    fresh = {
        "id": id,
        "step": step,
        "answers": await _sealed(session, user_id, id, answers),
        "version": 1,
        "created_at": now,
        "updated_at": now,
    }
    statement = insert(DialogDraft).values(user_id=user_id, form=form, **fresh)
    await session.execute(
        statement.on_conflict_do_update(index_elements=["user_id", "form"], set_=fresh)
    )


async def find(session: AsyncSession, *, user_id: UUID, form: str, lock: bool) -> KeptDraft | None:
    """The person's unfinished dialog of one form, locked for a change if `lock`."""
    wanted = select(DialogDraft).where(DialogDraft.user_id == user_id, DialogDraft.form == form)
    if lock:
        wanted = wanted.with_for_update()
    return await _opened(session, (await session.scalars(wanted)).one_or_none())


async def find_latest(
    session: AsyncSession, *, user_id: UUID, since: datetime
) -> KeptDraft | None:
    """The dialog that the person touched last, if that was after `since`."""
    wanted = (
        select(DialogDraft)
        .where(DialogDraft.user_id == user_id, DialogDraft.updated_at > since)
        .order_by(DialogDraft.updated_at.desc(), DialogDraft.id.desc())
        .limit(1)
    )
    return await _opened(session, (await session.scalars(wanted)).one_or_none())


async def change(
    session: AsyncSession,
    *,
    id: UUID,
    user_id: UUID,
    version: int,
    new_version: int,
    step: str,
    answers: Mapping[str, Any],
    now: datetime,
) -> bool:
    """Keep answers and place, unless somebody moved the dialog on from `version`."""
    sealed = await _sealed(session, user_id, id, answers)
    changed = await session.execute(
        update(DialogDraft)
        .where(DialogDraft.id == id, DialogDraft.version == version)
        .values(step=step, answers=sealed, version=new_version, updated_at=now)
        .returning(DialogDraft.id)
    )
    return changed.one_or_none() is not None


async def remove(session: AsyncSession, *, id: UUID) -> None:
    """The dialog is over."""
    await session.execute(delete(DialogDraft).where(DialogDraft.id == id))


async def _sealed(
    session: AsyncSession, user_id: UUID, id: UUID, answers: Mapping[str, Any]
) -> dict[str, str]:
    return await seal_json(vault_of(session), user_id, "dialog_drafts", "answers", id, answers)


async def _opened(session: AsyncSession, row: DialogDraft | None) -> KeptDraft | None:
    if row is None:
        return None
    answers = await open_json(
        vault_of(session), row.user_id, "dialog_drafts", "answers", row.id, row.answers
    )
    return KeptDraft(row.id, row.user_id, row.form, row.step, answers, row.version, row.updated_at)
