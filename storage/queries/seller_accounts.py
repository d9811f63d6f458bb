"""Statements about houses' own accounts with a payment provider; tokens are sealed around them."""

from datetime import datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.security.sealing import open_row, seal_row, vault_of
from storage.tables.sellers import SellerAccount

_TABLE = "seller_accounts"
_IS_HOUSE = text("SELECT EXISTS (SELECT FROM houses WHERE user_id = :person)")
_OF_HOUSE = text(
    """
    SELECT id, ending, is_test, created_at, refused_at FROM seller_accounts
    WHERE user_id = :person AND ended_at IS NULL
    """
)
_END = text(
    """
    UPDATE seller_accounts SET token = NULL, ended_at = :now
    WHERE user_id = :person AND ended_at IS NULL
    """
)
_OF_ORDER = text("SELECT id, user_id, token, refused_at FROM sec.account_of_order(:order_id)")
_MARK = text("SELECT sec.mark_account(:order_id, :account, :refused)")
_REFUSED = text(
    "SELECT count(*) FROM seller_accounts WHERE ended_at IS NULL AND refused_at IS NOT NULL"
)
# One house changes its account at a time.
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(uuid_hash(:person), uuid_hash(:person))")


async def hold(session: AsyncSession, *, person: UUID) -> bool:
    """Whether somebody is a house, which nobody else changes the account of until the end."""
    await session.execute(_ONE_AT_A_TIME, {"person": person})
    return bool((await session.execute(_IS_HOUSE, {"person": person})).scalar_one())


async def of_house(session: AsyncSession, *, person: UUID) -> Row[Any] | None:
    """The account that counts, without its token."""
    return (await session.execute(_OF_HOUSE, {"person": person})).one_or_none()


async def add(session: AsyncSession, **values: Any) -> None:
    """Keep an account, its token sealed."""
    row = await seal_row(vault_of(session), _TABLE, values)
    await session.execute(insert(SellerAccount).values(**row))


async def end(session: AsyncSession, *, person: UUID, now: datetime) -> None:
    """No account of a house counts any more, and its token is gone."""
    await session.execute(_END, {"person": person, "now": now})


async def of_order(session: AsyncSession, *, order_id: UUID) -> SimpleNamespace | None:
    """The account that a pending order of who acts is billed with, opened; None for none.

    Raises `Tampered`, `KeyDestroyed`.
    """
    row = (await session.execute(_OF_ORDER, {"order_id": order_id})).one_or_none()
    if row is None:
        return None
    return SimpleNamespace(**await open_row(vault_of(session), _TABLE, row._asdict()))


async def mark(
    session: AsyncSession, *, order_id: UUID, account: UUID, refused: datetime | None
) -> UUID | None:
    """Keep since when Telegram refuses a token, or that it takes it; whose it is, if that is
    news."""
    facts = {"order_id": order_id, "account": account, "refused": refused}
    house: UUID | None = (await session.execute(_MARK, facts)).scalar_one()
    return house


async def refused(session: AsyncSession) -> int:
    """How many houses have a token that Telegram refuses."""
    return int((await session.execute(_REFUSED)).scalar_one())
