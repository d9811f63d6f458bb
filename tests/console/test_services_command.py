"""`services`, as whoever runs the machine uses it: an address is told nobody."""

import asyncio
import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from tests.console.commands import MAIN, environment
from tests.factories import Owner
from tests.receiver import open_receiver
from tests.storage.database_fixtures import Scratch

KEY = sha256(b"services").digest()
PHONE = "+33612345678"


async def test_a_service_is_added_tried_switched_off_and_forgotten(
    database: Scratch, owner: Owner, tmp_path: Path
) -> None:
    given = environment(
        DATA_DIR=str(tmp_path),
        DATABASE_URL=database.dsn("portal_migrate"),
        MASTER_KEY=KEY.hex(),
    )
    said: list[str] = []

    def run(words: tuple[str, ...], typed: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, str(MAIN), "services", *words],
            cwd=tmp_path,
            env=given,
            input=typed,
            capture_output=True,
            text=True,
            timeout=90,
        )

    async def told(*words: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
        done = await asyncio.to_thread(run, words, typed)
        said.extend((done.stdout, done.stderr))
        return done

    (tmp_path / "keys.sqlite").touch()
    async with open_receiver() as receiver:
        added = await told("add", "texts", "sms", typed=f"{receiver.sms}\n")
        assert added.returncode == 0, added.stderr
        assert "never heard of" in (await told()).stdout
        tried = await told("test", "texts", "--to", PHONE)
        assert tried.returncode == 0, tried.stderr
        assert receiver.posts[-1]["to"] == PHONE
        assert ", failing" not in (heard := (await told()).stdout)
        assert "heard of 2" in heard
        receiver.answers = 503
        await told("test", "texts", "--to", PHONE)
        assert "failing: answer 503" in (await told()).stdout
        receiver.answers = 403
        refused = await told("test", "texts", "--to", PHONE)
        assert (refused.returncode, "answer 403" in refused.stderr) == (1, True)
    await told("off", "texts")
    listed = await told("--json")
    [row] = [json.loads(line) for line in listed.stdout.splitlines()]
    assert (row["name"], row["kind"], row["status"]) == ("texts", "sms", "inactive")
    again = await told("add", "texts", "sms", typed=f"{receiver.sms}\n")
    assert "There is a service texts already" in again.stderr
    wrong = await told("add", "others", "social", typed="json://example.org\n")
    assert "jsons://" in wrong.stderr
    [kept] = await owner.fetch("SELECT * FROM external_services")
    assert "hush" not in str(kept)
    assert (await told("remove", "texts")).returncode == 0
    assert (await told("on", "texts")).returncode == 1
    [kept] = await owner.fetch("SELECT * FROM external_services")
    assert (kept["config"], kept["removed_at"] is None) == ("{}", False)
    assert not any("hush" in each for each in said)
    audit = await owner.fetch("SELECT * FROM audit_logs WHERE entity_type = 'external_services'")
    assert audit
    assert not any("sealed" in str(row["changes"]) for row in audit)
