"""`settings`, `incidents` and `logs`, as whoever runs the machine uses them."""

import json
from pathlib import Path

from tests.console.commands import run_main
from tests.factories import Owner
from tests.storage.database_fixtures import Scratch


async def test_the_machine_says_and_sets_what_is_in_force(
    database: Scratch, owner: Owner, tmp_path: Path
) -> None:
    given = {"DATA_DIR": str(tmp_path), "DATABASE_URL": database.dsn("portal_migrate")}

    done = run_main("settings", "set", "order_hold_minutes", "20", cwd=tmp_path, **given)
    assert done.returncode == 0, done.stderr
    [row] = await owner.fetch("SELECT * FROM settings WHERE name = 'order_hold_minutes'")
    assert (row["value"], row["reason"]) == (20, "from the command line")
    listed = run_main("settings", "--json", cwd=tmp_path, **given)
    rules = {each["name"]: each for each in map(json.loads, listed.stdout.splitlines())}
    assert rules["order_hold_minutes"]["value"] == 20
    for name, value, words in (
        ("order_hold_minutes", "500", "can be 5 to 60 minutes, not 500"),
        ("no_such_thing", "5", "There is no setting no_such_thing"),
    ):
        refused = run_main("settings", "set", name, value, cwd=tmp_path, **given)
        assert refused.returncode == 1
        assert words in " ".join(refused.stderr.split())

    await owner.connection.execute(
        "INSERT INTO incidents (kind, opened_at, seen_at) VALUES ('redis', now(), now())"
    )
    await owner.connection.execute(
        "INSERT INTO system_logs (level, message) VALUES ('info', 'open'),"
        " ('error', 'work failed')"
    )
    told = run_main("incidents", cwd=tmp_path, **given)
    assert told.stdout.startswith("redis"), told.stderr
    logs = run_main("logs", "--level", "error", "--json", cwd=tmp_path, **given)
    assert [json.loads(line)["message"] for line in logs.stdout.splitlines()] == ["work failed"]
