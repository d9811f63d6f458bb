"""An evening moves: each of its guests hears of it once, in words that fit what they have."""

from datetime import timedelta
from typing import Any

from redis.asyncio import Redis

from bot.texts import Texts
from jobs.calling_off import tell_of_moves
from tests.factories import Owner, make_event
from tests.flows.broadcasting import jobs_of
from tests.flows.buying import finds, holds, pictures_of
from tests.flows.test_calling_off import an_evening, moves_a_day, settle
from tests.guest import Guest, labels, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch


async def moves_heard_by(guest: Guest) -> list[dict[str, Any]]:
    return [each for each in await guest.messages() if "has another time or place" in said(each)]


async def test_who_has_two_orders_hears_of_a_move_once(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    show, renata, giulia = await an_evening(portal, owner)
    await holds(portal, giulia, "Velvet Hour", places=1)
    await giulia.pay()
    await pictures_of(portal, giulia, 3)
    for moved in (1, 2):
        await moves_a_day(portal, owner, show, renata)
        async with jobs_of(portal, database, redis) as jobs:
            await settle(jobs, owner)
        assert len(await moves_heard_by(giulia)) == moved
    told = (await moves_heard_by(giulia))[-1]
    assert "Your tickets stay valid, with the same codes." in said(told)
    assert "give them back by" in said(told)
    assert "My orders" in labels(told)
    assert "I want my money back" not in labels(told)  # of which order?


async def test_no_notice_offers_the_money_back_for_longer_than_it_comes_back(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    """Moved by a day and nearer again: what the first move promised would outlast the evening."""
    show, renata, giulia = await an_evening(portal, owner)
    for days in (1, -1):
        await moves_a_day(portal, owner, show, renata, days)
        async with jobs_of(portal, database, redis) as jobs:
            await settle(jobs, owner)
    told = (await moves_heard_by(giulia))[-1]
    starts_at = await owner.value("SELECT start_date FROM events WHERE id = $1", show.id)
    assert f"give them back by {Texts('en').when(starts_at, 'Europe/Rome')} and" in said(told)


async def test_a_move_that_was_overtaken_before_it_was_told_is_told_no_more(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    show, renata, giulia = await an_evening(portal, owner)
    for _ in range(2):
        await moves_a_day(portal, owner, show, renata)
        async with jobs_of(portal, database, redis, delivering=False) as jobs:
            await tell_of_moves(jobs.db)
    async with jobs_of(portal, database, redis) as jobs:
        await settle(jobs, owner)
    assert len(await moves_heard_by(giulia)) == 1
    rows = await owner.fetch(
        "SELECT status::text FROM notifications WHERE template = 'event-moved' ORDER BY id"
    )
    assert [row["status"] for row in rows] == ["skipped", "sent"]


async def test_who_holds_a_ticket_that_another_bought_hears_of_the_move_too(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    show, renata, giulia = await an_evening(portal, owner)
    ada = await portal.guest("Ada")
    given = "UPDATE tickets SET user_id = $1 WHERE id = (SELECT min(id::text)::uuid FROM tickets)"
    await owner.fetch(given, await portal.user_id(owner, ada))
    await moves_a_day(portal, owner, show, renata)
    async with jobs_of(portal, database, redis) as jobs:
        await settle(jobs, owner)
    for guest in (giulia, ada):
        assert len(await moves_heard_by(guest)) == 1


async def test_one_ticket_that_cost_nothing_is_given_back_and_no_money_is_asked(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    renata = await portal.guest("Renata Sala")
    house = await portal.user_id(owner, renata)
    show = await make_event(
        owner, starts_in=timedelta(days=3), organizer=house, types={"Guest": ("0", 20)}
    )
    ada = await portal.guest("Ada")
    await finds(portal, ada, "Velvet Hour")
    await ada.tap("A free place")
    await pictures_of(portal, ada, 1)
    await moves_a_day(portal, owner, show, renata)
    async with jobs_of(portal, database, redis) as jobs:
        await settle(jobs, owner)
    [told] = await moves_heard_by(ada)
    assert "Your ticket stays valid, with the same code." in said(told)
    assert "I keep my ticket" in labels(told)
    assert "Give it back" in labels(told)
    assert "money" not in str(labels(told))
