"""A campaign's result reader by reader: who is uncertain, and the file with all of them."""

from collections.abc import Sequence

from bot.callbacks.writing import ShowCampaign, ShowCampaigns, Steer
from bot.screen import Screen, button
from bot.screens.parts import bar, home, paragraphs
from bot.texts import Texts
from domain.campaigns import Campaign


def uncertain(t: Texts, campaign: Campaign, names: Sequence[str], *, count: int) -> Screen:
    """Those of whom nobody knows whether the message arrived, `count` in all."""
    head = t("campaign-unknown-title", name=campaign.name)
    listed = "\n".join(t("campaign-unknown-line", name=initialled(name)) for name in names)
    back = button(t.plain("button-back"), ShowCampaign(campaign=campaign.id))
    if count <= len(names):
        return Screen(paragraphs(head, listed), [[back]])
    more = t("campaign-unknown-more", listed=len(names), count=count)
    file = button(t.plain("button-campaign-file"), Steer(campaign=campaign.id, act="file"))
    return Screen(paragraphs(head, listed, more), [[file, back]])


def under_way(t: Texts, campaign: Campaign, progress: int) -> Screen:
    """How far it is, in percent."""
    back = button(t.plain("button-back"), ShowCampaign(campaign=campaign.id))
    shown = bar(progress / 100)
    text = t("result-file-under-way", name=campaign.name, bar=shown, percent=progress)
    return Screen(text, [[back, home(t)]])


def delivered(t: Texts) -> Screen:
    """It is in the chat, below."""
    return _said(t, "result-file-delivered")


def refused(t: Texts) -> Screen:
    """Who asked does not speak for that house any more."""
    return _said(t, "result-file-not-theirs")


def too_large(t: Texts) -> Screen:
    """It is larger than what a bot may send."""
    return _said(t, "result-file-too-large")


def initialled(name: str) -> str:
    """A first name and an initial."""
    first, _, last = name.partition(" ")
    return f"{first} {last[:1]}." if last else first


def _said(t: Texts, key: str) -> Screen:
    return Screen(t(key), [[button(t.plain("button-campaigns"), ShowCampaigns()), home(t)]])
