"""Whoever owns the database rewrites nothing of the audit unseen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import asyncpg
import pytest

from domain.actors import WORKER
from storage.database import Database
from storage.security.sealing_audit import is_late, seal_closed
from storage.security.seals import root_of
from storage.security.vault import Vault
from storage.security.verifying_audit import sealed_rows, verify
from tests.keeping import VAULT, file_vault, new_master
from tests.signing import SIGNER
from tests.storage.audit.tables import make_rows
from tests.storage.database_fixtures import Scratch

FREE = "SET session_replication_role = replica"  # what the superuser can do and nobody of ours


@pytest.fixture
async def worker(database: Scratch) -> AsyncIterator[Database]:
    opened = Database(database.dsn("portal_worker"), role="portal_worker", signer=SIGNER)
    yield opened
    await opened.close()


@pytest.fixture
async def sealed(superuser, worker) -> list[asyncpg.Record]:
    """Three seals, and the rows of the one between."""
    await make_rows(superuser)
    await seal_closed(worker, VAULT, WORKER)
    before = await superuser.fetchval("SELECT count(*) FROM audit_logs")
    await superuser.execute("UPDATE events SET title = title || '!'")
    await superuser.execute("UPDATE gates SET name = 'South'")
    await seal_closed(worker, VAULT, WORKER)
    await superuser.execute("UPDATE gates SET name = 'West'")
    await seal_closed(worker, VAULT, WORKER)
    assert await superuser.fetchval("SELECT count(*) FROM audit_seals") == 3
    return await superuser.fetch(
        "SELECT * FROM audit_logs ORDER BY transaction, id OFFSET $1 LIMIT 3", before
    )


@asynccontextmanager
async def undone(superuser) -> AsyncIterator[None]:
    """What is done inside is put back at the end."""
    tables = ("audit_logs", "audit_seals")
    for table in tables:
        await superuser.execute(f"CREATE TEMP TABLE kept_{table} AS TABLE {table}")
    yield
    for table in tables:
        await superuser.execute(f"DELETE FROM {table}")
        await superuser.execute(f"INSERT INTO {table} TABLE kept_{table}")
        await superuser.execute(f"DROP TABLE kept_{table}")


async def findings(worker: Database, vault: Vault = VAULT) -> list[str]:
    return [each async for each in verify(worker, vault, WORKER, lambda _: None)]


async def test_what_nobody_touched_is_whole(superuser, worker, sealed) -> None:
    assert await findings(worker) == []
    await superuser.execute("UPDATE gates SET name = 'East'")  # not sealed yet
    assert await findings(worker) == []
    assert await sealed_rows(worker, WORKER) + 1 == await superuser.fetchval(
        "SELECT count(*) FROM audit_logs"
    )


async def test_a_changed_row_is_named(superuser, worker, sealed) -> None:
    await superuser.execute(FREE)
    for change in (
        """changes = '{"new": {}}'""",
        "user_id = (SELECT id FROM users LIMIT 1)",
        "created_at = created_at - interval '1 s'",
        "request = 'update 1/1'",
        "category = 'key'",
    ):
        async with undone(superuser):
            await superuser.execute(
                f"UPDATE audit_logs SET {change} WHERE id = $1", sealed[1]["id"]
            )
            [found] = await findings(worker)
            assert found.startswith("Seal 2 of ")
            assert f"row {sealed[1]['id']} was changed" in found
    assert await findings(worker) == []


async def test_a_deleted_row_is_named_by_its_neighbour(superuser, worker, sealed) -> None:
    await superuser.execute(FREE)
    await superuser.execute("DELETE FROM audit_logs WHERE id = $1", sealed[1]["id"])
    [found] = await findings(worker)
    assert found.startswith("Seal 2 of ")
    assert f"a row was deleted after row {sealed[0]['id']}" in found


async def test_an_added_row_is_named(superuser, worker, sealed) -> None:
    columns = "user_id, action, entity_type, entity_id, transaction"
    added = await superuser.fetchval(
        f"INSERT INTO audit_logs ({columns}) SELECT {columns} FROM audit_logs WHERE id = $1"
        " RETURNING id",
        sealed[1]["id"],
    )
    found = await findings(worker)
    assert any(f"row {added} was added" in each and "Seal 2" in each for each in found)


async def test_a_row_that_no_function_wrote_is_named_at_once(superuser, worker, sealed) -> None:
    added = await superuser.fetchval(
        "INSERT INTO audit_logs (action, entity_type) VALUES ('x', 'x') RETURNING id"
    )
    assert await findings(worker) == [
        f"Row {added} was added: none of the portal's functions wrote it."
    ]


async def test_a_row_about_the_past_is_named(superuser, worker, sealed) -> None:
    """Somebody who takes the definer's part writes about yesterday."""
    await superuser.execute("SET ROLE portal_definer")
    added = await superuser.fetchval(
        "INSERT INTO audit_logs (id, action, entity_type, created_at)"
        " SELECT uuidv7(interval '-1 hour'), 'x', 'x', now() - interval '1 hour' RETURNING id"
    )
    await superuser.execute("RESET ROLE")
    await seal_closed(worker, VAULT, WORKER)
    [found] = await findings(worker)
    assert f"row {added} bears a time before its transaction began" in found


async def test_seals_are_not_forged_nor_left_out(superuser, worker, sealed, tmp_path) -> None:
    await superuser.execute(FREE)
    async with undone(superuser):
        await superuser.execute("UPDATE audit_seals SET row_count = 9 WHERE number = 2")
        found = await findings(worker)
        assert "Seal 2 was changed or added: the portal never signed it." in found
    async with undone(superuser):
        await superuser.execute("DELETE FROM audit_seals WHERE number = 2")
        assert "Seal 2 was deleted." in await findings(worker)
    async with file_vault(tmp_path, new_master()) as stranger:
        assert len(await findings(worker, stranger)) == 3


async def test_what_is_never_sealed_is_missed(superuser, worker, sealed) -> None:
    await superuser.execute(FREE)
    await superuser.execute("DELETE FROM audit_seals")
    await superuser.execute("UPDATE audit_logs SET created_at = created_at - interval '1 h'")
    [found] = await findings(worker)
    assert "are not sealed: look whether the jobs run" in found


async def test_a_transaction_that_goes_on_is_sealed_when_it_is_over(
    database, superuser, worker, sealed
) -> None:
    slow = await asyncpg.connect(database.dsn())
    going = slow.transaction()
    await going.start()
    await slow.execute("UPDATE gates SET name = 'slow'")
    await superuser.execute("UPDATE events SET title = 'quick'")
    await seal_closed(worker, VAULT, WORKER)
    assert await sealed_rows(worker, WORKER) < await superuser.fetchval(
        "SELECT count(*) FROM audit_logs"
    )
    assert not await is_late(worker, WORKER)
    worker.clock_offset = timedelta(hours=1)
    assert await is_late(worker, WORKER)
    worker.clock_offset = timedelta()
    await going.commit()
    await slow.close()
    await seal_closed(worker, VAULT, WORKER)
    assert await sealed_rows(worker, WORKER) == await superuser.fetchval(
        "SELECT count(*) FROM audit_logs"
    )
    assert await findings(worker) == []


async def test_a_flood_is_sealed_in_several_seals(superuser, worker, monkeypatch) -> None:
    monkeypatch.setattr("storage.security.sealing_audit._MOST", 40)
    await make_rows(superuser)
    for _ in range(20):
        await superuser.execute("UPDATE events SET title = title || '!'")
    done = await seal_closed(worker, VAULT, WORKER)
    assert done == await superuser.fetchval("SELECT count(*) FROM audit_logs")
    assert await superuser.fetchval("SELECT count(*) FROM audit_seals") > 1
    assert await seal_closed(worker, VAULT, WORKER) == 0
    assert await findings(worker) == []


def test_a_root_depends_on_every_row_and_their_order() -> None:
    rows = [bytes([n]) * 32 for n in range(7)]
    roots = {root_of(rows[:n]) for n in range(8)}
    assert len(roots) == 8
    assert root_of(rows[::-1]) not in roots
    assert root_of([*rows, rows[-1]]) not in roots
