"""Every change leaves a version, whatever wrote it; what is told of a row makes each of them."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.context import Context
from storage.ids import new_id
from tests.signing import SIGNER
from tests.storage.audit.test_replay import moments, numbers, objects, words
from tests.storage.database_fixtures import Scratch
from tests.storage.rows.probes import acting, sign
from tests.storage.rows.world import World, make_world

APART = {
    "events": {"updated_at"},
    "campaigns": {
        *("fanned_out_to", "fanned_out_at", "bar_chat_id", "bar_message_id", "bar_shown"),
    },
    "settings": {"version", "reason", "changed_by", "changed_at"},
}
"""What is no part of a version: marks of the work, not of what was made."""

texts = st.none() | words
STEPS: Mapping[str, Mapping[str, st.SearchStrategy[str | None]]] = {
    "events": {"title": words, "description": texts, "meta_data": objects},
    "event_schedules": {"title": words, "location": texts, "start_time": moments},
    "venues": {"name": words, "address": texts, "meta_data": objects},
    "ticket_types": {
        "name": words,
        "price": numbers.map(str),
        "sale_start": st.none() | moments,
        "status": st.sampled_from(["active", "sold_out", "inactive"]),
    },
    "designers": {"brand_name": words, "meta_data": objects},
    "collections": {"name": words, "meta_data": objects, "status": st.sampled_from(["draft"])},
    "models": {"meta_data": objects, "birth_date": st.sampled_from(["sealed", "also"])},
    "campaigns": {"name": words, "description": texts, "bar_shown": texts},
    "settings": {"value": st.integers(1, 9).map(str), "reason": texts},
}
START = {
    "events": "(id, organizer_id, title, type, currency, time_zone, start_date, end_date) SELECT"
    " '{id}', {house}, 'Show', 'fashion_show', 'EUR', 'UTC', now(), now() + interval '1 h'",
    "event_schedules": "(id, event_id, title, start_time, type)"
    " SELECT '{id}', {draft}, 'Doors', '-infinity', 'doors'",
    "venues": "(id, name, city, time_zone) SELECT '{id}', 'Hall', 'Milan', 'Europe/Rome'",
    "ticket_types": "(id, event_id, name, price, position)"
    " SELECT '{id}', {draft}, 'Seat', 10, (random() * 1000000000)::integer",
    "designers": "(id, user_id, brand_name) SELECT '{id}', '{new}', 'Seta'",
    "collections": "(id, designer_id, name) SELECT '{id}', {designer}, 'Acqua'",
    "models": "(id, user_id) SELECT '{id}', '{new}'",
    "campaigns": "(id, name, organizer_id) SELECT '{id}', 'News', {house}",
    "settings": "(id, name, value, lowest, highest) SELECT '{id}', '{id}', 5, 1, 9",
}
STATE = "SELECT to_jsonb(t) FROM {} t WHERE id = $1"
HIDDEN = """
    SELECT ((string_to_array(encode(tgargs, 'escape'), '\\000'))[3])::text[] FROM pg_trigger
    WHERE tgrelid = $1::regclass AND tgname = 'audit'
"""
TOLD = "SELECT changes FROM audit_logs WHERE entity_type = $1 AND entity_id = $2 ORDER BY id"
KEPT = (
    "SELECT version, data, created_by, comment FROM version_control"
    " WHERE entity_type = $1 AND entity_id = $2 ORDER BY version"
)


@pytest.fixture
async def world(superuser: asyncpg.Connection) -> World:
    return await make_world(superuser)


def steps_of(table: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Some changes of a row, each of one column or several."""
    step = st.fixed_dictionaries({}, optional=STEPS[table]).filter(bool)
    return st.lists(step, max_size=4)


@pytest.mark.parametrize("table", list(STEPS))
def test_each_version_is_the_row_and_follows_from_the_audit(database: Scratch, table: str) -> None:
    with asyncio.Runner() as runner:
        superuser = runner.run(asyncpg.connect(database.dsn()))
        names = runner.run(make_world(superuser)).quoted()

        @settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
        @given(steps_of(table))
        def follows(steps: list[dict[str, Any]]) -> None:
            runner.run(replay(superuser, table, names, steps))

        follows()
        runner.run(superuser.close())


async def replay(
    superuser: asyncpg.Connection,
    table: str,
    names: Mapping[str, str],
    steps: list[dict[str, Any]],
) -> None:
    """Change a row, take a version back, delete the row: versions and audit tell the same."""
    id, new = new_id(), new_id()
    await superuser.execute("INSERT INTO users (id) VALUES ($1)", new)
    await superuser.execute(f"INSERT INTO {table} {START[table].format(id=id, new=new, **names)}")
    states = [await state(superuser, table, id)]
    for step in steps:
        await change(superuser, table, id, step)
        now_is = await state(superuser, table, id)
        if now_is != states[-1]:
            states.append(now_is)
    kept = await versions(superuser, table, id)
    assert [row["data"] for row in kept] == states
    first = {name: states[0][name] for name in STEPS[table] if name in states[0]}
    await put_back(superuser, table, id, first)
    again = await versions(superuser, table, id)
    assert again[: len(kept)] == kept
    assert again[-1]["data"] == states[0]
    await compare_with_audit(superuser, table, id, [row["data"] for row in again])
    await superuser.execute(f"DELETE FROM {table} WHERE id = $1", id)
    assert [row["data"] for row in await versions(superuser, table, id)] == [
        *(row["data"] for row in again), {},
    ]  # fmt: skip
    assert [row["version"] for row in await versions(superuser, table, id)] == list(
        range(1, len(again) + 2)
    )


async def state(superuser: asyncpg.Connection, table: str, id: UUID) -> dict[str, Any]:
    """The row as a version has it."""
    row = json.loads(await superuser.fetchval(STATE.format(table), id))
    return told(table, row)


def told(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """What a version says of a row."""
    said = {name: value for name, value in row.items() if name not in APART.get(table, set())}
    if said.get("status") == "sold_out":
        said["status"] = "active"
    return said


async def change(
    superuser: asyncpg.Connection, table: str, id: UUID, step: Mapping[str, Any]
) -> None:
    """One UPDATE."""
    marks = ", ".join(f'"{name}" = ${n}' for n, name in enumerate(step, 2))
    asked = await superuser.prepare(f"UPDATE {table} SET {marks} WHERE id = $1")
    kinds = [each.name for each in asked.get_parameters()][1:]
    casts = ", ".join(
        f'"{name}" = ${n}::text::{kind}'
        for n, (name, kind) in enumerate(zip(step, kinds, strict=True), 2)
    )
    await superuser.execute(f"UPDATE {table} SET {casts} WHERE id = $1", id, *step.values())


async def put_back(
    superuser: asyncpg.Connection, table: str, id: UUID, then: Mapping[str, Any]
) -> None:
    """Write old values, as a restore does."""
    columns = ", ".join(f'"{name}" = r."{name}"' for name in then)
    await superuser.execute(
        f"UPDATE {table} t SET {columns} FROM jsonb_populate_record(NULL::{table}, $2) r"
        " WHERE t.id = $1",
        id,
        json.dumps(then),
    )


async def compare_with_audit(
    superuser: asyncpg.Connection, table: str, id: UUID, expected: list[dict[str, Any]]
) -> None:
    """The diffs, one after the other, make each version; equal neighbours are one."""
    made: dict[str, Any] = {}
    states: list[dict[str, Any]] = []
    hidden = set(await superuser.fetchval(HIDDEN, table))
    for row in await superuser.fetch(TOLD, table, id):
        made |= json.loads(row["changes"])["new"]
        now_is = {name: value for name, value in told(table, made).items() if name not in hidden}
        if not states or states[-1] != now_is:
            states.append(now_is)
    open_ = [
        {name: value for name, value in each.items() if name not in hidden} for each in expected
    ]
    assert states == [
        each for place, each in enumerate(open_) if not place or open_[place - 1] != each
    ]


async def versions(superuser: asyncpg.Connection, table: str, id: UUID) -> list[dict[str, Any]]:
    """All versions of a row."""
    rows = await superuser.fetch(KEPT, table, id)
    return [{**row, "data": json.loads(row["data"])} for row in rows]


async def test_a_version_says_who_and_why(superuser, world: World) -> None:
    now = await superuser.fetchval("SELECT extract(epoch FROM now())::float8")
    async with superuser.transaction():
        await superuser.execute("SET LOCAL ROLE portal_app")
        await superuser.fetch(
            "SELECT set_config('app.context', $1, true), set_config('app.reason', $2, true)",
            SIGNER.sign(Context("person", world["house"]), now=now),
            "It rains",
        )
        await superuser.execute("UPDATE events SET title = 'Indoors' WHERE id = $1", world["show"])
    await superuser.execute("UPDATE events SET title = 'By hand' WHERE id = $1", world["show"])
    said = await versions(superuser, "events", world["show"])
    assert [(row["created_by"], row["comment"]) for row in said] == [
        (None, None), (world["house"], "It rains"), (None, None),
    ]  # fmt: skip


async def test_every_role_that_may_change_leaves_a_version(superuser, world: World) -> None:
    now = await superuser.fetchval("SELECT extract(epoch FROM now())::float8")
    before = len(await versions(superuser, "events", world["show"]))
    for role in ("portal_app", "portal_worker", "portal_owner", None):
        async with superuser.transaction():
            if role:
                await superuser.execute(f"SET LOCAL ROLE {role}")
            await superuser.fetch(
                "SELECT set_config('app.context', $1, true)",
                sign(world, "house" if role == "portal_app" else "nobody", now=now),
            )
            await superuser.execute(
                "UPDATE events SET title = $2 WHERE id = $1", world["show"], f"By {role}"
            )
    assert len(await versions(superuser, "events", world["show"])) == before + 4


async def test_a_sale_that_ends_and_a_bar_that_moves_are_no_change(
    superuser, world: World
) -> None:
    count = "SELECT count(*) FROM version_control"
    before = await superuser.fetchval(count)
    await superuser.execute("UPDATE ticket_types SET status = 'sold_out'")
    await superuser.execute("UPDATE ticket_types SET status = 'active'")
    await superuser.execute("UPDATE campaigns SET bar_shown = '1', fanned_out_to = uuidv7()")
    await superuser.execute("UPDATE events SET title = title")
    assert await superuser.fetchval(count) == before


async def test_two_at_once_count_on_without_a_gap(database: Scratch, world: World) -> None:
    pool = await asyncpg.create_pool(database.dsn(), min_size=8, max_size=8)

    async def rename(number: int) -> None:
        await pool.execute(
            "UPDATE events SET title = $2 WHERE id = $1", world["show"], str(number)
        )

    await asyncio.gather(*(rename(number) for number in range(40)))
    rows = await pool.fetch(KEPT, "events", world["show"])
    await pool.close()
    assert [row["version"] for row in rows] == list(range(1, 42))


async def test_nobody_changes_or_removes_a_version(superuser, world: World) -> None:
    now = await superuser.fetchval("SELECT extract(epoch FROM now())::float8")
    for role in ("portal_app", "portal_worker", "portal_owner", "portal_definer"):
        for statement in (
            "UPDATE version_control SET comment = 'x'",
            'UPDATE version_control SET data = \'{"title": "x"}\'',
            "DELETE FROM version_control",
            "TRUNCATE version_control",
        ):
            async with acting(superuser, sign(world, "admin", now=now), role):
                with pytest.raises(asyncpg.InsufficientPrivilegeError):
                    await superuser.execute(statement)
    async with acting(superuser, sign(world, "house", now=now)):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await superuser.execute(
                "INSERT INTO version_control (entity_type, entity_id, version)"
                " VALUES ('events', uuidv7(), 1)"
            )
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await superuser.execute("DELETE FROM version_control")


READERS = {
    "events": {"house"},
    "event_schedules": {"house"},
    "ticket_types": {"house"},
    "venues": {"admin"},
    "designers": {"giulia"},
    "collections": {"giulia"},
    "models": {"giulia"},
    "campaigns": {"house"},
    "settings": {"admin"},
}


async def test_who_made_something_reads_what_it_was_and_nobody_else(
    superuser, world: World
) -> None:
    now = await superuser.fetchval("SELECT extract(epoch FROM now())::float8")
    readers: dict[str, set[str]] = {table: set() for table in READERS}
    for who in ("giulia", "stranger", "house", "steward", "admin", "guardian", "nobody"):
        async with acting(superuser, sign(world, who, now=now)):
            rows = await superuser.fetch("SELECT DISTINCT entity_type FROM version_control")
            for row in rows:
                readers[row["entity_type"]].add(who)
    assert readers == READERS


async def test_of_who_is_forgotten_only_the_count_of_versions_stays(
    superuser, world: World
) -> None:
    async with superuser.transaction():
        await superuser.execute("SET LOCAL ROLE portal_worker")
        done = await superuser.fetchval("SELECT sec.forget_versions($1)", world["giulia"])
    assert done == 3
    rows = await superuser.fetch(
        "SELECT DISTINCT data::text FROM version_control"
        " WHERE entity_type IN ('designers', 'collections', 'models')"
    )
    assert [row["data"] for row in rows] == ["{}"]
    assert (await versions(superuser, "events", world["show"]))[0]["data"]["title"] == "Show"
