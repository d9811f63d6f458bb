"""A campaign's result as a file: asked for in the chat, made by the jobs.

Names are in it as on the list of the uncertain (`domain.results`): of those alone whose message
may not have come, and that they were read is noted for who asked. Who followed a button is not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import campaigns, trail
from domain.campaigns import Campaign
from domain.errors import NotAvailable
from storage.enums import CampaignType, NotificationStatus
from storage.queries import campaign_files as queries

LEASE: Final = timedelta(minutes=2)
"""How long one attempt has a file to itself, from its last sign on."""

BATCH: Final = 2_000
"""Lines that are read at once."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A file that somebody waits for, and how many percent are done."""

    id: UUID
    progress: int


@dataclass(frozen=True, slots=True)
class Task:
    """A file that is being made; `attempt` from 1. The chat may be unknown."""

    id: UUID
    campaign: UUID
    person: UUID
    attempt: int
    chat_id: int | None
    language: str
    bar_chat_id: int | None
    bar_message_id: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """How one delivery ended; `why` is the ledger's word, `name` of the uncertain alone."""

    id: UUID
    status: NotificationStatus
    sent_at: datetime | None
    why: str
    name: str | None


def has_file(campaign: Campaign) -> bool:
    """Whether there is something to make a file of: receivers, each with a line."""
    return campaign.launched_at is not None and campaign.channel is not CampaignType.SOCIAL


async def ask(session: AsyncSession, *, campaign_id: UUID, by: UUID, now: datetime) -> Asked:
    """Somebody wants the result; who asked twice waits for one. Raises `NotAvailable`."""
    campaign = await campaigns.get(session, campaign_id=campaign_id, by=by)
    if not has_file(campaign):
        raise NotAvailable
    await queries.add(session, campaign=campaign_id, person=by, now=now)
    row = await queries.waiting(session, campaign=campaign_id, person=by)
    if row is None:  # it has just been made
        raise NotAvailable
    return Asked(row.id, row.progress)


async def show_at(session: AsyncSession, *, asked: Asked, chat: int, message: int) -> None:
    """Keep the message that shows how far it is."""
    await queries.set_bar(session, id=asked.id, chat=chat, message=message)


async def begin(session: AsyncSession, *, now: datetime) -> Task | None:
    """Take one file that waits, or whose last attempt was cut off."""
    row = await queries.lease(session, now=now, until=now + LEASE)
    if row is None:
        return None
    return Task(
        id=row.id,
        campaign=row.campaign_id,
        person=row.user_id,
        attempt=row.attempts,
        chat_id=row.chat_id,
        language=row.language or "",
        bar_chat_id=row.bar_chat_id,
        bar_message_id=row.bar_message_id,
    )


async def campaign_of(session: AsyncSession, *, task: Task) -> Campaign:
    """The campaign, for who asked. Raises `NotAvailable` where it is not theirs any more."""
    return await campaigns.get(session, campaign_id=task.campaign, by=task.person)


async def lines(
    session: AsyncSession, *, campaign: Campaign, after: UUID | None
) -> Sequence[Line]:
    """The next lines behind the one with the id `after`; none at the end."""
    if campaign.launched_at is None:
        return ()
    rows = await queries.lines(
        session,
        campaign=campaign.id,
        launched_at=campaign.launched_at,
        after=after,
        limit=BATCH,
    )
    return [
        Line(row.id, NotificationStatus(row.status), row.sent_at, row.last_error or "", row.name)
        for row in rows
    ]


async def advance(session: AsyncSession, *, task: Task, progress: int, now: datetime) -> bool:
    """Write down how many percent are done; False where somebody else makes it by now."""
    return await queries.advance(
        session, id=task.id, attempt=task.attempt, progress=progress, until=now + LEASE
    )


async def hand_over(session: AsyncSession, *, task: Task, names: int, now: datetime) -> bool:
    """Who asked is about to read it, with so many names; they act in this transaction.

    False where somebody else makes it by now. Raises `NotAvailable` where it is theirs no more.
    """
    await campaign_of(session, task=task)
    if not await advance(session, task=task, progress=99, now=now):
        return False
    if names:
        await trail.names_read(session, of="campaigns", id=task.campaign, people=names)
    return True


async def wait(session: AsyncSession, *, task: Task, until: datetime) -> None:
    """Try again then."""
    await queries.put_back(session, id=task.id, attempt=task.attempt, until=until)


async def end(session: AsyncSession, *, task: Task, outcome: str, now: datetime) -> None:
    """They have it, or never will: `outcome` is a word of ours, at most 16 characters."""
    await queries.end(session, id=task.id, outcome=outcome, now=now)
