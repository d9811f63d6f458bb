"""One campaign, "Launch now" tapped by several in the same moment: it leaves once."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import pytest
from sqlalchemy import text

from domain import audiences, broadcasts, campaigns, steering
from domain.actors import Person
from domain.campaigns import Content
from storage.database import Database
from storage.enums import CampaignAudience, CampaignPurpose
from storage.queries import campaigns as queries
from tests.factories import Owner, make_event, make_person, make_staff
from tests.keeping import VAULT
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch

FANS = 30


@pytest.fixture
async def db(database: Scratch):
    opened = Database(
        database.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT, size=20
    )
    yield opened
    await opened.close()


@pytest.fixture
async def worker(database: Scratch):
    opened = Database(database.dsn("portal_worker"), role="portal_worker", vault=VAULT)
    yield opened
    await opened.close()


@dataclass
class Desk:
    """A draft, and the two who may launch it: the house, and who does its marketing."""

    id: UUID
    organizer: UUID
    marketing: UUID


async def make_desk(db: Database, owner: Owner) -> Desk:
    organizer = await make_person(owner, "Camilla Rossi")
    marketing = await make_person(owner, "Marta Verdi")
    await owner.insert("organizer_applications", user_id=organizer, approval_status="approved")
    show = await make_event(owner, organizer=organizer)
    await make_staff(owner, show, marketing, "marketing")
    for number in range(1, FANS + 1):
        fan = await make_person(owner, f"Fan {number}")
        await owner.insert(
            "telegram_accounts", telegram_id=number, user_id=fan, chat_id=number, language="en"
        )
        await owner.insert("follows", user_id=fan, organizer_id=organizer)
        await owner.fetch(
            "INSERT INTO consents (user_id, purpose, channel, granted, version)"
            " VALUES ($1, 'marketing', 'push', true, 1)",
            fan,
        )
    async with db.begin(Person("person", marketing)) as tx:
        id = await campaigns.draft(
            tx.session,
            by=marketing,
            house=organizer,
            purpose=CampaignPurpose.MARKETING,
            audience=CampaignAudience.FOLLOWERS,
            city=None,
            event_id=None,
            content=Content("Tonight."),
            name="Tonight",
            answers={},
            now=tx.now,
        )
    return Desk(id, organizer, marketing)


async def all_launch(db: Database, desk: Desk) -> list[datetime]:
    """The moment of the launch, as each of the taps saw it."""

    async def tap(by: UUID) -> datetime:
        async with db.begin(Person("person", by)) as tx:
            seen = await steering.launch(tx.session, campaign_id=desk.id, by=by, now=tx.now)
        assert seen.launched_at is not None
        return seen.launched_at

    return await asyncio.gather(*(tap(by) for by in [desk.organizer, desk.marketing] * 4))


async def fan_out(worker: Database) -> None:
    """Queue the campaign for everybody."""
    more = True
    while more:
        more = await broadcasts.fan_out(worker)


async def receivers(owner: Owner) -> tuple[int, int]:
    """How many are written to, and how many deliveries they have."""
    [row] = await owner.fetch(
        "SELECT count(DISTINCT user_id) AS people, count(*) AS rows FROM notifications"
        " WHERE template = 'campaign'"
    )
    return row["people"], row["rows"]


async def test_two_people_launch_and_it_leaves_once(
    db: Database, worker: Database, owner: Owner
) -> None:
    desk = await make_desk(db, owner)
    launches = await all_launch(db, desk)
    assert len(set(launches)) == 1
    await asyncio.gather(*(fan_out(worker) for _ in range(4)))
    assert await receivers(owner) == (FANS, FANS)


async def test_a_tap_that_comes_after_the_list_was_made_queues_nobody_again(
    db: Database, worker: Database, owner: Owner
) -> None:
    desk = await make_desk(db, owner)
    await all_launch(db, desk)
    await fan_out(worker)
    await all_launch(db, desk)
    await fan_out(worker)
    assert await receivers(owner) == (FANS, FANS)


def take_the_lock_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who launches looks at the campaign and does not hold it."""
    monkeypatch.setattr(queries, "lock", queries.of)


def move_from_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A launch is written whatever the status is, with its own moment."""

    async def unguarded(session, *, id, start, to, **times):
        await session.execute(
            text(
                "UPDATE campaigns SET status = CAST(:to AS campaign_status),"
                " launched_at = :launched_at, start_date = :start_date, fanned_out_at = NULL,"
                " fanned_out_to = NULL WHERE id = :id"
            ),
            {"id": id, "to": to.value, **times},
        )
        return True

    monkeypatch.setattr(queries, "move", unguarded)


async def test_without_the_lock_the_move_still_launches_once(
    db: Database, worker: Database, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second guard: a status moves only from where it stood, and keeps its first moment."""
    take_the_lock_away(monkeypatch)
    desk = await make_desk(db, owner)
    launches = await all_launch(db, desk)
    assert len(set(launches)) == 1
    await fan_out(worker)
    assert await receivers(owner) == (FANS, FANS)


async def test_without_both_guards_it_would_be_launched_again_and_again(
    db: Database, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: the same taps, nothing held, and a move that asks nothing."""
    desk = await make_desk(db, owner)
    together = asyncio.Barrier(8)
    reach = audiences.size

    async def everybody_has_looked(*values, **named):
        await together.wait()
        return await reach(*values, **named)

    take_the_lock_away(monkeypatch)
    move_from_anywhere(monkeypatch)
    monkeypatch.setattr(audiences, "size", everybody_has_looked)
    assert len(set(await all_launch(db, desk))) == 8


async def test_a_second_launch_would_write_to_everybody_twice(
    db: Database, worker: Database, owner: Owner
) -> None:
    """What the guards keep off: of another moment the derived keys are others too."""
    desk = await make_desk(db, owner)
    await all_launch(db, desk)
    await fan_out(worker)
    await owner.fetch(
        "UPDATE campaigns SET launched_at = launched_at + interval '1 second',"
        " fanned_out_at = NULL, fanned_out_to = NULL"
    )
    await fan_out(worker)
    assert await receivers(owner) == (FANS, 2 * FANS)


async def test_the_derived_keys_keep_a_list_that_is_made_twice_single(
    db: Database, worker: Database, owner: Owner
) -> None:
    """The third guard: of one launch everybody has one key, however often the list is made."""
    desk = await make_desk(db, owner)
    await all_launch(db, desk)
    for _ in range(3):
        await fan_out(worker)
        await owner.fetch("UPDATE campaigns SET fanned_out_at = NULL, fanned_out_to = NULL")
    assert await receivers(owner) == (FANS, FANS)
