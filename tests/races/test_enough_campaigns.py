"""Two campaigns reach for one person at the same moment, who wants one a week."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial

import asyncpg
import pytest

from domain import notifications
from storage.database import Database
from storage.enums import Lane
from storage.ids import new_id
from storage.queries import leases
from tests.factories import Owner, make_person
from tests.jobs.daytime import by_day
from tests.jobs.people import until
from tests.keeping import VAULT
from tests.storage.database_fixtures import Scratch

_LOCK = "PERFORM pg_advisory_xact_lock(hashtextextended('campaigns of ' || p_user, 0));"


@pytest.fixture
async def worker(database: Scratch):
    opened = Database(database.dsn("portal_worker"), role="portal_worker", vault=VAULT)
    by_day(opened, campaigns_per_week=1)
    yield opened
    await opened.close()


async def two_are_due(owner: Owner) -> None:
    """One message of each of two campaigns, to the same person."""
    house, fan = await make_person(owner, "Camilla Rossi"), await make_person(owner, "Ines Re")
    await owner.insert("telegram_accounts", telegram_id=1, user_id=fan, chat_id=1, language="en")
    await owner.fetch(
        "INSERT INTO consents (user_id, purpose, channel, granted, version)"
        " VALUES ($1, 'marketing', 'push', true, 1)",
        fan,
    )
    now = await owner.value("SELECT now()")
    for name in ("One", "Two"):
        campaign = await owner.insert(
            "campaigns",
            name=name,
            organizer_id=house,
            status="active",
            start_date=now,
            launched_at=now,
        )
        await owner.insert(
            "notifications",
            id=new_id(),
            user_id=fan,
            campaign_id=campaign["id"],
            lane=2,
            template="campaign",
            due_at=now,
        )


@asynccontextmanager
async def leaving(database: Database) -> AsyncIterator[int]:
    """A worker that takes one delivery and has not committed yet; how many it may send."""
    connection = await asyncpg.connect(database.dsn("portal_worker"))
    try:
        async with connection.transaction():
            alone = (timedelta(0), 1, new_id(), notifications.LEASE, Lane.CAMPAIGN.value)
            rows = await connection.fetch(leases._LEASE, *alone, 0, 0, 1)
            yield sum(row["objection"] is None for row in rows)
    finally:
        await connection.close()


async def taken(worker: Database) -> int:
    """How many deliveries a worker may send, of two that it looks for."""
    return len((await notifications.claim(worker, limit=2)).deliveries)


async def _somebody_waits(owner: Owner) -> bool:
    waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    return bool(await owner.value(waiting))


async def test_the_second_waits_for_the_first_and_is_left_out(
    database: Scratch, worker: Database, owner: Owner
) -> None:
    await two_are_due(owner)
    async with leaving(database) as number:
        assert number == 1
        later = asyncio.create_task(taken(worker))
        await until(partial(_somebody_waits, owner))
    assert await later == 0
    [left_out] = await owner.fetch("SELECT last_error FROM notifications WHERE status = 'skipped'")
    assert left_out["last_error"] == "capped"


async def test_without_the_lock_both_would_leave(
    database: Scratch, worker: Database, owner: Owner
) -> None:
    """The negative control."""
    known = await owner.value("SELECT pg_get_functiondef('is_capped'::regproc)")
    assert _LOCK in known
    await owner.connection.execute(known.replace(_LOCK, ""))
    await two_are_due(owner)
    async with leaving(database):
        assert await taken(worker) == 1


async def test_who_finds_both_at_once_lets_one_leave(worker: Database, owner: Owner) -> None:
    await two_are_due(owner)
    assert await taken(worker) == 1
    assert await taken(worker) == 0
    rows = await owner.fetch("SELECT status::text, last_error FROM notifications ORDER BY 1")
    assert [tuple(row.values()) for row in rows] == [("sending", None), ("skipped", "capped")]
