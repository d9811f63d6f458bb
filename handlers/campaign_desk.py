"""Where a campaign stands, drawn for who steers it."""

from contextlib import suppress
from uuid import UUID

import structlog
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery

from bot import refusals
from bot.screen import Screen
from bot.screens import campaign_progress, campaign_refusals
from bot.screens import campaigns as screens
from bot.screens.campaigns import Bounds
from bot.visit import Visit
from domain import (
    campaign_bars,
    campaign_tries,
    campaigns,
    house_rules,
    quiet_hours,
    results,
    taps,
)
from domain.campaigns import Campaign
from domain.taps import TakenUp
from storage.database import Tx
from storage.enums import CampaignStatus
from storage.errors import AlreadyDone, Unavailable

_log = structlog.get_logger(__name__)


async def draw(campaign_id: UUID, visit: Visit) -> tuple[Campaign, Screen]:
    """A campaign, and the screen of where it stands. Raises `NotAvailable`."""
    t, silence = visit.t, await visit.limiter.silence()
    async with visit.db.read(visit.person) as tx:
        per_second = house_rules.BULK.number(tx.session)
        alone, now = house_rules.SECOND_PERSON.number(tx.session), tx.now
        bounds = _bounds(tx)
        campaign = await campaigns.get(tx.session, campaign_id=campaign_id, by=visit.person.id)
        if campaign.launched_at is not None:
            so_far = await results.progress(tx.session, campaign)
            held = await campaign_bars.held(tx.session, campaign, silence=silence)
        else:
            people = await campaigns.reach(tx.session, campaign)
            zone = await campaigns.zone(tx.session, campaign)
    if campaign.launched_at is not None:
        taken = await _taken_up(campaign, visit)
        return campaign, campaign_progress.progress(
            t, campaign, so_far, taken=taken, per_second=per_second, held=held
        )
    match campaign.status:
        case CampaignStatus.DRAFT:
            return campaign, screens.desk(
                t,
                campaign,
                people=people,
                per_second=per_second,
                alone_up_to=alone,
                bounds=bounds,
                now=now,
                reader=visit.person.id,
            )
        case CampaignStatus.AWAITING_APPROVAL:
            return campaign, screens.awaiting(
                t,
                campaign,
                people=people,
                zone=zone,
                is_late=campaign.starts_at is None or campaign.starts_at <= now,
                reader=visit.person.id,
            )
        case CampaignStatus.CANCELLED:
            return campaign, screens.dropped(t, campaign)
        case _:
            return campaign, screens.scheduled(
                t, campaign, people=people, zone=zone, reader=visit.person.id
            )


def _bounds(tx: Tx) -> Bounds:
    quiet_from, quiet_to = quiet_hours.usual(tx.session)
    return Bounds(house_rules.PER_WEEK.number(tx.session), quiet_from != quiet_to)


async def preview(campaign_id: UUID, visit: Visit) -> tuple[Campaign, Screen]:
    """Show a campaign as it will arrive; where it stands, which says what Telegram did not take.

    Raises `NotAvailable`.
    """
    campaign, desk = await draw(campaign_id, visit)
    try:
        for screen in screens.previews(
            visit.t, campaign, username=visit.desk.username, name=visit.person.name
        ):
            await visit.stage.send(visit.person.chat_id, screen)
    except TelegramBadRequest as error:
        said = error.message.partition(": ")[2] or error.message  # after the name of the refusal
        return campaign, campaign_refusals.not_shown(visit.t, campaign, desk, said)
    except screens.PictureGone:
        said = refusals.PICTURE_GONE
        return campaign, campaign_refusals.not_shown(visit.t, campaign, desk, said)
    return campaign, desk


async def try_alone(query: CallbackQuery, campaign_id: UUID, visit: Visit) -> None:
    """Send the campaign to who asks for it alone. Raises `NotAvailable`, `NoAddress`."""
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await campaign_tries.ask(
                tx.session, campaign_id=campaign_id, by=visit.person, now=tx.now
            )
    await query.answer(visit.t.plain("alert-campaign-test"))


async def _taken_up(campaign: Campaign, visit: Visit) -> TakenUp:
    """What came of its buttons; where that takes too long now, nothing is said of it."""
    try:
        async with visit.db.read(visit.person) as tx:
            return await taps.taken_up(tx.session, campaign_id=campaign.id)
    except Unavailable as reason:
        _log.warning("sales were not counted", campaign=str(campaign.id), reason=str(reason))
        return TakenUp()
