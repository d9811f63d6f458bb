"""A house's own account with a payment provider: its token of @BotFather's, kept sealed.

Invoices of the house's events are made with it. Who has the token can only ask for money with it,
not send any: what came through it goes back by the house's own hand (`domain.refunding`).
"""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import notifications
from domain.errors import NotAvailable
from storage.ids import new_id
from storage.queries import seller_accounts as queries

LONGEST: Final = 200
"""Characters of a token."""

_TOKEN: Final = re.compile(r"[0-9]{1,20}:(TEST|LIVE):[\x21-\x7e]{4,160}")
_SHOWN: Final = 4


@dataclass(frozen=True, slots=True)
class Account:
    """An account as its house sees it. `ending` are the token's last characters. `is_test`: no
    real money moves. Telegram has refused it since `refused_at`."""

    id: UUID
    ending: str
    is_test: bool
    created_at: datetime
    refused_at: datetime | None


@dataclass(frozen=True, slots=True)
class Till:
    """What an invoice is made with. `was_refused`: the last one was."""

    id: UUID
    token: str = field(repr=False)
    was_refused: bool


def is_token(text: str) -> bool:
    """Whether a text has the shape of a provider's token, as @BotFather shows it."""
    return _TOKEN.fullmatch(text) is not None


async def find(session: AsyncSession, *, person: UUID) -> Account | None:
    """The account of a house, None where it has none."""
    row = await queries.of_house(session, person=person)
    if row is None:
        return None
    return Account(row.id, row.ending, row.is_test, row.created_at, row.refused_at)


async def connect(session: AsyncSession, *, person: UUID, token: str, now: datetime) -> UUID:
    """Take payments with a token from now on, instead of the one before; the account's id.

    Raises `NotAvailable` for who is no house, `ValueError` for what is no token.
    """
    found = _TOKEN.fullmatch(token)
    if found is None:
        raise ValueError("not a provider's token")
    if not await queries.hold(session, person=person):
        raise NotAvailable
    await queries.end(session, person=person, now=now)
    account = new_id()
    await queries.add(
        session,
        id=account,
        user_id=person,
        token=token,
        ending=token[-_SHOWN:],
        is_test=found[1] == "TEST",
        created_at=now,
    )
    return account


async def disconnect(session: AsyncSession, *, person: UUID, now: datetime) -> None:
    """Take no payments by a token of the house's own any more. Twice is once."""
    await queries.hold(session, person=person)
    await queries.end(session, person=person, now=now)


async def till_of(session: AsyncSession, *, order_id: UUID) -> Till | None:
    """What a pending order of who acts is billed with; None where its house has nothing own."""
    row = await queries.of_order(session, order_id=order_id)
    if row is None:
        return None
    return Till(row.id, row.token, row.refused_at is not None)


async def accepted(session: AsyncSession, *, order_id: UUID, till: Till) -> None:
    """Telegram takes a token again."""
    await queries.mark(session, order_id=order_id, account=till.id, refused=None)


async def refused(session: AsyncSession, *, order_id: UUID, till: Till, now: datetime) -> None:
    """Telegram refuses a token: its house is told, once for as long as it does."""
    house = await queries.mark(session, order_id=order_id, account=till.id, refused=now)
    if house is None:
        return
    await notifications.add(
        session,
        to=house,
        template="account-refused",
        arguments={},
        key=f"account-refused {till.id} {now.isoformat()}",
        caused_at=now,
    )
