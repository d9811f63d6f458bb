"""A campaign that waits for its time gets another one: by its maker, or by the house."""

from datetime import UTC, datetime, timedelta

from redis.asyncio import Redis

from tests.factories import Owner
from tests.flows.broadcasting import (
    house_event,
    jobs_of,
    large_from,
    make_follower,
    make_house,
    make_marketing,
    make_ticket,
)
from tests.flows.composing import campaign_of, compose
from tests.guest import labels, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Message, Visitor


def day(number: int) -> str:
    """So many days from now, as people write it."""
    return (datetime.now(UTC) + timedelta(days=number)).date().isoformat()


async def schedules(visitor: Visitor, when: str) -> Message:
    await visitor.taps("At a time")
    return await visitor.says(when)


async def test_the_house_moves_what_its_marketing_wrote(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    marta = await make_marketing(owner, portal, house)
    fan = await make_follower(owner, portal, house, "Ines")
    await compose(portal, marta, "Not before its time.")
    assert "Move it" in labels(await schedules(Visitor(portal, marta), f"{day(2)} 19:30"))
    before = await campaign_of(owner)

    visitor = Visitor(portal, house)
    await visitor.says("/broadcast")
    await visitor.taps("Not before its time.")
    asked = await visitor.taps("Move it")
    assert "When shall it leave?" in said(asked)
    assert "over already" in said(await visitor.says("today 0:00"))
    assert (await campaign_of(owner))["start_date"] == before["start_date"]
    moved = await visitor.says(f"{day(5)} 10:00")
    assert "Leaves by itself" in said(moved)
    assert "10:00" in said(moved)
    after = await campaign_of(owner)
    assert (after["status"], after["created_by"]) == ("scheduled", before["created_by"])
    assert after["start_date"] > before["start_date"] + timedelta(days=2)

    async with jobs_of(portal, database, redis, later=timedelta(days=3, hours=4)) as jobs:
        await jobs.tick()
        assert (await campaign_of(owner))["status"] == "scheduled"
    async with jobs_of(portal, database, redis, later=timedelta(days=6)) as jobs:
        await jobs.tick()
        await portal.says(fan, "Not before its time.")
        await portal.says(marta, "is leaving now")
        await jobs.settle(owner)


async def test_what_left_before_the_time_was_chosen_says_so(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    await make_follower(owner, portal, house, "Ines")
    await compose(portal, house, "Tonight.")
    visitor = Visitor(portal, house)
    waits = await schedules(visitor, f"{day(1)} 19:30")
    await visitor.taps("Move it")
    async with jobs_of(portal, database, redis, later=timedelta(days=2)) as jobs:
        await jobs.tick()
        await jobs.settle(owner)
        await jobs.tick()
    left = await campaign_of(owner)
    told = said(await visitor.says(f"{day(9)} 10:00"))
    assert "It had left already" in told
    assert "1 delivered" in told
    assert "It will leave by itself" not in told
    now = await campaign_of(owner)
    for column in ("status", "start_date", "launched_at"):
        assert now[column] == left[column]
    await visitor.taps_old("Move it", waits)  # asks for no time any more
    assert "All sent" in said(await house.screen())


async def test_a_time_after_the_evening_is_refused_and_the_former_stays(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    show = await house_event(
        owner, portal, house, title="Velvet Hour", starts_in=timedelta(days=9)
    )
    holder = await make_follower(owner, portal, house, "Nora")
    await make_ticket(owner, portal, show, await portal.user_id(owner, holder))
    ways = ("Guests of an evening", "Velvet Hour", "About this evening")
    await compose(portal, house, "Until soon.", *ways)
    visitor = Visitor(portal, house)
    await schedules(visitor, f"{day(2)} 19:30")
    before = await campaign_of(owner)
    await visitor.taps("Move it")
    assert "“Velvet Hour” is over by then" in said(await visitor.says(f"{day(300)} 19:30"))
    assert await campaign_of(owner) == before
    assert "Leaves by itself" in said(await visitor.says(f"{day(3)} 19:30"))  # as it was asked
    assert (await campaign_of(owner))["start_date"] > before["start_date"]


async def test_a_yes_stays_when_the_time_moves_and_who_gave_it_hears_of_it(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    marta = await make_marketing(owner, portal, house)
    for name in ("Ines", "Marco"):
        await make_follower(owner, portal, house, name)
    await large_from(owner, 1)
    await compose(portal, house, "To all of you.")
    visitor, second = Visitor(portal, house), Visitor(portal, marta)
    assert "A second person reads it first" in said(await schedules(visitor, f"{day(2)} 19:30"))
    await visitor.taps("Move it")
    moved = said(await visitor.says(f"{day(3)} 11:00"))
    assert "A second person reads it first" in moved
    assert "11:00 (Rome time)" in moved
    async with jobs_of(portal, database, redis) as jobs:
        await jobs.tick()
        asked = await portal.says(marta, "May this leave?")
        await second.taps("Look at it", among=asked)
        assert "11:00 (Rome time)" in said(await marta.screen())
        await second.taps("✓ Let it leave")
        await visitor.taps("Watch it leave", among=await portal.says(house, "been agreed to"))
        await visitor.taps("Move it")
        assert "Leaves by itself" in said(await visitor.says(f"{day(4)} 12:00"))
        jobs.deliverer.wake()
        told = await portal.says(marta, "to which you agreed, has been moved")
        assert "12:00 (Rome time)" in said(told)
        await jobs.tick()
    row = await campaign_of(owner)
    assert row["status"] == "scheduled"
    assert row["decided_by"] == await portal.user_id(owner, marta)
    screen = await second.taps("Watch it leave", among=told)
    assert {"Move it", "✕ Cancel"} <= set(labels(screen))
    await second.taps("✕ Cancel")
    assert (await campaign_of(owner))["status"] == "cancelled"


async def test_the_time_is_that_of_a_named_place_and_a_day_just_over_is_not_next_years(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    await house_event(owner, portal, house, time_zone="Europe/London")
    await make_follower(owner, portal, house, "Ines")
    await compose(portal, house, "Mind the clock.")
    visitor = Visitor(portal, house)
    assert "in London time" in said(await visitor.taps("At a time"))
    over = datetime.now(UTC) - timedelta(days=2)
    refused = said(await visitor.says(f"{over:%d.%m} 19:30"))
    assert f"{over.year} is over. If you mean the next one" in refused
    assert (await campaign_of(owner))["status"] == "draft"
    next_year = datetime.now(UTC) + timedelta(days=366)
    waits = said(await visitor.says(f"{next_year:%d.%m.%Y} 19:30"))
    assert f"{next_year.year}, 19:30 (London time)" in waits
    await visitor.taps("Move it")
    waits = said(await visitor.says("tomorrow 10:00"))
    tomorrow = over + timedelta(days=3)
    if tomorrow.year == over.year:
        assert str(tomorrow.year) not in waits
    assert "10:00 (London time)" in waits
