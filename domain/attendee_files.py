"""The guests of an event as a file (product.md O9): asked for at its desk, made by the jobs.

Who makes the event may have it. Guests stand in it by first name and initial, which is enough to
greet and to count them; whole names are read at the door, one by one. That they were read is noted
for who asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import files, productions, trail
from domain.files import Asked, Kind, Task
from domain.productions import Production
from storage.enums import TicketStatus
from storage.queries import attendee_files as queries

FILES: Final = Kind(queries.FILES)

BATCH: Final = 2_000
"""Lines that are read at once."""


@dataclass(frozen=True, slots=True)
class Line:
    """One ticket: of whom (`name` None where nobody has told it), of which type and order
    `number`, and `since` when it is theirs or was bought."""

    id: UUID
    name: str | None
    type_name: str
    number: str
    status: TicketStatus
    since: datetime


async def ask(session: AsyncSession, *, event_id: UUID, by: UUID, now: datetime) -> Asked:
    """Somebody who makes the event wants the list; who asked twice waits for one.

    Raises `NotAvailable`.
    """
    event = await productions.get(session, event_id=event_id, by=by)
    return await files.ask(session, FILES, about=event.id, by=by, now=now)


async def event_of(session: AsyncSession, *, task: Task) -> Production:
    """The event, for who asked. Raises `NotAvailable` where they do not make it any more."""
    return await productions.get(session, event_id=task.about, by=task.person)


async def lines(session: AsyncSession, *, event_id: UUID, after: UUID | None) -> Sequence[Line]:
    """The next tickets behind the one with the id `after`; none at the end."""
    rows = await queries.lines(session, event=event_id, after=after, limit=BATCH)
    return [
        Line(
            row.id,
            row.holder,
            row.type_name,
            row.number,
            TicketStatus(row.status),
            row.purchase_date,
        )
        for row in rows
    ]


async def hand_over(session: AsyncSession, *, task: Task, names: int) -> None:
    """Who asked is about to read it, with so many names; they act in this transaction.

    Raises `NotAvailable` where it is theirs no more.
    """
    await event_of(session, task=task)
    await trail.names_read(session, of="events", id=task.about, people=names)
