"""The database as the jobs see it, a real Valkey, and a Telegram that does as it is told."""

from collections.abc import AsyncIterator, Iterator, Sequence
from itertools import count

import asyncpg
import pytest
from redis.asyncio import Redis
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.limiter import Limiter, Pace
from bot.transport import Sender
from storage.database import Database
from storage.embedded import running
from tests.jobs.people import Ledger, People
from tests.jobs.telegram import TOKEN, Telegram, telegram_server
from tests.storage.database_fixtures import Scratch
from tests.storage.embedded_fixtures import open_directory

QUICK = Pace(bulk_per_second=1000, per_chat_seconds=0.001)
_bots = count(1)


@pytest.fixture
async def db(database: Scratch) -> AsyncIterator[Database]:
    """The database as the jobs see it."""
    made = Database(database.dsn("portal_worker"), role="portal_worker")
    yield made
    await made.close()


@pytest.fixture
async def owner(database: Scratch) -> AsyncIterator[asyncpg.Connection]:
    """The database without limits, to arrange and to look."""
    connection = await asyncpg.connect(database.dsn())
    yield connection
    await connection.close()


@pytest.fixture
def people(owner: asyncpg.Connection, db: Database) -> People:
    return People(owner, db)


@pytest.fixture
def ledger(owner: asyncpg.Connection) -> Ledger:
    return Ledger(owner)


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """A Valkey of this test process."""
    with open_directory() as directory, running(directory, postgres=False) as servers:
        assert servers.redis_url is not None
        yield servers.redis_url


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    async with telegram_server() as server:
        yield server


@pytest.fixture
async def sender(
    redis_url: str, telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Sender]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    async with (
        Redis.from_url(redis_url) as redis,
        Sender(TOKEN, telegram.url, Limiter(redis, next(_bots), QUICK)) as made,
    ):
        yield made


@pytest.fixture(autouse=True)
def logs() -> Iterator[Sequence[EventDict]]:
    """What was logged."""
    with capture_logs() as entries:
        yield entries


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Idle workers look again soon."""
    monkeypatch.setattr("jobs.deliver._LOOK_EVERY", 0.05)
