"""A second person's yes, whatever happens at the same moment; and nobody goes round it."""

import asyncio
from uuid import UUID

import asyncpg
import pytest
from sqlalchemy import text

from domain import second_person, steering
from domain.actors import Person
from domain.errors import EventOver
from storage.database import Database
from storage.queries import campaigns as queries
from storage.queries import second_person as second_person_rows
from tests.factories import Owner
from tests.races.test_launching import Desk, db, make_desk

__all__ = ["db"]


async def waiting(db: Database, owner: Owner) -> Desk:
    """A campaign that waits; the house is its second person, marketing wrote it."""
    await owner.fetch("UPDATE settings SET value = 5 WHERE name = 'approval_above_people'")
    desk = await make_desk(db, owner)
    async with db.begin(Person("person", desk.marketing)) as tx:
        await steering.launch(tx.session, campaign_id=desk.id, by=desk.marketing, now=tx.now)
    assert await status_of(owner) == "awaiting_approval"
    return desk


async def status_of(owner: Owner) -> str:
    status: str = await owner.value("SELECT status::text FROM campaigns")
    return status


async def agree(db: Database, desk: Desk) -> None:
    async with db.begin(Person("person", desk.organizer)) as tx:
        await second_person.agree(tx.session, campaign_id=desk.id, by=desk.organizer, now=tx.now)


async def cancel(db: Database, desk: Desk) -> None:
    async with db.begin(Person("person", desk.marketing)) as tx:
        await steering.cancel(tx.session, campaign_id=desk.id, by=desk.marketing, now=tx.now)


async def test_cancelled_and_agreed_to_at_once_it_does_not_leave(
    db: Database, owner: Owner
) -> None:
    desk = await waiting(db, owner)
    await asyncio.gather(*(act(db, desk) for act in (agree, cancel) * 3))
    assert await status_of(owner) == "cancelled"


async def test_without_lock_and_guard_it_would_leave(
    db: Database, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: both have looked before either writes, and the yes is written last."""
    desk = await waiting(db, owner)
    both, cancelled = asyncio.Barrier(2), asyncio.Event()

    async def looked(session, *, id: UUID, person: UUID):
        row = await queries.of(session, id=id, person=person)
        await both.wait()
        return row

    async def unguarded(session, *, id: UUID, start, to, **times) -> bool:
        if to == "active":
            await cancelled.wait()
        await session.execute(
            text(
                "UPDATE campaigns SET status = CAST(:to AS campaign_status),"
                " launched_at = coalesce(:launched_at, launched_at) WHERE id = :id"
            ),
            {"id": id, "to": to.value, "launched_at": times.get("launched_at")},
        )
        return True

    async def cancels() -> None:
        await cancel(db, desk)
        cancelled.set()

    monkeypatch.setattr(queries, "lock", looked)
    monkeypatch.setattr(queries, "move", unguarded)
    monkeypatch.setattr(second_person_rows, "decide", _nothing)
    await owner.fetch("ALTER TABLE campaigns DISABLE TRIGGER require_second_person")
    await asyncio.gather(agree(db, desk), cancels())
    assert await status_of(owner) == "active"


async def _nothing(*_values, **_named) -> None:
    """The decision is not written down."""


async def test_a_yes_comes_too_late_for_an_evening_that_is_over(
    db: Database, owner: Owner
) -> None:
    desk = await waiting(db, owner)
    await owner.fetch("UPDATE campaigns SET event_id = (SELECT id FROM events LIMIT 1)")
    await owner.fetch(
        "UPDATE events SET start_date = now() - interval '5 hours',"
        " end_date = now() - interval '1 second'"
    )
    with pytest.raises(EventOver):
        await agree(db, desk)
    assert await status_of(owner) == "awaiting_approval"
    assert await owner.value("SELECT decided_by FROM campaigns") is None
    await owner.fetch("UPDATE events SET end_date = now() + interval '1 minute'")
    await agree(db, desk)
    assert await status_of(owner) == "active"


LEAVES = "UPDATE campaigns SET status = 'active', launched_at = now()"


async def write(db: Database, by: UUID, statement: str) -> None:
    async with db.begin(Person("person", by)) as tx:
        await tx.session.execute(text(statement))


@pytest.mark.parametrize("start", ["draft", "scheduled", "awaiting_approval"])
async def test_the_database_lets_no_large_campaign_leave_alone(
    db: Database, owner: Owner, start: str
) -> None:
    desk = await waiting(db, owner)
    await owner.fetch(f"UPDATE campaigns SET status = '{start}'")
    await write(db, desk.marketing, LEAVES)
    assert await status_of(owner) == "awaiting_approval"
    assert await owner.value("SELECT launched_at FROM campaigns") is None
    await owner.fetch("ALTER TABLE campaigns DISABLE TRIGGER require_second_person")
    await write(db, desk.marketing, LEAVES)
    assert await status_of(owner) == "active"


async def test_a_yes_is_ones_own_and_not_the_makers(db: Database, owner: Owner) -> None:
    desk = await waiting(db, owner)
    decided = "UPDATE campaigns SET decided_at = now(), decided_by = '{}'"
    with pytest.raises(Exception, match="in the name of another"):
        await write(db, desk.marketing, decided.format(desk.organizer))
    with pytest.raises(Exception, match="four_eyes"):
        await write(db, desk.marketing, decided.format(desk.marketing))
    with pytest.raises(asyncpg.CheckViolationError, match="four_eyes"):
        await owner.fetch(decided.format(desk.marketing))


async def test_changed_after_the_yes_it_wants_another(db: Database, owner: Owner) -> None:
    desk = await waiting(db, owner)
    await owner.fetch("UPDATE campaigns SET start_date = now() + interval '1 day'")
    await agree(db, desk)
    assert await status_of(owner) == "scheduled"
    await write(db, desk.marketing, 'UPDATE campaigns SET meta_data = \'{"text": "Else."}\'')
    assert await status_of(owner) == "awaiting_approval"
    assert await owner.value("SELECT decided_by FROM campaigns") is None
