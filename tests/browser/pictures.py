"""The pictures of the documentation, taken anew: `python -m tests.browser.pictures [ADDRESS]`.

Without ADDRESS it starts a demo of its own; with one it plays in that demo, best a fresh one.
Everything that the pictures show happens through the chat page's own interface.
"""

import asyncio
import sys
from pathlib import Path

from playwright.async_api import async_playwright

from tests.browser.conftest import FLAGS, find_chromium
from tests.browser.guide import approving, door, guests, newcomer, rights, roles, writing
from tests.browser.guide.camera import Camera
from tests.browser.guide.stage import Demo, demo_at, fresh_demo

_README = Path("docs/pictures")
_GUIDE = Path("docs/guide/pictures")
_SPEAKERS = {"en": "Nora Hayes", "fr": "Louise Martin", "it": "Elena Galli"}


async def main(address: str) -> None:
    """Play all scenes and take the pictures."""
    async with (
        demo_at(address) if address else fresh_demo() as demo,
        async_playwright() as playwright,
    ):
        browser = await playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        await newcomer.tries(Camera(browser, demo.address, _GUIDE), demo)
        await door.both_sides(Camera(browser, demo.address, _README), demo)
        await _guide(Camera(browser, demo.address, _GUIDE), demo)
        await browser.close()


async def _guide(camera: Camera, demo: Demo) -> None:
    for locale, name in _SPEAKERS.items():
        guest = await demo.newcomer(name, locale)
        await guests.buys(camera, guest, locale)
        await guests.looks_around(camera, guest, locale)
        await guests.tells(camera, guest, locale)
        await roles.look_book(camera, guest, locale)
        await roles.registering(camera, guest, locale)
        await rights.privacy(camera, guest, locale)
    await door.at_work(camera, demo)
    designer = await roles.designer(camera, demo)
    await roles.administrator(camera, demo, designer)
    await roles.house(camera, demo)
    await approving.asks(camera, demo)
    await roles.guests_file(camera, demo)
    await writing.broadcast(camera, demo)
    await writing.letter(camera, demo)
    await writing.moving(camera, demo)
    await writing.album(camera, demo)
    await rights.devices(camera, demo)
    await rights.office(camera, demo)
    await writing.services(camera, demo)


if __name__ == "__main__":
    asyncio.run(main("".join(sys.argv[1:2]).rstrip("/")))
