"""What things are kept for, as the data map says it, in words for people."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from bot.texts import Texts
from storage.datamap import TABLES, Basis, Part, Table


def _names() -> Iterator[str]:
    for table in TABLES.values():
        for number in range(1, len(table.parts) + 1):
            yield _name(table, number)


def _name(table: Table, number: int) -> str:
    return table.name if number == 1 else f"{table.name}-{number}"


Purpose = StrEnum("Purpose", {name: name for name in _names()})  # type: ignore[misc]
"""A text for every part of the data map: the table's name, with a number from its second part."""


def purpose(t: Texts, table: Table, part: Part) -> str:
    """What a part of a table is kept for."""
    return t.plain(f"purpose-{_name(table, table.parts.index(part) + 1)}")


def purposes(t: Texts, basis: Basis, tables: Sequence[Table]) -> list[str]:
    """What is kept on one ground, each said once."""
    parts = ((table, part) for table in tables for part in table.parts if part.basis is basis)
    return list(dict.fromkeys(purpose(t, table, part) for table, part in parts))
