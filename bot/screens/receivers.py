"""Whom a campaign is for, in words and on the buttons of its dialog."""

from uuid import UUID

from bot.screens.parts import shorten
from bot.texts import Texts
from domain import audiences
from domain.audiences import HouseEvent
from domain.campaigns import Campaign
from storage.enums import CampaignAudience, CampaignPurpose, CampaignType

_LABEL = 40


def audience(t: Texts, campaign: Campaign, reader: UUID) -> str:
    """Whom a campaign is for, in words; its house by name, unless it is the house that reads."""
    house = "" if reader == campaign.house else campaign.house_name
    if campaign.channel is CampaignType.SOCIAL:
        if house:
            return t.plain("audience-channels-of", house=house)
        return t.plain("audience-channels")
    if campaign.part is None:
        return _whole(t, campaign, house)
    if campaign.part == audiences.WAITING:
        return t.plain("audience-waiting", title=campaign.event_title)
    name = part(t, campaign.part, campaign.part_name)
    return t.plain("audience-part", whole=_whole(t, campaign, house), part=name)


def _whole(t: Texts, campaign: Campaign, house: str) -> str:
    match campaign.audience:
        case CampaignAudience.EVERYONE:
            return t.plain("audience-everyone")
        case CampaignAudience.FOLLOWERS if house:
            return t.plain("audience-followers-of", house=house)
        case CampaignAudience.FOLLOWERS:
            return t.plain("audience-followers")
        case CampaignAudience.CITY:
            return t.plain("audience-city", city=campaign.city or "")
        case CampaignAudience.HOLDERS if campaign.purpose is CampaignPurpose.SERVICE:
            return t.plain("audience-holders-service", title=campaign.event_title)
        case CampaignAudience.HOLDERS:
            return t.plain("audience-holders", title=campaign.event_title)


def option(t: Texts, kind: CampaignAudience, people: int | None) -> str:
    """A kind of audience on a button, with its size where it is one audience."""
    name = t.plain(f"form-campaign-audience-{kind.value}")
    return name if people is None else _counted(t, name, people)


def part_option(t: Texts, some: audiences.Part) -> str:
    """Some of an audience on a button, with how many they are."""
    return _counted(t, shorten(part(t, some.value, some.name), _LABEL - 12), some.people)


def part(t: Texts, value: str, name: str) -> str:
    """Some of an audience, in words; `name` is that of their type of ticket."""
    if name:
        return name
    kind, _, taste = value.partition("-")
    return t.plain("audience-some", kind=kind, taste=t.plain(f"kind-{taste}") if taste else "")


def _counted(t: Texts, name: str, people: int) -> str:
    key = "audience-about" if people >= audiences.ABOUT else "audience-sized"
    return t.plain(key, name=name, count=people)


def channel(t: Texts, which: CampaignType, people: int) -> str:
    """A way that a campaign may go, and how many it reaches so."""
    match which:
        case CampaignType.EMAIL:
            return sized(t, t.plain("campaign-by-letter"), people)
        case CampaignType.SOCIAL:
            return sized(t, t.plain("campaign-by-post"), people)
        case CampaignType.PUSH:
            return sized(t, t.plain("campaign-by-message"), people)


def sized(t: Texts, name: str, people: int) -> str:
    """A city or an event on a button, with how many it reaches."""
    return t.plain("audience-sized", name=shorten(name, _LABEL - 12), count=people)


def event_label(t: Texts, event: HouseEvent) -> str:
    """An event as something that a button may lead to."""
    day = t.day(event.starts_at, event.time_zone)
    return t.plain("button-event", day=day, title=shorten(event.title, 28))


def link_label(event: HouseEvent) -> str:
    """What the button of a campaign says that leads to an event."""
    return shorten(event.title, _LABEL)
