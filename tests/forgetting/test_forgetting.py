"""Who asks to be forgotten is, everywhere, whatever they were; and nobody else's sums change."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.actors import WORKER
from jobs.forgetting import forget_people
from storage.database import Database
from storage.datamap import TABLES
from storage.datamap.forgetting import steps
from storage.errors import KeyDestroyed, KeysUnavailable
from storage.security.file_store import FileKeyStore
from storage.security.sealing_audit import seal_closed
from storage.security.verifying_audit import verify
from tests.factories import Owner, make_event
from tests.forgetting.acting import COOL_OFF, MINUTE, Cleared, asks, forgets
from tests.forgetting.lives import Life, a_life, dump, found, revenue
from tests.keeping import VAULT, vault_on
from tests.signing import KEY

pytestmark = pytest.mark.timeout(120)


async def test_nothing_is_left_of_somebody_who_did_everything(
    bot: Database, jobs: Database, owner: Owner, capfd: pytest.CaptureFixture[str]
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
    told = capfd.readouterr()
    assert not [each for each in life.traces if each in (told.out + told.err).lower().encode()]


async def test_a_draft_says_nothing_any_more_and_nor_do_its_parts(
    bot: Database, jobs: Database, owner: Owner
) -> None:
    life = await a_life(owner)
    draft = await make_event(
        owner, title="Secret", organizer=life.person, types={"Secret": ("9", 5)}, status="draft"
    )
    await owner.insert(
        "event_schedules", event_id=draft.id, title="Secret", description="Secret", type="show",
        location="Secret", start_time=await owner.value("SELECT now()"),
    )  # fmt: skip
    await asks(bot, life.person)
    await forgets(jobs)
    for table in ("events", "event_schedules", "ticket_types", "quotas", "version_control"):
        rows = await owner.fetch(f"SELECT t::text AS said FROM {table} t")
        assert not [row for row in rows if "Secret" in row["said"]], table
    for type_of_show in life.show.types:
        assert await owner.value("SELECT count(*) FROM ticket_types WHERE name = $1", type_of_show)


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


async def test_a_key_store_that_is_away_is_waited_for(
    bot: Database, jobs: Database, owner: Owner, tmp_path: Path
) -> None:
    """The database has forgotten already; the key goes as soon as it can, and nothing twice."""
    life = await a_life(owner)
    await asks(bot, life.person)
    jobs.clock_offset = COOL_OFF + MINUTE
    store = Away(tmp_path / "keys.sqlite")
    jobs.vault = vault_on(store, KEY)
    await jobs.vault.prepare()
    await forget_people(jobs, Cleared())
    await forget_people(jobs, Cleared())
    [request] = await owner.fetch("SELECT * FROM erasures")
    assert request["forgotten_at"] is not None
    assert request["key_destroyed_at"] is None
    store.away = False
    await forgets(jobs)
    [request] = await owner.fetch("SELECT * FROM erasures")
    assert request["finished_at"] is not None
    assert await owner.value("SELECT count(*) FROM erasure_ledger") == 1
    await store.close()


class Away(FileKeyStore):
    """A key store that destroys nothing while it is away."""

    away = True

    async def destroy(self, owner: UUID, at: datetime) -> bool:
        if self.away:
            raise KeysUnavailable("away")
        return await super().destroy(owner, at)


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
