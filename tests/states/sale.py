"""An evening that sells out, its few buyers, and what they, the bank and the door may do to it."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any, Self
from uuid import UUID

import asyncpg

from domain import checkin, orders, payments
from domain.actors import WORKER, Person
from domain.baskets import Basket
from domain.errors import DomainError
from domain.money import Money
from domain.payments import Charge, Invoice, Outcome
from storage.context import Claim
from storage.database import Database
from storage.enums import ScanResult
from storage.errors import AlreadyDone
from storage.queries import invariants
from storage.security.codes import TicketCodes
from tests.factories import MadeEvent, Owner, make_event, make_person, make_staff
from tests.storage.database_fixtures import Scratch, patient_database

CODES = TicketCodes(b"k" * 32)
PRICES = (4500, 12000)
BOT = 7
_CLEARED = """
    SET session_replication_role = replica;
    TRUNCATE orders, quotas, processed_updates, user_quota CASCADE;
    SET session_replication_role = origin
"""
_TERMS = [{"hours": 5, "percent": 100}, {"hours": 3, "percent": 50}]
_updates = count(1)

Act = tuple[str, Mapping[str, Any]]
"""What somebody does: the name of a method of `Sale`, and what it is called with."""


@dataclass
class House:
    """The database under test: as the bot, as what happens by itself, and past all rights."""

    bot: Database
    worker: Database
    owner: Owner
    looking: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def look(self, query: str, *values: Any) -> Sequence[Mapping[str, Any]]:
        """Rows past all rights, for one who looks at a time."""
        async with self.looking:
            return await self.owner.fetch(query, *values)

    @classmethod
    async def open(cls, scratch: Scratch) -> "House":
        worker = Database(scratch.dsn("portal_worker"), role="portal_worker", size=4)
        owner = Owner(await asyncpg.connect(scratch.dsn()))
        return cls(patient_database(scratch, size=8), worker, owner)

    async def close(self) -> None:
        await self.bot.close()
        await self.worker.close()
        await self.owner.connection.close()

    def set_clock(self, ahead: timedelta) -> None:
        self.bot.clock_offset = self.worker.clock_offset = ahead


@dataclass
class Sale:
    """One evening: three of one type and two of the other, four places in all."""

    house: House
    show: MadeEvent
    buyers: list[UUID]
    steward: UUID
    fulfilled: set[UUID] = field(default_factory=set)

    @classmethod
    async def open(cls, house: House) -> Self:
        owner = house.owner
        house.set_clock(timedelta())
        if await house.look(invariants.ALL):
            await owner.connection.execute(_CLEARED)
        show = await make_event(
            owner,
            types={"Standing": ("45.00", 3), "Front row": ("120.00", 2)},
            capacity=4,
            limit=2,
            starts_in=timedelta(hours=6),
            refund_policy=_TERMS,
        )
        steward = await make_person(owner, "Jonas Weiss")
        await make_staff(owner, show, steward, "supervisor")
        return cls(house, show, [await make_person(owner) for _ in range(3)], steward)

    async def named(self, place: int) -> UUID | None:
        """One of the orders that were ever made, if there is any."""
        rows = await self.house.look(
            "SELECT id FROM orders WHERE event_id = $1 ORDER BY id", self.show.id
        )
        return rows[place % len(rows)]["id"] if rows else None

    async def do(self, act: Act) -> None:
        """Do it; what is refused in words, or was done before, is well."""
        name, given = act
        with suppress(DomainError, AlreadyDone):
            await getattr(self, name)(**given)

    async def both(self, one: Act, other: Act) -> None:
        """Two at the same moment; both have ended when it returns."""
        ends = await asyncio.gather(self.do(one), self.do(other), return_exceptions=True)
        for wrong in filter(None, ends):
            raise wrong

    async def reserve(self, *, buyer: int, basket: tuple[int, int], update: int) -> None:
        await orders.reserve(
            self.house.bot,
            claim=Claim(BOT, update),
            buyer=self.buyers[buyer],
            event_id=self.show.id,
            basket=Basket(basket),
            shown_total=sum(n * price for n, price in zip(basket, PRICES, strict=True)),
        )

    async def ask_to_pay(self, *, order: int) -> None:
        found = await self.named(order)
        if found is None:
            return
        row = await self._order(found)
        async with self.house.bot.begin(Person("person", row["user_id"])) as tx:
            await payments.check_payable(
                tx.session,
                invoice=Invoice(found, row["attempt"]),
                payer=row["user_id"],
                asked=Money.of(row["total_amount"], "EUR"),
                now=tx.now,
            )

    async def pay(self, *, order: int, charge: str, short: int, currency: str) -> None:
        found = await self.named(order)
        if found is None:
            return
        row = await self._order(found)
        paid = Money(Money.of(row["total_amount"], "EUR").amount - short, currency)
        async with self.house.bot.begin(Person("person", row["user_id"])) as tx:
            outcome = await payments.confirm(
                tx.session,
                order_id=found,
                charge=Charge(charge, f"at the bank {charge}", "telegram", paid),
                codes=CODES,
                now=tx.now,
            )
        if outcome is Outcome.FULFILLED:
            assert found not in self.fulfilled, "one order was fulfilled twice"
            assert (short, currency) == (0, "EUR")
            self.fulfilled.add(found)

    async def release(self, *, order: int, update: int) -> None:
        found = await self.named(order)
        if found is None:
            return
        buyer = (await self._order(found))["user_id"]
        async with self.house.bot.begin(Person("person", buyer), Claim(BOT, update)) as tx:
            await orders.release(tx.session, order_id=found, buyer=buyer, now=tx.now)

    async def expire(self) -> None:
        async with self.house.worker.begin(WORKER) as tx:
            await orders.expire_due(tx.session, now=tx.now, limit=100)

    async def wait(self, *, minutes: int) -> None:
        self.house.set_clock(self.house.bot.clock_offset + timedelta(minutes=minutes))

    async def enter(self, *, ticket: int, nonce: str) -> None:
        found = await self.house.look(
            "SELECT id, generation FROM tickets WHERE event_id = $1 ORDER BY id", self.show.id
        )
        if not found:
            return
        row = found[ticket % len(found)]
        await self.scan(CODES.code(self.show.id, row["id"], row["generation"]), nonce)

    async def scan(self, code: str, nonce: str) -> ScanResult | None:
        """What the steward is told."""
        async with self.house.bot.begin(Person("person", self.steward)) as tx:
            answer = await checkin.scan(
                tx.session, code=code, by=self.steward, nonce=nonce, codes=CODES, now=tx.now
            )
        return answer.result if isinstance(answer, checkin.Scan) else None

    async def _order(self, id: UUID) -> Mapping[str, Any]:
        [row] = await self.house.look(
            "SELECT user_id, attempt, total_amount FROM orders WHERE id = $1", id
        )
        return row

    async def updates(self) -> set[int]:
        """Those that something came of; what was refused may be done when it is told again."""
        rows = await self.house.look(
            "SELECT update_id FROM processed_updates WHERE bot_id = $1", BOT
        )
        return {row["update_id"] for row in rows}

    async def rows(self) -> Mapping[str, Any]:
        """How much there is of what a repeated act must not make more of."""
        [row] = await self.house.look(
            """
            SELECT (SELECT count(*) FROM orders WHERE event_id = $1) AS orders,
                (SELECT count(*) FROM payments WHERE event_id = $1) AS payments,
                (SELECT count(*) FROM tickets WHERE event_id = $1) AS tickets,
                (SELECT count(*) FROM refunds WHERE event_id = $1) AS refunds,
                (SELECT count(*) FROM checkins WHERE event_id = $1 AND result = 'ok') AS entries
            """,
            self.show.id,
        )
        return row

    async def check(self) -> None:
        """Everything that must be true, after each step."""
        wrong = await self.house.look(invariants.ALL)
        assert wrong == [], [(row["rule"], row["facts"]) for row in wrong]
        rows = await self.house.look(
            "SELECT id, status::text FROM orders WHERE event_id = $1", self.show.id
        )
        bought = {row["id"] for row in rows if row["status"] == "completed"}
        ended = {row["id"] for row in rows if row["status"] in {"refunded", "cancelled"}}
        assert bought <= self.fulfilled, ("money was not told to have bought", rows)
        assert self.fulfilled <= bought | ended, ("what was bought is gone", rows)


def next_update() -> int:
    """The id of an update that never was."""
    return next(_updates)
