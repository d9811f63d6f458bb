"""Who runs the portal: the link for the first one, and the operator's word."""

from datetime import timedelta

import pytest

from domain import administrators, people
from domain.actors import Person
from domain.errors import LinkExpired, LinkUsed, NotAvailable
from storage.context import Context
from storage.database import Database
from tests.keeping import VAULT
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch

BOT = 4_200_000_001
OPERATOR = Context("operator")


@pytest.fixture
async def db(database: Scratch):
    """The bot's database."""
    opened = Database(database.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT)
    yield opened
    await opened.close()


@pytest.fixture
async def owner_db(database: Scratch):
    """The operator's: as the owner of the tables."""
    opened = Database(database.dsn("portal_migrate"), role="portal_owner")
    yield opened
    await opened.close()


async def arrive(db: Database, telegram_id: int) -> Person:
    return await people.enter(
        db, bot_id=BOT, telegram_id=telegram_id, chat_id=telegram_id, name="Ada", language="en"
    )


async def redeem(db: Database, person: Person, secret: str) -> None:
    async with db.begin(person) as tx:
        await administrators.redeem(tx.session, secret=secret, person=person, now=tx.now)


async def first_link(db: Database) -> str | None:
    async with db.begin(OPERATOR) as tx:
        return await administrators.offer_first(tx.session)


async def test_the_first_who_opens_the_link_runs_the_portal(db):
    secret = await first_link(db)
    ada, eve = await arrive(db, 6_000_000_001), await arrive(db, 6_000_000_002)
    assert not ada.has("admin")
    await redeem(db, ada, secret)
    await redeem(db, ada, secret)
    with pytest.raises(LinkUsed):
        await redeem(db, eve, secret)
    assert (await arrive(db, 6_000_000_001)).has("admin")
    assert not (await arrive(db, 6_000_000_002)).has("admin")
    assert await first_link(db) is None


async def test_a_second_start_ends_the_link_of_the_first(db):
    old, new = await first_link(db), await first_link(db)
    ada = await arrive(db, 6_000_000_001)
    with pytest.raises(NotAvailable):
        await redeem(db, ada, old)
    await redeem(db, ada, new)


@pytest.mark.parametrize("secret", ["", "x", "ß" * 40, "a" * 5000, "'; DROP TABLE users; --"])
async def test_what_we_never_made_opens_nothing(db, secret):
    await first_link(db)
    with pytest.raises(NotAvailable):
        await redeem(db, await arrive(db, 6_000_000_001), secret)


async def test_a_link_lasts_a_day(db, database):
    secret = await first_link(db)
    later = Database(
        database.dsn("portal_app"),
        role="portal_app",
        signer=SIGNER,
        vault=VAULT,
        clock_offset=timedelta(hours=25),
    )
    with pytest.raises(LinkExpired):
        await redeem(later, await arrive(db, 6_000_000_001), secret)
    await later.close()


async def test_the_operator_appoints_also_who_has_not_arrived(db, owner_db):
    async with owner_db.begin(OPERATOR) as tx:
        for new in (True, False):
            assert new == await administrators.grant(
                tx.session, telegram_id=6_000_000_009, now=tx.now
            )
    ada = await arrive(db, 6_000_000_009)
    assert ada.has("admin")
    async with owner_db.begin(OPERATOR) as tx:
        for was in (True, False):
            assert was == await administrators.revoke(
                tx.session, telegram_id=6_000_000_009, now=tx.now
            )
        assert not await administrators.revoke(tx.session, telegram_id=1, now=tx.now)
    assert not (await arrive(db, 6_000_000_009)).has("admin")


async def test_the_operators_link_works_beside_an_administrator(db, owner_db):
    await redeem(db, await arrive(db, 6_000_000_001), await first_link(db))
    async with owner_db.begin(OPERATOR) as tx:
        secret = await administrators.make_link(tx.session, now=tx.now)
    await redeem(db, await arrive(db, 6_000_000_002), secret)
    assert (await arrive(db, 6_000_000_002)).has("admin")
