"""A house looks at orders before they are paid: asks, answers, and what comes of it."""

from datetime import timedelta

import asyncpg
import pytest

from domain import order_approvals
from domain.actors import Person
from domain.payments import Outcome
from jobs.approving import fulfil_approved, tell_houses
from jobs.calling_off import work_off_cancelled
from jobs.expiry import expire_orders
from tests.factories import Owner, counters_agree, ledger_agrees, make_code, make_staff
from tests.flows.asking import (
    SUPPER,
    asks,
    asks_for_a_free_place,
    bills,
    house_that_looks,
    looks_first,
    money_comes,
    requests,
    the_house_is_told,
)
from tests.flows.broadcasting import house_event, jobs_of, make_house
from tests.flows.buying import chooses, finds, holds, pictures_of
from tests.guest import said
from tests.portal_fixtures import Portal
from tests.visitor import Visitor

_STATUS = "SELECT status::text FROM orders ORDER BY id DESC LIMIT 1"


async def test_a_house_says_yes_and_the_guest_pays(
    portal: Portal, owner: Owner, database, redis
) -> None:
    camilla = await make_house(owner, portal)
    show = await house_event(owner, portal, camilla)
    house = Visitor(portal, camilla)
    marta = Visitor(portal, await portal.guest("Marta Villa"))
    await make_staff(owner, show, await portal.user_id(owner, marta.guest), "manager")
    await house.says("/mine")
    await house.taps("Velvet Hour")
    await house.taps("Tickets")
    await house.taps("Standing")
    assert "You look first" in (await house.taps("Look at orders first"))["text"]
    await house.says("/mine")
    await house.taps("Velvet Hour")
    assert "looked at before it is paid" in (await house.taps("Who changed this"))["text"]

    giulia = Visitor(portal, await portal.guest("Giulia Conti"))
    await asks(owner, show, SUPPER)
    await chooses(portal, giulia.guest, "Velvet Hour", places=2)
    assert "looks at each order" in await giulia.guest.words()
    await giulia.taps("Ask for these 2 places")
    await giulia.taps("Fish")
    await giulia.taps("That is right")
    await portal.says(giulia.guest, "With the house")
    assert not await bills(giulia.guest)
    assert await owner.value("SELECT held FROM quotas") == 2
    await chooses(portal, giulia.guest, "Velvet Hour", places=1)
    assert "not answered yet" in str(await giulia.guest.tap("Ask for this place"))

    async with jobs_of(portal, database, redis) as jobs:
        await the_house_is_told(portal, jobs, camilla)
        told = await portal.says(marta.guest, "waits for your word")
        await tell_houses(jobs.db)
        listed = await marta.taps("Waiting for your word", among=told)
        assert "Giulia Conti" in listed["text"]
        assert "2 × Standing" in listed["text"]
        assert "Fish" in listed["text"]
        assert "asks for 2 × Standing" in (await marta.taps("Giulia Conti"))["text"]
        await marta.taps("Say yes")
        done = await marta.says("We look forward to you")
        assert "Approved by Marta Villa" in done["text"]
        late = await house.taps("Waiting for your word", among=await camilla.screen())
        assert "Nobody waits" in late["text"]
        word = await portal.says(giulia.guest, "says yes")
        assert "We look forward to you" in word["text"]
        await giulia.taps("Pay €90", among=word)
    await portal.until(giulia.guest, lambda messages: bool(messages[-1].get("invoice")))
    assert (await giulia.guest.pay())["result"] == "paid"
    await pictures_of(portal, giulia.guest, 2)
    assert "look forward" not in str(await owner.fetch("SELECT * FROM order_approvals"))
    assert await counters_agree(owner)
    assert await ledger_agrees(owner)


async def test_a_yes_to_another_choice_is_told_as_the_first_was(
    portal: Portal, owner: Owner, database, redis
) -> None:
    house, _ = await house_that_looks(portal, owner)
    by = await portal.user_id(owner, house.guest)
    ada = await portal.guest("Ada")
    async with jobs_of(portal, database, redis) as jobs:
        for places in (1, 2):
            await requests(portal, ada, places=places)
            [order] = await owner.fetch("SELECT id, attempt FROM orders")
            async with portal.db.begin(Person("person", by)) as tx:
                await order_approvals.approve(
                    tx.session,
                    order_id=order["id"],
                    attempt=order["attempt"],
                    by=by,
                    words=None,
                    now=tx.now,
                )
            jobs.deliverer.wake()
            await portal.until(
                ada,
                lambda seen, told=places: sum("says yes" in said(each) for each in seen) == told,
            )


@pytest.mark.parametrize(
    "since",
    [
        "UPDATE events SET start_date = now() - interval '1 h', end_date = now() + interval '1 h'",
        "UPDATE ticket_types SET sale_end = now() - interval '1 min'",
        "UPDATE events SET status = 'cancelled'",
    ],
    ids=["it has begun", "its sale has ended", "it is called off"],
)
async def test_an_old_button_holds_nothing_that_cannot_be_had_any_more(
    portal: Portal, owner: Owner, since: str
) -> None:
    camilla = await make_house(owner, portal)
    show = await house_event(owner, portal, camilla)
    await looks_first(owner, show)
    ada, bea = await portal.guest("Ada"), await portal.guest("Bea")
    await requests(portal, ada, places=2)
    await chooses(portal, bea, "Velvet Hour", places=1)
    old = await bea.screen()
    await owner.fetch(since)
    for _ in range(2):
        answer = await bea.tap("Ask for", among=old)
        assert "The sale is over" in answer["text"]
    assert await owner.value("SELECT held FROM quotas") == 2
    assert await owner.value("SELECT count(*) FROM orders") == 1


async def test_a_house_declines_kindly_and_who_waits_is_served(
    portal: Portal, owner: Owner, database, redis
) -> None:
    house, show = await house_that_looks(portal, owner, types={"Standing": ("45.00", 1)})
    await make_code(owner, show)
    ada = await portal.guest("Ada")
    bea = Visitor(portal, await portal.guest("Bea"))
    await chooses(portal, ada, "Velvet Hour", places=1)
    await Visitor(portal, ada).taps("I have a code")
    await Visitor(portal, ada).says("half")
    await ada.tap("Ask for this place")
    await portal.says(ada, "With the house")
    assert "€22.50" in await ada.words()
    assert await owner.value("SELECT used FROM promo_codes") == 1
    await finds(portal, bea.guest, "Velvet Hour")
    await bea.taps("Sold out")
    await bea.taps("Waiting list")
    await bea.taps("One place")
    async with jobs_of(portal, database, redis) as jobs:
        await the_house_is_told(portal, jobs, house.guest)
        await house.taps("Waiting for your word")
        await house.taps("Ada")
        await house.taps("Decline")
        assert "no words" in (await house.says("…"))["text"]
        assert "Declined by Camilla Rossi" in (await house.says("It is a family evening."))["text"]
        told = await portal.says(ada, "cannot say yes")
        assert "It is a family evening." in told["text"]
        assert await owner.value(_STATUS) == "cancelled"
        assert await owner.value("SELECT used FROM promo_codes") == 0
        await jobs.tick()
        offer = await portal.says(bea.guest, "A place has come free for you")
        assert "looks at each order" in offer["text"]
        await bea.taps("Ask the house", among=offer)
        await portal.says(bea.guest, "With the house")
        assert await owner.value("SELECT state::text FROM waitlist_entries") == "offered"
        await bea.taps("Take my request back")
        await portal.says(bea.guest, "go to the next in line")
    assert await owner.value("SELECT state::text FROM waitlist_entries") == "passed"
    assert await owner.value("SELECT held FROM quotas") == 0
    assert await counters_agree(owner)


async def test_what_costs_nothing_is_theirs_with_the_yes_and_silence_ends_a_request(
    portal: Portal, owner: Owner, database, redis
) -> None:
    free, in_days = {"Standing": ("0.00", 5)}, timedelta(days=9)
    house, _ = await house_that_looks(portal, owner, types=free, starts_in=in_days)
    ada, bea = await portal.guest("Ada"), await portal.guest("Bea")
    for guest in (ada, bea):
        await asks_for_a_free_place(portal, guest, "With a yes your tickets come at once")
    assert await owner.value("SELECT count(*) FROM tickets") == 0
    async with jobs_of(portal, database, redis) as jobs:
        await tell_houses(jobs.db)
        jobs.deliverer.wake()
        await portal.says(house.guest, "2 orders wait for your word")
        await house.taps("Waiting for your word")
        await house.taps("Ada")
        await house.taps("Say yes")
        await house.taps("Skip")
        await fulfil_approved(jobs.db, portal.desk.codes)
        jobs.deliverer.wake()
        await pictures_of(portal, ada, 1)
        jobs.db.clock_offset = timedelta(hours=49)
        await expire_orders(jobs.db)
        jobs.deliverer.wake()
        await portal.says(bea, "has not answered in time")
        await portal.says(house.guest, "A request has lapsed")
    assert await owner.value(_STATUS) == "expired"
    assert await counters_agree(owner)


async def test_money_finds_no_order_that_the_house_has_not_approved(
    portal: Portal, owner: Owner, database, redis
) -> None:
    camilla = await make_house(owner, portal)
    show = await house_event(owner, portal, camilla)
    ada = Visitor(portal, await portal.guest("Ada"))
    await holds(portal, ada.guest, "Velvet Hour", places=1)
    await looks_first(owner, show)  # when the bill is out already
    refused = await ada.guest.pay()
    assert "The house looks at this order" in str(refused), refused
    with pytest.raises(asyncpg.PostgresError) as error:
        await owner.value("UPDATE orders SET precheckout_until = now()")
    assert error.value.sqlstate == "FP005"
    await ada.says("/orders")
    await ada.taps("Velvet Hour")
    await ada.taps("Ask the house")
    await portal.says(ada.guest, "With the house")
    assert not await bills(ada.guest)
    for forced in ("pending", "completed"):
        with pytest.raises(asyncpg.PostgresError) as error:
            await owner.value(f"UPDATE orders SET status = '{forced}'")
        assert error.value.sqlstate == "FP005"

    assert await money_comes(portal, owner, ada.guest) is Outcome.REFUND_DUE
    async with jobs_of(portal, database, redis, later=timedelta(minutes=1)):
        await portal.says(ada.guest, "is owed to you")
        await portal.says(camilla, "had not said yes")
    assert await owner.value(_STATUS) == "awaiting_approval"
    await ada.taps("Take my request back", among=await ada.guest.screen())
    await portal.says(ada.guest, "your money goes back")
    assert await counters_agree(owner)
    assert await ledger_agrees(owner)


async def test_a_request_ends_with_its_evening(
    portal: Portal, owner: Owner, database, redis
) -> None:
    house, _ = await house_that_looks(portal, owner)
    ada = await portal.guest("Ada")
    await requests(portal, ada, places=2)
    until = "SELECT expires_at = e.start_date FROM orders o JOIN events e ON e.id = o.event_id"
    assert await owner.value(until)
    await house.says("/mine")
    await house.taps("Velvet Hour")
    for label in ("Call it off", "Go on", "Yes, call it off"):
        await house.taps(label)
    async with jobs_of(portal, database, redis) as jobs:
        await work_off_cancelled(jobs.db)
        jobs.deliverer.wake()
        told = said(await portal.says(ada, "does not take place"))
    assert "your request" in told
    assert "nothing was charged" in told
    assert "ticket" not in told
    assert await owner.value(_STATUS) == "cancelled"
    assert await owner.value("SELECT held FROM quotas") == 0
    assert await counters_agree(owner)
