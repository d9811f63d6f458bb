"""An album arrives as many messages; it gets one answer, when no more of it comes."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.context import FSMContext

from bot.nursery import Nursery
from bot.steps import Wrong

_QUIET = 0.5
"""Seconds without another message after which an album is whole."""


async def left_out(wrong: Wrong, album: str, state: FSMContext) -> Wrong:
    """What did not fit any more, with how many of its album did not."""
    known = await state.get_data()
    left = 1 + (known.get("left", 0) if known.get("left_of") == album else 0)
    await state.update_data(left=left, left_of=album)
    return Wrong(wrong.reason, **{**wrong.facts, "left": left})


class Albums:
    """Waits for the end of albums, chat by chat. What was taken is kept before it waits."""

    def __init__(self) -> None:
        self._nursery = Nursery()
        self._waiting: dict[int, asyncio.Task[None]] = {}

    def came(self, chat_id: int, show: Callable[[], Awaitable[None]]) -> None:
        """A message of an album came: `show` the screen soon, unless another one comes before."""
        if earlier := self._waiting.pop(chat_id, None):
            earlier.cancel()
        self._waiting[chat_id] = self._nursery.start(self._later(chat_id, show), name="album")

    async def _later(self, chat_id: int, show: Callable[[], Awaitable[None]]) -> None:
        await asyncio.sleep(_QUIET)
        self._waiting.pop(chat_id, None)
        with suppress(TelegramAPIError):  # the buttons above still work
            await show()
