"""What a house asks, cut off in the middle: an update that comes again says nothing untrue."""

import pytest

from tests.factories import Owner, make_event
from tests.flows.asking import SEAT, SUPPER, asks, bills
from tests.flows.buying import holds
from tests.flows.test_support_interrupted import tapped
from tests.guest import said
from tests.portal_fixtures import Portal
from tests.visitor import Message, Visitor

LET_GO = "I let it go"


async def asked(portal: Portal, owner: Owner) -> Visitor:
    """Who holds places is at the first of two questions."""
    await asks(owner, await make_event(owner), SUPPER, SEAT)
    giulia = Visitor(portal, await portal.guest())
    await holds(portal, giulia.guest, "Velvet Hour", places=1)
    assert "Which supper?" in said(await giulia.guest.screen())
    return giulia


async def told(giulia: Visitor) -> list[tuple[int, str]]:
    """All that stands in the chat."""
    return [(each["message_id"], said(each)) for each in await giulia.guest.messages()]


async def test_an_answer_that_comes_again_after_the_end_is_silent(
    portal: Portal, owner: Owner
) -> None:
    giulia = await asked(portal, owner)
    answer = tapped(giulia.guest, 900_000_010, await giulia.guest.screen(), "answer")
    await portal.updates.handle(answer)
    await giulia.says("Beside Bianca")
    await giulia.taps("That is right")
    await portal.until(giulia.guest, lambda messages: bool(messages[-1].get("invoice")))
    before = await told(giulia)
    await portal.updates.handle(answer)
    assert await told(giulia) == before
    assert LET_GO not in str(before)


@pytest.mark.parametrize("lost", [False, True])
async def test_questions_that_were_left_show_the_order_again(
    portal: Portal, owner: Owner, lost: bool
) -> None:
    """Nothing was let go: the places are still held. Not so where they were lost meanwhile."""
    giulia = await asked(portal, owner)
    leave = tapped(giulia.guest, 900_000_011, await giulia.guest.screen(), "cancel")
    await portal.updates.handle(leave)
    first: Message = await giulia.guest.screen()
    assert await owner.value("SELECT number FROM orders") in said(first)
    if lost:
        await owner.fetch("UPDATE orders SET expires_at = now() - interval '1 minute'")
    before = await told(giulia)
    await portal.updates.handle(leave)
    assert await told(giulia) == before
    assert LET_GO not in str(before)
    assert await bills(giulia.guest) == 0
