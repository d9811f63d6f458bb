"""The schema's revision: where a database stands, and how it gets to where this code wants it."""

import io
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from storage.bootstrap import OWNER
from storage.database import connect
from storage.errors import Misconfigured
from storage.partitions import make_partitions

MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 7_361_002


@dataclass(eq=False)
class DatabaseIsNewer(Misconfigured):
    """The database was migrated by a newer version of the portal. `revision` is where it is."""

    revision: str = ""


@dataclass(eq=False)
class DatabaseIsOlder(Misconfigured):
    """Migrations are missing. `revision` is where the database is, "" where it is empty."""

    revision: str = ""


def head_revision() -> str:
    """The revision that this code was written for."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    if head is None:
        raise LookupError("there are no migrations")
    return head


async def current_revision(dsn: str) -> str | None:
    """The revision of the database at `dsn`, None where nothing was migrated yet.

    Raises `Misconfigured` for a login that may not read it.
    """
    try:
        async with _connect(dsn) as connection:
            return await connection.run_sync(_revision)
    except ProgrammingError as error:
        raise Misconfigured(
            "The login of DATABASE_URL may not read the schema: use one of the portal's roles."
        ) from error


async def require_current(dsn: str) -> None:
    """Raises `DatabaseIsNewer` or `DatabaseIsOlder` unless the database is at the head."""
    revision = await current_revision(dsn)
    if revision != head_revision():
        _refuse_newer(revision)
        raise DatabaseIsOlder(
            "The database lacks migrations: run `python main.py migrate`.", revision=revision or ""
        )


async def migrate(dsn: str, target: str = "head") -> None:
    """Bring the database at `dsn` up to `target` and make the partitions of the coming months.

    `dsn` is portal_migrate's or a superuser's; the tables become the owner's. Several at once
    wait for each other. Raises `DatabaseIsNewer`.
    """
    await _run(dsn, lambda config: command.upgrade(config, target))
    if target == "head":
        await make_partitions(dsn)


async def downgrade(dsn: str, target: str) -> None:
    """Take the database at `dsn` back to the revision `target` (`base` is before the first)."""
    await _run(dsn, lambda config: command.downgrade(config, target))


def migration_sql() -> str:
    """All migrations as the SQL that they run, for the linter."""
    written = io.StringIO()
    config = _config()
    config.output_buffer = written
    command.upgrade(config, "head", sql=True)
    return written.getvalue()


async def _run(dsn: str, act: Callable[[Config], None]) -> None:
    async with _connect(dsn) as connection:
        await connection.execute(text("SET lock_timeout = 0"))
        await connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _LOCK})
        await connection.execute(text("SET lock_timeout = '1s'"))
        await connection.execute(text(f"SET ROLE {OWNER}"))
        await connection.commit()
        _refuse_newer(await connection.run_sync(_revision))
        await connection.run_sync(_act, act)
        await connection.commit()


def _act(connection: Connection, act: Callable[[Config], None]) -> None:
    config = _config()
    config.attributes["connection"] = connection
    act(config)


def _refuse_newer(revision: str | None) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if revision is not None and revision not in known:
        raise DatabaseIsNewer(
            f"The database was migrated by a newer portal (its revision is {revision}): "
            "install that version or restore an older backup.",
            revision=revision,
        )


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


@asynccontextmanager
async def _connect(dsn: str) -> AsyncIterator[AsyncConnection]:
    engine = create_async_engine(
        "postgresql+asyncpg://", async_creator=lambda: connect(dsn), poolclass=NullPool
    )
    try:
        async with engine.connect() as connection:
            yield connection
    finally:
        await engine.dispose()
