"""The database as its processes see it."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from tests.keeping import VAULT
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch


@pytest.fixture
async def bot(database: Scratch) -> AsyncIterator[Database]:
    """As the bot sees it."""
    opened = Database(database.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT)
    yield opened
    await opened.close()


@pytest.fixture
async def jobs(database: Scratch) -> AsyncIterator[Database]:
    """As the jobs see it."""
    opened = Database(
        database.dsn("portal_worker"), role="portal_worker", signer=SIGNER, vault=VAULT
    )
    yield opened
    await opened.close()
