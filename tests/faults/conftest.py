"""The portal as real processes, on the test's own stores and sandbox."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from redis.asyncio import Redis

from bot.http import WEBHOOK_PATH, make_http
from bot.updates import webhook
from storage.embedded import Servers
from tests.factories import MadeEvent, Owner, make_event
from tests.faults.crowd import Gate
from tests.faults.door import SECRET, Door
from tests.faults.process import Running, running
from tests.keeping import keys_in
from tests.portal_fixtures import PROVIDER_TOKEN, TOKEN, Portal, Sandbox
from tests.signing import KEY
from tests.storage.database_fixtures import Scratch

MASTER_KEY = KEY.hex()

Start = Callable[..., AbstractAsyncContextManager[Running]]


@pytest.fixture
def environment(
    tmp_path: Path, database: Scratch, valkey: Servers, redis: Redis, sandbox: Sandbox
) -> dict[str, str]:
    """What a bot in a process of its own needs; `redis` is there to be empty."""
    return {
        "DATABASE_URL": database.dsn("portal_app"),
        "REDIS_URL": valkey.redis_url or "",
        "TELEGRAM_API_URL": sandbox.url,
        "BOT_TOKEN": TOKEN,
        "PAYMENT_PROVIDER_TOKEN": PROVIDER_TOKEN,
        "MASTER_KEY": MASTER_KEY,
        "DATA_DIR": str(keys_in(tmp_path / "data")),
    }


@pytest.fixture
def start_bot(tmp_path: Path, environment: dict[str, str]) -> Start:
    """`main.py bot`, polling unless told otherwise."""
    return partial(running, "bot", home=tmp_path, environment=environment)


@pytest.fixture
async def show(owner: Owner) -> MadeEvent:
    """An evening with a hundred places at 45 euro."""
    return await make_event(owner, types={"Standing": ("45.00", 100)})


@pytest.fixture
async def gate(database: Scratch, owner: Owner) -> AsyncIterator[Gate]:
    """Stops whoever wants to take places, from outside."""
    gate = Gate(database, owner)
    yield gate
    await gate.open()


@pytest.fixture
async def door(portal: Portal) -> AsyncIterator[Door]:
    """The portal's webhook."""
    app = make_http([], webhooks={WEBHOOK_PATH: webhook(portal.updates, SECRET)})
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with aiohttp.ClientSession() as http:
        yield Door(runner.addresses[0][1], http)
    await runner.cleanup()
