"""What the operator reads agrees with what the code does."""

import asyncio
import re
import subprocess
import sys
from pathlib import Path

import asyncpg
from redis.asyncio import Redis

from bot.settings import Settings
from storage.embedded import Servers
from tests.console.commands import environment, run_main
from tests.storage.database_fixtures import Scratch

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "operations.md").read_text()
EXAMPLE = (ROOT / ".env.example").read_text()
NAMES = {name.upper() for name in Settings.model_fields}


def test_every_setting_stands_in_the_guide_and_in_the_example():
    for name in NAMES:
        assert f"`{name}`" in GUIDE, name
        assert re.search(rf"^#{name}=", EXAMPLE, re.MULTILINE), name
    assert set(re.findall(r"^#([A-Z_]+)=", EXAMPLE, re.MULTILINE)) == NAMES


def test_every_command_stands_in_the_guide(tmp_path):
    shown = run_main("--help", cwd=tmp_path).stdout.partition("Commands:")[2]
    for name in re.findall(r"^  ([a-z-]+)", shown, re.MULTILINE):
        assert f"`{name}" in GUIDE or f"`{name}`" in GUIDE, name


async def test_a_pause_is_lifted_as_the_guide_says(
    database: Scratch, valkey: Servers, redis: Redis, tmp_path: Path
) -> None:
    guide = (ROOT / "docs" / "operations" / "delivery.md").read_text()
    [told] = re.findall(r"python - <<'END'\n(.+?)\nEND", guide, re.DOTALL)
    for key in ("pace:7:pause", "pace:7:pause:9", "pace:7:all", "pace:8:pause"):
        await redis.set(key, "1")
    given = environment(
        DATA_DIR=str(tmp_path),
        DATABASE_URL=database.dsn("portal_app"),
        REDIS_URL=valkey.redis_url or "",
    )

    def lift() -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-"],
            cwd=ROOT,
            env=given,
            input=told.replace("<bot>", "7"),
            capture_output=True,
            text=True,
            timeout=90,
        )

    done = await asyncio.to_thread(lift)
    assert done.stdout == "2 lifted\n", done.stderr
    assert sorted([key async for key in redis.scan_iter("pace:*")]) == [
        b"pace:7:all",
        b"pace:8:pause",
    ]


async def test_only_what_waits_for_a_pause_is_made_due_as_the_guide_says(
    database: Scratch,
) -> None:
    guide = (ROOT / "docs" / "operations" / "delivery.md").read_text()
    [told] = re.findall(r'psql -c "(UPDATE notifications .+?)"', guide)
    connection = await asyncpg.connect(database.dsn())
    await connection.execute("SET session_replication_role = replica")
    await connection.execute(
        """
        INSERT INTO notifications
            (id, user_id, lane, template, due_at, last_error, leased_until, lease_token)
        SELECT uuidv7(), uuidv7(), 1, name, due_at, 'our pace', leased_until, token
        FROM (VALUES
            ('waits', now() + interval '3 hours', CAST(NULL AS timestamptz), CAST(NULL AS uuid)),
            ('is on its way', now() + interval '1 minute', now() + interval '1 minute', uuidv7()),
            ('is paused', '9999-12-31 00:00Z', NULL, NULL)
        ) AS n (name, due_at, leased_until, token)
        """
    )
    assert await connection.execute(told) == "UPDATE 1"
    due = "SELECT array_agg(template) FROM notifications WHERE due_at <= now()"
    assert await connection.fetchval(due) == ["waits"]
    await connection.close()


def test_lock_files_name_no_host():
    for name in ("requirements.lock", "requirements-dev.lock", "Makefile", ".ci/run"):
        assert "://" not in (ROOT / name).read_text(), name
