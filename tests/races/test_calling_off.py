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
from tests.storage.database_fixtures import Scratch, patient_database

ROOT = Path(__file__).parents[2]
ORDERS = 24
KILLED_AFTER = (1, 5, 9)
"""Orders that each worker has worked off, the last of them not yet committed."""


@pytest.mark.chaos
async def test_killed_workers_leave_nothing_undone_and_nothing_done_twice(
    database: Scratch, owner: Owner
) -> None:
    db = patient_database(database, size=20)
    show = await make_event(owner, types={"Standing": ("45.00", 200)})
    for number in range(ORDERS):
        await buy(db, show.id, await make_person(owner), number)
    async with db.begin(Person("person", show.organizer)) as tx:
        await calling_off.call_off(tx.session, event_id=show.id, by=show.organizer, now=tx.now)
    for killed_after in KILLED_AFTER:
        await asyncio.to_thread(_works_until_killed, database.dsn("portal_worker"), killed_after)
    done = await owner.value("SELECT count(*) FROM cancelled_orders")
    assert 0 < done < ORDERS

    workers = [
        Database(database.dsn("portal_worker"), role="portal_worker", vault=VAULT)
        for _ in range(2)
    ]
    await asyncio.gather(*(work_off_cancelled(each) for each in workers))
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
    for each in (db, *workers):
        await each.close()


def _works_until_killed(dsn: str, after: int) -> None:
    command = [sys.executable, "-m", "tests.races.doomed_calling_off", dsn]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        for _ in range(after):
            assert process.stdout is not None
            assert process.stdout.readline() == "worked off\n"
        process.kill()
