"""The database as the jobs see it, a real Valkey, and a Telegram that does as it is told."""

from collections.abc import AsyncIterator, Iterator, Sequence

import pytest
from redis.asyncio import Redis
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.limiter import Limiter, Pace
from bot.transport import Sender
from storage.database import Database
from tests.factories import Owner
from tests.jobs.people import Ledger, People
from tests.jobs.telegram import TOKEN, Telegram, telegram_server
from tests.keeping import VAULT
from tests.storage.database_fixtures import Scratch

QUICK = Pace(bulk_per_second=1000, per_chat_seconds=0.001)


@pytest.fixture
async def db(database: Scratch) -> AsyncIterator[Database]:
    """The database as the jobs see it."""
    made = Database(database.dsn("portal_worker"), role="portal_worker", vault=VAULT)
    yield made
    await made.close()


@pytest.fixture
def people(owner: Owner, db: Database) -> People:
    return People(owner, db)


@pytest.fixture
def ledger(owner: Owner) -> Ledger:
    return Ledger(owner)


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    async with telegram_server() as server:
        yield server


@pytest.fixture
async def sender(
    redis: Redis, telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Sender]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    async with Sender(TOKEN, telegram.url, Limiter(redis, 4242, QUICK)) as made:
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
