"""Web sessions of who works here: how one is opened, lives and ends.

A link from the chat or a password opens one. Secrets are kept as digests alone: of a link, of a
session's token; of a password as its hash. Who somebody is and what they may do is read from the
database each time.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from math import ceil
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import notifications, trail
from domain.actors import Person
from domain.errors import (
    LinkExpired,
    LinkUsed,
    NotAllowed,
    NotAvailable,
    TooManyTries,
    WrongPassword,
)
from storage.database import Database
from storage.enums import StaffRole, WebPurpose
from storage.queries import emails
from storage.queries import sessions as queries
from storage.queries.sessions import WEB
from storage.security.codes import digest

__all__ = ["WEB"]

LINK_LASTS = timedelta(minutes=10)
IDLE = timedelta(hours=12)
"""A session that is not used for so long is over."""

LONGEST = timedelta(days=30)
"""A session is over then, however much it is used."""

STAFF = ("admin", "organizer", "staff")
"""Who may sign in on the web has one of these roles."""

_SECRET_BYTES = 32
_LONGEST_AGENT = 512
_EVENINGS = 20


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody signs in: their network address, None where it is not known, and what their
    browser calls itself."""

    ip: str | None = field(default=None, repr=False)
    agent: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who looks at a web page, and by which session."""

    session_id: UUID
    person: Person


@dataclass(frozen=True, slots=True)
class LinkOwner:
    """Whose link was opened."""

    user_id: UUID
    locale: str | None


@dataclass(frozen=True, slots=True)
class Device:
    """A session as its person sees it. `agent` and `ip` are `Unreadable` where they cannot be read
    now."""

    id: UUID
    agent: str | None
    ip: str | None
    started_at: datetime
    last_activity: datetime


@dataclass(frozen=True, slots=True)
class Devices:
    """Where a person is signed in, and what they sign in with."""

    sessions: Sequence[Device]
    has_password: bool
    has_email: bool


@dataclass(frozen=True, slots=True)
class Try:
    """A try to sign in with a password that was counted and is to be checked."""

    account: bytes = field(repr=False)
    address: bytes | None = field(repr=False)
    user_id: UUID | None
    kept: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Work:
    """An evening that a person works at; `role` None: they make it."""

    id: UUID
    title: str
    starts_at: datetime
    time_zone: str
    role: StaffRole | None


def is_staff(person: Person) -> bool:
    """Whether the web pages are for this person."""
    return any(person.has(role) for role in STAFF)


async def offer_link(
    session: AsyncSession, *, person: Person, purpose: WebPurpose, now: datetime
) -> str:
    """The secret of a link that works once, for ten minutes; an earlier one of the kind ends.

    Raises `NotAllowed` for who does not work here.
    """
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    kept = await queries.offer_link(
        session, digest=digest(secret), purpose=purpose, lifetime=LINK_LASTS, now=now
    )
    if not kept:
        raise NotAllowed
    return secret


async def look_at_link(
    session: AsyncSession, *, secret: str, purpose: WebPurpose, now: datetime
) -> LinkOwner:
    """Whose link it is, while it works; looking does not use it up.

    Raises `LinkUsed`, `LinkExpired`, and `NotAvailable` for one that we never made.
    """
    found = await queries.look_at_link(session, digest=digest(secret), purpose=purpose, now=now)
    _require(found.outcome)
    return LinkOwner(found.user_id, found.locale)


async def sign_in_by_link(
    session: AsyncSession, *, secret: str, owner: LinkOwner, place: Place, now: datetime
) -> str:
    """The token of a new session, by a link that is used up with it.

    Raises as `look_at_link` does.
    """
    token = secrets.token_urlsafe(_SECRET_BYTES)
    opened = await _fresh(session, owner.user_id, token, place)
    _require(
        await queries.sign_in_by_link(
            session, digest=digest(secret), opened=opened, idle=IDLE, now=now
        )
    )
    await _tell(session, owner.user_id, opened.id, now)
    return token


async def begin_sign_in(session: AsyncSession, *, email: str, place: Place, now: datetime) -> Try:
    """Count a try to sign in with an address and a password. Commit before the check.

    Raises `TooManyTries` while others have to wait, too: that says nothing about the address.
    """
    account = await emails.index_of(session, address=email)
    address = await queries.address_index(session, ip=place.ip)
    begun = await queries.begin_sign_in(session, account=account, address=address, now=now)
    if begun.wait:
        raise TooManyTries(minutes=ceil(begun.wait / 60))
    return Try(account, address, begun.user_id, begun.password_hash)


async def refuse_sign_in(session: AsyncSession, *, tried: Try, now: datetime) -> None:
    """Write a wrong password down; who is being tried out is told, once a day."""
    where = (tried.address or b"").hex()
    victim = await queries.refuse_sign_in(session, account=tried.account, where=where)
    if victim is not None:
        day = datetime.combine(now.date(), time(), now.tzinfo)
        await notifications.add(
            session,
            to=victim,
            template="sign-in-tried",
            arguments={},
            key=f"sign-in tried {victim}",
            caused_at=day,
            due_at=now,
        )


async def sign_in(
    session: AsyncSession, *, tried: Try, newer: str | None, place: Place, now: datetime
) -> str:
    """The token of a new session, after the password was found right; `newer` is a hash to keep in
    the place of the one it was checked against.

    Raises `WrongPassword` where that was changed meanwhile.
    """
    if tried.user_id is None or tried.kept is None:
        raise WrongPassword
    token = secrets.token_urlsafe(_SECRET_BYTES)
    opened = await _fresh(session, tried.user_id, token, place)
    done = await queries.sign_in_by_password(
        session,
        account=tried.account,
        address=tried.address,
        checked=tried.kept,
        newer=newer,
        opened=opened,
        idle=IDLE,
        now=now,
    )
    if not done:
        raise WrongPassword
    await _tell(session, tried.user_id, opened.id, now)
    return token


async def set_password(
    session: AsyncSession, *, secret: str, hash: str, place: Place, now: datetime
) -> None:
    """Give a link's person a password by its hash; every session of theirs ends.

    Raises as `look_at_link` does.
    """
    where = await _where(session, place)
    outcome = await queries.set_password(
        session, digest=digest(secret), hash=hash, where=where, now=now
    )
    _require(outcome)


async def enter(db: Database, *, token: str) -> Visitor | None:
    """Who comes with a session's token, their roles read afresh; the session lives on with it."""
    row = await queries.enter(db, token=digest(token), idle=IDLE, longest=LONGEST)
    if row is None:
        return None
    person = Person(
        capacity="person",
        user_id=row["user_id"],
        locale=row["locale"] or "en",
        roles=frozenset(row["roles"]),
    )
    return Visitor(row["session_id"], person)


async def devices(session: AsyncSession, *, person: UUID, now: datetime) -> Devices:
    """Where a person is signed in, the newest use first."""
    rows = await queries.of_person(session, person=person, now=now)
    return Devices(
        [
            Device(row.id, row.user_agent, row.ip_address, row.started_at, row.last_activity)
            for row in rows
        ],
        has_password=await queries.has_password(session),
        has_email=await emails.own_index(session, person=person) is not None,
    )


async def get(session: AsyncSession, *, person: UUID, id: UUID, now: datetime) -> Device:
    """One session of a person. Raises `NotAvailable` where it is over."""
    rows = await queries.of_person(session, person=person, now=now)
    for row in rows:
        if row.id == id:
            return Device(
                row.id, row.user_agent, row.ip_address, row.started_at, row.last_activity
            )
    raise NotAvailable


async def end(session: AsyncSession, *, person: UUID, id: UUID) -> None:
    """End one session of a person; one that is over stays so."""
    if await queries.end(session, person=person, id=id):
        await trail.session_ended(session, person=person)


async def end_others(session: AsyncSession, *, person: UUID, but: UUID) -> None:
    """End every session of a person but the one they look from."""
    if await queries.end_others(session, person=person, but=but):
        await trail.session_ended(session, person=person)


async def end_all(session: AsyncSession, *, person: UUID) -> int:
    """Sign a person out everywhere, also by links that were not used yet; how many sessions ended.

    Theirs to do, the house's, and of who runs the portal.
    """
    ended = await queries.end_all(session, person=person)
    if ended:
        await trail.session_ended(session, person=person)
    return ended


async def disown(session: AsyncSession) -> None:
    """Somebody else signed in as who acts: all sessions end, and their password is gone."""
    await queries.disown(session)


async def work_of(session: AsyncSession, *, person: UUID, now: datetime) -> list[Work]:
    """The coming evenings that a person makes or works at, the next first."""
    rows = await queries.work_of(session, person=person, now=now, limit=_EVENINGS)
    return [
        Work(row.id, row.title, row.start_date, row.time_zone, row.role and StaffRole(row.role))
        for row in rows
    ]


def _require(outcome: str) -> None:
    match outcome:
        case "ok":
            return
        case "used":
            raise LinkUsed
        case "expired":
            raise LinkExpired
    raise NotAvailable


async def _fresh(session: AsyncSession, person: UUID, token: str, place: Place) -> queries.Fresh:
    return await queries.fresh(
        session,
        person=person,
        token=digest(token),
        ip=place.ip,
        agent=place.agent[:_LONGEST_AGENT],
        where=await _where(session, place),
    )


async def _where(session: AsyncSession, place: Place) -> str:
    return (await queries.address_index(session, ip=place.ip) or b"").hex()


async def _tell(session: AsyncSession, person: UUID, id: UUID, now: datetime) -> None:
    await notifications.add(
        session,
        to=person,
        template="signed-in",
        arguments={"session": str(id)},
        key=f"signed in {id}",
        caused_at=now,
    )
