"""The door: a steward with a phone."""

from tests.browser.guide.camera import DESK, PHONE, Camera
from tests.browser.guide.guests import SHOW, buys
from tests.browser.guide.stage import Actor, Demo


async def both_sides(camera: Camera, demo: Demo) -> None:
    """Giulia buys a seat of the show that is on now, Jonas scans her ticket twice."""
    giulia, jonas = [await demo.somebody(name) for name in ("Giulia", "Jonas")]
    ticket = await buys(camera, giulia)
    await _scanned(giulia, ticket, jonas, "scan-ok")
    await _scanned(giulia, ticket, jonas, "scan-already-redeemed")
    both = giulia.id, jonas.id
    await camera.chat("chat.png", *both, size=DESK, scale=1)
    await camera.chat("chat-dark.png", *both, size=DESK, scale=1, dark=True)
    await camera.chat("chat-phone.png", giulia.id, size=PHONE, scale=1)


async def at_work(camera: Camera, demo: Demo) -> None:
    """What a steward sees: the door, a guest let in, the same picture again."""
    guest, steward = await demo.newcomer("Hana Kimura", "en"), await demo.somebody("Jonas")
    await steward.begins()
    await steward.press("button-door")
    await steward.offered(SHOW)
    await steward.tap(SHOW)
    await steward.offered(steward.label("button-refresh"))
    await camera.chat("door/door.png", steward.id)
    ticket = await buys(camera, guest)
    await _scanned(guest, ticket, steward, "scan-ok")
    await camera.chat("door/welcome.png", steward.id)
    await _scanned(guest, ticket, steward, "scan-already-redeemed")
    await camera.chat("door/already-inside.png", steward.id)


async def _scanned(guest: Actor, ticket: dict, steward: Actor, answer: str) -> None:
    last = await steward.last_id()
    await guest.shows(ticket, steward)
    nothing = dict.fromkeys(
        ("holder", "type", "benefits", "title", "when", "gate", "way", "staff"), ""
    )
    told = steward.t.plain(answer, **nothing)
    await steward.sees(told.partition("</b>")[0].rpartition("<b>")[2], after=last)
