"""Seals whole columns and makes their masks: what an older portal wrote in clear, and what an
older key has sealed. Batch by batch; cut off, the next start goes on."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.context import Context
from storage.database import Database
from storage.errors import KeyDestroyed, Tampered, Unavailable
from storage.security.masks import HIDDEN
from storage.security.sealing import SealedColumn, open_json, seal_json, vault_of
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
_FIND = "SELECT {row} AS row, {person} AS person, {column} AS value FROM {table} WHERE "
_LIMIT = " ORDER BY {row} LIMIT :limit FOR UPDATE"
_THEIRS = "{person} = ANY(:people) AND {column} IS NOT NULL FOR UPDATE"
_KEEP = "UPDATE {table} SET {column} = CAST(:value AS {kind}) WHERE {row} = :row"
_MASK = "UPDATE {table} SET {masked} = :value WHERE {row} = :row"


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
    clear = _IS_CLEAR_JSON if column.json else _IS_CLEAR
    rows = await _find(session, column, clear + _LIMIT, limit=_AT_ONCE)
    vault = vault_of(session)
    await vault.admit(*{row.person for row in rows})
    records = {row.row: await _sealed(vault, column, row, row.value) for row in rows}
    await _write(session, column, _KEEP, records)
    return len(records)


async def seal_anew(session: AsyncSession, column: SealedColumn, people: Collection[UUID]) -> None:
    """Seal with the keys that some people have now what of theirs is sealed in a column.

    As the owner of the tables. What cannot be read stays as it is.
    """
    vault = vault_of(session)
    records = {}
    for row in await _find(session, column, _THEIRS, people=list(people)):
        try:
            value = await _opened(vault, column, row)
        except Tampered:
            continue  # no key of theirs opens it: the next one as little
        if value:
            records[row.row] = await _sealed(vault, column, row, value)
    await _write(session, column, _KEEP, records)


async def mask_some(session: AsyncSession, column: SealedColumn) -> int:
    """Make some masks that are missing beside sealed values; how many, 0 when none is left.

    As `seal_some`, which goes before. What cannot be opened shows nothing. Raises
    `KeysUnavailable`.
    """
    if column.mask is None:
        return 0
    unmasked = _IS_UNMASKED_JSON if column.json else _IS_UNMASKED
    rows = await _find(session, column, unmasked + _LIMIT, limit=_AT_ONCE)
    vault = vault_of(session)
    masks = {row.row: await _mask(vault, column, row) for row in rows}
    await _write(session, column, _MASK, masks)
    return len(masks)


async def _mask(vault: Vault, column: SealedColumn, row: Any) -> str:
    try:
        value = await _opened(vault, column, row)
    except (KeyDestroyed, Tampered):
        return HIDDEN
    return column.hide(value)[column.masked] or HIDDEN


async def _find(
    session: AsyncSession, column: SealedColumn, which: str, **values: object
) -> Sequence[Any]:
    """Rows with the fields `row`, `person` and `value`."""
    return (await session.execute(text(_worded(_FIND + which, column)), values)).all()


async def _opened(vault: Vault, column: SealedColumn, row: Any) -> Any:
    place = (row.person, column.table, column.column, row.row)
    if column.json:
        return await open_json(vault, *place, row.value)
    return await vault.open(*place, row.value)


async def _sealed(vault: Vault, column: SealedColumn, row: Any, value: Any) -> str:
    place = (row.person, column.table, column.column, row.row)
    if column.json:
        return orjson.dumps(await seal_json(vault, *place, value)).decode()
    return await vault.seal(*place, value)


async def _write(
    session: AsyncSession, column: SealedColumn, statement: str, values: Mapping[Any, str]
) -> None:
    if values:
        rows = [{"row": row, "value": value} for row, value in values.items()]
        await session.execute(text(_worded(statement, column)), rows)


def _worded(statement: str, column: SealedColumn) -> str:
    return statement.format(
        table=column.table,
        column=column.column,
        masked=column.masked,
        person=column.person,
        row=column.row,
        kind="jsonb" if column.json else "text",
    )
