"""A world of rows, some of each table."""

import asyncpg
import pytest

from tests.storage.rows.world import World, make_world


@pytest.fixture
async def world(superuser: asyncpg.Connection) -> World:
    """Rows of several people."""
    return await make_world(superuser)
