"""What the portal talks to: mail server, SMS gateways, social networks, and how they are.

All processes share one breaker a service. After some failures in a row it rests: nobody calls it
until one call is let through to see; if that goes well, all may call again. Every call is written
down without a word about whom it was for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import administrators
from domain.actors import Person
from domain.errors import NameTaken, NotAvailable
from storage.enums import CallStatus, ServiceStatus
from storage.ids import new_id
from storage.queries import services as queries

LONGEST_NAME: Final = 40
LONGEST_ADDRESS: Final = 1000
CHECKED_EVERY: Final = timedelta(minutes=5)
MOST_FAILURES: Final = 5
"""Failures in a row after which a service rests."""

_FIRST_REST: Final = timedelta(seconds=30)
_LONGEST_REST: Final = timedelta(minutes=15)
_PROBE: Final = timedelta(minutes=1)
"""How long one who tries a service that rested has for it."""

_NEWS: Final = timedelta(minutes=1)
_LONGEST_WHY: Final = 200


class Kind(StrEnum):
    """What a service is for. Telegram and the mail server are named by the environment."""

    TELEGRAM = "telegram"
    MAIL = "mail"
    SMS = "sms"
    SOCIAL = "social"


OPERATED: Final = (Kind.SMS, Kind.SOCIAL)
"""What an operator adds, with an address."""


@dataclass(frozen=True, slots=True)
class Service:
    """A service and how it is. `checked_at`: when it was last heard of (aware UTC); `why` is what
    went wrong then, "" where it went well. With `retry_at` it rests until then."""

    id: UUID
    name: str
    kind: Kind
    status: ServiceStatus
    failures: int
    checked_at: datetime | None
    retry_at: datetime | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A service that may be called now. `address` is "" where the environment has it."""

    id: UUID
    name: str
    kind: Kind
    address: str = field(repr=False)


@dataclass(eq=False)
class Resting(Exception):
    """It must not be called for some `seconds`: it failed too often, or is switched off."""

    seconds: float


async def standing(session: AsyncSession, *, by: Person) -> Sequence[Service]:
    """Every service. Raises `NotAvailable` for who does not run the portal."""
    await administrators.require(session, by)
    return await known(session)


async def known(session: AsyncSession) -> Sequence[Service]:
    """The same, for whoever may read the table."""
    return [_service(row) for row in await queries.everything(session)]


async def get(session: AsyncSession, *, name: str) -> Service:
    """The service of a name. Raises `NotAvailable`."""
    row = await queries.named(session, name=name)
    if row is None:
        raise NotAvailable
    return _service(row)


async def add(session: AsyncSession, *, name: str, kind: Kind, address: str) -> UUID:
    """Keep a service that an operator names; its address is sealed. Raises `NameTaken`."""
    if await queries.named(session, name=name) is not None:
        raise NameTaken(name)
    id = new_id()
    await queries.add(session, id=id, name=name, kind=kind.value, address=address)
    return id


async def register(session: AsyncSession, *, kind: Kind) -> None:
    """Keep the service of the environment for a kind, under the kind's name. Twice is once."""
    await queries.register(session, id=new_id(), name=kind.value, kind=kind.value)


async def switch(session: AsyncSession, *, name: str, on: bool) -> None:
    """Call a service from now on, or not. Raises `NotAvailable`."""
    status = ServiceStatus.ACTIVE if on else ServiceStatus.INACTIVE
    if not await queries.switch(session, name=name, status=status.value):
        raise NotAvailable


async def remove(session: AsyncSession, *, name: str, now: datetime) -> None:
    """Forget a service's address; what was written down of its calls stays its time.

    Raises `NotAvailable`.
    """
    if not await queries.remove(session, name=name, now=now):
        raise NotAvailable


async def of_kind(session: AsyncSession, *, kind: Kind) -> Sequence[Service]:
    """The services of a kind that are not switched off, by name."""
    return [_service(row) for row in await queries.of_kind(session, kind=kind.value)]


async def due(session: AsyncSession, *, now: datetime) -> Sequence[Service]:
    """Those whose health should be looked at."""
    rows = await queries.due(session, before=now - CHECKED_EVERY, now=now)
    return [_service(row) for row in rows]


async def resting(session: AsyncSession) -> Sequence[str]:
    """The names of those that fail."""
    return [row.name for row in await queries.resting(session)]


async def enter(session: AsyncSession, *, id: UUID, now: datetime) -> Call:
    """Ask to call a service now.

    Of all who ask for one that has rested long enough, one may. Raises `Resting`, `NotAvailable`
    for one that was removed, `Tampered`.
    """
    row = await queries.by_id(session, id=id)
    address = None if row is None else await queries.address(session, id=id)
    if row is None or address is None:
        raise NotAvailable
    service = _service(row)
    if service.status is ServiceStatus.INACTIVE:
        raise Resting(CHECKED_EVERY.total_seconds())
    if service.retry_at is not None and not await queries.probe(
        session, id=id, now=now, until=now + _PROBE
    ):
        raise Resting(max(service.retry_at - now, _FIRST_REST).total_seconds())
    return Call(id, service.name, service.kind, address)


async def note(
    session: AsyncSession,
    *,
    id: UUID,
    event: str,
    works: bool,
    about: Mapping[str, Any],
    now: datetime,
    why: str = "",
    told: bool = True,
) -> None:
    """Write down how a call went: whether the service `works`, and `why` not.

    `event` names what was asked for, `about` holds numbers and words of ours: nothing of a
    person. What it refused while it works has a `why`, too. With `told` it gets a line of its own.
    """
    why = why[:_LONGEST_WHY]
    health = {"works": works, "why": "" if works else why}
    if works:
        await queries.well(session, id=id, health=health, before=now - _NEWS, now=now)
    else:
        await queries.ill(
            session,
            id=id,
            health=health,
            most=MOST_FAILURES,
            pause=_FIRST_REST,
            longest=_LONGEST_REST,
            now=now,
        )
    if told:
        await queries.log(
            session,
            id=id,
            event=event,
            status=CallStatus.FAILURE if why else CallStatus.SUCCESS,
            asked=about,
            answered={"why": why} if why else {},
            now=now,
        )


def _service(row: Row[Any]) -> Service:
    return Service(
        id=row.id,
        name=row.name,
        kind=Kind(row.type),
        status=ServiceStatus(row.status),
        failures=row.failures,
        checked_at=row.last_check,
        retry_at=row.retry_at,
        why=str(row.health_status.get("why", "")),
    )
