"""Messages whose numbers are kept true while something goes on."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import structlog
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.limiter import Paused
from bot.screen import Screen
from bot.transport import Sender
from jobs.post import keyboard_of

_GONE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "chat not found",
)

SOON = 3.0
"""Seconds after which a message that could not be shown is tried again, at first: as often as one
looks. With every try in a row they are twice as many."""

LONGEST = 300.0
"""Seconds, at most, until the next try, unless Telegram asks for more."""

REFUSALS = 5
"""Refusals in a row, each after a longer wait, that end it: the message is as good as gone."""

_log = structlog.get_logger(__name__)


class Redrawn(Enum):
    """What became of it."""

    SHOWN = 1
    GONE = 2
    LATER = 3


@dataclass(slots=True)
class _Wait:
    """Until when a message is left alone, and how often it could not be shown, and was refused,
    in a row."""

    until: float
    tries: int = 0
    refusals: int = 0


class Redrawer:
    """Edits messages, each as often as Telegram bears it. What it has learned is this process's
    own: another one learns it by a try of its own."""

    def __init__(self, sender: Sender, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._sender = sender
        self._clock = clock
        self._waits: dict[tuple[int, int], _Wait] = {}
        self._chats: dict[int, float] = {}

    def waits(self, *, chat_id: int, message_id: int) -> bool:
        """Whether it is not the moment to try this message."""
        wait, now = self._waits.get((chat_id, message_id)), self._clock()
        return self._chats.get(chat_id, now) > now or (wait is not None and wait.until > now)

    async def redraw(self, *, chat_id: int, message_id: int, screen: Screen) -> Redrawn:
        """Show `screen` in the message, if that is still there and it is the moment."""
        if self.waits(chat_id=chat_id, message_id=message_id):
            return Redrawn.LATER
        self._forget_old()
        place = chat_id, message_id
        try:
            await self._sender.edit_message_text(
                screen.text,
                chat_id=chat_id,
                message_id=message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard_of(screen, self._sender),
            )
        except BadRequest as error:
            return self._refused(place, error.message.lower())
        except Forbidden:
            return self._ended(place, Redrawn.GONE)
        except RetryAfter as error:
            asked = error.retry_after
            seconds = asked if isinstance(asked, int | float) else asked.total_seconds()
            self._chats[chat_id] = self._clock() + seconds
            _log.info("a bar waits", message=message_id, seconds=seconds)
            return Redrawn.LATER
        except (Paused, TelegramError) as error:
            wait = self._later(place)
            _log.info("a bar waits", message=message_id, why=str(error), tries=wait.tries)
            return Redrawn.LATER
        return self._ended(place, Redrawn.SHOWN)

    def _refused(self, place: tuple[int, int], why: str) -> Redrawn:
        if "not modified" in why:
            return self._ended(place, Redrawn.SHOWN)
        if any(words in why for words in _GONE):
            return self._ended(place, Redrawn.GONE)
        wait = self._later(place)
        wait.refusals += 1
        _log.warning("a bar was refused", message=place[1], why=why, times=wait.refusals)
        return self._ended(place, Redrawn.GONE) if wait.refusals >= REFUSALS else Redrawn.LATER

    def _later(self, place: tuple[int, int]) -> _Wait:
        """Leave it alone for twice as long as the last time."""
        wait = self._waits.setdefault(place, _Wait(0.0))
        wait.until = self._clock() + min(SOON * 2**wait.tries, LONGEST)
        wait.tries += 1
        return wait

    def _ended(self, place: tuple[int, int], end: Redrawn) -> Redrawn:
        self._waits.pop(place, None)
        return end

    def _forget_old(self) -> None:
        """Of messages that nobody wants shown any more nothing is kept."""
        now = self._clock()
        self._waits = {at: each for at, each in self._waits.items() if each.until > now - LONGEST}
        self._chats = {at: until for at, until in self._chats.items() if until > now}
