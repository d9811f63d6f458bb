"""Money that comes after its places were let go: they are held again, or it goes back."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from redis.asyncio import Redis

from bot.provider import Stripe
from jobs.expiry import expire_orders
from jobs.refunds import give_back
from storage.database import Database
from tests.factories import Owner, counters_agree, ledger_agrees, make_code, make_event
from tests.flows.broadcasting import jobs_of
from tests.flows.buying import chooses, holds, pictures_of, waits
from tests.flows.test_giving_back import at_stripe, hears, stripe
from tests.guest import Guest, labels, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor

__all__ = ["stripe"]

_AN_HOUR = timedelta(hours=1)


@pytest.fixture
async def later(database: Scratch) -> AsyncIterator[Database]:
    """What happens by itself, an hour later: no hold of now is left then."""
    opened = Database(database.dsn("portal_worker"), role="portal_worker", clock_offset=_AN_HOUR)
    yield opened
    await opened.close()


async def the_bank_agrees(portal: Portal, name: str) -> Guest:
    """A guest has pressed pay, and the bank takes its time."""
    guest = await portal.guest(name)
    await holds(portal, guest, "Velvet Hour", places=1)
    assert (await guest.pay("late"))["result"] == "waiting"
    return guest


async def test_who_opens_an_old_bill_pays_where_there_is_room(
    portal: Portal, owner: Owner, later: Database
) -> None:
    await make_event(owner, types={"Standing": ("45.00", 1)})
    ada = await portal.guest("Ada")
    await holds(portal, ada, "Velvet Hour", places=1)
    await expire_orders(later)
    assert await owner.value("SELECT held FROM quotas") == 0
    assert (await ada.pay())["result"] == "paid"
    await pictures_of(portal, ada, 1)
    assert await counters_agree(owner)


async def test_who_opens_an_old_bill_is_told_where_there_is_none(
    portal: Portal, owner: Owner, later: Database
) -> None:
    await make_event(owner, types={"Standing": ("45.00", 1)})
    ada, bea = await portal.guest("Ada"), await portal.guest("Bea")
    await holds(portal, ada, "Velvet Hour", places=1)
    await expire_orders(later)
    await holds(portal, bea, "Velvet Hour", places=1)
    answer = await ada.pay()
    assert answer["result"] == "refused"
    assert answer["error_message"]
    assert await owner.value("SELECT count(*) FROM payments") == 0
    assert await counters_agree(owner)


async def test_late_money_buys_where_there_is_room(
    portal: Portal, owner: Owner, later: Database
) -> None:
    await make_event(owner, types={"Standing": ("45.00", 1)})
    ada = await the_bank_agrees(portal, "Ada")
    await expire_orders(later)
    assert await owner.value("SELECT status::text FROM orders") == "expired"
    await ada.send("/orders")
    await portal.says(ada, "My orders")
    await ada.tap("Velvet Hour")
    await portal.says(ada, "Should your bank take the money all the same")
    assert (await ada.pay("arrive"))["result"] == "paid"
    await pictures_of(portal, ada, 1)
    assert await owner.value("SELECT count(*) FROM refunds") == 0
    assert await counters_agree(owner)


async def test_late_money_goes_back_where_there_is_none_and_its_sender_waits_ahead(
    portal: Portal,
    owner: Owner,
    database: Scratch,
    redis: Redis,
    later: Database,
    stripe: Stripe,
) -> None:
    await make_event(owner, types={"Standing": ("45.00", 1)})
    late = await the_bank_agrees(portal, "Ada")
    await expire_orders(later)
    quick, patient = await portal.guest("Bea"), await portal.guest("Cleo")
    await holds(portal, quick, "Velvet Hour", places=1)
    await waits(portal, patient, seats="One place")
    await portal.says(patient, "first in line")

    assert (await late.pay("arrive"))["result"] == "paid"
    told = await hears(portal, late, "could not buy these places any more")
    assert "Wait ahead of the line" in labels(told)
    assert await owner.value("SELECT reason FROM refunds") == "late"
    await late.tap("Wait ahead of the line", among=told)
    await portal.says(late, "so you stand ahead of the others")
    notice = await owner.value(
        "SELECT status::text FROM notifications WHERE template = 'refund-due' AND user_id = $1",
        await portal.user_id(owner, late),
    )
    assert notice == "sent"  # by the bot's own reply: nobody is told twice
    async with jobs_of(portal, database, redis) as jobs:
        await give_back(jobs.db, stripe)
        await hears(portal, late, "is on its way back to you.")
        assert await at_stripe(portal, owner) == [4500]
        await quick.tap("Give the places back", among=await quick.screen())
        await jobs.tick()
        offer = await portal.says(late, "A place has come free for you")
    await late.tap("Pay €45", among=offer)
    assert (await late.pay())["result"] == "paid"
    await pictures_of(portal, late, 1)
    assert await owner.value("SELECT count(*) FROM tickets WHERE status = 'valid'") == 1
    assert await counters_agree(owner)
    assert await ledger_agrees(owner)


async def test_whose_code_was_used_up_meanwhile_reads_that_there_are_places(
    portal: Portal, owner: Owner, later: Database
) -> None:
    show = await make_event(owner, types={"Standing": ("45.00", 9)})
    await make_code(owner, show, budget=1)
    late, quick = await portal.guest("Ada"), await portal.guest("Bea")
    for guest in (late, quick):
        await chooses(portal, guest, "Velvet Hour", places=1)
        await Visitor(portal, guest).taps("I have a code")
        await Visitor(portal, guest).says("half")
        await guest.tap("Hold and pay €22.50")
        if guest is late:
            assert (await late.pay("late"))["result"] == "waiting"
            await expire_orders(later)
    assert (await late.pay("arrive"))["result"] == "paid"
    told = await hears(portal, late, "places can be had at this moment")
    assert "Code HALF may be used up" in said(told)
    assert "Wait ahead of the line" not in labels(told)
    await late.tap("Choose again", among=told)
    assert "Standing · €45" in await late.words()
    assert await counters_agree(owner)
    assert await ledger_agrees(owner)
