"""Answers of a guided dialog, kept one by one, so that neither a restart nor a day loses them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import DialogOver
from storage.ids import new_id
from storage.queries import drafts as queries

FRESH = timedelta(days=7)
"""For how long a dialog that nobody touches can be continued."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished dialog: whose, where it stands, what was answered, how often it moved."""

    id: UUID
    user_id: UUID
    form: str
    step: str
    answers: Mapping[str, Any]
    version: int


async def begin(
    session: AsyncSession,
    *,
    user_id: UUID,
    form: str,
    step: str,
    answers: Mapping[str, Any],
    now: datetime,
) -> Draft:
    """A new dialog at `step`; an earlier one of the same form is forgotten."""
    draft = Draft(new_id(), user_id, form, step, answers, version=1)
    await queries.put(
        session, id=draft.id, user_id=user_id, form=form, step=step, answers=answers, now=now
    )
    return draft


async def find(
    session: AsyncSession, *, user_id: UUID, form: str, now: datetime, lock: bool = False
) -> Draft | None:
    """The person's dialog of a form, if it can still be continued.

    With `lock` nobody else moves it until the transaction ends.
    """
    row = await queries.find(session, user_id=user_id, form=form, lock=lock)
    return _draft(row) if row is not None and row.updated_at > now - FRESH else None


async def get(
    session: AsyncSession, *, user_id: UUID, form: str, now: datetime, lock: bool = False
) -> Draft:
    """The person's dialog of a form, as `find`. Raises `DialogOver` where there is none."""
    draft = await find(session, user_id=user_id, form=form, now=now, lock=lock)
    if draft is None:
        raise DialogOver
    return draft


async def find_latest(session: AsyncSession, *, user_id: UUID, now: datetime) -> Draft | None:
    """The dialog that the person left last and can continue."""
    row = await queries.find_latest(session, user_id=user_id, since=now - FRESH)
    return None if row is None else _draft(row)


async def keep(
    session: AsyncSession, draft: Draft, *, step: str, answers: Mapping[str, Any], now: datetime
) -> Draft:
    """Keep answers and place. Moving to another step makes a new version: old buttons go stale.

    Raises `DialogOver` when the dialog was moved on or ended by somebody else meanwhile.
    """
    version = draft.version + (step != draft.step)
    kept = await queries.change(
        session,
        id=draft.id,
        user_id=draft.user_id,
        version=draft.version,
        new_version=version,
        step=step,
        answers=answers,
        now=now,
    )
    if not kept:
        raise DialogOver
    return replace(draft, step=step, answers=answers, version=version)


async def close(session: AsyncSession, draft: Draft) -> None:
    """The dialog is over: sent or given up."""
    await queries.remove(session, id=draft.id)


def _draft(row: queries.KeptDraft) -> Draft:
    return Draft(row.id, row.user_id, row.form, row.step or "", row.answers, row.version)
