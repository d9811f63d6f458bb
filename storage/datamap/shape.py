"""What the data map says of a table: whose its rows are, what for, on which ground, how long."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

_OF_SEALED: Final = ("_mask", "_index")
"""Ends of the names of columns that are made from a sealed one."""


class Kind(StrEnum):
    """What a column holds."""

    OPEN = "open"
    """Nothing of a person, or what the programme shows everybody."""

    PERSON = "person"
    """The key of a person: whose the row is, or who did something in it."""

    CLEAR = "clear"
    """Personal and readable: masks and blind indexes too."""

    SEALED = "sealed"
    """Personal, and ciphertext (`SEALED_COLUMNS`)."""

    BEARER = "bearer"
    """What opens something for who holds it, or the digest of that."""


class Basis(StrEnum):
    """The ground on which something personal is kept (GDPR, article 6)."""

    CONTRACT = "contract"
    CONSENT = "consent"
    LAW = "law"
    INTEREST = "interest"


class End(StrEnum):
    """What happens to it when its time is over, or its person asks to be forgotten."""

    REMOVED = "removed"
    """The row goes."""

    NAMELESS = "nameless"
    """The row stays, for others need it or the law does; it names the person no longer."""


@dataclass(frozen=True, slots=True)
class Keep:
    """How long: `span` after the row's `since`; without a span until its person is forgotten."""

    end: End
    span: timedelta | None = None
    since: str | None = None

    def __post_init__(self) -> None:
        if (self.span is None) != (self.since is None):
            raise ValueError("a span is counted from a column")


@dataclass(frozen=True, slots=True)
class Column:
    """One column. What is `open` has no purpose that would need a ground. `whose` is the way from
    its row to the person whose it is; `goes`: it says nothing any more once they are forgotten."""

    table: str
    name: str
    kind: Kind
    purpose: str
    basis: Basis | None
    keep: Keep | None
    whose: str = ""
    goes: bool = False

    @property
    def is_personal(self) -> bool:
        """Whether it belongs into what a person is given and into what is forgotten."""
        return self.kind is not Kind.OPEN


@dataclass(frozen=True, slots=True)
class Part:
    """Columns of a table that serve one purpose, by what they hold: names with blanks between.

    Of rows that stay without their person, what is sealed, its mask and its index are emptied, and
    what stands in `emptied` besides. `whose` is the table's, where it is not given.
    """

    purpose: str
    basis: Basis
    keep: Keep
    person: str = ""
    clear: str = ""
    sealed: str = ""
    bearer: str = ""
    emptied: str = ""
    whose: str = ""

    def columns(self, table: str, whose: str) -> Iterator[Column]:
        """Its columns one by one; `whose` is the table's way."""
        held = {
            Kind.PERSON: self.person,
            Kind.CLEAR: self.clear,
            Kind.SEALED: self.sealed,
            Kind.BEARER: self.bearer,
        }
        for kind, names in held.items():
            for name in names.split():
                goes = self._goes(name, kind)
                way = self.whose or whose
                yield Column(table, name, kind, self.purpose, self.basis, self.keep, way, goes)

    def _goes(self, name: str, kind: Kind) -> bool:
        return (
            self.keep.end is End.REMOVED
            or kind is Kind.SEALED
            or name.endswith(_OF_SEALED)
            or name in self.emptied.split()
        )


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `whose` is the way from a row to its person, empty where it is nobody's: a column
    with a person's key, or a column and the table whose row says it (`order_id > orders`).
    `falls` are such ways, too: a row of somebody else's goes with who stands there."""

    name: str
    whose: str = ""
    parts: tuple[Part, ...] = ()
    open: str = ""
    falls: tuple[str, ...] = ()

    def columns(self) -> Iterator[Column]:
        """All columns, what is personal first."""
        for part in self.parts:
            yield from part.columns(self.name, self.whose)
        for name in self.open.split():
            yield Column(self.name, name, Kind.OPEN, "", None, None)
