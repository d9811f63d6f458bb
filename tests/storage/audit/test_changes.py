"""Whatever changes is told with who did it, and what is undone is not."""

import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import asyncpg
import pytest

from storage.context import Context
from storage.partitions import make_partitions
from tests.signing import SIGNER
from tests.storage.audit.tables import BULK, CHANGED, UNCHANGEABLE, audited, make_rows
from tests.storage.database_fixtures import Scratch
from tests.storage.rows.world import World

REQUEST = "update 7/12345"
KEY = """
    SELECT string_agg(quote_ident(a.attname), ', ') FROM pg_index i
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    WHERE i.indrelid = $1::text::regclass AND i.indisprimary
"""


@pytest.fixture
async def world(superuser: asyncpg.Connection) -> World:
    return await make_rows(superuser)


@asynccontextmanager
async def giulia_acts(superuser, world: World) -> AsyncIterator[None]:
    """A transaction in her name, undone at the end."""
    giulia = Context("person", world["giulia"])
    transaction = superuser.transaction()
    await transaction.start()
    try:
        context = SIGNER.sign(giulia, now=time.time(), request=REQUEST)
        await superuser.fetch("SELECT set_config('app.context', $1, true)", context)
        yield
    finally:
        await transaction.rollback()


async def told_of(superuser, table: str, action: str) -> list[asyncpg.Record]:
    """What the present transaction told of a table."""
    return await superuser.fetch(
        "SELECT * FROM audit_logs WHERE entity_type = $1 AND action = $2"
        " AND transaction = pg_current_xact_id()::text::bigint ORDER BY id",
        table.rpartition(".")[2],
        action,
    )


def rows_told(table: str, told: list[asyncpg.Record]) -> int:
    """How many changed rows that accounts for."""
    if table in BULK:
        return sum(json.loads(row["changes"])["rows"] for row in told)
    return len(told)


def changed(status: str) -> int:
    return int(status.rpartition(" ")[2])


async def test_every_change_of_every_table_is_told_with_who_made_it(superuser, world) -> None:
    for table in await audited(superuser):
        key = await superuser.fetchval(KEY, table)
        change = CHANGED[table].format(**world.quoted())
        for action, statement in {
            "update": f"UPDATE {table} SET {change}",
            "upsert": f"INSERT INTO {table} SELECT * FROM {table}"
            f" ON CONFLICT ({key}) DO UPDATE SET {change}",
        }.items():
            if table in UNCHANGEABLE:
                continue
            async with giulia_acts(superuser, world):
                done = changed(await superuser.execute(statement))
                told = await told_of(superuser, table, "update")
                if table == "consents":  # a new one is a new row, whatever its key was
                    told += await told_of(superuser, table, "insert")
                assert rows_told(table, told) == done > 0, (table, action)
                assert {row["user_id"] for row in told} == {world["giulia"]}, table
                assert {row["capacity"] for row in told} == {"person"}, table
                assert {row["request"] for row in told} == {REQUEST}, table
                assert {row["category"] for row in told} == {"data"}, table


async def test_what_comes_and_goes_is_told_also_by_copy_and_cascade(superuser, world) -> None:
    await superuser.execute("ALTER TABLE notifications DISABLE TRIGGER require_consent")
    for table in (
        *await audited(superuser),
        "user_quota",
        "ledger_lines",
        "audit_logs",
        "campaign_taps",
        "campaign_tallies",
    ):
        await free_of_constraints(superuser, table)
    for table in await audited(superuser):
        columns = [
            a.name for a in (await superuser.prepare(f"SELECT * FROM {table}")).get_attributes()
        ]
        async with giulia_acts(superuser, world):
            rows = await superuser.fetch(f"SELECT * FROM {table}")
            assert changed(await superuser.execute(f"DELETE FROM {table}")) == len(rows)
            gone = await told_of(superuser, table, "delete")
            assert rows_told(table, gone) == len(rows) > 0, table
            schema, _, name = table.rpartition(".")
            await superuser.copy_records_to_table(
                name, schema_name=schema or None, records=rows, columns=columns
            )
            come = await told_of(superuser, table, "insert")
            assert rows_told(table, come) == len(rows), table
            if table != "sec.context_keys":  # without the keys nobody can be vouched for
                assert {row["user_id"] for row in gone + come} == {world["giulia"]}, table


async def free_of_constraints(superuser, table: str) -> None:
    """Rows may go in any order, and come back."""
    rows = await superuser.fetch(
        "SELECT conname FROM pg_constraint WHERE conrelid = $1::text::regclass AND contype = 'f'"
        " AND conparentid = 0",
        table,
    )
    for row in rows:
        await superuser.execute(f"ALTER TABLE {table} DROP CONSTRAINT {row['conname']}")


async def test_a_cascade_is_told(superuser, world) -> None:
    async with giulia_acts(superuser, world):
        await superuser.execute("CREATE TABLE parent (id uuid PRIMARY KEY)")
        await superuser.execute(
            "CREATE TABLE child (id uuid PRIMARY KEY REFERENCES parent ON DELETE CASCADE)"
        )
        await superuser.execute("SELECT sec.audit('child', 'id')")
        await superuser.execute("INSERT INTO parent SELECT uuidv7() FROM generate_series(1, 3)")
        await superuser.execute("INSERT INTO child SELECT id FROM parent")
        await superuser.execute("DELETE FROM parent")
        assert len(await told_of(superuser, "child", "delete")) == 3


async def test_what_is_undone_is_not_told(superuser, world) -> None:
    before = await superuser.fetchval("SELECT count(*) FROM audit_logs")
    async with giulia_acts(superuser, world):
        await superuser.execute("UPDATE venues SET name = 'Other'")
        assert len(await told_of(superuser, "venues", "update")) == 1
    assert await superuser.fetchval("SELECT count(*) FROM audit_logs") == before


async def test_what_changes_nothing_is_not_told(superuser, world) -> None:
    for table in await audited(superuser):
        column = (await superuser.fetchval(KEY, table)).partition(",")[0]
        async with giulia_acts(superuser, world):
            await superuser.execute(f"UPDATE {table} SET {column} = {column} WHERE false")
            if table not in BULK:
                await superuser.execute(f"UPDATE {table} SET {column} = {column}")
            assert await told_of(superuser, table, "update") == [], table


async def test_a_change_has_what_changed_and_nothing_else(superuser, world) -> None:
    async with giulia_acts(superuser, world):
        await superuser.execute("UPDATE events SET title = 'New' WHERE title = 'Show'")
        [row] = await told_of(superuser, "events", "update")
        told = json.loads(row["changes"])
        assert told.keys() == {"old", "new"}
        assert told["old"].keys() == told["new"].keys() == {"title", "updated_at"}
        assert (told["old"]["title"], told["new"]["title"]) == ("Show", "New")
        assert row["entity_id"] == world["show"]
        await superuser.execute("UPDATE models SET height = 180, consent_version = 3")
        [row] = await told_of(superuser, "models", "update")
        told = json.loads(row["changes"])
        assert told["hidden"] == ["height"]
        assert told["new"] == {"consent_version": 3}


async def test_a_truncated_table_is_told_without_a_number(superuser, world) -> None:
    async with giulia_acts(superuser, world):
        await superuser.execute("TRUNCATE follows")
        [row] = await told_of(superuser, "follows", "truncate")
        assert (row["changes"], row["user_id"]) == ("{}", world["giulia"])


async def test_counters_are_told_of_nobody_and_not_of_a_sale(superuser, world) -> None:
    counted = "UPDATE quotas SET sold = sold + 1 WHERE name = 'Seats'"
    async with giulia_acts(superuser, world):
        await superuser.execute(counted)
        assert await told_of(superuser, "quotas", "update") == []
    async with superuser.transaction():
        await superuser.execute(counted)
        assert len(await told_of(superuser, "quotas", "update")) == 1


@pytest.mark.parametrize("forged", ["", "x", "a|person|{giulia}|9999999999|update 1/1|ff"])
async def test_who_nobody_vouches_for_is_told_as_the_role(superuser, world, forged) -> None:
    async with superuser.transaction():
        await superuser.execute("SET LOCAL ROLE portal_worker")
        context = forged.format(**world.keys)
        await superuser.fetch("SELECT set_config('app.context', $1, true)", context)
        await superuser.execute("UPDATE events SET title = 'New' WHERE title = 'Show'")
        await superuser.execute("RESET ROLE")
        [row] = await told_of(superuser, "events", "update")
        assert (row["user_id"], row["capacity"], row["request"]) == (None, "portal_worker", None)


async def test_what_asked_is_signed_with_who_acts(superuser, world) -> None:
    """Nobody takes a part of a context away, or changes it."""
    whole = SIGNER.sign(Context("person", world["giulia"]), now=time.time(), request=REQUEST)
    words = whole.split("|")
    for forged in (
        "|".join([*words[:4], words[5]]),
        "|".join([*words[:4], "update 7/1", words[5]]),
        "|".join([*words[:5], "x", words[5]]),
    ):
        async with superuser.transaction():
            await superuser.fetch("SELECT set_config('app.context', $1, true)", forged)
            assert await superuser.fetchval("SELECT sec.context()") is None
    async with superuser.transaction():
        await superuser.fetch("SELECT set_config('app.context', $1, true)", whole)
        told = await superuser.fetchval("SELECT sec.context()")
    assert told == ["person", str(world["giulia"]), REQUEST]


@pytest.mark.parametrize("role", ["portal_owner", "portal_app", "portal_worker", "portal_migrate"])
async def test_no_role_of_ours_changes_the_audit(superuser, world, role) -> None:
    month = await superuser.fetchval("SELECT tableoid::regclass::text FROM audit_logs LIMIT 1")
    for statement in (
        "UPDATE {} SET action = 'x'",
        "DELETE FROM {}",
        "TRUNCATE {}",
        "INSERT INTO {} (action, entity_type) VALUES ('x', 'x')",
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await as_role(superuser, role, statement.format("audit_logs"))
        with suppress(asyncpg.InsufficientPrivilegeError):
            assert changed(await as_role(superuser, role, statement.format(month))) == 0


async def as_role(superuser, role: str, statement: str) -> str:
    async with superuser.transaction():
        await superuser.execute(f"SET LOCAL ROLE {role}")
        return await superuser.execute(statement)


async def test_a_month_that_is_made_later_is_kept_too(database: Scratch, superuser) -> None:
    later = await superuser.fetchval("SELECT now() + interval '20 months'")
    made = await make_partitions(database.dsn("portal_migrate"), now=later)
    [month, *_] = [name for name in made if name.startswith("audit_logs")]
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await superuser.execute(f"TRUNCATE {month}")
