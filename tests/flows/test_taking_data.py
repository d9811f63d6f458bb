"""All that is kept of a person, to take along: every column, and nothing of anybody else."""

import json
from typing import Any
from uuid import UUID
from zipfile import ZipFile

import asyncpg
import pytest
from redis.asyncio import Redis

from domain import exports
from domain.actors import WORKER
from domain.files import Task
from jobs.exports import Takeaway
from storage.database import Database
from storage.datamap import COLUMNS, TABLES, Kind
from storage.ids import new_id
from storage.security.sealing import SEALED_COLUMNS, seal_row
from tests.factories import Owner
from tests.flows.files import Makers, files_of
from tests.guest import said
from tests.keeping import VAULT
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.storage.rows.world import make_world
from tests.visitor import Visitor, a_visitor

_TEXTS = """
    SELECT c.table_name, c.column_name FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type = 'text'
"""


def packers(portal: Portal, database: Scratch, redis: Redis) -> Makers:
    """The jobs that answer."""
    return Makers(portal, database, redis, exports.FILES, Takeaway)


async def asks(visitor: Visitor) -> dict:
    await visitor.says("/privacy")
    await visitor.taps("Take it along")
    return await visitor.taps("Pack it and send it")


def data_of(archive: ZipFile) -> dict[str, Any]:
    tables: dict[str, Any] = json.loads(archive.read("data.json"))["tables"]
    return tables


async def test_a_person_takes_their_data_along_once_a_day(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    nora = await a_visitor(portal, "<script>alert(1)</script> =cmd|x")
    assert "▱▱" in said(await asks(nora))
    await nora.says("/privacy")
    assert "0 %" in said(await nora.taps("Take it along"))
    await packers(portal, database, redis).make()
    [archive] = await files_of(nora.guest)
    page = archive.read("index.html").decode()
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; =cmd|x" in page
    [me] = data_of(archive)["users"]["rows"]
    assert me["full_name"] == "<script>alert(1)</script> =cmd|x"
    assert "somebody else" in archive.read("README.txt").decode()
    await nora.says("/privacy")
    await nora.taps("Take it along")
    await nora.taps("Pack it and send it")
    [told] = await owner.fetch("SELECT state::text, outcome, progress FROM data_requests")
    assert tuple(told.values()) == ("done", "delivered", 100)
    events = await owner.fetch(
        "SELECT action FROM audit_logs WHERE category = 'export' ORDER BY id"
    )
    assert [row["action"] for row in events] == ["asked", "delivered"]


async def test_what_was_cut_off_is_brought_once(
    portal: Portal, database: Scratch, redis: Redis
) -> None:
    nora = await a_visitor(portal, "Nora Lind")
    await asks(nora)
    await packers(portal, database, redis).are_cut_off(nora.guest)


async def test_what_is_too_large_to_be_sent_is_said(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jobs.files.LARGEST", 99)
    nora = await a_visitor(portal, "Nora Lind")
    await asks(nora)
    await packers(portal, database, redis).make()
    assert await files_of(nora.guest) == []
    assert "larger than Telegram takes" in said(await nora.guest.screen())
    [told] = await owner.fetch("SELECT state::text, outcome FROM data_requests")
    assert tuple(told.values()) == ("refused", "too large")


async def test_the_file_holds_every_column_and_nothing_of_anybody_else(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    """Two people with a row in every table; each text of the other holds a word that must not be
    met, each sealed one too, and each sealed one of one's own must."""
    superuser = await asyncpg.connect(database.dsn())
    world = await make_world(superuser)
    people = {"mine": world["giulia"], "theirs": world["stranger"]}
    await superuser.execute(
        "UPDATE enquiries SET status = 'answered', answer = 'x', answered_at = now(),"
        " answered_by = $1",
        people["theirs"],
    )
    await _seal_canaries(superuser, world["giulia"], "MINE")
    await _clear_canaries(superuser, world["stranger"])
    request = await superuser.fetchval(
        "UPDATE data_requests SET state = 'running' WHERE user_id = $1 RETURNING id",
        people["mine"],
    )
    db = Database(database.dsn("portal_worker"), role="portal_worker", vault=VAULT)
    mine = people["mine"]
    task = Task(request, exports.FILES, mine, mine, 1, 1, "en")
    async with db.read(WORKER) as tx:
        kept = await exports.collect(tx.session, task=task)
    await db.close()
    given = {each.table.name: each.rows for each in kept}
    asked_of = {name for name, table in TABLES.items() if table.parts}
    assert given.keys() == asked_of
    for (table, name), column in COLUMNS.items():
        if column.kind is Kind.OPEN:
            continue
        assert all(name in row for row in given[table]), (table, name)
    text = json.dumps({name: list(rows) for name, rows in given.items()}, default=str)
    assert "THEIRS" not in text
    assert str(people["theirs"]) not in text
    for each in SEALED_COLUMNS:
        for row in given[each.table]:
            said = exports.HELD if each.bearer else "MINE"
            assert row[each.column] is None or said in str(row[each.column]), each
    there = {
        name
        for name, table in TABLES.items()
        if table.whose and await _has_row(superuser, name, table.whose, people["mine"])
    }
    assert {name for name, rows in given.items() if rows} >= there
    assert len(there) > 20
    await superuser.close()


async def _has_row(superuser: asyncpg.Connection, table: str, whose: str, person: UUID) -> bool:
    column, _, parent = whose.partition(" > ")
    key = f"SELECT id FROM {parent} WHERE {TABLES[parent].whose} = $1" if parent else "$1"
    found: bool = await superuser.fetchval(
        f"SELECT EXISTS (SELECT FROM {table} WHERE {column} IN ({key}))", person
    )
    return found


async def _seal_canaries(superuser: asyncpg.Connection, person: UUID, word: str) -> None:
    """Every sealed column of a person's rows holds the word, sealed."""
    for each in SEALED_COLUMNS:
        rows = await superuser.fetch(
            f"SELECT {each.row} AS key FROM {each.table} WHERE {each.person} = $1", person
        )
        for row in rows:
            value = {"note": word} if each.json else word
            made = await seal_row(
                VAULT,
                each.table,
                {each.person: person, each.row: row["key"], each.column: value},
            )
            kept = made[each.column]
            await superuser.execute(
                f"UPDATE {each.table} SET {each.column} = $1 WHERE {each.row} = $2",
                json.dumps(kept) if each.json else kept,
                row["key"],
            )


async def _clear_canaries(superuser: asyncpg.Connection, person: UUID) -> None:
    """Rows of somebody else, with a word in every text."""
    await superuser.execute(
        "UPDATE users SET full_name = 'THEIRS', full_name_mask = 'THEIRS' WHERE id = $1", person
    )
    await superuser.execute(
        "INSERT INTO enquiries (user_id, topic, message) VALUES ($1, 'other', 'THEIRS')", person
    )
    await superuser.execute(
        "INSERT INTO designers (user_id, brand_name) VALUES ($1, 'THEIRS')", person
    )
    await superuser.execute(
        'INSERT INTO models (user_id, meta_data) VALUES ($1, \'{"stage_name": "THEIRS"}\')',
        person,
    )
    await superuser.execute(
        "INSERT INTO dialog_drafts (user_id, form, step) VALUES ($1, 'THEIRS', 'THEIRS')", person
    )
    await superuser.execute("UPDATE checkins SET staff_id = $1", person)
    await superuser.execute("UPDATE guardian_consents SET guardian_id = $1", person)
    await superuser.execute(
        "INSERT INTO audit_logs (id, user_id, category, action, entity_type, entity_id, changes)"
        " SELECT $2, g.user_id, 'data', 'update', 'designers', d.id,"
        ' \'{"new": {"brand_name": "THEIRS"}}\''
        " FROM guardian_consents g, designers d WHERE d.user_id = $1",
        person,
        new_id(),
    )
