"""After a rush the server gets its memory back: idle connections are closed."""

import asyncio

import asyncpg
import pytest
import pytest_asyncio

from domain.actors import PUBLIC
from storage.database import Database
from tests.keeping import VAULT
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch


@pytest_asyncio.fixture
async def db(database: Scratch):
    opened = Database(
        database.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT, size=6
    )
    yield opened
    await opened.close()


async def connections(database: Scratch) -> int:
    owner = await asyncpg.connect(database.dsn())
    try:
        return await owner.fetchval(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND application_name = 'portal_app'"
        )
    finally:
        await owner.close()


async def rush(db: Database, people: int) -> None:
    everybody = asyncio.Barrier(people)

    async def one() -> None:
        async with db.read(PUBLIC):
            await everybody.wait()

    await asyncio.gather(*(one() for _ in range(people)))


async def gone(database: Scratch, but: int) -> None:
    """Return when the server has seen all but `but` connections off."""
    async with asyncio.timeout(30):
        while await connections(database) != but:
            continue


async def test_what_a_rush_needed_stays_until_a_quiet_minute_has_passed(
    db: Database, database: Scratch
):
    await rush(db, 6)
    await db.give_back_idle()
    assert await connections(database) == 6
    await rush(db, 1)
    await db.give_back_idle()
    await gone(database, but=0)
    await rush(db, 2)
    assert await connections(database) == 2


async def test_a_connection_in_use_is_left_alone(db: Database, database: Scratch):
    await rush(db, 3)
    await db.give_back_idle()
    async with db.read(PUBLIC) as tx:
        await db.give_back_idle()
        assert tx.session.is_active
        assert await connections(database) == 3


@pytest.mark.parametrize("people", [1, 6])
async def test_people_come_while_the_idle_ones_are_seen_off(
    db: Database, database: Scratch, people: int
):
    await rush(db, 6)
    await db.give_back_idle()
    await asyncio.gather(db.give_back_idle(), rush(db, people))
    await gone(database, but=people)
