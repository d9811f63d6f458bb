"""The data map: of every column of every table whether it is a person's, what for, on which
ground and how long. What somebody is given of theirs, what is forgotten and when, follows from it.
"""

from collections.abc import Mapping
from typing import Final

from storage.datamap.house import HOUSE
from storage.datamap.people import PEOPLE
from storage.datamap.rights import RIGHTS
from storage.datamap.selling import SELLING
from storage.datamap.shape import Basis, Column, End, Keep, Kind, Part, Table
from storage.datamap.trades import TRADES

__all__ = ["COLUMNS", "TABLES", "Basis", "Column", "End", "Keep", "Kind", "Part", "Table"]

TABLES: Final[Mapping[str, Table]] = {
    table.name: table for table in (*PEOPLE, *TRADES, *SELLING, *HOUSE, *RIGHTS)
}
"""Every table of ours, by its name."""

COLUMNS: Final[Mapping[tuple[str, str], Column]] = {
    (column.table, column.name): column for table in TABLES.values() for column in table.columns()
}
"""Every column, by its table's name and its own."""
