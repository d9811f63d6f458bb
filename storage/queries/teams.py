"""Who works at an event, and the links by which they come."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import StaffRole
from storage.security.sealing import full_name, shown
from storage.tables.events import EventStaff

_OF_EVENT = text(
    """
    SELECT s.user_id, s.role, u.full_name AS name
    FROM event_staff s JOIN users u ON u.id = s.user_id
    WHERE s.event_id = :event_id ORDER BY s.role, s.created_at, s.user_id
    """
)
_INVITE = text(
    "SELECT sec.invite_staff(:digest, :event_id, CAST(:role AS staff_role), :by, :lifetime,"
    " :now - now())"
)
_REDEEM = text(
    "SELECT outcome, purpose, arguments FROM sec.redeem_link(:digest, :user_id, :now - now())"
)


async def of_event(session: AsyncSession, *, event_id: UUID) -> Sequence[SimpleNamespace]:
    """The team: who, as what."""
    rows = (await session.execute(_OF_EVENT, {"event_id": event_id})).all()
    return await shown(session, rows, name=full_name())


async def invite(
    session: AsyncSession,
    *,
    digest: str,
    event_id: UUID,
    role: StaffRole,
    by: UUID,
    lifetime: timedelta,
    now: datetime,
) -> bool:
    """Keep the digest of a link into the team; False where `by` may not invite such a one."""
    values = {
        "digest": digest,
        "event_id": event_id,
        "role": role.value,
        "by": by,
        "lifetime": lifetime,
        "now": now,
    }
    return bool((await session.execute(_INVITE, values)).scalar_one())


async def redeem(session: AsyncSession, *, digest: str, user_id: UUID, now: datetime) -> Row[Any]:
    """Use a link up: the outcome, what it was for, and its arguments."""
    values = {"digest": digest, "user_id": user_id, "now": now}
    return (await session.execute(_REDEEM, values)).one()


async def remove(session: AsyncSession, *, event_id: UUID, user_id: UUID, role: StaffRole) -> bool:
    """Take a person off the team; whether they were on it."""
    gone = delete(EventStaff).where(
        EventStaff.event_id == event_id, EventStaff.user_id == user_id, EventStaff.role == role
    )
    return (await session.execute(gone.returning(EventStaff.user_id))).one_or_none() is not None
