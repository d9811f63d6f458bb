"""What was sold out a moment ago: the same wish is refused again before anybody looks.

A hint is at most a second old and may only refuse. Who holds places of the event is never refused
by it: their tap may be the same one, delivered again, and is answered with their order.
"""

import time
from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, TelegramObject, Update

from bot.callbacks.buying import Reserve
from bot.middlewares import Handler
from domain.errors import SoldOut

_KEEPS: Final = 1.0
_REMEMBERS: Final = 60.0
"""Seconds for which who was served is remembered: longer than any hint."""

_MOST: Final = 50_000
_PREFIX: Final = f"{Reserve.__prefix__}:"

Wish = tuple[UUID, str]
"""An event, and a basket as its button carries it."""


class Hints:
    """Refusals of the last second. `clock` gives monotonic seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self._refused: dict[Wish, tuple[float, SoldOut]] = {}
        self._served: dict[tuple[UUID, int], float] = {}

    def ask(self, wish: Wish, telegram_id: int) -> SoldOut | None:
        """The refusal of the same wish, if there was one within a second."""
        found = self._refused.get(wish)
        if found is None:
            return None
        until, refusal = found
        if until <= self.clock():
            del self._refused[wish]
            return None
        return None if (wish[0], telegram_id) in self._served else refusal

    def refused(self, wish: Wish, refusal: SoldOut, asked_at: float) -> None:
        """The database refused this wish, which it was asked at `asked_at`."""
        if len(self._refused) >= _MOST:
            self._refused.clear()
        self._refused[wish] = (asked_at + _KEEPS, refusal)

    def served(self, event: UUID, telegram_id: int) -> None:
        """This person holds places of the event."""
        now = self.clock()
        if len(self._served) >= _MOST:
            self._served = {who: at for who, at in self._served.items() if now < at + _REMEMBERS}
            self._refused.clear()
        self._served[event, telegram_id] = now


class TurnAway(BaseMiddleware):
    """Stands in front of whoever looks up who acts: a refusal by a hint costs no statement."""

    def __init__(self, hints: Hints) -> None:
        self._hints = hints

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        asked = event.callback_query if isinstance(event, Update) else None
        wish = None if asked is None else wish_of(asked)
        if asked is None or wish is None:
            return await handler(event, data)
        refusal = self._hints.ask(wish, asked.from_user.id)
        if refusal is not None:
            raise refusal
        asked_at = self._hints.clock()
        try:
            result = await handler(event, data)
        except SoldOut as reason:
            self._hints.refused(wish, reason, asked_at)
            raise
        self._hints.served(wish[0], asked.from_user.id)
        return result


def wish_of(query: CallbackQuery) -> Wish | None:
    """What somebody wants held, if that is what they tapped."""
    if not (query.data or "").startswith(_PREFIX):
        return None
    try:
        tapped = Reserve.unpack(query.data or "")
    except (TypeError, ValueError):
        return None
    return tapped.event, tapped.basket
