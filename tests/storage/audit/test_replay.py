"""What the audit tells of a row makes each of its later states again."""

import asyncio
import json
from typing import Any

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.ids import new_id
from tests.storage.database_fixtures import Scratch
from tests.storage.rows.world import make_world

words = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40)
numbers = st.decimals(0, 10**6, places=2)
objects = st.dictionaries(
    words, st.one_of(words, st.none(), st.booleans(), st.lists(st.integers())), max_size=3
).map(lambda value: json.dumps(value))
moments = st.datetimes().map(lambda value: value.isoformat() + "Z")
STEPS = {
    "events": {"title": words, "description": st.none() | words, "meta_data": objects},
    "ticket_types": {
        "name": words,
        "price": numbers.map(str),
        "sale_start": st.none() | moments,
        "benefits": st.lists(words, max_size=3).map(json.dumps),
    },
    "venues": {
        "name": words,
        "capacity": st.none() | st.integers(1, 10**6).map(str),
        "address": st.none() | words,
        "meta_data": objects,
    },
    "users": {"full_name": st.none() | words, "last_login": st.none() | moments},
}
START = {
    "events": "(id, organizer_id, title, type, currency, time_zone, start_date, end_date)"
    " SELECT '{id}', {house}, 'Show', 'fashion_show', 'EUR', 'UTC', now(), now() + interval '1 h'",
    "ticket_types": "(id, event_id, name, price, position)"
    " SELECT '{id}', {draft}, 'Seat', 10, (random() * 1000000000)::integer",
    "venues": "(id, name, city, time_zone) SELECT '{id}', 'Hall', 'Milan', 'Europe/Rome'",
    "users": "(id) SELECT '{id}'",
}
STATE = "SELECT to_jsonb(t) FROM {} t WHERE id = $1"
TOLD = "SELECT changes FROM audit_logs WHERE entity_type = $1 AND entity_id = $2 ORDER BY id"


def changes(table: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Some changes of a row, each of one column or several."""
    columns = STEPS[table]
    step = st.fixed_dictionaries({}, optional=columns).filter(bool)
    return st.lists(step, max_size=6)


@pytest.mark.parametrize("table", list(STEPS))
def test_the_diffs_of_a_row_make_its_states_again(database: Scratch, table: str) -> None:
    with asyncio.Runner() as runner:
        superuser = runner.run(asyncpg.connect(database.dsn()))
        world = runner.run(make_world(superuser))

        @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
        @given(changes(table))
        def replays(steps: list[dict[str, Any]]) -> None:
            runner.run(replay(superuser, table, START[table], world.quoted(), steps))

        replays()
        runner.run(superuser.close())


async def replay(superuser, table, start, names, steps) -> None:
    id = new_id()
    await superuser.execute(f"INSERT INTO {table} {start.format(id=id, **names)}")
    states = [json.loads(await superuser.fetchval(STATE.format(table), id))]
    for step in steps:
        marks = ", ".join(f'"{name}" = ${n}' for n, name in enumerate(step, 2))
        casts = await superuser.prepare(f"UPDATE {table} SET {marks} WHERE id = $1")
        kinds = [each.name for each in casts.get_parameters()]
        text = ", ".join(
            f'"{name}" = ${n}::text::{kind}'
            for n, (name, kind) in enumerate(zip(step, kinds[1:], strict=True), 2)
        )
        await superuser.execute(f"UPDATE {table} SET {text} WHERE id = $1", id, *step.values())
        state = json.loads(await superuser.fetchval(STATE.format(table), id))
        if state != states[-1]:
            states.append(state)
    made: dict[str, Any] = {}
    told = [json.loads(row["changes"]) for row in await superuser.fetch(TOLD, table, id)]
    hidden = {"preferences"} if table == "users" else {"contact_info"}
    for each, state in zip(told, states, strict=True):
        assert {name: made.get(name) for name in each.get("old", {})} == each.get("old", {})
        made |= each["new"]
        public = {
            name: value for name, value in state.items() if name in each["new"] or name in made
        }
        assert made == public
        assert set(state) - set(made) <= hidden | {
            name for name in state if name.endswith(("_mask", "_index", "_hash"))
        }
