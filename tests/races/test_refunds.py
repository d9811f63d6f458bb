"""Money that goes back: never more than came, and for one cause once."""

import asyncio
from uuid import UUID

import asyncpg
import pytest

from domain import refunds
from domain.actors import Person
from domain.money import Money
from storage.database import Database
from storage.enums import RefundSource
from storage.ids import new_id
from tests.factories import Owner, ledger_agrees, make_event, make_person
from tests.races.test_money import PRICE, hold, pay
from tests.storage.database_fixtures import Scratch


async def owe(db: Database, buyer: UUID, order: UUID, amount: int, cause: UUID) -> int:
    async with db.begin(Person("person", buyer)) as tx:
        owed = await refunds.owe(
            tx.session,
            order_id=order,
            amount=Money(amount, "EUR"),
            reason="cancelled",
            cause=cause,
            source=RefundSource.BUYER,
            now=tx.now,
        )
    return owed.amount


async def paid(db: Database, owner: Owner) -> tuple[UUID, UUID]:
    """A buyer and their paid order."""
    show, buyer = await make_event(owner), await make_person(owner)
    order = await hold(db, show, buyer)
    await pay(db, order, "c1")
    return buyer, order


async def test_many_causes_at_once_owe_what_came_and_no_cent_more(
    db: Database, owner: Owner
) -> None:
    buyer, order = await paid(db, owner)
    owed = await asyncio.gather(*(owe(db, buyer, order, 1000, new_id()) for _ in range(10)))
    assert sorted(owed) == [0, 0, 0, 0, 0, 500, 1000, 1000, 1000, 1000]
    assert await owner.value("SELECT sum(amount) FROM refunds") == PRICE.major
    assert await owner.value("SELECT payment_status FROM orders") == "refund_due"


async def test_one_cause_at_once_owes_once(db: Database, owner: Owner) -> None:
    buyer, order = await paid(db, owner)
    cause = new_id()
    owed = await asyncio.gather(*(owe(db, buyer, order, 1000, cause) for _ in range(10)))
    assert sorted(owed) == [0] * 9 + [1000]


async def test_the_newest_money_goes_back_first(db: Database, owner: Owner) -> None:
    buyer, order = await paid(db, owner)
    await owner.value("UPDATE payments SET created_at = created_at - interval '1 h'")
    await pay(db, order, "c2")
    assert await owe(db, buyer, order, 2000, new_id()) == 2000
    rows = await owner.fetch(
        "SELECT p.transaction_id, r.reason, r.amount FROM refunds r"
        " JOIN payments p ON p.id = r.payment_id ORDER BY r.id"
    )
    assert [(row["transaction_id"], row["reason"], int(row["amount"])) for row in rows] == [
        ("c2", "double", 45),
        ("c1", "cancelled", 20),
    ]
    assert await owner.value("SELECT payment_status FROM orders") == "overpaid"


async def write_twice_at_once(database: Scratch, order: UUID) -> list[BaseException | None]:
    """Two workers that forget every rule write a refund of all that came, side by side."""
    workers = [await asyncpg.connect(database.dsn("portal_worker")) for _ in range(2)]
    row = await workers[0].fetchrow("SELECT * FROM payments WHERE order_id = $1", order)

    async def write(worker: asyncpg.Connection) -> None:
        await worker.execute(
            "INSERT INTO refunds (payment_id, order_id, event_id, amount, currency, source,"
            " reason, cause) VALUES ($1, $2, $3, $4, 'EUR', 'admin', 'x', $5)",
            *(row["id"], order, row["event_id"], row["amount"], new_id()),
        )

    ends = await asyncio.gather(*map(write, workers), return_exceptions=True)
    for worker in workers:
        await worker.close()
    return list(ends)


async def test_the_database_refuses_more_than_came(
    db: Database, owner: Owner, database: Scratch
) -> None:
    _, order = await paid(db, owner)
    ends = await write_twice_at_once(database, order)
    assert [type(end) for end in ends if end] == [asyncpg.CheckViolationError]
    assert await owner.value("SELECT sum(amount) FROM refunds") == PRICE.major


async def test_without_its_guard_it_would_not(
    db: Database, owner: Owner, database: Scratch
) -> None:
    _, order = await paid(db, owner)
    await owner.value("DROP TRIGGER keep_refund ON refunds")
    assert await write_twice_at_once(database, order) == [None, None]
    assert await owner.value("SELECT sum(amount) FROM refunds") == 2 * PRICE.major


async def test_nobody_mends_the_ledger(db: Database, owner: Owner, database: Scratch) -> None:
    await paid(db, owner)
    assert await ledger_agrees(owner)
    for statement in (
        "UPDATE ledger_lines SET count = 2",
        "DELETE FROM ledger_lines",
        "TRUNCATE ledger_lines",
    ):
        for role in ("portal_worker", "portal_migrate"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await as_role(database, role, statement)
    await owner.value("UPDATE tickets SET status = 'cancelled'")
    with pytest.raises(AssertionError):
        await ledger_agrees(owner)  # it would see a ticket that went without a line


async def as_role(database: Scratch, role: str, statement: str) -> None:
    connection = await asyncpg.connect(database.dsn(role))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
