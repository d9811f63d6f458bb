"""A house asks before an order is paid, and reads the answers with it."""

import asyncpg
import pytest
from redis.asyncio import Redis

from domain.payments import Outcome
from tests.factories import Owner, counters_agree, make_event, make_staff
from tests.flows.asking import SEAT, SUPPER, asks, bills, money_comes
from tests.flows.buying import finds, holds, pictures_of
from tests.guest import labels
from tests.portal_fixtures import Portal
from tests.visitor import Visitor


async def test_a_house_asks_a_buyer_answers_and_the_order_tells(
    portal: Portal, owner: Owner, redis: Redis
) -> None:
    show = await make_event(owner)
    marta = Visitor(portal, await portal.guest("Marta Villa"))
    await make_staff(owner, show, await portal.user_id(owner, marta.guest), "manager")
    await marta.says("/mine")
    await marta.taps("Velvet Hour")
    await marta.taps("Questions")
    for question, choices in (SEAT, SUPPER, ("How tall are you?", [])):
        await marta.taps("Ask one more")
        await marta.says(question)
        if choices:
            await marta.taps("By a choice of yours")
            assert "two to eight" in (await marta.says("Fish"))["text"]
            await marta.says("\n".join(choices))
        else:
            await marta.taps("In their own words")
        room = await marta.taps("Add it")
    assert "3. How tall" in room["text"]
    await marta.taps("↑ Which supper?")
    assert "1. Which supper?\nFish · Garden" in (await marta.guest.words())
    await marta.guest.tap_data(room["message_id"], room["inline_keyboard"][2][1]["callback_data"])
    assert "How tall" not in await marta.guest.words()

    giulia = Visitor(portal, await portal.guest())
    await holds(portal, giulia.guest, "Velvet Hour", places=2)
    asked = await giulia.guest.screen()
    assert "1 of 2" in asked["text"]
    assert "Which supper?" in asked["text"]
    assert "Your places are kept until" in asked["text"]
    assert not await bills(giulia.guest)
    assert "tap one of the buttons" in (await giulia.says("Steak"))["text"]
    await giulia.taps("Garden")
    assert "301 characters" in (await giulia.says("x" * 301))["text"]
    await giulia.taps("Back")
    await giulia.taps("Fish")
    await redis.flushdb()  # a restart without its memory
    assert "still unfinished" in (await giulia.says("Beside Bianca"))["text"]
    await giulia.taps("Go on")
    review = await giulia.guest.screen()
    assert "Fish" in review["text"]
    assert "Beside Bianca" in review["text"]
    await giulia.taps("That is right")
    await portal.until(giulia.guest, lambda messages: bool(messages[-1].get("invoice")))

    bill = await giulia.guest.screen()
    await giulia.taps("My answers", among=bill)
    await giulia.taps("Change: Which supper?")
    await giulia.taps("Garden")
    await giulia.taps("That is right")
    assert (await giulia.guest.pay())["result"] == "paid"
    await pictures_of(portal, giulia.guest, 2)
    assert "Garden" not in str(await owner.fetch("SELECT * FROM order_answers"))

    await marta.says("/mine")
    await marta.taps("Velvet Hour")
    await marta.taps("Orders")
    await marta.taps(await owner.value("SELECT number FROM orders"))
    assert "Which supper?\nGarden" in await marta.guest.words()
    assert "Beside Bianca" in await marta.guest.words()
    await marta.says("/mine")
    await marta.taps("Velvet Hour")
    await marta.taps("Questions")
    assert "✕" not in labels(await marta.guest.screen())
    assert await counters_agree(owner)


async def test_who_gives_up_answering_keeps_the_places_and_what_was_said(
    portal: Portal, owner: Owner
) -> None:
    show = await make_event(owner, title="Open Atelier", types={"Guest": ("0.00", 5)})
    await asks(owner, show, SUPPER, SEAT)
    giulia = Visitor(portal, await portal.guest())
    await finds(portal, giulia.guest, "Open Atelier")
    await giulia.taps("A free place")
    await giulia.taps("Cancel")
    assert "2 questions of the house" in await giulia.guest.words()
    await giulia.taps("Answer the house")
    await giulia.taps("Fish")
    await giulia.says("Bianca")
    assert await owner.value("SELECT count(*) FROM tickets") == 0
    await giulia.taps("That is right")
    await pictures_of(portal, giulia.guest, 1)
    assert await counters_agree(owner)

    await finds(portal, giulia.guest, "Open Atelier")
    await giulia.taps("A free place")
    again = await giulia.guest.screen()
    assert "Fish" in again["text"]
    assert "Bianca" in again["text"]
    await giulia.taps("That is right", among=again)
    await pictures_of(portal, giulia.guest, 2)


async def test_nothing_is_promised_before_the_answers_and_money_that_came_is_not_lost(
    portal: Portal, owner: Owner
) -> None:
    show = await make_event(owner)
    giulia = await portal.guest()
    await holds(portal, giulia, "Velvet Hour", places=1)
    await asks(owner, show, SUPPER)  # when the bill is out already
    refused = await giulia.pay()
    assert "The house asks something" in str(refused), refused
    with pytest.raises(asyncpg.PostgresError) as error:
        await owner.value("UPDATE orders SET precheckout_until = now()")
    assert error.value.sqlstate == "FP005"

    assert await money_comes(portal, owner, giulia) is Outcome.FULFILLED
    assert await counters_agree(owner)
