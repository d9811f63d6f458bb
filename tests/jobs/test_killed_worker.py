"""kill -9 of a worker that holds deliveries."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.transport import Sender
from domain.notifications import LEASE
from storage.database import Database
from storage.embedded import Servers
from storage.enums import Lane
from tests.jobs.delivering import delivering
from tests.jobs.doomed_worker import AT_ONCE
from tests.jobs.people import Ledger, People
from tests.jobs.telegram import Telegram
from tests.storage.database_fixtures import Scratch

ROOT = Path(__file__).parents[2]


@pytest.fixture
def doomed(
    database: Scratch, telegram: Telegram, valkey: Servers
) -> Iterator[subprocess.Popen[bytes]]:
    """Another process that delivers from the same outbox."""
    words = [database.dsn("portal_worker"), telegram.url, str(valkey.redis_url)]
    command = [sys.executable, "-m", "tests.jobs.doomed_worker", *words]
    with subprocess.Popen(command, cwd=ROOT) as process:
        yield process
        process.kill()


async def test_what_a_killed_worker_held_is_finished_elsewhere(
    db: Database,
    sender: Sender,
    telegram: Telegram,
    people: People,
    ledger: Ledger,
    doomed: subprocess.Popen[bytes],
) -> None:
    telegram.may_answer.clear()
    receipts, news = range(1, 11), range(11, 31)
    for number in receipts:
        await people.told(number)
    for number in news:
        await people.told(number, lane=Lane.CAMPAIGN)
    await telegram.called(AT_ONCE)
    at_the_kill = set(telegram.chats())
    doomed.kill()
    doomed.wait()
    telegram.may_answer.set()

    async with delivering(db, sender) as deliverer:
        db.clock_offset = LEASE + timedelta(seconds=1)
        deliverer.wake()
        await ledger.settles()

    times = Counter(telegram.chats())
    assert at_the_kill.issuperset(receipts)
    assert all(times[number] == 2 for number in receipts)
    assert all(times[number] == 1 for number in news)
    assert await ledger.count("unknown") == AT_ONCE - len(receipts)
    assert await ledger.count("sent") == 20
