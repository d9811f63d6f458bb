"""Guests find what they only half remember, follow whom it shows, and buy."""

from playwright.async_api import Locator

from tests.browser.hand import Hand
from tests.guest import Guest


async def comes_in_and_wants_news(hand: Hand, guest: Guest) -> None:
    """A guest with an Italian Telegram."""
    await hand.be(guest)
    await hand.page.get_by_test_id("start").click()
    await hand.choose("Una domanda, una volta sola", "Sì, volentieri")
    await hand.reads("Che piacere")


async def finds(hand: Hand, misspelt: str, title: str) -> None:
    """Writes what is left of a designer's name in the memory, and opens the evening."""
    await hand.write(misspelt)
    await hand.pick(title, under=await hand.reads(title))
    await hand.reads("In passerella")


async def follows(hand: Hand, brand: str, title: str) -> None:
    """From the evening over its line-up to the look-book, and back to the evening."""
    await hand.press("Sfilate e orari", under=hand.screen)
    await hand.press(f"{brand} ›", under=hand.screen)
    await hand.press("♡ Seguire", under=hand.screen)
    await hand.sees_button("♥ Segue")
    await hand.pick(title, under=hand.screen)
    await hand.reads("In passerella")


async def follows_in_english(hand: Hand, guest: Guest, brand: str) -> None:
    """By the name alone."""
    await hand.be(guest)
    await hand.write(brand)
    await hand.reads(brand)
    await hand.press(f"{brand} ›", under=hand.screen)
    await hand.press("♡ Follow", under=hand.screen)
    await hand.sees_button("♥ Following")


async def buys(hand: Hand, kind: str) -> Locator:
    """One place; the message with the ticket."""
    await hand.press("Biglietti da", under=hand.screen)
    await hand.reads(kind)
    await hand.press("+", under=hand.screen)
    await hand.press("Prenotare e pagare")
    await hand.press("Pagare")
    await hand.pay()
    return await hand.finds("Da mostrare all’ingresso")
