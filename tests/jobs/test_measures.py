"""A sample a minute of the database and of every process."""

import json

from bot.console.pulse import Pulse
from storage.database import Database
from storage.queries import metrics
from tests.factories import Owner
from tests.jobs.people import People

_ROWS = "SELECT metric_type, value, context, tags FROM performance_metrics ORDER BY id"


async def test_a_sample_tells_what_waits_and_what_statements_cost(
    db: Database, owner: Owner, people: People
) -> None:
    for number in range(3):
        await people.told(number)
    for _ in range(3):
        await owner.connection.fetch("SELECT pg_sleep(0.2), 'Amara typed this', 4711 + 1")
    await metrics.sample(db)
    rows = await owner.fetch(_ROWS)
    by_name = {row["metric_type"]: row for row in rows}
    assert {"queue.due", "cache.hits", "database.cache_hits"} <= by_name.keys()
    assert by_name["queue.due"]["value"] == 3
    statements = [json.loads(r["context"]) for r in rows if r["metric_type"].startswith("stat")]
    assert 0 < len(statements) <= 10
    assert all(each["fingerprint"] and each["calls"] and "mean_ms" in each for each in statements)
    [slow] = [each for each in statements if "pg_sleep" in each["statement"]]
    assert slow["calls"] >= 3
    assert "Amara" not in str(rows)
    assert "4711" not in str(rows)


async def test_a_process_tells_how_it_is(db: Database, owner: Owner) -> None:
    pulse = Pulse([db], process="portal_worker")
    await pulse.beat()
    await pulse.write(db)
    rows = await owner.fetch(_ROWS)
    assert [row["metric_type"] for row in rows] == [
        "loop.lag_ms",
        "pool.in_use",
        "messages.pushed",
        "updates.handled",
    ]
    assert all(row["tags"] == ["process", "portal_worker"] for row in rows)
    assert json.loads(rows[1]["context"]) == {"size": db.size}
