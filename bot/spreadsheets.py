"""Tables as spreadsheets open them: CSV files in a ZIP.

They grow row by row, so that a million need no more memory than some. A cell that a spreadsheet
would take for a formula begins with an apostrophe (OWASP, CSV injection).
"""

import csv
import zipfile
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from typing import IO, Final

_ACTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Row = Sequence[str]


class Book:
    """Tables, written `into` a file one after the other. The first is called `name`."""

    def __init__(self, into: IO[bytes], name: str) -> None:
        self._archive = zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED)
        self._table = self._begin(name)

    def turn_to(self, name: str) -> None:
        """What is written from now on stands in another table."""
        self._table.close()
        self._table = self._begin(name)

    def write(self, rows: Iterable[Row]) -> None:
        """The next rows of the table."""
        csv.writer(self._table).writerows([cell(each) for each in row] for row in rows)

    def close(self) -> None:
        """Nothing follows."""
        self._table.close()
        self._archive.close()

    def _begin(self, name: str) -> TextIOWrapper:
        entry = self._archive.open(f"{name}.csv", "w", force_zip64=True)
        return TextIOWrapper(entry, encoding="utf-8-sig", newline="")  # as spreadsheets want it


def cell(value: str) -> str:
    """What a spreadsheet shows as it is, and does not work out."""
    return f"'{value}" if value.startswith(_ACTS) else value
