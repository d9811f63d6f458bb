"""Statements about evenings that are called off."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_OUTLOOK = text(
    """
    SELECT count(*) FILTER (WHERE o.status = 'completed' AND lives.tickets > 0) AS paid,
           count(*) FILTER (WHERE o.status IN ('pending', 'awaiting_approval')) AS waiting,
           coalesce(sum(lives.worth) FILTER (WHERE o.status = 'completed'), 0) AS worth
    FROM orders o
    CROSS JOIN LATERAL (
        SELECT count(*) AS tickets, coalesce(sum(l.unit_price), 0) AS worth FROM tickets t
        JOIN order_lines l ON l.order_id = t.order_id AND l.ticket_type_id = t.ticket_type_id
        WHERE t.order_id = o.id AND t.status NOT IN ('cancelled', 'refunded')
    ) lives
    WHERE o.event_id = :event_id AND o.status IN ('completed', 'pending', 'awaiting_approval')
    """
)
_BEGIN = text(
    """
    INSERT INTO cancellations (event_id, called_off_by, created_at) VALUES (:event_id, :by, :now)
    ON CONFLICT DO NOTHING
    """
)
# What slips through the closing door is found for an hour after the rest is done.
_WAITING = text(
    """
    SELECT o.id FROM cancellations c JOIN orders o ON o.event_id = c.event_id
    WHERE o.status IN ('completed', 'pending', 'awaiting_approval')
      AND NOT EXISTS (SELECT FROM cancelled_orders d WHERE d.order_id = o.id)
      AND (c.finished_at IS NULL OR c.finished_at > CAST(:now AS timestamptz) - interval '1 hour')
    ORDER BY o.id LIMIT :limit
    """
)
_NOTE = text(
    """
    INSERT INTO cancelled_orders (order_id, event_id, result, returned, created_at)
    VALUES (:order_id, :event_id, :result, :returned, :now)
    ON CONFLICT DO NOTHING RETURNING 1
    """
)
_FINISH = text(
    """
    UPDATE cancellations f SET finished_at = :now
    WHERE f.finished_at IS NULL AND NOT EXISTS (
        SELECT FROM orders o
        WHERE o.event_id = f.event_id
          AND o.status IN ('completed', 'pending', 'awaiting_approval')
          AND NOT EXISTS (SELECT FROM cancelled_orders d WHERE d.order_id = o.id)
    )
    RETURNING f.event_id, f.called_off_by, f.created_at
    """
)
_STANDING = """
    SELECT c.event_id, c.called_off_by, c.created_at, c.finished_at, c.bar_message_id,
           c.bar_shown, e.title, e.currency, done.refunded, done.released, done.nothing,
           done.failed, done.returned, a.chat_id,
           coalesce(a.chosen_language, a.language) AS language,
           (SELECT count(*) FROM orders o WHERE o.event_id = c.event_id
                AND o.status IN ('completed', 'pending', 'awaiting_approval')
                AND NOT EXISTS (SELECT FROM cancelled_orders d WHERE d.order_id = o.id)
           ) AS waiting
    FROM cancellations c
    JOIN events e ON e.id = c.event_id
    LEFT JOIN telegram_accounts a ON a.user_id = c.called_off_by
    CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE d.result = 'refunded') AS refunded,
               count(*) FILTER (WHERE d.result = 'released') AS released,
               count(*) FILTER (WHERE d.result = 'nothing') AS nothing,
               count(*) FILTER (WHERE d.result = 'failed') AS failed,
               coalesce(sum(d.returned), 0) AS returned
        FROM cancelled_orders d WHERE d.event_id = c.event_id
    ) done
"""
_FIND = text(_STANDING + "WHERE c.event_id = :event_id")
_BARS = text(_STANDING + "WHERE c.bar_message_id IS NOT NULL")
_SET_BAR = text(
    """
    UPDATE cancellations SET bar_message_id = :message, bar_shown = :shown
    WHERE event_id = :event_id
    """
)


async def outlook(session: AsyncSession, *, event_id: UUID) -> Row[Any]:
    """What calling an evening off would mean: orders, and what they are worth in major units."""
    return (await session.execute(_OUTLOOK, {"event_id": event_id})).one()


async def begin(session: AsyncSession, *, event_id: UUID, by: UUID, now: datetime) -> None:
    """From now on its orders are worked off."""
    await session.execute(_BEGIN, {"event_id": event_id, "by": by, "now": now})


async def waiting(session: AsyncSession, *, now: datetime, limit: int) -> Sequence[UUID]:
    """Orders of evenings that were called off, which nobody has worked off."""
    return (await session.scalars(_WAITING, {"now": now, "limit": limit})).all()


async def note(
    session: AsyncSession,
    *,
    order_id: UUID,
    event_id: UUID,
    result: str,
    returned: Decimal,
    now: datetime,
) -> bool:
    """Write down what became of an order; False where that was written before."""
    values = {
        "order_id": order_id,
        "event_id": event_id,
        "result": result,
        "returned": returned,
        "now": now,
    }
    return (await session.execute(_NOTE, values)).scalar_one_or_none() is not None


async def finish(session: AsyncSession, *, now: datetime) -> Sequence[Row[Any]]:
    """Close those whose every order was worked off; which they are."""
    return (await session.execute(_FINISH, {"now": now})).all()


async def find(session: AsyncSession, *, event_id: UUID) -> Row[Any] | None:
    """How far one is."""
    return (await session.execute(_FIND, {"event_id": event_id})).one_or_none()


async def bars(session: AsyncSession) -> Sequence[Row[Any]]:
    """How far those are whose progress is shown somewhere."""
    return (await session.execute(_BARS)).all()


async def set_bar(
    session: AsyncSession, *, event_id: UUID, message: int | None, shown: str | None
) -> None:
    """Write where the progress is shown, and a sign of what stands there."""
    await session.execute(_SET_BAR, {"event_id": event_id, "message": message, "shown": shown})
