"""What every table shares: the metadata, names of constraints, and typed columns."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    DateTime,
    Enum,
    ForeignKey,
    LargeBinary,
    MetaData,
    Numeric,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column

from storage.enums import database_name
from storage.ids import new_id
from storage.security.masks import LONGEST

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}

MONEY = Numeric(12, 2)
_SEAL_OVERHEAD = 33


class Base(DeclarativeBase):
    """The root of all tables. Relationships are `lazy="raise"`: a screen says what it reads."""

    metadata = MetaData(naming_convention=NAMES)


def id_column() -> MappedColumn[UUID]:
    """The key of a table: a UUIDv7 made in Python, by the database where nobody gave one."""
    return mapped_column(primary_key=True, default=new_id, server_default=text("uuidv7()"))


def short(name: str, limit: int, *, required: bool = False, **options: Any) -> MappedColumn[Any]:
    """A text column `name` of at most `limit` characters."""
    check = CheckConstraint(f'char_length("{name}") <= {limit}', name=f"{name}_length")
    return mapped_column(name, Text, check, nullable=not required, **options)


def sealed(name: str, limit: int, **options: Any) -> MappedColumn[Any]:
    """A text column for up to `limit` characters of personal data, also when they are sealed.

    Ciphertext is base64 of the UTF-8 bytes (at most four a character) and 33 bytes around them.
    """
    room = -(-(_SEAL_OVERHEAD + 4 * limit) // 3) * 4
    return short(name, room, **options)


def mask(name: str) -> MappedColumn[str | None]:
    """The text column that shows the shape of what is sealed in the column `name`."""
    return short(f"{name}_mask", LONGEST)


def blind(name: str, **options: Any) -> MappedColumn[Any]:
    """A column of 16 bytes by which a sealed value is found again without being readable."""
    check = CheckConstraint(f"octet_length({name}) = 16", name=f"{name}_size")
    return mapped_column(name, LargeBinary, check, **options)


def moment(*, now: bool = False, required: bool = False, **options: Any) -> MappedColumn[Any]:
    """An aware time; with `now` the database fills it in."""
    if now:
        options["server_default"] = text("now()")
    return mapped_column(DateTime(timezone=True), nullable=not (now or required), **options)


def word(
    words: type[StrEnum], default: StrEnum | None = None, **options: Any
) -> MappedColumn[Any]:
    """A column of the PostgreSQL enum for `words`, required."""
    kind = Enum(
        words,
        name=database_name(words),
        values_callable=lambda given: [member.value for member in given],
        metadata=Base.metadata,
    )
    if default is not None:
        options |= {"default": default, "server_default": text(f"'{default.value}'")}
    return mapped_column(kind, nullable=False, **options)


def facts(name: str | None = None, *, empty: str = "{}", **options: Any) -> MappedColumn[Any]:
    """A jsonb column that is never NULL: an object, or a list where `empty` is `[]`."""
    kind = "object" if empty == "{}" else "array"
    options |= {"default": dict if empty == "{}" else list, "server_default": text(f"'{empty}'")}
    if name is None:
        return mapped_column(JSONB, nullable=False, **options)
    check = CheckConstraint(f"jsonb_typeof({name}) = '{kind}'", name=f"{name}_shape")
    return mapped_column(name, JSONB, check, nullable=False, **options)


def steps(name: str) -> MappedColumn[list[Any]]:
    """A jsonb column with the steps of a refund policy; without any, nothing comes back."""
    check = CheckConstraint(
        f"jsonb_typeof({name}) = 'array' AND jsonb_array_length({name}) <= 5",
        name=f"{name}_is_steps",
    )
    usual = '[{"hours": 168, "percent": 100}, {"hours": 48, "percent": 50}]'
    return mapped_column(name, JSONB, check, nullable=False, server_default=text(f"'{usual}'"))


def owner(target: str, *, required: bool = True, **options: Any) -> MappedColumn[UUID]:
    """A foreign key to `target` (`table.column`)."""
    return mapped_column(ForeignKey(target), nullable=not required, **options)


def created() -> MappedColumn[datetime]:
    """When the row came to be, filled in by the database."""
    return moment(now=True)


def ticking(name: str, default: int = 0, **options: Any) -> MappedColumn[int]:
    """A whole number that starts at `default` and never falls below zero."""
    check = CheckConstraint(f'"{name}" >= 0', name=f"{name}_positive")
    return mapped_column(
        name, check, default=default, server_default=text(str(default)), nullable=False, **options
    )


__all__ = [
    "MONEY",
    "Base",
    "Mapped",
    "blind",
    "created",
    "facts",
    "id_column",
    "mapped_column",
    "mask",
    "moment",
    "owner",
    "sealed",
    "short",
    "steps",
    "ticking",
    "word",
]
