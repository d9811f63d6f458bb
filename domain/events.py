"""The programme: what is on, and what may be bought."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import productions
from domain.baskets import MOST_OF_ONE
from domain.errors import NotAvailable, Unavailability
from domain.money import Money
from domain.refund_policies import Policy
from domain.wording import BASE, Words
from storage.enums import EventStatus
from storage.queries import events as queries

PAGE = 5
"""Events on one screen."""


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a list. `left` is what is free of its best type now; `all_free`: nothing costs.

    `look` and `poster` are those of its card; `metres` is how far it is from who asked.
    """

    id: UUID
    title: str
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    venue: str
    city: str
    cheapest: Money | None
    all_free: bool
    left: int
    house: str = ""
    look: Mapping[str, Any] = field(default_factory=dict)
    poster: str | None = None
    metres: float | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the programme."""

    lines: Sequence[EventLine]
    number: int
    has_next: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A collection on the runway, and whose it is."""

    designer: UUID
    brand: str
    collection: str
    season: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Moment:
    """A line of the schedule."""

    title: str
    starts_at: datetime
    ends_at: datetime | None
    kind: str


class Sale(StrEnum):
    """Where the sale of a ticket type stands at a moment."""

    OPEN = "open"
    NOT_YET = "not_yet"
    OVER = "over"
    SOLD_OUT = "sold_out"


@dataclass(frozen=True, slots=True)
class Offer:
    """A ticket type as it can be bought now. `left` None means without limit; `has_line`: who
    finds it sold out may wait for it. `was`: its price without the code that makes it cheaper.
    `needs_approval`: the house looks at each order before it is paid."""

    id: UUID
    position: int
    name: str
    description: str
    price: Money
    benefits: Sequence[str]
    limit: int
    left: int | None
    sale: Sale
    opens_at: datetime | None
    reason: Unavailability | None
    has_line: bool = False
    was: Money | None = None
    needs_approval: bool = False

    @property
    def most(self) -> int:
        """How many one person may choose now."""
        if self.sale is not Sale.OPEN:
            return 0
        return self.limit if self.left is None else min(self.limit, self.left)


@dataclass(frozen=True, slots=True)
class EventCard:
    """All that the public may know of an event.

    `look` describes its palette and the poster that the house draws where `poster`, the file id
    of the makers' own picture, is None. `takes_codes`: there is a promo code that counts now.
    """

    id: UUID
    organizer: UUID
    title: str
    description: str
    kind: str
    status: EventStatus
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    time_zone: str
    currency: str
    house: str
    venue: str
    address: str
    city: str
    latitude: float | None
    longitude: float | None
    step_free: bool
    look: Mapping[str, Any]
    poster: str | None
    lineup: Sequence[Shown]
    walkers: Sequence[str]
    schedule: Sequence[Moment]
    offers: Sequence[Offer]
    refunds: Policy
    takes_codes: bool


async def kept_by(session: AsyncSession, *, user_id: UUID, now: datetime) -> Sequence[EventLine]:
    """The events whose door a person may keep."""
    return [line_of(row) for row in await queries.kept_by(session, user_id=user_id, now=now)]


async def get_card(
    session: AsyncSession,
    *,
    event_id: UUID,
    now: datetime,
    locale: str = BASE,
    code: str | None = None,
) -> EventCard:
    """The card of an event in a language; with the handle of a promo code as that makes it.

    Raises `NotAvailable`, also for a draft.
    """
    row = await queries.card(session, event_id=event_id, now=now)
    if row is None:
        raise NotAvailable
    return await _card(session, row, now, locale, code)


async def get_preview(
    session: AsyncSession, *, event_id: UUID, by: UUID, now: datetime, locale: str = BASE
) -> EventCard:
    """The card as guests will see it, also of a draft, for who makes the event.

    Raises `NotAvailable`.
    """
    await productions.get(session, event_id=event_id, by=by)
    row = await queries.any_card(session, event_id=event_id, now=now)
    if row is None:
        raise NotAvailable
    return await _card(session, row, now, locale)


async def _card(
    session: AsyncSession, row: Row[Any], now: datetime, locale: str, code: str | None = None
) -> EventCard:
    event_id = row.id
    words = Words.of(row.meta_data, locale)
    return EventCard(
        id=row.id,
        organizer=row.organizer_id,
        title=row.title,
        description=words.text("description", row.description),
        kind=row.type,
        status=EventStatus(row.status),
        starts_at=row.start_date,
        ends_at=row.end_date,
        changed_at=row.updated_at,
        time_zone=row.time_zone,
        currency=row.currency,
        house=row.house or "",
        venue=row.venue or "",
        address=row.address or "",
        city=row.city or "",
        latitude=row.latitude,
        longitude=row.longitude,
        step_free=row.step_free,
        look=row.meta_data.get("look", {}),
        poster=row.meta_data.get("poster"),
        lineup=[
            Shown(each.designer_id, each.brand_name, each.collection, each.season or "", each.year)
            for each in await queries.lineup(session, event_id=event_id)
        ],
        walkers=await queries.walkers(session, event_id=event_id),
        schedule=[
            Moment(
                words.part("schedule", each.id).text("title", each.title),
                each.start_time,
                each.end_time,
                each.type or "show",
            )
            for each in await queries.schedule(session, event_id=event_id)
        ],
        offers=[
            _offer(each, row, words.part("types", each.id), now)
            for each in await queries.for_sale(session, event_id=event_id, code=code)
        ],
        refunds=Policy.read(row.refund_policy),
        takes_codes=row.takes_codes,
    )


def line_of(row: Row[Any]) -> EventLine:
    """An event as a list shows it, from a row of such a list."""
    cheapest = None if row.cheapest is None else Money.of(row.cheapest, row.currency)
    return EventLine(
        row.id,
        row.title,
        row.start_date,
        row.end_date,
        row.time_zone,
        row.venue or "",
        row.city or "",
        cheapest,
        row.dearest == 0,
        row.left or 0,
        row.house or "",
        row.look or {},
        row.poster,
        row.metres,
    )


def _offer(row: Row[Any], event: Row[Any], words: Words, now: datetime) -> Offer:
    reason = _reason(row)
    price = row.price if row.promo_price is None else row.promo_price
    return Offer(
        id=row.id,
        position=row.position,
        name=words.text("name", row.name),
        description=words.text("description", row.description),
        price=Money.of(price, event.currency),
        benefits=words.texts("benefits", row.benefits),
        limit=row.max_per_person or MOST_OF_ONE,
        left=row.left,
        sale=_sale(row, reason, event, now),
        opens_at=row.sale_start,
        reason=reason,
        has_line=reason is not None and not (row.closed or row.line_closed or row.hidden),
        was=Money.of(row.price, event.currency) if price != row.price else None,
        needs_approval=row.needs_approval,
    )


def _sale(row: Row[Any], reason: Unavailability | None, event: Row[Any], now: datetime) -> Sale:
    ends_at = event.start_date if row.needs_approval else event.end_date
    if now >= min(row.sale_end or ends_at, ends_at):
        return Sale.OVER  # once it has begun, its house answers nobody
    if row.sale_start is not None and now < row.sale_start:
        return Sale.NOT_YET
    return Sale.OPEN if reason is None else Sale.SOLD_OUT


def _reason(row: Row[Any]) -> Unavailability | None:
    """Why nothing is left, in the order of rules.md QUO6."""
    if row.gone:
        return Unavailability.GONE
    if row.closed or row.claimed:
        return Unavailability.ORDERED
    return Unavailability.HELD if row.left == 0 else None
