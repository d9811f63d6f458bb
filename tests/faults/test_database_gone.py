"""PostgreSQL is killed in the middle of everything: what cannot be done now is done later."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
import pytest

from storage.embedded import Servers
from tests.factories import Owner, make_event
from tests.faults.crowd import wishes
from tests.faults.door import Door
from tests.faults.outside import shows
from tests.faults.servers import frozen, kill, postgres_answers, revive
from tests.flows.buying import holds, pictures_of
from tests.guest import Guest
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch

pytestmark = [pytest.mark.timeout(300), pytest.mark.chaos]  # processes start and start again


@asynccontextmanager
async def _away(postgres: Servers, database: Scratch) -> AsyncIterator[None]:
    """PostgreSQL is gone for the length of the block."""
    kill(postgres, "postgres")
    try:
        yield
    finally:
        await revive(postgres, lambda: postgres_answers(database.dsn()))


async def _value(database: Scratch, query: str) -> object:
    connection = await asyncpg.connect(database.dsn())
    try:
        return await connection.fetchval(query)
    finally:
        await connection.close()


async def test_the_webhook_wants_it_again(
    door: Door, portal: Portal, owner: Owner, postgres: Servers, database: Scratch
) -> None:
    show = await make_event(owner, types={"Standing": ("45.00", 100)})
    guest = await portal.guest()
    update = next(wishes(5_000_000, [guest], show))
    async with _away(postgres, database):
        assert await door.post(update) == 503
    assert await door.post(update) == 200
    assert await _value(database, "SELECT count(*) FROM orders") == 1


async def test_polling_keeps_its_place_and_a_payment_is_refused_in_time(
    portal: Portal, owner: Owner, postgres: Servers, database: Scratch
) -> None:
    await make_event(owner, types={"Standing": ("45.00", 100)})
    giulia = await portal.guest("Giulia Conti")
    await holds(portal, giulia, "Velvet Hour", places=1)
    async with _away(postgres, database):
        began = time.monotonic()
        refused = await giulia.pay()
        assert refused["result"] == "refused"
        assert "crowd" in refused["error_message"]
        assert time.monotonic() - began < 10
        await giulia.send("/events")
    await shows(portal.sandbox, giulia, "Velvet Hour", times=2)
    assert (await giulia.pay())["result"] == "paid"
    assert len(await pictures_of(portal, giulia, 1)) == 1


async def test_a_payment_is_refused_in_time_by_a_database_that_does_not_answer(
    portal: Portal, owner: Owner
) -> None:
    """Not gone but silent: the order's row is locked by somebody who does not let go."""
    await make_event(owner, types={"Standing": ("45.00", 100)})
    giulia = await portal.guest("Giulia Conti")
    await holds(portal, giulia, "Velvet Hour", places=1)
    await owner.connection.execute("BEGIN; SELECT FROM orders FOR UPDATE")
    began = time.monotonic()
    refused = await giulia.pay()
    assert refused["result"] == "refused"
    assert "crowd" in refused["error_message"]
    assert time.monotonic() - began < 10
    await owner.connection.execute("ROLLBACK")
    assert (await giulia.pay())["result"] == "paid"


async def test_a_frozen_database_refuses_payments_in_time_and_loses_nothing(
    portal: Portal, owner: Owner, postgres: Servers
) -> None:
    """It takes every call and answers none, as behind a network that swallows packets."""
    await make_event(owner, types={"Standing": ("45.00", 100)})
    giulia, marco = await portal.guest("Giulia Conti"), await portal.guest("Marco Riva")
    await holds(portal, giulia, "Velvet Hour", places=1)
    with frozen(postgres):
        await marco.send("/events")
        refused = await giulia.pay()
        assert refused["result"] == "refused"
        assert "crowd" in refused["error_message"]  # our sentence: it came within ten seconds
    await shows(portal.sandbox, marco, "Velvet Hour")
    assert (await giulia.pay())["result"] == "paid"
    assert len(await pictures_of(portal, giulia, 1)) == 1


@pytest.mark.chaos
async def test_no_acknowledged_place_is_lost_when_it_is_killed_again_and_again(
    portal: Portal, owner: Owner, postgres: Servers, database: Scratch
) -> None:
    """Buyers tap on while the database dies three times: each who sees a place has it, once."""
    await make_event(owner, types={"Guest": ("0.00", 30)})
    guests = [await portal.guest(f"Guest {number}") for number in range(12)]

    async def takes(guest: Guest) -> None:
        await guest.send("/events")
        await portal.until(guest, lambda found: "Velvet" in str(found[-1]), seconds=60)
        await guest.tap("Velvet Hour")
        await guest.tap("A free place")
        await pictures_of(portal, guest, 1)

    async with asyncio.TaskGroup() as sale:
        for guest in guests:
            sale.create_task(takes(guest))
        for _ in range(3):
            async with _away(postgres, database):
                pass
    assert await _value(database, "SELECT count(*) FROM tickets") == len(guests)
    assert await _value(database, "SELECT sum(sold) FROM quotas") == len(guests)
