"""People get new data keys, and keys that lock nothing go."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import structlog

from domain import people
from domain.actors import Person
from storage.database import Database
from storage.ids import new_id
from storage.security.file_store import FILE_NAME, FileKeyStore
from storage.security.inventory import unsettled
from storage.security.key_cache import KeyCache
from storage.security.keys import MasterKey
from storage.security.orphans import remove_orphans
from storage.security.renewal import renew_keys, settle_some
from storage.security.sealed import Sealed
from storage.security.vault import Vault
from tests.factories import Owner
from tests.keeping import new_master
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch

OPERATOR = Person(capacity="operator")
NAMES = ("Giulia Conti", "Amara Okafor", "Sten Ström")


@pytest.fixture
async def vault(tmp_path: Path) -> AsyncIterator[Vault]:
    master = new_master()
    store = FileKeyStore(tmp_path / FILE_NAME)
    opened = Vault(store, lambda: MasterKey(master), cache=KeyCache(seconds=0))
    await opened.prepare()
    yield opened
    await opened.close()


@pytest.fixture
async def owners(database: Scratch, vault: Vault) -> AsyncIterator[Database]:
    opened = Database(database.dsn("portal_migrate"), role="portal_owner", vault=vault)
    yield opened
    await opened.close()


@pytest.fixture
async def db(database: Scratch, vault: Vault) -> AsyncIterator[Database]:
    opened = Database(database.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=vault)
    yield opened
    await opened.close()


async def enter(db: Database, telegram_id: int, name: str) -> Person:
    return await people.enter(
        db, bot_id=1, telegram_id=telegram_id, chat_id=telegram_id, name=name, language="en"
    )


async def test_what_people_told_us_is_sealed_anew_and_can_be_read_all_the_time(
    db: Database, owners: Database, owner: Owner, vault: Vault
) -> None:
    guests = [await enter(db, 5_000_000_001 + n, name) for n, name in enumerate(NAMES)]
    place = (guests[0].id, "models", "measurements", guests[0].id)
    record = await vault.seal(*place, '{"bust":86}')
    await owner.connection.execute(
        "INSERT INTO models (user_id, measurements)"
        " VALUES ($1, jsonb_build_object('sealed', $2::text))",
        guests[0].id,
        record,
    )

    async def records() -> list[str]:
        rows = await owner.fetch("SELECT full_name FROM users ORDER BY id")
        return [row["full_name"] for row in rows]

    async def names() -> list[str | None]:
        ids = [guest.id for guest in guests]
        return await vault.open_many(
            [
                Sealed(each, "users", "full_name", each, r)
                for each, r in zip(ids, await records(), strict=True)
            ]
        )

    before = await records()
    assert await renew_keys(vault, made_before=datetime.now(UTC)) == len(NAMES)
    assert await names() == list(NAMES)
    assert not (await enter(db, 5_000_000_001, "Giulia Rossi")).is_new  # sealed with the new key

    early = datetime.now(UTC) - timedelta(minutes=1)
    assert await settle_some(owners, vault, OPERATOR, replaced_before=early) == 0
    now = datetime.now(UTC)
    assert await settle_some(owners, vault, OPERATOR, replaced_before=now) == len(NAMES)
    assert await settle_some(owners, vault, OPERATOR, replaced_before=now) == 0
    assert await unsettled(vault) == 0
    assert not set(await records()) & set(before)
    assert await names() == list(NAMES)
    kept = await owner.value("SELECT measurements->>'sealed' FROM models")
    assert await vault.open(*place, kept) == '{"bust":86}'


async def test_a_record_that_nobody_can_read_does_not_stop_the_others(
    db: Database, owners: Database, owner: Owner, vault: Vault
) -> None:
    guests = [await enter(db, 5_000_000_001 + n, name) for n, name in enumerate(NAMES)]
    moved = await owner.value("SELECT full_name FROM users WHERE id = $1", guests[1].id)
    await owner.connection.execute(
        "UPDATE users SET full_name = $1 WHERE id = $2", moved, guests[0].id
    )
    await renew_keys(vault, made_before=datetime.now(UTC))
    with structlog.testing.capture_logs() as said:
        await settle_some(owners, vault, OPERATOR, replaced_before=datetime.now(UTC))
    assert [each["event"] for each in said] == ["security event"]
    assert await unsettled(vault) == 0
    assert await owner.value("SELECT full_name FROM users WHERE id = $1", guests[0].id) == moved


async def test_keys_of_nobody_go_and_no_others(
    db: Database, owners: Database, vault: Vault
) -> None:
    known = [await enter(db, 5_000_000_001 + n, name) for n, name in enumerate(NAMES)]
    lost = [new_id(), new_id()]
    await vault.admit(*lost)
    ids = [*lost, *(person.id for person in known)]

    a_month_ago = datetime.now(UTC) - timedelta(days=30)
    assert await remove_orphans(owners, vault, OPERATOR, before=a_month_ago) == 0
    assert len(await vault.store.find(ids)) == 5
    now = datetime.now(UTC) + timedelta(seconds=1)
    assert await remove_orphans(owners, vault, OPERATOR, before=now) == 2
    assert {key.owner for key in await vault.store.find(ids)} == {p.id for p in known}


async def test_another_database_takes_no_keys_away(
    db: Database, owners: Database, owner: Owner, vault: Vault
) -> None:
    """A rehearsal with a copy from before must not forget who came since."""
    await enter(db, 5_000_000_001, NAMES[0])
    strangers = [new_id() for _ in range(3)]
    await vault.admit(*strangers)
    now = datetime.now(UTC) + timedelta(seconds=1)
    with structlog.testing.capture_logs() as said:
        assert await remove_orphans(owners, vault, OPERATOR, before=now) == 0
    assert said
    assert len(await vault.store.find(strangers)) == 3
