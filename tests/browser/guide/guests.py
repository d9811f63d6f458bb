"""What guests do, in any language of the portal."""

import re
from collections.abc import Awaitable, Callable

import aiohttp

from tests.browser.guide.camera import TALL_PHONE, TALLEST_PHONE, Camera
from tests.browser.guide.stage import Actor

SHOW = "Seta Viva"
"""The show of the demo that is on now."""


async def buys(camera: Camera, guest: Actor, folder: str = "") -> dict:
    """From the first screen to the ticket of `SHOW`, which it returns.

    Takes pictures where `folder` names a place for them.
    """

    async def picture(name: str, size: tuple[int, int] = TALL_PHONE) -> None:
        if folder:
            await camera.chat(f"{folder}/{name}.png", guest.id, size=size)

    await guest.begins()
    await guest.offered(guest.label("button-programme"))
    await picture("first-screen")
    await guest.press("button-programme")
    await guest.offered(SHOW)
    await picture("programme")
    await guest.tap(SHOW)
    await guest.offered(guest.label("button-choose"))
    await picture("evening")
    await guest.press("button-choose")
    await guest.offered("+")
    await guest.tap("+")
    await guest.offered(guest.label("button-hold"))
    await picture("choosing")
    await guest.press("button-hold")
    await guest.offered(guest.label("button-pay"))
    await picture("order")
    last = await guest.last_id()
    await guest.pay()
    ticket = await guest.sees(_last_words(guest), after=last)
    await picture("ticket")
    return ticket


def _last_words(guest: Actor) -> str:
    """How the caption of a ticket that is paid ends."""
    nothing = dict.fromkeys(("title", "when", "place", "type", "holder", "code"), "")
    return guest.t.plain("ticket-caption", **nothing, unpaid="no").rpartition("\n")[2]


async def looks_around(camera: Camera, guest: Actor, folder: str) -> None:
    """A search by a misspelt name, a line-up, what reaches one, help from a person."""

    async def picture(name: str, size: tuple[int, int] = TALL_PHONE) -> None:
        await camera.chat(f"{folder}/{name}.png", guest.id, size=size)

    last = await guest.last_id()
    await guest.send("Caza Ortenzja")
    found = await guest.sees(SHOW, after=last + 1)
    await picture("search", TALLEST_PHONE)
    await guest.tap(SHOW, among=found)
    await guest.press("button-lineup", sees=plain(guest.t("schedule-title")))
    await picture("line-up")
    await guest.send("/settings")
    await guest.sees(plain(guest.t("settings", news="no")).partition("\n")[0])
    await picture("settings")
    await guest.send("/support")
    await guest.offered(guest.label("form-support-topic-tickets"))
    await picture("support")


async def tells(camera: Camera, guest: Actor, folder: str) -> None:
    """What stands in the profile, and an address confirmed by the code of a letter."""

    async def picture(name: str) -> None:
        await camera.chat(f"{folder}/{name}.png", guest.id, size=TALL_PHONE)

    t = guest.t
    for part, words in (("position", "Stylist"), ("city", "Lyon")):
        await guest.send("/profile")
        await guest.press("button-profile-add", part=t.plain(f"form-my-{part}-title"))
        await guest.answer(plain(t(f"form-my-{part}-{part}")).partition("\n")[0][:20], words)
        await guest.sees(plain(t(f"form-my-{part}-done")))
    await _gives_address(guest, lambda: picture("profile-code"))
    await picture("profile")


async def gets_letters(guest: Actor) -> None:
    """An address of theirs, and news by e-mail."""
    await guest.send("/profile")
    await _gives_address(guest)
    await guest.send("/privacy")
    await guest.press("button-privacy-consents")
    await guest.press("button-consent-give", what=guest.t.plain("consent-news-email"))


async def _gives_address(
    guest: Actor, picture: Callable[[], Awaitable[None]] | None = None
) -> None:
    """From the profile to an address that is confirmed; `picture` where its code is asked for."""
    t = guest.t
    await guest.press("button-profile-add", part=t.plain("form-my-email-title"))
    address = f"{guest.name.partition(' ')[0].lower()}@example.org"
    await guest.answer(t.plain("form-my-email-address")[:20], address)
    await guest.offered(guest.label("button-letter-again"))
    if picture is not None:
        await picture()
    await guest.send(await _code(guest, address))
    await guest.sees(plain(t("form-my-email-done")))


async def _code(guest: Actor, address: str) -> str:
    """The code in the letter to an address, once it is there."""
    wait = aiohttp.ClientTimeout(total=60)
    async with guest.http.get("/client/events", timeout=wait) as stream:
        while True:
            async with guest.http.get("/client/letters") as answer:
                letters = (await answer.json())["letters"]
            for letter in letters:
                if letter["to"] == address:
                    return str(re.findall(r"\b\d{6}\b", letter["text"])[0])
            await stream.content.readline()


def plain(markup: str) -> str:
    """What a text looks like."""
    return re.sub("<[^>]+>", "", markup)
