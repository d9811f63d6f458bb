"""People as who looks after the portal sees them: masked, and one sealed field for a reason."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Row, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from storage.errors import AtRest, TooManyLooks
from storage.security.blind import canonical_email, canonical_phone
from storage.security.sealing import vault_of

_REFUSALS = {"FP003": TooManyLooks, "FP004": AtRest}
_FIND = text("SELECT * FROM sec.find_people(:id, :telegram_id, :code)")
_FIND_BY_ADDRESS = text("SELECT * FROM sec.find_by_address(:email, :phone)")
_MASKED = text("SELECT * FROM sec.masked_person(:person)")
_LOOKS = text("SELECT * FROM sec.looks_at(:person, :limit)")
_REVEAL = text("SELECT look FROM sec.reveal(:entity, :person, :field, :reason)")
_REVEALED = text("SELECT * FROM sec.revealed(:look)")


async def find(
    session: AsyncSession, *, id: UUID | None, telegram_id: int | None, code: str | None
) -> Sequence[UUID]:
    """Who is meant by a key of ours, Telegram's number, an order's number or a ticket's code."""
    values = {"id": id, "telegram_id": telegram_id, "code": code}
    return (await session.execute(_FIND, values)).scalars().all()


async def find_by_address(session: AsyncSession, *, address: str) -> UUID | None:
    """Who has this e-mail address, or this phone number, however it is written."""
    vault = vault_of(session)
    values: dict[str, bytes | None] = {"email": None, "phone": None}
    if "@" in address:
        values["email"] = await vault.blind("users", "email", canonical_email(address))
    else:
        try:
            number = canonical_phone(address)
        except ValueError:
            return None
        values["phone"] = await vault.blind("users", "phone_number", number)
    return (await session.execute(_FIND_BY_ADDRESS, values)).scalar_one_or_none()


async def masked(session: AsyncSession, *, person: UUID) -> Row[Any] | None:
    """A person with their sealed fields masked, None where there is nobody to see."""
    return (await session.execute(_MASKED, {"person": person})).one_or_none()


async def looks(session: AsyncSession, *, person: UUID, limit: int) -> Sequence[Row[Any]]:
    """Who looked at a person lately, the last first."""
    return (await session.execute(_LOOKS, {"person": person, "limit": limit})).all()


async def reveal(
    session: AsyncSession, *, person: UUID, entity: str, field: str, reason: str
) -> UUID | None:
    """Write a look down; its key, None where there is nothing to see.

    Raises `TooManyLooks`, and `AtRest` for a person whose data are not used.
    """
    values = {"entity": entity, "person": person, "field": field, "reason": reason}
    try:
        return (await session.execute(_REVEAL, values)).scalar_one_or_none()
    except DBAPIError as error:
        refusal = _REFUSALS.get(getattr(error.orig, "sqlstate", ""))
        if refusal is not None:
            raise refusal from error
        raise


async def revealed(session: AsyncSession, *, look: UUID) -> tuple[UUID, str, str, str] | None:
    """Whose, of which table, which field and its value, opened, for a look of one's own.

    Raises `Tampered`, `KeyDestroyed`.
    """
    row = (await session.execute(_REVEALED, {"look": look})).one_or_none()
    if row is None:
        return None
    key = int(row.row_key) if row.row_key.isdigit() else UUID(row.row_key)
    place = (row.person, row.entity, row.field, key)
    return row.person, row.entity, row.field, await vault_of(session).open(*place, row.record)


def read_object(value: str) -> Any:
    """What a sealed object holds."""
    return orjson.loads(value)
