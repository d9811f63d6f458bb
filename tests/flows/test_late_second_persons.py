"""Somebody is asked whether a campaign may leave, and comes when it does not wait any more."""

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
from tests.flows.test_giving_back import hears
from tests.guest import labels, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor, an_administrator

DEAD = {"✓ Let it leave", "✕ Not like this", "Look again", "Look at it"}


async def test_who_comes_too_late_reads_why_and_keeps_no_dead_button(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    """Marta markets one evening of the house, and sees its campaigns only while they wait."""
    house = await make_house(owner, portal)
    marta = await make_marketing(owner, portal, house)
    eleanor = await an_administrator(owner, portal, "Eleanor Vance")
    for name in ("Ines", "Marco"):
        stranger = await make_follower(owner, portal, house, name)
    await large_from(owner, 1)
    await compose(portal, house, "To all of you.")
    writer, visitor = Visitor(portal, house), Visitor(portal, marta)
    async with jobs_of(portal, database, redis) as jobs:
        await writer.taps("Launch now")
        await jobs.tick()
        asked = await hears(portal, marta, "May this leave?")
        office = await hears(portal, eleanor.guest, "May this leave?")
        for words in (said(asked), said(office)):
            assert "for followers of Casa Rossi and of its designers" in words
            assert "in the name of Casa Rossi" in words
        assert labels(asked) == ["Look at it"]
        yes = await visitor.taps("Look at it", among=asked)
        no = await visitor.taps("Look at it", among=asked)
        assert "For followers of Casa Rossi" in said(yes)
        see = await eleanor.taps("Look at it", among=office)

        assert "For your followers" in said(await writer.taps("Take it back"))
        for card, label, words in (
            (yes, "✓ Let it leave", "Your yes is not needed any more."),
            (no, "✕ Not like this", "Nothing was sent back."),
            (asked, "Look at it", "There is nothing left to look at."),
        ):
            await marta.tap(label, among=card)
            [now] = [
                each for each in await marta.messages() if each["message_id"] == card["message_id"]
            ]
            assert said(now) == f"{words} It does not wait any more."
            assert not DEAD & set(labels(now))

        await eleanor.guest.tap("✓ Let it leave", among=see)  # the office sees it all the same
        now = await hears(portal, eleanor.guest, "Your yes is not needed any more.")
        assert "Its maker has it back as a draft." in said(now)
        assert (await campaign_of(owner))["status"] == "draft"
        forged = Steer(campaign=(await campaign_of(owner))["id"], act="agree").pack()
        message = (await stranger.messages())[-1]["message_id"]
        assert "I cannot find that" in (await stranger.tap_data(message, forged))["text"]


async def test_who_agrees_second_reads_that_somebody_did_and_who_agrees_first_does_not(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    marta = await make_marketing(owner, portal, house)
    eleanor = await an_administrator(owner, portal, "Eleanor Vance")
    for name in ("Ines", "Marco"):
        await make_follower(owner, portal, house, name)
    await large_from(owner, 1)
    await compose(portal, house, "To all of you.")
    async with jobs_of(portal, database, redis, delivering=True) as jobs:
        await house.tap("Launch now")
        await jobs.tick()
        cards = []
        for guest in (marta, eleanor.guest):
            asked = await hears(portal, guest, "May this leave?")
            card = await Visitor(portal, guest).taps("Look at it", among=asked)
            cards.append((guest, card))
        for guest, card in cards:
            await guest.tap("✓ Let it leave", among=card)
        assert "Your yes" not in said(await marta.screen())
        late = await hears(portal, eleanor.guest, "It has been agreed to meanwhile.")
        assert "On its way" in said(late)
