"""A house writes to many: from its first question to the desk of the draft."""

from collections.abc import Sequence

from tests.factories import Owner
from tests.guest import Guest, labels, said
from tests.portal_fixtures import Portal
from tests.visitor import Message, Visitor


async def compose(
    portal: Portal, house: Guest, text: str, *choices: str, links: Sequence[str] = ()
) -> Message:
    """A draft for who is chosen tap by tap, the followers unless said; the desk of it.

    It leads to the evenings of these titles, in the chat; no picture, no part of the audience.
    """
    visitor = Visitor(portal, house)
    await visitor.says("/broadcast")
    await visitor.taps("A new message")
    for choice in choices or ("Followers",):
        await visitor.taps(choice)
    while "Now write it" not in said(screen := await house.screen()):
        ways = [each for each in labels(screen) if each.startswith("In the chat")]
        await visitor.taps(ways[0] if ways else "Skip")
    await visitor.says(text)
    for title in links:
        await visitor.taps(title)
    for on in ("That is all", "Skip"):
        if on in labels(await house.screen()):
            await visitor.taps(on)
    await visitor.taps("Keep the draft")
    return await house.screen()


async def received(guest: Guest, words: str) -> int:
    return sum(words in said(each) for each in await guest.messages() if each["from"]["is_bot"])


async def campaign_of(owner: Owner) -> dict:
    [row] = await owner.fetch("SELECT * FROM campaigns ORDER BY id DESC LIMIT 1")
    return row
