"""Async filters: aiogram runs plain ones in threads."""

from aiogram.filters import Filter
from aiogram.types import Message


class SuccessfulPayment(Filter):
    """The service message of a payment that went through."""

    async def __call__(self, message: Message) -> bool:
        return message.successful_payment is not None


class Text(Filter):
    """A message with words."""

    async def __call__(self, message: Message) -> bool:
        return message.text is not None
