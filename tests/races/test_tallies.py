"""What a campaign's progress is counted from stays true, whoever changes deliveries at once."""

import asyncio
from datetime import timedelta
from itertools import count
from uuid import UUID

import pytest

from domain import campaigns, notifications, results
from domain.actors import WORKER
from domain.notifications import Failed, Unreachable
from domain.results import Progress
from storage.database import Database
from storage.queries import campaigns as queries
from tests.factories import Owner, make_event, make_person
from tests.jobs.daytime import by_day
from tests.keeping import VAULT
from tests.storage.database_fixtures import Scratch

PEOPLE = 60
_COUNTED = """
    SELECT status::text, count(*) FROM notifications WHERE campaign_id = $1 GROUP BY status
"""


@pytest.fixture
async def worker(database: Scratch):
    opened = Database(database.dsn("portal_worker"), role="portal_worker", vault=VAULT)
    by_day(opened, campaigns_per_week=0)
    yield opened
    await opened.close()


async def sixty_are_due(owner: Owner) -> UUID:
    """A campaign that leaves, to so many people without a chat; its id."""
    house = await make_person(owner, "Camilla Rossi")
    now = await owner.value("SELECT now()")
    campaign = await owner.insert(
        "campaigns",
        name="Tonight",
        organizer_id=house,
        status="active",
        start_date=now,
        launched_at=now,
    )
    await owner.connection.execute(
        "WITH made AS ("
        " INSERT INTO users (full_name) SELECT 'Guest' FROM generate_series(1, $2) RETURNING id"
        "), agreed AS ("
        " INSERT INTO consents (user_id, purpose, channel, granted, version)"
        " SELECT id, 'marketing', 'push', true, 1 FROM made"
        ") INSERT INTO notifications (id, user_id, campaign_id, lane, template, due_at)"
        " SELECT uuidv7(), id, $1, 2, 'campaign', now() FROM made",
        campaign["id"],
        PEOPLE,
    )
    id: UUID = campaign["id"]
    return id


async def work(db: Database) -> None:
    """Take what is due and end it, one way or another, until nothing is left."""
    numbers = count(1)
    while True:
        claimed = (await notifications.claim(db, limit=4)).deliveries
        if not claimed:
            return
        token = claimed[0].token
        sent = {each.id: next(numbers) for each in claimed[::2]}
        await notifications.finish_sent(db, token=token, messages=sent)
        for each in claimed[1::2]:
            outcome = Failed("?", uncertain=True) if each.id.int % 2 else Unreachable("gone")
            async with db.begin(WORKER) as tx:
                await notifications.finish(tx.session, delivery=each, outcome=outcome, now=tx.now)


async def add_up(db: Database, times: int) -> None:
    for _ in range(times):
        async with db.begin(WORKER) as tx:
            await queries.sum_up(tx.session, most=2)


async def progress(db: Database, campaign_id: UUID) -> Progress:
    async with db.read(WORKER) as tx:
        campaign = await campaigns.to_send(tx.session, campaign_id=campaign_id)
        return await results.progress(tx.session, campaign)


async def true_progress(owner: Owner, campaign_id: UUID) -> Progress:
    rows = {row["status"]: row["count"] for row in await owner.fetch(_COUNTED, campaign_id)}
    waiting = rows.pop("pending", 0) + rows.pop("sending", 0)
    return Progress(waiting=waiting, **rows)


async def test_the_numbers_are_those_of_the_rows(worker: Database, owner: Owner) -> None:
    campaign = await sixty_are_due(owner)
    assert await progress(worker, campaign) == Progress(waiting=PEOPLE)
    await asyncio.gather(*(work(worker) for _ in range(3)), *(add_up(worker, 9) for _ in range(2)))
    so_far = await progress(worker, campaign)
    assert so_far == await true_progress(owner, campaign)
    assert so_far.done == PEOPLE
    assert so_far.sent
    assert so_far.unknown
    await add_up(worker, 1)
    assert await progress(worker, campaign) == so_far


async def test_without_the_trigger_they_would_not_be(worker: Database, owner: Owner) -> None:
    """The negative control."""
    campaign = await sixty_are_due(owner)
    await owner.connection.execute("ALTER TABLE notifications DISABLE TRIGGER tally_update")
    await work(worker)
    assert await progress(worker, campaign) != await true_progress(owner, campaign)


async def test_who_is_forgotten_is_counted_no_more(worker: Database, owner: Owner) -> None:
    campaign = await sixty_are_due(owner)
    await owner.connection.execute(
        "DELETE FROM notifications WHERE id IN (SELECT id FROM notifications LIMIT 7)"
    )
    assert await progress(worker, campaign) == Progress(waiting=PEOPLE - 7)


async def test_nothing_leaves_about_an_evening_that_is_over(
    worker: Database, owner: Owner
) -> None:
    campaign = await sixty_are_due(owner)
    event = await make_event(owner, starts_in=timedelta(hours=-5), lasts=timedelta(hours=2))
    await owner.connection.execute("UPDATE campaigns SET event_id = $1", event.id)
    assert (await notifications.claim(worker, limit=PEOPLE)).deliveries == []
    assert await progress(worker, campaign) == Progress(skipped=PEOPLE)


async def test_a_cancelled_one_leaves_the_rest(worker: Database, owner: Owner) -> None:
    campaign = await sixty_are_due(owner)
    async with worker.begin(WORKER) as tx:
        await queries.park(tx.session, id=campaign, limit=20)
        await queries.skip(tx.session, id=campaign, limit=25)
    so_far = await progress(worker, campaign)
    assert (so_far.skipped, so_far.waiting) == (25, 35)
    assert await true_progress(owner, campaign) == so_far
