"""What stands above all roles."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from tests.storage.database_fixtures import Scratch


@pytest.fixture
async def superuser(database: Scratch) -> AsyncIterator[asyncpg.Connection]:
    """Whoever may see and write everything."""
    connection = await asyncpg.connect(database.dsn())
    yield connection
    await connection.close()
