"""Statements about the life of a refund, from the claim of a worker to its end."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.orders import Refund

_CLAIM = text(
    """
    UPDATE refunds r SET status = 'in_transit', attempts = r.attempts + 1,
        tried_at = CAST(:now AS timestamptz)
    FROM (
        SELECT r.id, p.provider_charge_id, e.organizer_id
        FROM refunds r JOIN payments p ON p.id = r.payment_id JOIN events e ON e.id = r.event_id
        WHERE p.payment_method = 'telegram' AND p.provider_charge_id IS NOT NULL
        AND p.account_id IS NULL AND (
            r.status = 'created' OR r.status = 'in_transit'
            AND r.tried_at + CAST(:lease AS interval) * power(2, least(r.attempts - 1, 5))
                <= CAST(:now AS timestamptz)
        )
        ORDER BY r.created_at LIMIT :limit FOR UPDATE OF r SKIP LOCKED
    ) due
    WHERE r.id = due.id
    RETURNING r.id, r.order_id, r.amount, r.currency, r.attempts, r.retries,
              due.provider_charge_id, due.organizer_id
    """
)
# One that was told counts an attempt, though there was no call.
_HAND_OVER = text(
    """
    UPDATE refunds r SET attempts = 1
    FROM (
        SELECT r.id, e.organizer_id
        FROM refunds r JOIN payments p ON p.id = r.payment_id JOIN events e ON e.id = r.event_id
        WHERE r.status = 'created' AND r.attempts = 0 AND NOT (
            :by_provider AND p.payment_method = 'telegram' AND p.provider_charge_id IS NOT NULL
            AND p.account_id IS NULL
        )
        ORDER BY r.created_at LIMIT :limit FOR UPDATE OF r SKIP LOCKED
    ) due
    WHERE r.id = due.id RETURNING r.id, due.organizer_id
    """
)
_IS_HELD = text(
    """
    SELECT EXISTS (
        SELECT FROM refunds WHERE id = :id AND status = 'in_transit' AND attempts = :attempt
    )
    """
)
_OWED_AT = text("SELECT created_at FROM refunds WHERE id = :id")
_MOVEMENT = """
    SELECT r.id, r.order_id, r.event_id, o.number, o.user_id, r.amount, r.currency, r.status,
           r.by_hand, r.failure, r.retries, r.created_at, r.finished_at,
           p.account_id IS NOT NULL AS own_account
    FROM refunds r JOIN orders o ON o.id = r.order_id JOIN payments p ON p.id = r.payment_id
"""
_FIND = text(_MOVEMENT + "WHERE r.id = :id")
_LOCK = text(_MOVEMENT + "WHERE r.id = :id FOR UPDATE OF r")
_OF_ORDER = text(
    _MOVEMENT + "WHERE r.order_id = :order_id AND r.status <> 'cancelled' ORDER BY r.id"
)
_OPEN_OF_EVENT = text(
    _MOVEMENT
    + """
    WHERE r.event_id = :event_id AND r.status IN ('created', 'in_transit', 'failed')
    ORDER BY r.status = 'in_transit', r.id LIMIT 20
    """
)
_STUCK = text(
    """
    SELECT count(*) FROM refunds
    WHERE created_at <= :before AND status IN ('created', 'in_transit')
        AND (status = 'in_transit' OR attempts = 0)
    """
)


async def claim(
    session: AsyncSession, *, limit: int, lease: timedelta, now: datetime
) -> Sequence[Row[Any]]:
    """Put refunds into transit that nobody has, or had for longer than `lease`, doubled with each
    attempt."""
    found = await session.execute(_CLAIM, {"limit": limit, "lease": lease, "now": now})
    return found.all()


async def hand_over(session: AsyncSession, *, by_provider: bool, limit: int) -> Sequence[Row[Any]]:
    """Mark refunds that no provider can give back as told; who makes their events."""
    found = await session.execute(_HAND_OVER, {"by_provider": by_provider, "limit": limit})
    return found.all()


async def is_held(session: AsyncSession, *, id: UUID, attempt: int) -> bool:
    """Whether a refund is in transit by this attempt."""
    return bool((await session.execute(_IS_HELD, {"id": id, "attempt": attempt})).scalar_one())


async def owed_at(session: AsyncSession, *, id: UUID) -> datetime:
    """Since when a refund is owed."""
    at: datetime = (await session.execute(_OWED_AT, {"id": id})).scalar_one()
    return at


async def change(session: AsyncSession, *, id: UUID, **values: Any) -> None:
    """Write columns of a refund."""
    await session.execute(update(Refund).where(Refund.id == id).values(**values))


async def find(session: AsyncSession, *, id: UUID) -> Row[Any] | None:
    """One refund with its order's number and buyer."""
    return (await session.execute(_FIND, {"id": id})).one_or_none()


async def lock(session: AsyncSession, *, id: UUID) -> Row[Any] | None:
    """The same, nobody else's until the end; None for who may not change it."""
    return (await session.execute(_LOCK, {"id": id})).one_or_none()


async def of_order(session: AsyncSession, *, order_id: UUID) -> Sequence[Row[Any]]:
    """What was not called off of an order's refunds."""
    return (await session.execute(_OF_ORDER, {"order_id": order_id})).all()


async def open_of_event(session: AsyncSession, *, event_id: UUID) -> Sequence[Row[Any]]:
    """What has not gone back yet of an event's orders; tasks first."""
    return (await session.execute(_OPEN_OF_EVENT, {"event_id": event_id})).all()


async def stuck(session: AsyncSession, *, before: datetime) -> int:
    """How many refunds should have gone by `before` and did not, with nobody told to see to it."""
    return int((await session.execute(_STUCK, {"before": before})).scalar_one())
