"""A house that writes to many: with pictures, by letter, and with a second person's yes."""

import asyncio
import re
from datetime import UTC, datetime, timedelta

from bot.demo.people import GUESTS
from bot.drawing.look import Look, Style
from bot.posters import Plate, plate_picture
from tests.browser.guide import guests
from tests.browser.guide.camera import TALL_PHONE, TALLEST_PHONE, Camera
from tests.browser.guide.roles import ORTENSIA
from tests.browser.guide.stage import Actor, Demo
from tests.guest import said

_AT_ONCE = 8
_WAY_OUT = re.compile(r"https?://\S+/letters/\S+")


async def broadcast(camera: Camera, demo: Demo) -> None:
    """A message of the demo's organizer to her followers, from the first question to the bar."""
    for start in range(0, len(GUESTS), _AT_ONCE):
        some = GUESTS[start : start + _AT_ONCE]
        await asyncio.gather(*(_follower(demo, name) for name in some))
    marta = await demo.somebody("Marta")
    await _composes(marta)
    await camera.chat("organizers/compose.png", marta.id, size=TALL_PHONE)
    await _to_pictures(marta)
    await marta.press("button-form-skip", sees="Now write it")
    await _writes(marta, "A second evening is on its way: come and touch the cloth.")
    await camera.chat("organizers/ready.png", marta.id, size=TALL_PHONE)
    await demo.slow("sendMessage", seconds=6)  # else it is over before it can be looked at
    await marta.press("button-campaign-launch")
    await marta.until(lambda each: "to go" in said(each) and "✓ 0 " not in said(each))
    await camera.chat("organizers/bar.png", marta.id, size=TALL_PHONE)
    await marta.sees("100 %")
    await demo.mend()


async def letter(camera: Camera, demo: Demo) -> None:
    """A letter to one reader, and the page behind its way out."""
    clara = await demo.newcomer("Clara Voss", "en")
    await clara.begins(ORTENSIA)
    await clara.press("button-follow")
    await guests.gets_letters(clara)
    marta = await demo.somebody("Marta")
    await _composes(marta)
    await _past(marta, "In the chat, or by e-mail?")
    await camera.chat("organizers/way.png", marta.id, size=TALL_PHONE)
    await marta.tap("By e-mail")
    await marta.answer("the subject of the letter", "Four looks, before anybody else")
    await marta.sees("Now write it")
    await _writes(marta, "Dear {first_name}, the evening is yours.")
    await marta.press("button-campaign-launch")
    page = await camera.open((), TALL_PHONE, 1)
    await page.goto(await _way_out(demo, "clara@example.org"))
    await camera.page("organizers/unsubscribe.png", page)
    await page.context.close()


async def moving(camera: Camera, demo: Demo) -> None:
    """A message that waits for its time, and is to have another one."""
    marta = await demo.somebody("Marta")
    await _composes(marta)
    await _to_pictures(marta)
    await marta.press("button-form-skip", sees="Now write it")
    await _writes(marta, "Doors open at seven: the first glass is on the house.")
    await marta.press("button-campaign-later", sees="When shall it leave?")
    await marta.send(f"{_days_ahead(2)} 18:00")
    await marta.sees("Leaves by itself")
    await camera.chat("organizers/scheduled.png", marta.id, size=TALL_PHONE)
    last = await marta.last_id()
    await marta.press("button-campaign-move")
    asked = await marta.sees("When shall it leave?", after=last)
    await camera.chat("organizers/move.png", marta.id, size=TALL_PHONE)
    await marta.send(f"{_days_ahead(3)} 11:30")
    await marta.sees("Leaves by itself", after=asked["message_id"])
    await camera.chat("organizers/moved.png", marta.id, size=TALL_PHONE)


def _days_ahead(number: int) -> str:
    return f"{datetime.now(UTC) + timedelta(days=number):%d.%m.%Y}"


async def album(camera: Camera, demo: Demo) -> None:
    """Four pictures above the words; so many readers want a second person's yes."""
    eleanor = await demo.somebody("Eleanor")
    await _sets_rule(eleanor, "A second person agrees above", "5")
    marta = await demo.somebody("Marta")
    await _composes(marta)
    await _to_pictures(marta)
    look = Look(Style.SATIN, "lagoon", 7)
    plates = [Plate(look, "Casa Ortensia", "Riflessi", number, 4) for number in range(1, 5)]
    await marta.send_album([await plate_picture(each) for each in plates])
    await marta.sees("4 photos")
    await camera.chat("organizers/pictures.png", marta.id, size=TALL_PHONE)
    await marta.press("button-form-ready", sees="Now write it")
    await _writes(marta, "Dear {first_name}, four looks before anybody else sees them.")
    await camera.chat("organizers/album.png", marta.id, size=TALLEST_PHONE)
    last = await eleanor.last_id()
    await marta.press("button-campaign-launch", sees="A second person reads it first")
    await camera.chat("organizers/second.png", marta.id, size=TALL_PHONE)
    await eleanor.sees("May this leave?", after=last)
    await eleanor.press("button-campaign-look")
    await eleanor.offered(eleanor.label("button-campaign-agree"))
    await camera.chat("administrators/agree.png", eleanor.id, size=TALLEST_PHONE)
    await eleanor.press("button-campaign-agree")


async def services(camera: Camera, demo: Demo) -> None:
    """What the portal talks to."""
    eleanor = await demo.somebody("Eleanor")
    await eleanor.begins()
    await eleanor.press("button-office", sees="The office")
    await eleanor.press("button-services", sees="What the portal talks to")
    await camera.chat("administrators/services.png", eleanor.id)


async def _composes(marta: Actor) -> None:
    last = await marta.last_id()
    await marta.send("/broadcast")
    await marta.sees("Write to your guests", after=last)
    await marta.press("button-compose", sees="Whom is it for?")


async def _to_pictures(marta: Actor) -> None:
    await _past(marta, "A picture above the words")


async def _past(marta: Actor, question: str) -> None:
    """Followers, and what is skipped before a question."""
    await marta.press("form-campaign-audience-followers")
    while question not in said(await marta.screen()):
        await marta.press("button-form-skip")


async def _writes(marta: Actor, words: str) -> None:
    await marta.send(words)
    await marta.sees("Buttons below")
    await marta.press("button-form-skip", sees="Shall I keep this as a draft?")
    last = await marta.last_id()
    await marta.press("button-form-draft")
    await marta.sees("Ready to leave", after=last)


async def _sets_rule(eleanor: Actor, name: str, value: str) -> None:
    await eleanor.begins()
    await eleanor.send("/rules")
    listed = said(await eleanor.sees(name))
    number = re.findall(rf"(\d+)\. {re.escape(name)}", listed)[0]
    await eleanor.tap(number)
    await eleanor.press("button-rule-change", sees="Which value shall hold")
    await eleanor.send(value)
    await eleanor.answer("Why?", "A small house")
    await eleanor.sees("It holds from now on")


async def _way_out(demo: Demo, address: str) -> str:
    """The link that ends such letters, once the letter is there."""
    while True:
        async with demo.http.get("/client/letters") as answer:
            letters = (await answer.json())["letters"]
        for each in letters:
            found = _WAY_OUT.search(each["text"])
            if each["to"] == address and found:
                return found[0].rstrip(".")
        await asyncio.sleep(0.5)


async def _follower(demo: Demo, name: str) -> None:
    """Somebody who follows a designer of Marta's evenings and wants news."""
    guest = await demo.newcomer(name, "en")
    await guest.begins(ORTENSIA)
    await guest.press("button-follow")
    await guest.send("/settings")
    await guest.press("button-news-start")
