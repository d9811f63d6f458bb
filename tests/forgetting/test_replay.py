"""An older copy of the database, and of the key store, forgets again whom the ledger names."""

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import UUID

import asyncpg
import pytest

from bot.console.erasures import require_replayed
from bot.console.stores import Stores
from bot.settings import read_settings
from domain.actors import WORKER
from domain.forgetting import forget_rows
from storage.database import Database
from storage.embedded import Servers
from storage.errors import KeyDestroyed, Misconfigured
from storage.security.erasure import naming
from storage.security.file_store import FILE_NAME
from storage.security.sealing_audit import seal_closed
from tests.console.commands import run_main
from tests.factories import Owner
from tests.forgetting.lives import Life, a_life, dump, found, revenue
from tests.keeping import VAULT, file_vault
from tests.signing import KEY
from tests.storage.database_fixtures import Scratch, copy_of

pytestmark = pytest.mark.timeout(180)


@asynccontextmanager
async def owning(scratch: Scratch) -> AsyncIterator[Owner]:
    connection = await asyncpg.connect(scratch.dsn())
    yield Owner(connection)
    await connection.close()


def copy_keys(to: Path) -> None:
    """The key store as a backup has it."""
    [store] = [VAULT.store]
    with sqlite3.connect(store._place) as here, sqlite3.connect(to / FILE_NAME) as there:
        here.backup(there)


async def test_who_was_forgotten_is_not_in_an_older_copy_once_the_ledger_was_replayed(
    database: Scratch, postgres: Servers, tmp_path: Path
) -> None:
    async with owning(database) as owner:
        life = await a_life(owner)
        other = await a_life(owner)
        sums = await revenue(owner.connection)
    jobs = Database(database.dsn("portal_worker"), role="portal_worker", vault=VAULT)
    await seal_closed(jobs, VAULT, WORKER)
    await jobs.close()
    copy_keys(tmp_path)
    for older in copy_of(postgres, database.name):
        ledger = await _forgotten_meanwhile(database, life, tmp_path)
        given = {
            "DATA_DIR": str(tmp_path),
            "MASTER_KEY": KEY.hex(),
            "DATABASE_URL": older.dsn("portal_migrate"),
        }
        async with owning(older) as owner:
            assert found(await dump(owner.connection), life)
        settings = read_settings(data_dir=tmp_path, erasure_ledger=ledger)
        stores = Stores(tmp_path, "", older.dsn())
        with pytest.raises(Misconfigured, match="1 of the people whom"):
            await require_replayed(settings, stores, "portal_app")
        for words in ("1 of them had not been", "0 of them had not been"):
            told = run_main("erasures", "replay", str(ledger), cwd=tmp_path, **given)
            assert told.returncode == 0, told.stderr
            assert f"1 of those people were in this database, and {words}" in " ".join(
                told.stdout.split()
            )
        await require_replayed(settings, stores, "portal_app")
        async with owning(older) as owner:
            copies = await dump(owner.connection)
            assert found(copies, life) == {}
            assert found(copies, other), "nobody else is forgotten"
            assert await revenue(owner.connection) == sums
        await _cannot_be_read(tmp_path, life.person)
        whole = run_main("audit", "verify", cwd=tmp_path, **given)
        assert whole.returncode == 0, whole.stderr
        listed = run_main("erasures", "list", "--json", cwd=tmp_path, **given)
        assert listed.stdout == ledger.read_text()


async def _forgotten_meanwhile(database: Scratch, life: Life, place: Path) -> Path:
    """The person is forgotten where the portal went on; the ledger, kept elsewhere."""
    db = Database(database.dsn("portal_worker"), role="portal_worker", vault=VAULT)
    name = await naming(VAULT)
    async with db.begin(WORKER) as tx:
        await forget_rows(tx.session, person=life.person, subject=name(life.person), now=tx.now)
    await db.close()
    given = {
        "DATA_DIR": str(place),
        "MASTER_KEY": KEY.hex(),
        "DATABASE_URL": database.dsn("portal_migrate"),
    }
    listed = run_main("erasures", "list", "--json", cwd=place, **given)
    [line] = [json.loads(each) for each in listed.stdout.splitlines()]
    assert str(life.person) not in listed.stdout
    assert line["scope"] == "everything"
    ledger = place / "ledger.jsonl"
    ledger.write_text(listed.stdout)
    return ledger


async def _cannot_be_read(place: Path, person: UUID) -> None:
    async with file_vault(place, KEY) as vault:
        with pytest.raises(KeyDestroyed):
            await vault.seal(person, "users", "full_name", person, "again")


def test_what_is_no_ledger_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).touch()
    wrong = tmp_path / "ledger.jsonl"
    wrong.write_text('{"subject": "aa"}\n')
    told = run_main(
        "erasures",
        "replay",
        str(wrong),
        cwd=tmp_path,
        DATA_DIR=str(tmp_path),
        MASTER_KEY=KEY.hex(),
    )
    assert told.returncode != 0
    assert "Line 1 is none of a ledger" in " ".join(told.stderr.split())
