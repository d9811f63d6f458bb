"""`keys list`, `rotate` and `destroy`, as whoever runs the machine uses them."""

import json
import signal
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import pytest
import structlog
from sqlalchemy import text

from bot.console.keeping import own_keys
from domain.actors import Person
from storage.context import Signer
from storage.database import Database
from storage.errors import KeyDestroyed
from storage.ids import new_id
from storage.security import file_store as keys
from storage.security.file_store import FileKeyStore
from storage.security.inventory import left_behind, unsettled
from storage.security.key_cache import KeyCache
from storage.security.keys import FILE_NAME, MasterKey, read_master_key
from storage.security.sealed import Sealed
from storage.security.vault import Vault
from tests.console.commands import look_again, run_main, running_main
from tests.factories import Owner, make_person
from tests.keeping import file_vault, new_master
from tests.signing import KEY, SIGNER
from tests.storage.database_fixtures import Scratch

OLD, NEW = new_master(), new_master()
BOTH = f"{NEW.hex()},{OLD.hex()}"


async def seal_some(vault: Vault, people: Sequence[UUID]) -> list[Sealed]:
    return [
        Sealed(each, "users", "full_name", each,
               await vault.seal(each, "users", "full_name", each, str(each)))
        for each in people
    ]  # fmt: skip


async def test_the_list_is_for_people_and_for_programs(tmp_path: Path):
    async with file_vault(tmp_path, OLD) as vault:
        await seal_some(vault, [new_id(), new_id()])
    given = {"DATA_DIR": str(tmp_path), "MASTER_KEY": OLD.hex()}
    shown = run_main("keys", "list", cwd=tmp_path, **given)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert [line.split()[:4] for line in shown.stdout.splitlines()[1:]] == [
        ["master", vault.versions[0], "active", "2"],
        ["person", vault.versions[0], "active", "2"],
    ]
    listed = run_main("keys", "list", "--json", cwd=tmp_path, **given)
    [master, people] = json.loads(listed.stdout)["keys"]
    assert (master["kind"], master["state"], master["overdue"]) == ("master", "active", False)
    assert (people["kind"], people["number"], people["overdue"]) == ("person", 2, False)
    assert OLD.hex() not in shown.stdout + listed.stdout


async def test_a_rotation_that_is_killed_is_finished_by_another(tmp_path: Path):
    """With -9, while others go on working; in between and at the end all can be read."""
    people = [new_id() for _ in range(20_000)]
    async with file_vault(tmp_path, OLD) as vault:
        await vault.admit(*people)
        sealed = await seal_some(vault, people[:50])
    given = {"DATA_DIR": str(tmp_path), "MASTER_KEY": BOTH}
    async with file_vault(tmp_path, NEW, OLD) as working:
        with running_main("keys", "rotate", cwd=tmp_path, **given) as rotating:
            while await left_behind(working) > len(people) - 1000:
                look_again()
            assert rotating.end(signal.SIGKILL) == -signal.SIGKILL
        left = await left_behind(working)
        assert 0 < left < len(people)
        assert await working.open_many(sealed) == [str(each) for each in people[:50]]
        sealed += await seal_some(working, [new_id()])
    again = run_main("keys", "rotate", "--json", cwd=tmp_path, **given)
    assert again.returncode == 0, again.stderr
    assert json.loads(again.stdout)["rewrapped"] == left
    async with file_vault(tmp_path, NEW) as after:
        assert await after.open_many(sealed) == [str(each.person) for each in sealed]
    nothing_left = run_main("keys", "rotate", cwd=tmp_path, **given)
    assert nothing_left.returncode == 1
    assert nothing_left.stderr.startswith("Every key is wrapped by the newest version already")


async def test_a_master_key_of_our_own_gets_a_new_version(tmp_path: Path):
    def read() -> MasterKey:
        return read_master_key(None, None, tmp_path, make=True)

    working = Vault(FileKeyStore(tmp_path / keys.FILE_NAME), read, cache=KeyCache(seconds=0))
    await working.prepare()
    [sealed] = await seal_some(working, [new_id()])
    rotated = run_main("keys", "rotate", cwd=tmp_path, DATA_DIR=str(tmp_path))
    assert rotated.returncode == 0, rotated.stderr
    assert len(read().versions) == 2
    assert read().versions[0] in rotated.stdout
    assert await working.open_many([sealed]) == [str(sealed.person)]
    await working.close()
    secrets = (tmp_path / FILE_NAME).read_text().split()
    assert not any(secret in rotated.stdout + rotated.stderr for secret in secrets)


@pytest.mark.chaos  # between new keys and the end of the older ones lie ninety seconds
@pytest.mark.timeout(400)
async def test_new_keys_for_people_survive_a_kill(tmp_path: Path, database: Scratch, owner: Owner):
    people = [await make_person(owner) for _ in range(300)]
    given = {
        "DATA_DIR": str(tmp_path),
        "MASTER_KEY": OLD.hex(),
        "DATABASE_URL": database.dsn(),
    }
    order = ("keys", "rotate", "person", "--older-than", "0")
    async with file_vault(tmp_path, OLD) as vault:

        async def names() -> list[str | None]:
            rows = await owner.fetch("SELECT id, full_name FROM users ORDER BY id")
            sealed = [Sealed(r["id"], "users", "full_name", r["id"], r["full_name"]) for r in rows]
            return await vault.open_many(sealed)

        for each in await seal_some(vault, people):
            await owner.connection.execute(
                "UPDATE users SET full_name = $1 WHERE id = $2", each.record, each.person
            )
        before = await owner.fetch("SELECT full_name FROM users ORDER BY id")
        with running_main(*order, cwd=tmp_path, **given) as renewing:
            while not await unsettled(vault):
                look_again()
            assert renewing.end(signal.SIGKILL) == -signal.SIGKILL
        assert await names() == sorted(map(str, people))
        again = run_main(*order, "--json", cwd=tmp_path, seconds=300, **given)
        assert again.returncode == 0, again.stderr
        assert json.loads(again.stdout)["settled"] == len(people)
        assert await unsettled(vault) == 0
        assert await names() == sorted(map(str, people))
    after = await owner.fetch("SELECT full_name FROM users ORDER BY id")
    assert not {row["full_name"] for row in after} & {row["full_name"] for row in before}


async def test_who_acts_is_signed_with_a_new_key(tmp_path: Path, database: Scratch, owner: Owner):
    given = {
        "DATA_DIR": str(tmp_path),
        "MASTER_KEY": KEY.hex(),
        "DATABASE_URL": database.dsn(),
    }
    person = Person(capacity="person", user_id=await make_person(owner))

    async def believes(signer: Signer) -> bool:
        db = Database(database.dsn("portal_app"), role="portal_app", signer=signer)
        try:
            async with db.read(person) as tx:
                return (await tx.session.execute(text("SELECT sec.uid()"))).scalar() is not None
        finally:
            await db.close()

    assert await believes(SIGNER)
    async with file_vault(tmp_path, KEY):
        pass  # the store is there since the first start
    first = run_main("keys", "rotate", "contexts", cwd=tmp_path, **given)
    assert first.returncode == 0, first.stderr
    assert "Start every process anew" in first.stdout
    async with file_vault(tmp_path, KEY) as vault:
        newest = (await own_keys(vault)).signer
    assert newest.kid != SIGNER.kid
    assert await believes(SIGNER)
    assert await believes(newest)
    second = run_main("keys", "rotate", "contexts", "--json", cwd=tmp_path, **given)
    assert json.loads(second.stdout) == {"retired": True}, second.stderr
    told = "SELECT entity_type FROM audit_logs WHERE category = 'key' AND action = 'renewed'"
    assert await owner.value(told) == "contexts"
    assert not await believes(SIGNER)
    assert await believes(newest)


async def test_a_key_is_destroyed_by_user_or_telegram_id(
    tmp_path: Path, database: Scratch, owner: Owner
):
    first, second = await make_person(owner), await make_person(owner)
    telegram_id = 4_200_000_042
    await owner.insert("telegram_accounts", telegram_id=telegram_id, user_id=second)
    given = {
        "DATA_DIR": str(tmp_path),
        "MASTER_KEY": OLD.hex(),
        "DATABASE_URL": database.dsn(),
    }
    async with file_vault(tmp_path, OLD) as vault:
        sealed = await seal_some(vault, [first, second])
    masks = "SELECT DISTINCT full_name_mask FROM users"
    assert await owner.value(masks) == "A••• L•••"
    for name in (str(first), str(telegram_id)):
        destroyed = run_main("keys", "destroy", name, cwd=tmp_path, **given)
        assert destroyed.returncode == 0, destroyed.stderr
        again = run_main("keys", "destroy", name, cwd=tmp_path, **given)
        assert again.returncode == 1
        assert again.stderr.startswith("There is no key of")
    assert await owner.value(masks) == "•••"
    events = await owner.fetch("SELECT * FROM audit_logs WHERE category = 'key' ORDER BY id")
    assert [(row["action"], row["entity_id"]) for row in events] == [
        ("destroyed", first),
        ("destroyed", second),
    ]
    async with file_vault(tmp_path, OLD) as vault:
        for each in sealed:
            with pytest.raises(KeyDestroyed):
                await vault.open_many([each])
        with structlog.testing.capture_logs():
            assert set(await vault.read_many(sealed)) == {"•••"}
    assert run_main("keys", "destroy", "Giulia", cwd=tmp_path, **given).returncode == 1


@pytest.mark.parametrize(
    "order", ["list", "rotate", "rotate person", "rotate contexts", "destroy 4200000042"]
)
def test_no_command_about_keys_makes_a_store(tmp_path: Path, order: str):
    refused = run_main(
        "keys", *order.split(), cwd=tmp_path, DATA_DIR=str(tmp_path), MASTER_KEY=OLD.hex(),
        DATABASE_URL="postgresql://127.0.0.1:1/portal",
    )  # fmt: skip
    assert refused.returncode == 1
    [line] = refused.stderr.splitlines()
    assert line.startswith(f"There is no key store {tmp_path / keys.FILE_NAME}")
    assert list(tmp_path.iterdir()) == []


async def test_keys_of_another_master_key_are_named_at_the_start(tmp_path: Path):
    async with file_vault(tmp_path, OLD) as vault:
        await vault.admit(new_id())
    refused = run_main("keys", "list", cwd=tmp_path, DATA_DIR=str(tmp_path), MASTER_KEY=NEW.hex())
    assert refused.returncode == 1
    [line] = refused.stderr.splitlines()
    assert line.startswith("The key store has keys of another master key")
    assert NEW.hex() not in line


def test_a_key_store_that_is_away_is_named_without_its_password(tmp_path: Path):
    refused = run_main(
        "keys", "list", cwd=tmp_path, MASTER_KEY=OLD.hex(),
        KEYSTORE_URL="postgresql://keeper:hidden-word@127.0.0.1:1/keys",
    )  # fmt: skip
    assert refused.returncode == 1
    [line] = refused.stderr.splitlines()
    assert line.startswith("The key store of KEYSTORE_URL does not answer")
    assert "hidden-word" not in line
