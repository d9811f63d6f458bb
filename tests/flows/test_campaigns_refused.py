"""What cannot leave gets a sentence that says what would be right, and nothing changes."""

from datetime import UTC, datetime, timedelta

import pytest
from redis.asyncio import Redis

from bot.callbacks.writing import Compose, Steer
from tests.factories import MadeEvent, Owner, make_staff
from tests.flows.broadcasting import house_event, jobs_of, make_follower, make_house, make_ticket
from tests.flows.composing import campaign_of, compose
from tests.guest import Guest, labels, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Message, Visitor

CALLED_OFF = "“Velvet Hour” was called off, so no invitation to it leaves any more"
OVER = "“Velvet Hour” is over, so nothing about it leaves any more"


async def compose_about(portal: Portal, owner: Owner, house: Guest, kind: str) -> MadeEvent:
    """A draft to the guests of an evening that is still to come."""
    show = await house_event(
        owner, portal, house, title="Velvet Hour", starts_in=timedelta(days=9)
    )
    holder = await make_follower(owner, portal, house, "Nora")
    await make_ticket(owner, portal, show, await portal.user_id(owner, holder))
    about = ("Guests of an evening", "Velvet Hour", kind)
    assert "one person" in said(await compose(portal, house, "Until soon.", *about))
    return show


async def ends(owner: Owner, show: MadeEvent) -> None:
    """The evening is over."""
    await owner.fetch(
        "UPDATE events SET start_date = now() - interval '5 hours',"
        " end_date = now() - interval '1 hour' WHERE id = $1",
        show.id,
    )


async def steers(owner: Owner, house: Guest, screen: Message, act: str) -> str:
    id = (await campaign_of(owner))["id"]
    answer = await house.tap_data(screen["message_id"], Steer(campaign=id, act=act).pack())
    return str(answer.get("text") or "")


@pytest.mark.parametrize("kind", ["About this evening", "News or an invitation"])
async def test_nothing_leaves_about_an_evening_that_is_over(
    portal: Portal, owner: Owner, kind: str
) -> None:
    house = await make_house(owner, portal)
    show = await compose_about(portal, owner, house, kind)
    visitor = Visitor(portal, house)
    desk = await house.screen()
    await visitor.taps("At a time")
    after = (datetime.now(UTC) + timedelta(days=300)).date().isoformat()
    refused = await visitor.says(f"{after} 19:30")
    assert "“Velvet Hour” is over by then: it ends" in said(refused)
    assert (await campaign_of(owner))["status"] == "draft"
    await ends(owner, show)
    refused = await visitor.says(f"{after} 19:30")  # the dialog is where it was
    assert OVER in said(refused)
    assert OVER in await steers(owner, house, desk, "launch")
    assert (await campaign_of(owner))["status"] == "draft"
    await steers(owner, house, desk, "preview")
    told = await house.screen()
    assert "“Velvet Hour” is over" in said(told)
    assert "Launch now" not in labels(told)
    # What would be right: other receivers, the words stay.
    await visitor.taps("Change it", among=told)
    screen = await house.screen()
    assert "Guests of an evening" not in labels(screen)
    await visitor.taps("Followers")
    while "Nobody sees it yet" not in said(await house.screen()):
        await visitor.taps("Skip")
    assert "Until soon." in said(await house.screen())
    desk = await visitor.taps("Keep the draft")
    assert "Launch now" in labels(await house.screen())


async def test_what_waited_for_an_evening_that_is_over_does_not_leave(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    show = await compose_about(portal, owner, house, "About this evening")
    visitor = Visitor(portal, house)
    await visitor.taps("At a time")
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    assert "Leaves by itself" in said(await visitor.says(f"{tomorrow} 19:30"))
    await ends(owner, show)
    async with jobs_of(portal, database, redis, later=timedelta(days=2)) as jobs:
        await jobs.tick()
        told = await portal.says(house, "Until soon. did not leave")
        await jobs.settle(owner)
        await jobs.tick()
    assert "“Velvet Hour” was over" in said(told)
    assert (await campaign_of(owner))["status"] == "draft"
    rows = await owner.fetch("SELECT template FROM notifications")
    assert [row["template"] for row in rows] == ["campaign-too-late"]


async def test_the_rest_of_what_was_paused_does_not_leave_after_the_evening(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    show = await compose_about(portal, owner, house, "About this evening")
    await house.tap("Launch now")
    await house.tap("Pause")
    await ends(owner, show)
    assert OVER in (await house.tap("Resume"))["text"]
    assert (await campaign_of(owner))["status"] == "paused"


async def is_called_off(owner: Owner, show: MadeEvent) -> None:
    """The evening does not take place; nobody has been paid back yet."""
    await owner.fetch("UPDATE events SET status = 'cancelled' WHERE id = $1", show.id)


async def test_no_invitation_leaves_to_an_evening_that_was_called_off(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    show = await compose_about(portal, owner, house, "News or an invitation")
    visitor = Visitor(portal, house)
    desk = await house.screen()
    await visitor.taps("At a time")
    await is_called_off(owner, show)
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    refused = await visitor.says(f"{tomorrow} 19:30")  # the dialog stays where it was
    assert CALLED_OFF in said(refused)
    assert CALLED_OFF in await steers(owner, house, desk, "launch")
    assert (await campaign_of(owner))["status"] == "draft"
    await steers(owner, house, desk, "preview")
    told = await house.screen()
    assert "“Velvet Hour” was called off" in said(told)
    assert "Launch now" not in labels(told)


async def test_what_waited_for_an_evening_that_was_called_off_does_not_leave(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    show = await compose_about(portal, owner, house, "News or an invitation")
    visitor = Visitor(portal, house)
    await visitor.taps("At a time")
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    await visitor.says(f"{tomorrow} 19:30")
    await is_called_off(owner, show)
    async with jobs_of(portal, database, redis, later=timedelta(days=2)) as jobs:
        await jobs.tick()
        told = await portal.says(house, "Until soon. did not leave")
    assert "“Velvet Hour” had been called off" in said(told)
    assert (await campaign_of(owner))["status"] == "draft"


async def test_a_running_invitation_ends_where_its_evening_is_called_off(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    show = await compose_about(portal, owner, house, "News or an invitation")
    await house.tap("Launch now")
    async with jobs_of(portal, database, redis, delivering=False) as jobs:
        await jobs.tick()
        await is_called_off(owner, show)
    async with jobs_of(portal, database, redis) as jobs:
        await jobs.tick()
        await jobs.settle(owner)
    [row] = await owner.fetch("SELECT status::text, last_error FROM notifications")
    assert (row["status"], row["last_error"]) == ("skipped", "called off")


async def test_the_rest_of_an_invitation_does_not_leave_when_it_was_called_off(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    show = await compose_about(portal, owner, house, "News or an invitation")
    await house.tap("Launch now")
    await house.tap("Pause")
    await is_called_off(owner, show)
    assert CALLED_OFF in (await house.tap("Resume"))["text"]
    assert (await campaign_of(owner))["status"] == "paused"


async def test_guests_of_an_evening_that_was_called_off_can_be_told_what_they_must_know(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    await house_event(owner, portal, house, title="Other Night", starts_in=timedelta(days=20))
    show = await house_event(
        owner, portal, house, title="Velvet Hour", starts_in=timedelta(days=9)
    )
    nora = await make_follower(owner, portal, house, "Nora")
    await make_ticket(owner, portal, show, await portal.user_id(owner, nora))
    await is_called_off(owner, show)
    visitor = Visitor(portal, house)
    await visitor.says("/broadcast")
    await visitor.taps("A new message")
    await visitor.taps("Guests of an evening")
    await visitor.taps("Velvet Hour · 1")
    screen = await house.screen()
    assert "About this evening" in labels(screen)
    assert "News or an invitation" not in labels(screen)
    await visitor.taps("About this evening")
    while "Now write it" not in said(await house.screen()):
        await visitor.taps("Skip")
    buttons = labels(await visitor.says("Your money is on its way."))
    assert any("Other Night" in each for each in buttons)
    assert not any("Velvet Hour" in each for each in buttons)
    await visitor.taps("Skip")
    await visitor.taps("Keep the draft")
    await house.tap("Launch now")
    async with jobs_of(portal, database, redis) as jobs:
        await jobs.tick()
        await jobs.settle(owner)
    assert "Your money is on its way." in await nora.words()


async def test_an_evening_that_was_called_off_before_anybody_held_a_ticket_is_offered_no_more(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    show = await house_event(owner, portal, house, title="Velvet Hour")
    await is_called_off(owner, show)
    visitor = Visitor(portal, house)
    await visitor.says("/broadcast")
    await visitor.taps("A new message")
    assert "Guests of an evening" not in labels(await house.screen())


async def test_who_does_no_marketing_is_told_whose_it_is(portal: Portal, owner: Owner) -> None:
    house = await make_house(owner, portal)
    show = await house_event(owner, portal, house)
    porter = await portal.guest("Otto")
    await make_staff(owner, show, await portal.user_id(owner, porter), "steward")
    refusal = await Visitor(portal, porter).says("/broadcast")
    assert "who does the marketing of an evening" in said(refusal)
    assert "ask its owner for that role" in said(refusal)
    screen = await porter.screen()
    answer = await porter.tap_data(screen["message_id"], Compose().pack())
    assert "ask its owner for that role" in answer["text"]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "ftp://casa.example/a", "tg://resolve"]
)
async def test_a_link_that_would_open_nothing_is_told(
    portal: Portal, owner: Owner, address: str
) -> None:
    house = Visitor(portal, await make_house(owner, portal))
    await house.says("/broadcast")
    await house.taps("A new message")
    await house.taps("Followers")
    await house.taps("Skip")
    refused = said(await house.says(f'<a href="{address}">Here</a> it begins.'))
    assert f"The link {address} would open nothing" in refused
    assert "begins with https://" in refused
    assert "Now write it" in refused
    review = await house.says('<a href="https://casa.example/a">Here</a> it begins.')
    assert "Nobody sees it yet" in said(review)
