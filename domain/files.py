"""Files that somebody asks for in the chat, and that the jobs make and bring: one way for all.

A request is leased for an attempt, which each sign of life prolongs: what a crash cuts off is
begun anew when the lease is over. An attempt that lost it is told so at its next sign (`Lost`),
and hands nothing over. The file is sent last: a crash in between brings it a second time rather
than never.

A kind of file has
- a table of requests, as `campaign_files` is: one open request for a person and what it is about
  (a partial unique index), row security for who asks, and all rights for the jobs;
- a `Queue` of `storage.queries.files` that names that table and the column of what it is about;
- a module here with its `Kind`, who may `ask`, and what stands in the file; where more is to be
  done at the end than to write the outcome down, it overrides `close`, as `domain.exports` does;
- a writer in jobs (`jobs.files.Writer`): the content, and what the message with the bar says
  (`jobs.listing` and `bot.spreadsheets` where it is a table with a line for each of many);
- a line in `jobs.run`, where the kind meets its writer and the timetable.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotAvailable
from storage.queries.files import Queue

LEASE: Final = timedelta(minutes=2)
"""How long one attempt has a file to itself, from its last sign on."""

_WRITTEN: Final = 99
"""Percent that are done when only the sending is left."""


class Lost(Exception):
    """Somebody else makes the file by now, or nobody waits for it any more."""


class End(StrEnum):
    """What becomes of a request, as it is written down."""

    DELIVERED = "delivered"
    TOO_LARGE = "too large"
    NOT_THEIRS = "not theirs"
    NO_CHAT = "no chat"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Asked:
    """A file that somebody waits for, and how many percent are done."""

    id: UUID
    progress: int


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file; its requests wait in `queue`."""

    queue: Queue

    async def close(self, session: AsyncSession, *, task: "Task", end: End, now: datetime) -> None:
        """Write down what became of a request."""
        await self.queue.end(session, id=task.id, outcome=end, now=now)


@dataclass(frozen=True, slots=True)
class Task:
    """A file `about` something that is being made for a `person`; `attempt` from 1.

    The chat may be unknown.
    """

    id: UUID
    kind: Kind
    about: UUID
    person: UUID
    attempt: int
    chat_id: int | None
    language: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The message that shows how far a file is."""

    chat_id: int
    message_id: int


async def ask(session: AsyncSession, kind: Kind, *, about: UUID, by: UUID, now: datetime) -> Asked:
    """Somebody who may have it wants a file; who asked twice waits for one.

    Raises `NotAvailable` where it has just been made.
    """
    row = await kind.queue.add(session, about=about, person=by, now=now)
    if row is None:
        raise NotAvailable
    return Asked(row.id, row.progress)


async def show_at(
    session: AsyncSession, kind: Kind, *, id: UUID, chat: int, message: int
) -> int | None:
    """From now on this message shows how far the request `id` is.

    The message that shows nothing any more, if there is one: where it stood until now; or this
    one, where the file has been brought meanwhile.
    """
    former = await kind.queue.set_bar(session, id=id, chat=chat, message=message)
    idle: int | None = message if former is None else former.message
    return idle


async def bar(session: AsyncSession, *, task: Task) -> Bar | None:
    """Where the person looks how far it is: who asks again meanwhile, looks elsewhere."""
    row = await task.kind.queue.bar(session, id=task.id)
    return None if row is None else Bar(row.chat, row.message)


async def begin(session: AsyncSession, kind: Kind, *, now: datetime) -> Task | None:
    """Take one file that waits, or whose last attempt was cut off."""
    row = await kind.queue.lease(session, now=now, until=now + LEASE)
    if row is None:
        return None
    return Task(
        id=row.id,
        kind=kind,
        about=row.about,
        person=row.person,
        attempt=row.attempts,
        chat_id=row.chat_id,
        language=row.language or "",
    )


async def advance(session: AsyncSession, *, task: Task, progress: int, now: datetime) -> None:
    """Write down how many percent are done, which prolongs the lease. Raises `Lost`."""
    ours = await task.kind.queue.advance(
        session, id=task.id, attempt=task.attempt, progress=progress, until=now + LEASE
    )
    if not ours:
        raise Lost


async def hand_over(session: AsyncSession, *, task: Task, now: datetime) -> None:
    """The person is about to have it. Raises `Lost`."""
    await advance(session, task=task, progress=_WRITTEN, now=now)


async def wait(session: AsyncSession, *, task: Task, until: datetime) -> None:
    """Try again then."""
    await task.kind.queue.put_back(session, id=task.id, attempt=task.attempt, until=until)


async def close(session: AsyncSession, *, task: Task, end: End, now: datetime) -> None:
    """They have it, or never will."""
    await task.kind.close(session, task=task, end=end, now=now)
