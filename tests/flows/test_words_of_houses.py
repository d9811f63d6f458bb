"""A word of a house means what was looked at, and is told as it stands."""

import asyncio
from datetime import timedelta

from domain import events
from domain.actors import PUBLIC
from domain.events import Sale
from jobs.approving import fulfil_approved
from jobs.expiry import expire_orders
from tests.factories import Owner, counters_agree, make_event, make_staff
from tests.flows.asking import (
    SUPPER,
    asks,
    asks_for_a_free_place,
    house_that_looks,
    looks_first,
    requests,
)
from tests.flows.broadcasting import jobs_of
from tests.flows.buying import chooses, finds, pictures_of
from tests.portal_fixtures import Portal
from tests.visitor import Visitor

_STATUS = "SELECT status::text FROM orders ORDER BY id DESC LIMIT 1"


async def test_an_old_button_says_nothing_to_a_new_choice(
    portal: Portal, owner: Owner, database, redis
) -> None:
    house, show = await house_that_looks(portal, owner)
    marta = Visitor(portal, await portal.guest("Marta Villa"))
    await make_staff(owner, show, await portal.user_id(owner, marta.guest), "manager")
    ada = await portal.guest("Ada")
    await requests(portal, ada, places=1)
    for decider in (house, marta):
        await decider.says("/mine")
        await decider.taps("Velvet Hour")
        await decider.taps("Waiting for your word")
        seen = await decider.taps("Ada")
        assert "asks for 1 × Standing" in seen["text"]
    await marta.taps("Say yes")
    await marta.taps("Skip")
    await chooses(portal, ada, "Velvet Hour", places=3)
    await ada.tap("Ask for these 3")
    await portal.says(ada, "With the house")

    await house.taps("Say yes")
    assert "asks for 3 × Standing" in await house.guest.words()
    assert await owner.value(_STATUS) == "awaiting_approval"
    await house.taps("Decline")
    assert "these words" in await house.guest.words()
    assert await counters_agree(owner)


async def test_what_costs_nothing_is_asked_for_once_a_tap_and_anew_after_it_was_taken_back(
    portal: Portal, owner: Owner, database, redis
) -> None:
    await house_that_looks(portal, owner, types={"Standing": ("0.00", 5)})
    ada = Visitor(portal, await portal.guest("Ada"))
    await finds(portal, ada.guest, "Velvet Hour")
    await ada.taps("A free place")
    stepper = await ada.taps("+")
    for _ in range(2):
        answer = await ada.guest.tap("Ask for this place", among=stepper)
        assert not answer.get("text"), answer
        await portal.says(ada.guest, "With the house")
    assert await owner.value("SELECT count(*) FROM orders") == 1
    await ada.taps("Take my request back")
    await portal.says(ada.guest, "given back")
    answer = await ada.guest.tap("Ask for this place", among=stepper)
    assert not answer.get("text"), answer
    await portal.says(ada.guest, "With the house")
    assert await owner.value("SELECT count(*) FROM orders") == 2
    assert await owner.value("SELECT held FROM quotas") == 1
    assert await counters_agree(owner)


async def test_ten_taps_ask_once_and_have_one_answer(portal: Portal, owner: Owner) -> None:
    show = await make_event(owner)
    await looks_first(owner, show)
    ada = await portal.guest("Ada")
    await chooses(portal, ada, "Velvet Hour", places=2)
    stepper = await ada.screen()
    taps = (ada.tap("Ask for these 2", among=stepper) for _ in range(10))
    answers = await asyncio.gather(*taps)
    assert not any(answer.get("text") for answer in answers), answers
    await portal.says(ada, "With the house")
    assert await owner.value("SELECT count(*) FROM order_approvals") == 1
    await chooses(portal, ada, "Velvet Hour", places=1)
    assert "not answered yet" in str(await ada.tap("Ask for this place"))
    assert await counters_agree(owner)


async def test_once_it_has_begun_nobody_is_asked(portal: Portal, owner: Owner) -> None:
    show = await make_event(owner, starts_in=timedelta(minutes=-5))
    async with portal.db.read(PUBLIC) as tx:
        card = await events.get_card(tx.session, event_id=show.id, now=tx.now)
    assert {offer.sale for offer in card.offers} == {Sale.OPEN}
    await looks_first(owner, show)
    async with portal.db.read(PUBLIC) as tx:
        card = await events.get_card(tx.session, event_id=show.id, now=tx.now)
    assert {offer.sale for offer in card.offers} == {Sale.OVER}


async def test_a_yes_says_what_the_house_has_asked_since(
    portal: Portal, owner: Owner, database, redis
) -> None:
    free, in_days = {"Standing": ("0.00", 5)}, timedelta(days=9)
    house, show = await house_that_looks(portal, owner, types=free, starts_in=in_days)
    ada, bea = [Visitor(portal, await portal.guest(name)) for name in ("Ada", "Bea")]
    for guest in (ada, bea):
        await asks_for_a_free_place(portal, guest.guest)
    await asks(owner, show, SUPPER)
    for name in ("Ada", "Bea"):
        await house.says("/mine")
        await house.taps("Velvet Hour")
        await house.taps("Waiting for your word")
        await house.taps(name)
        await house.taps("Say yes")
        await house.taps("Skip")
    async with jobs_of(portal, database, redis) as jobs:
        await fulfil_approved(jobs.db, portal.desk.codes)
        for guest in (ada, bea):
            told = await portal.says(guest.guest, "says yes")
            assert "added a question" in told["text"]
            assert "are yours" not in told["text"]
        await ada.taps("Answer the house")
        await ada.taps("Fish")
        await ada.taps("That is right")
        await pictures_of(portal, ada.guest, 1)
        jobs.db.clock_offset = timedelta(hours=3)
        await expire_orders(jobs.db)
        jobs.deliverer.wake()
        await portal.says(bea.guest, "not taken up in time")
    assert await counters_agree(owner)
