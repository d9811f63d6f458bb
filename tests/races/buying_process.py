"""Buyers in a process of their own: each goes on until they have a seat or know that none is left.

Its arguments: the DSN, the event, the first and the last of its buyers, and the journal. A line of
the journal is what a buyer was told for good; who is not in it yet begins anew.
"""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from domain import orders, payments
from domain.actors import Person
from domain.baskets import Basket
from domain.errors import SoldOut
from domain.money import Money
from domain.payments import Charge
from storage.context import Claim
from storage.database import Database
from storage.errors import AlreadyDone, Unavailable
from storage.security.codes import TicketCodes
from tests.keeping import VAULT
from tests.signing import SIGNER

AT_ONCE = 48
PRICE = Money(4500, "EUR")
_CODES = TicketCodes(b"k" * 32)


def buyer_id(number: int) -> UUID:
    """Who the buyer of this number is."""
    return UUID(f"00000000-0000-7000-8002-{number:012}")


async def _hold(db: Database, event: UUID, number: int) -> UUID | None:
    while True:
        with suppress(Unavailable):
            try:
                held = await orders.reserve(
                    db,
                    claim=Claim(7, number),
                    buyer=buyer_id(number),
                    event_id=event,
                    basket=Basket((1,)),
                    shown_total=PRICE.amount,
                )
            except SoldOut:
                return None
            return held.order_id
        await asyncio.sleep(0.05)  # the database is away; the same act again


async def _pay(db: Database, order: UUID, number: int) -> None:
    while True:
        with suppress(Unavailable, AlreadyDone):
            async with db.begin(Person("person", buyer_id(number))) as tx:
                await payments.confirm(
                    tx.session,
                    order_id=order,
                    charge=Charge(f"c{number}", f"p{number}", "telegram", PRICE),
                    codes=_CODES,
                    now=tx.now,
                )
            return
        await asyncio.sleep(0.05)


async def _buy(dsn: str, event: UUID, first: int, last: int, journal: Path) -> None:
    told = {int(line.split()[0]) for line in journal.read_text().splitlines()}
    numbers = iter([each for each in range(first, last) if each not in told])
    db = Database(dsn, role="portal_app", signer=SIGNER, vault=VAULT, size=8)
    with journal.open("a") as book:

        async def lane(mine: Iterator[int]) -> None:
            for number in mine:
                order = await _hold(db, event, number)
                if order is not None:
                    await _pay(db, order, number)
                book.write(f"{number} {order or 'none'}\n")
                book.flush()

        await asyncio.gather(*(lane(numbers) for _ in range(AT_ONCE)))
    await db.close()


if __name__ == "__main__":
    _dsn, _event, _first, _last, _journal = sys.argv[1:]
    asyncio.run(_buy(_dsn, UUID(_event), int(_first), int(_last), Path(_journal)))
