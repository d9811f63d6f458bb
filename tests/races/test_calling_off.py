"""kill -9 while an evening's orders are worked off: each is paid back once, none is left out."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from domain import calling_off
from domain.actors import Person
from jobs.calling_off import work_off_cancelled
from storage.database import Database
from tests.factories import Owner, counters_agree, ledger_agrees, make_event, make_person
from tests.keeping import VAULT
from tests.races.test_returning import buy
from tests.storage.database_fixtures import Scratch

ROOT = Path(__file__).parents[2]
ORDERS = 24
KILLED_AFTER = (1, 5, 9)
"""Orders that each worker has worked off, the last of them not yet committed."""


@pytest.mark.chaos
async def test_killed_workers_leave_nothing_undone_and_nothing_done_twice(
    db: Database, database: Scratch, owner: Owner
) -> None:
    await called_off(db, owner)
    for killed_after in KILLED_AFTER:
        await asyncio.to_thread(_works_until_killed, database.dsn("portal_worker"), killed_after)
    done = await owner.value("SELECT count(*) FROM cancelled_orders")
    assert done == sum(KILLED_AFTER) - len(KILLED_AFTER)

    await two_work_it_off(database)
    results = await owner.fetch("SELECT DISTINCT result, returned FROM cancelled_orders")
    assert [(row["result"], row["returned"]) for row in results] == [("refunded", 135)]
    assert await owner.value("SELECT count(*) FROM cancelled_orders") == ORDERS
    assert await owner.value("SELECT count(*) FROM refunds") == ORDERS
    assert await owner.value("SELECT sum(amount) FROM refunds") == ORDERS * 135
    assert await owner.value("SELECT count(*) FROM orders WHERE status = 'cancelled'") == ORDERS
    told = "SELECT count(*) FROM notifications WHERE template = $1"
    assert await owner.value(told, "event-cancelled") == ORDERS
    assert await owner.value(told, "called-off") == 1
    assert await counters_agree(owner)
    assert await ledger_agrees(owner)


@pytest.mark.chaos
async def test_written_down_apart_from_being_done_an_order_would_be_left_out(
    db: Database, database: Scratch, owner: Owner
) -> None:
    await called_off(db, owner)
    for killed_after in KILLED_AFTER:
        await asyncio.to_thread(
            _works_until_killed, database.dsn("portal_worker"), killed_after, "apart"
        )
    await two_work_it_off(database)
    left = await owner.value("SELECT count(*) FROM orders WHERE status = 'completed'")
    assert left == len(KILLED_AFTER)
    assert await owner.value("SELECT count(*) FROM refunds") == ORDERS - left
    assert await owner.value("SELECT count(*) FROM cancelled_orders") == ORDERS


async def called_off(db: Database, owner: Owner) -> None:
    """An evening that is paid for, and does not take place."""
    show = await make_event(owner, types={"Standing": ("45.00", 200)})
    for number in range(ORDERS):
        await buy(db, show.id, await make_person(owner), number)
    async with db.begin(Person("person", show.organizer)) as tx:
        await calling_off.call_off(tx.session, event_id=show.id, by=show.organizer, now=tx.now)


async def two_work_it_off(database: Scratch) -> None:
    """Workers that nobody kills go on."""
    workers = [
        Database(database.dsn("portal_worker"), role="portal_worker", vault=VAULT)
        for _ in range(2)
    ]
    await asyncio.gather(*(work_off_cancelled(each) for each in workers))
    for each in workers:
        await each.close()


def _works_until_killed(dsn: str, after: int, *how: str) -> None:
    command = [sys.executable, "-m", "tests.races.doomed_calling_off", dsn, *how]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(after):
            if number:
                process.stdin.write("\n")
                process.stdin.flush()
            assert process.stdout.readline() == "worked off\n"
        process.kill()
