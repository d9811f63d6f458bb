"""What an event sold and what its money did, summed up."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_OF_EVENT = text(
    """
    SELECT e.currency, l.*, p.*, r.*
    FROM events e
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(count * unit_price) FILTER (WHERE kind = 'sold'), 0) AS sold,
               coalesce(-sum(count * unit_price) FILTER (WHERE kind = 'taken_back'), 0)
                   AS returned,
               coalesce(sum(count * unit_price) FILTER (WHERE kind = 'kept'), 0) AS kept,
               coalesce(-sum(count * unit_price) FILTER (WHERE kind = 'given'), 0) AS given
        FROM ledger_lines WHERE event_id = e.id
    ) l
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(amount), 0) AS came FROM payments
        WHERE event_id = e.id AND status = 'successful' AND currency = e.currency
    ) p
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(amount) FILTER (WHERE status IN ('done', 'external')), 0) AS gone,
               coalesce(
                   sum(amount) FILTER (WHERE status IN ('created', 'in_transit', 'failed')), 0
               ) AS owed
        FROM refunds WHERE event_id = e.id AND currency = e.currency
    ) r
    WHERE e.id = :event_id
    """
)


async def of_event(session: AsyncSession, *, event_id: UUID) -> Row[Any]:
    """The sums of an event, in major units of its currency."""
    return (await session.execute(_OF_EVENT, {"event_id": event_id})).one()
