"""Several look at one campaign: its bar lives in one message, and the others say so."""

import pytest
from redis.asyncio import Redis

from bot.texts import Texts
from jobs.bars import Redrawer
from jobs.campaigns import Bars
from tests.factories import Owner
from tests.flows.broadcasting import alone, jobs_of, make_follower, make_house
from tests.flows.composing import campaign_of, compose
from tests.flows.test_colleagues_campaigns import NAME, by_marta
from tests.guest import Guest, labels, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch

ELSEWHERE = "followed in another message"


async def stands(guest: Guest, message: int) -> dict:
    """A message as it stands in the chat now."""
    return next(each for each in await guest.messages() if each["message_id"] == message)


@pytest.fixture
async def house(portal: Portal, owner: Owner) -> Guest:
    """A house that has something to say to one follower."""
    house = await make_house(owner, portal)
    await make_follower(owner, portal, house, "Ines")
    await alone(owner)
    await compose(portal, house, "The doors open at nine.")
    return house


async def test_whoever_looks_takes_the_bar_and_who_watched_is_told_in_their_language(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house, marta = await by_marta(portal, owner)
    await owner.fetch(
        "UPDATE telegram_accounts SET chosen_language = 'it' WHERE telegram_id = $1", marta.id
    )
    again = Texts("it").plain("button-campaign-now")
    async with jobs_of(portal, database, redis) as jobs:
        await marta.tap("Launch now")
        hers = (await marta.screen())["message_id"]
        await house.send("/broadcast")
        await portal.says(house, "Write to your guests")
        await house.tap(NAME)
        theirs = (await house.screen())["message_id"]
        await jobs.tick()
        told = await stands(marta, hers)
        assert "Ora il suo cammino si segue in un altro messaggio" in said(told)
        assert [each for each in labels(told) if each[0] in "❚✕"] == []
        await jobs.settle(owner)
        await jobs.tick()
        assert "✓ 1" in said(await stands(house, theirs))
        await marta.tap(again, among=told)
        assert "✓ 1" in said(await stands(marta, hers))
        await jobs.tick()
        assert ELSEWHERE in said(await stands(house, theirs))
        assert "✓ 1" in said(await stands(marta, hers))
    row = await campaign_of(owner)
    assert row["bar_message_id"] in (None, hers)


async def test_a_former_card_is_told_when_telegram_takes_it_also_by_another_process(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis, house: Guest
) -> None:
    """The first process is refused and dies; the second knows of it from the database."""
    async with jobs_of(portal, database, redis, delivering=False) as jobs:
        await house.tap("Launch now")
        cards = [(await house.screen())["message_id"]]
        for _ in range(2):
            await house.send("/broadcast")
            await portal.says(house, "Write to your guests")
            name = next(each for each in labels(await house.screen()) if "doors" in each)
            await house.tap(name)
            cards.append((await house.screen())["message_id"])
        fault = {"method": "editMessageText", "kind": "429", "times": 1, "seconds": 600}
        async with portal.sandbox.http.post("/client/faults", json=fault) as answer:
            assert answer.status == 200, await answer.text()
        await jobs.tick()
        assert "On its way" in said(await stands(house, cards[0]))
        sender = jobs.bars._sender
        await Bars(jobs.db, sender, Redrawer(sender)).show()
        for card in cards[:2]:
            assert ELSEWHERE in said(await stands(house, card))
        assert "On its way" in said(await stands(house, cards[2]))
    assert "<" not in (await campaign_of(owner))["bar_shown"]
