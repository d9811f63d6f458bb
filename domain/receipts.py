"""Receipts: who sold what to whom, for how much, and what VAT is in it.

A receipt says what its payment knows; only what goes back changes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import notifications, orders, refunding
from domain.errors import NotAvailable
from domain.money import Money
from domain.orders import OrderView
from domain.refunding import Movement
from domain.sellers import Seller
from domain.wording import BASE
from storage.enums import NotificationType, RefundStatus
from storage.queries import sellers as queries

_WENT = (RefundStatus.DONE, RefundStatus.EXTERNAL)


@dataclass(frozen=True, slots=True)
class Receipt:
    """A paid order for its buyer. `method` is how it was paid: `telegram` or `door`. `email` is
    where a copy may go, None also where nobody was there. `went` is what goes back or is owed."""

    order: OrderView
    seller: Seller
    buyer: str = field(repr=False)
    email: str | None = field(repr=False)
    paid_at: datetime
    method: str
    went: Sequence[Movement]

    @property
    def kept(self) -> Money:
        """What is left of the total after what went back."""
        total = self.order.total
        gone = sum(
            each.amount.amount
            for each in self.went
            if each.status in _WENT and each.amount.currency == total.currency
        )
        return Money(max(total.amount - gone, 0), total.currency)


def vat_contained(gross: Money, rate: Decimal) -> Money:
    """The VAT in a price that contains it, at `rate` percent of the net price.

    Worked out once, from the whole, and rounded half up to the minor unit.
    """
    exact = gross.amount * rate / (100 + rate)
    return Money(int(exact.quantize(Decimal(1), ROUND_HALF_UP)), gross.currency)


async def get(
    session: AsyncSession, *, order_id: UUID, buyer: UUID, locale: str = BASE
) -> Receipt:
    """The receipt of one of a person's own orders.

    Raises `NotAvailable`, also for an order that was never paid or cost nothing.
    """
    order = await orders.get(session, order_id=order_id, buyer=buyer, locale=locale)
    paid = await queries.paid(session, order_id=order_id)
    if paid is None or not order.total.amount:
        raise NotAvailable
    rate = paid.seller.get("vat_rate")
    seller = Seller(
        name=paid.seller.get("name") or order.house,
        address=paid.seller.get("address", ""),
        tax_number=paid.seller.get("tax_number"),
        vat_rate=None if rate is None else Decimal(rate),
    )
    return Receipt(
        order=order,
        seller=seller,
        buyer=paid.full_name or "",
        email=paid.email,
        paid_at=paid.created_at,
        method=paid.payment_method,
        went=await refunding.of_order(session, order_id=order_id),
    )


async def write(session: AsyncSession, *, order_id: UUID, buyer: UUID, now: datetime) -> None:
    """Send a copy by e-mail to the buyer's confirmed address; once a minute at most.

    Raises `NotAvailable` where there is no receipt, or no address.
    """
    receipt = await get(session, order_id=order_id, buyer=buyer)
    if receipt.email is None:
        raise NotAvailable
    minute = now.replace(second=0, microsecond=0)
    await notifications.add(
        session,
        to=buyer,
        template="receipt",
        arguments={"order": str(order_id)},
        key=f"receipt {order_id} {minute.isoformat()}",
        caused_at=minute,
        due_at=now,
        channel=NotificationType.EMAIL,
    )
