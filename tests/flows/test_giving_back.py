"""Money that cannot be kept goes back to where it came from, once, and everybody is told."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from redis.asyncio import Redis

from bot.provider import Stripe
from domain import refunds
from domain.actors import WORKER
from domain.money import Money
from jobs.refunds import give_back
from storage.database import Database
from storage.enums import RefundSource
from storage.ids import new_id
from tests.factories import Owner, ledger_agrees, make_event
from tests.flows.broadcasting import house_event, jobs_of, make_house
from tests.flows.buying import holds, pictures_of
from tests.guest import Guest, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch

_AN_HOUR = timedelta(hours=1)


@pytest.fixture
async def stripe(portal: Portal) -> AsyncIterator[Stripe]:
    """The provider, as the sandbox plays it."""
    provider = Stripe("sk_test_sandbox", f"{portal.sandbox.url}/stripe")
    yield provider
    await provider.close()


def worker(database: Scratch, later: timedelta = timedelta(0)) -> Database:
    return Database(database.dsn("portal_worker"), role="portal_worker", clock_offset=later)


@pytest.fixture
async def jobs(database: Scratch) -> AsyncIterator[Database]:
    """What happens by itself."""
    opened = worker(database)
    yield opened
    await opened.close()


@pytest.fixture
async def later(database: Scratch) -> AsyncIterator[Database]:
    """The same, an hour later: no lease of now holds then."""
    opened = worker(database, _AN_HOUR)
    yield opened
    await opened.close()


async def buys(portal: Portal, name: str = "Giulia Conti", how: str = "pay") -> Guest:
    """A guest with a paid place."""
    guest = await portal.guest(name)
    await holds(portal, guest, "Velvet Hour", places=1)
    await guest.pay(how)
    await pictures_of(portal, guest, 1)
    return guest


async def owe(jobs: Database, order: UUID, amount: int) -> None:
    """Part of what an order paid is owed back."""
    async with jobs.begin(WORKER) as tx:
        await refunds.owe(
            tx.session,
            order_id=order,
            amount=Money(amount, "EUR"),
            reason="cancelled",
            cause=new_id(),
            source=RefundSource.BUYER,
            now=tx.now,
        )


async def at_stripe(portal: Portal, owner: Owner) -> list[int]:
    """What the provider gave back, in cents."""
    went: list[int] = []
    for row in await owner.fetch("SELECT provider_charge_id FROM payments"):
        known = {"charge": row["provider_charge_id"]}
        key = {"Authorization": "Bearer sk_test"}
        url = "/stripe/v1/refunds"
        async with portal.sandbox.http.get(url, params=known, headers=key) as answer:
            went += [each["amount"] for each in (await answer.json())["data"]]
    return went


async def fails(portal: Portal, kind: str) -> None:
    """The next refund meets a fault of the provider's."""
    wish: dict[str, Any] = {"kind": kind, "method": "createRefund"}
    async with portal.sandbox.http.post("/client/faults", json=wish) as answer:
        assert answer.status == 200, await answer.text()


async def hears(portal: Portal, guest: Guest, words: str) -> dict[str, Any]:
    """The message with these words, wherever it stands in the chat."""
    found = await portal.until(
        guest, lambda messages: any(words in said(each) for each in messages)
    )
    return next(each for each in reversed(found) if words in said(each))


async def test_what_was_paid_twice_goes_back_once_and_the_order_says_so(
    portal: Portal,
    owner: Owner,
    database: Scratch,
    redis: Redis,
    jobs: Database,
    stripe: Stripe,
) -> None:
    await make_event(owner)
    giulia = await buys(portal, how="twice")
    await hears(portal, giulia, "More than one payment reached us")
    assert await owner.value("SELECT payment_status FROM orders") == "overpaid"
    async with jobs_of(portal, database, redis):
        await asyncio.gather(give_back(jobs, stripe), give_back(jobs, stripe))
        notice = await hears(portal, giulia, "is on its way back to you.")
    assert await at_stripe(portal, owner) == [4500]
    assert await owner.value("SELECT attempts FROM refunds") == 1
    assert await owner.value("SELECT payment_status FROM orders") == "paid"
    assert await ledger_agrees(owner)
    await giulia.tap("My order", among=notice)
    await hears(portal, giulia, "€45 went back to you")


async def test_a_worker_that_dies_before_or_after_the_call_gives_back_once(
    portal: Portal, owner: Owner, jobs: Database, later: Database, stripe: Stripe
) -> None:
    await make_event(owner)
    await buys(portal)
    order = await owner.value("SELECT id FROM orders")
    await owe(jobs, order, 1000)
    await fails(portal, "reset")
    await give_back(jobs, stripe)  # the money went, and nobody heard
    assert await at_stripe(portal, owner) == [1000]
    assert await owner.value("SELECT status FROM refunds") == "in_transit"
    await give_back(jobs, stripe)  # somebody else's until its lease is over
    assert await owner.value("SELECT attempts FROM refunds") == 1
    await owe(jobs, order, 500)
    await fails(portal, "500")
    await give_back(jobs, stripe)  # nothing went, and nobody knows
    assert await at_stripe(portal, owner) == [1000]
    await give_back(later, stripe)
    assert sorted(await at_stripe(portal, owner)) == [500, 1000]
    assert await owner.fetch("SELECT DISTINCT status FROM refunds") == [{"status": "done"}]
    assert await owner.value("SELECT payment_status FROM orders") == "partially_refunded"


async def test_without_one_key_for_all_attempts_it_would_go_back_twice(
    portal: Portal, owner: Owner, jobs: Database, later: Database, stripe: Stripe
) -> None:
    await make_event(owner)
    await buys(portal)
    await owe(jobs, await owner.value("SELECT id FROM orders"), 1000)
    await fails(portal, "reset")
    await give_back(jobs, stripe)
    await owner.value("UPDATE refunds SET retries = 1")  # another key
    await give_back(later, stripe)
    assert await at_stripe(portal, owner) == [1000, 1000]


async def test_what_could_not_go_back_is_a_task_that_the_house_tries_again(
    portal: Portal,
    owner: Owner,
    database: Scratch,
    redis: Redis,
    jobs: Database,
    stripe: Stripe,
) -> None:
    house = await make_house(owner, portal)
    await house_event(owner, portal, house)
    giulia = await buys(portal)
    await owe(jobs, await owner.value("SELECT id FROM orders"), 4500)
    await fails(portal, "403")
    async with jobs_of(portal, database, redis):
        await give_back(jobs, stripe)
        await hears(portal, giulia, "could not go back the way it came")
        task = await hears(portal, house, "expired_or_canceled_card")
        assert await owner.value("SELECT status FROM orders") == "completed"
        assert await owner.value("SELECT payment_status FROM orders") == "refund_due"
        await house.tap("Try again", among=task)
        await hears(portal, house, "is owed back")
        await give_back(jobs, stripe)
        await hears(portal, giulia, "is on its way back to you.")
    assert await at_stripe(portal, owner) == [4500]
    assert await owner.value("SELECT payment_status FROM orders") == "refunded"
    await house.tap("Accounts")
    accounts = said(await hears(portal, house, "Gone back: €45"))
    assert "Sold: €45" in accounts
    assert "Yours: €0" in accounts


async def test_without_a_provider_the_house_pays_back_and_says_so(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis, jobs: Database
) -> None:
    house = await make_house(owner, portal)
    await house_event(owner, portal, house)
    giulia = await buys(portal)
    order = await owner.value("SELECT id FROM orders")
    await owe(jobs, order, 2000)
    async with jobs_of(portal, database, redis):
        await give_back(jobs, None)
        await give_back(jobs, None)
        task = await hears(portal, house, "is owed back")
        await house.tap("I paid it back", among=task)
        await house.tap("Yes, it is paid back")
        await hears(portal, giulia, "has paid €20 back to you")
    told = "SELECT count(*) FROM notifications WHERE template = 'refund-task'"
    assert await owner.value(told) == 1
    row = await owner.fetch("SELECT status, by_hand FROM refunds")
    assert row == [{"status": "done", "by_hand": True}]
    assert await owner.value("SELECT payment_status FROM orders") == "partially_refunded"
