"""When a campaign leaves: chosen for a draft, and changed as long as it waits."""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import campaigns, notifications
from domain.campaign_makers import Done, tell_done
from domain.campaigns import Campaign
from domain.errors import InThePast
from storage.enums import CampaignStatus, Lane
from storage.queries import campaigns as queries

WAITING: Final = frozenset({CampaignStatus.SCHEDULED, CampaignStatus.AWAITING_APPROVAL})
"""Of these the time can be changed."""


async def leave_at(
    session: AsyncSession, *, campaign_id: UUID, by: UUID, at: datetime, now: datetime
) -> Campaign:
    """Let a draft leave `at` a time, and what waits for its time at another one.

    One that is leaving, has left or was given up stays as it is: whoever holds it first, this or
    the clock, decides. A second person's yes stays; they and the maker hear of the new time.
    Raises `NotAvailable`, `InThePast`, and what `Coming.require` raises.
    """
    campaign = await campaigns.hold(session, campaign_id, by)
    if campaign.status not in WAITING | {CampaignStatus.DRAFT}:
        return campaign
    if at <= now:
        raise InThePast
    campaign.coming.require(now=now, at=at)
    asked = campaign.status is CampaignStatus.AWAITING_APPROVAL
    await queries.move(
        session,
        id=campaign_id,
        start=[campaign.status],
        to=CampaignStatus.AWAITING_APPROVAL if asked else CampaignStatus.SCHEDULED,
        start_date=at,
    )
    if at != campaign.starts_at or campaign.status is CampaignStatus.DRAFT:
        await tell_done(session, campaign, Done.MOVED, by=by, now=now)
    if at != campaign.starts_at and campaign.status is CampaignStatus.SCHEDULED:
        await _tell_second_person(session, campaign, by, now)
    return await campaigns.get(session, campaign_id=campaign_id, by=by)


async def _tell_second_person(
    session: AsyncSession, campaign: Campaign, by: UUID, now: datetime
) -> None:
    if campaign.agreed_by in (None, by):
        return
    await notifications.add(
        session,
        to=campaign.agreed_by,
        template="campaign-moved",
        arguments={"campaign": str(campaign.id)},
        lane=Lane.RECEIPT,
        key=f"campaign-moved {campaign.id} {campaign.agreed_by}",
        caused_at=now,
        due_at=now,
    )
