"""The portal as many people meet it at the same moment."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from tests.storage.database_fixtures import Scratch, patient_database


@pytest.fixture
async def db(database: Scratch) -> AsyncIterator[Database]:
    """Room for all who race; nobody is told to come back later."""
    opened = patient_database(database, size=25)
    yield opened
    await opened.close()
