"""Partitions: made ahead, taking every row, found by their bounds."""

from datetime import UTC, datetime, timedelta

import asyncpg
import pytest

from storage.ids import derived_id, new_id
from storage.partitions import PARTITIONED, covered_until, make_partitions, months, uuid_floor
from tests.storage.database_fixtures import Scratch

JANUARY = datetime(2026, 1, 15, tzinfo=UTC)
LOG = "INSERT INTO system_logs (id, level, message) VALUES ($1, 'info', 'x')"


def test_months_run_over_the_turn_of_the_year():
    assert [f"{edge:%Y-%m}" for edge in months(JANUARY, behind=1, ahead=2)] == [
        "2025-12",
        "2026-01",
        "2026-02",
        "2026-03",
        "2026-04",
    ]


async def test_six_months_ahead_are_there_after_migration(database: Scratch):
    until = await covered_until(database.dsn("portal_migrate"))
    assert until > datetime.now(UTC) + timedelta(days=6 * 30)


async def test_making_again_makes_nothing_and_later_makes_what_is_missing(database: Scratch):
    migrate = database.dsn("portal_migrate")
    assert await make_partitions(migrate) == []
    later = datetime.now(UTC) + timedelta(days=62)
    made = await make_partitions(migrate, now=later)
    assert len(made) in {2 * len(PARTITIONED), 3 * len(PARTITIONED)}
    assert await covered_until(migrate) > later + timedelta(days=6 * 30)


async def test_there_is_no_default_partition_and_a_row_without_its_month_is_refused(
    database: Scratch,
):
    owner = await asyncpg.connect(database.dsn())
    with pytest.raises(asyncpg.CheckViolationError):
        await owner.execute(LOG, derived_id(JANUARY - timedelta(days=9999), "old"))
    await owner.close()


async def test_the_worker_writes_through_the_parent_but_makes_no_partition(database: Scratch):
    worker = await asyncpg.connect(database.dsn("portal_worker"))
    await worker.execute(LOG, new_id())
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await worker.execute("CREATE TABLE more PARTITION OF system_logs DEFAULT")
    await worker.close()


async def test_rows_fall_into_the_month_of_their_key(database: Scratch):
    owner = await asyncpg.connect(database.dsn())
    now = datetime.now(UTC)
    for edge in months(now, behind=1, ahead=5)[:-1]:
        for moment in (edge, edge + timedelta(days=27, hours=23)):
            key = derived_id(moment, f"at {moment}")
            await owner.execute(LOG, key)
            place = await owner.fetchval(
                "SELECT tableoid::regclass::text FROM system_logs WHERE id = $1", key
            )
            assert place == f"system_logs_{edge:%Y_%m}"
    await owner.close()


async def test_python_and_sql_agree_about_the_floor_of_a_moment(database: Scratch):
    owner = await asyncpg.connect(database.dsn())
    for moment in (JANUARY, datetime(2031, 12, 31, 23, 59, 59, 999000, tzinfo=UTC)):
        assert await owner.fetchval("SELECT uuid_floor($1)", moment) == uuid_floor(moment)
    await owner.close()


async def test_bounds_in_the_question_prune_to_one_partition(database: Scratch):
    owner = await asyncpg.connect(database.dsn())
    start, end = months(datetime.now(UTC), behind=0, ahead=0)[:2]
    plan = await owner.fetch(
        f"EXPLAIN SELECT FROM notifications WHERE id >= '{uuid_floor(start)}'"
        f" AND id < '{uuid_floor(end)}'"
    )
    await owner.close()
    text = "\n".join(row[0] for row in plan)
    assert f"notifications_{start:%Y_%m}" in text
    assert text.count("notifications_2") == text.count(f"notifications_{start:%Y_%m}")
