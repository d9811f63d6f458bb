"""A second person who says no learns the truth, also where the campaign went another way."""

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
from tests.guest import Guest, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor

SENTENCE = "A little warmer, please."


async def ask_marta(portal: Portal, owner: Owner, house: Guest) -> Guest:
    """What the house wrote waits; Marta of its marketing reads it."""
    marta = await make_marketing(owner, portal, house)
    for name in ("Ines", "Marco"):
        await make_follower(owner, portal, house, name)
    await large_from(owner, 1)
    await compose(portal, house, "To all of you.")
    await house.tap("Launch now")
    return marta


async def who_runs_it(portal: Portal, owner: Owner, name: str) -> Guest:
    guest = await portal.guest(name)
    await owner.insert("administrators", user_id=await portal.user_id(owner, guest))
    return guest


async def steers(owner: Owner, guest: Guest, act: str) -> str:
    """A button of the campaign, wherever it stood; the alert."""
    id, screen = (await campaign_of(owner))["id"], await guest.screen()
    answer = await guest.tap_data(screen["message_id"], Steer(campaign=id, act=act).pack())
    return str(answer.get("text") or "")


async def test_a_no_that_comes_after_somebodys_yes(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    marta = await ask_marta(portal, owner, house)
    ada, nora = [await who_runs_it(portal, owner, each) for each in ("Ada King", "Nora King")]
    for guest in (ada, marta):
        await steers(owner, guest, "decline")
    await steers(owner, nora, "agree")
    told = said(await Visitor(portal, ada).says(SENTENCE))
    assert "Nothing was sent back" in told
    assert "agreed to meanwhile" in told
    assert "To all of you." in told
    told = said(await Visitor(portal, marta).says(SENTENCE))  # what leaves is not hers to see
    assert "It does not wait any more" in told
    await steers(owner, ada, "decline")
    assert "agreed to meanwhile" in said(await ada.screen())
    row = await campaign_of(owner)
    assert (row["status"], row["declined_why"]) == ("active", None)
    async with jobs_of(portal, database, redis) as jobs:
        await jobs.tick()
        await jobs.settle(owner)
    assert not [each for each in await house.messages() if "not been agreed to" in said(each)]


async def test_a_no_to_what_its_maker_has_taken_back(portal: Portal, owner: Owner) -> None:
    """Also where this person had said no to it before."""
    house = await make_house(owner, portal)
    await ask_marta(portal, owner, house)
    ada = await who_runs_it(portal, owner, "Ada King")
    visitor = Visitor(portal, ada)
    await steers(owner, ada, "decline")
    assert "Sent back" in said(await visitor.says(SENTENCE))
    await steers(owner, house, "launch")
    assert "somebody else has to agree" in await steers(owner, house, "decline")
    await steers(owner, ada, "decline")
    await steers(owner, house, "recall")
    assert "warmer" not in said(await house.screen())
    told = said(await visitor.says("Still colder than it was."))
    assert "Sent back" not in told
    assert "Its maker has it back as a draft" in told
    assert (await campaign_of(owner))["declined_why"] is None

    await steers(owner, house, "cancel")
    await steers(owner, ada, "decline")
    assert "given up meanwhile" in said(await ada.screen())
