"""Reminders: how long before a show a person hears from us, and the rounds in which they leave.

A round is one start of one event, so many hours ahead. It is found by a query when its time has
come and never written ahead; its key holds the start and the move to it, so a show that moved is
reminded of again, also where it came back to a former start.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotAvailable
from storage.queries import reminders as queries

CHOICES = (48, 24, 2, 1)
"""Hours before the start at which a person can be reminded."""

USUAL = (24, 2)
"""What holds for who never chose."""


@dataclass(frozen=True, slots=True)
class Held:
    """What somebody holds of an evening: the first ticket, and how many there are."""

    ticket_id: UUID
    tickets: int


async def chosen(session: AsyncSession, *, person: UUID) -> Sequence[int]:
    """The hours before a start at which this person is reminded."""
    hours = await queries.chosen(session, user_id=person)
    return USUAL if hours is None else tuple(each for each in CHOICES if each in hours)


async def choose(session: AsyncSession, *, person: UUID, hours: int, on: bool) -> None:
    """Be reminded so many hours ahead, or not. Hours that are not offered change nothing."""
    if hours not in CHOICES:
        return
    kept = set(await chosen(session, person=person)) - {hours} | ({hours} if on else set())
    await queries.choose(session, user_id=person, hours=sorted(kept, reverse=True))


async def remind_due(session: AsyncSession, *, now: datetime) -> int:
    """Queue the reminders of every round whose time has come; how many rounds there were.

    A round leaves once, and only to whom no later one of the same start is due that they chose:
    after a pause of the house nobody hears of an evening twice, nor not at all.
    """
    rounds = await queries.open_rounds(session, choices=CHOICES, now=now)
    by_event = attrgetter("event_id", "starts_at", "move")
    for (event_id, starts_at, move), begun in groupby(sorted(rounds, key=by_event), by_event):
        await queries.remind(
            session,
            event_id=event_id,
            starts_at=starts_at,
            begun=[row.hours for row in begun],
            move=move,
            choices=CHOICES,
            usual=USUAL,
            now=now,
        )
    return len(rounds)


async def held(
    session: AsyncSession, *, ticket_id: UUID, person: UUID, starts_at: str, now: datetime
) -> Held:
    """What a reminder is about when it leaves: the tickets that the person holds by then for the
    evening of `ticket_id`.

    Raises `NotAvailable` where they hold none, and where the evening has begun or moved: then they
    hear of the new start.
    """
    row = await queries.held(
        session,
        ticket_id=ticket_id,
        person=person,
        starts_at=datetime.fromisoformat(starts_at),
        now=now,
    )
    if row.first is None:
        raise NotAvailable
    return Held(row.first, row.tickets)
