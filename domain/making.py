"""Making an event: from a title to what stands in the programme, and every change of it.

Each change holds the event's row, so two who work on one event never write over each other's
fields; whoever comes second sees what the first one did. A published event changes its time or
place only with a reason, which is kept with the version.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import moves, productions, venues
from domain.errors import (
    CurrencyFixed,
    EndsBeforeStart,
    EventHasBegun,
    InThePast,
    MoreThanTheVenueHolds,
    NotAnOrganizer,
    NotApproved,
    NotAvailable,
    NotReady,
    ReasonNeeded,
    TooLong,
    VenueBooked,
)
from domain.refund_policies import Terms
from domain.venues import NewVenue, VenueName
from domain.wording import BASE
from storage.enums import ApprovalStatus, EventStatus, EventType
from storage.ids import new_id
from storage.queries import productions as queries
from storage.queries import ticket_types, versions

LASTS = timedelta(hours=3)
"""How long an event is until somebody says otherwise."""

LONGEST = timedelta(days=60)
LONGEST_TITLE = 120
LONGEST_DESCRIPTION = 2000
LONGEST_REASON = 500
MOST_SEATS = 100_000

_CLOSED = (None, ApprovalStatus.REJECTED, ApprovalStatus.SUSPENDED)


async def create(
    session: AsyncSession,
    *,
    by: UUID,
    title: str,
    venue: VenueName | NewVenue,
    starts_at: datetime,
    seats: int,
    poster: str | None,
    now: datetime,
) -> UUID:
    """A draft with everything else at its default; returns its id.

    `poster` None: the house draws one. Raises `NotAnOrganizer`, `InThePast`,
    `MoreThanTheVenueHolds`.
    """
    if await queries.application(session, person=by) in _CLOSED:
        raise NotAnOrganizer
    _require_ahead(starts_at, now)
    place = await _place(session, venue)
    _require_room(place, seats)
    id = new_id()
    await queries.add(
        session,
        id=id,
        organizer_id=by,
        title=title,
        start_date=starts_at,
        end_date=starts_at + LASTS,
        venue_id=place.id,
        type=EventType.FASHION_SHOW,
        currency=place.currency,
        time_zone=place.time_zone,
        meta_data={} if poster is None else {"poster": poster},
        seats=seats,
    )
    return id


async def rename(
    session: AsyncSession, *, event_id: UUID, by: UUID, title: str, now: datetime
) -> None:
    """Another title. Raises `NotAvailable`, `EventHasBegun`."""
    await productions.hold_living(session, event_id=event_id, by=by, now=now)
    await queries.change(session, event_id=event_id, title=title)


async def describe(
    session: AsyncSession, *, event_id: UUID, by: UUID, locale: str, text: str, now: datetime
) -> None:
    """What the card says in one language; the first text that is given is everybody's.

    Raises `NotAvailable`, `EventHasBegun`.
    """
    row = await productions.hold_living(session, event_id=event_id, by=by, now=now)
    values: dict[str, Any] = {}
    if locale == BASE or row.description is None:
        values["description"] = text
    if locale != BASE:
        values["meta_data"] = with_words(row.meta_data, locale, {"description": text})
    await queries.change(session, event_id=event_id, **values)


async def set_kind(
    session: AsyncSession, *, event_id: UUID, by: UUID, kind: EventType, now: datetime
) -> None:
    """What kind of evening it is. Raises `NotAvailable`, `EventHasBegun`."""
    await productions.hold_living(session, event_id=event_id, by=by, now=now)
    await queries.change(session, event_id=event_id, type=kind)


async def set_poster(
    session: AsyncSession, *, event_id: UUID, by: UUID, poster: str | None, now: datetime
) -> None:
    """Another picture (a file id), or None for the house's own drawing."""
    row = await productions.hold_living(session, event_id=event_id, by=by, now=now)
    facts = {name: value for name, value in row.meta_data.items() if name != "poster"}
    if poster is not None:
        facts["poster"] = poster
    await queries.change(session, event_id=event_id, meta_data=facts)


async def set_currency(
    session: AsyncSession, *, event_id: UUID, by: UUID, currency: str, now: datetime
) -> None:
    """Other money. Raises `CurrencyFixed` as soon as anybody has ordered."""
    row = await productions.hold_living(session, event_id=event_id, by=by, now=now)
    if row.currency == currency:
        return
    if await queries.has_orders(session, event_id=event_id):
        raise CurrencyFixed
    await queries.change(session, event_id=event_id, currency=currency)


async def set_refunds(
    session: AsyncSession, *, event_id: UUID, by: UUID, terms: Terms, now: datetime
) -> None:
    """What guests get back from now on; who has ordered keeps what they saw (ORD13).

    Raises `NotAvailable`, `EventHasBegun`.
    """
    await productions.hold_living(session, event_id=event_id, by=by, now=now)
    await queries.change(session, event_id=event_id, refund_policy=terms.policy.wire())


async def set_seats(
    session: AsyncSession, *, event_id: UUID, by: UUID, seats: int, now: datetime
) -> None:
    """More or fewer seats, while tickets are sold: never more than the venue has.

    Fewer than are taken is allowed; nothing more is sold then (rules.md QUO12). Raises
    `NotAvailable`, `EventHasBegun`, `MoreThanTheVenueHolds`.
    """
    row = await productions.hold_living(session, event_id=event_id, by=by, now=now)
    if row.venue_capacity is not None and seats > row.venue_capacity:
        raise MoreThanTheVenueHolds(row.venue_capacity, row.venue)
    pool = await ticket_types.seats_of(session, event_id=event_id)
    if pool is not None:
        await ticket_types.resize(session, quota_id=pool, size=seats)
    await queries.change(session, event_id=event_id, capacity=seats)


async def move(
    session: AsyncSession,
    *,
    event_id: UUID,
    by: UUID,
    starts_at: datetime,
    reason: str | None,
    now: datetime,
) -> None:
    """Another start; end, schedule and ends of sales move along.

    Raises `NotAvailable`, `EventHasBegun`, `InThePast`, `ReasonNeeded`, `VenueBooked`.
    """
    row = await _hold_not_begun(session, event_id, by, reason, now)
    _require_ahead(starts_at, now)
    way = starts_at - row.start_date
    ends_at = row.end_date + way
    await put(session, row, reason, start_date=starts_at, end_date=ends_at)
    await moves.note(session, row, {"start_date": starts_at}, now=now)
    await queries.shift(session, event_id=event_id, by=way)


async def end_at(
    session: AsyncSession,
    *,
    event_id: UUID,
    by: UUID,
    ends_at: datetime,
    reason: str | None,
    now: datetime,
) -> None:
    """Another end, also while it is on.

    Raises `NotAvailable`, `EventHasBegun`, `EndsBeforeStart`, `TooLong`, `InThePast`,
    `ReasonNeeded`, `VenueBooked`.
    """
    row = await productions.hold_living(session, event_id=event_id, by=by, now=now)
    _require_reason(row, reason)
    if ends_at <= row.start_date:
        raise EndsBeforeStart
    if ends_at - row.start_date > LONGEST:
        raise TooLong(LONGEST.days)
    _require_ahead(ends_at, now)
    await put(session, row, reason, end_date=ends_at)


async def relocate(
    session: AsyncSession,
    *,
    event_id: UUID,
    by: UUID,
    venue: VenueName | NewVenue,
    reason: str | None,
    now: datetime,
) -> None:
    """Another venue: the clock on the wall stays what it was, in the time of the new place.

    Raises `NotAvailable`, `EventHasBegun`, `MoreThanTheVenueHolds`, `InThePast`,
    `ReasonNeeded`, `VenueBooked`.
    """
    row = await _hold_not_begun(session, event_id, by, reason, now)
    place = await _place(session, venue)
    if row.capacity is not None:
        _require_room(place, row.capacity)
    way = _difference(row.start_date, row.time_zone, place.time_zone)
    starts_at = row.start_date + way
    _require_ahead(starts_at, now)
    await put(
        session,
        row,
        reason,
        venue_id=place.id,
        time_zone=place.time_zone,
        start_date=starts_at,
        end_date=row.end_date + way,
    )
    there = {"venue_id": place.id, "start_date": starts_at}
    await moves.note(session, row, there, now=now)
    if way:
        await queries.shift(session, event_id=event_id, by=way)


async def publish(session: AsyncSession, *, event_id: UUID, by: UUID, now: datetime) -> None:
    """Put a draft into the programme; twice is once.

    Raises `NotAvailable`, `NotApproved`, `NotReady`, `VenueBooked`.
    """
    row = await productions.hold(session, event_id=event_id, by=by)
    if row.status == EventStatus.PUBLISHED:
        return
    if row.status != EventStatus.DRAFT:
        raise EventHasBegun
    production = await productions.get(session, event_id=event_id, by=by)
    if not production.approved:
        raise NotApproved
    if production.gaps(now):
        raise NotReady
    await put(session, row, None, status=EventStatus.PUBLISHED)


def with_words(
    meta_data: Mapping[str, Any], locale: str, fields: Mapping[str, Any]
) -> dict[str, Any]:
    """`meta_data` with some fields in one more language (`domain/wording.py`)."""
    texts = dict(meta_data.get("texts", {}))
    texts[locale] = {**texts.get(locale, {}), **fields}
    return {**meta_data, "texts": texts}


def with_part_words(
    meta_data: Mapping[str, Any], locale: str, kind: str, id: UUID, fields: Mapping[str, Any]
) -> dict[str, Any]:
    """The same for a row that belongs to the event: `kind` is `types` or `schedule`."""
    parts = meta_data.get("texts", {}).get(locale, {}).get(kind, {})
    return with_words(meta_data, locale, {kind: {**parts, str(id): dict(fields)}})


async def _place(session: AsyncSession, venue: VenueName | NewVenue) -> VenueName:
    if isinstance(venue, NewVenue):
        return await venues.add(session, venue=venue)
    return venue


async def _hold_not_begun(
    session: AsyncSession, event_id: UUID, by: UUID, reason: str | None, now: datetime
) -> Row[Any]:
    row = await productions.hold_living(session, event_id=event_id, by=by, now=now)
    if row.status == EventStatus.PUBLISHED and row.start_date <= now:
        raise EventHasBegun
    _require_reason(row, reason)
    return row


async def put(session: AsyncSession, row: Row[Any], reason: str | None, **values: Any) -> None:
    """Write what the venue's calendar depends on; the event is held. Raises `VenueBooked`."""
    await versions.because(session, reason)
    venue_id = values.get("venue_id", row.venue_id)
    if venue_id is not None:
        await queries.hold_venue(session, venue_id=venue_id)
    try:
        await queries.change(session, event_id=row.id, **values)
    except queries.VenueTaken:
        other = await queries.crossing(
            session,
            event_id=row.id,
            venue_id=venue_id,
            starts_at=values.get("start_date", row.start_date),
            ends_at=values.get("end_date", row.end_date),
        )
        if other is None:  # it has just gone
            raise NotAvailable from None
        raise VenueBooked(
            other.venue, other.title, other.start_date, other.end_date, other.time_zone
        ) from None


def _require_ahead(at: datetime, now: datetime) -> None:
    if at <= now:
        raise InThePast


def _require_room(place: VenueName, seats: int) -> None:
    if place.capacity is not None and seats > place.capacity:
        raise MoreThanTheVenueHolds(place.capacity, place.name)


def _require_reason(row: Row[Any], reason: str | None) -> None:
    if row.status == EventStatus.PUBLISHED and not reason:
        raise ReasonNeeded


def _difference(at: datetime, before: str, after: str) -> timedelta:
    """How a moment moves so that the clock on the wall shows the same in another zone."""
    wall = at.astimezone(ZoneInfo(before)).replace(tzinfo=None)
    return wall.replace(tzinfo=ZoneInfo(after)) - at
