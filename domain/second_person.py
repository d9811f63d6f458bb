"""A large campaign leaves when somebody else has agreed: of its house, or who runs the portal.

The database makes it wait (`sec.require_second_person`), however it was launched, and takes back
what was agreed to when the content changes. Service notices never wait.
"""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import campaign_makers, campaigns, notifications
from domain.campaigns import Campaign
from domain.errors import NotAvailable, OwnCampaign
from storage.enums import CampaignStatus
from storage.queries import campaigns as campaign_rows
from storage.queries import second_person as queries

LONGEST_WHY: Final = 500
"""Characters of why somebody does not agree."""

TOLD_AT_ONCE = 200
"""Persons to whom one look of the jobs tells what waits; the next are told at the next look."""


def may_decide(campaign: Campaign, *, by: UUID) -> bool:
    """Whether a campaign waits for a second person. Raises `OwnCampaign` for its maker."""
    waits = campaign.status is CampaignStatus.AWAITING_APPROVAL
    if waits and campaign.created_by == by:
        raise OwnCampaign
    return waits


async def comes_too_late(session: AsyncSession, *, campaign_id: UUID, by: UUID) -> bool:
    """Whether a person was asked for their yes to a campaign, and sees it no more because it does
    not wait any more."""
    if not await queries.was_asked(session, id=campaign_id, person=by):
        return False
    try:
        await campaigns.get(session, campaign_id=campaign_id, by=by)
    except NotAvailable:
        return True
    return False


async def agree(session: AsyncSession, *, campaign_id: UUID, by: UUID, now: datetime) -> Campaign:
    """Let a campaign leave that waits for this: at its time, or now where that is over.

    One that does not wait any more stays as it is. Raises `NotAvailable`, `OwnCampaign`,
    and what `Coming.require` raises.
    """
    campaign = await campaigns.hold(session, campaign_id, by)
    if not may_decide(campaign, by=by):
        return campaign
    campaign.coming.require(now=now)
    await queries.decide(session, id=campaign_id, person=by, why=None, now=now)
    is_due = campaign.starts_at is None or campaign.starts_at <= now
    await campaign_rows.move(
        session,
        id=campaign_id,
        start=[CampaignStatus.AWAITING_APPROVAL],
        to=CampaignStatus.ACTIVE if is_due else CampaignStatus.SCHEDULED,
        start_date=now if is_due else None,
        launched_at=now if is_due else None,
    )
    await campaign_makers.tell(session, campaign, "campaign-agreed", now=now)
    return await campaigns.get(session, campaign_id=campaign_id, by=by)


async def decline(
    session: AsyncSession, *, campaign_id: UUID, by: UUID, why: str, now: datetime
) -> Campaign:
    """Give a campaign back to its maker as a draft, with a sentence.

    One that does not wait any more stays as it is. Raises `NotAvailable`, `OwnCampaign`.
    """
    campaign = await campaigns.hold(session, campaign_id, by)
    if not may_decide(campaign, by=by):
        return campaign
    await queries.decide(session, id=campaign_id, person=by, why=why[:LONGEST_WHY], now=now)
    await _back(session, campaign_id)
    await campaign_makers.tell(session, campaign, "campaign-declined", now=now)
    return await campaigns.get(session, campaign_id=campaign_id, by=by)


async def recall(session: AsyncSession, *, campaign_id: UUID, by: UUID) -> Campaign:
    """Take a campaign back that waits, to change it or to leave it. Raises `NotAvailable`.

    What was said of it when it was asked for before is over.
    """
    campaign = await campaigns.hold(session, campaign_id, by)
    if campaign.status is CampaignStatus.AWAITING_APPROVAL:
        await queries.forget(session, id=campaign_id)
    await _back(session, campaign_id)
    return await campaigns.get(session, campaign_id=campaign_id, by=by)


async def tell(session: AsyncSession, *, now: datetime) -> None:
    """Put what waits before everybody who may agree; once each time that it is asked."""
    for row in await queries.asked(session, limit=TOLD_AT_ONCE):
        await notifications.add(
            session,
            to=row.user_id,
            template="campaign-asked",
            arguments={"campaign": str(row.id)},
            key=f"campaign-asked {row.id} {row.user_id}",  # as `queries.asked` looks for it
            caused_at=row.asked_at,
            due_at=now,
        )


async def _back(session: AsyncSession, campaign_id: UUID) -> None:
    await campaign_rows.move(
        session,
        id=campaign_id,
        start=[CampaignStatus.AWAITING_APPROVAL],
        to=CampaignStatus.DRAFT,
    )
