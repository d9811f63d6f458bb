"""Who shows and who walks at an event: published collections, and models by their public names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import notifications, productions
from domain.errors import NotAvailable, TooMany
from storage.enums import EventStatus
from storage.queries import lineups as queries

MOST = 30
"""Collections of one event, and as many models."""

FOUND = 8
"""What a search shows."""

LONGEST_QUERY = 60


@dataclass(frozen=True, slots=True)
class Member:
    """A collection (`name` is its brand) or a model (`name` is the public one)."""

    id: UUID
    name: str
    collection: str = ""
    season: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Lineup:
    """Both lists, in their order."""

    event_id: UUID
    title: str
    collections: Sequence[Member]
    models: Sequence[Member]


@dataclass(frozen=True, slots=True)
class Engaged:
    """What a designer or a model is told: `collection` is empty for a model."""

    event_id: UUID
    title: str
    starts_at: datetime
    time_zone: str
    house: str
    collection: str
    published: bool


async def get(session: AsyncSession, *, event_id: UUID, by: UUID) -> Lineup:
    """The line-up of an event, for who makes it. Raises `NotAvailable`."""
    production = await productions.get(session, event_id=event_id, by=by)
    return Lineup(
        event_id,
        production.title,
        [_shown(row) for row in await queries.collections(session, event_id=event_id)],
        [_walks(row) for row in await queries.models(session, event_id=event_id)],
    )


async def search(
    session: AsyncSession, *, event_id: UUID, by: UUID, words: str
) -> Sequence[Member]:
    """Who could be added and sounds like `words`, typos forgiven. Raises `NotAvailable`."""
    await productions.get(session, event_id=event_id, by=by)
    asked = words[:LONGEST_QUERY]
    shown = await queries.search_collections(session, event_id=event_id, words=asked, limit=FOUND)
    walking = await queries.search_models(session, event_id=event_id, words=asked, limit=FOUND)
    return [*map(_shown, shown), *map(_walks, walking)][:FOUND]


async def add(session: AsyncSession, *, event_id: UUID, by: UUID, id: UUID, now: datetime) -> None:
    """Take a collection or a model into the line-up, last, and tell them; twice is once.

    Raises `NotAvailable` also for what is not published or approved, `EventHasBegun`, `TooMany`.
    """
    await productions.hold_living(session, event_id=event_id, by=by, now=now)
    lineup = await get(session, event_id=event_id, by=by)
    if any(member.id == id for member in (*lineup.collections, *lineup.models)):
        return
    if max(len(lineup.collections), len(lineup.models)) >= MOST:
        raise TooMany(MOST)
    added = await queries.add_collection(session, event_id=event_id, id=id)
    if added is None:
        added = await queries.add_model(session, event_id=event_id, id=id)
    if added is None:
        raise NotAvailable
    if added.user_id != by:
        await notifications.add(
            session,
            to=added.user_id,
            template="lineup",
            arguments={"event": str(event_id), "member": str(id)},
            key=f"lineup {event_id} {id}",
            caused_at=now,
        )


async def remove(
    session: AsyncSession, *, event_id: UUID, by: UUID, id: UUID, now: datetime
) -> None:
    """Take somebody out; twice is once. Raises `NotAvailable`, `EventHasBegun`."""
    await productions.hold_living(session, event_id=event_id, by=by, now=now)
    await queries.remove(session, event_id=event_id, id=id)


async def move_up(
    session: AsyncSession, *, event_id: UUID, by: UUID, id: UUID, now: datetime
) -> None:
    """Before the one in front; the first stays first. Raises `NotAvailable`, `EventHasBegun`."""
    await productions.hold_living(session, event_id=event_id, by=by, now=now)
    lineup = await get(session, event_id=event_id, by=by)
    await queries.place(
        session,
        event_id=event_id,
        collections=_moved([member.id for member in lineup.collections], id),
        models=_moved([member.id for member in lineup.models], id),
    )


async def told(session: AsyncSession, *, event_id: UUID, member: UUID) -> Engaged:
    """What the notice to a designer or a model says. Raises `NotAvailable` when they are out."""
    row = await queries.notice(session, event_id=event_id, id=member)
    if row is None:
        raise NotAvailable
    return Engaged(
        event_id=event_id,
        title=row.title,
        starts_at=row.start_date,
        time_zone=row.time_zone,
        house=row.house or "",
        collection=row.collection or "",
        published=row.status == EventStatus.PUBLISHED,
    )


def _moved(ids: list[UUID], id: UUID) -> list[UUID]:
    place = ids.index(id) if id in ids else 0
    if place:
        ids[place - 1 : place + 1] = [id, ids[place - 1]]
    return ids


def _shown(row: Row[Any]) -> Member:
    return Member(row.id, row.name, row.collection, row.season or "", row.year)


def _walks(row: Row[Any]) -> Member:
    return Member(row.id, row.name or "")
