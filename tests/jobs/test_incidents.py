"""What is wrong is told once, and once more when it is over, whoever saw it and how often."""

import asyncio
from datetime import timedelta

import pytest
from redis.asyncio import Redis
from redis.exceptions import ConnectionError as RedisGone

from bot.console.lookout import Lookout
from domain import house_rules
from domain.actors import WORKER, House
from domain.house_rules import CALM
from jobs import watch
from jobs.timetable import Entry
from storage.database import Database
from storage.enums import IncidentKind
from storage.security.sealing_audit import seal_closed
from tests.factories import Owner, make_person
from tests.keeping import VAULT
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch

_MESSAGES = "SELECT template FROM notifications WHERE template LIKE 'incident-%' ORDER BY due_at"
_INCIDENTS = "SELECT * FROM incidents ORDER BY opened_at"


@pytest.fixture
async def ada(owner: Owner):
    """Who runs the portal."""
    person = await make_person(owner, "Ada King")
    await owner.insert("administrators", user_id=person)
    return person


async def told(owner: Owner) -> list[str]:
    return [row["template"] for row in await owner.fetch(_MESSAGES)]


async def test_what_goes_on_is_told_once_and_so_is_its_end(
    db: Database, owner: Owner, redis: Redis, ada
) -> None:
    nowhere: Redis = Redis.from_url("redis://127.0.0.1:1", socket_timeout=0.2)
    asked = nowhere

    async def ping() -> None:
        await asked.ping()

    one, two = (Lookout(db, WORKER, {IncidentKind.REDIS: ping}, ends=True) for _ in ("one", "two"))
    await one.look()
    assert await told(owner) == []  # a moment's trouble
    for _ in range(3):
        await asyncio.gather(one.look(), two.look())
    assert await told(owner) == ["incident-open"]
    [incident] = await owner.fetch(_INCIDENTS)
    assert (incident["detail"], incident["closed_at"]) == (RedisGone.__name__, None)

    asked = redis  # it comes back, goes again, comes back: one incident
    await one.look()
    asked = nowhere
    for _ in range(2):
        await one.look()
    asked = redis
    for _ in range(2):
        await asyncio.gather(one.look(), two.look())
    assert await told(owner) == ["incident-open"]

    db.clock_offset = CALM.usually + timedelta(seconds=1)
    for _ in range(2):
        await asyncio.gather(one.look(), two.look())
    assert await told(owner) == ["incident-open", "incident-over"]
    [incident] = await owner.fetch(_INCIDENTS)
    assert incident["closed_at"] is not None
    await nowhere.aclose()


async def test_the_database_itself_is_told_of_when_it_is_back(
    database: Scratch, owner: Owner, ada
) -> None:
    bot = Database(database.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT)

    async def answers() -> None:
        await bot.call("SELECT 1")

    lookout = Lookout(bot, House(), {IncidentKind.DATABASE: answers})
    await lookout.look()
    await owner.connection.execute(f"ALTER DATABASE {database.name} CONNECTION LIMIT 0")
    await owner.connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    for _ in range(3):
        await lookout.look()
    assert await owner.fetch(_INCIDENTS) == []
    await owner.connection.execute(f"ALTER DATABASE {database.name} CONNECTION LIMIT -1")
    await lookout.look()
    [incident] = await owner.fetch(_INCIDENTS)
    assert incident["kind"] == "database"
    assert incident["opened_at"] < incident["seen_at"]
    assert await told(owner) == ["incident-open"]
    await bot.close()


async def test_what_the_worker_sees_wrong(db: Database, owner: Owner) -> None:
    async def nothing() -> None:
        """A job that was never run here."""

    await seal_closed(db, VAULT, WORKER)  # what the template was made with may be long ago
    lines = [Entry("remind", timedelta(seconds=30), nothing)]
    probes = watch.probes(db, lines)
    looked = {kind: await probe() for kind, probe in probes.items()}
    assert looked == {
        IncidentKind.TIMETABLE: "remind",
        IncidentKind.DELIVERIES: None,
        IncidentKind.ERRORS: None,
        IncidentKind.MONEY: None,
        IncidentKind.AUDIT: None,
        IncidentKind.COUNTS: None,
        IncidentKind.PROVIDER: None,
        IncidentKind.SERVICES: None,
    }
    for minutes in range(3):
        await owner.connection.execute(
            "INSERT INTO job_runs (name, scheduled_for, finished_at) VALUES"
            " ('remind', now() - make_interval(mins => $1), now())",
            minutes,
        )
    assert await probes[IncidentKind.TIMETABLE]() is None
    await owner.connection.execute("UPDATE job_runs SET error = 'KeyError: x'")
    assert await probes[IncidentKind.TIMETABLE]() == "remind"

    person = await make_person(owner, "Giulia Conti")
    await owner.connection.execute(
        "INSERT INTO notifications (id, user_id, lane, template, due_at)"
        " VALUES (uuidv7(), $1, 0, 'ticket', now() - interval '6 minutes')",
        person,
    )
    assert await probes[IncidentKind.DELIVERIES]() == "1"
    await owner.connection.execute(
        "INSERT INTO system_logs (level, message, context) VALUES"
        " ('error', 'work failed', '{\"times\": 20}'), ('warning', 'slow', '{}')"
    )
    assert await probes[IncidentKind.ERRORS]() == "20"
    await owner.connection.execute("UPDATE settings SET value = 100 WHERE name LIKE 'errors%'")
    await house_rules.refresh(db)
    assert await probes[IncidentKind.ERRORS]() is None
