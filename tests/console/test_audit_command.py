"""`audit verify` and `audit seals`, as whoever runs the machine uses them."""

import json
from pathlib import Path

import asyncpg

from domain.actors import WORKER
from storage.database import Database
from storage.security.sealing_audit import seal_closed
from tests.console.commands import run_main
from tests.factories import Owner, make_person
from tests.keeping import file_vault, new_master
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch

MASTER = new_master()


async def test_an_audit_that_was_rewritten_is_told_in_a_sentence(
    database: Scratch, owner: Owner, tmp_path: Path
) -> None:
    given = {
        "DATA_DIR": str(tmp_path),
        "MASTER_KEY": MASTER.hex(),
        "DATABASE_URL": database.dsn("portal_migrate"),
    }
    await make_person(owner)
    worker = Database(database.dsn("portal_worker"), role="portal_worker", signer=SIGNER)
    async with file_vault(tmp_path, MASTER) as vault:
        sealed = await seal_closed(worker, vault, WORKER)
    await worker.close()

    whole = run_main("audit", "verify", cwd=tmp_path, **given)
    assert whole.returncode == 0, whole.stderr
    assert f"all {sealed} sealed rows are as they were written" in whole.stdout
    listed = run_main("audit", "seals", "--json", cwd=tmp_path, **given)
    [seal] = [json.loads(line) for line in listed.stdout.splitlines()]
    assert (seal["seal"], seal["rows"]) == (1, sealed)

    changed = await _rewrite(database)
    told = run_main("audit", "verify", cwd=tmp_path, **given)
    assert told.returncode == 1
    assert f"row {changed} was changed." in " ".join(told.stderr.split())
    as_json = run_main("audit", "verify", "--json", cwd=tmp_path, **given)
    assert as_json.returncode == 1
    [finding] = json.loads(as_json.stdout)["findings"]
    assert str(changed) in finding


async def _rewrite(database: Scratch) -> object:
    """What only the superuser can do: one row of the audit says something else."""
    superuser = await asyncpg.connect(database.dsn())
    await superuser.execute("SET session_replication_role = replica")
    changed = await superuser.fetchval(
        "UPDATE audit_logs SET action = 'delete'"
        " WHERE id = (SELECT id FROM audit_logs WHERE entity_type = 'users' LIMIT 1) RETURNING id"
    )
    await superuser.close()
    return changed
