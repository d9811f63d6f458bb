"""Who changed what, and when: all of it for who runs the portal, an event's own for its makers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import administrators, productions
from domain.actors import Person
from domain.errors import NotAvailable
from storage.enums import AuditCategory
from storage.queries import histories as queries

LAST: Final = UUID(int=2**128 - 1)
"""A key after all others."""

PAGE: Final = 6
"""Changes on one screen."""


class Deed(StrEnum):
    """What was done to a row."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


class Part(StrEnum):
    """What belongs to an event and changes: the tables of its history."""

    EVENT = "events"
    TICKETS = "ticket_types"
    SCHEDULE = "event_schedules"
    TEAM = "event_staff"
    COLLECTIONS = "event_collections"
    MODELS = "event_models"


_BY_ITSELF = frozenset(
    {"", "house", "worker", "public", "web", "arrival"}
    | {"portal_app", "portal_worker", "portal_owner", "portal_migrate"}
)
"""What acts where no person does: capacities of the portal, and the roles of its processes."""


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the audit. `who` is a name, masked where its reader may not see it, None where
    no person acted; then `capacity` says what did. `hidden` names columns that changed and are
    told without a value. Times are aware UTC."""

    id: UUID
    at: datetime
    who: str | None
    person: UUID | None
    capacity: str
    request: str
    category: AuditCategory
    action: str
    table: str
    row: UUID | None
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    hidden: Sequence[str]
    told: Mapping[str, Any]

    @property
    def by_hand(self) -> bool:
        """Whether somebody did it past the portal, with a login to the database."""
        return self.who is None and self.capacity not in _BY_ITSELF


@dataclass(frozen=True, slots=True)
class Page:
    """Some changes, the last first."""

    changes: Sequence[Change]
    has_next: bool


async def of_event(
    session: AsyncSession, *, event_id: UUID, by: UUID, before: UUID = LAST
) -> Page:
    """What changed about an event, for its organizer and managers. Raises `NotAvailable`."""
    await productions.get(session, event_id=event_id, by=by)
    rows = await queries.of_event(session, event_id=event_id, before=before, limit=PAGE + 1)
    known = await queries.names(session, [row.user_id for row in rows if row.user_id])
    return _page(rows, known)


async def audit(
    session: AsyncSession,
    *,
    by: Person,
    person: UUID | None = None,
    like: UUID | None = None,
    before: UUID = LAST,
) -> Page:
    """What was told: what a person did, what became of the thing that the change `like` is about,
    or all of it. Raises `NotAvailable` for who does not run the portal.
    """
    await administrators.require(session, by)
    rows = await queries.lines(session, person=person, like=like, before=before, limit=PAGE + 1)
    return _page(rows, {})


async def get(session: AsyncSession, *, by: Person, change: UUID) -> Change:
    """One change. Raises `NotAvailable`."""
    await administrators.require(session, by)
    after = UUID(int=min(change.int + 1, LAST.int))
    rows = await queries.lines(session, person=None, like=None, before=after, limit=1)
    if not rows or rows[0].id != change:
        raise NotAvailable
    return _change(rows[0], {})


def _page(rows: Sequence[Row[Any]], names: Mapping[UUID, str | None]) -> Page:
    return Page([_change(row, names) for row in rows[:PAGE]], len(rows) > PAGE)


def _change(row: Row[Any], names: Mapping[UUID, str | None]) -> Change:
    told = row.changes
    who = None if row.user_id is None else names.get(row.user_id) or row.mask or ""
    return Change(
        id=row.id,
        at=row.at,
        who=who,
        person=row.user_id,
        capacity=row.capacity or "",
        request=row.request or "",
        category=AuditCategory(row.category),
        action=row.action,
        table=row.entity_type,
        row=row.entity_id,
        old=told.get("old") or {},
        new=told.get("new") or {},
        hidden=told.get("hidden") or (),
        told={} if row.category == AuditCategory.DATA else told,
    )
