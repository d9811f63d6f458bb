"""Every wrong start: one sentence that names what is wrong and the way to mend it, exit 1."""

import os
import socket

import pytest

from bot.console import findings
from bot.console.doctor import examine
from bot.settings import read_settings
from storage import inspection
from storage.embedded import Servers
from storage.errors import Misconfigured
from storage.schema import DatabaseIsNewer
from tests.console.commands import run_main
from tests.storage.database_fixtures import Scratch

TOKEN = "7712345678:AAF-abcdefghijklmnopqrstuvwxyz012345"
PASSWORD = "hunter22-and-more"
AS_ROOT = os.geteuid() == 0


def one_sentence(said: str) -> str:
    """The only line, free of tracebacks and secrets."""
    lines = said.strip().splitlines()
    assert len(lines) == 1, said
    assert lines[0].endswith(".")
    for secret in (TOKEN, PASSWORD):
        assert secret not in said
    return lines[0]


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({}, "BOT_TOKEN"),
        ({"BOT_TOKEN": PASSWORD}, "BOT_TOKEN"),
        ({"BOT_TOKEN": TOKEN, "HTTP_PORT": "eighty"}, "HTTP_PORT"),
        ({"BOT_TOKEN": TOKEN, "HTTP_PORT": "70000"}, "HTTP_PORT"),
        ({"BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": "api.telegram.org"}, "TELEGRAM_API_URL"),
        ({"BOT_TOKEN": TOKEN, "DATABASE_URL": f"mysql://u:{PASSWORD}@db/x"}, "DATABASE_URL"),
        ({"BOT_TOKEN": TOKEN, "REDIS_URL": f"http://:{PASSWORD}@cache"}, "REDIS_URL"),
        ({"BOT_TOKEN": TOKEN, "ADMIN_IDS": "me, you"}, "ADMIN_IDS"),
        ({"BOT_TOKEN": TOKEN, "WEBHOOK_SECRET": f"{PASSWORD} ü"}, "WEBHOOK_SECRET"),
        ({"BOT_TOKEN": TOKEN, "LOG_LEVEL": "LOUD"}, "LOG_LEVEL"),
        ({"BOT_TOKEN": TOKEN, "WEBHOOK_URL": "http://portal.example.org"}, "WEBHOOK_URL"),
        ({"BOT_TOKEN": TOKEN, "DATABASE_URL": f"postgresql://u:{PASSWORD}@db/x"}, "DATABASE_URL"),
        ({"BOT_TOKEN": TOKEN, "REDIS_URL": f"redis://:{PASSWORD}@cache"}, "REDIS_URL"),
        ({"BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": "http://botapi:8081"}, "TELEGRAM_API_URL"),
        ({"BOT_TOKEN": TOKEN, "HTTP_HOST": "10.0.0.5"}, "HTTP_HOST"),
        ({"BOT_TOKEN": TOKEN, "MASTER_KEY": PASSWORD}, "MASTER_KEY"),
        ({"BOT_TOKEN": TOKEN, "MASTER_KEY_FILE": "/nowhere/at/all"}, "MASTER_KEY_FILE"),
    ],
)
def test_a_wrong_value_is_named(tmp_path, wrong, name):
    ended = run_main("run", cwd=tmp_path, **wrong)
    assert ended.returncode == 1
    assert one_sentence(ended.stderr).startswith(name)
    assert ended.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_key_ends_the_demo_before_it_begins(tmp_path):
    ended = run_main("demo", "--port", "0", cwd=tmp_path, MASTER_KEY=PASSWORD)
    assert ended.returncode == 1
    assert one_sentence(ended.stderr).startswith("MASTER_KEY")
    assert list(tmp_path.iterdir()) == []


def test_the_doctor_says_it_too(tmp_path):
    ended = run_main("doctor", cwd=tmp_path, LOG_LEVEL="LOUD")
    assert ended.returncode == 1
    assert "LOG_LEVEL" in ended.stdout
    assert ended.stderr == ""


def test_wrong_usage_is_two(tmp_path):
    assert run_main("frobnicate", cwd=tmp_path).returncode == 2
    assert run_main("demo", "--port", "many", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize("arguments", [["--help"], ["doctor"], ["psql", "--version"]])
def test_short_commands_do_not_load_the_bot_library(tmp_path, arguments):
    """They stay quick: aiogram alone takes seconds."""
    spy = "import runpy, sys; sys.argv = sys.argv[1:]\n"
    spy += "try: runpy.run_path(sys.argv[0], run_name='__main__')\n"
    spy += "finally: print('LOADED', 'aiogram' in sys.modules, 'telegram' in sys.modules)"
    ended = run_main(*arguments, cwd=tmp_path, before=("-c", spy))
    assert "LOADED False False" in ended.stdout, ended.stderr


def test_a_port_in_use(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        run = run_main("run", cwd=tmp_path, BOT_TOKEN=TOKEN, HTTP_PORT=port)
        demo = run_main("demo", "--port", port, cwd=tmp_path)
        doctor = run_main("doctor", cwd=tmp_path, HTTP_PORT=port)
    assert run.returncode == demo.returncode == doctor.returncode == 1
    assert "HTTP_PORT" in one_sentence(run.stderr)
    assert "--port" in one_sentence(demo.stderr)
    assert f"Port {port}" in doctor.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_data_directory_that_cannot_be_written(tmp_path):
    place = "/proc/portal" if AS_ROOT else str(tmp_path / "closed")
    if not AS_ROOT:
        (tmp_path / "closed").mkdir(mode=0o500)
    ended = run_main("run", cwd=tmp_path, BOT_TOKEN=TOKEN, DATA_DIR=place)
    assert ended.returncode == 1
    assert "DATA_DIR" in one_sentence(ended.stderr)


def test_fresh_touches_nothing_that_is_not_ours(tmp_path):
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "letters.txt").write_text("dear")
    ended = run_main("demo", "--fresh", "--port", "0", "--data", str(tmp_path), cwd=tmp_path)
    assert ended.returncode == 1
    assert "left alone" in one_sentence(ended.stderr)
    assert (tmp_path / "log" / "letters.txt").read_text() == "dear"


def test_an_older_postgresql():
    with pytest.raises(Misconfigured, match=r"PostgreSQL 17\.6 .* 18 or newer"):
        inspection.require_version(170006, "17.6")
    inspection.require_version(180000, "18.0")


async def test_a_database_from_a_newer_portal(database: Scratch, owner):
    await owner.connection.execute("UPDATE alembic_version SET version_num = '9999_later'")
    with pytest.raises(DatabaseIsNewer, match=r"newer portal .*9999_later"):
        await inspection.prepare(database.dsn(), {})
    with pytest.raises(DatabaseIsNewer):
        await inspection.prepare(database.dsn("portal_app"), {})


async def test_a_database_without_its_migrations(empty_database: Scratch):
    with pytest.raises(Misconfigured, match=r"python main\.py migrate"):
        await inspection.prepare(empty_database.dsn("portal_app"), {})


async def test_a_login_that_may_not(database: Scratch):
    await inspection.require_roles(database.dsn("portal_app"), "portal_app")
    with pytest.raises(Misconfigured, match="may not act as portal_worker"):
        await inspection.require_roles(database.dsn("portal_app"), "portal_app", "portal_worker")
    with pytest.raises(Misconfigured, match="does not own the tables"):
        await inspection.require_owner(database.dsn("portal_app"))
    assert not await inspection.prepare(database.dsn("portal_app"), {})
    assert await inspection.prepare(database.dsn("portal_migrate"), {})


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("portal_app:", "portal_ghost:"), "refuses the login 'portal_ghost'"),
        (("/test_", "/nowhere_"), "no database 'nowhere_"),
        (("port=5432", "port=5499"), "does not answer"),
    ],
)
async def test_a_database_that_cannot_be_reached(database: Scratch, change, words):
    dsn = database.dsn("portal_app")
    with pytest.raises(Misconfigured) as refused:
        await inspection.connect(dsn.replace(*change))
    assert words in str(refused.value)
    assert database.servers.passwords["portal_app"] not in str(refused.value)


async def test_a_database_that_takes_the_call_and_says_nothing():
    with socket.create_server(("127.0.0.1", 0)) as silent:  # the kernel takes the call
        port = silent.getsockname()[1]
        with pytest.raises(Misconfigured, match=rf"127\.0\.0\.1:{port} does not answer"):
            await inspection.prepare(f"postgresql://portal:{PASSWORD}@127.0.0.1:{port}/portal")


def test_the_doctor_looks_at_servers_of_ones_own(
    database: Scratch, valkey: Servers, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)

    def findings_of(**values):
        settings = {
            "database_url": database.dsn(),
            "redis_url": valkey.redis_url,
            "http_port": 0,
            **values,
        }
        found = examine(lambda: read_settings(**settings))
        shown = findings.as_lines(found)
        assert database.servers.passwords["postgres"] not in shown
        return {each.about: each for each in found}

    found = findings_of()
    for about in ("database", "roles", "migrations", "cache"):
        assert found[about].state == "ok", found[about]
    assert found["durability"].state == "remark"
    assert "MASTER_KEY" in found["master key"].says

    found = findings_of(redis_url=(valkey.redis_url or "").replace("valkey.sock", "gone.sock"))
    assert found["cache"].state == "wrong"
    found = findings_of(redis_url=(valkey.redis_url or "").replace("unix://:", "unix://:x"))
    assert "login" in found["cache"].says
    found = findings_of(database_url=database.dsn("portal_support"))
    assert found["roles"].state == "wrong"
    assert not findings.all_well(list(found.values()))
