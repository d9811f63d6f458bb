"""Statements about who sells, as receipts say it."""

from datetime import datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.security.sealing import Field, full_name, shown
from storage.tables.sellers import Seller

_OF_HOUSE = text("SELECT name, address, tax_number, vat_rate FROM sellers WHERE user_id = :person")
# The payment that fulfilled an order came in the transaction that wrote its books.
_PAID = text(
    """
    SELECT p.created_at, p.payment_method, p.seller, u.id AS buyer, u.full_name,
           CASE WHEN u.email_bounced_at IS NULL THEN u.email END AS email
    FROM orders o
    JOIN users u ON u.id = o.user_id
    JOIN payments p ON p.order_id = o.id AND p.status = 'successful'
        AND p.amount = o.total_amount AND p.currency = o.currency
    JOIN ledger_lines l ON l.order_id = o.id AND l.kind = 'sold' AND l.created_at = p.created_at
    WHERE o.id = :order_id LIMIT 1
    """
)


async def find(session: AsyncSession, *, person: UUID) -> Row[Any] | None:
    """What a house wants its receipts to say."""
    return (await session.execute(_OF_HOUSE, {"person": person})).one_or_none()


async def put(
    session: AsyncSession,
    *,
    person: UUID,
    name: str,
    address: str,
    tax_number: str | None,
    vat_rate: Decimal | None,
    now: datetime,
) -> None:
    """Say it from now on."""
    values = {
        "name": name,
        "address": address,
        "tax_number": tax_number,
        "vat_rate": vat_rate,
        "updated_at": now,
    }
    statement = insert(Seller).values(user_id=person, **values)
    await session.execute(statement.on_conflict_do_update(index_elements=["user_id"], set_=values))


async def remove(session: AsyncSession, *, person: UUID) -> None:
    """Say only the public name from now on."""
    await session.execute(delete(Seller).where(Seller.user_id == person))


async def paid(session: AsyncSession, *, order_id: UUID) -> SimpleNamespace | None:
    """The payment that fulfilled an order: when, how, who sold, and who bought, opened."""
    found = (await session.execute(_PAID, {"order_id": order_id})).all()
    email = Field("users", "email", "buyer", "buyer")
    opened = await shown(session, found, full_name=full_name("buyer"), email=email)
    return next(iter(opened), None)
