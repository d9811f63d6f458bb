"""What something was after each of its changes: who changed it, when, and why.

The database makes the versions (docs/decisions/0014-versions.md); here they are read. An event's
makers read those of the event, its tickets and its schedule, a designer those of a collection.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import collections, productions
from domain.errors import NotAvailable
from storage.queries import histories
from storage.queries import versions as queries

LAST: Final = queries.LAST
"""A key after all others."""

PAGE: Final = 5
"""Versions on one screen."""


class Kind(StrEnum):
    """What has versions that people read, by its table."""

    EVENT = "events"
    TICKETS = "ticket_types"
    SCHEDULE = "event_schedules"
    COLLECTION = "collections"


_OF_EVENTS: Final = (Kind.EVENT, Kind.TICKETS, Kind.SCHEDULE)
_RESTORED: Final[Mapping[Kind, Sequence[str]]] = {
    Kind.EVENT: (
        *("title", "description", "type", "start_date", "end_date", "venue_id", "capacity"),
        *("status", "currency", "time_zone", "language", "meta_data", "refund_policy"),
    ),
    Kind.TICKETS: (
        *("name", "description", "price", "quantity", "max_per_person", "benefits"),
        *("sale_start", "sale_end", "status", "admission", "hidden"),
        "needs_approval",
    ),
    Kind.SCHEDULE: (
        *("title", "description", "start_time", "end_time", "location", "type", "order"),
    ),
    Kind.COLLECTION: (
        *("name", "description", "season", "year", "status", "images", "meta_data"),
    ),
}

_ADDED: Final[Mapping[str, Any]] = {"needs_approval": False}
"""Columns that older versions lack, and what they were."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version. `about` is the event it is part of, or the designer; `data` is the row as it was,
    as JSON, and `before` the same one version earlier, None for the first.

    `who` is a name, "" where its reader may not see it, None where no person acted.
    """

    id: UUID
    kind: Kind
    thing: UUID
    about: UUID
    number: int
    at: datetime
    who: str | None
    person: UUID | None
    reason: str | None
    data: Mapping[str, Any]
    before: Mapping[str, Any] | None

    @property
    def gone(self) -> bool:
        """Whether it says that the thing was taken away."""
        return is_gone(self.data)


@dataclass(frozen=True, slots=True)
class Page:
    """Some versions, the last first; `places` are the names of venues in them."""

    versions: Sequence[Version]
    places: Mapping[UUID, str]
    has_next: bool


@dataclass(frozen=True, slots=True)
class Look:
    """A version, beside what there is now. `seen` is the number of the newest.

    `back` are the columns that would be another value if it came back, `places` the names of the
    venues in both. `reason_needed`: guests have seen it.
    """

    version: Version
    now_is: Mapping[str, Any]
    seen: int
    back: Sequence[str]
    places: Mapping[UUID, str]
    reason_needed: bool


def is_gone(data: Mapping[str, Any]) -> bool:
    """Whether a version says that there is nothing: no row, or a ticket that was taken away."""
    return not data or data.get("status") == "inactive"


def differences(kind: Kind, old: Mapping[str, Any], new: Mapping[str, Any]) -> Sequence[str]:
    """The columns, in the order in which they are told, that have another value."""
    return [
        name
        for name in _RESTORED[kind]
        if name in new and old.get(name, _ADDED.get(name)) != new[name]
    ]


async def of_event(
    session: AsyncSession, *, event_id: UUID, by: UUID, before: UUID = LAST
) -> Page:
    """The versions of an event and its parts. Raises `NotAvailable`."""
    await productions.get(session, event_id=event_id, by=by)
    rows = await queries.about(
        session, about=event_id, kinds=_OF_EVENTS, before=before, limit=PAGE + 1
    )
    return await _page(session, rows)


async def of_collection(
    session: AsyncSession, *, collection_id: UUID, by: UUID, before: UUID = LAST
) -> Page:
    """The versions of one's own collection. Raises `NotAvailable`."""
    await collections.get_own(session, collection_id=collection_id, person=by)
    rows = await queries.of(
        session, kind=Kind.COLLECTION, id=collection_id, before=before, limit=PAGE + 1
    )
    return await _page(session, rows)


async def get(session: AsyncSession, *, version_id: UUID, by: UUID) -> Look:
    """A version beside what there is now. Raises `NotAvailable`."""
    version = await find(session, version_id=version_id, by=by)
    [newest] = await queries.of(session, kind=version.kind, id=version.thing, limit=1)
    now_is = plain(newest.data)
    published = False
    if version.kind in _OF_EVENTS:
        event = await productions.get(session, event_id=version.about, by=by)
        published = event.status == "published"
    return Look(
        version=version,
        now_is=now_is,
        seen=newest.version,
        back=() if version.gone else differences(version.kind, now_is, version.data),
        places=await places(session, [version.data, now_is]),
        reason_needed=published,
    )


async def find(session: AsyncSession, *, version_id: UUID, by: UUID) -> Version:
    """A version, for the makers of what it is of. Raises `NotAvailable`."""
    row = await queries.find(session, id=version_id)
    if row is None or row.entity_type not in set(Kind):
        raise NotAvailable
    if row.entity_type in _OF_EVENTS:
        await productions.get(session, event_id=row.belongs_to, by=by)
    else:
        await collections.get_own(session, collection_id=row.entity_id, person=by)
    [version] = await named(session, [row])
    return version


async def named(session: AsyncSession, rows: Sequence[Row[Any]]) -> Sequence[Version]:
    """Versions with the names of who made them."""
    known = await histories.names(session, [row.created_by for row in rows if row.created_by])
    return [_version(row, known) for row in rows]


def plain(data: Mapping[str, Any]) -> dict[str, Any]:
    """What a version says. Those that are older than the rule have more: that a ticket is sold out
    is none of its own facts."""
    told = dict(data)
    if told.get("status") == "sold_out":
        told["status"] = "active"
    return told


async def _page(session: AsyncSession, rows: Sequence[Row[Any]]) -> Page:
    found = await named(session, rows[:PAGE])
    told = [data for each in found for data in (each.data, each.before or {})]
    return Page(found, await places(session, told), len(rows) > PAGE)


async def places(session: AsyncSession, told: Sequence[Mapping[str, Any]]) -> Mapping[UUID, str]:
    """What the venues are called that stand in some versions."""
    venues = {UUID(data["venue_id"]) for data in told if data.get("venue_id")}
    return await queries.places(session, sorted(venues)) if venues else {}


def _version(row: Row[Any], names: Mapping[UUID, str | None]) -> Version:
    return Version(
        id=row.id,
        kind=Kind(row.entity_type),
        thing=row.entity_id,
        about=row.belongs_to,
        number=row.version,
        at=row.created_at,
        who=None if row.created_by is None else names.get(row.created_by) or "",
        person=row.created_by,
        reason=row.comment,
        data=plain(row.data),
        before=None if row.before is None else plain(row.before),
    )
