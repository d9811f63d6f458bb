"""Statements about lines of people who wait, and the offers made to them (rules.md WAIT).

Locks: what a person wants of an event (advisory) · their entry · user_quota · quotas by id.
Whoever ends an order has its row and the quotas first, and of entries those that are `offered`.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Row, Uuid, bindparam, text, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import WaitlistState
from storage.tables.waiting import Waitlist, WaitlistEntry

_JOIN = text("SELECT * FROM sec.join_waitlist(:id, :type_id, :seats, :late_order, :now)")
_PLACE = """
    SELECT w.id, w.event_id, w.ticket_type_id, w.seats, w.state, w.priority, w.created_at,
           sec.place_in_line(w.id) AS place, t.name AS type_name, t.price, e.currency, e.title,
           e.start_date, e.time_zone, e.meta_data, o.order_id, o.offered,
           coalesce(l.smaller_first, false) AS smaller_first
    FROM waitlist_entries w
    JOIN ticket_types t ON t.id = w.ticket_type_id
    JOIN events e ON e.id = w.event_id
    LEFT JOIN waitlists l ON l.ticket_type_id = w.ticket_type_id
    LEFT JOIN LATERAL (
        SELECT x.order_id, x.seats AS offered FROM waitlist_offers x
        WHERE x.entry_id = w.id ORDER BY x.created_at DESC LIMIT 1
    ) o ON w.state = 'offered'
"""
_MINE = text(
    _PLACE
    + """
    WHERE w.user_id = :person AND w.state IN ('waiting', 'offered') AND e.status = 'published'
        AND e.end_date > :now
    ORDER BY e.start_date, w.created_at LIMIT 20
    """
)
_FIND = text(_PLACE + "WHERE w.id = :entry_id AND w.user_id = :person")
_OF_TYPE = text(
    _PLACE
    + """
    WHERE w.ticket_type_id = :type_id AND w.user_id = :person AND w.state IN ('waiting', 'offered')
    """
)
_OFFER = text(
    """
    SELECT x.order_id, x.seats AS offered, w.seats, w.state, w.ticket_type_id, w.user_id,
           t.position
    FROM waitlist_offers x
    JOIN waitlist_entries w ON w.id = x.entry_id
    JOIN ticket_types t ON t.id = w.ticket_type_id
    WHERE x.order_id = :order_id
    """
)
_SIZES = text(
    """
    SELECT t.id, count(w.id) AS people, coalesce(sum(w.seats), 0) AS seats,
           coalesce(l.closed, false) AS closed, coalesce(l.smaller_first, false) AS smaller_first
    FROM ticket_types t
    LEFT JOIN waitlists l ON l.ticket_type_id = t.id
    LEFT JOIN waitlist_entries w ON w.ticket_type_id = t.id AND w.state = 'waiting'
    WHERE t.event_id = :event_id
    GROUP BY t.id, l.ticket_type_id
    """
)

_CALLED = text(
    """
    SELECT c.event_id, array_agg(c.id ORDER BY c.id) AS calls FROM waitlist_calls c
    WHERE c.due_at IS NULL OR c.due_at <= :now
    GROUP BY c.event_id ORDER BY calls LIMIT :limit
    """
)
_DISMISS = text(
    """
    UPDATE waitlist_entries w SET state = 'left'
    FROM (
        SELECT x.id FROM cancellations c
        JOIN ticket_types t ON t.event_id = c.event_id
        JOIN waitlist_entries x ON x.ticket_type_id = t.id AND x.state = 'waiting'
        WHERE c.finished_at IS NULL
            OR c.finished_at > CAST(:now AS timestamptz) - interval '1 hour'
        ORDER BY x.id LIMIT :limit FOR UPDATE OF x SKIP LOCKED
    ) gone
    WHERE w.id = gone.id
    RETURNING w.id, w.user_id, w.event_id, w.created_at
    """
)
_ANSWERED = text("DELETE FROM waitlist_calls WHERE id = ANY (:calls)").bindparams(
    bindparam("calls", type_=ARRAY(Uuid))
)
_CALL = text(
    """
    INSERT INTO waitlist_calls (event_id, due_at) SELECT :event_id, CAST(:at AS timestamptz)
    WHERE NOT EXISTS (
        SELECT FROM waitlist_calls c WHERE c.event_id = :event_id AND c.due_at = :at
    )
    """
)
_SHELF = text(
    """
    SELECT t.id, array_agg(q.id) AS pools,
           array_agg(greatest(coalesce(q.size, 2147483647) - q.sold - q.held, 0)) AS free,
           coalesce(l.smaller_first, false) AS smaller_first,
           coalesce(t.sale_end, e.end_date) AS ends_at
    FROM ticket_types t
    JOIN events e ON e.id = t.event_id
    JOIN quota_ticket_types k ON k.ticket_type_id = t.id
    JOIN quotas q ON q.id = k.quota_id
    LEFT JOIN waitlists l ON l.ticket_type_id = t.id
    WHERE t.event_id = :event_id AND e.status = 'published' AND t.status <> 'inactive'
        AND (t.sale_start IS NULL OR t.sale_start <= :now)
        AND EXISTS (
            SELECT FROM waitlist_entries w WHERE w.ticket_type_id = t.id AND w.state = 'waiting'
        )
    GROUP BY t.id, e.id, l.ticket_type_id
    HAVING NOT bool_or(q.closed)
    """
)
# Passed over, and without a claim, is who has an order for the evening under way, and who would
# have more than one person may.
_READY = """
    w.state = 'waiting' AND NOT EXISTS (
        SELECT FROM orders o
        WHERE o.user_id = w.user_id AND o.event_id = w.event_id
            AND o.status IN ('pending', 'awaiting_approval')
    )
    AND (t.max_per_person IS NULL OR bought(w.user_id, t.id) + w.seats <= t.max_per_person)
"""
_LINE = text(
    f"""
    SELECT w.id, w.ticket_type_id, w.seats, w.declined, w.short_since, w.user_id
    FROM waitlist_entries w JOIN ticket_types t ON t.id = w.ticket_type_id
    WHERE w.ticket_type_id = ANY (:types) AND {_READY}
    ORDER BY w.priority DESC, w.created_at, w.id LIMIT :limit
    """  # noqa: S608 - nothing of a person is put together here
).bindparams(bindparam("types", type_=ARRAY(Uuid)))
_BUSY = text(
    """
    SELECT DISTINCT greatest(o.expires_at, o.precheckout_until) AS at
    FROM waitlist_entries w
    JOIN orders o ON o.user_id = w.user_id AND o.event_id = w.event_id
        AND o.status IN ('pending', 'awaiting_approval')
    WHERE w.ticket_type_id = ANY (:types) AND w.state = 'waiting'
    """
).bindparams(bindparam("types", type_=ARRAY(Uuid)))
_OFFER_SEATS = text("SELECT sec.offer_seats(:entry_id, :order_id, :seats, :until, :now)")
_SHORT = text(
    """
    UPDATE waitlist_entries SET short_since = :now
    WHERE id = ANY (:entries) AND state = 'waiting' AND short_since IS NULL
    """
).bindparams(bindparam("entries", type_=ARRAY(Uuid)))
_NOT_SHORT = text(
    """
    UPDATE waitlist_entries w SET short_since = NULL
    WHERE w.event_id = :event_id AND w.ticket_type_id = ANY (:types) AND w.state = 'waiting'
        AND w.short_since IS NOT NULL AND w.id <> ALL (:entries)
    """
).bindparams(bindparam("entries", type_=ARRAY(Uuid)), bindparam("types", type_=ARRAY(Uuid)))
_HOLD_POOLS = text(
    "SELECT id FROM quotas WHERE event_id = :event_id ORDER BY id FOR NO KEY UPDATE"
)
# What is free of a type is what its scarcest pools have: those are claimed while somebody waits
# for it who has not declined as many as there are.
_CLAIM = text(
    f"""
    WITH room AS (
        SELECT k.ticket_type_id,
            min(greatest(coalesce(q.size, 2147483647) - q.sold - q.held, 0)) AS free
        FROM quota_ticket_types k JOIN quotas q ON q.id = k.quota_id
        WHERE k.ticket_type_id = ANY (:types) GROUP BY k.ticket_type_id
    ), due AS (
        SELECT q.id FROM room r
        JOIN quota_ticket_types k ON k.ticket_type_id = r.ticket_type_id
        JOIN quotas q ON q.id = k.quota_id
            AND greatest(coalesce(q.size, 2147483647) - q.sold - q.held, 0) = r.free
        WHERE EXISTS (
            SELECT FROM waitlist_entries w JOIN ticket_types t ON t.id = w.ticket_type_id
            WHERE w.ticket_type_id = r.ticket_type_id AND {_READY}
                AND (r.free = 0 OR r.free > w.declined)
        )
    )
    UPDATE quotas q SET waiting_claim = NOT q.waiting_claim
    WHERE q.event_id = :event_id AND q.waiting_claim <> (q.id IN (SELECT id FROM due))
    """  # noqa: S608 - nor here
).bindparams(bindparam("types", type_=ARRAY(Uuid)))


async def join(
    session: AsyncSession,
    *,
    id: UUID,
    type_id: UUID,
    seats: int,
    late_order: UUID | None,
    now: datetime,
) -> Row[Any]:
    """A place in line for who acts: `outcome`, `entry_id` and `left` of `sec.join_waitlist`."""
    values = {"id": id, "type_id": type_id, "seats": seats, "late_order": late_order, "now": now}
    return (await session.execute(_JOIN, values)).one()


async def leave(session: AsyncSession, *, entry_id: UUID) -> None:
    """Leave the line, where one waits in it."""
    await session.execute(
        update(WaitlistEntry)
        .where(WaitlistEntry.id == entry_id, WaitlistEntry.state == WaitlistState.WAITING)
        .values(state=WaitlistState.LEFT)
    )


async def mine(session: AsyncSession, *, person: UUID, now: datetime) -> Sequence[Row[Any]]:
    """A person's places in line for what is still to come, and what they are offered."""
    return (await session.execute(_MINE, {"person": person, "now": now})).all()


async def find(session: AsyncSession, *, entry_id: UUID, person: UUID) -> Row[Any] | None:
    """One of a person's own places."""
    values = {"entry_id": entry_id, "person": person}
    return (await session.execute(_FIND, values)).one_or_none()


async def of_type(session: AsyncSession, *, type_id: UUID, person: UUID) -> Row[Any] | None:
    """A person's place in the line of a type."""
    values = {"type_id": type_id, "person": person}
    return (await session.execute(_OF_TYPE, values)).one_or_none()


async def offer(session: AsyncSession, *, order_id: UUID) -> Row[Any] | None:
    """The offer that an order is, if it is one."""
    return (await session.execute(_OFFER, {"order_id": order_id})).one_or_none()


async def sizes(session: AsyncSession, *, event_id: UUID) -> Sequence[Row[Any]]:
    """How many wait for each type of an event, and what its house has decided."""
    return (await session.execute(_SIZES, {"event_id": event_id})).all()


async def decide(session: AsyncSession, *, type_id: UUID, event_id: UUID, **values: bool) -> None:
    """Write what a house decides for a line: `closed`, `smaller_first`."""
    statement = upsert(Waitlist).values(ticket_type_id=type_id, event_id=event_id, **values)
    await session.execute(
        statement.on_conflict_do_update(index_elements=["ticket_type_id"], set_=values)
    )


async def called(session: AsyncSession, *, now: datetime, limit: int) -> Sequence[Row[Any]]:
    """Events whose lines somebody should look at now, with the calls that say so."""
    return (await session.execute(_CALLED, {"now": now, "limit": limit})).all()


async def answered(session: AsyncSession, calls: Sequence[UUID]) -> None:
    """These calls were followed."""
    await session.execute(_ANSWERED, {"calls": list(calls)})


async def call(session: AsyncSession, *, event_id: UUID, at: datetime) -> None:
    """Have the lines of an event looked at again at a moment."""
    await session.execute(_CALL, {"event_id": event_id, "at": at})


async def shelf(session: AsyncSession, *, event_id: UUID, now: datetime) -> Sequence[Row[Any]]:
    """The types on sale that somebody waits for: their pools, and what each has free."""
    return (await session.execute(_SHELF, {"event_id": event_id, "now": now})).all()


async def line(session: AsyncSession, *, types: Sequence[UUID], limit: int) -> Sequence[Row[Any]]:
    """Who waits for these types and can be served now, in their order."""
    return (await session.execute(_LINE, {"types": list(types), "limit": limit})).all()


async def busy_until(session: AsyncSession, *, types: Sequence[UUID]) -> Sequence[datetime]:
    """When the orders end at the latest that keep somebody who waits from being served."""
    return (await session.execute(_BUSY, {"types": list(types)})).scalars().all()


async def offer_seats(
    session: AsyncSession,
    *,
    entry_id: UUID,
    order_id: UUID,
    seats: int,
    until: datetime,
    now: datetime,
) -> str:
    """Hold seats for who waits; the outcome of `sec.offer_seats`."""
    values = {
        "entry_id": entry_id,
        "order_id": order_id,
        "seats": seats,
        "until": until,
        "now": now,
    }
    return str((await session.execute(_OFFER_SEATS, values)).scalar_one())


async def mark_short(
    session: AsyncSession,
    *,
    event_id: UUID,
    types: Sequence[UUID],
    entries: Sequence[UUID],
    now: datetime,
) -> None:
    """Write down whose group does not fit into what is free, and since when."""
    values = {"event_id": event_id, "types": list(types), "entries": list(entries), "now": now}
    await session.execute(_SHORT, values)
    await session.execute(_NOT_SHORT, values)


async def claim(session: AsyncSession, *, event_id: UUID, types: Sequence[UUID]) -> None:
    """Keep what is free of `types` for those who wait, and nothing else from the public."""
    await session.execute(_HOLD_POOLS, {"event_id": event_id})
    await session.execute(_CLAIM, {"event_id": event_id, "types": list(types)})


async def dismiss(session: AsyncSession, *, now: datetime, limit: int) -> Sequence[Row[Any]]:
    """End at most `limit` places in line for what was called off; whose they were."""
    return (await session.execute(_DISMISS, {"now": now, "limit": limit})).all()
