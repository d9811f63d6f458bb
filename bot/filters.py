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
        return message.text is not None and message.text in _not_now()


@cache
def _not_now() -> frozenset[str]:
    return frozenset(Texts(locale).plain("button-not-now") for locale in LOCALES)
