"""What is counted of the conversation, for `/metrics`."""

import time
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update
from prometheus_client import Counter, Histogram

UPDATES = Histogram(
    "portal_update_seconds",
    "seconds from the arrival of an update to the end of its handler",
    ["kind", "outcome"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1.0, 2.5, 5.0),
)

PUSHED = Counter("portal_messages_pushed", "messages to people who were not acting")

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Measured(BaseMiddleware):
    """Times every update, by its kind and by whether its handler ended well."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        begun = time.perf_counter()
        outcome = "failed"
        try:
            result = await handler(event, data)
            outcome = "handled"
            return result
        finally:
            UPDATES.labels(_kind(event), outcome).observe(time.perf_counter() - begun)


def _kind(event: TelegramObject) -> str:
    """Such as "message"; one that the library does not know yet is "other"."""
    names = event.model_fields_set - {"update_id"} if isinstance(event, Update) else set()
    return next(iter(names), "other")
