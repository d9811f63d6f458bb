"""A real Chromium in front of a real sandbox with a scripted bot behind it."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web
from playwright.async_api import (
    Browser,
    ConsoleMessage,
    Dialog,
    Error,
    Page,
    async_playwright,
    expect,
)

from bot.sandbox.server import BotAccount, Patience, Person, Sign, Step, make_app
from bot.sandbox.steps import Report
from tests.browser.scripted_bot import ScriptedBot

# A home without a display, a profile or a network beyond this machine; works as root.
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LEFT_OUT = "No Chromium found, browser tests are left out: `make browser` installs one."
TOKEN = "7700:scripted"
PEOPLE = (
    Person(101, "Amélie", "Laurent", "amelie", "fr", "attendee"),
    Person(102, "Marco", "Bianchi", "marco", "it", "door steward"),
    Person(103, "Ines", "Okafor", "ines", "en", "stranger"),
)
AMELIE, MARCO, INES = (person.id for person in PEOPLE)
STEPS = (
    Step(
        "hello",
        "Say hello",
        "As Amélie, write hello, and read the answer.",
        AMELIE,
        (Sign("says", AMELIE, "hello"), Sign("reads", AMELIE, "good evening")),
    ),
    Step(
        "scan",
        "Scan a ticket",
        "As Marco, scan the code that Amélie shows.",
        MARCO,
        (Sign("reads", AMELIE, qr=True), Sign("scans", MARCO, data="start=t_")),
    ),
    Step(
        "crowd",
        "A crowd",
        "Let a crowd come.",
        INES,
        (Sign("says", INES, "we are many"),),
        action="crowd",
        label="Let them in",
    ),
)


async def _crowd(report: Report) -> str:
    """What a demo might do at the press of a button."""
    report("1 of 2 is here")
    await asyncio.sleep(0)
    return "Two came."


expect.set_options(timeout=30_000)


def find_chromium() -> str | None:
    """The Chromium to drive: `CHROMIUM`, else the system's, else one on the PATH."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    if Path("/usr/bin/chromium").exists():
        return "/usr/bin/chromium"
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((found for name in names if (found := shutil.which(name))), None)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave browser tests out where there is no browser. CI has one and may not."""
    # Said from one place, pytest tells it in one line for all of them.
    if item.get_closest_marker("browser") is None or find_chromium() is not None:
        return
    if os.environ.get("CI"):
        pytest.fail(LEFT_OUT, pytrace=False)
    pytest.skip(LEFT_OUT)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for all tests of a process; each test opens windows of its own."""
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        yield running
        await running.close()


class House:
    """A sandbox that can go away and come back at the same address."""

    def __init__(self, state: Path) -> None:
        self._state = state
        self._runner: web.AppRunner | None = None
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def open(self) -> None:
        account = BotAccount(TOKEN, "portal_bot", "Fashionista Portal")
        patience = Patience(tap=3, pre_checkout=3)
        app = make_app(
            self._state,
            [account],
            people=PEOPLE,
            patience=patience,
            steps=STEPS,
            actions={"crowd": _crowd},
        )
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None


@dataclass
class Stage:
    """What a test has: the house, the bot, and windows into the house."""

    house: House
    bot: ScriptedBot
    browser: Browser
    complaints: list[str] = field(default_factory=list)

    async def window(
        self, address: str = "", *, width: int = 1280, height: int = 800, dark: bool = False
    ) -> Page:
        """A fresh browser profile at the chat page; `address` is a part like "#101"."""
        context = await self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            locale="en-GB",
            reduced_motion="reduce",
        )
        page = await context.new_page()
        page.on("pageerror", self._failed)
        page.on("dialog", self._asked)
        page.on("console", self._overheard)
        await page.goto(f"{self.house.url}/{address}")
        await expect(page.get_by_test_id("connection")).to_have_attribute("data-state", "live")
        return page

    def _failed(self, error: Error) -> None:
        self.complaints.append(str(error))

    async def _asked(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        await dialog.dismiss()

    def _overheard(self, said: ConsoleMessage) -> None:
        if "Content Security Policy" in said.text:
            self.complaints.append(said.text)

    async def post(self, path: str, **body: object) -> None:
        """Act as a program at /client."""
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"{self.house.url}/client{path}", json=body) as response,
        ):
            assert response.status == 200, await response.text()


@asynccontextmanager
async def _listening(house: House) -> AsyncIterator[ScriptedBot]:
    async with aiohttp.ClientSession() as session:
        bot = ScriptedBot(house.url, TOKEN, session)
        listener = asyncio.create_task(bot.listen())
        yield bot
        listener.cancel()
        with suppress(asyncio.CancelledError, aiohttp.ClientError):
            await listener


@pytest_asyncio.fixture(loop_scope="session")
async def stage(browser: Browser, tmp_path: Path) -> AsyncIterator[Stage]:
    """A house with a listening bot. Afterwards: no script error, nothing the policy refused."""
    house = House(tmp_path / "sandbox")
    await house.open()
    async with _listening(house) as bot:
        stage = Stage(house, bot, browser)
        yield stage
        for context in browser.contexts:
            await context.close()
    await house.close()
    assert stage.complaints == []
