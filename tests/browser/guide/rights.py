"""What people ask about their data, and what those who answer for it see."""

import re

from tests.browser.guide.camera import TALL_PHONE, Camera
from tests.browser.guide.stage import Actor, Demo

_TAG = re.compile(r"<[^>]+>")


async def privacy(camera: Camera, guest: Actor, folder: str) -> None:
    """The rooms of a guest's data: the menu, what they agreed to, a file with all of it; and what
    must be settled before they can be forgotten, for they hold a ticket.
    """
    await guest.send("/privacy")
    await guest.offered(guest.label("button-privacy-export"))
    await camera.chat(f"{folder}/privacy.png", guest.id, size=TALL_PHONE)
    await guest.press("button-privacy-consents")
    await guest.offered(guest.label("button-privacy-menu"))
    await camera.chat(f"{folder}/consents.png", guest.id, size=TALL_PHONE)
    await guest.press("button-privacy-menu")
    await guest.press("button-privacy-export")
    await guest.press("button-export")
    await guest.until(lambda each: each.get("document") is not None)
    await camera.chat(f"{folder}/export.png", guest.id, size=TALL_PHONE)
    await guest.send("/privacy")
    await guest.press("button-privacy-erase")
    await guest.sees(_TAG.sub("", guest.t.plain("forget-held", lines="")).splitlines()[0])
    await camera.chat(f"{folder}/forget.png", guest.id, size=TALL_PHONE)


async def devices(camera: Camera, demo: Demo) -> None:
    """Marta gets a link that signs her in elsewhere."""
    marta = await demo.somebody("Marta")
    await marta.send("/devices")
    await marta.press("button-devices-link")
    await marta.offered(marta.label("button-devices-open"))
    await camera.chat("organizers/devices.png", marta.id, size=TALL_PHONE)


async def office(camera: Camera, demo: Demo) -> None:
    """The audit, requests about data, and the rules of the house."""
    eleanor = await demo.somebody("Eleanor")
    rooms = {"audit": "Who did what", "requests": "Privacy requests", "rules": "House rules"}
    for command, title in rooms.items():
        last = await eleanor.last_id()
        await eleanor.send(f"/{command}")
        await eleanor.sees(title, after=last)
        await camera.chat(f"administrators/{command}.png", eleanor.id, size=TALL_PHONE)
