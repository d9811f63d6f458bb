"""Who wrote a campaign hears once what a colleague did with it; who did it hears nothing."""

from redis.asyncio import Redis

from bot.callbacks.writing import Steer
from tests.factories import Owner
from tests.flows.broadcasting import jobs_of, make_follower, make_house, make_marketing
from tests.flows.composing import campaign_of, compose
from tests.flows.test_giving_back import hears
from tests.flows.test_moving_campaigns import day
from tests.guest import Guest, labels, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor

NAME = "By both of us."


async def steers(owner: Owner, guest: Guest, *acts: str) -> None:
    """Buttons of the campaign, wherever they stand."""
    id, screen = (await campaign_of(owner))["id"], await guest.screen()
    for act in acts:
        await guest.tap_data(screen["message_id"], Steer(campaign=id, act=act).pack())


async def notices(owner: Owner) -> list[tuple]:
    """To whom it was told what a colleague did, and what."""
    rows = await owner.fetch(
        "SELECT user_id, arguments ->> 'done' AS done FROM notifications"
        " WHERE template = 'campaign-steered' ORDER BY id"
    )
    return [(row["user_id"], row["done"]) for row in rows]


async def by_marta(portal: Portal, owner: Owner) -> tuple[Guest, Guest]:
    """The house, and Marta of its marketing, who wrote to its followers."""
    house = await make_house(owner, portal)
    marta = await make_marketing(owner, portal, house)
    await make_follower(owner, portal, house, "Ines")
    await compose(portal, marta, NAME)
    return house, marta


async def test_a_time_that_the_house_chose_and_its_end_are_told_to_who_wrote(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house, marta = await by_marta(portal, owner)
    writer, visitor = Visitor(portal, marta), Visitor(portal, house)
    await writer.taps("At a time")
    await writer.says(f"{day(2)} 19:30")
    await visitor.says("/broadcast")
    await visitor.taps(f"◷ {NAME}")
    await visitor.taps("Move it")
    await visitor.says(f"{day(5)} 10:00")
    async with jobs_of(portal, database, redis) as jobs:
        await jobs.tick()
        told = await hears(portal, marta, f"Camilla has chosen when {NAME} is to leave")
        assert "10:00" in said(told)
        assert "Leaves by itself" in said(await writer.taps("See it", among=told))
        await owner.fetch(
            "UPDATE telegram_accounts SET chosen_language = 'fr' WHERE user_id = $1",
            await portal.user_id(owner, marta),
        )
        await steers(owner, house, "cancel", "cancel")
        jobs.deliverer.wake()
        told = await hears(portal, marta, f"Camilla a annulé {NAME}")
        await jobs.settle(owner)
    assert labels(told) == ["Voir"]
    assert [done for _, done in await notices(owner)] == ["moved", "cancelled"]
    assert not [each for each in await house.messages() if "Camilla has" in said(each)]


async def test_a_pause_is_told_once_and_not_to_who_paused(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house, marta = await by_marta(portal, owner)
    await steers(owner, house, "launch")
    await steers(owner, house, "pause", "pause")
    await steers(owner, house, "resume", "resume")
    await steers(owner, marta, "pause")
    her = await portal.user_id(owner, marta)
    told = [(her, done) for done in ("launched", "paused", "resumed")]
    assert await notices(owner) == told
    async with jobs_of(portal, database, redis) as jobs:
        await jobs.tick()
        await hears(portal, marta, f"Camilla has paused {NAME}")
        await jobs.settle(owner)
        # It rests: neither that it left nor that it goes on is true any more.
        assert not [each for each in await marta.messages() if "Camilla has let" in said(each)]
        await steers(owner, house, "resume")
        jobs.deliverer.wake()
        await hears(portal, marta, f"Camilla has let {NAME} go on")
        await jobs.settle(owner)
    assert await notices(owner) == [*told, (her, "resumed")]


async def test_who_steers_their_own_hears_nothing(portal: Portal, owner: Owner) -> None:
    _, marta = await by_marta(portal, owner)
    await steers(owner, marta, "launch", "pause", "resume", "cancel")
    assert (await campaign_of(owner))["status"] == "cancelled"
    assert await notices(owner) == []
