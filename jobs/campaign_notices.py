"""Campaigns at sending, and what their makers and second persons are told of them."""

from collections import OrderedDict
from uuid import UUID

from bot.desk import Desk
from bot.mailer import Letter, LetterFailed
from bot.screen import Screen
from bot.screens import campaign_notices as told
from bot.screens import campaign_refusals, letters
from bot.screens import campaigns as screens
from bot.texts import Texts
from domain import campaign_tries, campaigns, emails, people
from domain.campaign_makers import Done
from domain.campaigns import Campaign
from domain.emails import Receiver
from domain.errors import NotAvailable
from domain.notifications import Delivery
from storage.database import Tx
from storage.enums import CampaignPurpose, CampaignStatus, CampaignType, NotificationType

TEMPLATE = "campaign"
"""The template of a delivery that is the campaign itself; notices about one begin with it."""

_KEPT = 64
"""Screens of campaigns that are kept, one for each language."""


class CampaignNotices:
    """Draws what a campaign sends, and what is told about one. Raises `NotAvailable`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: OrderedDict[tuple[UUID | None, str], Screen] = OrderedDict()

    def kept(self, delivery: Delivery, t: Texts) -> Screen | None:
        """What is the same for all who read that language, once somebody's was drawn."""
        return self._kept.get((delivery.campaign_id, t.locale))

    async def draw(self, tx: Tx, delivery: Delivery, to: UUID, t: Texts) -> Screen | Letter:
        """The screen or letter of a delivery whose template begins with `TEMPLATE`."""
        if delivery.template == TEMPLATE:
            return await self._sent(tx, delivery, to, t)
        facts = delivery.arguments
        id = UUID(facts["campaign"])
        campaign = await campaigns.to_send(tx.session, campaign_id=id)
        match delivery.template:
            case campaign_tries.TEMPLATE:
                return await self._written(tx, campaign, delivery, to, t)
            case "campaign-test-failed":
                end, letter = facts["end"], facts["letter"]
                return campaign_refusals.not_tried(
                    t, campaign, said=facts["said"], end=end, letter=letter
                )
            case "campaign-asked":
                return await self._asked(tx, campaign, to, t)
            case "campaign-agreed":
                return told.agreed(t, campaign)
            case "campaign-declined":
                return told.declined(t, campaign)
            case "campaign-moved":
                zone = await campaigns.zone(tx.session, campaign)
                return told.moved(t, campaign, zone=zone)
            case "campaign-steered":
                return await self._steered(tx, campaign, delivery, t)
            case "campaign-started":
                return told.started(t, campaign)
            case "campaign-stopped":
                return told.stopped(t, campaign)
            case "campaign-too-late":
                return told.too_late(t, campaign, now=tx.now)
        raise NotAvailable

    async def _steered(self, tx: Tx, campaign: Campaign, delivery: Delivery, t: Texts) -> Screen:
        """To its maker, what somebody else did with it."""
        facts = delivery.arguments
        who = await people.first_name(tx.session, person=UUID(facts["by"]))
        zone = await campaigns.zone(tx.session, campaign)
        return told.steered(t, campaign, Done(facts["done"]), who=who, zone=zone)

    async def _sent(self, tx: Tx, delivery: Delivery, to: UUID, t: Texts) -> Screen | Letter:
        """Where it names nobody it is the same for all who read that language: drawn once."""
        if delivery.campaign_id is None:
            raise NotAvailable
        campaign = await campaigns.to_send(tx.session, campaign_id=delivery.campaign_id)
        screen = await self._written(tx, campaign, delivery, to, t)
        if isinstance(screen, Letter) or screens.is_personal(campaign):
            return screen
        self._kept[delivery.campaign_id, t.locale] = screen
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return screen

    async def _written(
        self, tx: Tx, campaign: Campaign, delivery: Delivery, to: UUID, t: Texts
    ) -> Screen | Letter:
        name, counted = None, delivery.campaign_id is not None  # not what its maker tries
        if screens.is_personal(campaign):
            name = await people.first_name(tx.session, person=to)
        if delivery.channel is NotificationType.EMAIL:
            receiver = await emails.receiver(tx.session, person=to)
            if receiver is None:  # the address was removed meanwhile, or nobody is there
                raise NotAvailable
            return letters.campaign(
                t,
                campaign,
                to=receiver,
                name=name,
                opt_out=self._opt_out(campaign, to, receiver),
                username=self._desk.username,
                id=delivery.id.hex,
                counted=counted,
            )
        if campaign.channel is CampaignType.SOCIAL:  # its maker tries what everybody will read
            return screens.posted(campaign, username=self._desk.username, counted=False)
        return screens.message(
            t, campaign, username=self._desk.username, name=name, counted=counted
        )

    def _opt_out(self, campaign: Campaign, to: UUID, receiver: Receiver) -> str:
        """The way out of such letters. Raises `LetterFailed` where there would be none."""
        if campaign.purpose is not CampaignPurpose.MARKETING:
            return ""
        links = self._desk.opt_outs
        way = "" if links is None else self._desk.web.opt_out(links.token(to, receiver.index))
        if not way:
            raise LetterFailed("PUBLIC_URL is not set where the jobs run")
        return way

    async def _asked(self, tx: Tx, campaign: Campaign, to: UUID, t: Texts) -> Screen:
        """To a second person, as long as it waits."""
        if campaign.status is not CampaignStatus.AWAITING_APPROVAL or not campaign.created_by:
            raise NotAvailable
        maker = await people.first_name(tx.session, person=campaign.created_by)
        return told.asked(t, campaign, maker=maker, reader=to)
