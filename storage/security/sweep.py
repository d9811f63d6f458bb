"""Seals what an older portal wrote in clear, batch by batch; cut off, the next start goes on."""

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.database import Database
from storage.errors import Unavailable
from storage.security.sealing import SealedColumn, seal_json, vault_of

_AT_ONCE = 500
_IS_CLEAR = r"""
    {column} <> '' AND NOT (
        length({column}) >= 40 AND length({column}) % 4 = 0
        AND {column} ~ '^A[Q-Za-f][A-Za-z0-9+/]+={{0,2}}$'
    )
"""
"""What has not the shape of a record (`sealed.looks_sealed`), as SQL has it."""

_IS_CLEAR_JSON = "{column} <> '{{}}' AND NOT {column} ? 'sealed'"
_FIND = "SELECT {row} AS row, {person} AS person, {column} AS value FROM {table} WHERE {clear}"
_LIMIT = " ORDER BY {row} LIMIT :limit FOR UPDATE"
_KEEP = "UPDATE {table} SET {column} = CAST(:record AS {kind}) WHERE {row} = :row"


async def write_anew(db: Database, table: str) -> bool:
    """Write a table anew, so that its file and statistics keep nothing of what stood in clear.

    As the owner of the tables. False where somebody else works with it just now.
    """
    try:
        await db.call(f"VACUUM (FULL, ANALYZE) {table}")
    except Unavailable:
        return False
    return True


async def seal_some(session: AsyncSession, column: SealedColumn) -> int:
    """Seal some values of a column that stand in clear; how many, 0 when none is left.

    As the owner of the tables. In a transaction of its own, a batch is whole or not at all.
    """
    words = {
        "table": column.table,
        "column": column.column,
        "person": column.person,
        "row": column.row,
        "kind": "jsonb" if column.json else "text",
    }
    clear = (_IS_CLEAR_JSON if column.json else _IS_CLEAR).format(**words)
    find = text((_FIND + _LIMIT).format(**words, clear=clear))
    rows = (await session.execute(find, {"limit": _AT_ONCE})).all()
    vault = vault_of(session)
    await vault.admit(*{row.person for row in rows})
    kept = []
    for row in rows:
        place = (row.person, column.table, column.column, row.row)
        if column.json:
            record = orjson.dumps(await seal_json(vault, *place, row.value)).decode()
        else:
            record = await vault.seal(*place, row.value)
        kept.append({"row": row.row, "record": record})
    if kept:
        await session.execute(text(_KEEP.format(**words)), kept)
    return len(kept)
