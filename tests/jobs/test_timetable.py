"""The clock: one tick a period, however many schedulers there are."""

import asyncio
from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from domain.actors import WORKER
from jobs.timetable import Entry, Timetable, entries, period_of, tick
from storage.database import Database
from tests.factories import Owner, make_person
from tests.jobs.people import until
from tests.keeping import VAULT
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch

HOUR = timedelta(hours=1)


class Work:
    """Counts how often it is done; waits for `may_end`."""

    def __init__(self) -> None:
        self.times = 0
        self.ended = 0
        self.begun = asyncio.Event()
        self.may_end = asyncio.Event()
        self.may_end.set()

    async def __call__(self) -> None:
        self.times += 1
        self.begun.set()
        await self.may_end.wait()
        self.ended += 1


async def test_a_period_is_run_once_by_whoever_comes_first(
    database: Scratch, owner: Owner
) -> None:
    """Also by schedulers that tick a little apart, and again in the next period."""
    work = Work()
    entry = Entry("work", HOUR, work)
    dsn = database.dsn("portal_worker")
    dbs = [Database(dsn, role="portal_worker", vault=VAULT) for _ in range(3)]
    ran = await asyncio.gather(*(tick(db, entry) for db in dbs for _ in range(4)))
    assert ran.count(True) == work.times == 1
    for db in dbs:
        db.clock_offset = HOUR
    ran = await asyncio.gather(*(tick(db, entry) for db in dbs))
    assert ran.count(True) == 1
    assert work.times == 2
    rows = await owner.fetch("SELECT * FROM job_runs ORDER BY scheduled_for")
    assert [row["finished_at"] is not None for row in rows] == [True, True]
    assert rows[1]["scheduled_for"] - rows[0]["scheduled_for"] == HOUR
    for db in dbs:
        await db.close()


async def test_three_schedulers_tick_at_once_at_their_start(db: Database, owner: Owner) -> None:
    works = [Work(), Work(), Work()]
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        for work in works:
            tasks.create_task(Timetable(db, [Entry("work", HOUR, work)]).run(stop))

        async def ran() -> bool:
            return bool(await owner.value("SELECT count(finished_at) FROM job_runs"))

        await until(ran)
        stop.set()
    assert sum(work.times for work in works) == 1


async def test_work_that_fails_is_written_down_and_done_in_the_next_period(
    db: Database, owner: Owner
) -> None:
    async def fail() -> None:
        raise ZeroDivisionError("x" * 10_000)

    entry = Entry("work", HOUR, fail)
    assert await tick(db, entry)
    assert not await tick(db, entry)
    db.clock_offset = HOUR
    assert await tick(db, entry)
    errors = await owner.fetch("SELECT error FROM job_runs")
    assert len(errors) == 2
    assert all(row["error"].startswith("ZeroDivisionError: xxx") for row in errors)


async def test_stopping_waits_for_the_work_that_runs(db: Database) -> None:
    work = Work()
    work.may_end.clear()
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(Timetable(db, [Entry("work", HOUR, work)]).run(stop))
        await work.begun.wait()
        stop.set()
        work.may_end.set()
    assert (work.times, work.ended) == (1, 1)


async def test_what_a_job_changes_is_told_with_its_name(database: Scratch, owner: Owner) -> None:
    db = Database(database.dsn("portal_worker"), role="portal_worker", signer=SIGNER, vault=VAULT)
    stop = asyncio.Event()
    house = await make_person(owner)

    async def work() -> None:
        async with db.begin(WORKER) as tx:
            await tx.session.execute(
                text("UPDATE telegram_accounts SET reachable = false WHERE user_id = :id"),
                {"id": house},
            )
        stop.set()

    await owner.insert("telegram_accounts", telegram_id=7, user_id=house)
    await Timetable(db, [Entry("tidy up", HOUR, work)]).run(stop)
    await db.close()
    [told] = await owner.fetch(
        "SELECT user_id, capacity, request FROM audit_logs"
        " WHERE entity_type = 'telegram_accounts' AND action = 'update'"
    )
    assert told == {"user_id": None, "capacity": "worker", "request": "job tidy up"}


async def test_without_a_database_the_clock_goes_on(database: Scratch) -> None:
    away = database.dsn("portal_worker").replace("port=", "port=1")
    db = Database(away, role="portal_worker", vault=VAULT)
    assert not await tick(db, Entry("work", HOUR, Work()))
    await db.close()


def test_a_period_begins_at_the_same_moment_for_everybody() -> None:
    five = timedelta(seconds=5)
    at = datetime(2026, 3, 1, 12, 0, 4, 999_999, tzinfo=UTC)
    assert period_of(at, five) == datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert period_of(at + timedelta(microseconds=1), five) == datetime(
        2026, 3, 1, 12, 0, 5, tzinfo=UTC
    )
    assert period_of(at, timedelta(days=1)) == datetime(2026, 3, 1, tzinfo=UTC)


async def cleared(_: object) -> None:
    """Nothing is kept of a chat here."""


def test_partitions_are_made_only_where_that_is_allowed(db: Database) -> None:
    others = (Work(), Work(), cleared, *(Work() for _ in range(4)), {"send a file": Work()})
    names = [entry.name for entry in entries(db, None, *others)]
    assert [*names, "make partitions"] == [entry.name for entry in entries(db, Work(), *others)]
    assert len(set(names)) == len(names)
