"""What happens when at an event, as those who make it see and change it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import making, productions
from domain.errors import EndsBeforeStart, InThePast, NotAvailable, OutsideTheEvent, TooMany
from domain.wording import BASE
from storage.ids import new_id
from storage.queries import productions as production_queries
from storage.queries import schedules as queries

MOST = 30
LONGEST_TITLE = 120
BEFORE = timedelta(hours=24)
"""How long before the start something can happen."""

AFTER = timedelta(hours=12)
"""How long after the end."""


class EntryKind(StrEnum):
    """What a line of the schedule is; `backstage` is for line-up and team only."""

    DOORS = "doors"
    SHOW = "show"
    TALK = "talk"
    PARTY = "party"
    BACKSTAGE = "backstage"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the schedule."""

    id: UUID
    event_id: UUID
    kind: EntryKind
    title: str
    starts_at: datetime
    ends_at: datetime | None


async def of_event(session: AsyncSession, *, event_id: UUID, by: UUID) -> Sequence[Entry]:
    """The whole schedule, also what is for the team. Raises `NotAvailable`."""
    await productions.get(session, event_id=event_id, by=by)
    return [_entry(row) for row in await queries.of_event(session, event_id=event_id)]


async def get(session: AsyncSession, *, entry_id: UUID, by: UUID) -> Entry:
    """One line. Raises `NotAvailable`."""
    row = await queries.find(session, entry_id=entry_id)
    if row is None:
        raise NotAvailable
    await productions.get(session, event_id=row.event_id, by=by)
    return _entry(row)


async def add(
    session: AsyncSession,
    *,
    event_id: UUID,
    by: UUID,
    kind: EntryKind,
    titles: dict[str, str],
    starts_at: datetime,
    ends_at: datetime | None,
    now: datetime,
) -> UUID:
    """A new line; `titles` by language, English among them. Returns its id.

    Raises `NotAvailable`, `EventHasBegun`, `InThePast`, `EndsBeforeStart`, `OutsideTheEvent`,
    `TooMany`.
    """
    event = await productions.hold_living(session, event_id=event_id, by=by, now=now)
    _require_around(event, starts_at, now)
    if ends_at is not None and ends_at <= starts_at:
        raise EndsBeforeStart
    there = await queries.of_event(session, event_id=event_id)
    if len(there) >= MOST:
        raise TooMany(MOST)
    id = new_id()
    await queries.add(
        session,
        id=id,
        event_id=event_id,
        type=kind.value,
        title=titles[BASE],
        start_time=starts_at,
        end_time=ends_at,
        order=len(there),
    )
    facts = event.meta_data
    for locale, title in titles.items():
        if locale != BASE and title != titles[BASE]:
            facts = making.with_part_words(facts, locale, "schedule", id, {"title": title})
    await production_queries.change(session, event_id=event_id, meta_data=facts)
    return id


async def remove(session: AsyncSession, *, entry_id: UUID, by: UUID, now: datetime) -> UUID:
    """Strike a line; returns the event's id. Raises `NotAvailable`, `EventHasBegun`."""
    row = await queries.find(session, entry_id=entry_id)
    if row is None:
        raise NotAvailable
    await productions.hold_living(session, event_id=row.event_id, by=by, now=now)
    await queries.remove(session, entry_id=entry_id)
    event_id: UUID = row.event_id
    return event_id


async def restore(
    session: AsyncSession,
    *,
    event: Row[Any],
    then: Mapping[str, Any],
    now_is: Mapping[str, Any],
    now: datetime,
) -> None:
    """Make a line what it was `then`; `now_is` {} was struck. The event is held.

    Raises `InThePast`, `OutsideTheEvent`, `TooMany`.
    """
    _require_around(event, then["start_time"], now)
    if now_is:
        await queries.change(session, entry_id=then["id"], **then)
        return
    if len(await queries.of_event(session, event_id=event.id)) >= MOST:
        raise TooMany(MOST)
    await queries.add(session, **then)


def _require_around(event: Row[Any], at: datetime, now: datetime) -> None:
    if at <= now:
        raise InThePast
    earliest, latest = event.start_date - BEFORE, event.end_date + AFTER
    if not earliest <= at <= latest:
        raise OutsideTheEvent(earliest, latest, event.time_zone)


def _entry(row: Row[Any]) -> Entry:
    known = {each.value for each in EntryKind}
    return Entry(
        id=row.id,
        event_id=row.event_id,
        kind=EntryKind(row.type if row.type in known else EntryKind.SHOW),
        title=row.title,
        starts_at=row.start_time,
        ends_at=row.end_time,
    )
