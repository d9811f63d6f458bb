"""What has served is forgotten, what has not is kept."""

from datetime import timedelta

import pytest

from jobs.housekeeping import forget_old
from storage.database import Database
from storage.queries import housekeeping
from tests.factories import Owner
from tests.jobs.people import People


async def test_old_rows_go_and_young_ones_stay(
    db: Database, owner: Owner, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(housekeeping, "BATCH", 3)
    await owner.connection.execute(
        "INSERT INTO processed_updates (bot_id, update_id, processed_at)"
        " SELECT 1, n, now() - n * interval '1 day' FROM generate_series(1, 14) n"
    )
    await owner.connection.execute(
        "INSERT INTO job_runs (name, scheduled_for)"
        " SELECT 'work', now() - n * interval '1 day' FROM generate_series(1, 14) n"
    )
    await owner.connection.execute(
        "INSERT INTO dialog_drafts (id, user_id, form, updated_at)"
        " SELECT uuidv7(), $1, 'form ' || n, now() - n * interval '10 days'"
        " FROM generate_series(1, 5) n",
        await people.arrive(1),
    )
    await owner.connection.execute(
        "INSERT INTO cache_entries (key, value, expiration)"
        " SELECT 'key ' || n, '1', now() + (n - 5) * interval '1 day' FROM generate_series(1, 9) n"
    )
    await owner.connection.execute("INSERT INTO cache_entries (key, value) VALUES ('ever', '1')")
    await owner.connection.execute(
        "INSERT INTO email_confirmations (user_id, address, address_index, created_at, expires_at)"
        " SELECT $1, 'sealed', 'sixteen bytes...', now() - n * interval '1 hour', now()"
        " FROM generate_series(1, 7) n",
        people.ids[1],
    )

    async def left() -> list[int]:
        tables = (
            "processed_updates", "job_runs", "dialog_drafts", "cache_entries",
            "email_confirmations",
        )  # fmt: skip
        return [await owner.value(f"SELECT count(*) FROM {table}") for table in tables]

    assert await left() == [14, 14, 5, 10, 7]
    db.clock_offset = timedelta(minutes=-1)  # rows at the very edge are still young
    await forget_old(db)
    assert await left() == [7, 2, 3, 6, 2]
