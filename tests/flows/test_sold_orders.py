"""A house finds an order, sends its tickets again, and takes one back for a reason."""

from datetime import timedelta
from decimal import Decimal

from redis.asyncio import Redis

from tests.factories import Owner, counters_agree, make_event, make_staff
from tests.flows.broadcasting import jobs_of
from tests.flows.buying import holds, pictures_of
from tests.guest import labels, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch


async def test_an_order_is_found_mended_and_its_buyer_told(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    show = await make_event(owner, starts_in=timedelta(days=3))
    giulia, marta, sten = [
        await portal.guest(name) for name in ("Giulia Conti", "Marta Villa", "Sten Ström")
    ]
    await make_staff(owner, show, await portal.user_id(owner, marta), "manager")
    await make_staff(owner, show, await portal.user_id(owner, sten), "steward")
    await holds(portal, giulia, "Velvet Hour", places=2)
    await giulia.pay()
    await pictures_of(portal, giulia, 2)
    number = await owner.value("SELECT number FROM orders")

    await marta.send("/mine")
    await portal.says(marta, "Velvet Hour")
    await marta.tap("Velvet Hour")
    await marta.tap("Orders")
    assert number in labels(await marta.screen())[0]
    await marta.tap("Find by number")
    await marta.send("0000000000")
    await portal.says(marta, "has no order")
    await marta.send(f" {number[:5].lower()}-{number[5:]}")
    await portal.says(marta, f"Order {number}")
    await marta.tap("Send its tickets again")

    await marta.tap("Take tickets back")
    await marta.tap("Standing ·")
    assert labels(await marta.screen())[:3] == [
        "All of it back: €45",
        "As its terms say: €22.50",
        "Nothing back",
    ]
    await marta.tap("All of it back")
    assert "One ticket ends, and €45 goes back" in await marta.words()
    question = await marta.screen()
    answer = await sten.tap_data(
        (await sten.screen())["message_id"],
        question["inline_keyboard"][0][0]["callback_data"],
    )
    assert "cannot find that" in answer["text"]
    await marta.tap("It was our mistake")
    assert "given back, €45 back" in await marta.words()
    await marta.tap("It was our mistake", among=question)
    assert await owner.value("SELECT sum(amount) FROM refunds") == Decimal(45)
    assert await owner.value("SELECT sold FROM quotas") == 1
    assert await owner.value("SELECT taken FROM user_quota") == 1
    assert await counters_agree(owner)

    async with jobs_of(portal, database, redis) as jobs:
        await jobs.settle(owner)
    told = [said(each) for each in await giulia.messages()]
    assert any("it was our mistake, and we are sorry. €45 goes back" in each for each in told)
    made = await owner.fetch("SELECT status::text FROM notifications WHERE template = 'ticket'")
    assert sorted(row["status"] for row in made) == ["sent", "sent", "sent", "skipped"]


async def test_an_unpaid_order_is_called_off_and_money_goes_back_for_tickets_that_stand(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    show = await make_event(owner, starts_in=timedelta(days=30))
    giulia, sten, marta = [
        await portal.guest(name) for name in ("Giulia Conti", "Sten Ström", "Marta Villa")
    ]
    await make_staff(owner, show, await portal.user_id(owner, marta), "manager")
    await holds(portal, sten, "Velvet Hour", places=1)
    await holds(portal, giulia, "Velvet Hour", places=2)
    await giulia.pay()
    await pictures_of(portal, giulia, 2)

    await marta.send("/mine")
    await portal.says(marta, "Velvet Hour")
    await marta.tap("Velvet Hour")
    await marta.tap("Orders")
    await marta.tap("waits for its payment")
    await marta.tap("Call it off")
    assert "€45" in await marta.words()
    question = await marta.screen()
    await marta.tap("The guest asked for it")
    assert "cancelled" in await marta.words()
    asked = question["inline_keyboard"][0][0]["callback_data"]
    await marta.tap_data(question["message_id"], asked)
    assert "cancelled" in await marta.words()
    assert (await sten.pay())["result"] == "refused"

    await marta.tap("Orders")
    await marta.tap("· paid")
    await marta.tap("Give money back")
    await portal.says(marta, "Up to €90 can")
    await marta.send("90.01")
    await portal.says(marta, "from €0.01 to €90")
    await marta.send("12,50")
    await portal.says(marta, "The guest reads it")
    await marta.tap("We had promised it")
    assert "€12.50 goes back to where it was paid from" in await marta.words()
    await marta.tap("Yes")
    assert "€12.50" in await marta.words()
    await marta.tap("Send")
    await portal.says(marta, "The guest reads it. The portal")
    assert "€12.50 is owed back" in await marta.words()
    rows = await owner.fetch("SELECT amount, reason FROM refunds")
    assert [tuple(row.values()) for row in rows] == [(Decimal("12.50"), "given-promised")]
    assert await owner.value("SELECT count(*) FROM tickets WHERE status = 'valid'") == 2
    assert await counters_agree(owner)

    async with jobs_of(portal, database, redis) as jobs:
        await jobs.settle(owner)
    told = [said(each) for each in await giulia.messages()]
    assert any("€12.50 goes back to you" in each for each in told)
    assert any("had promised it to you. Your tickets stay valid" in each for each in told)
    told = [said(each) for each in await sten.messages()]
    assert any("did so as you had asked. Nothing was charged" in each for each in told)
