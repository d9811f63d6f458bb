"""Async filters: aiogram runs plain ones in threads."""

from functools import cache

from aiogram.filters import Filter
from aiogram.types import Message

from bot.texts import LOCALES, Texts


class SuccessfulPayment(Filter):
    """The service message of a payment that went through."""

    async def __call__(self, message: Message) -> bool:
        return message.successful_payment is not None


class Text(Filter):
    """A message with words."""

    async def __call__(self, message: Message) -> bool:
        return message.text is not None


class NotNow(Filter):
    """The button below the keyboard that asks for a place, in any language."""

    async def __call__(self, message: Message) -> bool:
        return message.text is not None and message.text in _said("button-not-now")


class KeepsNumber(Filter):
    """The button below the keyboard that asks for a number, in any language."""

    async def __call__(self, message: Message) -> bool:
        return message.text is not None and message.text in _said("button-keep-number")


class SharedContact(Filter):
    """A card with a phone number."""

    async def __call__(self, message: Message) -> bool:
        return message.contact is not None


@cache
def _said(key: str) -> frozenset[str]:
    """A button's words in every language."""
    return frozenset(Texts(locale).plain(key) for locale in LOCALES)
