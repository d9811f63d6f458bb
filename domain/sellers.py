"""Who sells, as receipts say it: the name that the law knows, the address, the numbers.

A payment keeps all of it as it was then (`sec.keep_seller`): what is changed here is said by the
receipts of later payments.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotAvailable
from storage.queries import seller_accounts
from storage.queries import sellers as queries

LONGEST_NAME: Final = 120
LONGEST_ADDRESS: Final = 300
LONGEST_NUMBER: Final = 40


@dataclass(frozen=True, slots=True)
class Seller:
    """`vat_rate` is in percent of the net price, from 0 to below 100; None: VAT is not told."""

    name: str
    address: str = ""
    tax_number: str | None = None
    vat_rate: Decimal | None = None


async def find(session: AsyncSession, *, person: UUID) -> Seller | None:
    """What the receipts of a house say; None: its public name alone."""
    row = await queries.find(session, person=person)
    if row is None:
        return None
    return Seller(row.name, row.address, row.tax_number, row.vat_rate)


async def keep(session: AsyncSession, *, person: UUID, seller: Seller, now: datetime) -> None:
    """Say it from now on. Raises `NotAvailable` for who is no house."""
    if not await seller_accounts.hold(session, person=person):
        raise NotAvailable
    await queries.put(
        session,
        person=person,
        name=seller.name,
        address=seller.address,
        tax_number=seller.tax_number,
        vat_rate=seller.vat_rate,
        now=now,
    )


async def remove(session: AsyncSession, *, person: UUID) -> None:
    """Say the public name alone from now on. Twice is once."""
    await queries.remove(session, person=person)
