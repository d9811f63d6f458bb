"""Bringing a version back: what was, written as the newest version, by the rules of every change.

What the rules do not allow today is refused as a whole, with what stands in its way.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import making, moves, productions, schedules, ticket_types, venues
from domain.errors import (
    AsItWas,
    BrandNotApproved,
    ChangedSince,
    CurrencyFixed,
    EventHasBegun,
    FewerThanTaken,
    InThePast,
    MoreThanTheVenueHolds,
    NotAvailable,
    ReasonNeeded,
    WasAnotherState,
)
from domain.versions import Kind, Version, differences, find, named, plain
from storage.database import undone
from storage.enums import CollectionStatus, EventStatus
from storage.queries import collections as collection_queries
from storage.queries import productions as production_queries
from storage.queries import ticket_types as ticket_queries
from storage.queries import versions as queries

_PARTS = ("types", "schedule")
_ZONE = "UTC"
_SOME_REASON = "-"


async def restore(
    session: AsyncSession,
    *,
    version_id: UUID,
    by: UUID,
    seen: int,
    reason: str | None,
    now: datetime,
) -> Version:
    """Make something what it was in a version; returns that version.

    `seen` is the number of the newest version that the person looked at. Raises `NotAvailable`,
    `AsItWas`, `ChangedSince`, `ReasonNeeded`, and what the changes themselves raise.
    """
    version = await find(session, version_id=version_id, by=by)
    if version.gone:
        raise NotAvailable
    if version.kind is Kind.COLLECTION:
        await _collection(session, version, by, seen, reason)
        return version
    event = await productions.hold_living(session, event_id=version.about, by=by, now=now)
    now_is = await _now(session, version, seen, event.time_zone)
    if event.status == EventStatus.PUBLISHED and not reason:
        raise ReasonNeeded
    await queries.because(session, reason)
    match version.kind:
        case Kind.EVENT:
            await _event(session, version, by, event, now_is, reason, now)
        case Kind.TICKETS:
            then = _typed(version)
            await ticket_types.restore(session, event=event, then=then, now_is=now_is)
        case Kind.SCHEDULE:
            then = _typed(version)
            await schedules.restore(session, event=event, then=then, now_is=now_is, now=now)
    return version


async def require_possible(
    session: AsyncSession, *, version_id: UUID, by: UUID, seen: int, now: datetime
) -> None:
    """Let a version pass that could be brought back now, if there were a reason; changes nothing.

    Raises what `restore` raises.
    """
    async with undone(session):
        await restore(
            session, version_id=version_id, by=by, seen=seen, reason=_SOME_REASON, now=now
        )


async def _now(
    session: AsyncSession, version: Version, seen: int, time_zone: str
) -> Mapping[str, Any]:
    """What there is; its row, or its event's, is held. Raises `ChangedSince`, `AsItWas`."""
    rows = await queries.of(session, kind=version.kind, id=version.thing, limit=1)
    [newest] = await named(session, rows)
    now_is = plain(newest.data)
    if now_is and not differences(version.kind, now_is, version.data):
        raise AsItWas
    if newest.number != seen:
        raise ChangedSince(newest.who or None, newest.at, time_zone)
    return now_is


def _typed(version: Version) -> dict[str, Any]:
    return queries.typed(version.kind, version.data)


async def _event(
    session: AsyncSession,
    version: Version,
    by: UUID,
    event: Any,
    now_is: Mapping[str, Any],
    reason: str | None,
    now: datetime,
) -> None:
    then = _typed(version)
    values = {name: then[name] for name in differences(Kind.EVENT, now_is, version.data)}
    if "status" in values:
        raise WasAnotherState
    _require_time(event, values, now)
    if "currency" in values and await production_queries.has_orders(session, event_id=event.id):
        raise CurrencyFixed
    await _require_room(session, then)
    if "capacity" in values:
        await _resize(session, event.id, values["capacity"] or 0)
    if "meta_data" in values:
        values["meta_data"] = _with_parts(values["meta_data"], event.meta_data)
    await making.put(session, event, reason, **values)
    await moves.note(session, event, values, now=now)
    if "start_date" in values:
        way = values["start_date"] - event.start_date
        await production_queries.shift(session, event_id=event.id, by=way)


def _require_time(event: Any, values: Mapping[str, Any], now: datetime) -> None:
    begun = event.status == EventStatus.PUBLISHED and event.start_date <= now
    if begun and ("start_date" in values or "venue_id" in values):
        raise EventHasBegun
    for name in ("start_date", "end_date"):
        if name in values and values[name] <= now:
            raise InThePast


async def _require_room(session: AsyncSession, then: Mapping[str, Any]) -> None:
    if then["venue_id"] is None:
        return
    place = await venues.get(session, venue_id=then["venue_id"])
    if place.capacity is not None and (then["capacity"] or 0) > place.capacity:
        raise MoreThanTheVenueHolds(place.capacity, place.name)


async def _resize(session: AsyncSession, event_id: UUID, seats: int) -> None:
    pool = await ticket_queries.seats_of(session, event_id=event_id)
    if pool is None:
        return
    taken = await ticket_queries.taken(session, quota_id=pool)
    if taken > seats:
        raise FewerThanTaken(taken, seats)
    await ticket_queries.resize(session, quota_id=pool, size=seats)


def _with_parts(then: Mapping[str, Any], now_is: Mapping[str, Any]) -> dict[str, Any]:
    """The event's facts as they were, with the words of its tickets and schedule as they are:
    those have versions of their own."""
    texts = {
        locale: {name: value for name, value in words.items() if name not in _PARTS}
        for locale, words in then.get("texts", {}).items()
    }
    for locale, words in now_is.get("texts", {}).items():
        parts = {name: words[name] for name in _PARTS if name in words}
        if parts:
            texts[locale] = {**texts.get(locale, {}), **parts}
    facts = {name: value for name, value in then.items() if name != "texts"}
    return {**facts, "texts": texts} if texts or "texts" in then else facts


async def _collection(
    session: AsyncSession, version: Version, by: UUID, seen: int, reason: str | None
) -> None:
    row = await collection_queries.lock(session, id=version.thing)
    if row is None or row.user_id != by:
        raise NotAvailable
    now_is = await _now(session, version, seen, _ZONE)
    then = _typed(version)
    values = {name: then[name] for name in differences(Kind.COLLECTION, now_is, version.data)}
    if values.get("status") is CollectionStatus.PUBLISHED and not row.in_business:
        raise BrandNotApproved
    await queries.because(session, reason)
    await collection_queries.put(session, id=version.thing, **values)
