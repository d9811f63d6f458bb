"""What the data map says of a table: whose its rows are, what for, on which ground, how long."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


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
    """One column. What is `open` has no purpose that would need a ground."""

    table: str
    name: str
    kind: Kind
    purpose: str
    basis: Basis | None
    keep: Keep | None

    @property
    def is_personal(self) -> bool:
        """Whether it belongs into what a person is given and into what is forgotten."""
        return self.kind is not Kind.OPEN


@dataclass(frozen=True, slots=True)
class Part:
    """Columns of a table that serve one purpose, by what they hold: names with blanks between."""

    purpose: str
    basis: Basis
    keep: Keep
    person: str = ""
    clear: str = ""
    sealed: str = ""
    bearer: str = ""

    def columns(self, table: str) -> Iterator[Column]:
        """Its columns one by one."""
        held = {
            Kind.PERSON: self.person,
            Kind.CLEAR: self.clear,
            Kind.SEALED: self.sealed,
            Kind.BEARER: self.bearer,
        }
        for kind, names in held.items():
            for name in names.split():
                yield Column(table, name, kind, self.purpose, self.basis, self.keep)


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `whose` is the way from a row to its person, empty where it is nobody's: a column
    with a person's key, or a column and the table whose row says it (`order_id > orders`)."""

    name: str
    whose: str = ""
    parts: tuple[Part, ...] = ()
    open: str = ""

    def columns(self) -> Iterator[Column]:
        """All columns, what is personal first."""
        for part in self.parts:
            yield from part.columns(self.name)
        for name in self.open.split():
            yield Column(self.name, name, Kind.OPEN, "", None, None)
