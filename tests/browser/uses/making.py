"""A house makes an evening: venue, tickets, line-up, and out into the programme."""

from datetime import UTC, datetime, timedelta

from tests.browser.hand import Hand
from tests.guest import Guest

TITLE = "Lumière Basse"
DAYS_AHEAD = 5


async def makes_an_evening(hand: Hand, organizer: Guest) -> None:
    """Five questions; the venue is a spot on the map that nobody has named before."""
    day = datetime.now(UTC) + timedelta(days=DAYS_AHEAD)
    await hand.be(organizer)
    await hand.write("/new")
    await hand.answer("What is it called?", TITLE)
    await hand.reads("Send the spot on the map")
    await hand.stand_at("Milan")
    await hand.answer("What is the venue called?", "Officina Lume")
    await hand.answer("Street and number", "Via Solari 12")
    await hand.answer("In which city?", "Milan")
    await hand.choose("In which country?", "Italy")
    await hand.answer("How many people does the venue hold?", "120")
    await hand.choose("What does it have?", "step-free", "That is all")
    await hand.answer("When does it begin?", f"{day:%d.%m.%Y} 20:00")
    await hand.answer("For how many guests?", "100")
    await hand.choose("A poster, as a photo", "Skip")
    await hand.choose("Shall I keep this as a draft?", "Keep the draft")
    await hand.reads("draft", "at least one ticket type")


async def adds_tickets(hand: Hand, types: dict[str, tuple[str, str]]) -> None:
    """Ticket types by name, each with its price and how many there are."""
    await hand.press("Tickets", under=hand.screen)
    for name, (price, quantity) in types.items():
        await hand.choose("Tickets", "Add a ticket type")
        await hand.answer("For example", name)
        await hand.answer("What does one cost?", price)
        await hand.answer("How many are there?", quantity)
        await hand.choose("What comes with it?", "Skip")
        await hand.choose("Shall I add it?", "Add it")
        await hand.reads("Tickets", name)


async def adds_to_the_line_up(hand: Hand, brand: str, collection: str) -> None:
    """Found by the beginning of the brand."""
    await hand.press("‹ The evening", under=hand.screen)
    await hand.choose("Seats: 100", "Line-up")
    await hand.choose("Nobody yet", "Add somebody")
    await hand.answer("Which brand or collection", brand[:4])
    await hand.choose("Whom do you mean?", f"{brand}, {collection}")
    await hand.reads("Collections", collection)


async def publishes(hand: Hand) -> None:
    await hand.press("‹ The evening", under=hand.screen)
    await hand.choose("Everything it needs is there", "Publish")
    await hand.reads(TITLE, "published")
