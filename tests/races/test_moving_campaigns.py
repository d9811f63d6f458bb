"""A campaign is moved at the moment at which the clock launches it: the one or the other."""

import asyncio
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from domain import broadcasts, campaign_times, campaigns
from domain.actors import WORKER, Person
from domain.campaigns import Campaign
from domain.errors import InThePast
from storage.database import Database
from storage.enums import CampaignStatus
from storage.queries import campaigns as queries
from tests.factories import Owner
from tests.faults.crowd import eventually
from tests.races.test_asking import WAITS
from tests.races.test_launching import Desk, db, make_desk, worker

__all__ = ["db", "worker"]

ROUNDS = 10


async def due(db: Database, owner: Owner) -> Desk:
    """A campaign whose time has just come."""
    desk = await make_desk(db, owner)
    async with db.begin(Person("person", desk.marketing)) as tx:
        await campaign_times.leave_at(
            tx.session,
            campaign_id=desk.id,
            by=desk.marketing,
            at=tx.now + timedelta(days=1),
            now=tx.now,
        )
    await owner.fetch("UPDATE campaigns SET start_date = now() - interval '1 second'")
    return desk


async def tomorrow(db: Database, desk: Desk, by: UUID | None = None) -> Campaign:
    """The campaign as who moves it by a day sees it then."""
    who = by or desk.marketing
    async with db.begin(Person("person", who)) as tx:
        at = tx.now + timedelta(days=1)
        return await campaign_times.leave_at(
            tx.session, campaign_id=desk.id, by=who, at=at, now=tx.now
        )


async def clock(worker: Database) -> bool:
    async with worker.begin(WORKER) as tx:
        return await broadcasts.start_due(tx.session, now=tx.now)


async def stands(owner: Owner) -> tuple[str, datetime | None, bool]:
    [row] = await owner.fetch(
        "SELECT status::text, launched_at, start_date > now() AS later FROM campaigns"
    )
    return row["status"], row["launched_at"], row["later"]


async def test_moved_or_launched_and_told_which(
    db: Database, worker: Database, owner: Owner
) -> None:
    desk = await due(db, owner)
    for _ in range(ROUNDS):
        seen, launched, other = await asyncio.gather(
            tomorrow(db, desk), clock(worker), tomorrow(db, desk, desk.organizer)
        )
        status, launched_at, later = await stands(owner)
        assert (status, launched_at is None, later) == (
            ("active", False, False) if launched else ("scheduled", True, True)
        )
        assert {seen.status, other.status} == {CampaignStatus(status)}
        await owner.fetch(
            "UPDATE campaigns SET status = 'scheduled', launched_at = NULL,"
            " start_date = now() - interval '1 second'"
        )


async def test_who_comes_while_it_is_launched_waits_and_moves_nothing(
    db: Database, worker: Database, owner: Owner
) -> None:
    desk = await due(db, owner)
    async with worker.begin(WORKER) as tx:
        assert await broadcasts.start_due(tx.session, now=tx.now)
        moving = asyncio.create_task(tomorrow(db, desk))
        await eventually(owner, WAITS, 1)
    assert (await moving).status is CampaignStatus.ACTIVE
    status, launched_at, later = await stands(owner)
    assert (status, launched_at is None, later) == ("active", False, False)


async def test_the_clock_passes_over_what_is_being_moved(
    db: Database, worker: Database, owner: Owner
) -> None:
    desk = await due(db, owner)
    async with db.begin(Person("person", desk.marketing)) as tx:
        await campaign_times.leave_at(
            tx.session,
            campaign_id=desk.id,
            by=desk.marketing,
            at=tx.now + timedelta(days=1),
            now=tx.now,
        )
        assert not await clock(worker)
    assert not await clock(worker)
    assert await stands(owner) == ("scheduled", None, True)


async def test_a_moment_that_has_passed_is_no_time_to_leave(db: Database, owner: Owner) -> None:
    desk = await due(db, owner)
    async with db.begin(Person("person", desk.marketing)) as tx:
        with pytest.raises(InThePast):
            await campaign_times.leave_at(
                tx.session, campaign_id=desk.id, by=desk.marketing, at=tx.now, now=tx.now
            )


async def test_without_lock_and_guard_it_would_be_told_moved_and_leave(
    db: Database, worker: Database, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: who moves it has looked before the launch, and writes behind it."""
    desk = await due(db, owner)
    looked, launched = asyncio.Event(), asyncio.Event()

    async def unlocked(session, *, id: UUID, person: UUID):
        row = await queries.of(session, id=id, person=person)
        looked.set()
        await launched.wait()
        return row

    async def unguarded(session, *, id: UUID, start, to, start_date, **_times) -> bool:
        await session.execute(
            text(
                "UPDATE campaigns SET status = CAST(:to AS campaign_status),"
                " start_date = :start_date WHERE id = :id"
            ),
            {"id": id, "to": to.value, "start_date": start_date},
        )
        return True

    with monkeypatch.context() as patched:
        patched.setattr(queries, "lock", unlocked)
        moving = asyncio.create_task(tomorrow(db, desk))
        await looked.wait()
        assert await clock(worker)
        patched.setattr(queries, "move", unguarded)
        launched.set()
        assert (await moving).status is CampaignStatus.SCHEDULED
    status, launched_at, _ = await stands(owner)
    assert (status, launched_at is None) == ("scheduled", False)
    async with db.read(Person("person", desk.organizer)) as tx:
        seen = await campaigns.get(tx.session, campaign_id=desk.id, by=desk.organizer)
    assert seen.launched_at is not None
