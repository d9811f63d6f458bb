"""Security events outlive what they are about, and nobody takes them back."""

import time

import asyncpg
import pytest

from domain import trail
from domain.actors import PUBLIC, Person
from domain.errors import NotAllowed
from storage.database import Database
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch
from tests.storage.rows.probes import acting, sign

EVENT = "SELECT sec.record_event(NULL, 'role', 'granted', 'users', NULL, '{}')"


@pytest.fixture
async def db(database: Scratch):
    opened = Database(database.dsn("portal_app"), role="portal_app", signer=SIGNER)
    yield opened
    await opened.close()


async def test_a_refusal_is_kept_although_the_attempt_is_undone(superuser, world, db) -> None:
    giulia = Person("person", world["giulia"])

    async def attempt() -> None:
        async with db.begin(giulia) as tx:
            await trail.role_changed(tx.session, person=giulia.id, action="granted", role="admin")
            await trail.refused(db, giulia, why="NotAllowed", what="button ay", id=world["show"])
            raise NotAllowed

    with pytest.raises(NotAllowed):
        await attempt()
    [row] = await superuser.fetch("SELECT * FROM audit_logs WHERE category <> 'data'")
    assert (row["user_id"], row["category"], row["action"], row["entity_type"]) == (
        world["giulia"],
        "denial",
        "refused",
        "button ay",
    )
    assert row["entity_id"] == world["show"]
    assert row["changes"] == '{"why": "NotAllowed"}'
    assert (row["capacity"], row["request"]) == ("person", None)


async def test_a_flood_of_refusals_does_not_fill_the_disk(superuser, world, db) -> None:
    for _ in range(3):
        await trail.refused(db, PUBLIC, why="NotAvailable", what="inline_query")
    for who in ("giulia", "stranger"):
        person = Person("person", world[who])
        for _ in range(25):
            await trail.refused(db, person, why="NotAvailable", what="button t")
        await trail.tampered(db, person, table="users", column="full_name")
    rows = await superuser.fetch(
        "SELECT user_id, category, count(*) FROM audit_logs WHERE category <> 'data' GROUP BY 1, 2"
    )
    assert {(row["user_id"], row["category"]): row["count"] for row in rows} == {
        (world["giulia"], "denial"): 20,
        (world["stranger"], "denial"): 20,
        (world["giulia"], "integrity"): 1,
        (world["stranger"], "integrity"): 1,
    }


@pytest.mark.parametrize("role", ["portal_app", "portal_worker", "portal_support"])
async def test_nobody_changes_or_removes_an_event(superuser, world, role) -> None:
    await superuser.fetch(EVENT)
    async with acting(superuser, sign(world, "admin", now=time.time()), role) as somebody:
        for statement in (
            "UPDATE audit_logs SET action = 'x'",
            "DELETE FROM audit_logs",
            "TRUNCATE audit_logs",
            "INSERT INTO audit_logs (action, entity_type) VALUES ('x', 'x')",
        ):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                async with somebody.transaction():
                    await somebody.execute(statement)


async def test_an_event_is_in_the_name_of_who_acts_and_short(superuser, world) -> None:
    async with acting(superuser, sign(world, "giulia", now=time.time())) as bot:
        await bot.fetch(EVENT)
        with pytest.raises(asyncpg.InvalidParameterValueError):
            async with bot.transaction():
                await bot.fetch(EVENT.replace("{}", '{"a": "' + "x" * 2000 + '"}'))
        await bot.execute("RESET ROLE")
        [row] = await bot.fetch("SELECT user_id FROM audit_logs WHERE category <> 'data'")
        assert row["user_id"] == world["giulia"]
