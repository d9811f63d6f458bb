"""Who works at an event, and the one-time links by which they come."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import house_rules, productions
from domain.errors import LinkExpired, LinkUsed, NotAllowed, NotAvailable
from storage.enums import LinkPurpose, StaffRole
from storage.queries import teams as queries
from storage.security.codes import digest

_SECRET_BYTES = 24


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of a team; `name` is what Telegram says, or what they told us."""

    user_id: UUID
    name: str
    role: StaffRole


@dataclass(frozen=True, slots=True)
class Team:
    """The team of an event. `own`: the person who looks is its organizer."""

    event_id: UUID
    title: str
    own: bool
    colleagues: Sequence[Colleague]


@dataclass(frozen=True, slots=True)
class Joined:
    """What somebody became by a link."""

    event_id: UUID
    role: StaffRole


async def get(session: AsyncSession, *, event_id: UUID, by: UUID) -> Team:
    """The team of an event, for who makes it. Raises `NotAvailable`."""
    production = await productions.get(session, event_id=event_id, by=by)
    rows = await queries.of_event(session, event_id=event_id)
    colleagues = [Colleague(row.user_id, row.name or "", StaffRole(row.role)) for row in rows]
    return Team(event_id, production.title, production.own, colleagues)


async def invite(
    session: AsyncSession, *, event_id: UUID, by: UUID, role: StaffRole, now: datetime
) -> str:
    """The secret of a link that makes the first who opens it one of the team.

    Only its digest is kept. Raises `NotAvailable`, and `NotAllowed` for a manager who would make
    another manager.
    """
    await productions.get(session, event_id=event_id, by=by)
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    kept = await queries.invite(
        session,
        digest=digest(secret),
        event_id=event_id,
        role=role,
        by=by,
        lifetime=house_rules.TEAM_LINK.lasts(session),
        now=now,
    )
    if not kept:
        raise NotAllowed
    return secret


async def join(session: AsyncSession, *, secret: str, person: UUID, now: datetime) -> Joined:
    """Become one of the team by a link; twice by the same person is once.

    Raises `NotAvailable` for a link that we never made for this, `LinkUsed`, `LinkExpired`.
    """
    row = await queries.redeem(session, digest=digest(secret), user_id=person, now=now)
    match row.outcome:
        case "ok" if row.purpose == LinkPurpose.STAFF:
            facts = row.arguments
            return Joined(UUID(facts["event_id"]), StaffRole(facts["role"]))
        case "used":
            raise LinkUsed
        case "expired":
            raise LinkExpired
        case _:
            raise NotAvailable


async def remove(
    session: AsyncSession, *, event_id: UUID, by: UUID, user_id: UUID, role: StaffRole
) -> None:
    """Take somebody off the team; twice is once.

    Raises `NotAvailable`, and `NotAllowed` for a manager who would remove another manager.
    """
    production = await productions.get(session, event_id=event_id, by=by)
    if role is StaffRole.MANAGER and not production.own and user_id != by:
        raise NotAllowed
    await queries.remove(session, event_id=event_id, user_id=user_id, role=role)
