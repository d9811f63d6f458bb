"""Statements about money on its way back. More than came is refused by `sec.keep_refund`."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.orders import Refund

_IS_WORKED = text(
    "SELECT EXISTS (SELECT FROM refunds WHERE order_id = :order_id AND cause = :cause)"
)
_LEFT = text(
    """
    SELECT p.id, p.amount - coalesce(sum(r.amount), 0) AS left
    FROM payments p LEFT JOIN refunds r ON r.payment_id = p.id AND r.status <> 'cancelled'
    WHERE p.order_id = :order_id AND p.currency = :currency AND p.status = 'successful'
    GROUP BY p.id HAVING p.amount > coalesce(sum(r.amount), 0)
    ORDER BY p.created_at DESC, p.id DESC
    """
)
_BALANCE = text(
    """
    SELECT o.status, o.payment_status, o.total_amount, o.currency,
           coalesce(sum(p.amount), 0) AS came,
           coalesce(sum(p.amount) FILTER (WHERE p.currency = o.currency), 0) AS counts,
           coalesce(sum(r.open), 0) AS open, coalesce(sum(r.gone), 0) AS gone,
           coalesce(sum(r.gone) FILTER (WHERE p.currency = o.currency), 0) AS counts_gone
    FROM orders o
    LEFT JOIN payments p ON p.order_id = o.id AND p.status = 'successful'
    LEFT JOIN LATERAL (
        SELECT sum(b.amount) FILTER (WHERE b.status IN ('created', 'in_transit', 'failed'))
                   AS open,
               sum(b.amount) FILTER (WHERE b.status IN ('done', 'external')) AS gone
        FROM refunds b WHERE b.payment_id = p.id
    ) r ON true
    WHERE o.id = :order_id GROUP BY o.id
    """
)


async def is_worked(session: AsyncSession, *, order_id: UUID, cause: UUID) -> bool:
    """Whether money of an order was owed for this cause before."""
    found = await session.execute(_IS_WORKED, {"order_id": order_id, "cause": cause})
    return bool(found.scalar_one())


async def left(session: AsyncSession, *, order_id: UUID, currency: str) -> Sequence[Row[Any]]:
    """The payments of an order that are not owed back in full, and by how much; newest first."""
    found = await session.execute(_LEFT, {"order_id": order_id, "currency": currency})
    return found.all()


async def add(session: AsyncSession, **values: Any) -> None:
    """Owe money back."""
    await session.execute(insert(Refund).values(**values))


async def balance(session: AsyncSession, *, order_id: UUID) -> Row[Any]:
    """What came for an order, what is on its way back and what went; `counts`: in its currency."""
    return (await session.execute(_BALANCE, {"order_id": order_id})).one()
