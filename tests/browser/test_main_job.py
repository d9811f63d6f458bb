"""The main job, by eye and finger: a real Chromium in front of the real bot."""

import re
from contextlib import AsyncExitStack
from io import BytesIO
from pathlib import Path

import asyncpg
import pytest
import zxingcpp
from PIL import Image
from playwright.async_api import Browser, Locator, Page, expect
from redis.asyncio import Redis

from storage.embedded import Servers
from tests.factories import Owner, make_event, make_staff
from tests.guest import Guest
from tests.portal_fixtures import open_portal, open_sandbox
from tests.storage.database_fixtures import Scratch

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def opened(browser: Browser, address: str) -> Page:
    context = await browser.new_context(viewport={"width": 1180, "height": 860})
    page = await context.new_page()
    await page.goto(address)
    await expect(page.get_by_test_id("connection")).to_have_attribute("data-state", "live")
    return page


async def press(page: Page, label: str) -> None:
    """Press the newest button under a message whose label begins so."""
    begins = re.compile(f"^{re.escape(label)}")
    await page.get_by_test_id("inline-button").filter(has_text=begins).last.click()


async def reads(page: Page, text: str) -> None:
    await expect(page.locator(".log").get_by_text(text).last).to_be_visible()


def ticket(page: Page) -> Locator:
    """The newest ticket for one person; the code for the whole party is below it."""
    return page.locator(".bubble").filter(has_text="It admits one person, once.").last


async def code_on(page: Page) -> str:
    """What a scanner reads from the newest ticket on the page."""
    picture = ticket(page).locator("img")
    await expect(picture).to_be_visible()
    answer = await page.request.get(await picture.evaluate("image => image.src"))
    return zxingcpp.read_barcodes(Image.open(BytesIO(await answer.body())))[0].text


async def scan_as(page: Page, person: Guest) -> None:
    """Hold the newest ticket before another person's camera."""
    # The page offers a scan once the picture has come into view and the code was found in it.
    await ticket(page).scroll_into_view_if_needed()
    await ticket(page).get_by_test_id("scan").click()
    await page.get_by_test_id(f"scan-as-{person.id}").click()


async def test_from_a_show_to_the_door(
    browser: Browser, database: Scratch, valkey: Servers, tmp_path: Path
) -> None:
    async with AsyncExitStack() as house:
        sandbox = await house.enter_async_context(open_sandbox(tmp_path / "sandbox"))
        redis: Redis = Redis.from_url(valkey.redis_url or "")
        house.push_async_callback(redis.aclose)
        await redis.flushdb()
        portal = await house.enter_async_context(open_portal(database, redis, sandbox))
        owner = Owner(await asyncpg.connect(database.dsn()))
        house.push_async_callback(owner.connection.close)
        show = await make_event(owner, types={"Standing": ("45.00", 10)})
        giulia = await sandbox.guest("Giulia Conti")
        steward = await portal.guest("Marco Riva")
        stranger = await portal.guest("Sten Ström")
        await make_staff(owner, show, await portal.user_id(owner, steward))

        page = await opened(browser, sandbox.url)
        await page.get_by_test_id(f"person-{giulia.id}").click()
        await page.get_by_test_id("start").click()
        await press(page, "What is on")
        await page.get_by_test_id("inline-button").filter(has_text="Velvet Hour").last.click()
        await press(page, "Tickets from")
        await press(page, "+")
        await reads(page, "1 × Standing")
        await press(page, "+")
        await press(page, "Hold and pay €90")
        await expect(page.get_by_test_id("invoice")).to_be_visible()
        await press(page, "Pay €90")
        await page.get_by_test_id("pay-pay").click()
        await page.get_by_test_id("pay-done").click()
        tickets = page.locator(".log").get_by_text("It admits one person, once.")
        await expect(tickets).to_have_count(2)

        link = await code_on(page)
        assert link.startswith(f"https://t.me/{portal.desk.username}?start=t")
        await scan_as(page, steward)
        await reads(page, "Welcome")
        await reads(page, "Giulia C.")

        await page.get_by_test_id(f"person-{giulia.id}").click()
        await scan_as(page, steward)
        await reads(page, "Already inside")
        await reads(page, "by Marco R.")

        await page.get_by_test_id(f"person-{giulia.id}").click()
        await scan_as(page, stranger)
        await reads(page, "only for its holder")
        await expect(page.locator(".log").get_by_text("Giulia")).to_have_count(0)
        await page.context.close()
