"""Deliveries that were given up: seen by what they were and why, sent again, or left (X12).

What stands in one is read when it is sent: a reminder of an evening that is over, or of a ticket
that was given back, ends as not wanted. Messages of campaigns are shown to those who made them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from domain import administrators
from domain.actors import Person
from storage.queries import undelivered as queries

_LISTED: Final = 8


@dataclass(frozen=True, slots=True)
class Kind:
    """`count` deliveries of one `template` that failed with one `reason`; `key` names them."""

    key: str
    template: str
    reason: str
    count: int
    last_at: datetime


async def kinds(session: AsyncSession, *, by: Person) -> Sequence[Kind]:
    """What failed alike, the most first. Raises `NotAvailable` for who does not run the portal."""
    await administrators.require(session, by)
    return await known(session)


async def known(session: AsyncSession) -> Sequence[Kind]:
    """The same, for the command line."""
    return [
        Kind(row.key, row.template or "", row.reason or "", row.number, row.last_at)
        for row in await queries.kinds(session, limit=_LISTED)
    ]


async def try_again(session: AsyncSession, *, by: Person, key: str, now: datetime) -> int:
    """Try those of a kind once more, as if for the first time; how many. Raises `NotAvailable`."""
    await administrators.require(session, by)
    return await queries.try_again(session, key=key, now=now)


async def let_rest(session: AsyncSession, *, by: Person, key: str) -> int:
    """Those of a kind are not needed any more; how many they were. Raises `NotAvailable`."""
    await administrators.require(session, by)
    return await queries.let_rest(session, key=key)
