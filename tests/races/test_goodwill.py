"""Money that a house gives back while tickets stay valid is never more than what came."""

import asyncio
from contextlib import suppress
from datetime import timedelta
from uuid import UUID

import pytest

from domain import goodwill, refunds, returning, sold_orders
from domain.actors import Person
from domain.errors import AlreadyPaid, DomainError, MoreThanCame, NotAvailable
from domain.goodwill import Why
from storage.database import Database
from storage.queries import invariants, orders
from storage.queries import refunds as queries
from tests.factories import (
    MadeEvent,
    Owner,
    counters_agree,
    ledger_agrees,
    make_event,
    make_person,
)
from tests.races.test_money import hold
from tests.races.test_returning import buy


async def sold(db: Database, owner: Owner) -> tuple[MadeEvent, UUID, UUID]:
    """An evening, its order of three tickets for €135, and who bought them."""
    show = await make_event(owner, starts_in=timedelta(days=30))
    buyer = await make_person(owner)
    return show, await buy(db, show.id, buyer, 1), buyer


async def give(db: Database, show: MadeEvent, order: UUID, amount: int) -> bool:
    try:
        async with db.begin(Person("person", show.organizer)) as tx:
            await goodwill.give(
                tx.session,
                order_id=order,
                by=show.organizer,
                amount=amount,
                why=Why.MISTAKE,
                now=tx.now,
            )
    except MoreThanCame:
        return False
    return True


async def given_back(owner: Owner) -> int:
    return int(await owner.value("SELECT coalesce(sum(amount), 0) * 100 FROM refunds"))


async def all_agrees(owner: Owner) -> bool:
    """Every invariant, and the counters."""
    for name, statement in invariants.STATEMENTS.items():
        wrong = await owner.fetch(statement)
        assert wrong == [], (name, wrong)
    return await counters_agree(owner) and await ledger_agrees(owner)


async def test_many_at_once_give_what_came_and_no_cent_more(db: Database, owner: Owner) -> None:
    show, order, _ = await sold(db, owner)
    done = await asyncio.gather(*(give(db, show, order, 5000) for _ in range(10)))
    assert sum(done) == 2
    assert await given_back(owner) == 10000
    assert not await give(db, show, order, 3501)
    assert not await give(db, show, order, 0)
    assert await all_agrees(owner)
    assert await give(db, show, order, 3500)
    assert await given_back(owner) == 13500
    assert await owner.value("SELECT count(*) FROM tickets WHERE status = 'valid'") == 3
    await owner.fetch("UPDATE refunds SET status = 'done'")
    async with db.begin(Person("person", show.organizer)) as tx:
        await refunds.settle(tx.session, order_id=order)
    assert await owner.value("SELECT payment_status FROM orders") == "refunded"
    assert await owner.value("SELECT status FROM orders") == "completed"
    assert await all_agrees(owner)


async def test_without_the_order_s_lock_and_the_trigger_they_would(
    db: Database, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    show, order, _ = await sold(db, owner)
    both, left = asyncio.Barrier(2), queries.left

    async def read_together(*args, **kwargs):
        found = await left(*args, **kwargs)
        await both.wait()
        return found

    monkeypatch.setattr(orders, "lock", orders.find)
    monkeypatch.setattr(queries, "left", read_together)
    await owner.value("DROP TRIGGER keep_refund ON refunds")
    assert all(await asyncio.gather(*(give(db, show, order, 10000) for _ in range(2))))
    assert await given_back(owner) == 20000


async def test_what_tickets_bring_back_later_is_so_much_less(db: Database, owner: Owner) -> None:
    show, order, buyer = await sold(db, owner)
    assert await give(db, show, order, 10000)
    asked = {"order_id": order, "buyer": buyer}
    async with db.begin(Person("person", buyer)) as tx:
        quote = await returning.quote(tx.session, **asked, now=tx.now)
        assert quote.back.amount == 3500
        await returning.give_back(tx.session, **asked, shown=3500, now=tx.now)
    assert await given_back(owner) == 13500
    assert await owner.value("SELECT status FROM orders") == "cancelled"
    assert await all_agrees(owner)
    assert not await give_or_nothing(db, show, order)


async def give_or_nothing(db: Database, show: MadeEvent, order: UUID) -> bool:
    try:
        return await give(db, show, order, 1)
    except NotAvailable:
        return False


async def test_giving_and_returning_at_once_owe_no_more_than_came(
    db: Database, owner: Owner
) -> None:
    show, order, buyer = await sold(db, owner)

    async def returns() -> None:
        async with db.begin(Person("person", buyer)) as tx:
            await returning.give_back(
                tx.session, order_id=order, buyer=buyer, shown=13500, now=tx.now
            )

    await asyncio.gather(
        *(give_or_nothing_of(db, show, order) for _ in range(3)), returns(), return_exceptions=True
    )
    assert await given_back(owner) <= 13500
    assert await all_agrees(owner)


async def give_or_nothing_of(db: Database, show: MadeEvent, order: UUID) -> None:
    with suppress(DomainError):
        await give(db, show, order, 4000)


async def call_off(db: Database, show: MadeEvent, order: UUID, *, by: UUID | None = None) -> None:
    who = by or show.organizer
    async with db.begin(Person("person", who)) as tx:
        await sold_orders.call_off(
            tx.session, order_id=order, by=who, why=sold_orders.Why.MISTAKE, now=tx.now
        )


async def test_an_unpaid_order_is_let_go_once_and_a_paid_one_not(
    db: Database, owner: Owner
) -> None:
    show, paid, _ = await sold(db, owner)
    other = await make_person(owner)
    held = await hold(db, show, other, 2)
    with pytest.raises(NotAvailable):
        await call_off(db, show, held, by=other)
    await asyncio.gather(*(call_off(db, show, held) for _ in range(4)))
    assert await owner.value("SELECT status FROM orders WHERE id = $1", held) == "cancelled"
    told = "SELECT count(*) FROM notifications WHERE template = 'order-called-off'"
    assert await owner.value(told) == 1
    assert await owner.value("SELECT held FROM quotas") == 0
    with pytest.raises(AlreadyPaid):
        await call_off(db, show, paid)
    assert await all_agrees(owner)
