"""A newcomer's first five minutes, played at the page itself."""

from playwright.async_api import expect

from tests.browser.guide.camera import DESK, Camera
from tests.browser.guide.guests import SHOW
from tests.browser.guide.stage import Demo
from tests.browser.hand import Hand


async def tries(camera: Camera, demo: Demo) -> None:
    """Everything by pressing what the page offers, a picture at each stop."""
    giulia, jonas, camille, marta = [
        await demo.somebody(name) for name in ("Giulia", "Jonas", "Camille", "Marta")
    ]
    page = await camera.open((), DESK, 1)
    hand = Hand(page)
    stops = iter(range(1, 99))

    async def stop() -> None:
        await camera.page(f"first-five-minutes/{next(stops):02}.png", page)

    await expect(page.get_by_test_id("step-buy")).to_be_visible()
    await stop()
    await hand.be(giulia)
    await page.get_by_test_id("start").click()
    await hand.finds("Good to see you")
    await stop()
    await hand.press("Tonight")
    await hand.pick(SHOW, under=await hand.finds(SHOW))
    await hand.press("Tickets from")
    await hand.press("+")
    await hand.finds("Together:")
    await stop()
    await hand.press("Hold and pay")
    await hand.press("Pay ")
    await expect(page.get_by_test_id("dialog-pay")).to_be_visible()
    await stop()
    await hand.pay()
    await hand.finds("It admits one person")
    await expect(_done(page, "buy")).to_be_visible()
    await stop()
    for answer in ("Welcome", "Already inside"):
        await hand.be(giulia)
        await page.locator(".photo-frame").last.get_by_test_id("scan").click()
        await page.get_by_test_id(f"scan-as-{jonas.id}").click()
        await hand.finds(answer)
        await stop()
    await page.get_by_test_id("act-rush").click()
    await expect(_done(page, "rush")).to_be_visible(timeout=120_000)
    await stop()
    await hand.be(camille)
    await page.get_by_test_id("start").click()
    await hand.finds("Quel plaisir de vous voir")
    await stop()
    await hand.be(marta)
    await page.get_by_test_id("start").click()
    await hand.press("My evenings", under=await hand.finds("Good to see you"))
    await hand.finds("Seta Viva")
    await stop()
    await page.context.close()


def _done(page, step: str):
    return page.locator(f'[data-step="{step}"][data-done="true"]')
