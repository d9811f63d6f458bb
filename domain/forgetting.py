"""Somebody asks to be forgotten: what stands in the way, the cool-off, and the steps (A19, X10).

The database forgets in one transaction, with a line in the ledger; then the person's key is
destroyed; a little later whatever was written meanwhile goes, too. Each step is written down once
it is done, so that whoever comes after a crash goes on from there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import notifications, requests, trail
from domain.errors import Bound, NotAvailable
from domain.house_rules import ERASE_COOL_OFF
from storage.enums import DataRequestKind, DataRequestState
from storage.ids import derived_id
from storage.queries import erasures as queries
from storage.queries import forgetting
from storage.security.erasure import Naming

SETTLES = timedelta(seconds=90)
"""After so long nobody acts as a person any more whom the database has forgotten: contexts and
keys that are at hand last for a minute."""

_WARNING = timedelta(hours=1)
_FAREWELL_WAITS = timedelta(days=1)
_AT_ONCE = 50
_SCOPE = "everything"
_SEALED = 12
"""Characters of a seal: it guards from mistakes, not from forgery."""


class Tie(StrEnum):
    """What binds somebody to the house, or the house to them."""

    TICKETS = "tickets"
    SHOWS = "shows"
    PAYMENT = "payment"
    REFUND = "refund"
    EVENTS = "events"
    MONEY = "money"
    LAST = "last"

    @property
    def can_be_given_up(self) -> bool:
        """Whether it is theirs alone to let go of."""
        return self in (Tie.TICKETS, Tie.SHOWS)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that must be settled before. The last administrator has no evening."""

    tie: Tie
    id: UUID
    title: str = ""
    at: datetime | None = None
    time_zone: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """That somebody asked; `due_at` is the end of the cool-off, `blocked` what stood in the way
    then."""

    id: UUID
    asked_at: datetime
    due_at: datetime
    blocked: Sequence[Tie]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a person sees before they decide: after `cool_off` it would happen. `campaigns` are
    broadcasts of theirs that would end; `seal` stands for whom it is about and what is in the way,
    so that a yes is one to what was shown."""

    request: Request | None
    cool_off: timedelta
    obstacles: Sequence[Obstacle]
    campaigns: int
    seal: str


@dataclass(frozen=True, slots=True)
class Due:
    """Somebody whose step comes next."""

    id: UUID
    person: UUID


@dataclass(frozen=True, slots=True)
class Begun:
    """Somebody whom the database has forgotten; `keyless`: their key is destroyed, too."""

    id: UUID
    person: UUID
    keyless: bool


@dataclass(frozen=True, slots=True)
class Chat:
    """Where somebody talks with us."""

    bot_id: int | None
    telegram_id: int
    chat_id: int


async def get(session: AsyncSession, *, person: UUID, now: datetime) -> Outlook:
    """What being forgotten would mean for a person now, and whether they have asked."""
    row = await queries.find(session, person=person)
    found = await _in_the_way(session, person, row.waived if row else (), now)
    return Outlook(
        None if row is None else _request(row),
        ERASE_COOL_OFF.lasts(session),
        found,
        await queries.running_campaigns(session, person=person),
        _seal(person, found),
    )


async def ask(
    session: AsyncSession, *, person: UUID, gives_up: bool, seal: str, now: datetime
) -> Request:
    """Ask to be forgotten after the cool-off; asked twice, it is the first request.

    With `gives_up` the tickets that are valid, and the shows where they walk, end with it and
    nothing is paid back; `seal` is of the outlook that was shown. Raises `Bound` for what must be
    settled before, and where something else was shown; `AlreadyAsked`.
    """
    row = await queries.find(session, person=person)
    found = await _in_the_way(session, person, row.waived if row else (), now)
    left = [each for each in found if not (gives_up and each.tie.can_be_given_up)]
    if left or seal != _seal(person, found):
        raise Bound(tuple(dict.fromkeys(each.tie for each in left)))
    given_up = [each.id for each in found]
    if row is not None:
        await queries.waive(session, person=person, waived=[*row.waived, *given_up])
        return _request(row)
    due_at = now + ERASE_COOL_OFF.lasts(session)
    id = await requests.ask(
        session, person=person, kind=DataRequestKind.ERASE, now=now, starts_at=due_at
    )
    await queries.add(session, id=id, person=person, due_at=due_at, waived=given_up, now=now)
    request = Request(id, now, due_at, ())
    await _warn_before(session, request, person, now)
    return request


async def cancel(session: AsyncSession, *, person: UUID, now: datetime) -> bool:
    """Think better of it; False where there is nothing to take back any more."""
    taken_back = await queries.cancel(session, person=person, now=now)
    return taken_back is not None and await requests.close(
        session, request=taken_back, now=now, state=DataRequestState.WITHDRAWN
    )


async def told(session: AsyncSession, *, person: UUID, now: datetime) -> Outlook:
    """What a notice about a request says. Raises `NotAvailable` once it was taken back."""
    outlook = await get(session, person=person, now=now)
    if outlook.request is None:
        raise NotAvailable
    return outlook


async def due(session: AsyncSession, *, now: datetime) -> Sequence[Due]:
    """Whose cool-off is over."""
    rows = await queries.due(session, now=now, limit=_AT_ONCE)
    return [Due(row.id, row.user_id) for row in rows]


async def chat_of(session: AsyncSession, *, person: UUID) -> Chat | None:
    """Where a person talks with us, if they do."""
    row = await forgetting.account(session, person=person)
    return None if row is None else Chat(row.bot_id, row.telegram_id, row.chat_id)


async def forget(session: AsyncSession, *, id: UUID, name: Naming, now: datetime) -> bool:
    """The first step: the database forgets who asked, in one transaction; whether it did.

    What is in the way by now keeps the request open, and the person is told of it once.
    """
    row = await queries.lock(session, id=id)
    if row is None or row.forgotten_at is not None:
        return False
    await forgetting.hold(session, person=row.user_id)
    left = await _in_the_way(session, row.user_id, row.waived, now)
    if left:
        await _stop(session, row, left, now)
        return False
    chat = await forgetting.account(session, person=row.user_id)
    await forget_rows(session, person=row.user_id, subject=name(row.user_id), now=now)
    if chat is not None and chat.reachable:
        await forgetting.farewell(
            session, id=_farewell(row), chat_id=chat.chat_id, language=chat.language, now=now
        )
    await queries.note_forgotten(session, id=id, now=now)
    return True


async def forget_rows(
    session: AsyncSession, *, person: UUID, subject: bytes, now: datetime
) -> None:
    """Whatever the database has of a person goes, with a line in the ledger, which calls them
    `subject`; twice is once."""
    await forgetting.release(session, person=person, now=now)
    await forgetting.forget(session, person=person, now=now)
    await forgetting.note(session, subject=subject, scope=_SCOPE, now=now)


async def begun(session: AsyncSession) -> Sequence[Begun]:
    """Whom the database has forgotten, and something is left to do."""
    rows = await queries.begun(session, limit=_AT_ONCE)
    return [Begun(row.id, row.user_id, row.key_destroyed_at is not None) for row in rows]


async def keyless(session: AsyncSession, *, id: UUID, person: UUID, now: datetime) -> None:
    """The second step is done: the person's key is destroyed."""
    if await queries.note_keyless(session, id=id, now=now):
        await trail.key_destroyed(session, person=person)


async def finish(session: AsyncSession, *, id: UUID, name: Naming, now: datetime) -> bool:
    """The last step: what was written since, and the chat of the last message; whether all is
    done. It waits until nobody can act as the person, and until the message has an end."""
    row = await queries.lock(session, id=id)
    if row is None or row.key_destroyed_at is None or now < row.forgotten_at + SETTLES:
        return False
    anyway = now >= row.forgotten_at + _FAREWELL_WAITS
    if not await forgetting.remove_farewell(session, id=_farewell(row), anyway=anyway):
        return False
    await forget_rows(session, person=row.user_id, subject=name(row.user_id), now=now)
    await queries.note_finished(session, id=id, now=now)
    await requests.close(session, request=id, now=now)
    return True


async def _in_the_way(
    session: AsyncSession, person: UUID, waived: Sequence[UUID], now: datetime
) -> Sequence[Obstacle]:
    rows = await queries.in_the_way(session, person=person, now=now)
    found = [
        Obstacle(Tie(row.kind), row.id, row.title or "", row.at, row.time_zone or "")
        for row in rows
    ]
    return [each for each in found if not (each.tie.can_be_given_up and each.id in waived)]


async def _stop(
    session: AsyncSession, row: Row[Any], left: Sequence[Obstacle], now: datetime
) -> None:
    kinds = list(dict.fromkeys(each.tie.value for each in left))
    if kinds == row.blocked:
        return
    await queries.note_blocked(session, id=row.id, kinds=kinds)
    await notifications.add(
        session,
        to=row.user_id,
        template="erase-blocked",
        arguments={},
        key=f"erase-blocked {row.id} {' '.join(kinds)}",
        caused_at=row.created_at,
        due_at=now,
    )


async def _warn_before(
    session: AsyncSession, request: Request, person: UUID, now: datetime
) -> None:
    if request.due_at - now < 2 * _WARNING:
        return
    await notifications.add(
        session,
        to=person,
        template="erase-soon",
        arguments={},
        key=f"erase-soon {request.id}",
        caused_at=request.asked_at,
        due_at=request.due_at - _WARNING,
    )


def _seal(person: UUID, found: Sequence[Obstacle]) -> str:
    told = b"".join(sorted(each.id.bytes for each in found))
    return sha256(person.bytes + told).hexdigest()[:_SEALED]


def _farewell(row: Row[Any]) -> UUID:
    return derived_id(row.due_at, f"forgotten {row.id}")


def _request(row: Row[Any]) -> Request:
    return Request(row.id, row.created_at, row.due_at, [Tie(each) for each in row.blocked])
