"""The office: what an administrator looks at first, and what operators are told."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from domain import administrators, notifications
from domain.actors import Person
from storage.queries import office as queries

_LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class Numbers:
    """The portal at a glance."""

    people: int
    events: int
    orders: int
    refunds: int
    dead: int
    quarantined: int


async def numbers(session: AsyncSession, *, person: Person, now: datetime) -> Numbers:
    """The portal at a glance, for an administrator. Raises `NotAvailable` for anybody else."""
    await administrators.require(session, person)
    row = await queries.numbers(session, now=now)
    return Numbers(row.people, row.events, row.orders, row.refunds, row.dead, row.quarantined)


async def put_aside(
    session: AsyncSession,
    *,
    bot_id: int,
    update_id: int,
    payload: dict[str, Any],
    error: str,
    kind: str,
    now: datetime,
) -> None:
    """Keep an update that we could not handle, and tell the operators once an hour a kind."""
    is_new = await queries.put_aside(
        session, bot_id=bot_id, update_id=update_id, payload=payload, error=error, at=now
    )
    if not is_new:
        return
    hour = now.replace(minute=0, second=0, microsecond=0)
    for administrator in await administrators.present(session):
        await notifications.add(
            session,
            to=administrator,
            template="incident",
            arguments={"update": update_id, "why": kind[:_LONGEST_REASON]},
            key=f"incident {kind} {administrator}",
            caused_at=hour,
            due_at=now,
        )
