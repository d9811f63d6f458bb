"""E-mail addresses: one is a person's when they have read a code in a letter that went there.

Whether an address belongs to somebody else is told in the letter, to who reads it, and to nobody
who asks here: they always hear that a letter was written.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import house_rules, notifications
from domain.errors import NotAvailable, OwnEmail, TooManyLetters
from storage.enums import NotificationType
from storage.ids import new_id
from storage.queries import emails as queries
from storage.security.mail_codes import is_same

LONGEST = 254
_PERIOD = timedelta(hours=1)


class Answer(StrEnum):
    """What a code that was typed is worth."""

    RIGHT = "right"
    WRONG = "wrong"
    OVER = "over"
    """The letter is too old, or was tried too often: a new one has to be asked for."""

    TAKEN = "taken"
    """It is right, and somebody else has confirmed the address meanwhile."""


@dataclass(frozen=True, slots=True)
class Receiver:
    """Where somebody gets letters; `index` finds the address again without being readable."""

    address: str = field(repr=False)
    index: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Post:
    """What a letter is made of. `is_known`: somebody else has that address already. The code
    counts for `minutes` more."""

    confirmation: UUID
    address: str = field(repr=False)
    code: str = field(repr=False)
    is_known: bool
    minutes: int


async def ask(session: AsyncSession, *, person: UUID, address: str, now: datetime) -> UUID:
    """Write a letter with a code to `address`; earlier codes of the person end.

    Raises `OwnEmail` for the address that they have confirmed, `TooManyLetters`.
    """
    await queries.hold(session, person=person)
    index = await queries.index_of(session, address=address)
    if index == await queries.own_index(session, person=person):
        raise OwnEmail
    most = house_rules.LETTERS.number(session)
    asked = await queries.letters_for(session, person=person, since=now - _PERIOD)
    if len(asked) >= most:
        wait = asked[-most] + _PERIOD - now
        raise TooManyLetters(most=most, minutes=ceil(wait / timedelta(minutes=1)))
    to_it = await queries.letters_to(session, index=index, since=now - _PERIOD)
    confirmation = new_id()
    await queries.begin(
        session,
        id=confirmation,
        person=person,
        address=address,
        index=index,
        now=now,
        expires_at=now + house_rules.CODE_LASTS.lasts(session),
    )
    if to_it < most:  # else nobody is told: it would say that others ask for this address
        await notifications.add(
            session,
            to=person,
            template="email-code",
            arguments={"confirmation": str(confirmation)},
            key=f"email code {confirmation}",
            caused_at=now,
            channel=NotificationType.EMAIL,
        )
    return confirmation


async def ask_again(session: AsyncSession, *, person: UUID, now: datetime) -> UUID:
    """Another letter to where the last one went. Raises `NotAvailable`, `TooManyLetters`."""
    last = await queries.newest(session, person=person)
    if last is None:
        raise NotAvailable
    return await ask(session, person=person, address=last.address, now=now)


async def confirm(session: AsyncSession, *, person: UUID, code: str, now: datetime) -> Answer:
    """Try a code for the person's last letter; a right one makes the address theirs.

    Every try is counted with the transaction.
    """
    tries = house_rules.CODE_TRIES.number(session)
    last = await queries.newest(session, person=person)
    if last is None or await queries.count_try(session, id=last.id, most=tries, now=now) is None:
        return Answer.OVER
    if not is_same(last.code, code):
        return Answer.OVER if last.attempts + 1 >= tries else Answer.WRONG
    await queries.close(session, person=person, now=now)
    mine = await queries.put(
        session, person=person, address=last.address, index=last.address_index
    )
    return Answer.RIGHT if mine else Answer.TAKEN


async def remove(session: AsyncSession, *, person: UUID, now: datetime) -> None:
    """Keep no address of this person; also not one whose letter is on its way."""
    await queries.close(session, person=person, now=now)
    await queries.remove(session, person=person)


async def post(session: AsyncSession, *, confirmation: UUID, now: datetime) -> Post:
    """What a letter says. Raises `NotAvailable` for a code that is over."""
    found = await queries.by_id(session, id=confirmation)
    if found is None or found.closed_at is not None or found.expires_at <= now:
        raise NotAvailable
    known = await queries.belongs_to_another(
        session, index=found.address_index, person=found.user_id
    )
    minutes = ceil((found.expires_at - now) / timedelta(minutes=1))
    return Post(found.id, found.address, found.code, known, minutes)


async def receiver(session: AsyncSession, *, person: UUID) -> Receiver | None:
    """Where a person gets letters, None where they have no address or nobody is there.

    Raises `Tampered`, `KeyDestroyed`.
    """
    row = await queries.receiver(session, person=person)
    return None if row is None else Receiver(row.email, row.email_index)
