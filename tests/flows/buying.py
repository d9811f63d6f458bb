"""The steps of a guest who buys: from the programme to tickets in the chat, or into a line."""

from io import BytesIO

import zxingcpp
from PIL import Image

from tests.guest import Guest, labels, said
from tests.portal_fixtures import Portal


async def finds(portal: Portal, guest: Guest, title: str) -> None:
    """From nothing to the event's card."""
    await guest.send("/events")
    await portal.until(guest, lambda messages: title in "".join(labels(messages[-1])))
    await guest.tap(title)


async def chooses(portal: Portal, guest: Guest, title: str, *, places: int) -> None:
    """From nothing to a basket."""
    await finds(portal, guest, title)
    await guest.tap("Tickets from")
    for _ in range(places):
        await guest.tap("+")


async def holds(portal: Portal, guest: Guest, title: str, *, places: int) -> None:
    """From nothing to held places."""
    await chooses(portal, guest, title, places=places)
    await guest.tap("Hold and pay")


async def pictures_of(portal: Portal, guest: Guest, count: int) -> list:
    """The ticket pictures, as soon as there are `count`."""
    caption = "It admits one person, once"  # not the one code for all
    messages = await portal.until(
        guest, lambda messages: sum(caption in said(each) for each in messages) >= count
    )
    return [each for each in messages if caption in said(each)]


async def decoded(guest: Guest, message: dict) -> str:
    """What a scanner reads from a picture."""
    picture = Image.open(BytesIO(await guest.picture(message)))
    return zxingcpp.read_barcodes(picture)[0].text


async def waits(portal: Portal, guest: Guest, *, seats: str) -> None:
    """From nothing to a place in line."""
    await finds(portal, guest, "Velvet Hour")
    await guest.tap("Sold out")
    await guest.tap("Waiting list")
    await portal.says(guest, "nobody can buy them before you")
    await guest.tap(seats)
