"""The data map as a page: `python -m tests.storage.data_map_page` writes it anew."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from storage.datamap import TABLES, Basis, Column, End, Keep, Table

PAGE = Path(__file__).parents[2] / "docs" / "data-map.md"

_HEAD = """# The data map

Of every table whose its rows are, what is kept of people, what for, on which ground and how long.
It is written from `storage/datamap/` (`python -m tests.storage.data_map_page`); tests compare that
with the database, column by column.

*Person* is the key of a person; *clear* is personal and readable, masks and blind indexes too;
*sealed* is ciphertext under the person's own key; *bearer* opens something for who holds it, or is
the digest of that. What a table does not list holds nothing of a person.
"""

_BASES = {
    Basis.CONTRACT: "contract",
    Basis.CONSENT: "consent",
    Basis.LAW: "legal obligation",
    Basis.INTEREST: "legitimate interest",
}
_ENDS = {End.REMOVED: "removed", End.NAMELESS: "kept without the person"}


def page() -> str:
    """The whole page."""
    personal = [table for table in TABLES.values() if table.parts]
    others = sorted(name for name, table in TABLES.items() if not table.parts)
    parts = [_HEAD, *(_section(table) for table in personal)]
    parts.append(f"## Nothing of people\n\n{', '.join(others)}.\n")
    return "\n".join(parts)


def _section(table: Table) -> str:
    whose = f"A row is of whom `{table.whose}` names.\n\n" if table.whose else ""
    return f"## {table.name}\n\n{whose}" + "".join(f"{line}\n" for line in _lines(table))


def _lines(table: Table) -> Iterator[str]:
    yield "| columns | hold | what for | ground | then |"
    yield "|---|---|---|---|---|"
    personal = [column for column in table.columns() if column.is_personal]
    for (purpose, kind), columns in groupby(personal, lambda each: (each.purpose, each.kind)):
        same = list(columns)
        names = ", ".join(column.name for column in same)
        yield f"| {names} | {kind} | {purpose} | {_BASES[_of(same).basis]} | {_kept(_of(same))} |"


def _of(columns: list[Column]) -> Column:
    return columns[0]


def _kept(column: Column) -> str:
    keep: Keep | None = column.keep
    if keep is None:
        return ""
    if keep.span is None:
        return f"{_ENDS[keep.end]} when the person asks to be forgotten"
    days = keep.span.days
    span = f"{days} days" if days else f"{keep.span.seconds // 3600} hours"
    since = "it was made" if keep.since == "id" else keep.since
    return f"{_ENDS[keep.end]} {span} after {since}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
