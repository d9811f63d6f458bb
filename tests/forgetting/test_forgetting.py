"""Who asks to be forgotten is, everywhere, whatever they were; and nobody else's sums change."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from domain.actors import WORKER
from jobs.forgetting import forget_people
from storage.database import Database
from storage.datamap import TABLES
from storage.datamap.forgetting import steps
from storage.errors import KeyDestroyed
from storage.security.sealing_audit import seal_closed
from storage.security.verifying_audit import verify
from tests.factories import Owner
from tests.forgetting.acting import COOL_OFF, MINUTE, Cleared, asks, forgets
from tests.forgetting.lives import Life, a_life, dump, found, revenue
from tests.keeping import VAULT

pytestmark = pytest.mark.timeout(120)


async def test_nothing_is_left_of_somebody_who_did_everything(
    bot: Database, jobs: Database, owner: Owner
) -> None:
    life = await a_life(owner)
    await _everything_is_there(owner, life)
    await seal_closed(jobs, VAULT, WORKER)
    sums = await revenue(owner.connection)
    await asks(bot, life.person)
    assert await forgets(jobs) == [life.telegram_id]

    assert found(await dump(owner.connection), life) == {}
    assert await revenue(owner.connection) == sums
    with pytest.raises(KeyDestroyed):
        await VAULT.seal(life.person, "users", "full_name", life.person, "again")
    jobs.clock_offset = timedelta(0)
    await seal_closed(jobs, VAULT, WORKER)
    assert [each async for each in verify(jobs, VAULT, WORKER, lambda _: None)] == []
    [request] = await owner.fetch("SELECT * FROM erasures")
    assert request["finished_at"] is not None
    assert await owner.value("SELECT count(*) FROM erasure_ledger") == 1


async def test_a_crash_at_any_step_ends_the_same_way(
    bot: Database, jobs: Database, owner: Owner
) -> None:
    """Each statement fails once: nothing has happened then, and the next try ends as any other."""
    life = await a_life(owner)
    await asks(bot, life.person)
    before = await dump(owner.connection)
    touched = dict.fromkeys([*(step.table for step in steps()), "consents", "erasure_ledger"])
    for table in touched:
        async with failing(owner, table):
            jobs.clock_offset = COOL_OFF + MINUTE
            await forget_people(jobs, Cleared())
        assert await dump(owner.connection) == before, table
    await forgets(jobs)
    assert found(await dump(owner.connection), life) == {}


@asynccontextmanager
async def failing(owner: Owner, table: str) -> AsyncIterator[None]:
    """Whoever writes to a table dies of it, until the block ends."""
    await owner.connection.execute(
        "CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE 'died' USING ERRCODE = '57P01'; END $$;"
        f"CREATE TRIGGER die BEFORE INSERT OR UPDATE OR DELETE ON {table}"
        " EXECUTE FUNCTION die()"
    )
    yield
    await owner.connection.execute("DROP FUNCTION die() CASCADE")


async def _everything_is_there(owner: Owner, life: Life) -> None:
    """Every table that is somebody's has a row of theirs, so that a new one is not forgotten."""
    for table in TABLES.values():
        if any(column.goes for column in table.columns()) and table.whose:
            there = await owner.value(
                f"SELECT count(*) FROM {table.name} WHERE {_theirs(table.whose)}", life.person
            )
            assert there, table.name


def _theirs(whose: str) -> str:
    column, _, through = whose.partition(" > ")
    if not through:
        return f"{column} = $1"
    return f"{column} IN (SELECT id FROM {through} WHERE {_theirs(TABLES[through].whose)})"
