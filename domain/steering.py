"""A campaign is steered: launched, paused, resumed, cancelled, or it gives way to another.

Its maker hears of what somebody else did with it.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import campaigns
from domain.campaign_makers import Done, tell_done
from domain.campaigns import Campaign
from domain.errors import CampaignLeft, EmptyAudience
from storage.enums import CampaignStatus
from storage.queries import campaign_stops
from storage.queries import campaigns as queries


async def launch(session: AsyncSession, *, campaign_id: UUID, by: UUID, now: datetime) -> Campaign:
    """Let a draft leave now; one that was launched already stays as it is.

    A large one waits for a second person instead: the database makes it (`second_person`).
    Raises `NotAvailable`, `EmptyAudience`, and what `Coming.require` raises.
    """
    campaign = await campaigns.hold(session, campaign_id, by)
    if campaign.status is not CampaignStatus.DRAFT:
        return campaign
    campaign.coming.require(now=now)
    if not await campaigns.reach(session, campaign):
        raise EmptyAudience
    await queries.move(
        session,
        id=campaign.id,
        start=[CampaignStatus.DRAFT],
        to=CampaignStatus.ACTIVE,
        start_date=now,
        launched_at=now,
    )
    after = await campaigns.get(session, campaign_id=campaign_id, by=by)
    if after.launched_at is not None:
        await tell_done(session, campaign, Done.LAUNCHED, by=by, now=now)
    return after


async def pause(session: AsyncSession, *, campaign_id: UUID, by: UUID, now: datetime) -> Campaign:
    """Nothing more leaves for now. Raises `NotAvailable`."""
    campaign = await campaigns.hold(session, campaign_id, by)
    if await queries.move(
        session, id=campaign_id, start=[CampaignStatus.ACTIVE], to=CampaignStatus.PAUSED
    ):
        await tell_done(session, campaign, Done.PAUSED, by=by, now=now)
    return await campaigns.get(session, campaign_id=campaign_id, by=by)


async def resume(session: AsyncSession, *, campaign_id: UUID, by: UUID, now: datetime) -> Campaign:
    """The rest leaves. Raises `NotAvailable`, and what `Coming.require` raises."""
    campaign = await campaigns.hold(session, campaign_id, by)
    campaign.coming.require(now=now)
    await campaign_stops.excuse(session, id=campaign_id, now=now)
    if await queries.move(
        session, id=campaign_id, start=[CampaignStatus.PAUSED], to=CampaignStatus.ACTIVE
    ):
        await tell_done(session, campaign, Done.RESUMED, by=by, now=now)
    return await campaigns.get(session, campaign_id=campaign_id, by=by)


async def cancel(session: AsyncSession, *, campaign_id: UUID, by: UUID, now: datetime) -> Campaign:
    """The rest never leaves; a draft or a scheduled one is given up. Raises `NotAvailable`."""
    campaign = await campaigns.hold(session, campaign_id, by)
    if not campaign.is_over:
        await queries.move(
            session,
            id=campaign_id,
            start=[campaign.status],
            to=CampaignStatus.CANCELLED,
            end_date=now if campaign.launched_at else None,
        )
        await tell_done(session, campaign, Done.CANCELLED, by=by, now=now)
    return await campaigns.get(session, campaign_id=campaign_id, by=by)


async def to_change(session: AsyncSession, *, campaign_id: UUID, by: UUID) -> Campaign:
    """What is to be changed, as long as nothing left. Raises `NotAvailable`, `CampaignLeft`."""
    campaign = await campaigns.get(session, campaign_id=campaign_id, by=by)
    if campaign.launched_at is not None:
        raise CampaignLeft
    return campaign


async def give_way(session: AsyncSession, *, campaign_id: UUID, by: UUID) -> None:
    """Give up a draft that another takes the place of; what was launched meanwhile stays.

    Raises `NotAvailable`.
    """
    await campaigns.hold(session, campaign_id, by)
    await queries.move(
        session,
        id=campaign_id,
        start=[CampaignStatus.DRAFT],
        to=CampaignStatus.CANCELLED,
    )
