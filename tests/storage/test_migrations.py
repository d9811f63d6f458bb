"""Migrations: up, down and up; equal to the models; refused by what is too old or too new."""

import asyncio

import asyncpg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.ext.asyncio import create_async_engine

from storage import bootstrap, schema
from storage.migrations.env_options import include_name
from storage.tables import Base
from tests.storage.database_fixtures import Scratch

CATALOGUE = """
    SELECT 'column' AS kind, c.relname AS place, a.attname AS name,
        concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull,
                  pg_get_expr(d.adbin, d.adrelid)) AS what
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT 'constraint', c.relname, k.conname, pg_get_constraintdef(k.oid)
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE c.relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT 'index', tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL
    SELECT 'options', c.relname, c.relkind::text, c.reloptions::text FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    UNION ALL
    SELECT 'enum', t.typname, e.enumlabel, e.enumsortorder::text
    FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
"""


async def test_every_step_goes_up_down_and_up(empty_database: Scratch):
    dsn = empty_database.dsn("portal_migrate")
    directory = ScriptDirectory(str(schema.MIGRATIONS))
    steps = [script.revision for script in reversed(list(directory.walk_revisions()))]
    below = "base"
    for step in steps:
        await schema.migrate(dsn, step)
        before = await _catalogue(empty_database)
        await schema.downgrade(dsn, below)
        await schema.migrate(dsn, step)
        assert await _catalogue(empty_database) == before
        below = step
    await schema.downgrade(dsn, "base")
    left = await _catalogue(empty_database)
    assert {line for line in left if line[1] != "alembic_version"} == set()


async def test_a_full_database_goes_down_too(database: Scratch):
    await schema.downgrade(database.dsn("portal_migrate"), "base")
    assert await schema.current_revision(database.dsn("portal_migrate")) is None


async def test_models_equal_migrations(database: Scratch, empty_database: Scratch):
    engine = create_async_engine(_alchemy(empty_database))
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    await engine.dispose()
    migrated = {line for line in await _catalogue(database) if not _of_a_partition(line)}
    modelled = await _catalogue(empty_database)
    assert {line for line in migrated if line[1] != "alembic_version"} == modelled


async def test_alembic_finds_nothing_to_do(database: Scratch):
    engine = create_async_engine(_alchemy(database))
    async with engine.connect() as connection:
        options = {"include_name": include_name, "compare_server_default": True}
        differences = await connection.run_sync(
            lambda sync: compare_metadata(
                MigrationContext.configure(sync, opts=options), Base.metadata
            )
        )
    await engine.dispose()
    assert differences == []


async def test_several_may_migrate_at_once(empty_database: Scratch):
    dsn = empty_database.dsn("portal_migrate")
    await asyncio.gather(*(schema.migrate(dsn) for _ in range(4)))
    await schema.require_current(dsn)


async def test_a_database_without_migrations_is_refused_with_a_sentence(empty_database: Scratch):
    with pytest.raises(schema.DatabaseIsOlder, match=r"main\.py migrate"):
        await schema.require_current(empty_database.dsn("portal_migrate"))


async def test_a_newer_database_is_left_alone(database: Scratch):
    owner = await asyncpg.connect(database.dsn())
    await owner.execute("UPDATE alembic_version SET version_num = '9999'")
    await owner.close()
    for act in (schema.migrate, schema.require_current):
        with pytest.raises(schema.DatabaseIsNewer, match="9999") as refused:
            await act(database.dsn("portal_migrate"))
        assert refused.value.revision == "9999"


async def test_the_bot_may_ask_where_the_database_stands(database: Scratch):
    assert await schema.current_revision(database.dsn("portal_app")) == schema.head_revision()


async def test_an_older_server_is_refused_with_its_version(empty_database: Scratch, monkeypatch):
    monkeypatch.setattr(bootstrap, "OLDEST_SERVER", 990000)
    for act in (
        bootstrap.require_server(empty_database.dsn()),
        bootstrap.bootstrap(empty_database.dsn(), {}),
    ):
        with pytest.raises(bootstrap.ServerTooOld, match="PostgreSQL 18 or newer") as refused:
            await act
        assert refused.value.version.startswith("18")


async def test_bootstrap_makes_the_database_that_its_address_names(postgres):
    address = postgres.dsn(database="made_here").replace("postgresql://", "postgresql+asyncpg://")
    await bootstrap.bootstrap(address, postgres.passwords)
    connection = await asyncpg.connect(postgres.dsn("portal_migrate", "made_here"))
    assert await connection.fetchval("SELECT current_database()") == "made_here"
    await connection.close()


def _alchemy(scratch: Scratch) -> str:
    return scratch.dsn().replace("postgresql://", "postgresql+asyncpg://")


async def _catalogue(scratch: Scratch) -> set[tuple[str, ...]]:
    connection = await asyncpg.connect(scratch.dsn())
    rows = await connection.fetch(
        f"SELECT * FROM ({CATALOGUE}) c WHERE place NOT LIKE 'pg_stat_statements%'"
    )
    await connection.close()
    return {tuple(row) for row in rows}


def _of_a_partition(line: tuple[str, ...]) -> bool:
    return not include_name(line[1], "table", {})
