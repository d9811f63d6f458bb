"""What was given up or left meanwhile loses no words, and every old button tells how it stands."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.callbacks.writing import Steer
from tests.factories import Owner
from tests.flows.broadcasting import large_from, make_follower, make_house
from tests.flows.composing import campaign_of, compose
from tests.guest import Guest, labels, said
from tests.portal_fixtures import Portal
from tests.visitor import Message, Visitor


async def tomorrow(visitor: Visitor) -> None:
    """It leaves by itself then."""
    await visitor.taps("At a time")
    day = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    await visitor.says(f"{day} 19:30")


async def steers(owner: Owner, guest: Guest, act: str, *, on: Message | None = None) -> str:
    """An old button, on a screen of before; the screen that it brings."""
    id, screen = (await campaign_of(owner))["id"], on or await guest.screen()
    await guest.tap_data(screen["message_id"], Steer(campaign=id, act=act).pack())
    return said(await guest.screen())


async def test_what_was_cancelled_before_it_left_is_written_again(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    await make_follower(owner, portal, house, "Ines")
    await compose(portal, house, "Not to be lost.")
    visitor = Visitor(portal, house)
    await tomorrow(visitor)
    assert "“Write it again” then begins with them" in said(await house.screen())
    await visitor.taps("✕ Cancel")
    assert "Given up" in await steers(owner, house, "change")
    assert "Given up" in await steers(owner, house, "later")
    await visitor.taps("Write it again")
    review = await house.screen()
    assert "Not to be lost." in said(review)
    await visitor.taps("Keep the draft")
    assert "Launch now" in labels(await house.screen())
    assert (await campaign_of(owner))["status"] == "draft"


async def test_what_waits_for_somebody_says_how_it_is_changed(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    for name in ("Ines", "Marco"):
        await make_follower(owner, portal, house, name)
    await large_from(owner, 1)
    await compose(portal, house, "To all of you.")
    await house.tap("Launch now")
    told = await steers(owner, house, "change")
    assert "To change it, “Take it back” first" in told
    assert "Take it back" in labels(await house.screen())


@pytest.mark.parametrize(
    ("launched", "told"),
    [(True, "The former text has left meanwhile"), (False, "and waits to leave")],
)
async def test_a_draft_that_was_launched_while_it_was_changed(
    portal: Portal, owner: Owner, launched: bool, told: str
) -> None:
    house = await make_house(owner, portal)
    await make_follower(owner, portal, house, "Ines")
    await compose(portal, house, "With a tyop.")
    visitor, former = Visitor(portal, house), (await campaign_of(owner))["id"]
    if not launched:
        await tomorrow(visitor)
        await owner.fetch("UPDATE campaigns SET status = 'draft'")
        await steers(owner, house, "preview")
    old = await house.screen()
    await visitor.taps("Change it")
    await visitor.taps("Change: Text")
    review = await visitor.says("With no typo.")
    if launched:
        await steers(owner, house, "launch", on=old)
        await steers(owner, house, "later", on=old)  # asks for no time
        assert [each for each in await house.messages() if "On its way" in said(each)]
    else:
        await owner.fetch("UPDATE campaigns SET status = 'scheduled'")
    await visitor.taps("Keep the draft", among=review)
    desk = said(await house.screen())
    assert told in desk
    assert "a second message to the same people" in desk
    assert (await campaign_of(owner))["id"] != former


async def test_what_was_asked_for_is_there_after_beginning_anew(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    await make_follower(owner, portal, house, "Ines")
    await compose(portal, house, "To be changed.")
    visitor = Visitor(portal, house)
    for act in ("change", "again"):
        await visitor.says("/broadcast")
        await visitor.taps("A new message")
        if "begun" in said(await house.screen()):
            await visitor.taps("Begin anew")
        await visitor.taps("Followers")
        assert "You had begun" in await steers(owner, house, act)
        await visitor.taps("Begin anew")
        assert "To be changed." in said(await house.screen())
    # A new message takes nobody's place, though a change of the draft was begun before.
    await steers(owner, house, "change")
    await visitor.taps("Begin anew")
    await visitor.says("/broadcast")
    await visitor.taps("A new message")
    await visitor.taps("Begin anew")
    await visitor.taps("Followers")
    while "Now write it" not in said(await house.screen()):
        await visitor.taps("Skip")
    await visitor.says("Another one.")
    await visitor.taps("Keep the draft")
    listed = labels(await visitor.says("/broadcast"))
    assert {"✎ Another one.", "✎ To be changed."} <= set(listed)
