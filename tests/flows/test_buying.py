"""An attendee finds a show, holds places, pays, and walks in."""

from io import BytesIO

import zxingcpp
from PIL import Image

from tests.factories import Owner, counters_agree, make_event, make_staff
from tests.guest import Guest, said
from tests.portal_fixtures import Portal


async def finds(portal: Portal, guest: Guest, title: str) -> None:
    """From nothing to the event's card."""
    await guest.send("/events")
    await portal.says(guest, title)
    await guest.tap(title)


async def holds(portal: Portal, guest: Guest, title: str, *, places: int) -> None:
    """From nothing to held places."""
    await finds(portal, guest, title)
    await guest.tap("Tickets from")
    for _ in range(places):
        await guest.tap("+")
    await guest.tap("Hold and pay")


async def pictures_of(portal: Portal, guest: Guest, count: int) -> list:
    """The ticket pictures, as soon as there are `count`."""
    caption = "Show this picture at the door"
    messages = await portal.until(
        guest, lambda messages: sum(caption in said(each) for each in messages) >= count
    )
    return [each for each in messages if caption in said(each)]


async def decoded(guest: Guest, message: dict) -> str:
    """What a scanner reads from a picture."""
    picture = Image.open(BytesIO(await guest.picture(message)))
    return zxingcpp.read_barcodes(picture)[0].text


async def test_a_guest_buys_two_tickets_and_the_door_lets_each_in_once(
    portal: Portal, owner: Owner
) -> None:
    show = await make_event(owner, types={"Standing": ("45.00", 10)})
    giulia = await portal.guest("Giulia Conti")
    steward = await portal.guest("Marco Riva")
    stranger = await portal.guest("Sten Ström")
    await make_staff(owner, show, await portal.user_id(owner, steward))

    await holds(portal, giulia, "Velvet Hour", places=2)
    await giulia.tap("Pay €")
    assert (await giulia.pay())["result"] == "paid"
    first, second = await pictures_of(portal, giulia, 2)
    link = await decoded(giulia, first)
    assert link.startswith(f"https://t.me/{portal.desk.username}?start=t")
    assert link != await decoded(giulia, second)

    await steward.open(link)
    await portal.says(steward, "Welcome")
    assert "Giulia C." in await steward.words()
    await steward.open(link)
    await portal.says(steward, "Already inside")
    assert "by Marco R." in await steward.words()

    await stranger.open(link)
    await portal.says(stranger, "somebody's ticket")
    assert "Giulia" not in await stranger.words()
    assert await counters_agree(owner)


async def test_a_free_place_is_one_tap_from_the_qr(portal: Portal, owner: Owner) -> None:
    await make_event(owner, title="Open Atelier", types={"Guest": ("0.00", 5)})
    giulia = await portal.guest()
    await finds(portal, giulia, "Open Atelier")
    await giulia.tap("A free place")
    await giulia.tap("+")
    await giulia.tap("Take my place")
    assert len(await pictures_of(portal, giulia, 1)) == 1
    assert await counters_agree(owner)
