"""Statements about doors: who stands where, who is inside, and who is looked for."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import ScanDirection
from storage.security.sealing import full_name, shown
from storage.tables.door import DoorPost, DoorSettings

# Where somebody who keeps several doors stands is where they last said so, else the next one.
_POST = """
    SELECT e.id AS event_id, e.title, e.start_date, e.time_zone,
        p.user_id IS NOT NULL AS chosen, coalesce(p.direction, 'entry') AS direction,
        g.id AS gate_id, g.name AS gate
    FROM events e
    LEFT JOIN door_posts p ON p.event_id = e.id AND p.user_id = :user_id
    LEFT JOIN LATERAL (
        SELECT g.id, g.name FROM gates g WHERE g.event_id = e.id AND g.closed_at IS NULL
        ORDER BY g.id IS DISTINCT FROM p.gate_id, g.position, g.id LIMIT 1
    ) g ON true
"""
_POST_AT = text(_POST + "WHERE e.id = :event_id")
_POST_NOW = text(
    _POST
    + """
    WHERE e.status = 'published'
        AND CAST(:now AS timestamptz) BETWEEN e.start_date - CAST(:opens AS interval)
            AND e.end_date + CAST(:closes AS interval)
        AND (
            e.organizer_id = :user_id
            OR EXISTS (
                SELECT FROM event_staff s WHERE s.event_id = e.id AND s.user_id = :user_id
                    AND s.role IN ('manager', 'supervisor', 'steward')
            )
        )
    ORDER BY p.since DESC NULLS LAST, e.start_date, e.id LIMIT 1
    """
)
_DOOR = text(
    """
    SELECT e.id, e.title, e.start_date, e.time_zone, coalesce(s.reentry, false) AS reentry,
        coalesce(s.takes_money, false) AS takes_money,
        coalesce(s.release_hours, 0) AS release_hours,
        (SELECT count(*) FROM tickets t
         WHERE t.event_id = e.id AND t.status IN ('valid', 'used', 'reserved')) AS sold
    FROM events e LEFT JOIN door_settings s ON s.event_id = e.id
    WHERE e.id = :event_id
    """
)
_INSIDE = text(
    """
    WITH latest AS (
        SELECT DISTINCT ON (c.ticket_id) c.direction, c.gate_id FROM checkins c
        WHERE c.event_id = :event_id AND c.step IS NOT NULL AND c.undoes_id IS NULL
            AND NOT EXISTS (SELECT FROM checkins u WHERE u.undoes_id = c.id)
        ORDER BY c.ticket_id, c.step DESC
    )
    SELECT gate_id, count(*) FILTER (WHERE direction = 'entry') AS inside, count(*) AS came
    FROM latest GROUP BY gate_id
    """
)
_GATES = text(
    """
    SELECT id, name FROM gates WHERE event_id = :event_id AND closed_at IS NULL
    ORDER BY position, id LIMIT 12
    """
)
_EVENT_OF_GATE = text("SELECT event_id FROM gates WHERE id = :gate_id AND closed_at IS NULL")
_GUEST = """
    SELECT t.id, t.user_id, t.short_code, t.status, tt.name AS type_name, o.number,
        u.full_name AS holder
    FROM tickets t
    JOIN ticket_types tt ON tt.id = t.ticket_type_id
    JOIN orders o ON o.id = t.order_id
    JOIN users u ON u.id = t.user_id
    WHERE t.event_id = :event_id AND t.status IN ('valid', 'used', 'reserved', 'blocked')
"""
_GUESTS = text(_GUEST + " ORDER BY t.id LIMIT 20000")
_OF_NUMBER = text(_GUEST + " AND o.number = :number ORDER BY t.id LIMIT 20")
_OF_CODE = text("SELECT id FROM tickets WHERE event_id = :event_id AND short_code = :code")
_WRONG = text(
    """
    SELECT count(*) FROM checkins
    WHERE staff_id = :user_id AND event_id = :event_id AND device = :device
        AND result = 'invalid' AND at > CAST(:since AS timestamptz)
    """
)


async def post_at(session: AsyncSession, *, event_id: UUID, user_id: UUID) -> Row[Any] | None:
    """Where a person stands at one event, the first open gate unless they chose another."""
    values = {"event_id": event_id, "user_id": user_id}
    return (await session.execute(_POST_AT, values)).one_or_none()


async def post_now(
    session: AsyncSession,
    *,
    user_id: UUID,
    now: datetime,
    opens: timedelta,
    closes: timedelta,
) -> Row[Any] | None:
    """Where a person stands now: at the door they last chose of those that are open."""
    values = {"user_id": user_id, "now": now, "opens": opens, "closes": closes}
    return (await session.execute(_POST_NOW, values)).one_or_none()


async def stand(
    session: AsyncSession,
    *,
    event_id: UUID,
    user_id: UUID,
    gate_id: UUID | None,
    direction: ScanDirection,
    now: datetime,
) -> None:
    """A person stands there from now on."""
    where = {"gate_id": gate_id, "direction": direction, "since": now}
    await session.execute(
        upsert(DoorPost)
        .values(user_id=user_id, event_id=event_id, **where)
        .on_conflict_do_update(index_elements=["user_id", "event_id"], set_=where)
    )


async def door(session: AsyncSession, *, event_id: UUID) -> Row[Any] | None:
    """An event's door, and how many hold tickets."""
    return (await session.execute(_DOOR, {"event_id": event_id})).one_or_none()


async def inside(session: AsyncSession, *, event_id: UUID) -> Sequence[Row[Any]]:
    """How many are inside and how many came, by the gate that they last passed."""
    return (await session.execute(_INSIDE, {"event_id": event_id})).all()


async def gates(session: AsyncSession, *, event_id: UUID) -> Sequence[Row[Any]]:
    """The open gates of an event."""
    return (await session.execute(_GATES, {"event_id": event_id})).all()


async def event_of_gate(session: AsyncSession, *, gate_id: UUID) -> UUID | None:
    """The event that an open gate leads to."""
    return (await session.execute(_EVENT_OF_GATE, {"gate_id": gate_id})).scalar_one_or_none()


async def guests(session: AsyncSession, *, event_id: UUID) -> Sequence[SimpleNamespace]:
    """Everybody who may come; names are sealed, so they are opened to look among them."""
    rows = (await session.execute(_GUESTS, {"event_id": event_id})).all()
    return await shown(session, rows, holder=full_name())


async def of_number(
    session: AsyncSession, *, event_id: UUID, number: str
) -> Sequence[SimpleNamespace]:
    """Who comes on an order."""
    values = {"event_id": event_id, "number": number}
    rows = (await session.execute(_OF_NUMBER, values)).all()
    return await shown(session, rows, holder=full_name())


async def of_code(session: AsyncSession, *, event_id: UUID, code: str) -> UUID | None:
    """The ticket with a short code, of this event alone."""
    values = {"event_id": event_id, "code": code}
    found: UUID | None = (await session.execute(_OF_CODE, values)).scalar_one_or_none()
    return found


async def wrong_codes(
    session: AsyncSession, *, event_id: UUID, user_id: UUID, device: str, since: datetime
) -> int:
    """How many codes that are none a person has typed at a door."""
    values = {"event_id": event_id, "user_id": user_id, "device": device, "since": since}
    return int((await session.execute(_WRONG, values)).scalar_one())


async def choose(session: AsyncSession, *, event_id: UUID, **chosen: Any) -> None:
    """What holds at the door of an event from now on."""
    await session.execute(
        upsert(DoorSettings)
        .values(event_id=event_id, **chosen)
        .on_conflict_do_update(index_elements=["event_id"], set_={"event_id": event_id} | chosen)
    )
