"""A key store that went away while people's names are sealed with it is said at once."""

import asyncio
from pathlib import Path

import pytest

from bot.console.doctor import examine
from bot.console.findings import Finding
from bot.console.readiness import acting, require_keys_of_people
from bot.console.stores import Stores
from bot.settings import read_settings
from storage.embedded import Servers
from storage.errors import Misconfigured
from storage.ids import new_id
from storage.security.file_store import FILE_NAME
from tests.console.commands import run_main
from tests.factories import Owner, make_person
from tests.keeping import VAULT, file_vault
from tests.signing import KEY
from tests.storage.database_fixtures import Scratch

LOST = "The key store has no key of the people in this database: bring back DATA_DIR/keys.sqlite"


@pytest.fixture
def given(database: Scratch, tmp_path: Path) -> dict[str, str]:
    """A portal whose DATA_DIR holds another key store than its people were sealed with."""
    return {
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": database.dsn(),
        "REDIS_URL": "redis://127.0.0.1:1",
        "MASTER_KEY": KEY.hex(),
        "BOT_TOKEN": "7712345678:AAF-abcdefghijklmnopqrstuvwxyz012345",
        "TELEGRAM_API_URL": "http://127.0.0.1:1",
    }


@pytest.mark.parametrize("order", ["run", "bot", "jobs", "migrate", "seed-demo"])
async def test_no_command_begins_without_the_keys(
    owner: Owner, given: dict[str, str], tmp_path: Path, order: str
):
    await make_person(owner)
    ended = run_main(order, cwd=tmp_path, **given)
    assert ended.returncode == 1
    [line] = ended.stderr.splitlines()
    assert line.startswith(LOST), line


@pytest.mark.parametrize(("order", "login"), [("bot", "portal_app"), ("jobs", "portal_worker")])
async def test_no_host_that_only_serves_begins_with_a_store_of_its_own(
    owner: Owner, database: Scratch, given: dict[str, str], tmp_path: Path, order: str, login: str
):
    await make_person(owner)
    ended = run_main(order, cwd=tmp_path, **given | {"DATABASE_URL": database.dsn(login)})
    assert ended.returncode == 1
    [line] = ended.stderr.splitlines()
    assert line.startswith(LOST), line
    assert "give KEYSTORE_URL" in line


async def test_one_key_is_enough_and_a_destroyed_one_counts(
    owner: Owner, database: Scratch, tmp_path
):
    stores = Stores(tmp_path, "", database.dsn())
    async with file_vault(tmp_path, KEY) as another, acting(stores, "portal_app") as db:
        await require_keys_of_people(db, another.store)  # nobody has entered yet
        await owner.connection.execute(
            "INSERT INTO users (id, full_name) VALUES ($1, 'In Clear')", new_id()
        )
        await require_keys_of_people(db, another.store)  # nobody's name is sealed yet
        person, _ = await make_person(owner), await make_person(owner)
        await require_keys_of_people(db, VAULT.store)
        for store in (another.store, None):
            with pytest.raises(Misconfigured, match="no key of the people"):
                await require_keys_of_people(db, store)
        await another.admit(person)
        await another.destroy(person)
        await require_keys_of_people(db, another.store)


async def test_the_doctor_sees_it_and_makes_no_store(
    owner: Owner, valkey: Servers, given: dict[str, str], tmp_path: Path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    person = await make_person(owner)

    async def found() -> Finding:
        settings = {
            "database_url": given["DATABASE_URL"],
            "redis_url": valkey.redis_url,
            "http_port": 0,
            "master_key": given["MASTER_KEY"],
            "data_dir": tmp_path,
        }
        findings = await asyncio.to_thread(examine, lambda: read_settings(**settings))
        return next(each for each in findings if each.about == "people's keys")

    lost = await found()
    assert (lost.state, lost.says.startswith(LOST)) == ("wrong", True)
    assert not (tmp_path / FILE_NAME).exists()
    async with file_vault(tmp_path, KEY) as vault:
        assert (await found()).state == "wrong"
        await vault.admit(person)
    assert (await found()).state == "ok"
