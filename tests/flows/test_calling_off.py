"""An evening is called off or moved: nobody loses money, and everybody is told."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from redis.asyncio import Redis

from domain import calling_off, making, order_approvals
from domain.actors import Person
from jobs.calling_off import Ends, tell_of_moves, work_off_cancelled
from jobs.expiry import expire_orders
from tests.factories import MadeEvent, Owner, counters_agree, ledger_agrees, make_event
from tests.flows.asking import looks_first, requests
from tests.flows.broadcasting import Jobs, jobs_of
from tests.flows.buying import chooses, holds, pictures_of
from tests.flows.test_giving_back import hears
from tests.guest import Guest, labels, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch


async def an_evening(portal: Portal, owner: Owner) -> tuple[MadeEvent, Guest, Guest]:
    """A house with an evening that Giulia has paid for."""
    renata = await portal.guest("Renata Sala")
    house = await portal.user_id(owner, renata)
    show = await make_event(owner, starts_in=timedelta(days=1, hours=6), organizer=house)
    giulia = await portal.guest()
    await holds(portal, giulia, "Velvet Hour", places=2)
    await giulia.pay()
    await pictures_of(portal, giulia, 2)
    return show, renata, giulia


async def ask_to_call_off(portal: Portal, renata: Guest) -> None:
    """To the last question."""
    await renata.send("/mine")
    await portal.says(renata, "Velvet Hour")
    await renata.tap("Velvet Hour")
    await renata.tap("Call it off…")


async def settle(jobs: Jobs, owner: Owner) -> None:
    await work_off_cancelled(jobs.db)
    await tell_of_moves(jobs.db)
    await jobs.tick()
    await jobs.settle(owner)


async def test_an_evening_is_called_off_and_all_the_money_goes_back(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    _, renata, giulia = await an_evening(portal, owner)
    otto, late = await portal.guest("Otto Berg"), await portal.guest("Lena Late")
    await holds(portal, otto, "Velvet Hour", places=1)
    await chooses(portal, late, "Velvet Hour", places=1)

    await ask_to_call_off(portal, renata)
    assert "One order is paid; all of it goes back: €90." in await renata.words()
    assert "One order waits for its payment and is let go." in await renata.words()
    await renata.tap("Go on")
    assert "This cannot be undone. €90 goes back for one order" in await renata.words()
    assert await owner.value("SELECT status::text FROM events") == "published"
    await renata.tap("Yes, call it off for good")
    assert "0 of 2" in await renata.words()
    answer = await late.tap("Hold and pay")
    assert "The sale is over" in answer["text"]

    async with jobs_of(portal, database, redis) as jobs:
        for _ in range(2):
            await settle(jobs, owner)
            await Ends(jobs.db, jobs.bars._redrawer).show()
        bar = next(each for each in await renata.messages() if "2 of 2" in said(each))
        assert "Paid back: 1, together €90" in said(bar)
    await hears(portal, renata, "All 2 orders are worked off; €90 goes back")
    assert "€90 goes back" in await giulia.words()
    assert "does not take place" in await otto.words()
    assert await owner.value("SELECT sum(amount) FROM refunds") == Decimal(90)
    assert await owner.value("SELECT sold + held FROM quotas") == 0
    assert await owner.value("SELECT count(*) FROM tickets WHERE status = 'refunded'") == 2
    assert await owner.value("SELECT count(*) FROM orders WHERE status = 'cancelled'") == 2
    assert await counters_agree(owner)
    assert await ledger_agrees(owner)


async def test_a_moved_evening_may_be_given_back_whole_until_its_deadline(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    _, renata, giulia = await an_evening(portal, owner)
    await giulia.tap("Give my place back")
    assert "Nothing comes back for it now" in await giulia.words()
    await renata.send("/mine")
    await portal.says(renata, "Velvet Hour")
    await renata.tap("Velvet Hour")
    await renata.tap("Change")
    await renata.tap("Start")
    moment = await owner.value(
        "SELECT to_char((start_date + interval '1 day') AT TIME ZONE 'Europe/Rome',"
        " 'DD.MM.YYYY HH24:MI') FROM events"
    )
    await renata.send(moment)
    await portal.says(renata, "reason")
    await renata.send("The hall is being painted.")
    await portal.says(renata, "Velvet Hour")
    async with jobs_of(portal, database, redis) as jobs:
        await settle(jobs, owner)
    assert "has another time or place" in await giulia.words()
    assert "get back all that you paid" in await giulia.words()
    await giulia.tap("I want my money back")
    assert "The evening was moved, so all of it comes back." in await giulia.words()
    await giulia.tap("All 2 · €90 back")
    await giulia.tap("Yes, give it back for €90")
    assert await owner.value("SELECT sum(amount) FROM refunds") == Decimal(90)
    assert await owner.value("SELECT status::text FROM orders") == "cancelled"

    # Who buys after the move knows the new time.
    otto = await portal.guest("Otto Berg")
    await holds(portal, otto, "Velvet Hour", places=1)
    await otto.pay()
    await pictures_of(portal, otto, 1)
    await otto.tap("Give my place back")
    assert "€22.50 comes back" in await otto.words()


async def moves_a_day(
    portal: Portal, owner: Owner, show: MadeEvent, renata: Guest, days: int = 1
) -> None:
    """The house changes the start, by a day or so many."""
    house = await portal.user_id(owner, renata)
    starts_at = await owner.value("SELECT start_date FROM events WHERE id = $1", show.id)
    async with portal.db.begin(Person("person", house)) as tx:
        await making.move(
            tx.session,
            event_id=show.id,
            by=house,
            starts_at=starts_at + timedelta(days=days),
            reason="The hall is being painted.",
            now=tx.now,
        )


async def order_of(portal: Portal, owner: Owner, guest: Guest) -> Any:
    id = await portal.user_id(owner, guest)
    return await owner.value("SELECT id FROM orders WHERE user_id = $1", id)


async def test_who_asked_for_places_hears_that_the_evening_moved(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    """Also who has a yes and has not paid; not who was declined or heard nothing in time."""
    renata = await portal.guest("Renata Sala")
    house = await portal.user_id(owner, renata)
    show = await make_event(owner, starts_in=timedelta(days=3), organizer=house)
    await looks_first(owner, show)
    waits, agreed, declined, lapsed, changed = [
        await portal.guest(name) for name in ("Ada", "Bea", "Cleo", "Dora", "Emma")
    ]
    for guest in (waits, agreed, declined, lapsed, changed):
        await requests(portal, guest)
    async with portal.db.begin(Person("person", house)) as tx:
        for guest, decide in (
            (agreed, order_approvals.approve),
            (declined, order_approvals.decline),
        ):
            order = await order_of(portal, owner, guest)
            await decide(tx.session, order_id=order, attempt=1, by=house, words=None, now=tx.now)
    await owner.fetch(
        "UPDATE orders SET expires_at = now() - interval '1 minute' WHERE id = $1",
        await order_of(portal, owner, lapsed),
    )
    async with jobs_of(portal, database, redis, delivering=False) as jobs:
        await expire_orders(jobs.db)
    await moves_a_day(portal, owner, show, renata)
    async with jobs_of(portal, database, redis, delivering=False) as jobs:
        await tell_of_moves(jobs.db)
    await changed.tap("Take my request back")  # before the message leaves
    async with jobs_of(portal, database, redis) as jobs:
        await settle(jobs, owner)
    told = await hears(portal, waits, "has another time or place")
    assert "stands, and your places stay kept" in said(told)
    assert "get back all that you paid" not in said(told)
    assert "I want my money back" not in str(labels(told))
    await waits.tap("The order", among=told)
    assert "With the house" in await waits.words()
    assert "stay held" in said(await hears(portal, agreed, "has another time or place"))
    for guest in (declined, lapsed, changed):
        heard = [said(each) for each in await guest.messages()]
        assert not [each for each in heard if "has another time or place" in each]


async def test_who_asked_for_places_hears_that_the_evening_is_called_off(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    renata = await portal.guest("Renata Sala")
    house = await portal.user_id(owner, renata)
    show = await make_event(owner, starts_in=timedelta(days=3), organizer=house)
    await looks_first(owner, show)
    waits, declined = await portal.guest("Ada"), await portal.guest("Cleo")
    for guest in (waits, declined):
        await requests(portal, guest)
    by = Person("person", house)
    async with portal.db.begin(by) as tx:
        order = await order_of(portal, owner, declined)
        await order_approvals.decline(
            tx.session, order_id=order, attempt=1, by=house, words=None, now=tx.now
        )
    async with portal.db.begin(by) as tx:
        await calling_off.call_off(tx.session, event_id=show.id, by=house, now=tx.now)
    async with jobs_of(portal, database, redis) as jobs:
        await settle(jobs, owner)
    told = said(await portal.says(waits, "does not take place"))
    assert "your request" in told
    assert "nothing was charged" in told
    assert "does not take place" not in str(await declined.messages())
    assert await owner.value("SELECT sum(held) FROM quotas") == 0
