"""Seals what an older portal wrote in clear and makes masks that are missing, batch by batch; cut
off, the next start goes on."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.context import Context
from storage.database import Database
from storage.errors import KeyDestroyed, Tampered, Unavailable
from storage.security.masks import HIDDEN
from storage.security.sealed import Sealed
from storage.security.sealing import SealedColumn, seal_json, vault_of
from storage.security.vault import Vault

_Some = Callable[[AsyncSession, SealedColumn], Awaitable[int]]

_AT_ONCE = 500
_IS_CLEAR = r"""
    {column} <> '' AND NOT (
        length({column}) >= 40 AND length({column}) % 4 = 0
        AND {column} ~ '^A[Q-Za-f][A-Za-z0-9+/]+={{0,2}}$'
    )
"""
"""What has not the shape of a record (`sealed.looks_sealed`), as SQL has it."""

_IS_CLEAR_JSON = "{column} <> '{{}}' AND NOT {column} ? 'sealed'"
_IS_UNMASKED = "{column} IS NOT NULL AND {masked} IS NULL"
_IS_UNMASKED_JSON = "{column} ? 'sealed' AND {masked} IS NULL"
_FIND = "SELECT {row} AS row, {person} AS person, {column} AS value FROM {table} WHERE {wanted}"
_LIMIT = " ORDER BY {row} LIMIT :limit FOR UPDATE"
_KEEP = "UPDATE {table} SET {column} = CAST(:record AS {kind}) WHERE {row} = :row"
_MASK = "UPDATE {table} SET {masked} = :mask WHERE {row} = :row"


async def write_anew(db: Database, table: str) -> bool:
    """Write a table anew, so that its file and statistics keep nothing of what stood in clear.

    As the owner of the tables. False where somebody else works with it just now.
    """
    try:
        await db.call(f"VACUUM (FULL, ANALYZE) {table}")
    except Unavailable:
        return False
    return True


async def sweep(db: Database, actor: Context, column: SealedColumn) -> int:
    """Seal all of a column that stands in clear, and make the masks that it lacks; how many
    values were sealed. As the owner of the tables. Raises `KeysUnavailable`."""
    sealed = await _all(db, actor, seal_some, column)
    await _all(db, actor, mask_some, column)
    return sealed


async def _all(db: Database, actor: Context, some_of: _Some, column: SealedColumn) -> int:
    total = 0
    while True:
        async with db.begin(actor) as tx:
            some = await some_of(tx.session, column)
        if not some:
            return total
        total += some


async def seal_some(session: AsyncSession, column: SealedColumn) -> int:
    """Seal some values of a column that stand in clear; how many, 0 when none is left.

    As the owner of the tables. In a transaction of its own, a batch is whole or not at all.
    """
    rows = await _find(session, column, _IS_CLEAR_JSON if column.json else _IS_CLEAR)
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
        await session.execute(text(_KEEP.format(**_words(column))), kept)
    return len(kept)


async def mask_some(session: AsyncSession, column: SealedColumn) -> int:
    """Make some masks that are missing beside sealed values; how many, 0 when none is left.

    As `seal_some`, which goes before. What cannot be opened shows nothing. Raises
    `KeysUnavailable`.
    """
    if column.mask is None:
        return 0
    rows = await _find(session, column, _IS_UNMASKED_JSON if column.json else _IS_UNMASKED)
    records = [
        Sealed(
            row.person,
            column.table,
            column.column,
            row.row,
            row.value.get("sealed") if column.json else row.value,
        )
        for row in rows
    ]
    values = await _opened(vault_of(session), records)
    made = [
        {"row": row.row, "mask": _mask(column, value)}
        for row, value in zip(rows, values, strict=True)
    ]
    if made:
        await session.execute(text(_MASK.format(**_words(column))), made)
    return len(made)


def _mask(column: SealedColumn, value: str | None) -> str | None:
    if value is None:
        return HIDDEN
    return column.hide(orjson.loads(value) if column.json else value)[column.masked] or HIDDEN


async def _opened(vault: Vault, records: Sequence[Sealed]) -> Sequence[str | None]:
    """The values, None for those that cannot be opened for good."""
    try:
        return await vault.open_many(records)
    except (KeyDestroyed, Tampered):
        return [await _open(vault, each) for each in records]


async def _open(vault: Vault, record: Sealed) -> str | None:
    try:
        [value] = await vault.open_many([record])
    except (KeyDestroyed, Tampered):
        return None
    return value


async def _find(session: AsyncSession, column: SealedColumn, wanted: str) -> Sequence[Any]:
    words = _words(column)
    find = text((_FIND + _LIMIT).format(**words, wanted=wanted.format(**words)))
    return (await session.execute(find, {"limit": _AT_ONCE})).all()


def _words(column: SealedColumn) -> dict[str, str]:
    return {
        "table": column.table,
        "column": column.column,
        "masked": column.masked,
        "person": column.person,
        "row": column.row,
        "kind": "jsonb" if column.json else "text",
    }
