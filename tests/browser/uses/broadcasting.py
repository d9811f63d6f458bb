"""A house writes to many, and watches it leave; a guest has heard enough."""

from playwright.async_api import expect

from tests.browser.hand import Hand
from tests.guest import Guest


async def writes(
    hand: Hand, organizer: Guest, words: str, *, audience: str, link: str, in_parts: bool = False
) -> None:
    """Composed, looked at, and ready to leave for one person; the audience may be `in_parts`."""
    await hand.be(organizer)
    await hand.write("/broadcast")
    await hand.press("✎ A new message", under=await hand.finds("Write to your guests"))
    await hand.choose("Whom is it for?", audience)
    if in_parts:
        await hand.choose("All of them, or only some?", "Skip")
    await hand.choose("A picture above the words, or an album of up to 10?", "Skip")
    await hand.answer("Now write it", words)
    await hand.pick(link, under=await hand.reads("Buttons below"))
    await hand.press("That is all", under=hand.screen)
    await hand.choose("Shall I keep this as a draft?", "Keep the draft")
    await hand.finds(words)
    await hand.reads("Ready to leave", "one person")


async def launches(hand: Hand) -> None:
    """The bar in the same message fills by itself."""
    await hand.press("Launch now", under=await hand.finds("Ready to leave"))
    bar = await hand.finds("100 %")
    for words in ("1 of 1", "1 delivered"):
        await expect(bar).to_contain_text(words)


async def opts_out(hand: Hand, guest: Guest, words: str) -> None:
    """One tap under the message."""
    await hand.be(guest)
    await hand.press("Niente più novità", under=await hand.finds(words))
    await hand.page.get_by_test_id("alert-ok").click()


async def has_not(hand: Hand, guest: Guest, words: str) -> None:
    """The guest's chat does not hold such a message."""
    await hand.be(guest)
    await expect(hand.page.get_by_test_id("log").get_by_text(words)).to_have_count(0)
