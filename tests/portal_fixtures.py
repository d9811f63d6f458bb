"""A whole portal for a test: sandbox, database roles, Valkey, and the real bot over real HTTP."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path

import aiohttp
import asyncpg
import pytest
from aiohttp import web
from redis.asyncio import Redis

import handlers
from bot.app import make_conversation, make_express
from bot.desk import Desk
from bot.limiter import Limiter
from bot.middlewares import Lane
from bot.sandbox.server import BotAccount, Step, make_app
from bot.show import RecentFileIds, Stage
from bot.texts import supported
from bot.transport import Extras, make_bot
from bot.updates import Polling, Updates
from bot.visit import House
from domain import consents, people
from storage.cache import FileIdCache
from storage.database import Database
from storage.embedded import Servers, running
from storage.security.codes import TicketCodes
from storage.security.opt_outs import OptOuts
from storage.security.vault import Vault
from tests.factories import Owner
from tests.guest import Guest, said
from tests.keeping import VAULT
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch
from tests.storage.embedded_fixtures import open_directory

TOKEN = "4200000001:TEST-token-of-the-fashionista-portal"
USERNAME = "fashionista_test_bot"
PROVIDER_TOKEN = "284685063:TEST:portal"
MASTER_KEY = b"m" * 32
_people = itertools.count(5_000_000_001)


@pytest.fixture(scope="session")
def valkey() -> Iterator[Servers]:
    """One Valkey a test process."""
    with open_directory() as directory, running(directory, postgres=False) as servers:
        yield servers


@pytest.fixture
async def redis(valkey: Servers) -> AsyncIterator[Redis]:
    """An empty Valkey."""
    client: Redis = Redis.from_url(valkey.redis_url or "", socket_timeout=10)
    await client.flushdb()
    yield client
    await client.aclose()


@pytest.fixture
async def owner(database: Scratch) -> AsyncIterator[Owner]:
    """Reads and writes the test's database past all rights."""
    connection = await asyncpg.connect(database.dsn())
    yield Owner(connection)
    await connection.close()


@dataclass
class Sandbox:
    """A running sandbox and its address; `changed` is notified of every event in any chat."""

    url: str
    http: aiohttp.ClientSession
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def listen(self) -> None:
        """Pass the sandbox's events on to whoever waits."""
        endless = aiohttp.ClientTimeout(total=None)
        async with self.http.get("/client/events", timeout=endless) as stream:
            async for line in stream.content:
                if line.startswith(b"data:"):
                    async with self.changed:
                        self.changed.notify_all()

    async def guest(
        self, name: str = "Giulia Conti", language: str = "en", *, id: int | None = None
    ) -> Guest:
        """A new person with a phone."""
        first, _, last = name.partition(" ")
        guest = Guest(self.http, id or next(_people), name)
        body = {
            "id": guest.id,
            "first_name": first,
            "last_name": last,
            "language_code": language,
        }
        async with self.http.post("/client/people", json=body) as answer:
            assert answer.status == 200, await answer.text()
        return guest


@asynccontextmanager
async def open_sandbox(state: Path, steps: Sequence[Step] = ()) -> AsyncIterator[Sandbox]:
    """A sandbox with one bot until the block ends."""
    app = make_app(state, [BotAccount(TOKEN, USERNAME, "Fashionista Portal")], steps=steps)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    url = f"http://127.0.0.1:{port}"
    async with aiohttp.ClientSession(base_url=url) as http:
        opened = Sandbox(url, http)
        listening = asyncio.get_running_loop().create_task(opened.listen())
        yield opened
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
    await runner.cleanup()


@pytest.fixture
async def sandbox(tmp_path: Path) -> AsyncIterator[Sandbox]:
    """A sandbox with one bot."""
    async with open_sandbox(tmp_path / "sandbox") as opened:
        yield opened


@dataclass
class Portal:
    """A running bot, with what tests look at."""

    db: Database
    sandbox: Sandbox
    updates: Updates
    desk: Desk
    house: House
    quarantined: list[str] = field(default_factory=list)

    async def guest(
        self, name: str = "Giulia Conti", language: str = "en", *, id: int | None = None
    ) -> Guest:
        """A person who has opened the bot, and was asked before whether news are welcome."""
        guest = await self.sandbox.guest(name, language, id=id)
        person = await people.enter(
            self.db,
            bot_id=self.desk.bot_id,
            telegram_id=guest.id,
            chat_id=guest.id,
            name=name,
            language=supported(language),
        )
        async with self.db.begin(person) as tx:
            await consents.ask_once(tx.session, person=person.id)
        await guest.start()
        await self.until(guest, _last_of_bot)
        return guest

    async def until(
        self, guest: Guest, is_true: Callable[[list], bool], seconds: float = 30
    ) -> list:
        """The guest's messages as soon as `is_true` of them; fails after `seconds`."""
        changed = self.sandbox.changed
        async with asyncio.timeout(seconds), changed:
            while not is_true(messages := await guest.messages()):
                await changed.wait()
            return messages

    async def says(self, guest: Guest, words: str) -> dict:
        """The bot's newest message, as soon as it contains `words`."""
        found = await self.until(guest, lambda messages: words in said(_last_of_bot(messages)))
        return _last_of_bot(found)

    async def user_id(self, owner: Owner, guest: Guest):
        return await owner.value(
            "SELECT user_id FROM telegram_accounts WHERE telegram_id = $1", guest.id
        )


def _last_of_bot(messages: list) -> dict:
    return next((each for each in reversed(messages) if each["from"]["is_bot"]), {})


@asynccontextmanager
async def open_portal(
    database: Scratch,
    redis: Redis,
    sandbox: Sandbox,
    *,
    provider_token: str | None = PROVIDER_TOKEN,
    mails: bool = False,
    clock_offset: timedelta = timedelta(0),
    vault: Vault = VAULT,
    patience: timedelta = timedelta(seconds=5),
) -> AsyncIterator[Portal]:
    """A bot that polls the sandbox until the block ends."""
    db = Database(
        database.dsn("portal_app"),
        role="portal_app",
        signer=SIGNER,
        vault=vault,
        patience=patience,
        clock_offset=clock_offset,
    )
    express_db = Database(
        database.dsn("portal_app"),
        role="portal_app",
        signer=SIGNER,
        vault=vault,
        size=3,
        clock_offset=clock_offset,
    )
    bot_id = int(TOKEN.partition(":")[0])
    limiter = Limiter(redis, bot_id)
    bot = make_bot(TOKEN, sandbox.url, limiter)
    desk = Desk(
        bot_id,
        USERNAME,
        TicketCodes(MASTER_KEY),
        provider_token,
        inline=True,
        mails=mails,
        opt_outs=OptOuts(MASTER_KEY),
    )
    stage = Stage(bot, RecentFileIds(FileIdCache(db, bot_id)))
    house = House(db, stage, desk, Extras(bot), limiter)
    enter = partial(people.enter, db)
    reserved = Lane(
        partial(people.enter, express_db), House(express_db, stage, desk, house.extras, limiter)
    )
    conversation = make_conversation(
        redis=redis, enter=enter, house=house, routers=handlers.routers(), door=reserved
    )
    express = make_express(enter=reserved.enter, house=reserved.house, routers=handlers.express())
    quarantined: list[str] = []

    async def quarantine(raw: dict, error: BaseException) -> None:
        quarantined.append(repr(error))

    updates = Updates(bot, conversation, express, quarantine)
    polling = Polling(bot, updates)
    task = asyncio.get_running_loop().create_task(polling.run())
    try:
        yield Portal(db, sandbox, updates, desk, house, quarantined)
    finally:
        polling.stop()
        await task
        await bot.session.close()
        await db.close()
        await express_db.close()
    assert quarantined == [], quarantined


@pytest.fixture
async def portal(database: Scratch, redis: Redis, sandbox: Sandbox) -> AsyncIterator[Portal]:
    """The whole portal, with a provider for payments."""
    async with open_portal(database, redis, sandbox) as opened:
        yield opened
