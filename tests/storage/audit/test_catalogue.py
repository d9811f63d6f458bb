"""Every table tells of its changes, or says why not; what is personal and clear has no value."""

import pytest

from storage.datamap import COLUMNS, Column, Kind
from storage.security.sealing import SEALED_COLUMNS
from tests.storage.audit.tables import CHANGED, EXEMPT, audited

TABLES = """
    SELECT oid::regclass::text AS name FROM pg_class
    WHERE relnamespace IN ('public'::regnamespace, 'sec'::regnamespace)
        AND relkind IN ('r', 'p') AND NOT relispartition AND relowner = 'portal_owner'::regrole
"""
ARGUMENTS = """
    SELECT tgrelid::regclass::text AS name,
        t.args[3]::text[] AS hidden, t.args[4]::text[] AS sealed
    FROM pg_trigger
    CROSS JOIN LATERAL (
        SELECT string_to_array(encode(tgargs, 'escape'), '\\000') AS args
    ) AS t
    WHERE tgname = 'audit' AND tgparentid = 0
"""
HARMLESS = {"USER-DEFINED", "boolean", "timestamp with time zone", "integer", "smallint", "uuid"}
"""Kinds of columns that say nothing of a person by themselves: words of a list, moments, keys."""

STAYS_UNTOLD = {
    ("venues", "contact_info"): "may name somebody",
    ("external_services", "config"): "holds secrets",
    ("sec.context_keys", "inner_block"): "a secret",
    ("sec.context_keys", "outer_block"): "a secret",
}
"""What is hidden beside what the data map says."""


async def test_a_table_tells_of_its_changes_or_says_why_not(superuser) -> None:
    tables = {row["name"] for row in await superuser.fetch(TABLES)}
    telling = set(await audited(superuser))
    assert tables == telling | EXEMPT.keys()
    assert not telling & EXEMPT.keys()
    assert set(CHANGED) - EXEMPT.keys() == telling


async def test_a_new_table_that_tells_nothing_is_found(superuser) -> None:
    await superuser.execute("SET ROLE portal_owner")
    await superuser.execute("CREATE TABLE silent (id uuid)")
    with pytest.raises(AssertionError):
        await test_a_table_tells_of_its_changes_or_says_why_not(superuser)


async def test_every_way_of_changing_has_its_trigger(superuser) -> None:
    rows = await superuser.fetch(
        """
        SELECT tgrelid::regclass::text AS name, bit_or(tgtype & 60) AS ways FROM pg_trigger
        WHERE tgname LIKE 'audit%' AND tgparentid = 0 AND tgenabled = 'O' GROUP BY 1
        """
    )
    insert, delete, update, truncate = 4, 8, 16, 32
    assert {row["ways"] for row in rows} == {insert | delete | update | truncate}
    assert {row["name"] for row in rows} == set(await audited(superuser))


async def test_what_the_data_map_lets_go_is_told_without_a_value(superuser) -> None:
    """Who is forgotten must not be found in the audit: what goes with them was never in it."""
    rows = await superuser.fetch(ARGUMENTS)
    hidden = {(row["name"], column) for row in rows for column in row["hidden"]}
    kinds = {
        (row["table_name"], row["column_name"]): row["data_type"]
        for row in await superuser.fetch(
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            " WHERE table_schema = 'public'"
        )
    }
    telling = {row["name"] for row in rows}
    expected = {
        place
        for place, column in COLUMNS.items()
        if column.table in telling and _goes(column, kinds[place])
    }
    assert hidden == expected | STAYS_UNTOLD.keys()


def _goes(column: Column, kind: str) -> bool:
    match column.kind:
        case Kind.BEARER:
            return True
        case Kind.PERSON:
            return kind == "bigint"  # Telegram's own numbers
        case Kind.CLEAR:
            return column.goes and kind not in HARMLESS
        case _:
            return False


async def test_what_is_sealed_is_known_to_its_trigger(superuser) -> None:
    rows = await superuser.fetch(ARGUMENTS)
    known = {(row["name"], column) for row in rows for column in row["sealed"]}
    assert known == {(each.table, each.column) for each in SEALED_COLUMNS}
