"""What is kept of a person who asked for it, table by table along the data map, opened."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

import orjson
from sqlalchemy import ARRAY, Text, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.datamap import TABLES, Table
from storage.security.sealed import Sealed
from storage.security.sealing import SEALED_COLUMNS, SealedColumn, vault_of
from storage.security.unreadable import UNREADABLE

Row = dict[str, Any]

ALSO: Final[Mapping[str, Sequence[str]]] = {"guardian_consents": ("guardian_id",)}
"""Other columns of a table by which a row is a person's, too."""

_OWN = text("SELECT * FROM sec.own_rows(:request, :table, :way) AS r (row)").bindparams(
    bindparam("way", type_=ARRAY(Text))
)


async def rows_of(session: AsyncSession, *, request: UUID, table: Table) -> list[Row]:
    """All rows of a table that are of the person who made the request, as JSON has them, with what
    is sealed opened; `UNREADABLE` stands for what cannot be."""
    found: list[Row] = []
    for way in _ways(table):
        values = {"request": request, "table": table.name, "way": way}
        found += [row.row for row in await session.execute(_OWN, values)]
    await _open(session, table.name, found)
    return found


def _ways(table: Table) -> Iterator[list[str]]:
    if not table.whose:
        return
    column, _, parent = table.whose.partition(" > ")
    yield [column, parent, TABLES[parent].whose] if parent else [column]
    for other in ALSO.get(table.name, ()):
        yield [other]


async def _open(session: AsyncSession, table: str, rows: Sequence[Row]) -> None:
    sealed = [each for each in SEALED_COLUMNS if each.table == table]
    places = [(row, each) for row in rows for each in sealed if row.get(each.column)]
    records = [_record(row, each) for row, each in places]
    opened = await vault_of(session).read_many(records)
    for (row, each), value in zip(places, opened, strict=True):
        readable = each.json and value is not None and value is not UNREADABLE
        row[each.column] = orjson.loads(str(value)) if readable else value


def _record(row: Row, sealed: SealedColumn) -> Sealed:
    kept, key = row[sealed.column], row[sealed.row]
    return Sealed(
        UUID(row[sealed.person]),
        sealed.table,
        sealed.column,
        key if isinstance(key, int) else UUID(key),
        str(kept["sealed"]) if sealed.json else str(kept),
    )
