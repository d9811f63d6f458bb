"""Statements about whether a holder comes, and about a free place that goes back."""

from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Row, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

_HELD = """
    SELECT t.id, t.status, t.order_id, t.ticket_type_id, o.user_id AS buyer, l.unit_price,
           e.title, e.start_date
    FROM tickets t
    JOIN orders o ON o.id = t.order_id
    LEFT JOIN order_lines l ON l.order_id = t.order_id AND l.ticket_type_id = t.ticket_type_id
    JOIN events e ON e.id = t.event_id
    WHERE t.id = :ticket_id AND t.user_id = :holder
"""
_FIND = text(_HELD)
_LOCK_ORDER = text(
    """
    SELECT o.id FROM orders o
    WHERE o.id = (SELECT t.order_id FROM tickets t
                  WHERE t.id = :ticket_id AND t.user_id = :holder)
    FOR UPDATE OF o
    """
)
_LOCK = text(_HELD + "FOR UPDATE OF t")
_COMING = text(
    """
    UPDATE tickets SET meta_data = meta_data || '{"coming": true}' WHERE id = :ticket_id
    """
)
_CANCEL_TICKET = text("UPDATE tickets SET status = 'cancelled' WHERE id = :ticket_id")
_FEWER = text(
    """
    UPDATE order_lines SET quantity = quantity - 1
    WHERE order_id = :order_id AND ticket_type_id = :type AND quantity > 1
    RETURNING 1
    """
)
_OTHER_LINES = text(
    """
    SELECT EXISTS (
        SELECT FROM order_lines WHERE order_id = :order_id AND ticket_type_id <> :type
    )
    """
)
_DROP_LINE = text("DELETE FROM order_lines WHERE order_id = :order_id AND ticket_type_id = :type")
_CANCEL_ORDER = text("UPDATE orders SET status = 'cancelled' WHERE id = :order_id")
_UNSELL = text("SELECT quota_unsell(:buyer, :types, ARRAY[1])").bindparams(
    bindparam("types", type_=ARRAY(Uuid))
)


async def find(session: AsyncSession, *, ticket_id: UUID, holder: UUID) -> Row[Any] | None:
    """A ticket of this holder, with what was paid for it."""
    values = {"ticket_id": ticket_id, "holder": holder}
    return (await session.execute(_FIND, values)).one_or_none()


async def lock(session: AsyncSession, *, ticket_id: UUID, holder: UUID) -> Row[Any] | None:
    """The same; its order, then itself, are nobody else's until the end of the transaction."""
    values = {"ticket_id": ticket_id, "holder": holder}
    await session.execute(_LOCK_ORDER, values)
    return (await session.execute(_LOCK, values)).one_or_none()


async def note_coming(session: AsyncSession, *, ticket_id: UUID) -> None:
    """The holder says that they come."""
    await session.execute(_COMING, {"ticket_id": ticket_id})


async def cancel(
    session: AsyncSession, *, ticket_id: UUID, order_id: UUID, ticket_type_id: UUID, buyer: UUID
) -> None:
    """Take one locked ticket out of its order and free its place.

    The order keeps its last line and is cancelled when nothing else is in it.
    """
    line = {"order_id": order_id, "type": ticket_type_id}
    await session.execute(_CANCEL_TICKET, {"ticket_id": ticket_id})
    if (await session.execute(_FEWER, line)).scalar() is None:
        if (await session.execute(_OTHER_LINES, line)).scalar():
            await session.execute(_DROP_LINE, line)
        else:
            await session.execute(_CANCEL_ORDER, {"order_id": order_id})
    await session.execute(_UNSELL, {"buyer": buyer, "types": [ticket_type_id]})
