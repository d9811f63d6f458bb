"""The audit is read by index and month, however long it grew."""

import json
import time
from uuid import UUID

import asyncpg
import pytest

from domain.histories import LAST
from tests.storage.rows.probes import acting, sign
from tests.storage.rows.world import World, make_world

# Rows of this month and the one before, mostly about others.
GROWN = """
    INSERT INTO audit_logs
        (id, action, entity_type, entity_id, user_id, capacity, changes, transaction)
    SELECT uuidv7(n * interval '-20 seconds'), 'update', 'events',
        CASE WHEN n % 1000 = 0 THEN $1::uuid ELSE gen_random_uuid() END,
        CASE WHEN n % 100 = 0 THEN $2::uuid ELSE $3::uuid END, 'person', '{}', 0
    FROM generate_series(1, 100000) AS n
"""
STORY = "SELECT * FROM sec.event_history('{show}', '{last}', 7)"
ACTS = "SELECT * FROM sec.audit_lines('{giulia}', NULL, '{last}', 7)"
THING = "SELECT * FROM sec.audit_lines(NULL, '{row}', '{last}', 7)"
ALL = "SELECT * FROM sec.audit_lines(NULL, NULL, '{last}', 7)"


@pytest.fixture
async def world(superuser: asyncpg.Connection) -> World:
    world = await make_world(superuser)
    await superuser.execute("SET statement_timeout = 0")
    await superuser.execute(GROWN, world["show"], world["giulia"], world["stranger"])
    await superuser.execute("VACUUM ANALYZE audit_logs")
    return world


@pytest.mark.parametrize(
    ("who", "asked"), [("house", STORY), ("admin", ACTS), ("admin", THING), ("admin", ALL)]
)
async def test_a_page_of_the_audit_touches_few_pages(superuser, world, who, asked) -> None:
    row = await superuser.fetchval(
        "SELECT id FROM audit_logs WHERE entity_id = $1 AND entity_type = 'events' LIMIT 1",
        world["show"],
    )
    statement = asked.format(**world.keys, last=LAST, row=row)
    async with acting(superuser, sign(world, who, now=time.time())) as bot:
        assert len(await bot.fetch(statement)) == 7
        told = await bot.fetchval(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}")
    [plan] = json.loads(told)
    pages = plan["Plan"]["Shared Hit Blocks"] + plan["Plan"]["Shared Read Blocks"]
    assert pages < 250  # in full it has thousands


async def test_the_story_of_an_event_begins_in_its_first_month(superuser, world) -> None:
    """What lies before it was made is not looked at."""
    before = await superuser.fetchval(
        "SELECT count(*) FROM audit_logs WHERE id < uuidv7(interval '-2 days') AND entity_id = $1",
        world["show"],
    )
    assert before > 0
    async with acting(superuser, sign(world, "house", now=time.time())) as bot:
        found: list[asyncpg.Record] = await bot.fetch(
            f"SELECT * FROM sec.event_history('{world['show']}', '{LAST}', 1000)"
        )
    assert len(found) >= 7
    newest: list[UUID] = [each["id"] for each in found]
    assert newest == sorted(newest, reverse=True)
    assert len(found) < before
