"""The data map knows every column that there is, and no other."""

import asyncpg

from storage.datamap import COLUMNS, TABLES, Kind
from storage.security.sealing import SEALED_COLUMNS
from tests.storage.data_map_page import PAGE, page
from tests.storage.rows.test_catalogue import PERSONAL

_ROOMS_OF_ALEMBIC = {"alembic_version"}
_COLUMNS = """
    SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
"""
_REFERENCES = """
    SELECT k.conrelid::regclass::text AS here, a.attname, k.confrelid::regclass::text AS there
    FROM pg_constraint k
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'f' AND k.conparentid = 0
"""


async def test_every_column_has_its_entry(superuser: asyncpg.Connection) -> None:
    rows = await superuser.fetch(_COLUMNS)
    there = {tuple(row) for row in rows if row["relname"] not in _ROOMS_OF_ALEMBIC}
    assert there - set(COLUMNS) == set(), "not in the map"
    assert set(COLUMNS) - there == set(), "not in the database"
    entries = [(each.table, each.name) for table in TABLES.values() for each in table.columns()]
    assert len(entries) == len(set(entries)), "twice in the map"


def test_what_is_sealed_is_mapped_as_sealed_and_nothing_else() -> None:
    mapped = {place for place, column in COLUMNS.items() if column.kind is Kind.SEALED}
    sealed = {(each.table, each.column) for each in SEALED_COLUMNS if not each.bearer}
    assert mapped == sealed
    for each in SEALED_COLUMNS:
        assert not each.bearer or COLUMNS[each.table, each.column].kind is Kind.BEARER


def test_masks_and_blind_indexes_are_personal_and_clear() -> None:
    derived = [column for column in COLUMNS.values() if column.name.endswith(("_mask", "_index"))]
    assert len(derived) > 10
    assert [column for column in derived if column.kind is not Kind.CLEAR] == []


def test_what_is_personal_stands_behind_row_security() -> None:
    holding = {
        column.table for column in COLUMNS.values() if column.kind in (Kind.CLEAR, Kind.SEALED)
    }
    assert holding - PERSONAL == set()
    assert {name for name in PERSONAL if not TABLES[name].parts} == set()


async def test_the_way_to_the_person_leads_there(superuser: asyncpg.Connection) -> None:
    rows = await superuser.fetch(_REFERENCES)
    leads = {(row["here"], row["attname"], row["there"]) for row in rows}
    for table in TABLES.values():
        column, _, through = table.whose.partition(" > ")
        if not column or (table.name, column) == ("users", "id"):
            continue
        if table.name == "event_search":  # kept by triggers, without references
            assert COLUMNS[table.name, column].kind is Kind.PERSON
            continue
        assert (table.name, column, through or "users") in leads, table.name
        assert not through or TABLES[through].whose, table.name


async def test_a_time_is_counted_from_a_column_that_is_there() -> None:
    for column in COLUMNS.values():
        if column.keep is not None and column.keep.since is not None:
            assert (column.table, column.keep.since) in COLUMNS, column


def test_the_page_says_what_the_map_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.storage.data_map_page"
