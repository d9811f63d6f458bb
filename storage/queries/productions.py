"""Events as those who make them see and change them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import QuotaKind
from storage.queries import ticket_types
from storage.tables.door import Gate
from storage.tables.events import Event

_FOR_ITS_MAKERS = """
    WHERE e.id = :event_id AND (e.organizer_id = :person OR EXISTS (
        SELECT FROM event_staff s
        WHERE s.event_id = e.id AND s.user_id = :person AND s.role = 'manager'
    ))
"""
_ROW = """
    SELECT e.id, e.organizer_id, e.title, e.status, e.start_date, e.end_date, e.time_zone,
           e.currency, e.capacity, e.venue_id, e.meta_data, e.description,
           v.capacity AS venue_capacity, v.name AS venue
    FROM events e LEFT JOIN venues v ON v.id = e.venue_id
"""
_VIEW = """
    SELECT e.id, e.organizer_id, e.title, e.description, e.type, e.status, e.start_date,
           e.end_date, e.time_zone, e.currency, e.capacity, e.meta_data, e.updated_at,
           e.refund_policy,
           v.id AS venue_id, v.name AS venue, v.address, v.city, v.capacity AS venue_capacity,
           h.name AS house,
           CASE WHEN h.approved THEN 'approved' ELSE a.approval_status END AS approval_status,
           coalesce(q.sold, 0) AS sold, coalesce(q.held, 0) AS held,
           (SELECT count(*) FROM ticket_types t
            WHERE t.event_id = e.id AND t.status <> 'inactive') AS types,
           (SELECT count(*) FROM event_schedules x WHERE x.event_id = e.id) AS entries,
           (SELECT count(*) FROM orders o
            WHERE o.event_id = e.id AND o.status = 'awaiting_approval') AS requests,
           (SELECT count(*) FROM event_collections x WHERE x.event_id = e.id)
               + (SELECT count(*) FROM event_models x WHERE x.event_id = e.id) AS lineup
    FROM events e
    LEFT JOIN venues v ON v.id = e.venue_id
    LEFT JOIN houses h ON h.user_id = e.organizer_id
    LEFT JOIN organizer_applications a ON a.user_id = e.organizer_id
    LEFT JOIN quotas q ON q.event_id = e.id AND q.kind = 'event'
"""
_LOCKED = text(_ROW + _FOR_ITS_MAKERS + "FOR NO KEY UPDATE OF e")
_FIND = text(_VIEW + _FOR_ITS_MAKERS)
_APPLICATION = text("SELECT approval_status FROM organizer_applications WHERE user_id = :person")
_MINE = text(
    """
    SELECT e.id, e.title, e.status, e.start_date, e.end_date, e.time_zone,
           coalesce(q.sold, 0) AS sold, e.capacity
    FROM (
        SELECT id FROM events WHERE organizer_id = :person
        UNION
        SELECT event_id FROM event_staff WHERE user_id = :person AND role = 'manager'
    ) m
    JOIN events e ON e.id = m.id
    LEFT JOIN quotas q ON q.event_id = e.id AND q.kind = 'event'
    ORDER BY e.end_date <= :now,
             CASE WHEN e.end_date > :now THEN e.start_date END,
             e.start_date DESC, e.id
    LIMIT :limit OFFSET :offset
    """
)
_HOLD_VENUE = text("SELECT FROM venues WHERE id = :venue_id FOR NO KEY UPDATE")
_CROSSING = text(
    """
    SELECT e.title, e.start_date, e.end_date, e.time_zone, v.name AS venue
    FROM events e JOIN venues v ON v.id = e.venue_id
    WHERE e.venue_id = :venue_id AND e.status = 'published' AND e.id <> :event_id
      AND tstzrange(e.start_date, e.end_date)
          && tstzrange(CAST(:starts_at AS timestamptz), CAST(:ends_at AS timestamptz))
    ORDER BY e.start_date LIMIT 1
    """
)
_SHIFT_SCHEDULE = text(
    """
    UPDATE event_schedules SET start_time = start_time + :by, end_time = end_time + :by
    WHERE event_id = :event_id
    """
)
_SHIFT_SALES = text(
    """
    UPDATE ticket_types SET sale_end = sale_end + :by
    WHERE event_id = :event_id AND sale_end IS NOT NULL
      AND (sale_start IS NULL OR sale_end + :by > sale_start)
    """
)
# Nobody waits for a word beyond the start; an earlier start is the end of it.
_SHIFT_REQUESTS = text(
    """
    UPDATE orders o SET expires_at = e.start_date FROM events e
    WHERE e.id = :event_id AND o.event_id = e.id AND o.status = 'awaiting_approval'
      AND o.expires_at > e.start_date
    """
)
_HAS_ORDERS = text("SELECT EXISTS (SELECT FROM orders WHERE event_id = :event_id)")


class VenueTaken(Exception):
    """Another published event is at the same venue at that time; nothing was changed."""


async def application(session: AsyncSession, *, person: UUID) -> str | None:
    """Where a person's application as an organizer stands, None for who never applied."""
    found = await session.execute(_APPLICATION, {"person": person})
    status: str | None = found.scalar_one_or_none()
    return status


async def mine(
    session: AsyncSession, *, person: UUID, now: datetime, limit: int, offset: int
) -> Sequence[Row[Any]]:
    """A person's own events and those they manage: what comes next first, then what has been."""
    values = {"person": person, "now": now, "limit": limit, "offset": offset}
    return (await session.execute(_MINE, values)).all()


async def find(session: AsyncSession, *, event_id: UUID, person: UUID) -> Row[Any] | None:
    """An event with its venue and its numbers, for who makes it."""
    values = {"event_id": event_id, "person": person}
    return (await session.execute(_FIND, values)).one_or_none()


async def lock(session: AsyncSession, *, event_id: UUID, person: UUID) -> Row[Any] | None:
    """The event's row, held until the end of the transaction, for who makes it."""
    values = {"event_id": event_id, "person": person}
    return (await session.execute(_LOCKED, values)).one_or_none()


async def add(session: AsyncSession, *, seats: int, **values: Any) -> None:
    """A new event with its pool of seats and its first gate. `id` is given."""
    await session.execute(insert(Event).values(capacity=seats, **values))
    await ticket_types.add_pool(
        session, event_id=values["id"], kind=QuotaKind.EVENT, name="All seats", size=seats
    )
    await session.execute(insert(Gate).values(event_id=values["id"], name="Main door"))


async def hold_venue(session: AsyncSession, *, venue_id: UUID) -> None:
    """Let others who want the venue wait: two who check the same constraint would deadlock."""
    await session.execute(_HOLD_VENUE, {"venue_id": venue_id})


async def change(session: AsyncSession, *, event_id: UUID, **values: Any) -> None:
    """Write columns of an event. Raises `VenueTaken`; the transaction goes on."""
    try:
        async with session.begin_nested():
            await session.execute(update(Event).where(Event.id == event_id).values(**values))
    except IntegrityError as error:
        if "ex_events_venue_once" in str(error.orig):
            raise VenueTaken from None
        raise


async def crossing(
    session: AsyncSession,
    *,
    event_id: UUID,
    venue_id: UUID,
    starts_at: datetime,
    ends_at: datetime,
) -> Row[Any] | None:
    """The published event that has the venue at that time."""
    values = {
        "event_id": event_id,
        "venue_id": venue_id,
        "starts_at": starts_at,
        "ends_at": ends_at,
    }
    return (await session.execute(_CROSSING, values)).one_or_none()


async def shift(session: AsyncSession, *, event_id: UUID, by: timedelta) -> None:
    """Move the schedule and the ends of sales along with the event, whose start is written."""
    await session.execute(_SHIFT_SCHEDULE, {"event_id": event_id, "by": by})
    await session.execute(_SHIFT_SALES, {"event_id": event_id, "by": by})
    await session.execute(_SHIFT_REQUESTS, {"event_id": event_id})


async def has_orders(session: AsyncSession, *, event_id: UUID) -> bool:
    """Whether anybody ever ordered."""
    return bool((await session.execute(_HAS_ORDERS, {"event_id": event_id})).scalar_one())
