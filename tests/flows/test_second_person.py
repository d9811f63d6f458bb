"""A large campaign leaves when somebody else has agreed, and one that Telegram refuses stops."""

from datetime import UTC, datetime, timedelta

from redis.asyncio import Redis

from bot.callbacks.writing import Steer
from tests.factories import Owner
from tests.flows.broadcasting import (
    jobs_of,
    large_from,
    make_follower,
    make_house,
    make_marketing,
)
from tests.flows.composing import campaign_of, compose
from tests.flows.crowds import make_crowd
from tests.guest import labels, said
from tests.jobs.people import until
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor


async def test_a_large_campaign_waits_for_somebody_else(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    marta = await make_marketing(owner, portal, house)
    fans = [await make_follower(owner, portal, house, each) for each in ("Ines", "Marco")]
    await large_from(owner, 1)
    await compose(portal, house, "To all of you.")
    async with jobs_of(portal, database, redis) as jobs:
        await house.tap("Launch now")
        waiting = await house.screen()
        assert "A second person reads it first" in said(waiting)
        assert "Let it leave" not in str(labels(waiting))
        id = (await campaign_of(owner))["id"]
        forged = await house.tap_data(
            waiting["message_id"], Steer(campaign=id, act="agree").pack()
        )
        assert "somebody else has to agree" in forged["text"]
        await jobs.tick()
        await jobs.tick()
        asked = await portal.says(marta, "May this leave?")
        assert "Camilla wrote" in said(asked)
        assert (await campaign_of(owner))["status"] == "awaiting_approval"

        visitor = Visitor(portal, marta)
        await visitor.taps("Look at it")
        assert [each for each in await marta.messages() if "No more news" in labels(each)]
        await visitor.taps("✕ Not like this")
        assert "Sent back" in said(await visitor.says("A little warmer, please."))
        told = await portal.says(house, "has not been agreed to")
        assert "A little warmer, please." in said(told)
        assert (await campaign_of(owner))["status"] == "draft"

        await house.tap("Watch it leave")
        assert "A little warmer" in said(await house.screen())
        await house.tap("Launch now")
        await jobs.tick()
        await portal.until(
            marta, lambda seen: sum("May this leave?" in said(each) for each in seen) == 2
        )
        await marta.tap("Look at it")
        await marta.tap("✓ Let it leave")
        assert "On its way" in said(await marta.screen())
        await portal.says(house, "has been agreed to")
        await jobs.tick()
        for fan in fans:
            await portal.says(fan, "To all of you.")
        await jobs.settle(owner)
    row = await campaign_of(owner)
    assert row["decided_by"] == await portal.user_id(owner, marta)


async def test_a_time_that_is_over_when_somebody_agrees(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    """It leaves at once then, and both know before."""
    house = await make_house(owner, portal)
    marta = await make_marketing(owner, portal, house)
    fan = await make_follower(owner, portal, house, "Ines")
    await make_follower(owner, portal, house, "Marco")
    await large_from(owner, 1)
    await compose(portal, house, "At half past seven.")
    visitor = Visitor(portal, house)
    await visitor.taps("At a time")
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    screen = await visitor.says(f"{tomorrow} 19:30")
    assert "Once agreed to, it leaves by itself" in said(screen)
    await visitor.taps("Take it back")
    assert "Launch now" in labels(await house.screen())
    await visitor.taps("At a time")
    await visitor.says(f"{tomorrow} 19:30")
    await owner.fetch("UPDATE campaigns SET start_date = now() - interval '1 hour'")
    async with jobs_of(portal, database, redis) as jobs:
        await jobs.tick()
        await portal.says(marta, "May this leave?")
        await marta.tap("Look at it")
        assert "it leaves at once" in said(await marta.screen())
        await marta.tap("✓ Let it leave")
        await jobs.tick()
        await portal.says(fan, "At half past seven.")


async def test_an_audience_that_has_grown_until_its_time_is_put_before_somebody(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    marta = await make_marketing(owner, portal, house)
    await make_follower(owner, portal, house, "Ines")
    await large_from(owner, 1)
    await compose(portal, house, "Growing.")
    visitor = Visitor(portal, house)
    await visitor.taps("At a time")
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    assert "Leaves by itself" in said(await visitor.says(f"{tomorrow} 19:30"))
    await make_follower(owner, portal, house, "Marco")
    async with jobs_of(portal, database, redis, later=timedelta(days=2)) as jobs:
        await jobs.tick()
        await portal.says(house, "has grown so much")
        await portal.says(marta, "May this leave?")
    row = await campaign_of(owner)
    assert (row["status"], row["launched_at"]) == ("awaiting_approval", None)


async def test_what_everybody_is_refused_stops_itself(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    await owner.insert("administrators", user_id=await portal.user_id(owner, house))
    await make_crowd(owner, portal.sandbox.http, 120)
    visitor = Visitor(portal, house)
    await visitor.says("/broadcast")
    await visitor.taps("A new message")
    await visitor.taps("Everybody")
    await visitor.sends("photo")
    await visitor.taps("That is all")
    await visitor.says("With a picture.")
    await visitor.taps("Keep the draft")
    await owner.fetch(
        "UPDATE campaigns SET meta_data = jsonb_set(meta_data, '{photos,0}', '\"gone\"')"
    )
    async with jobs_of(portal, database, redis) as jobs:
        await house.tap("Launch now")
        await jobs.tick()
        told = await portal.says(house, "has paused itself")
        assert "write it again with the picture sent anew" in said(told)
    assert (await campaign_of(owner))["status"] == "paused"
    failed = await owner.value("SELECT count(*) FROM notifications WHERE status = 'dead'")
    assert 20 <= failed < 60
    answer = await house.tap_data(
        told["message_id"],
        Steer(campaign=(await campaign_of(owner))["id"], act="change").pack(),
    )
    assert "it stays as it is" in answer["text"]

    await owner.fetch("UPDATE campaigns SET meta_data = meta_data - 'photos'")
    async with jobs_of(portal, database, redis) as jobs:
        await house.tap("Watch it leave")
        await house.tap("▶ Resume")
        await jobs.tick()
        await jobs.settle(owner)
        await jobs.tick()
        await portal.until(house, lambda seen: "All sent" in said(seen[-1]))
    sent = await owner.value("SELECT count(*) FROM notifications WHERE status = 'sent'")
    assert sent > 60
    assert (await campaign_of(owner))["stopped_why"] is None


async def test_a_server_that_takes_nothing_stops_it_too(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    await owner.insert("administrators", user_id=await portal.user_id(owner, house))
    await make_crowd(owner, portal.sandbox.http, 60)
    await compose(portal, house, "Tonight.", "Everybody")
    async with jobs_of(portal, database, redis) as jobs:
        await house.tap("Launch now")
        http = portal.sandbox.http
        fault = {"method": "sendMessage", "kind": "500", "times": None}
        async with http.post("/client/faults", json=fault) as answer:
            assert answer.status == 200, await answer.text()

        async def is_paused() -> bool:
            await jobs.tick()
            return str((await campaign_of(owner))["status"]) == "paused"

        await until(is_paused)
        async with http.delete("/client/faults") as answer:
            assert answer.status == 200, await answer.text()
        await portal.says(house, "Telegram itself is in trouble. Resume it in a while.")
    assert "500" in (await campaign_of(owner))["stopped_why"]
    assert not await owner.value("SELECT count(*) FROM notifications WHERE status = 'dead'")
