"""Statements about tickets that are given back."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Numeric, Row, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

_TICKETS = text(
    """
    SELECT t.id, t.user_id, t.status, t.short_code, t.ticket_type_id, t.returned,
           y.name AS type_name, l.unit_price
    FROM tickets t
    JOIN ticket_types y ON y.id = t.ticket_type_id
    JOIN order_lines l ON l.order_id = t.order_id AND l.ticket_type_id = t.ticket_type_id
    WHERE t.order_id = :order_id ORDER BY y.position, t.id
    """
)
_OF_EVENT = text(
    """
    SELECT o.id, o.number, o.status, o.total_amount, o.currency FROM orders o
    WHERE o.event_id = :event_id AND o.status <> 'expired'
    ORDER BY o.id DESC LIMIT :limit OFFSET :offset
    """
)
_BY_NUMBER = text("SELECT id FROM orders WHERE event_id = :event_id AND number = :number")
_ORDER_OF = text("SELECT order_id FROM tickets WHERE id = :ticket_id")
_END = text("SELECT sec.end_tickets(:order_id, :tickets, :returned)").bindparams(
    bindparam("tickets", type_=ARRAY(Uuid)), bindparam("returned", type_=ARRAY(Numeric))
)
_CALL_OFF = text("SELECT sec.call_off_order(:order_id, :now)")
_LEFT = text(
    """
    SELECT count(*) FILTER (WHERE t.status NOT IN ('cancelled', 'refunded')) AS alive,
           coalesce(sum(l.unit_price - t.returned), 0) - (
               SELECT coalesce(sum(g.unit_price), 0) FROM ledger_lines g
               WHERE g.order_id = :order_id AND g.kind = 'given'
           ) AS kept
    FROM tickets t
    JOIN order_lines l ON l.order_id = t.order_id AND l.ticket_type_id = t.ticket_type_id
    WHERE t.order_id = :order_id
    """
)


async def tickets(session: AsyncSession, *, order_id: UUID) -> Sequence[Row[Any]]:
    """All tickets of an order with their price, those that ended too."""
    return (await session.execute(_TICKETS, {"order_id": order_id})).all()


async def of_event(
    session: AsyncSession, *, event_id: UUID, limit: int, offset: int
) -> Sequence[Row[Any]]:
    """The newest orders of an event, without those that lapsed."""
    values = {"event_id": event_id, "limit": limit, "offset": offset}
    return (await session.execute(_OF_EVENT, values)).all()


async def by_number(session: AsyncSession, *, event_id: UUID, number: str) -> UUID | None:
    """The order of an event that has this number."""
    values = {"event_id": event_id, "number": number}
    found: UUID | None = (await session.execute(_BY_NUMBER, values)).scalar_one_or_none()
    return found


async def order_of(session: AsyncSession, *, ticket_id: UUID) -> UUID | None:
    """The order that a ticket is of, as far as it may be seen."""
    found: UUID | None = (
        await session.execute(_ORDER_OF, {"ticket_id": ticket_id})
    ).scalar_one_or_none()
    return found


async def end(
    session: AsyncSession,
    *,
    order_id: UUID,
    tickets: Sequence[UUID],
    returned: Sequence[Decimal],
) -> Sequence[UUID]:
    """End those of `tickets` that live and free their places; which they were.

    `returned` is what goes back for each.
    """
    values = {"order_id": order_id, "tickets": list(tickets), "returned": list(returned)}
    ended: Sequence[UUID] = (await session.execute(_END, values)).scalar_one()
    return ended


async def call_off(session: AsyncSession, *, order_id: UUID, now: datetime) -> str:
    """Let an unpaid order go: `called_off`, `in_payment`, or where it stands already."""
    done = await session.execute(_CALL_OFF, {"order_id": order_id, "now": now})
    return str(done.scalar_one())


async def left(session: AsyncSession, *, order_id: UUID) -> Row[Any]:
    """What an order has left: how many tickets live, and what was kept of the others beyond what
    was given back before."""
    return (await session.execute(_LEFT, {"order_id": order_id})).one()
