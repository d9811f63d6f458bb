"""A login that only serves is told which one a command needs."""

from pathlib import Path

import pytest

from storage.embedded import Servers
from tests.console.commands import run_main
from tests.signing import KEY
from tests.storage.database_fixtures import Scratch

TOLD = "This command acts as the owner of the tables, and the login of DATABASE_URL may not"


def given(database: Scratch, valkey: Servers) -> dict[str, str]:
    return {
        "DATABASE_URL": database.dsn("portal_worker"),
        "REDIS_URL": valkey.redis_url or "",
        "MASTER_KEY": KEY.hex(),
        "HTTP_PORT": "0",
    }


@pytest.mark.parametrize(
    "order", ["undelivered", "settings", "services", "incidents", "invariants", "settings set"]
)
def test_a_command_for_the_owner_says_so_in_a_sentence(
    database: Scratch, valkey: Servers, tmp_path: Path, order: str
) -> None:
    more = ["bulk_per_second", "15", "--reason", "429"] if order == "settings set" else []
    ended = run_main(*order.split(), *more, cwd=tmp_path, **given(database, valkey))
    assert ended.returncode == 1
    [line] = ended.stderr.splitlines()
    assert line.startswith(TOLD), line


def test_the_doctor_looks_as_far_as_a_worker_reaches(
    database: Scratch, valkey: Servers, tmp_path: Path
) -> None:
    ended = run_main("doctor", cwd=tmp_path, **given(database, valkey))
    assert "portal_worker only" in ended.stdout
    assert "the key store is the one of this database" in ended.stdout
    assert ended.stderr == ""
