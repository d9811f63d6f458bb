"""The messages in which the progress of campaigns is shown, and kept true."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import campaigns
from domain.campaigns import LEFT, Bar, Campaign, Place, bar_of, of_row
from storage.enums import CampaignStatus, CampaignType
from storage.queries import campaign_bars as queries

AT_ONCE = 50
"""Bars that one look of the jobs keeps true; the next look goes on behind them."""


_MOST_LEFT = 5
"""Former messages of one bar that are remembered: they are told within a look of the jobs."""


@dataclass(frozen=True, slots=True)
class Held:
    """Nothing of a campaign can leave `until` then; its makers think of that in their `zone`."""

    until: datetime
    zone: str


async def begin(session: AsyncSession, *, campaign_id: UUID, bar: Bar) -> None:
    """From now on the progress is shown in this message. Where it was shown in another one, that
    one is `left`, to say so."""
    before = await _hold(session, campaign_id)
    left = [] if before is None else [*before.left, before.place]
    await _put(session, campaign_id, replace(bar, left=left))


async def keep(session: AsyncSession, *, campaign_id: UUID, before: Bar, bar: Bar) -> None:
    """The progress is shown anew in the same message. If it has moved to another one meanwhile,
    this one is `left`, whatever it was told before."""
    now = await _hold(session, campaign_id)
    if now is None:
        return
    if now.place == before.place:
        await _put(session, campaign_id, replace(bar, left=now.left))
    else:
        await _put(session, campaign_id, replace(now, left=[*now.left, before.place]))


async def told(session: AsyncSession, *, campaign_id: UUID, places: Collection[Place]) -> None:
    """These messages say now that the progress is shown in another one, or are gone."""
    now = await _hold(session, campaign_id)
    if now is not None:
        left = [each for each in now.left if each not in places]
        await _put(session, campaign_id, replace(now, left=left))


async def hide(session: AsyncSession, *, campaign_id: UUID) -> None:
    """The progress is shown nowhere any more."""
    await queries.put(session, id=campaign_id, chat=None, message=None, shown=None)


async def language(session: AsyncSession, *, chat_id: int) -> str | None:
    """The language of who reads in a chat, if it is known. Only the jobs see everybody's."""
    return await queries.language(session, chat=chat_id)


async def _hold(session: AsyncSession, campaign_id: UUID) -> Bar | None:
    row = await queries.hold(session, id=campaign_id)
    return row and bar_of(row)


async def _put(session: AsyncSession, campaign_id: UUID, bar: Bar) -> None:
    left = [each for each in dict.fromkeys(bar.left) if each != bar.place][-_MOST_LEFT:]
    names = " ".join(f"{chat}:{message}" for chat, message in left)
    await queries.put(
        session,
        id=campaign_id,
        chat=bar.chat_id,
        message=bar.message_id,
        shown=bar.shown + LEFT + names if left else bar.shown,
    )


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
