"""Statements about what people ask of us about their data."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import DataRequestKind, DataRequestState
from storage.ids import new_id
from storage.queries.files import Queue
from storage.security.sealing import vault_of
from storage.tables.privacy import DataRequest

_COLUMNS = """
    SELECT r.id, r.user_id, r.kind, r.state, r.asked_at, r.due_at, r.starts_at, r.progress,
           r.done_at, r.outcome, r.bar_chat_id, r.bar_message_id
    FROM data_requests r
"""
_OF = text(_COLUMNS + "WHERE r.user_id = :person ORDER BY r.id DESC LIMIT :limit")
_FIND = text(_COLUMNS + "WHERE r.id = :id")
_OPEN = text(_COLUMNS + "WHERE r.user_id = :person AND r.kind = :kind AND r.done_at IS NULL")
_WAITING = text("SELECT * FROM sec.requests_waiting(:limit)")
_CLOSE = text(
    """
    UPDATE data_requests r SET state = CAST(:state AS data_request_state), done_at = :now,
        outcome = :outcome, progress = CASE WHEN :state = 'done' THEN 100 ELSE r.progress END
    WHERE r.id = :id AND r.done_at IS NULL RETURNING 1
    """
)

EXPORTS: Final = Queue(
    "data_requests",
    about="user_id",
    lease="leased_until",
    waits="f.kind = 'export' AND f.starts_at <= :now"
    " AND (f.leased_until IS NULL OR f.leased_until <= :now)",
    marks=", state = 'running'",
)
"""Those that want their own data; the state opens the rows to who packs them (`sec.own_rows`)."""


async def add(
    session: AsyncSession,
    *,
    user_id: UUID,
    kind: DataRequestKind,
    asked_at: datetime,
    due_at: datetime,
    starts_at: datetime,
    message: str | None,
) -> UUID | None:
    """Write a request down; None where one of its kind is open."""
    id = new_id()
    sealed = message and await vault_of(session).seal(
        user_id, "data_requests", "message", id, message
    )
    added = await session.execute(
        insert(DataRequest)
        .values(
            id=id,
            user_id=user_id,
            kind=kind,
            asked_at=asked_at,
            due_at=due_at,
            starts_at=starts_at,
            message=sealed,
        )
        .on_conflict_do_nothing()
        .returning(DataRequest.id)
    )
    return added.scalar_one_or_none()


async def find(session: AsyncSession, *, id: UUID) -> Row[Any] | None:
    """A request that who acts may see."""
    return (await session.execute(_FIND, {"id": id})).one_or_none()


async def open_of(
    session: AsyncSession, *, person: UUID, kind: DataRequestKind
) -> Row[Any] | None:
    """The open request of a kind, where there is one."""
    values = {"person": person, "kind": kind.value}
    return (await session.execute(_OPEN, values)).one_or_none()


async def of(session: AsyncSession, *, person: UUID, limit: int) -> Sequence[Row[Any]]:
    """A person's requests, the newest first."""
    return (await session.execute(_OF, {"person": person, "limit": limit})).all()


async def waiting(session: AsyncSession, *, limit: int) -> Sequence[Row[Any]]:
    """Everybody's open requests, what is due first; `who` is a masked name."""
    return (await session.execute(_WAITING, {"limit": limit})).all()


async def close(
    session: AsyncSession, *, id: UUID, state: DataRequestState, outcome: str | None, now: datetime
) -> bool:
    """End a request; whether it was still open."""
    values = {"id": id, "state": state.value, "outcome": outcome, "now": now}
    return (await session.execute(_CLOSE, values)).scalar() is not None


async def last_done(
    session: AsyncSession, *, person: UUID, kind: DataRequestKind
) -> datetime | None:
    """When a request of a kind was last fulfilled."""
    wanted = select(DataRequest.done_at).where(
        DataRequest.user_id == person,
        DataRequest.kind == kind,
        DataRequest.state == DataRequestState.DONE,
    )
    ended = wanted.order_by(DataRequest.done_at.desc()).limit(1)
    return (await session.execute(ended)).scalar_one_or_none()
