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


async def test_what_was_given_up_is_listed_and_tried_again(
    database: Scratch, owner: Owner, tmp_path: Path
) -> None:
    given = {"DATA_DIR": str(tmp_path), "DATABASE_URL": database.dsn("portal_migrate")}
    assert run_main("undelivered", cwd=tmp_path, **given).stdout.startswith("Every message")
    for reason in ("wrong file", "wrong file", "no rights"):
        await owner.connection.execute(
            "INSERT INTO notifications (id, chat_id, lane, template, status, last_error)"
            " VALUES (uuidv7(), 7, 0, 'ticket', 'dead', $1)",
            reason,
        )
    listed = run_main("undelivered", "--json", cwd=tmp_path, **given)
    most, least = map(json.loads, listed.stdout.splitlines())
    assert (most["reason"], most["count"], least["count"]) == ("wrong file", 2, 1)
    wrong = run_main("undelivered", "again", "NONSENSE", cwd=tmp_path, **given)
    assert wrong.returncode == 2
    assert "the key NONSENSE" in wrong.stderr
    assert f"{most['key']} (2 × ticket)" in wrong.stderr
    assert "on their way" not in wrong.stdout
    again = run_main("undelivered", "again", most["key"], cwd=tmp_path, **given)
    assert again.stdout.startswith("2 on their way"), again.stderr
    assert run_main("undelivered", "again", cwd=tmp_path, **given).stdout.startswith("1 on")
    assert await owner.value("SELECT count(*) FROM notifications WHERE due_at <= now()") == 3
