"""What the maker of a campaign is told of what somebody else did with it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import notifications
from domain.campaigns import Campaign
from storage.enums import CampaignStatus


class Done(StrEnum):
    """What a colleague did, or who runs the portal."""

    LAUNCHED = "launched"
    MOVED = "moved"
    PAUSED = "paused"
    RESUMED = "resumed"
    CANCELLED = "cancelled"


_STILL = {
    Done.LAUNCHED: {CampaignStatus.ACTIVE, CampaignStatus.COMPLETED},
    Done.MOVED: {CampaignStatus.SCHEDULED, CampaignStatus.AWAITING_APPROVAL},
    Done.PAUSED: {CampaignStatus.PAUSED},
    Done.RESUMED: {CampaignStatus.ACTIVE, CampaignStatus.COMPLETED},
    Done.CANCELLED: {CampaignStatus.CANCELLED},
}


def is_still(campaign: Campaign, done: Done) -> bool:
    """Whether what was done has not been overtaken by something else."""
    return campaign.status in _STILL[done]


async def tell(
    session: AsyncSession, campaign: Campaign, template: str, *, now: datetime, **facts: str
) -> None:
    """Tell the maker of a campaign, if there is one, in a notice with these `facts`."""
    if campaign.created_by is not None:
        await notifications.add(
            session,
            to=campaign.created_by,
            template=template,
            arguments={"campaign": str(campaign.id), **facts},
            key=" ".join((template, str(campaign.id), *facts.values())),
            caused_at=now,
        )


async def tell_done(
    session: AsyncSession, campaign: Campaign, done: Done, *, by: UUID, now: datetime
) -> None:
    """Tell the maker what was done with their campaign, unless it was they."""
    if campaign.created_by != by:
        await tell(session, campaign, "campaign-steered", now=now, done=done, by=str(by))
