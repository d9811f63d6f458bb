"""Incidents: what is wrong with the portal itself. Administrators are told once when one begins
and once when it is over.

Whichever process sees a sign of one notes it; of a kind there is one at a time, and it is over
when nobody has seen a sign for as long as the house rule says. So what comes and goes is one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import administrators, house_rules, notifications
from domain.actors import Person
from domain.errors import NotAvailable
from storage.enums import IncidentKind
from storage.queries import incidents as queries

_LONGEST_DETAIL: Final = 300
_LISTED: Final = 8


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that is or was wrong. `signs` is how often it was seen; times are aware UTC."""

    id: UUID
    kind: IncidentKind
    detail: str
    opened_at: datetime
    seen_at: datetime
    signs: int
    closed_at: datetime | None


async def note(
    session: AsyncSession,
    *,
    kind: IncidentKind,
    since: datetime,
    now: datetime,
    detail: str = "",
) -> bool:
    """A sign of something that is wrong `since` a moment; whether it is news, which is told.

    `detail` is in our own words, such as the name of a job.
    """
    row = await queries.note(
        session, kind=kind, detail=detail[:_LONGEST_DETAIL], since=min(since, now), now=now
    )
    if row.is_new:
        await _tell(session, row, template="incident-open", now=now)
    return bool(row.is_new)


async def end_calm(session: AsyncSession, *, now: datetime) -> int:
    """End what has been calm for long enough, and tell; how many it were."""
    before = now - house_rules.CALM.lasts(session)
    ended = await queries.close(session, before=before, now=now)
    for row in ended:
        await _tell(session, row, template="incident-over", now=now)
    return len(ended)


async def _tell(session: AsyncSession, row: Row[Any], *, template: str, now: datetime) -> None:
    for administrator in await administrators.present(session):
        await notifications.add(
            session,
            to=administrator,
            template=template,
            arguments={"incident": str(row.id)},
            key=f"{template} {row.id} {administrator}",
            caused_at=row.opened_at,
            due_at=now,
        )


async def told(session: AsyncSession, *, id: UUID) -> Incident:
    """One, for a message about it. Raises `NotAvailable`."""
    row = await queries.find(session, id=id)
    if row is None:
        raise NotAvailable
    return _incident(row)


async def current(session: AsyncSession, *, by: Person) -> Sequence[Incident]:
    """What is wrong, the oldest first, and then what was, the last first.

    Raises `NotAvailable` for who does not run the portal.
    """
    await administrators.require(session, by)
    return await known(session)


async def known(session: AsyncSession) -> Sequence[Incident]:
    """The same, for whoever may read the table."""
    rows = [*await queries.open_ones(session), *await queries.closed_ones(session, limit=_LISTED)]
    return [_incident(row) for row in rows]


def _incident(row: Row[Any]) -> Incident:
    return Incident(
        row.id,
        IncidentKind(row.kind),
        row.detail,
        row.opened_at,
        row.seen_at,
        row.signs,
        row.closed_at,
    )
