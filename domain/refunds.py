"""Money that goes back. Rule ORD12: never more than came, and to where it came from.

Whoever finds that money must go back owes it, in the transaction of its cause; a job sends it.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotAvailable
from domain.money import Money
from storage.enums import OrderStatus, PaymentStatus, RefundSource
from storage.ids import new_id
from storage.queries import orders
from storage.queries import refunds as queries


async def owe(
    session: AsyncSession,
    *,
    order_id: UUID,
    amount: Money,
    reason: str,
    cause: UUID,
    source: RefundSource,
    now: datetime,
) -> Money:
    """Owe at most `amount` of an order's money back, of its newest payments first.

    Returns what is newly owed: less than `amount` where less is left of what came, and nothing
    where `cause` (the id of the act that owes it) was worked before. `reason` is a word of the
    house's own. Raises `NotAvailable` for an order that never was.
    """
    row = await orders.lock(session, order_id=order_id)
    if row is None:
        raise NotAvailable
    if await queries.is_worked(session, order_id=order_id, cause=cause):
        return Money(0, amount.currency)
    missing = amount.amount
    for payment in await queries.left(session, order_id=order_id, currency=amount.currency):
        share = Money(
            min(missing, Money.of(payment.left, amount.currency).amount), amount.currency
        )
        if not share.amount:
            break
        await queries.add(
            session,
            id=new_id(),
            payment_id=payment.id,
            order_id=order_id,
            event_id=row.event_id,
            amount=share.major,
            currency=share.currency,
            source=source,
            reason=reason,
            cause=cause,
            created_at=now,
            meta_data={},
        )
        missing -= share.amount
    await settle(session, order_id=order_id)
    return Money(amount.amount - missing, amount.currency)


async def settle(session: AsyncSession, *, order_id: UUID) -> None:
    """Let an order's payment status follow what came and what went back.

    A cancelled order whose money has gone back in full is refunded.
    """
    balance = await queries.balance(session, order_id=order_id)
    standing = _standing(balance)
    ended = standing is PaymentStatus.REFUNDED and balance.status == OrderStatus.CANCELLED
    status = OrderStatus.REFUNDED if ended else OrderStatus(balance.status)
    if (status, standing) != (balance.status, balance.payment_status):
        await orders.set_status(session, orders=[order_id], status=status, payment_status=standing)


def _standing(balance: Row[Any]) -> PaymentStatus:
    kept = balance.counts - balance.counts_gone
    if balance.status == OrderStatus.COMPLETED and kept > balance.total_amount:
        return PaymentStatus.OVERPAID
    if balance.open:
        return PaymentStatus.REFUND_DUE
    if not balance.came:
        return PaymentStatus(balance.payment_status)
    if balance.gone == balance.came:
        return PaymentStatus.REFUNDED
    if kept < balance.total_amount:
        return PaymentStatus.PARTIALLY_REFUNDED
    return PaymentStatus.PAID
