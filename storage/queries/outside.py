"""Statements about what the provider tells of money that moved without us."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.ledger import ProviderEvent

_NEXT = text(
    """
    SELECT v.*, p.id AS payment_id, p.order_id, p.event_id, e.organizer_id
    FROM provider_events v
    JOIN payments p ON p.provider_charge_id = ANY (v.charges) AND p.currency = v.currency
    JOIN events e ON e.id = p.event_id
    WHERE v.done_at IS NULL ORDER BY v.received_at, v.id LIMIT 1 FOR UPDATE OF v SKIP LOCKED
    """
)
_FIND = text(
    """
    SELECT id, status, source FROM refunds
    WHERE provider_refund_id = :thing
        OR id::text = left(CAST(:key AS text), 36) AND provider_refund_id IS NULL
    LIMIT 1
    """
)
_ROOM = text(
    """
    SELECT p.amount - coalesce(sum(r.amount), 0)
    FROM payments p LEFT JOIN refunds r ON r.payment_id = p.id AND r.status <> 'cancelled'
    WHERE p.id = :payment_id GROUP BY p.id
    """
)
_WAITING = text(
    """
    SELECT id, amount FROM refunds
    WHERE payment_id = :payment_id AND status IN ('created', 'failed')
    ORDER BY created_at, id FOR UPDATE
    """
)
_BLOCK = text(
    "UPDATE tickets SET status = 'blocked' WHERE order_id = :order_id AND status = 'valid'"
)
_UNBLOCK = text(
    "UPDATE tickets SET status = 'valid' WHERE order_id = :order_id AND status = 'blocked'"
)
_CLOSE = text("UPDATE provider_events SET done_at = :now WHERE id = :id")
_STUCK = text(
    "SELECT count(*) FROM provider_events WHERE done_at IS NULL AND received_at <= :before"
)


async def keep(session: AsyncSession, **values: Any) -> None:
    """Keep an event; one that is there stays as it is."""
    await session.execute(insert(ProviderEvent).values(**values).on_conflict_do_nothing())


async def next_open(session: AsyncSession) -> Row[Any] | None:
    """The oldest event of a payment that is here, with that; no other worker's until the end."""
    return (await session.execute(_NEXT)).one_or_none()


async def find_refund(
    session: AsyncSession, *, provider_refund_id: str, key: str | None
) -> Row[Any] | None:
    """The refund that an event is about, by the provider's name for it or by our key."""
    values = {"thing": provider_refund_id, "key": key}
    return (await session.execute(_FIND, values)).one_or_none()


async def room(session: AsyncSession, *, payment_id: UUID) -> Decimal:
    """How much of a payment is neither owed nor gone, in major units."""
    left: Decimal = (await session.execute(_ROOM, {"payment_id": payment_id})).scalar_one()
    return left


async def waiting(session: AsyncSession, *, payment_id: UUID) -> Sequence[Row[Any]]:
    """What is owed of a payment and has not left, locked."""
    return (await session.execute(_WAITING, {"payment_id": payment_id})).all()


async def block_tickets(session: AsyncSession, *, order_id: UUID) -> None:
    """Nobody gets in with these until somebody has decided."""
    await session.execute(_BLOCK, {"order_id": order_id})


async def unblock_tickets(session: AsyncSession, *, order_id: UUID) -> None:
    """They count again."""
    await session.execute(_UNBLOCK, {"order_id": order_id})


async def close(session: AsyncSession, *, id: str, now: datetime) -> None:
    """An event is worked."""
    await session.execute(_CLOSE, {"id": id, "now": now})


async def stuck(session: AsyncSession, *, before: datetime) -> int:
    """How many events nobody could work since `before`."""
    return int((await session.execute(_STUCK, {"before": before})).scalar_one())
