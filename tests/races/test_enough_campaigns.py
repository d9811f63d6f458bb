"""Two campaigns reach for one person at the same moment, who wants one a week."""

import asyncio
from collections.abc import Sequence
from functools import partial

import pytest

from domain import notifications
from domain.actors import WORKER
from domain.notifications import Delivery
from storage.database import Database
from storage.ids import new_id
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


async def two_deliveries(worker: Database, owner: Owner) -> Sequence[Delivery]:
    """One of each campaign, to the same person, each under a lease of its own."""
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
    held: list[Delivery] = []
    for _ in range(2):
        async with worker.begin(WORKER) as tx:
            held += await notifications.claim(tx.session, limit=1, now=tx.now)
    return held


async def reach(worker: Database, delivery: Delivery) -> int:
    """How many calls may be made."""
    async with worker.begin(WORKER) as tx:
        ours = await notifications.begin_sending_campaign(
            tx.session, deliveries=[delivery], now=tx.now
        )
    return len(ours)


async def _somebody_waits(owner: Owner) -> bool:
    waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    return bool(await owner.value(waiting))


async def test_the_second_waits_for_the_first_and_is_left_out(
    worker: Database, owner: Owner
) -> None:
    first, second = await two_deliveries(worker, owner)
    async with worker.begin(WORKER) as tx:
        ours = await notifications.begin_sending_campaign(
            tx.session, deliveries=[first], now=tx.now
        )
        assert len(ours) == 1
        later = asyncio.create_task(reach(worker, second))
        await until(partial(_somebody_waits, owner))
    assert await later == 0
    [left_out] = await owner.fetch("SELECT last_error FROM notifications WHERE status = 'skipped'")
    assert left_out["last_error"] == "capped"


async def test_without_the_lock_both_would_leave(worker: Database, owner: Owner) -> None:
    """The negative control."""
    known = await owner.value("SELECT pg_get_functiondef('is_capped'::regproc)")
    assert _LOCK in known
    await owner.connection.execute(known.replace(_LOCK, ""))
    first, second = await two_deliveries(worker, owner)
    async with worker.begin(WORKER) as tx:
        await notifications.begin_sending_campaign(tx.session, deliveries=[first], now=tx.now)
        assert await reach(worker, second) == 1
