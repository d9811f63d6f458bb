"""The messages in which the progress of campaigns is shown, and kept true."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import campaigns
from domain.campaigns import Bar, Campaign, of_row
from storage.enums import CampaignStatus, CampaignType
from storage.queries import campaign_bars as queries
from storage.queries import campaigns as campaign_rows

AT_ONCE = 50
"""Bars that one look of the jobs keeps true; the next look goes on behind them."""


@dataclass(frozen=True, slots=True)
class Held:
    """Nothing of a campaign can leave `until` then; its makers think of that in their `zone`."""

    until: datetime
    zone: str


async def begin(session: AsyncSession, *, campaign_id: UUID, bar: Bar) -> None:
    """From now on the progress is shown in this message."""
    await queries.put(
        session,
        id=campaign_id,
        chat=bar.chat_id,
        message=bar.message_id,
        shown=bar.shown,
    )


async def keep(session: AsyncSession, *, campaign_id: UUID, before: Bar, bar: Bar) -> None:
    """The progress is shown anew in the same message, unless it has moved to another one."""
    row = await campaign_rows.find(session, id=campaign_id)
    if row is not None and (row.bar_chat_id, row.bar_message_id) == (
        before.chat_id,
        before.message_id,
    ):
        await begin(session, campaign_id=campaign_id, bar=bar)


async def hide(session: AsyncSession, *, campaign_id: UUID) -> None:
    """The progress is shown nowhere any more."""
    await queries.put(session, id=campaign_id, chat=None, message=None, shown=None)


async def shown(session: AsyncSession, *, after: UUID | None) -> Sequence[Campaign]:
    """Campaigns whose progress is shown somewhere, `AT_ONCE` at most.

    They stand in a ring: those behind the one with the id `after` come first.
    """
    return [of_row(row) for row in await queries.shown(session, after=after, limit=AT_ONCE)]


async def held(
    session: AsyncSession, campaign: Campaign, *, silence: datetime | None
) -> Held | None:
    """Until when a campaign that runs has to wait, where a `silence` is asked of the bot."""
    runs = campaign.status is CampaignStatus.ACTIVE and campaign.channel is not CampaignType.EMAIL
    if silence is None or not runs:
        return None
    return Held(silence, await campaigns.zone(session, campaign))
