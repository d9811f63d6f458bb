"""What a message says to the open question of a guided dialog."""

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message

from bot.steps import Sent, Spot

_TOLD_APART = frozenset({ContentType.VOICE, ContentType.DOCUMENT})
"""Kinds of message that have a sentence of their own where they cannot be the answer."""


def sent(message: Message) -> Sent:
    """Its words, photo, place, or what else it is."""
    photo = message.photo[-1].file_id if message.photo else None
    kind = ContentType(message.content_type)
    other = kind.value if kind in _TOLD_APART else "other"
    html = message.html_text if message.text else None
    return Sent(message.text, photo, _spot(message), other, html)


def _spot(message: Message) -> Spot | None:
    if venue := message.venue:
        at = venue.location
        return Spot(at.latitude, at.longitude, venue.title, venue.address)
    if place := message.location:
        return Spot(place.latitude, place.longitude)
    return None


def replied(query: CallbackQuery) -> Sent:
    """The same of the message to which the tapped one is a reply; nothing where there is none."""
    message = replied_to(query)
    return Sent() if message is None else sent(message)


def replied_to(query: CallbackQuery) -> Message | None:
    """The person's own message to which the tapped one is a reply."""
    shown = query.message
    replied = shown.reply_to_message if isinstance(shown, Message) else None
    if replied is None or replied.from_user is None or replied.from_user.is_bot:
        return None
    return replied
