"""Channels of a house: how its campaigns are posted there."""

from aiogram.types import InlineKeyboardButton

from bot.callbacks.writing import ShowCampaigns
from bot.screen import Screen, button
from bot.screens.parts import home, paragraphs
from bot.texts import Texts


def connected(t: Texts, title: str) -> Screen:
    """To a house: campaigns can be posted in its channel."""
    return Screen(t("channel-connected", title=title), [[_campaigns(t), home(t)]])


def connecting(t: Texts, state: str, title: str = "") -> Screen:
    """How a channel is connected, or what was in the way: it is `unknown`, the bot may not post
    there (`not-mine`), the person is no administrator there (`not-yours`), or `no-house`."""
    how = t("channel-how")
    wrong = "" if state == "how" else t("channel-wrong", state=state, title=title)
    return Screen(paragraphs(wrong, how), [[_campaigns(t), home(t)]])


def lost(t: Texts, title: str) -> Screen:
    """To a house: nothing is posted in a channel any more."""
    return Screen(t("channel-lost", title=title), [[_campaigns(t), home(t)]])


def _campaigns(t: Texts) -> InlineKeyboardButton:
    return button(t.plain("button-campaigns"), ShowCampaigns())
