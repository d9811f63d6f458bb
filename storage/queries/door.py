"""Statements of the door."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import ScanResult, StaffRole, TicketStatus
from storage.security.sealing import full_name, shown
from storage.tables.door import Checkin
from storage.tables.orders import Ticket

_EVENT_OF = text(
    "SELECT event_id, user_id, order_id, generation FROM tickets WHERE id = :ticket_id"
)
_EVENT_OF_ORDER = text(
    "SELECT event_id, user_id, party_generation AS generation FROM orders WHERE id = :order_id"
)
_RANK = text(
    """
    SELECT CASE
        WHEN EXISTS (SELECT FROM events WHERE id = :event_id AND organizer_id = :user_id)
            THEN 'manager'
        ELSE (
            SELECT CASE
                WHEN bool_or(role = 'manager') THEN 'manager'
                WHEN bool_or(role = 'supervisor') THEN 'supervisor'
                ELSE 'steward'
            END
            FROM event_staff WHERE event_id = :event_id AND user_id = :user_id
                AND role IN ('manager', 'supervisor', 'steward')
            HAVING count(*) > 0
        )
    END
    """
)
_TICKET = """
    SELECT t.id, t.event_id, t.order_id, t.status, t.generation, t.user_id, t.ticket_type_id,
           tt.name AS type_name, tt.benefits, u.full_name AS holder, o.status AS order_status,
           o.total_amount, o.currency, o.at_door, e.title, e.start_date, e.end_date, e.time_zone,
           e.status AS event_status, coalesce(s.reentry, false) AS reentry
    FROM tickets t
    JOIN ticket_types tt ON tt.id = t.ticket_type_id
    JOIN users u ON u.id = t.user_id
    JOIN orders o ON o.id = t.order_id
    JOIN events e ON e.id = t.event_id
    LEFT JOIN door_settings s ON s.event_id = t.event_id
"""
_LOCKED = text(_TICKET + "WHERE t.id = :ticket_id FOR UPDATE OF t")
_LOCKED_PARTY = text(
    _TICKET
    + "WHERE t.order_id = :order_id AND t.user_id = o.user_id ORDER BY t.id FOR UPDATE OF t"
)
_ADMITS = text(
    """
    SELECT NOT EXISTS (SELECT FROM gate_ticket_types WHERE gate_id = :gate_id)
        OR EXISTS (
            SELECT FROM gate_ticket_types
            WHERE gate_id = :gate_id AND ticket_type_id = :ticket_type_id
        )
    """
)
_LAST_ACT = text(
    """
    SELECT c.id, c.at, c.direction, c.staff_id, g.name AS gate, u.full_name AS staff
    FROM checkins c
    LEFT JOIN gates g ON g.id = c.gate_id
    JOIN users u ON u.id = c.staff_id
    WHERE c.ticket_id = :ticket_id AND c.step IS NOT NULL AND c.undoes_id IS NULL
        AND NOT EXISTS (SELECT FROM checkins undo WHERE undo.undoes_id = c.id)
    ORDER BY c.step DESC LIMIT 1
    """
)
_BY_NONCE = text("SELECT result FROM checkins WHERE nonce = :nonce")


async def event_of(session: AsyncSession, *, ticket_id: UUID) -> Row[Any] | None:
    """Whose ticket for which event this is."""
    return (await session.execute(_EVENT_OF, {"ticket_id": ticket_id})).one_or_none()


async def event_of_order(session: AsyncSession, *, order_id: UUID) -> Row[Any] | None:
    """Whose order for which event this is."""
    return (await session.execute(_EVENT_OF_ORDER, {"order_id": order_id})).one_or_none()


async def rank(session: AsyncSession, *, event_id: UUID, user_id: UUID) -> StaffRole | None:
    """What a person is at the door of an event now, at most; None for nothing."""
    values = {"event_id": event_id, "user_id": user_id}
    found = (await session.execute(_RANK, values)).scalar_one()
    return None if found is None else StaffRole(found)


async def lock_ticket(session: AsyncSession, *, ticket_id: UUID) -> SimpleNamespace | None:
    """A ticket with all that the door decides on, nobody else's until the end."""
    rows = (await session.execute(_LOCKED, {"ticket_id": ticket_id})).all()
    return next(iter(await shown(session, rows, holder=full_name())), None)


async def lock_party(session: AsyncSession, *, order_id: UUID) -> Sequence[SimpleNamespace]:
    """The tickets that the buyer of an order still has, by id, nobody else's until the end."""
    rows = (await session.execute(_LOCKED_PARTY, {"order_id": order_id})).all()
    return await shown(session, rows, holder=full_name())


async def admits(session: AsyncSession, *, gate_id: UUID | None, ticket_type_id: UUID) -> bool:
    """Whether a gate lets tickets of this type through; a door without gates does."""
    if gate_id is None:
        return True
    values = {"gate_id": gate_id, "ticket_type_id": ticket_type_id}
    return bool((await session.execute(_ADMITS, values)).scalar_one())


async def last_act(session: AsyncSession, *, ticket_id: UUID) -> SimpleNamespace | None:
    """What last let a ticket in or out and was not taken back."""
    rows = (await session.execute(_LAST_ACT, {"ticket_id": ticket_id})).all()
    return next(iter(await shown(session, rows, staff=full_name("staff_id"))), None)


async def answered(session: AsyncSession, *, nonce: str) -> ScanResult | None:
    """What the door said to the same scan before."""
    found = (await session.execute(_BY_NONCE, {"nonce": nonce})).scalar_one_or_none()
    return None if found is None else ScanResult(found)


async def add_scan(session: AsyncSession, **values: Any) -> None:
    """Record a scan, whatever its answer."""
    await session.execute(insert(Checkin).values(**values))


async def mark(
    session: AsyncSession, *, ticket_id: UUID, was: TicketStatus, now_is: TicketStatus
) -> None:
    """The holder has come, or had not after all."""
    await session.execute(
        update(Ticket).where(Ticket.id == ticket_id, Ticket.status == was).values(status=now_is)
    )
