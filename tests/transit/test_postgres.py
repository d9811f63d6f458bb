"""The database on another machine: verified TLS, or words that say otherwise, or nothing."""

import asyncio
import sys
from pathlib import Path

import pytest
import uvloop

from bot.console.doctor import examine
from bot.settings import read_settings
from domain.actors import PUBLIC
from storage import inspection, schema, transit
from storage.database import Database
from storage.embedded import Servers
from storage.errors import Misconfigured
from tests.console.commands import run_main
from tests.storage.database_fixtures import Scratch
from tests.transit.authority import Authority, Certificate
from tests.transit.conftest import Open
from tests.transit.front import REMOTE, SSL_REQUEST, Front


def address(
    door: Front, servers: Servers, words: str, *, role: str = "postgres", of: str = ""
) -> str:
    login = f"{role}:{servers.passwords[role]}"
    return f"postgresql://{login}@{REMOTE}:{door.port}/{of or role}?{words}"


def verified(authority: Authority) -> str:
    return f"sslmode=verify-full&sslrootcert={authority.root}"


async def test_everything_the_portal_asks_goes_through_tls(
    database: Scratch, authority: Authority, good: Certificate, open_postgres: Open
):
    with open_postgres(good) as door:
        dsn = address(
            door, database.servers, verified(authority), role="portal_migrate", of=database.name
        )
        assert await inspection.prepare(dsn)
        await schema.require_current(dsn)
        db = Database(dsn, role="portal_migrate")
        async with db.read(PUBLIC) as tx:
            assert tx.now.tzinfo is not None
        [row] = await db.call("SELECT 6 * 7 AS answer")
        assert row["answer"] == 42
        await db.close()
    assert b"alembic_version" in door.heard  # the door could read it, and nobody before the door


async def test_who_cannot_prove_who_they_are_hears_nothing(
    postgres: Servers, authority: Authority, bad: Certificate, open_postgres: Open
):
    with open_postgres(bad) as door:
        dsn = address(door, postgres, verified(authority))
        with pytest.raises(Misconfigured, match="does not prove who it is") as refused:
            await inspection.connect(dsn)
    assert len(str(refused.value).splitlines()) == 1
    assert postgres.passwords["postgres"] not in str(refused.value)
    assert door.heard == b""


async def test_the_authorities_of_the_machine_do_not_know_ours(
    postgres: Servers, good: Certificate, open_postgres: Open
):
    with open_postgres(good) as door:
        for words in ("sslmode=verify-full", "sslmode=verify-full&sslrootcert=system"):
            with pytest.raises(Misconfigured, match="sslrootcert in DATABASE_URL"):
                await inspection.connect(address(door, postgres, words))
    assert door.heard == b""


async def test_a_server_without_tls_hears_the_wish_for_it_and_nothing_else(
    postgres: Servers, authority: Authority, open_postgres: Open
):
    with open_postgres(None) as door:
        with pytest.raises(Misconfigured, match="offers no TLS"):
            await inspection.connect(address(door, postgres, verified(authority)))
        assert door.heard == SSL_REQUEST


async def test_in_clear_by_the_words_alone(postgres: Servers, open_postgres: Open, monkeypatch):
    with open_postgres(None) as door:
        connection = await inspection.connect(address(door, postgres, "sslmode=disable"))
        assert await connection.fetchval("SELECT 1") == 1
        await connection.close()
        door.heard.clear()
        monkeypatch.setenv("PGSSLMODE", "disable")  # the environment's word is not the address's
        for words in ("", "sslmode=prefer", "sslmode=require", "sslmode=verify-ca"):
            dsn = address(door, postgres, words)
            with pytest.raises(Misconfigured, match="must say sslmode=verify-full"):
                await inspection.connect(dsn)
            with pytest.raises(Misconfigured, match="must say sslmode=verify-full"):
                Database(dsn, role="portal_app")
    assert door.heard == b""


async def test_a_certificate_of_another_name_by_the_words_alone(
    postgres: Servers, authority: Authority, open_postgres: Open
):
    words = f"sslmode=verify-ca&sslrootcert={authority.root}"
    with open_postgres(authority.certificate("elsewhere.example")) as door:
        connection = await inspection.connect(address(door, postgres, words))
        await connection.close()
    assert "is not compared" in transit.postgres(address(door, postgres, words)).doubt


def test_a_root_certificate_that_is_not_there_or_is_none(tmp_path: Path):
    wrong = tmp_path / "letters.pem"
    wrong.write_text("dear")
    for file, words in ((tmp_path / "gone.pem", "cannot be read"), (wrong, "cannot be used")):
        with pytest.raises(Misconfigured, match=words):
            transit.way(f"postgresql://u@{REMOTE}/x?sslmode=verify-full&sslrootcert={file}")


def test_what_asyncpg_would_take_from_elsewhere_has_no_say(monkeypatch):
    monkeypatch.setenv("PGHOST", "elsewhere.example")
    monkeypatch.setenv("PGPORT", "1")
    found = transit.way("postgresql://u@localhost/x?host=elsewhere.example&service=elsewhere")
    assert (found["host"], found["port"]) == ("localhost", 5432)
    with pytest.raises(transit.WrongAddress, match="one server"):
        transit.postgres("postgresql:///x")


def test_under_the_loop_of_the_bot_too(
    postgres: Servers, authority: Authority, bad: Certificate, open_postgres: Open
):
    async def act() -> None:
        refused = pytest.raises(Misconfigured, match="does not prove who it is")
        with open_postgres(bad) as door, refused:
            await inspection.connect(address(door, postgres, verified(authority)))
        assert door.heard == b""

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(act())


async def test_commands_over_tls(
    database: Scratch, authority: Authority, good: Certificate, open_postgres: Open, tmp_path: Path
):
    with open_postgres(good) as door:
        dsn = address(
            door, database.servers, verified(authority), role="portal_migrate", of=database.name
        )

        def command(*arguments: str, **values: str):
            return run_main(*arguments, cwd=tmp_path, DATABASE_URL=dsn, **values)

        migrated = await asyncio.to_thread(command, "migrate")
        assert migrated.returncode == 0, migrated.stderr
        asked = await asyncio.to_thread(command, "psql", "-XAtc", "SELECT 6 * 7")
        assert asked.stdout == "42\n" or "no psql" in asked.stderr, asked.stderr
        bare = await asyncio.to_thread(command, "psql", PATH=str(Path(sys.executable).parent))
        assert bare.returncode == 1
        assert "bundled psql speaks no TLS" in bare.stderr


def test_the_doctor_says_what_the_words_give_up(tmp_path: Path):
    url = f"postgresql://portal@{REMOTE}:1/portal?sslmode=disable"
    settings = read_settings(keystore_url=url, data_dir=tmp_path, http_port=0)
    found = {each.about: each for each in examine(lambda: settings)}
    assert found["transport"].state == "remark"
    assert found["transport"].says == f"the connection to {REMOTE} is in clear"
    assert "KEYSTORE_URL" in found["transport"].mend
