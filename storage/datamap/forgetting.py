"""How a person is forgotten, table by table: statements that follow from the data map alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Column as Field
from sqlalchemy import Text

from storage.datamap import TABLES, Column, End, Kind, Table
from storage.tables import Base

_REMOVE = "DELETE FROM {table} WHERE {theirs}"
_EMPTY = """
    UPDATE {table} SET {sets} WHERE {theirs} AND ROW({before}) IS DISTINCT FROM ROW({after})
"""
_THROUGH = "{column} IN (SELECT id FROM {table} WHERE {theirs})"


@dataclass(frozen=True, slots=True)
class Step:
    """A statement on one table, which binds `person`. Once it was done it finds nothing more."""

    table: str
    statement: str


def steps() -> Sequence[Step]:
    """All of them, in their order: what refers to something goes before it.

    Raises `ValueError` for a column that goes and may not be empty.
    """
    found: list[Step] = []
    for table in reversed(Base.metadata.sorted_tables):
        entry = TABLES[table.name]
        found += [Step(entry.name, statement) for statement in _statements(entry)]
    return found


def _statements(table: Table) -> Iterator[str]:
    for way in table.falls:
        yield _REMOVE.format(table=table.name, theirs=_theirs(way))
    if not table.whose:
        return
    if all(part.keep.end is End.REMOVED for part in table.parts):
        yield _REMOVE.format(table=table.name, theirs=_theirs(table.whose))
        return
    going = [column for column in table.columns() if column.goes]
    for way in dict.fromkeys(column.whose for column in going):
        yield _emptying(table.name, way, [each for each in going if each.whose == way])


def _emptying(table: str, way: str, columns: Sequence[Column]) -> str:
    blanks = {f'"{each.name}"': blank(each) for each in columns}
    sets = ", ".join(f"{name} = {blank}" for name, blank in blanks.items())
    before, after = ", ".join(blanks), ", ".join(blanks.values())
    return _EMPTY.format(table=table, sets=sets, theirs=_theirs(way), before=before, after=after)


def _theirs(way: str) -> str:
    """The condition that a row is the person's, by a way of the data map."""
    column, _, through = way.partition(" > ")
    if not through:
        return f"{column} = :person"
    theirs = _theirs(TABLES[through].whose)
    return _THROUGH.format(column=column, table=through, theirs=theirs)


def blank(column: Column) -> str:
    """What stands in a column that says nothing any more, as SQL has it.

    Raises `ValueError` for one that may not be empty.
    """
    field: Field[object] = Base.metadata.tables[column.table].columns[column.name]
    if isinstance(field.type, Text) and column.kind is Kind.CLEAR and not _is_derived(column):
        # What is there stays something, without a word: that it was there may be asked for.
        return f'left("{column.name}", 0)'
    if field.nullable:
        return "NULL"
    if field.server_default is not None:
        return str(field.server_default.arg)  # type: ignore[attr-defined]
    raise ValueError(f"{column.table}.{column.name} goes and may not be empty")


def _is_derived(column: Column) -> bool:
    return column.name.endswith(("_mask", "_index"))
