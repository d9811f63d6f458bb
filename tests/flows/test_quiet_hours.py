"""A campaign lets people sleep, and does not come too often."""

from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from redis.asyncio import Redis

from tests.factories import Owner
from tests.flows.broadcasting import house_event, jobs_of, make_follower, make_house, make_ticket
from tests.flows.composing import compose, received
from tests.guest import Guest, labels, said
from tests.jobs.people import until
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor


async def sleeps_now(owner: Owner, portal: Portal, guest: Guest) -> None:
    """It is within the guest's quiet hours, and three hours on it is no longer."""
    hour = datetime.now(ZoneInfo("Europe/Paris")).hour
    await owner.fetch(
        "UPDATE users SET preferences = preferences || jsonb_build_object('quiet',"
        " jsonb_build_array($2::int, $3::int)) WHERE id = $1",
        await portal.user_id(owner, guest),
        hour,
        (hour + 2) % 24,
    )


async def waits(owner: Owner) -> bool:
    """Whether a message waits for the morning."""
    waiting = "SELECT count(*) FROM notifications WHERE last_error = 'quiet'"
    return bool(await owner.value(waiting))


async def test_who_sleeps_gets_it_in_the_morning(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    ines, marco = [await make_follower(owner, portal, house, each) for each in ("Ines", "Marco")]
    await sleeps_now(owner, portal, ines)
    await compose(portal, house, "The doors open at nine.")
    async with jobs_of(portal, database, redis) as jobs:
        await house.tap("Launch now")
        await jobs.tick()
        await portal.says(marco, "doors open at nine")
        await until(partial(waits, owner))
        await jobs.tick()
        resting = "1 waiting for the end of their quiet hours"
        await portal.until(house, lambda seen: resting in said(seen[-1]))
    assert await received(ines, "doors open") == 0
    attempts = await owner.value("SELECT attempts FROM notifications WHERE status = 'pending'")
    assert attempts == 0
    async with jobs_of(portal, database, redis, later=timedelta(hours=3)) as jobs:
        jobs.deliverer.wake()
        await portal.says(ines, "doors open at nine")
        await jobs.settle(owner)
        await jobs.tick()
        await portal.until(house, lambda seen: "✓ 2 delivered" in said(seen[-1]))
    assert [await received(each, "doors open") for each in (ines, marco)] == [1, 1]


async def test_a_service_notice_wakes_people_up(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    show = await house_event(owner, portal, house, title="Velvet Hour")
    holder = await portal.guest("Nora")
    await make_ticket(owner, portal, show, await portal.user_id(owner, holder))
    await sleeps_now(owner, portal, holder)
    about = ("Guests of an evening", "Velvet Hour", "About this evening")
    await compose(portal, house, "Doors open an hour later.", *about)
    async with jobs_of(portal, database, redis, campaigns_per_week=1) as jobs:
        await house.tap("Launch now")
        await jobs.tick()
        await portal.says(holder, "Doors open an hour later.")


async def test_nobody_gets_more_campaigns_a_week_than_the_house_rule_says(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    ines = await make_follower(owner, portal, house, "Ines")
    async with jobs_of(portal, database, redis, campaigns_per_week=1) as jobs:
        await compose(portal, house, "The first letter.")
        await house.tap("Launch now")
        await jobs.tick()
        await portal.says(ines, "The first letter.")
        await jobs.settle(owner)
        await compose(portal, house, "The second letter.")
        await house.tap("Launch now")
        await jobs.tick()
        await jobs.settle(owner)
        await jobs.tick()
        await portal.until(house, lambda seen: "All sent" in said(seen[-1]))
    assert "1 left out: they have had enough campaigns this week" in said(await house.screen())
    assert await received(ines, "The second letter.") == 0
    later = timedelta(days=8)
    async with jobs_of(portal, database, redis, later=later, campaigns_per_week=1) as jobs:
        await compose(portal, house, "A week later.")
        await house.tap("Launch now")
        await jobs.tick()
        await portal.says(ines, "A week later.")


async def test_quiet_hours_and_the_clock_are_chosen_in_the_settings(
    portal: Portal, owner: Owner
) -> None:
    nora = await portal.guest("Nora Lind")
    visitor = Visitor(portal, nora)
    await visitor.says("/settings")
    screen = await visitor.taps("Quiet hours: 22:00 – 8:00")
    assert "the house that writes" in said(screen)
    assert "✓ 22:00 – 8:00" in labels(screen)
    screen = await visitor.taps("21:00 – 9:00")
    assert "✓ 21:00 – 9:00" in labels(screen)
    await visitor.taps("My clock")
    assert "by the clock of Tokyo" in said(await visitor.taps("Tokyo"))
    assert "News arrive at any hour" in said(await visitor.taps("none"))
    row = await owner.fetch(
        "SELECT u.preferences ->> 'quiet' AS quiet, a.time_zone FROM users u"
        " JOIN telegram_accounts a ON a.user_id = u.id WHERE u.id = $1",
        await portal.user_id(owner, nora),
    )
    assert tuple(row[0].values()) == ("[0, 0]", "Asia/Tokyo")
    await visitor.taps("22:00 – 8:00")
    await visitor.taps("My clock")
    screen = await visitor.taps("That of the house that writes")
    assert "by the clock of the house that writes" in said(screen)
    assert await owner.value("SELECT count(time_zone) FROM telegram_accounts") == 0


@pytest.mark.parametrize(
    ("now", "zone", "hours", "until"),
    [
        ("2026-06-01 21:59+02", "Europe/Paris", (22, 8), None),
        ("2026-06-01 22:00+02", "Europe/Paris", (22, 8), "2026-06-02 08:00+02"),
        ("2026-06-02 07:59+02", "Europe/Paris", (22, 8), "2026-06-02 08:00+02"),
        ("2026-06-02 08:00+02", "Europe/Paris", (22, 8), None),
        ("2026-06-01 22:00+02", "Asia/Tokyo", (22, 8), "2026-06-02 08:00+09"),
        ("2026-06-02 08:00+02", "Asia/Tokyo", (22, 8), None),
        ("2026-06-01 14:00+02", "Europe/Paris", (13, 15), "2026-06-01 15:00+02"),
        ("2026-06-01 15:00+02", "Europe/Paris", (13, 15), None),
        ("2026-06-01 03:00+02", "Europe/Paris", (5, 5), None),
        ("2026-03-28 23:00+01", "Europe/Paris", (22, 8), "2026-03-29 08:00+02"),
        ("2026-10-24 23:00+02", "Europe/Paris", (22, 8), "2026-10-25 08:00+01"),
    ],
)
async def test_they_end_by_the_clock_of_where_a_person_is(
    owner: Owner, now: str, zone: str, hours: tuple[int, int], until: str | None
) -> None:
    same = await owner.value(
        "SELECT quiet_until($1::text::timestamptz, $2, $3, $4)"
        " IS NOT DISTINCT FROM $5::text::timestamptz",
        *(now, zone, *hours, until),
    )
    assert same


CAPPED = "who has had enough is left out"
ASLEEP = "Who is in their quiet hours gets it when those are over"
RULES = {"campaigns_per_week": 7, "quiet_from_hour": 22, "quiet_to_hour": 8}


async def test_the_desk_of_news_says_who_may_be_left_out_of_its_number(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    await make_follower(owner, portal, house, "Ines")
    portal.db.in_force.put(RULES)
    desk = said(await compose(portal, house, "An evening of couture."))
    assert "one person" in desk
    assert f"at most 7 campaigns a week, from all houses together: {CAPPED}" in desk
    assert ASLEEP in desk


async def test_the_desk_says_nothing_of_rules_that_are_off(portal: Portal, owner: Owner) -> None:
    house = await make_house(owner, portal)
    await make_follower(owner, portal, house, "Ines")
    portal.db.in_force.put({"campaigns_per_week": 0, "quiet_from_hour": 9, "quiet_to_hour": 9})
    desk = said(await compose(portal, house, "An evening of couture."))
    assert "one person" in desk
    assert CAPPED not in desk
    assert ASLEEP not in desk


async def test_what_guests_must_know_reaches_them_all_and_its_desk_says_no_less(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    show = await house_event(owner, portal, house, title="Velvet Hour")
    guest = await make_follower(owner, portal, house, "Nora")
    await make_ticket(owner, portal, show, await portal.user_id(owner, guest))
    portal.db.in_force.put(RULES)
    about = ("Guests of an evening", "Velvet Hour", "About this evening")
    desk = said(await compose(portal, house, "Doors open later.", *about))
    assert "one person" in desk
    assert CAPPED not in desk
    assert ASLEEP not in desk
