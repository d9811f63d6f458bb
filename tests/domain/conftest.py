"""A house that acts on a database of its own."""

import pytest

from storage.database import Database
from tests.domain.houses import House, make_house
from tests.factories import Owner
from tests.keeping import VAULT
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch


@pytest.fixture
async def db(database: Scratch):
    opened = Database(
        database.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT, size=20
    )
    yield opened
    await opened.close()


@pytest.fixture
async def house(db: Database, owner: Owner) -> House:
    return await make_house(db, owner)
