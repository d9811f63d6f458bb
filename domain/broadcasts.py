"""What happens to campaigns by itself: they start, reach the outbox, rest, and end.

Every function is one step and may be repeated after a crash at any line: the
rows of a campaign are derived from its launch, so a second fan-out of the same people adds none.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import notifications
from domain.actors import WORKER
from domain.campaigns import of_row
from storage.database import Database
from storage.enums import (
    CampaignAudience,
    CampaignPurpose,
    CampaignStatus,
    CampaignType,
)
from storage.queries import audiences, campaign_stops, campaigns, posts

CHUNK = 5_000
"""People that one transaction queues, parks or skips: well below a second."""

LANES = 2
"""Chunks that are queued side by side: PostgreSQL works each on a processor of its own."""

ALIKE = 20
"""First sends that fail alike until a campaign pauses itself."""

_LOOK_BACK = timedelta(days=2)


async def start_due(session: AsyncSession, *, now: datetime) -> bool:
    """Launch one scheduled campaign whose time has come and tell its maker; was there one?

    One whose audience has grown large meanwhile waits for a second person. One is a draft again
    that is about an event, or leads to one, that is over by now or called off. Its maker knows.
    """
    row = await campaigns.lock_due(session, now=now)
    if row is None:
        return False
    stays = of_row(row).coming.objection(now) is not None
    await campaigns.move(
        session,
        id=row.id,
        start=[CampaignStatus.SCHEDULED],
        to=CampaignStatus.DRAFT if stays else CampaignStatus.ACTIVE,
        launched_at=None if stays else now,
    )
    if row.created_by is not None:
        template = "campaign-too-late" if stays else "campaign-started"
        await notifications.add(
            session,
            to=row.created_by,
            template=template,
            arguments={"campaign": str(row.id)},
            key=f"{template} {row.id} {row.start_date.isoformat()}",
            caused_at=now,
        )
    return True


async def fan_out(db: Database) -> bool:
    """Queue one campaign for the next people of its audience; whether there may be more to do.

    The campaign's row is kept while the chunks are written side by side, each in a transaction of
    its own: what was cut off is done again and adds none. Raises `Unavailable`.
    """
    async with db.begin(WORKER) as tx:
        row = await campaigns.lock_to_fan_out(tx.session, now=tx.now)
        if row is None:
            return False
        if row.type == CampaignType.SOCIAL:
            await posts.queue(tx.session, campaign=row.id, house=row.organizer_id, now=tx.now)
            await campaigns.fanned_out(tx.session, id=row.id, last=None, ended_at=tx.now)
            return True
        people = await _coming(tx.session, row)
        await asyncio.gather(
            *(
                _queue(db, row, people[start : start + CHUNK])
                for start in range(0, len(people), CHUNK)
            )
        )
        await campaigns.fanned_out(
            tx.session,
            id=row.id,
            last=people[-1] if people else None,
            ended_at=tx.now if len(people) < CHUNK * LANES else None,
        )
    return True


async def _coming(session: AsyncSession, row: Row[Any]) -> Sequence[UUID]:
    if row.part is not None:
        return await audiences.coming_of_part(
            session,
            purpose=CampaignPurpose(row.purpose),
            audience=CampaignAudience(row.audience),
            house=row.organizer_id,
            event=row.event_id,
            part=row.part,
            after=row.fanned_out_to,
            limit=CHUNK * LANES,
        )
    return await audiences.coming(
        session,
        purpose=CampaignPurpose(row.purpose),
        audience=CampaignAudience(row.audience),
        house=row.organizer_id,
        city=row.city,
        event=row.event_id,
        after=row.fanned_out_to,
        limit=CHUNK * LANES,
        channel=CampaignType(row.type),
    )


async def _queue(db: Database, campaign: Row[Any], people: Sequence[UUID]) -> None:
    async with db.begin(WORKER) as tx:
        await audiences.queue(
            tx.session,
            campaign=campaign.id,
            people=people,
            launched_at=campaign.launched_at,
            now=tx.now,
            channel=CampaignType(campaign.type),
        )


async def tend(session: AsyncSession, *, now: datetime) -> None:
    """Wake what rests in resumed campaigns, end those that are done, empty cancelled ones."""
    for row in await campaigns.tended(session, since=now - _LOOK_BACK):
        if row.status == CampaignStatus.CANCELLED:
            await campaigns.skip(session, id=row.id, limit=CHUNK)
            await posts.skip(session, campaign=row.id, now=now)
            continue
        if await stop_failing(session, campaign_id=row.id, now=now):
            continue
        await campaigns.unpark(session, id=row.id, limit=CHUNK, now=now)
        if row.fanned_out_at is not None and not await campaigns.is_open(session, id=row.id):
            await campaigns.move(
                session,
                id=row.id,
                start=[CampaignStatus.ACTIVE],
                to=CampaignStatus.COMPLETED,
                end_date=now,
            )


async def stop_failing(session: AsyncSession, *, campaign_id: UUID, now: datetime) -> bool:
    """Pause a campaign whose first sends all fail alike, and tell its maker; was it one?"""
    row = await campaign_stops.stop_failing(session, id=campaign_id, alike=ALIKE, now=now)
    if row is None:
        return False
    if row.created_by is not None:
        await notifications.add(
            session,
            to=row.created_by,
            template="campaign-stopped",
            arguments={"campaign": str(campaign_id)},
            key=f"campaign-stopped {campaign_id} {row.excused}",
            caused_at=row.launched_at,
            due_at=now,
        )
    return True


async def hold(session: AsyncSession, *, campaign_ids: Sequence[UUID]) -> None:
    """Let what waits of paused campaigns rest, so that workers do not find it again and again."""
    for id in sorted(campaign_ids):
        row = await campaigns.find(session, id=id)
        if row is not None and row.status == CampaignStatus.PAUSED:
            await campaigns.park(session, id=id, limit=CHUNK)
        elif row is not None and row.status == CampaignStatus.CANCELLED:
            await campaigns.skip(session, id=id, limit=CHUNK)
