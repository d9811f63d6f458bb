"""The web pages, by eye and finger: a password by a link, signing in, and out by the chat."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect
from redis.asyncio import Redis

from storage.embedded import Servers
from tests.browser.hand import hand_at
from tests.factories import Owner
from tests.flows.web import GOOD, gives_address, open_pages
from tests.portal_fixtures import Portal, open_portal, open_sandbox
from tests.storage.database_fixtures import Scratch
from tests.visitor import an_administrator

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
EMAIL = "ada@example.org"


@pytest_asyncio.fixture(loop_scope="session")
async def house(
    database: Scratch, valkey: Servers, tmp_path: Path
) -> AsyncIterator[tuple[Portal, Owner]]:
    async with AsyncExitStack() as closing:
        sandbox = await closing.enter_async_context(open_sandbox(tmp_path / "sandbox"))
        redis: Redis = Redis.from_url(valkey.redis_url or "")
        closing.push_async_callback(redis.aclose)
        await redis.flushdb()
        portal = await closing.enter_async_context(open_portal(database, redis, sandbox))
        owner = Owner(await asyncpg.connect(database.dsn()))
        closing.push_async_callback(owner.connection.close)
        await closing.enter_async_context(open_pages(portal))
        yield portal, owner


async def test_a_password_signs_in_until_the_chat_says_out(
    browser: Browser, house: tuple[Portal, Owner]
) -> None:
    portal, owner = house
    ada = await an_administrator(owner, portal)
    await gives_address(portal, owner, ada, EMAIL)
    async with hand_at(browser, portal.sandbox.url) as hand:
        await hand.be(ada.guest)
        await ada.says("/devices")
        await hand.press("Set a password")
        async with hand.page.context.expect_page() as opening:
            await hand.press("Choose a password")
        page: Page = await opening.value
        complaints = list[str]()
        page.on("console", lambda line: complaints.append(line.text))
        await expect(page.locator("[name=email]")).to_have_value(EMAIL)
        await page.locator("[name=password]").fill(GOOD)
        await page.locator("[name=again]").fill(GOOD)
        await page.get_by_role("button", name="Keep it").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Your password is set")

        await page.get_by_role("link", name="Sign in").click()
        await page.locator("[name=email]").fill(EMAIL)
        await page.locator("[name=password]").fill(GOOD)
        await page.get_by_role("button", name="Sign in").click()
        await expect(page.get_by_role("heading", level=1)).to_contain_text("Ada King")
        await expect(page.get_by_text("this device")).to_be_visible()
        assert await page.evaluate("document.cookie") == ""

        await ada.says("/devices")
        await hand.reads("Chrome on Linux")
        await hand.press("Sign out 1. Chrome on Linux")
        await hand.reads("Nowhere at this moment")
        await page.reload()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
        assert complaints == []
