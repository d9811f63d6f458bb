"""`invariants`, as whoever runs the machine uses it."""

import json
from pathlib import Path

from tests.console.commands import run_main
from tests.factories import Owner, make_event
from tests.storage.database_fixtures import Scratch


async def test_what_does_not_agree_is_told_in_a_sentence(
    database: Scratch, owner: Owner, tmp_path: Path
) -> None:
    given = {"DATA_DIR": str(tmp_path), "DATABASE_URL": database.dsn("portal_migrate")}
    show = await make_event(owner)
    whole = run_main("invariants", cwd=tmp_path, **given)
    assert whole.returncode == 0, whole.stderr
    assert "Seats and money agree" in whole.stdout

    await owner.fetch("UPDATE quotas SET sold = 2")
    told = run_main("invariants", cwd=tmp_path, **given)
    assert told.returncode == 1
    pool = str(show.quotas["Standing"])
    said = f"Pool {pool} says 0 held and 2 sold; by the orders and tickets it is 0 and 0."
    assert said in " ".join(told.stderr.split())
    as_json = run_main("invariants", "--json", cwd=tmp_path, **given)
    assert as_json.returncode == 1
    [finding] = json.loads(as_json.stdout)["findings"]
    assert (finding["rule"], finding["sentence"]) == ("pools", said)
