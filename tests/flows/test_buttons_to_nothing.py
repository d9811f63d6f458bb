"""A button that leads to an evening which does not take place, or is over, lets nothing leave."""

import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest
from redis.asyncio import Redis

from bot.links import event_payload, house_payload, programme_payload
from storage.ids import new_id
from tests.factories import MadeEvent, Owner
from tests.flows.broadcasting import (
    house_event,
    jobs_of,
    large_from,
    make_follower,
    make_house,
    make_marketing,
)
from tests.flows.composing import campaign_of, compose
from tests.flows.test_campaigns_refused import ends, is_called_off, steers
from tests.flows.test_giving_back import hears
from tests.guest import Guest, labels, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor

Fate = Callable[[Owner, MadeEvent], Awaitable[None]]


async def test_the_database_reads_the_evenings_of_buttons_as_links_write_them(
    owner: Owner,
) -> None:
    ids = [new_id() for _ in range(500)]
    elsewhere = [house_payload(new_id()), programme_payload(), "e-", "event"]
    payloads = [*map(event_payload, ids), *elsewhere]
    assert any(set("-_") & set(each) for each in payloads[: len(ids)])
    kept = json.dumps({"links": [[each, "A label"] for each in payloads]})
    rows = await owner.fetch("SELECT event_id FROM led_to(CAST($1 AS text)::jsonb)", kept)
    assert [row["event_id"] for row in rows] == ids + [None] * len(elsewhere)
    assert await owner.fetch("SELECT event_id FROM led_to('{}')") == []


def leads(show: MadeEvent) -> str:
    return f"A button leads to “{show.title}”, which was called off"


async def invites_to(
    portal: Portal, owner: Owner, house: Guest, *, title: str = "Opening Night"
) -> tuple[MadeEvent, Guest]:
    """A draft to the followers, with a button to an evening; and one who follows."""
    show = await house_event(owner, portal, house, title=title, starts_in=timedelta(days=9))
    nora = await make_follower(owner, portal, house, "Nora")
    await compose(portal, house, "Come and see.", links=[title])
    return show, nora


async def test_no_button_leads_to_an_evening_that_was_called_off_when_it_is_launched_or_timed(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    show, nora = await invites_to(portal, owner, house)
    await house_event(owner, portal, house, title="New Date", starts_in=timedelta(days=30))
    visitor = Visitor(portal, house)
    desk = await house.screen()
    await visitor.taps("At a time")
    await is_called_off(owner, show)
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    assert leads(show) in said(await visitor.says(f"{tomorrow} 19:30"))  # stays where it was
    refused = await steers(owner, house, desk, "launch")
    assert leads(show) in refused
    assert "Take the button away or choose another evening" in refused
    assert (await campaign_of(owner))["status"] == "draft"
    await steers(owner, house, desk, "preview")
    told = await house.screen()
    assert leads(show) in said(told)
    assert "Launch now" not in labels(told)
    # What would be right: the same words, and a button to another evening.
    screen = await visitor.taps("Change it", among=told)
    assert not any("Opening Night" in each for each in labels(screen))
    await visitor.taps("New Date")
    await visitor.taps("Keep the draft")
    async with jobs_of(portal, database, redis) as jobs:
        await house.tap("Launch now")
        await jobs.tick()
        await jobs.settle(owner)
    assert "Come and see." in await nora.words()


async def test_no_button_leads_to_an_evening_that_will_be_over(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    show, _ = await invites_to(portal, owner, house)
    visitor = Visitor(portal, house)
    desk = await house.screen()
    await visitor.taps("At a time")
    after = (datetime.now(UTC) + timedelta(days=300)).date().isoformat()
    refused = said(await visitor.says(f"{after} 19:30"))
    assert "A button leads to “Opening Night”, which is over by then: it ends" in refused
    await ends(owner, show)
    assert "“Opening Night”, which is over" in await steers(owner, house, desk, "launch")
    assert (await campaign_of(owner))["status"] == "draft"


async def test_what_waited_with_a_button_to_an_evening_that_was_called_off_does_not_leave(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    show, _ = await invites_to(portal, owner, house)
    visitor = Visitor(portal, house)
    await visitor.taps("At a time")
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    await visitor.says(f"{tomorrow} 19:30")
    await is_called_off(owner, show)
    async with jobs_of(portal, database, redis, later=timedelta(days=2)) as jobs:
        await jobs.tick()
        told = await hears(portal, house, "Come and see. did not leave")
    assert "“Opening Night” had been called off" in said(told)
    assert "One of its buttons leads there" in said(told)
    assert (await campaign_of(owner))["status"] == "draft"


@pytest.mark.parametrize("fate", [is_called_off, ends])
async def test_what_is_under_way_ends_where_its_button_leads_nowhere_any_more(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis, fate: Fate
) -> None:
    house = await make_house(owner, portal)
    show, nora = await invites_to(portal, owner, house)
    await house.tap("Launch now")
    async with jobs_of(portal, database, redis, delivering=False) as jobs:
        await jobs.tick()
        await fate(owner, show)
    async with jobs_of(portal, database, redis) as jobs:
        await jobs.tick()
        await jobs.settle(owner)
        await jobs.tick()
    why = "called off" if fate is is_called_off else "evening over"
    [row] = await owner.fetch("SELECT status::text, last_error FROM notifications")
    assert (row["status"], row["last_error"]) == ("skipped", why)
    assert (await campaign_of(owner))["status"] == "completed"
    assert "Come and see." not in await nora.words()


async def test_nobody_resumes_or_agrees_to_what_leads_to_an_evening_that_was_called_off(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    show, _ = await invites_to(portal, owner, house)
    await house.tap("Launch now")
    await house.tap("Pause")
    await is_called_off(owner, show)
    assert leads(show) in (await house.tap("Resume"))["text"]
    assert (await campaign_of(owner))["status"] == "paused"

    await large_from(owner, 0)
    later, _ = await invites_to(portal, owner, house, title="Second Night")
    marta = await make_marketing(owner, portal, house)
    await house.tap("Launch now")
    assert (await campaign_of(owner))["status"] == "awaiting_approval"
    await is_called_off(owner, later)
    await marta.send("/broadcast")
    screen = await marta.screen()
    assert leads(later) in await steers(owner, marta, screen, "agree")
    assert (await campaign_of(owner))["status"] == "awaiting_approval"


async def test_a_post_is_not_made_where_its_button_leads_nowhere(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    show, _ = await invites_to(portal, owner, house)
    person = await portal.user_id(owner, house)
    await owner.insert("house_channels", user_id=person, chat_id=-1001, title="Casa Rossi")
    await owner.fetch("UPDATE campaigns SET type = 'social'")
    await house.tap("Launch now")
    await is_called_off(owner, show)
    async with jobs_of(portal, database, redis) as jobs:
        await jobs.tick()
    [post] = await owner.fetch("SELECT state::text, last_error FROM campaign_posts")
    assert (post["state"], post["last_error"]) == ("failed", "called-off")
