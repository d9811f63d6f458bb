"""A house writes to many: composed with care, sent to whom it concerns, and to nobody else."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from redis.asyncio import Redis

from bot.callbacks.writing import Compose, ShowCampaign, Steer
from tests.factories import Owner
from tests.flows.broadcasting import (
    agree,
    house_event,
    jobs_of,
    make_follower,
    make_house,
    make_ticket,
)
from tests.flows.composing import campaign_of, compose, received
from tests.flows.crowds import calls_of, make_crowd
from tests.guest import labels, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor


async def test_a_house_writes_to_its_followers_and_watches_it_leave(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    fans = [await make_follower(owner, portal, house, name) for name in ("Ines", "Marco", "Lea")]
    silent = await make_follower(owner, portal, house, "Otto", news=False)
    stranger = await portal.guest("Petra")
    await agree(portal, await portal.user_id(owner, stranger))

    desk = await compose(portal, house, "<b>Tonight</b> the doors open at nine.")
    assert "3 people" in said(desk)
    assert "your followers" in said(desk)
    shown = [each for each in await house.messages() if "doors open at nine" in said(each)]
    assert "No more news" in labels(shown[-1])
    async with jobs_of(portal, database, redis) as jobs:
        await house.tap("Launch now")
        bar = await house.screen()
        assert "On its way" in said(bar)
        for fan in fans:
            await jobs.tick()
            await portal.says(fan, "doors open at nine")
        await jobs.settle(owner)
        await jobs.tick()
        await portal.until(house, lambda seen: "✓ 3 delivered" in said(seen[-1]))
    bar = await house.screen()
    assert "All sent" in said(bar)
    assert "3 of 3" in said(bar)
    assert "Pause" not in str(labels(bar))
    assert [await received(fan, "doors open") for fan in fans] == [1, 1, 1]
    assert await received(silent, "doors open") == 0
    assert await received(stranger, "doors open") == 0
    [arrived] = [each for each in await fans[0].messages() if "doors open" in said(each)]
    assert arrived["html"].startswith("<b>Tonight</b>")


async def test_the_bar_tells_the_truth_about_who_blocked_the_bot(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    await owner.insert("administrators", user_id=await portal.user_id(owner, house))
    crowd = await make_crowd(owner, portal.sandbox.http, 12, every_blocks=12)
    desk = await compose(portal, house, "To all of you.", "Everybody")
    assert "12 people" in said(desk)
    async with jobs_of(portal, database, redis) as jobs:
        await house.tap("Launch now")
        await jobs.tick()
        await jobs.settle(owner)
        await jobs.tick()
        await portal.until(house, lambda seen: "All sent" in said(seen[-1]))
    bar = said(await house.screen())
    assert "12 of 12" in bar
    assert "✓ 11 delivered" in bar
    assert "✕ 1 out of reach" in bar
    calls = await calls_of(portal.sandbox.http, "sendMessage")
    arrived = [
        call["chat_id"] for call in calls if call["status"] == 200 and call["chat_id"] in crowd.ids
    ]
    assert sorted(arrived) == sorted(set(crowd.ids) - set(crowd.away))
    desk = await compose(portal, house, "Once more.", "Everybody")
    assert "11 people" in said(desk)


async def test_who_opts_out_by_one_tap_gets_nothing_more(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    ines = await make_follower(owner, portal, house, "Ines")
    marco = await make_follower(owner, portal, house, "Marco")
    async with jobs_of(portal, database, redis) as jobs:
        await compose(portal, house, "The first letter.")
        await house.tap("Launch now")
        await jobs.tick()
        await portal.says(ines, "The first letter.")
        await portal.says(marco, "The first letter.")
        answer = await ines.tap("No more news")
        assert "no more news" in answer["text"]
        assert "Send me news again" in labels(await ines.screen())
        desk = await compose(portal, house, "The second letter.")
        assert "one person" in said(desk)
        await house.tap("Launch now")
        await jobs.tick()
        await portal.says(marco, "The second letter.")
        await jobs.settle(owner)
    assert await received(ines, "The second letter.") == 0
    answer = await ines.tap("Send me news again")
    assert "good to have you back" in answer["text"]
    assert "No more news" in labels(await ines.screen())
    assert "2 people" in said(await compose(portal, house, "The third letter."))


async def test_each_guest_reads_their_own_name(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    fans = [await make_follower(owner, portal, house, name) for name in ("I<3&S Re", "Marco Re")]
    await compose(portal, house, "<b>Dear {first_name}</b>, do come.")
    assert await received(house, "Dear Camilla, do come.") == 1
    async with jobs_of(portal, database, redis) as jobs:
        await house.tap("Launch now")
        await jobs.tick()
        await portal.says(fans[0], "Dear I<3&S, do come.")
        arrived = await portal.says(fans[1], "Dear Marco, do come.")
        await jobs.settle(owner)
    assert arrived["html"].startswith("<b>Dear Marco</b>")
    visitor = Visitor(portal, house)
    await visitor.says("/broadcast")
    await visitor.taps("A new message")
    await visitor.taps("Followers")
    await visitor.taps("Skip")
    assert "I do not know what should stand for {name}" in said(await visitor.says("Dear {name},"))
    too_long = "{first_name}" + "x" * 4033
    assert "that would be 4,097 characters" in said(await visitor.says(too_long))


async def test_who_opts_out_while_it_is_under_way_is_left_out(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    """The rest of a running campaign asks again, in the statement that marks the call."""
    house = await make_house(owner, portal)
    fans = [await make_follower(owner, portal, house, name) for name in ("Ines", "Marco")]
    await compose(portal, house, "Under way.")
    await house.tap("Launch now")
    async with jobs_of(portal, database, redis, delivering=False) as jobs:
        await jobs.tick()
    assert await owner.value("SELECT count(*) FROM notifications") == 2
    await fans[0].send("/settings")
    await portal.says(fans[0], "What reaches you")
    await fans[0].tap("No more news")
    async with jobs_of(portal, database, redis) as jobs:
        await portal.says(fans[1], "Under way.")
        await jobs.settle(owner)
        await jobs.tick()
    assert await received(fans[0], "Under way.") == 0
    rows = await owner.fetch("SELECT status::text, last_error FROM notifications")
    assert ("skipped", "withdrawn") in [(row["status"], row["last_error"]) for row in rows]
    assert (await campaign_of(owner))["status"] == "completed"


async def test_pause_resume_and_cancel(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    fan = await make_follower(owner, portal, house, "Ines")
    await compose(portal, house, "Wait for it.")
    await house.tap("Launch now")
    await house.tap("Pause")
    assert "Paused" in said(await house.screen())
    async with jobs_of(portal, database, redis) as jobs:
        await jobs.tick()
        assert await owner.value("SELECT count(*) FROM notifications") == 0
        await house.tap("Resume")
        await jobs.tick()
        await portal.says(fan, "Wait for it.")
        await compose(portal, house, "Never mind.")
        await house.tap("Launch now")
        await house.tap("Cancel")
        await jobs.tick()
        await jobs.settle(owner)
    assert "Cancelled" in said(await house.screen())
    assert await received(fan, "Never mind.") == 0


async def test_an_empty_audience_is_refused(portal: Portal, owner: Owner) -> None:
    house = await make_house(owner, portal)
    desk = await compose(portal, house, "Is anybody there?")
    assert "nobody" in said(desk)
    assert "nothing to launch" in said(desk)
    assert "Ready to leave" not in said(desk)
    assert "Launch now" not in labels(desk)
    id = (await campaign_of(owner))["id"]
    forged = Steer(campaign=id, act="launch").pack()
    answer = await house.tap_data(desk["message_id"], forged)
    assert "Nobody would receive this" in answer["text"]


async def test_wrong_texts_get_a_sentence_and_the_dialog_stays(
    portal: Portal, owner: Owner
) -> None:
    house = Visitor(portal, await make_house(owner, portal))
    await house.says("/broadcast")
    await house.taps("A new message")
    await house.taps("Followers")
    await house.taps("Skip")
    assert "never closed" in said(await house.says("<b>Tonight"))
    assert "closes something" in said(await house.says("Tonight</i> and <b>more</b>"))
    assert "here I need words" in said(await house.sends("photo"))
    review = await house.says("<b>" + "x" * 4080 + "</b>")
    assert "Nobody sees it yet" in said(review)
    await house.taps("Change: Text")
    refused = await house.says("<i>" + "😀" * 2048 + "!</i>")
    assert "That is 4,097 characters, and I have room for 4,096" in said(refused)
    assert "Nobody sees it yet" in said(await house.says("<i>" + "😀" * 2048 + "</i>"))


async def test_it_leaves_at_its_time_and_not_in_the_past(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    fan = await make_follower(owner, portal, house, "Ines")
    await compose(portal, house, "Not before its time.")
    visitor = Visitor(portal, house)
    await visitor.taps("At a time")
    assert "over already" in said(await visitor.says("today 0:00"))
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    screen = await visitor.says(f"{tomorrow} 19:30")
    assert "Leaves by itself" in said(screen)
    async with jobs_of(portal, database, redis) as jobs:
        await jobs.tick()
        assert (await campaign_of(owner))["status"] == "scheduled"
    async with jobs_of(portal, database, redis, later=timedelta(days=2)) as jobs:
        await jobs.tick()
        await portal.says(fan, "Not before its time.")
        await portal.says(house, "is leaving now")
        await jobs.settle(owner)
        await jobs.tick()
    assert (await campaign_of(owner))["status"] == "completed"


async def test_a_service_notice_reaches_every_holder_and_nobody_else(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    show = await house_event(owner, portal, house, title="Velvet Hour")
    holder = await portal.guest("Nora")
    await make_ticket(owner, portal, show, await portal.user_id(owner, holder))
    fan = await make_follower(owner, portal, house, "Ines")
    about = ("Guests of an evening", "Velvet Hour", "About this evening")
    words = "Doors open an hour later."
    desk = await compose(portal, house, words, *about, links=["Velvet Hour"])
    assert "every guest of Velvet Hour" in said(desk)
    async with jobs_of(portal, database, redis) as jobs:
        await house.tap("Launch now")
        await jobs.tick()
        arrived = await portal.says(holder, "Doors open an hour later.")
        await jobs.settle(owner)
    assert "No more news" not in labels(arrived)
    assert "Velvet Hour" in labels(arrived)
    assert await received(fan, "an hour later") == 0


async def test_a_test_goes_to_the_maker_alone(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    fan = await make_follower(owner, portal, house, "Ines")
    await compose(portal, house, "Only a try.")
    before = await received(house, "Only a try.")
    async with jobs_of(portal, database, redis) as jobs:
        for _ in range(4):
            await house.tap("Try on me")
        jobs.deliverer.wake()
        await portal.until(
            house,
            lambda seen: sum("Only a try." in said(each) for each in seen) > before + 1,
        )
        tries = "SELECT count(*) FROM notifications WHERE template = 'campaign-test'"
        assert await owner.value(tries) <= 2  # several taps are one try, or two amid a moment
    assert await received(fan, "Only a try.") == 0
    assert (await campaign_of(owner))["status"] == "draft"


async def test_a_draft_can_be_changed(portal: Portal, owner: Owner) -> None:
    house = await make_house(owner, portal)
    await make_follower(owner, portal, house, "Ines")
    await compose(portal, house, "With a tyop.")
    visitor = Visitor(portal, house)
    review = await visitor.taps("Change it")
    assert "With a tyop." in said(review)
    await visitor.taps("Change: Text")
    await visitor.says("With no typo.")
    await visitor.taps("Keep the draft")
    assert await received(house, "With no typo.") >= 1
    listed = labels(await visitor.says("/broadcast"))
    assert "✎ With no typo." in listed
    assert "✎ With a tyop." not in listed


@pytest.mark.parametrize("act", ["launch", "test", "cancel", "pause", "preview", "list"])
async def test_a_campaign_is_steered_by_its_house_alone(
    portal: Portal, owner: Owner, act: str
) -> None:
    house = await make_house(owner, portal)
    await make_follower(owner, portal, house, "Ines")
    await compose(portal, house, "Ours.")
    id: UUID = (await campaign_of(owner))["id"]
    other = await make_house(owner, portal, "Bruno Neri")
    screen = await other.screen()
    for data in (Steer(campaign=id, act=act).pack(), ShowCampaign(campaign=id).pack()):
        answer = await other.tap_data(screen["message_id"], data)
        assert "I cannot find that" in answer["text"]
    assert (await campaign_of(owner))["status"] == "draft"


async def test_guests_cannot_broadcast(portal: Portal) -> None:
    guest = Visitor(portal, await portal.guest("Nora"))
    refusal = await guest.says("/broadcast")
    assert "Writing to guests is for houses" in said(refusal)
    assert labels(refusal) == ["‹ Home"]
    answer = await guest.guest.tap_data(
        (await guest.guest.screen())["message_id"], Compose().pack()
    )
    assert "Writing to guests is for houses" in answer["text"]
