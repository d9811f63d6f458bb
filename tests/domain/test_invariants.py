"""Seats and money counted again from the rows: whatever an insider breaks is named."""

import re
from collections.abc import AsyncIterator
from uuid import UUID

import asyncpg
import pytest

from bot.console.proving import sentence
from domain import invariants, orders, payments
from domain.actors import WORKER, Person
from domain.baskets import Basket
from domain.invariants import RULES, Finding
from domain.money import Money
from domain.payments import Charge
from jobs.housekeeping import CountsDiffer, prove_counts
from storage.context import Claim
from storage.database import Database
from storage.security.codes import TicketCodes
from tests.factories import MadeEvent, Owner, make_code, make_event, make_person
from tests.storage.database_fixtures import Scratch, patient_database

CODES = TicketCodes(b"k" * 32)
BREAKS = {
    "pools": "UPDATE quotas SET sold = sold + 1",
    "sizes": "UPDATE quotas SET size = 2",
    "limits": "UPDATE user_quota SET taken = 1 WHERE taken = 3",
    "totals": "UPDATE orders SET total_amount = 1 WHERE status = 'pending'",
    "tickets": "DELETE FROM tickets WHERE id = (SELECT min(id::text)::uuid FROM tickets)",
    "unpaid": "UPDATE orders SET status = 'cancelled' WHERE status = 'completed'",
    "books": "DELETE FROM ledger_lines",
    "money": "UPDATE payments SET amount = amount - 1",
    "refunds": "UPDATE refunds SET amount = amount + 1",
    "states": "UPDATE orders SET payment_status = 'pending' WHERE status = 'completed'",
    "codes": "UPDATE promo_codes SET used = 2",
    "redemptions": "UPDATE promo_redemptions SET discount = 1",
}
"""One act for each rule, as somebody who may do everything would do it past every guard."""


@pytest.fixture
async def worker(database: Scratch) -> AsyncIterator[Database]:
    opened = Database(database.dsn("portal_worker"), role="portal_worker")
    yield opened
    await opened.close()


@pytest.fixture
async def show(database: Scratch, owner: Owner) -> MadeEvent:
    """Three paid seats, one held with a code, one given back, and a charge too many that is owed
    back."""
    show = await make_event(owner)
    code = await make_code(owner, show)
    db = patient_database(database, size=2)

    async def hold(
        number: int, places: int, each: int = 4500, code: str | None = None
    ) -> tuple[UUID, UUID]:
        buyer = await make_person(owner)
        held = await orders.reserve(
            db,
            claim=Claim(7, number),
            buyer=buyer,
            event_id=show.id,
            basket=Basket((places,)),
            shown_total=each * places,
            code=code,
        )
        return buyer, held.order_id

    buyer, order = await hold(1, 3)
    await hold(2, 1, 2250, code)
    gone, given_back = await hold(3, 2)
    async with db.begin(Person("person", gone)) as tx:
        await orders.release(tx.session, order_id=given_back, buyer=gone, now=tx.now)
    for name in ("c1", "c2"):
        async with db.begin(Person("person", buyer)) as tx:
            await payments.confirm(
                tx.session,
                order_id=order,
                charge=Charge(name, name, "telegram", Money(13500, "EUR")),
                codes=CODES,
                now=tx.now,
            )
    await db.close()
    return show


async def look(worker: Database) -> list[Finding]:
    async with worker.read(WORKER) as tx:
        return [each async for some in invariants.look(tx.session) for each in some]


async def test_what_the_domain_did_agrees(show: MadeEvent, worker: Database) -> None:
    assert await look(worker) == []
    await prove_counts(worker)


def test_each_rule_has_an_act_that_breaks_it() -> None:
    assert tuple(BREAKS) == RULES


@pytest.mark.parametrize("rule", RULES)
async def test_what_an_insider_breaks_is_named(
    rule: str, show: MadeEvent, database: Scratch, owner: Owner, worker: Database
) -> None:
    superuser = await asyncpg.connect(database.dsn())
    await superuser.execute("SET session_replication_role = replica")
    await superuser.execute("ALTER TABLE quotas DROP CONSTRAINT ck_quotas_not_oversold")
    await superuser.execute(BREAKS[rule])
    await superuser.close()
    found = await look(worker)
    assert rule in {each.rule for each in found}
    with pytest.raises(CountsDiffer, match=re.escape(sentence(found[0]))):
        await prove_counts(worker)
