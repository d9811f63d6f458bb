"""The negative controls of the races for money: with its guards off, each of them is lost."""

import asyncio

import pytest

from domain.payments import Outcome
from storage.database import Database
from storage.queries import orders as statements
from tests.factories import Owner, counters_agree, make_event, make_person
from tests.races.test_money import check, expire, hold, jobs, later, pay
from tests.races.unguarded import all_look_first, without_constraints, without_order_lock

__all__ = ["jobs", "later"]


async def test_one_charge_told_twenty_times_would_be_several(
    db: Database, owner: Owner, monkeypatch
) -> None:
    show, buyer = await make_event(owner), await make_person(owner)
    order = await hold(db, show, buyer)
    without_order_lock(monkeypatch, all_look_first(20))
    await without_constraints(owner)
    outcomes = await asyncio.gather(*(pay(db, order, "c1") for _ in range(20)))
    assert outcomes.count(Outcome.FULFILLED) == 20
    assert await owner.value("SELECT count(*) FROM payments") == 20


async def test_two_charges_would_buy_twice(db: Database, owner: Owner, monkeypatch) -> None:
    show, buyer = await make_event(owner), await make_person(owner)
    order = await hold(db, show, buyer)
    without_order_lock(monkeypatch, all_look_first(2))
    await without_constraints(owner)
    outcomes = await asyncio.gather(pay(db, order, "c1"), pay(db, order, "c2"))
    assert outcomes == [Outcome.FULFILLED] * 2
    assert await owner.value("SELECT count(*) FROM tickets") == 2
    assert await owner.value("SELECT count(*) FROM refunds") == 0


async def test_an_order_would_expire_while_it_is_paid(
    db: Database, later: Database, jobs: Database, owner: Owner, monkeypatch
) -> None:
    show, buyer = await make_event(owner), await make_person(owner)
    order = await hold(db, show, buyer)
    without_order_lock(monkeypatch, lambda: expire(jobs))
    await without_constraints(owner)
    await pay(later, order, "c1")
    with pytest.raises(AssertionError):
        await counters_agree(owner)


async def test_who_chooses_anew_would_have_two_orders_to_pay(
    db: Database, later: Database, jobs: Database, owner: Owner, monkeypatch
) -> None:
    show, buyer = await make_event(owner), await make_person(owner)
    order = await hold(db, show, buyer)
    await expire(jobs)
    await owner.fetch("DROP INDEX uq_orders_open")

    async def has_not(*_: object, **__: object) -> bool:
        return False

    monkeypatch.setattr(statements, "chose_anew", has_not)
    await hold(later, show, buyer, update=2)
    await check(later, order, buyer)
    assert await owner.value("SELECT count(*) FROM orders WHERE status = 'pending'") == 2
