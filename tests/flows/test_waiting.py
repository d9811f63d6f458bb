"""Guests wait for what is sold out; what comes free is held for them, and they are told."""

from datetime import timedelta

import pytest

from bot.callbacks.making import AtType
from domain import calling_off, payments
from domain.actors import Person
from domain.money import Money
from domain.payments import Charge
from jobs.calling_off import work_off_cancelled
from tests.factories import Owner, counters_agree
from tests.flows.broadcasting import house_event, jobs_of, make_house
from tests.flows.buying import finds, holds, pictures_of, waits
from tests.guest import NoSuchButton, labels
from tests.portal_fixtures import Portal


async def test_a_family_of_three_sits_together_or_is_asked_about_fewer(
    portal: Portal, owner: Owner, database, redis
) -> None:
    house = await make_house(owner, portal)
    await house_event(owner, portal, house, types={"Standing": ("45.00", 3)})
    first, second = await portal.guest("Ada"), await portal.guest("Bea")
    await holds(portal, second, "Velvet Hour", places=1)
    await second.pay()
    await holds(portal, first, "Velvet Hour", places=2)
    family, single = await portal.guest("Greta"), await portal.guest("Sol")
    await waits(portal, family, seats="3 together")
    await portal.says(family, "3 places together")
    assert "first in line" in await family.words()
    await waits(portal, single, seats="One place")
    await portal.says(single, "One is before you")

    async with jobs_of(portal, database, redis) as jobs:
        await first.tap("Give the places back", among=await first.screen())
        await portal.says(first, "was given back")
        await jobs.tick()
        await finds(portal, second, "Velvet Hour")
        assert "Sold out" in "".join(labels(await second.screen()))
        jobs.db.clock_offset = timedelta(minutes=31)
        await jobs.tick()
        asked = await portal.says(family, "2 places are free; you wished for 3")
        assert "€90" in await family.words()
        jobs.db.clock_offset = timedelta(0)
        await family.tap("Wait on for 3", among=asked)
        await portal.says(family, "You keep your place in line")
        await jobs.tick()
        offer = await portal.says(single, "A place has come free for you")
        await single.tap("Not this time", among=offer)
        await portal.says(single, "go to the next in line")
        await owner.fetch("UPDATE quotas SET size = 4")  # one more chair
        await finds(portal, first, "Velvet Hour")
        with pytest.raises(NoSuchButton):
            await first.tap("Tickets from", among=await first.screen())
        await jobs.tick()
        offer = await portal.says(family, "3 places have come free for you, together")
    await family.tap("Pay €135", among=offer)
    assert (await family.pay())["result"] == "paid"
    await pictures_of(portal, family, 3)
    assert await owner.value("SELECT state::text FROM waitlist_entries WHERE seats = 3") == "taken"
    assert await counters_agree(owner)


async def test_free_seats_take_one_tap_and_fewer_go_on_to_the_next(
    portal: Portal, owner: Owner, database, redis
) -> None:
    house = await make_house(owner, portal)
    show = await house_event(owner, portal, house, types={"Guest": ("0.00", 1)})
    ada, greta, sol = [await portal.guest(name) for name in ("Ada", "Greta", "Sol")]
    await finds(portal, ada, "Velvet Hour")
    await ada.tap("A free place")
    await pictures_of(portal, ada, 1)
    await waits(portal, greta, seats="2 together")
    await waits(portal, sol, seats="One place")
    await greta.send("/tickets")
    await portal.says(greta, "My tickets")
    await greta.tap("Waiting · Velvet Hour")
    await portal.says(greta, "2 places together")
    async with jobs_of(portal, database, redis) as jobs:
        await owner.fetch("UPDATE quotas SET size = 3")
        await jobs.tick()
        offer = await portal.says(greta, "2 places have come free")
        await greta.tap("Only one", among=offer)
        await pictures_of(portal, greta, 1)
        await jobs.tick()
        offer = await portal.says(sol, "A place has come free")
        await sol.tap("Take my place", among=offer)
        await pictures_of(portal, sol, 1)
    assert await owner.value("SELECT count(*) FROM tickets WHERE event_id = $1", show.id) == 3
    assert await counters_agree(owner)


async def test_who_waits_for_what_is_called_off_is_told_once(
    portal: Portal, owner: Owner, database, redis
) -> None:
    house = await make_house(owner, portal)
    show = await house_event(owner, portal, house, types={"Standing": ("45.00", 1)})
    ada, greta = await portal.guest("Ada"), await portal.guest("Greta")
    await holds(portal, ada, "Velvet Hour", places=1)
    await waits(portal, greta, seats="2 together")
    await portal.says(greta, "first in line")
    by = await portal.user_id(owner, house)
    async with portal.db.begin(Person("person", by)) as tx:
        await calling_off.call_off(tx.session, event_id=show.id, by=by, now=tx.now)
    async with jobs_of(portal, database, redis) as jobs:
        for _ in range(2):
            await work_off_cancelled(jobs.db)
            await jobs.tick()
        await portal.says(greta, "its waiting list ends here")
    told = "SELECT count(*) FROM notifications WHERE template = 'line-ended'"
    assert await owner.value(told) == 1
    assert await owner.value("SELECT state::text FROM waitlist_entries") == "left"
    await greta.send("/tickets")
    await portal.says(greta, "My tickets")
    with pytest.raises(NoSuchButton):
        await greta.tap("Waiting · Velvet Hour")


async def test_a_house_sees_who_waits_and_closes_the_line(portal: Portal, owner: Owner) -> None:
    house = await make_house(owner, portal)
    show = await house_event(owner, portal, house, types={"Standing": ("45.00", 1)})
    ada, greta, sol = [await portal.guest(name) for name in ("Ada", "Greta", "Sol")]
    await holds(portal, ada, "Velvet Hour", places=1)
    await waits(portal, greta, seats="4 together")
    await finds(portal, sol, "Velvet Hour")
    await sol.tap("Sold out")
    await sol.tap("Waiting list")
    ask = await portal.says(sol, "How many shall it be")

    message = (await house.screen())["message_id"]
    await house.tap_data(message, AtType(type=show.types["Standing"]).pack())
    await portal.says(house, "One waits, for 4 places")
    await house.tap("Smaller groups first")
    await house.tap("Close waiting list")
    await portal.says(house, "nobody can join it")

    assert "The waiting list is closed" in str(await sol.tap("One place", among=ask))
    await greta.send("/tickets")
    await portal.says(greta, "My tickets")
    await greta.tap("Waiting · Velvet Hour")
    await portal.says(greta, "smaller groups may be served first")
    await greta.tap("Leave the list")
    await portal.says(greta, "You have left this waiting list")


async def test_who_paid_too_late_waits_at_the_head_of_the_line(
    portal: Portal, owner: Owner, database, redis
) -> None:
    house = await make_house(owner, portal)
    await house_event(owner, portal, house, types={"Standing": ("45.00", 1)})
    late, quick, patient = [await portal.guest(name) for name in ("Lea", "Quinn", "Pat")]
    await holds(portal, late, "Velvet Hour", places=1)
    order, buyer = (await owner.fetch("SELECT id, user_id FROM orders"))[0].values()
    async with jobs_of(portal, database, redis) as jobs:
        jobs.db.clock_offset = timedelta(minutes=16)
        await jobs.tick()
        await portal.says(late, "was not paid in time")
        jobs.db.clock_offset = timedelta(0)
        await holds(portal, quick, "Velvet Hour", places=1)
        await waits(portal, patient, seats="One place")
        async with portal.db.begin(Person("person", buyer)) as tx:
            charge = Charge("late", "late", "telegram", Money(4500, "EUR"))
            await payments.confirm(
                tx.session, order_id=order, charge=charge, codes=portal.desk.codes, now=tx.now
            )
        jobs.db.clock_offset = timedelta(minutes=1)  # no reply of the bot's has closed the notice
        told = await portal.says(late, "wait at the head of the line")
        jobs.db.clock_offset = timedelta(0)
        await late.tap("Wait ahead of the line", among=told)
        await portal.says(late, "you stand ahead of the others")
        await quick.tap("Give the places back", among=await quick.screen())
        await jobs.tick()
        await portal.says(late, "A place has come free for you")
    assert await counters_agree(owner)
