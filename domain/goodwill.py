"""Money that a house gives back while the tickets stay valid (product.md O10): a partial refund.

It is bounded by what came and has neither gone nor been promised back, under the order's lock. The
books have a line of it, and what the tickets bring back later is so much less.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import ledger, notifications, refunds, sold_orders
from domain.errors import MoreThanCame, NotAvailable
from domain.money import Money
from domain.sold_orders import SoldOrder
from storage.enums import OrderStatus, RefundSource
from storage.ids import new_id
from storage.queries import orders
from storage.queries import refunds as queries


class Why(StrEnum):
    """What the buyer is told."""

    PROMISED = "promised"
    MISTAKE = "mistake"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Purse:
    """An order and what of its money can still go back."""

    order: SoldOrder
    left: Money


async def purse(session: AsyncSession, *, order_id: UUID, by: UUID) -> Purse:
    """What could still go back of an order.

    Raises `NotAvailable`, also for one that is not paid.
    """
    order = await sold_orders.get(session, order_id=order_id, by=by)
    if order.status is not OrderStatus.COMPLETED:
        raise NotAvailable
    return Purse(order, await _left(session, order_id, order.total.currency))


async def give(
    session: AsyncSession, *, order_id: UUID, by: UUID, amount: int, why: Why, now: datetime
) -> None:
    """Owe `amount` minor units of an order back; its tickets stay valid, and its buyer is told.

    Raises `NotAvailable`, `MoreThanCame`.
    """
    row = await orders.lock(session, order_id=order_id)
    known = await purse(session, order_id=order_id, by=by)
    order, left = known.order, known.left
    if row is None or not 0 < amount <= left.amount:
        raise MoreThanCame(left)
    cause, back = new_id(), Money(amount, left.currency)
    await ledger.given(
        session, order_id=order_id, event_id=order.event_id, amount=back, cause=cause, now=now
    )
    await refunds.owe(
        session,
        order_id=order_id,
        amount=back,
        reason=f"given-{why.value}",
        cause=cause,
        source=RefundSource.ADMIN,
        now=now,
    )
    await notifications.add(
        session,
        to=row.user_id,
        template="money-given",
        arguments={"order": str(order_id), "amount": amount, "why": why.value},
        key=f"money-given {cause}",
        caused_at=now,
    )


async def _left(session: AsyncSession, order_id: UUID, currency: str) -> Money:
    payments = await queries.left(session, order_id=order_id, currency=currency)
    return Money(sum(Money.of(each.left, currency).amount for each in payments), currency)
