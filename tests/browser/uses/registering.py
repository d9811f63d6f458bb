"""Designers, models and houses come in, and an administrator opens the door."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

from PIL import Image
from playwright.async_api import FilePayload

from tests.browser.hand import Hand
from tests.guest import Guest

LATELY = datetime.now(UTC) - timedelta(days=3)


def photos(count: int) -> list[FilePayload]:
    """Photographs, each of its own colour."""
    return [
        {"name": f"look-{number}.jpg", "mimeType": "image/jpeg", "buffer": _photo(number)}
        for number in range(1, count + 1)
    ]


def _photo(number: int) -> bytes:
    written = BytesIO()
    colour = (40 * number % 256, 90, 200 - 30 * number % 200)
    Image.new("RGB", (480, 640), colour).save(written, "JPEG")
    return written.getvalue()


async def comes_in(hand: Hand, person: Guest, *, news: bool = False) -> None:
    """Open the bot for the first time, and say whether news are welcome."""
    await hand.be(person)
    await hand.page.get_by_test_id("start").click()
    await hand.choose("One question", "Yes, please" if news else "No, thank you")
    await hand.reads("You will hear from us")


async def registers_as_designer(hand: Hand, person: Guest, brand: str) -> None:
    await comes_in(hand, person)
    await hand.write("/register")
    await hand.choose("Work with us", "Designer")
    await hand.choose("You design?", "Let us begin")
    await hand.answer("name of your brand", brand)
    await hand.choose("What do you make?", "Couture", "Knitwear", "That is all")
    await hand.choose("How long have you been showing?", "First collections")
    await hand.answer("Tell the guests", "Glass beads on raw silk, sewn by two sisters.")
    await hand.answer("see your work", "vetro-e-seta.example")
    await hand.choose("Prizes, shows, press?", "Skip")
    await hand.choose("Your social pages", "Skip")
    await hand.choose("Your logo", "Skip")
    await hand.choose("Shall I send it?", "Send")
    await hand.reads("Your registration is with us")


async def registers_as_model(hand: Hand, person: Guest, name: str) -> None:
    """In feet and inches."""
    await comes_in(hand, person, news=True)
    await hand.write("/register")
    await hand.choose("Work with us", "Model")
    await hand.choose("You walk?", "Let us begin")
    await hand.answer("Under which name do you walk?", name)
    await hand.answer("When were you born?", "24 May 2001")
    await hand.choose("I need your word", "I agree")
    await hand.answer("How tall are you?", "5'10\"")
    await hand.answer("Your bust or chest?", '34"')
    await hand.answer("Your waist?", '25"')
    await hand.answer("Your hips?", '35"')
    await hand.choose("Your shoe size", "Skip")
    await hand.answer("On which day were these measures taken?", f"{LATELY:%d.%m.%Y}")
    await hand.choose("How often have you walked?", "A few times")
    await hand.choose("see your work", "Skip")
    await hand.reads("photos of yourself")
    await hand.send_photos(photos(2))
    await hand.choose("2 photos", "That is all")
    await hand.choose("Does an agency represent you?", "Skip")
    await hand.reads("Shall I send it?", "178 cm")
    await hand.press("Send")
    await hand.reads("Your registration is with us")


async def registers_as_house(hand: Hand, person: Guest, name: str, city: str) -> None:
    await comes_in(hand, person)
    await hand.write("/register")
    await hand.choose("Work with us", "House")
    await hand.choose("You hold evenings?", "Let us begin")
    await hand.answer("What is your house called?", name)
    await hand.answer("In which city", city)
    await hand.answer(
        "What do you hold", "Small shows in large rooms, for people who look closely."
    )
    await hand.choose("Where can one see it?", "Skip")
    await hand.choose("Shall I send it?", "Send")
    await hand.reads("Your registration is with us")


async def is_let_in(hand: Hand, person: Guest, administrator: Guest, *, name: str) -> None:
    """An administrator looks and approves; the person is told."""
    await hand.be(administrator)
    notice = await hand.finds(f"{name} would like to be let in")
    await hand.press("Have a look", under=notice)
    await hand.press("Approve", under=await hand.finds("sent by"))
    await hand.finds("✓ Approved")
    await hand.be(person)
    await hand.finds("Welcome: you")


async def publishes_a_collection(hand: Hand, designer: Guest, name: str) -> None:
    """Five photos, shown to everybody."""
    await hand.be(designer)
    await hand.write("/collections")
    await hand.choose("Your look-book is still empty", "New collection")
    await hand.answer("What is the collection called?", name)
    await hand.choose("Which season is it?", "Autumn")
    await hand.answer("Which year", "2027")
    await hand.choose("What should one know", "Skip")
    await hand.reads("Now the looks")
    await hand.send_photos(photos(5))
    await hand.choose("5 photos", "That is all")
    await hand.choose("Shall I keep this as a draft?", "Keep the draft")
    await hand.choose("Draft: only you see it", "Publish")
    await hand.reads("Published")
