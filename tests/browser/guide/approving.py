"""A house that looks at orders before they are paid, and who asks."""

from tests.browser.guide.camera import TALL_PHONE, Camera
from tests.browser.guide.roles import at_desk
from tests.browser.guide.stage import Demo
from tests.guest import labels

SHOW = "Ore Piccole"


async def asks(camera: Camera, demo: Demo) -> None:
    """Marta looks first; a guest asks, waits, and may pay."""
    marta = await demo.somebody("Marta")
    await at_desk(marta, SHOW)
    await marta.press("button-types", sees="seats in all")
    await marta.tap(labels(await marta.screen())[0])
    await marta.press("button-type-look-first", sees="each order waits for your word")
    guest = await demo.newcomer("Iris Vale", "en")
    await guest.begins()
    await guest.send(SHOW)
    await guest.offered(SHOW)
    await guest.tap(SHOW)
    await guest.press("button-choose")
    await guest.offered("+")
    await guest.tap("+")
    await guest.press("button-ask-for", count=1)
    await guest.sees("With the house")
    await camera.chat("en/asked.png", guest.id, size=TALL_PHONE)
    await at_desk(marta, SHOW)
    await marta.tap("Waiting for your word")
    await marta.sees("to be answered by")
    await camera.chat("organizers/requests.png", marta.id, size=TALL_PHONE)
    await marta.tap(labels(await marta.screen())[0])
    await marta.press("button-approve-order", sees="A sentence for your guest?")
    await marta.press("button-form-skip")
    await guest.offered(guest.label("button-pay"))
    await camera.chat("en/approved.png", guest.id, size=TALL_PHONE)
