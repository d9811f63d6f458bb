"""What was given up before it left is found in the list, by who wrote it and by the house."""

import pytest

from tests.factories import Owner, make_staff
from tests.flows.broadcasting import (
    house_event,
    large_from,
    make_follower,
    make_house,
    make_marketing,
    make_ticket,
)
from tests.flows.composing import campaign_of, compose
from tests.flows.test_moving_campaigns import day
from tests.guest import labels, said
from tests.portal_fixtures import Portal
from tests.visitor import Visitor


async def listed(visitor: Visitor) -> set[str]:
    """The lines of the list of campaigns."""
    return set(labels(await visitor.says("/broadcast")))


async def gives_up(visitor: Visitor, owner: Owner, stood: str) -> None:
    """A draft, what waits for its time, or what a second person was asked for, is given up."""
    if stood == "scheduled":
        await visitor.taps("At a time")
        await visitor.says(f"{day(2)} 19:30")
        await visitor.taps("✕ Cancel")
        return
    if stood == "waiting":
        await large_from(owner, 0)
        await visitor.taps("Launch now")
        await visitor.taps("Take it back")
    await visitor.taps("Give it up")


@pytest.mark.parametrize("stood", ["draft", "scheduled", "waiting"])
async def test_what_was_given_up_is_found_and_written_again(
    portal: Portal, owner: Owner, stood: str
) -> None:
    house = await make_house(owner, portal)
    marta = await make_marketing(owner, portal, house)
    await make_follower(owner, portal, house, "Ines")
    await compose(portal, marta, "Not to be lost.")
    await gives_up(Visitor(portal, marta), owner, stood)
    assert (await campaign_of(owner))["status"] == "cancelled"
    for guest in (marta, house):
        visitor = Visitor(portal, guest)
        assert "✕ Not to be lost." in await listed(visitor)
        told = said(await visitor.taps("✕ Not to be lost."))
        assert "Not to be lost." in told
        assert "Given up" in told
        assert "Not to be lost." in said(await visitor.taps("Write it again"))
    await visitor.taps("Keep the draft")
    assert {"✎ Not to be lost.", "✕ Not to be lost."} <= await listed(visitor)


async def test_a_draft_whose_place_another_took_is_not_listed_beside_it(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    await make_follower(owner, portal, house, "Ines")
    await compose(portal, house, "With a tyop.")
    visitor = Visitor(portal, house)
    await visitor.taps("Change it")
    await visitor.taps("Change: Text")
    await visitor.says("With no typo.")
    await visitor.taps("Keep the draft")
    lines = await listed(visitor)
    assert "✎ With no typo." in lines
    assert "✕ With a tyop." not in lines
    assert await owner.value("SELECT count(*) FROM campaigns WHERE status = 'cancelled'") == 1


async def test_who_markets_an_evening_finds_what_the_house_wrote_about_it(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    marta = await make_marketing(owner, portal, house)
    show = await house_event(owner, portal, house, title="Silk Night")
    holder = await make_follower(owner, portal, house, "Nora")
    await make_ticket(owner, portal, show, await portal.user_id(owner, holder))
    ways = ("Guests of an evening", "Silk Night", "About this evening")
    await compose(portal, house, "Until soon.", *ways)
    visitor = Visitor(portal, marta)
    assert "✎ Until soon." not in await listed(visitor)  # another evening is hers
    await make_staff(owner, show, await portal.user_id(owner, marta), "marketing")
    assert "✎ Until soon." in await listed(visitor)
    await visitor.taps("✎ Until soon.")
    await visitor.taps("Give it up")
    for guest in (marta, house):
        assert "✕ Until soon." in await listed(Visitor(portal, guest))


async def test_the_list_goes_on_for_as_long_as_there_are_older_ones(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    await make_follower(owner, portal, house, "Ines")
    await compose(portal, house, "The first of nine.")
    for number in range(8):
        await owner.fetch(
            "INSERT INTO campaigns (id, name, organizer_id, created_by, audience, purpose,"
            " meta_data) SELECT uuidv7(), $1, organizer_id, created_by, audience, purpose,"
            " meta_data FROM campaigns LIMIT 1",
            f"Later {number}",
        )
    visitor = Visitor(portal, house)
    newest = await listed(visitor)
    assert {"✎ Later 7", "✎ Later 0", "More ›"} <= newest
    assert "✎ The first of nine." not in newest
    older = set(labels(await visitor.taps("More ›")))
    assert {"✎ The first of nine.", "‹ The newest"} <= older
    assert not {"✎ Later 0", "More ›"} & older
    assert set(labels(await visitor.taps("‹ The newest"))) == newest
