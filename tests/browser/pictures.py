"""The pictures of the documentation, taken anew: `python -m tests.browser.pictures ADDRESS`.

ADDRESS is a running demo, best a fresh one (`make demo ARGS="--fresh"`). Giulia buys a front row
seat of the show that is on now, Jonas scans it twice, and both chats are photographed.
"""

import asyncio
import sys
from pathlib import Path

import aiohttp
from playwright.async_api import Browser, async_playwright

from tests.browser.conftest import FLAGS, find_chromium
from tests.guest import Guest, said

FOLDER = Path("docs/pictures")
_TICKET = "It admits one person"


async def main(address: str) -> None:
    """Play the scene and take the pictures."""
    async with aiohttp.ClientSession(address) as http:
        giulia, jonas = [await _somebody(http, name) for name in ("Giulia", "Jonas")]
        await giulia.start()
        await _sees(giulia, "Good to see you")
        await giulia.tap("What is on")
        await giulia.tap("Seta Viva")
        await giulia.tap("Tickets from")
        await giulia.tap("+")
        await giulia.tap("Hold and pay")
        await giulia.pay()
        ticket = await _sees(giulia, _TICKET)
        for answer in ("Welcome", "Already inside"):
            await giulia.shows(ticket, jonas)
            await _sees(jonas, answer)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        both = f"{address}/#{giulia.id},{jonas.id}"
        await _photograph(browser, both, "chat.png", width=1440, height=900)
        await _photograph(browser, both, "chat-dark.png", width=1440, height=900, dark=True)
        alone = f"{address}/#{giulia.id}"
        await _photograph(browser, alone, "chat-phone.png", width=390, height=844)
        await browser.close()


async def _somebody(http: aiohttp.ClientSession, name: str) -> Guest:
    async with http.get("/client/people") as answer:
        people = (await answer.json())["people"]
    found = next(person for person in people if person["first_name"] == name)
    return Guest(http, found["id"], name)


async def _sees(guest: Guest, words: str) -> dict:
    """The newest message that says so, as soon as there is one."""
    async with guest.http.get(f"/client/events?person={guest.id}") as stream:
        while True:
            shown = [each for each in await guest.messages() if words in said(each)]
            if shown:
                return shown[-1]
            await stream.content.readline()


async def _photograph(
    browser: Browser, address: str, name: str, *, width: int, height: int, dark: bool = False
) -> None:
    page = await browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        locale="en-GB",
        reduced_motion="reduce",
    )
    await page.goto(address)
    await page.get_by_text(_TICKET).last.wait_for()
    await page.locator(".log img").last.wait_for()
    await page.screenshot(path=FOLDER / name)
    await page.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1].rstrip("/")))
