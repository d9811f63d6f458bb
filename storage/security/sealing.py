"""Which columns hold sealed data, and sealing and opening them around statements.

A session carries its database's vault, so that a query seals what it writes and opens what it
read; never in SQL. A sealed jsonb is the object `{"sealed": record}`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from storage.security import masks
from storage.security.sealed import Sealed
from storage.security.vault import Vault

BY_ID = "id"
_SEALED = "sealed"


@dataclass(frozen=True, slots=True)
class SealedColumn:
    """A column of ciphertext. `person` and `row` name the table's columns whose values a record
    is bound to: whose it is, and the row's key. `json` says that it is jsonb. `mask` makes what
    stands in `<column>_mask` beside it, where something of it may be shown. `bearer`: it opens
    something for who holds it, and is not even given to whose it is."""

    table: str
    column: str
    person: str = "user_id"
    row: str = BY_ID
    json: bool = False
    mask: masks.Mask | None = None
    bearer: bool = False

    @property
    def masked(self) -> str:
        """The name of the mask's column."""
        return f"{self.column}_mask"

    def hide(self, value: Any) -> dict[str, str | None]:
        """What to keep in the mask's column for a value; nothing where there is no such column."""
        if self.mask is None:
            return {}
        return {self.masked: self.mask(value) if value else None}


SEALED_COLUMNS = (
    SealedColumn("users", "email", person=BY_ID, mask=masks.of_email),
    SealedColumn("users", "full_name", person=BY_ID, mask=masks.of_name),
    SealedColumn("users", "phone_number", person=BY_ID, mask=masks.of_phone),
    SealedColumn("users", "profile_image_url", person=BY_ID, mask=masks.of_text),
    SealedColumn("user_profiles", "bio", row="user_id", mask=masks.of_text),
    SealedColumn("user_profiles", "social_links", row="user_id", json=True, mask=masks.of_links),
    SealedColumn("user_profiles", "company", row="user_id", mask=masks.of_text),
    SealedColumn("user_profiles", "position", row="user_id", mask=masks.of_text),
    SealedColumn("user_profiles", "location", row="user_id", mask=masks.of_text),
    SealedColumn("telegram_accounts", "first_name", row="telegram_id", mask=masks.of_name),
    SealedColumn("telegram_accounts", "username", row="telegram_id", mask=masks.of_text),
    SealedColumn("sessions", "ip_address"),
    SealedColumn("sessions", "user_agent"),
    SealedColumn("email_confirmations", "address"),
    SealedColumn("dialog_drafts", "answers", json=True),
    SealedColumn("enquiries", "message"),
    SealedColumn("enquiries", "answer"),
    SealedColumn("order_answers", "answer"),
    SealedColumn("order_approvals", "words"),
    SealedColumn("data_requests", "message"),
    SealedColumn("seller_accounts", "token", bearer=True),
    SealedColumn("models", "birth_date", row="user_id", mask=masks.of_text),
    SealedColumn("models", "portfolio_url", row="user_id", mask=masks.of_links),
    SealedColumn("models", "measurements", row="user_id", json=True, mask=masks.of_text),
    SealedColumn("models", "portfolio", row="user_id", json=True, mask=masks.of_text),
)
"""All of them, for whoever seals whole rows: the demo's seeding, and the sweep of older data."""


def vault_of(session: AsyncSession) -> Vault:
    """The vault of the session's database. Raises `LookupError` where it was given none."""
    return require_vault(session.info.get("vault"))


def require_vault(vault: Vault | None) -> Vault:
    """The vault. Raises `LookupError` where there is none."""
    if vault is None:
        raise LookupError("this database was opened without a vault")
    return vault


async def seal_json(
    vault: Vault, person: UUID, table: str, column: str, row: UUID | int, value: Mapping[str, Any]
) -> dict[str, str]:
    """The jsonb to keep for an object."""
    text = orjson.dumps(value).decode()
    return {_SEALED: await vault.seal(person, table, column, row, text)}


async def open_json(
    vault: Vault, person: UUID, table: str, column: str, row: UUID | int, kept: Mapping[str, Any]
) -> dict[str, Any]:
    """The object that was sealed; an empty one where nothing was ever written.

    Raises `Tampered`, `KeyDestroyed`.
    """
    if not kept:
        return {}
    record = str(kept.get(_SEALED, ""))
    opened: dict[str, Any] = orjson.loads(await vault.open(person, table, column, row, record))
    return opened


async def seal_row(vault: Vault, table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A whole row, or some columns of it, sealed, with their masks; what is empty stays empty."""
    kept = dict(row)
    for each in SEALED_COLUMNS:
        if each.table != table or each.column not in row:
            continue
        value = row[each.column]
        kept |= each.hide(value)
        if not value:
            continue
        place = (row[each.person], table, each.column, row[each.row])
        if each.json:
            kept[each.column] = await seal_json(vault, *place, value)
        else:
            kept[each.column] = await vault.seal(*place, value)
    return kept


async def open_row(vault: Vault, table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A whole row, or those of its columns that were read, opened.

    Raises `Tampered`, `KeyDestroyed`.
    """
    opened = dict(row)
    for each in SEALED_COLUMNS:
        kept = row.get(each.column) if each.table == table else None
        if not kept:
            continue
        place = (row[each.person], table, each.column, row[each.row])
        if each.json:
            opened[each.column] = await open_json(vault, *place, kept)
        else:
            opened[each.column] = await vault.open(*place, kept)
    return opened


@dataclass(frozen=True, slots=True)
class Field:
    """A field of rows that were read: which column it is of, and the fields that say whose and
    of which row."""

    table: str
    column: str
    person: str
    row: str


def full_name(person: str = "user_id") -> Field:
    """The field is the full name of who stands in the field `person`."""
    return Field("users", "full_name", person, person)


async def shown(
    session: AsyncSession, rows: Sequence[Row[Any]], **fields: Field
) -> list[SimpleNamespace]:
    """The rows with `fields` opened for display: `UNREADABLE` where one cannot be read."""
    records = [
        Sealed(
            getattr(row, field.person),
            field.table,
            field.column,
            getattr(row, field.row),
            getattr(row, name),
        )
        for row in rows
        for name, field in fields.items()
    ]
    read = iter(await vault_of(session).read_many(records))
    return [
        SimpleNamespace(**row._asdict() | {name: next(read) for name in fields}) for row in rows
    ]
