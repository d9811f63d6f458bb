"""Events as those who make them see and change them: the organizer, and managers of the team."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import EventHasBegun, NotAvailable
from domain.refund_policies import Policy
from storage.enums import ApprovalStatus, EventStatus, EventType
from storage.queries import productions as queries

PAGE = 6
"""Events on one screen."""


@dataclass(frozen=True, slots=True)
class ProductionLine:
    """One of my events in a list."""

    id: UUID
    title: str
    status: EventStatus
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    sold: int
    seats: int | None


@dataclass(frozen=True, slots=True)
class ProductionPage:
    """A page of my events."""

    lines: Sequence[ProductionLine]
    number: int
    has_next: bool


class Gap(StrEnum):
    """What an event needs before it can be published."""

    VENUE = "venue"
    TIME = "time"
    SEATS = "seats"
    TICKETS = "tickets"
    APPROVAL = "approval"


class Wish(StrEnum):
    """What an event would be better with."""

    DESCRIPTION = "description"
    LINEUP = "lineup"
    SCHEDULE = "schedule"


@dataclass(frozen=True, slots=True)
class Production:
    """An event at its makers' desk. `seats` is its capacity; `poster` a picture's file id;
    `requests` are orders that wait for a word of the house.

    `own`: the person is its organizer, not a manager.
    """

    id: UUID
    own: bool
    title: str
    description: str
    kind: EventType
    status: EventStatus
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    time_zone: str
    currency: str
    seats: int | None
    house: str
    approved: bool
    venue_id: UUID | None
    venue: str
    address: str
    city: str
    venue_capacity: int | None
    poster: str | None
    meta_data: Mapping[str, Any]
    types: int
    entries: int
    lineup: int
    sold: int
    held: int
    refunds: Policy
    requests: int

    def is_over(self, now: datetime) -> bool:
        """Whether it has been, or will not be."""
        return self.status is EventStatus.CANCELLED or now >= self.ends_at

    def gaps(self, now: datetime) -> Sequence[Gap]:
        """What is missing before it can be published, in the order of the questions."""
        missing = {
            Gap.VENUE: self.venue_id is None,
            Gap.TIME: self.starts_at <= now,
            Gap.SEATS: not self.seats or self._is_too_large(),
            Gap.TICKETS: not self.types,
            Gap.APPROVAL: not self.approved,
        }
        return [gap for gap, lacks in missing.items() if lacks]

    def _is_too_large(self) -> bool:
        return self.venue_capacity is not None and (self.seats or 0) > self.venue_capacity

    def wishes(self) -> Sequence[Wish]:
        """What would make it better, and can wait."""
        missing = {
            Wish.DESCRIPTION: not self.description,
            Wish.LINEUP: not self.lineup,
            Wish.SCHEDULE: not self.entries,
        }
        return [wish for wish, lacks in missing.items() if lacks]


async def mine(session: AsyncSession, *, person: UUID, page: int, now: datetime) -> ProductionPage:
    """A person's own events and those they manage, what comes next first."""
    number = max(page, 0)
    rows = await queries.mine(
        session, person=person, now=now, limit=PAGE + 1, offset=number * PAGE
    )
    return ProductionPage([_line(row) for row in rows[:PAGE]], number, len(rows) > PAGE)


async def get(session: AsyncSession, *, event_id: UUID, by: UUID) -> Production:
    """An event for who makes it. Raises `NotAvailable` for everybody else, stewards too."""
    row = await queries.find(session, event_id=event_id, person=by)
    if row is None:
        raise NotAvailable
    return _production(row, by)


async def hold(session: AsyncSession, *, event_id: UUID, by: UUID) -> Row[Any]:
    """The event, held still while `by` changes it. Raises `NotAvailable`."""
    row = await queries.lock(session, event_id=event_id, person=by)
    if row is None:
        raise NotAvailable
    return row


async def hold_living(
    session: AsyncSession, *, event_id: UUID, by: UUID, now: datetime
) -> Row[Any]:
    """The same for a change that makes no sense afterwards. Raises `EventHasBegun` too."""
    row = await hold(session, event_id=event_id, by=by)
    ended = row.status in (EventStatus.CANCELLED, EventStatus.COMPLETED)
    if ended or (row.status == EventStatus.PUBLISHED and row.end_date <= now):
        raise EventHasBegun
    return row


def _line(row: Row[Any]) -> ProductionLine:
    return ProductionLine(
        row.id,
        row.title,
        EventStatus(row.status),
        row.start_date,
        row.end_date,
        row.time_zone,
        row.sold,
        row.capacity,
    )


def _production(row: Row[Any], by: UUID) -> Production:
    return Production(
        id=row.id,
        own=row.organizer_id == by,
        title=row.title,
        description=row.description or "",
        kind=EventType(row.type),
        status=EventStatus(row.status),
        starts_at=row.start_date,
        ends_at=row.end_date,
        changed_at=row.updated_at,
        time_zone=row.time_zone,
        currency=row.currency,
        seats=row.capacity,
        house=row.house or "",
        approved=row.approval_status == ApprovalStatus.APPROVED,
        venue_id=row.venue_id,
        venue=row.venue or "",
        address=row.address or "",
        city=row.city or "",
        venue_capacity=row.venue_capacity,
        poster=row.meta_data.get("poster"),
        meta_data=row.meta_data,
        types=row.types,
        entries=row.entries,
        lineup=row.lineup,
        sold=row.sold,
        held=row.held,
        refunds=Policy.read(row.refund_policy),
        requests=row.requests,
    )
