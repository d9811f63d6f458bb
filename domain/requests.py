"""What a person asks of us about their data, and by when the law wants it done.

An answer is due one month after the request (GDPR, article 12, 3). Of each kind a person has one
open request: who asks again is told how the first stands.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import administrators
from domain.actors import Person
from domain.errors import AlreadyAsked, NotAvailable
from storage.enums import DataRequestKind, DataRequestState
from storage.queries import data_requests as queries

LONGEST_MESSAGE: Final = 1000
"""Characters of what a person says about a request."""

_MOST: Final = 12
"""Requests on a screen."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request: due at `due_at`, not begun before `starts_at`, `progress` percent done, `outcome`
    a word of ours. `who` is a masked name, for the office alone. Times are aware UTC."""

    id: UUID
    person: UUID
    kind: DataRequestKind
    state: DataRequestState
    asked_at: datetime
    due_at: datetime
    starts_at: datetime
    progress: int
    done_at: datetime | None
    outcome: str | None
    who: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it has no end yet."""
        return self.done_at is None


def deadline(asked_at: datetime) -> datetime:
    """One month later: the same day, or the last of a shorter month."""
    year, month = asked_at.year + asked_at.month // 12, asked_at.month % 12 + 1
    day = min(asked_at.day, monthrange(year, month)[1])
    return asked_at.replace(year=year, month=month, day=day)


async def ask(
    session: AsyncSession,
    *,
    person: UUID,
    kind: DataRequestKind,
    now: datetime,
    starts_at: datetime | None = None,
    message: str | None = None,
) -> UUID:
    """Write down what a person asks for; nothing of it begins before `starts_at`.

    Raises `AlreadyAsked` while a request of the kind is open.
    """
    added = await queries.add(
        session,
        user_id=person,
        kind=kind,
        asked_at=now,
        due_at=deadline(now),
        starts_at=starts_at or now,
        message=message,
    )
    if added is None:
        first = await open_of(session, person=person, kind=kind)
        if first is None:  # it ended this moment
            raise NotAvailable
        raise AlreadyAsked(first.asked_at, first.due_at)
    return added


async def open_of(session: AsyncSession, *, person: UUID, kind: DataRequestKind) -> Request | None:
    """A person's open request of a kind, where there is one."""
    row = await queries.open_of(session, person=person, kind=kind)
    return None if row is None else _request(row)


async def mine(session: AsyncSession, *, person: UUID) -> Sequence[Request]:
    """A person's own requests, the newest first."""
    return [_request(row) for row in await queries.of(session, person=person, limit=_MOST)]


async def waiting(session: AsyncSession, *, by: Person, limit: int = _MOST) -> Sequence[Request]:
    """Everybody's open requests, what is due first, for who runs the portal.

    Raises `NotAvailable`.
    """
    await administrators.require(session, by)
    return [_request(row) for row in await queries.waiting(session, limit=limit)]


async def close(
    session: AsyncSession,
    *,
    request: UUID,
    now: datetime,
    state: DataRequestState = DataRequestState.DONE,
    outcome: str | None = None,
) -> bool:
    """End a request; whether it was still open."""
    return await queries.close(session, id=request, state=state, outcome=outcome, now=now)


def _request(row: Row[Any]) -> Request:
    return Request(
        id=row.id,
        person=row.user_id,
        kind=DataRequestKind(row.kind),
        state=DataRequestState(row.state),
        asked_at=row.asked_at,
        due_at=row.due_at,
        starts_at=row.starts_at,
        progress=row.progress,
        done_at=row.done_at,
        outcome=row.outcome,
        who=row._mapping.get("who"),
    )
