"""What who made a campaign, and who agrees to one, are told of it."""

from datetime import datetime
from uuid import UUID

from aiogram.types import InlineKeyboardButton

from bot.callbacks.writing import ShowCampaign, Steer
from bot.screen import Screen, button
from bot.screens.campaigns import stopped_why
from bot.screens.parts import paragraphs
from bot.screens.receivers import audience
from bot.texts import Texts
from domain.campaign_makers import Done, is_still
from domain.campaigns import Campaign
from domain.errors import NotAvailable
from storage.enums import CampaignStatus


def started(t: Texts, campaign: Campaign) -> Screen:
    """To its maker: a scheduled campaign is leaving, or has grown and waits for somebody."""
    waits = campaign.status is CampaignStatus.AWAITING_APPROVAL
    key = "campaign-grown" if waits else "campaign-started"
    return Screen(t(key, name=campaign.name), [[_watch(t, campaign)]])


def too_late(t: Texts, campaign: Campaign, *, now: datetime) -> Screen:
    """To its maker: its time came when its evening, or one that it leads to, was over or had been
    called off. Raises `NotAvailable` where nothing speaks against it any more."""
    objection = campaign.coming.objection(now)
    if objection is None:
        raise NotAvailable
    text = t(
        "campaign-too-late",
        name=campaign.name,
        title=objection.title,
        why=objection.why,
        led="yes" if objection.by_button else "no",
    )
    return Screen(text, [[_watch(t, campaign)]])


def stopped(t: Texts, campaign: Campaign) -> Screen:
    """To its maker: it stopped itself, why, and what would be right."""
    head = t("campaign-stopped", name=campaign.name)
    return Screen(paragraphs(head, stopped_why(t, campaign)), [[_watch(t, campaign)]])


def asked(t: Texts, campaign: Campaign, *, maker: str | None, reader: UUID) -> Screen:
    """To a second person, the `reader`: somebody of the house asks for their yes."""
    text = t(
        "campaign-asked",
        name=campaign.name,
        audience=audience(t, campaign, reader),
        maker=maker or t.plain("campaign-maker"),
    )
    of = "" if reader == campaign.house else t("campaign-asked-of", house=campaign.house_name)
    look = button(t.plain("button-campaign-look"), Steer(campaign=campaign.id, act="preview"))
    return Screen(paragraphs(text, of), [[look]])


def agreed(t: Texts, campaign: Campaign) -> Screen:
    """To its maker: somebody agreed."""
    return Screen(t("campaign-agreed", name=campaign.name), [[_watch(t, campaign)]])


def moved(t: Texts, campaign: Campaign, *, zone: str) -> Screen:
    """To who agreed: it leaves at another time. Raises `NotAvailable` where it waits no more."""
    if campaign.status is not CampaignStatus.SCHEDULED or campaign.starts_at is None:
        raise NotAvailable
    when = t.when_there(campaign.starts_at, zone)
    return Screen(t("campaign-moved", name=campaign.name, when=when), [[_watch(t, campaign)]])


def declined(t: Texts, campaign: Campaign) -> Screen:
    """To its maker: somebody did not agree, and why."""
    text = paragraphs(
        t("campaign-declined", name=campaign.name),
        t("campaign-declined-why", why=campaign.declined_why or ""),
    )
    return Screen(text, [[_watch(t, campaign)]])


def steered(t: Texts, campaign: Campaign, done: Done, *, who: str | None, zone: str) -> Screen:
    """To its maker: what somebody else, `who`, did with it. Raises `NotAvailable` where that was
    overtaken by something else."""
    if not is_still(campaign, done):
        raise NotAvailable
    text = t(
        "campaign-steered",
        done=done.value,
        name=campaign.name,
        who=who or t.plain("campaign-maker"),
        when="" if campaign.starts_at is None else t.when_there(campaign.starts_at, zone),
    )
    see = button(t.plain("button-campaign-see"), ShowCampaign(campaign=campaign.id))
    return Screen(text, [[see]])


def _watch(t: Texts, campaign: Campaign) -> InlineKeyboardButton:
    return button(t.plain("button-campaign-watch"), ShowCampaign(campaign=campaign.id))
