"""The three uses, by eye and finger: register, discover, broadcast, in one story.

A designer and a model come in, a house makes an evening, an Italian guest finds it by a misspelt
name and buys, the house writes to its followers, one of them wants no more, and the reminder
comes with the ticket.
"""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asyncpg
import pytest
from playwright.async_api import Browser
from redis.asyncio import Redis

from bot.limiter import Limiter
from bot.show import RecentFileIds
from bot.state import clearing
from bot.transport import Sender
from jobs.notices import Notices
from jobs.remind import remind
from jobs.run import run_jobs
from storage.cache import FileIdCache
from storage.database import Database
from storage.embedded import Servers
from tests.browser.hand import Hand, hand_at
from tests.browser.uses import broadcasting, discovering, making, registering
from tests.factories import Owner
from tests.guest import Guest
from tests.jobs.daytime import by_day
from tests.keeping import VAULT
from tests.portal_fixtures import TOKEN, Portal, open_portal, open_sandbox
from tests.storage.database_fixtures import Scratch

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.timeout(400),
    pytest.mark.chaos,  # a hundred seconds of clicking
]

BRAND, COLLECTION = "Vetro e Seta", "Riflessi"
TICKETS = {"Standing": ("20", "60"), "Seat": ("45.50", "30"), "Front row": ("90", "10")}
NEWS, MORE = "The doors open half an hour earlier.", "A second evening is on its way."


@dataclass
class House:
    """The whole portal at work, with a hand at its chat page."""

    hand: Hand
    portal: Portal
    owner: Owner
    worker: Database

    async def guest(self, name: str, language: str = "en") -> Guest:
        """Somebody with a phone, who was never here."""
        return await self.portal.sandbox.guest(name, language)

    async def administrator(self, name: str) -> Guest:
        """Somebody who may let others in."""
        found = await self.portal.guest(name)
        user = await self.portal.user_id(self.owner, found)
        await self.owner.insert("administrators", user_id=user)
        return found

    async def remind(self, title: str, *, ahead: timedelta) -> None:
        """Let the house's clock stand so long before an evening, and let it remind."""
        starts_at = await self.owner.value("SELECT start_date FROM events WHERE title = $1", title)
        self.worker.clock_offset = starts_at - ahead - datetime.now(UTC)
        await remind(self.worker)


async def open_house(
    closing: AsyncExitStack, browser: Browser, database: Scratch, valkey: Servers, state: Path
) -> House:
    """Sandbox, bot, jobs and Chromium, each until `closing` closes."""
    sandbox = await closing.enter_async_context(open_sandbox(state))
    redis: Redis = Redis.from_url(valkey.redis_url or "")
    closing.push_async_callback(redis.aclose)
    await redis.flushdb()
    portal = await closing.enter_async_context(open_portal(database, redis, sandbox))
    worker = Database(database.dsn("portal_worker"), role="portal_worker", vault=VAULT)
    closing.push_async_callback(worker.close)
    by_day(worker)
    limiter = Limiter(redis, portal.desk.bot_id)
    sender = await closing.enter_async_context(Sender(TOKEN, sandbox.url, limiter))
    stop = asyncio.Event()
    file_ids = RecentFileIds(FileIdCache(worker, portal.desk.bot_id))
    working = asyncio.create_task(
        run_jobs(
            worker,
            sender,
            Notices(worker, portal.desk),
            stop,
            file_ids=file_ids,
            username=portal.desk.username,
            clear=clearing(redis),
            codes=portal.desk.codes,
        )
    )

    async def rest() -> None:
        stop.set()
        await working

    closing.push_async_callback(rest)
    owner = Owner(await asyncpg.connect(database.dsn()))
    closing.push_async_callback(owner.connection.close)
    hand = await closing.enter_async_context(hand_at(browser, sandbox.url))
    return House(hand, portal, owner, worker)


async def test_the_three_uses(
    browser: Browser,
    database: Scratch,
    valkey: Servers,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    async with AsyncExitStack() as closing:
        house = await open_house(closing, browser, database, valkey, tmp_path / "sandbox")
        hand, ada = house.hand, await house.administrator("Ada King")
        vera, noa, marta = [
            await house.guest(each) for each in ("Vera Sole", "Noa Lind", "Marta Conti")
        ]
        elena = await house.guest("Elena Galli", "it")

        await registering.registers_as_designer(hand, vera, BRAND)
        await registering.is_let_in(hand, vera, ada, name=BRAND)
        await registering.publishes_a_collection(hand, vera, COLLECTION)
        await registering.registers_as_model(hand, noa, "Noa Lind")
        await registering.is_let_in(hand, noa, ada, name="Noa Lind")
        await registering.registers_as_house(hand, marta, "Lume", "Milan")
        await registering.is_let_in(hand, marta, ada, name="Lume")

        await making.makes_an_evening(hand, marta)
        await making.adds_tickets(hand, TICKETS)
        await making.adds_to_the_line_up(hand, BRAND, COLLECTION)
        await making.publishes(hand)

        await discovering.comes_in_and_wants_news(hand, elena)
        await discovering.finds(hand, "vetro e setta", making.TITLE)
        await discovering.follows(hand, BRAND, making.TITLE)
        ticket = await discovering.buys(hand, "Standing")
        code = await hand.code(ticket)

        await broadcasting.writes(hand, marta, NEWS, audience="Followers", link=making.TITLE)
        await broadcasting.launches(hand)
        await broadcasting.opts_out(hand, elena, NEWS)
        await discovering.follows_in_english(hand, noa, BRAND)
        await broadcasting.writes(
            hand, marta, MORE, audience="Followers", link=making.TITLE, in_parts=True
        )
        await broadcasting.launches(hand)
        await hand.be(noa)
        await hand.finds(MORE)
        await broadcasting.has_not(hand, elena, MORE)

        await hand.be(elena)
        await house.remind(making.TITLE, ahead=timedelta(hours=24))
        reminder = await hand.finds("Fra 24 ore")
        assert await hand.code(reminder) == code
