"""An event's guests as a file: how far it is, and what stands in place of that in the end."""

from uuid import UUID

from bot.callbacks.making import SoldOrders
from bot.screen import Screen, button
from bot.screens.parts import bar, home
from bot.texts import Texts


def under_way(t: Texts, event_id: UUID, title: str, progress: int) -> Screen:
    """How far it is, in percent."""
    shown = bar(progress / 100)
    text = t("attendees-under-way", title=title, bar=shown, percent=progress)
    return _said(t, event_id, text)


def delivered(t: Texts, event_id: UUID) -> Screen:
    """It is in the chat, below."""
    return _said(t, event_id, t("attendees-delivered"))


def refused(t: Texts) -> Screen:
    """Who asked does not make that event any more."""
    return Screen(t("attendees-not-theirs"), [[home(t)]])


def too_large(t: Texts, event_id: UUID) -> Screen:
    """It is larger than what a bot may send."""
    return _said(t, event_id, t("attendees-too-large"))


def _said(t: Texts, event_id: UUID, text: str) -> Screen:
    orders = button(t.plain("button-sold-orders"), SoldOrders(event=event_id))
    return Screen(text, [[orders, home(t)]])
