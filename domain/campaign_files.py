"""A campaign's result as a file: asked for in the chat, made by the jobs.

Names are in it as on the list of the uncertain (`domain.results`): of those alone whose message
may not have come, and that they were read is noted for who asked. Who followed a button is not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import campaigns, files, trail
from domain.campaigns import Campaign
from domain.errors import NotAvailable
from domain.files import Asked, Kind, Task
from storage.enums import CampaignType, NotificationStatus
from storage.queries import campaign_files as queries

FILES: Final = Kind(queries.FILES)

BATCH: Final = 2_000
"""Lines that are read at once."""


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
    return await files.ask(session, FILES, about=campaign_id, by=by, now=now)


async def campaign_of(session: AsyncSession, *, task: Task) -> Campaign:
    """The campaign, for who asked. Raises `NotAvailable` where it is not theirs any more."""
    return await campaigns.get(session, campaign_id=task.about, by=task.person)


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


async def hand_over(session: AsyncSession, *, task: Task, names: int) -> None:
    """Who asked is about to read it, with so many names; they act in this transaction.

    Raises `NotAvailable` where it is theirs no more.
    """
    await campaign_of(session, task=task)
    if names:
        await trail.names_read(session, of="campaigns", id=task.about, people=names)
