"""A migrated PostgreSQL database for every test that asks for one.

One server a test process, started at the first need; one template, migrated once; a test's
database is a copy of the template's files. Import with `pytest_plugins`.
"""

import asyncio
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Any, TypeVar

import asyncpg
import pytest

from storage.bootstrap import bootstrap
from storage.database import Database
from storage.embedded import Servers, running
from storage.schema import migrate
from tests.keeping import VAULT
from tests.signing import SIGNER, introduce
from tests.storage.embedded_fixtures import memory, open_directory

TEMPLATE = "portal_template"
SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "300",
    "max_wal_size": "256MB",
}
_numbers = count(1)
T = TypeVar("T")


@dataclass(frozen=True)
class Scratch:
    """A database of one test: `dsn(role)` logs in as postgres, portal_app, portal_worker, …"""

    servers: Servers
    name: str

    def dsn(self, role: str = "postgres") -> str:
        return self.servers.dsn(role, self.name)


def patient_database(scratch: Scratch, *, size: int) -> Database:
    """The portal's database as on a machine that is never busy: nobody waits too long for a lock.

    For races about who wins; that a long wait ends in words is tested elsewhere.
    """
    dsn = scratch.dsn("portal_app")
    separator = "&" if "?" in dsn else "?"
    return Database(
        f"{dsn}{separator}lock_timeout=30s",
        role="portal_app",
        signer=SIGNER,
        vault=VAULT,
        size=size,
        statement_timeout=timedelta(seconds=30),
    )


def aside(work: Coroutine[Any, Any, T]) -> T:
    """Run `work` in a loop of its own, whether or not one runs here."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Servers]:
    """PostgreSQL of this test process, without durability."""
    with (
        open_directory(memory()) as directory,
        running(directory, valkey=False, settings=SETTINGS) as all,
    ):
        yield all


@pytest.fixture(scope="session")
def template(postgres: Servers) -> Iterator[str]:
    """The name of a database with all roles and migrations, to be copied."""
    aside(_make_template(postgres))
    yield TEMPLATE
    aside(VAULT.close())


@pytest.fixture
def database(postgres: Servers, template: str) -> Iterator[Scratch]:
    """A migrated database that nobody else uses."""
    yield from copy_of(postgres, template)


@pytest.fixture
def empty_database(postgres: Servers) -> Iterator[Scratch]:
    """A database with roles and extensions, and no migration yet."""
    for scratch in copy_of(postgres, "template1"):
        aside(bootstrap(scratch.dsn(), postgres.passwords))
        yield scratch


def copy_of(servers: Servers, template: str) -> Iterator[Scratch]:
    """A database of its own, copied from `template`, gone when the iteration ends."""
    name = f"test_{next(_numbers)}"
    aside(_run(servers, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy"))
    yield Scratch(servers, name)
    aside(_run(servers, f"DROP DATABASE {name} WITH (FORCE)"))


async def _make_template(servers: Servers) -> None:
    await VAULT.prepare()
    await bootstrap(servers.dsn(database=TEMPLATE), servers.passwords)
    await migrate(servers.dsn("portal_migrate", TEMPLATE))
    await introduce(servers.dsn(database=TEMPLATE))


async def _run(servers: Servers, statement: str) -> None:
    connection = await asyncpg.connect(servers.dsn(database="postgres"))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
