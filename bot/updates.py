"""Updates from Telegram, by webhook or polling, none of them lost.

An update is acknowledged only after it was handled: the webhook answers 200 after the handler,
polling moves the offset behind what is through. What the database could not do now is tried three
times and then left to Telegram to deliver again; what we cannot handle at all is put aside
(`quarantined_updates`), so that one poisoned update never stops the rest.
"""

import asyncio
import hmac
import random
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, Protocol, TypeVar

import orjson
import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    AiogramError,
    RestartingTelegram,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod
from aiogram.types import Update
from aiohttp import web
from pydantic import ValidationError

from bot.errors import apologise
from bot.limiter import Paused
from bot.middlewares import is_at_the_door
from storage.context import REQUEST
from storage.errors import Unavailable

_log = structlog.get_logger(__name__)
_TRIES = 3
LARGEST_BODY = 1024 * 1024
"""Bytes of a delivery; more is refused with 413 (`client_max_size` of the application)."""

_AT_ONCE = 64
"""Updates handled at the same time in one process."""

_PAYMENT_SECONDS = 7.0
"""Telegram waits ten seconds for the word on a payment."""

_LONG_POLL = 25
"""Seconds that Telegram keeps a question for updates open."""

_LOOKS_AGAIN = 0.5
"""Seconds after which new updates are fetched although some are still being handled."""

_LARGEST_ID = 2**63 - 1

_TELEGRAM_AWAY = (TelegramNetworkError, TelegramServerError, RestartingTelegram, TimeoutError)
_NOT_NOW = (TelegramRetryAfter, Paused)

_T = TypeVar("_T")

ALLOWED_UPDATES = [
    "message",
    "callback_query",
    "inline_query",
    "pre_checkout_query",
    "my_chat_member",
]


class Quarantine(Protocol):
    """Where updates go that we cannot handle."""

    async def __call__(self, raw: dict[str, Any], error: BaseException) -> None:
        """Keep the update for a human and tell the operators once."""


class Updates:
    """Handles updates to their end. `express` answers payments, in front of every queue."""

    def __init__(
        self, bot: Bot, conversation: Dispatcher, express: Dispatcher, quarantine: Quarantine
    ) -> None:
        self._bot = bot
        self._conversation = conversation
        self._express = express
        self._quarantine = quarantine
        self._missing: set[str] = set()
        self._room = asyncio.Semaphore(_AT_ONCE)
        self._in_flight = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def handle(self, raw: dict[str, Any]) -> None:
        """Handle one update. Raises `Unavailable` when it should be delivered again later."""
        self._in_flight += 1
        self._idle.clear()
        REQUEST.set(f"update {self._bot.id}/{raw.get('update_id')}")
        try:
            update = Update.model_validate(raw, context={"bot": self._bot})
        except ValidationError as error:
            await self._put_aside(raw, error)
        else:
            await self._handle(update, raw)
        finally:
            self._in_flight -= 1
            if not self._in_flight:
                self._idle.set()

    async def _handle(self, update: Update, raw: dict[str, Any]) -> None:
        if is_at_the_door(update):
            await self._feed(self._conversation, update, raw)
            return
        if update.pre_checkout_query is None:
            async with self._room:
                await self._feed(self._conversation, update, raw)
            return
        try:
            async with asyncio.timeout(_PAYMENT_SECONDS):
                await self._feed(self._express, update, raw)
        except (Unavailable, TimeoutError) as error:
            _log.warning("a payment was refused", update=update.update_id, why=repr(error))
            await _apologise(update, "error-Busy")

    async def _feed(self, dispatcher: Dispatcher, update: Update, raw: dict[str, Any]) -> None:
        for attempt in range(1, _TRIES + 1):
            try:
                await dispatcher.feed_update(self._bot, update)
                return
            except Unavailable:
                if attempt == _TRIES:
                    raise
            except _TELEGRAM_AWAY as error:
                if attempt == _TRIES:
                    _log.warning("no answer reached telegram", update=update.update_id, why=error)
                    return
            except Exception as error:  # a bug of ours must not stop the updates of others
                await self._give_up(update, raw, error)
                return
            await asyncio.sleep(random.uniform(0.05, 0.2) * attempt)

    async def _give_up(self, update: Update, raw: dict[str, Any], error: Exception) -> None:
        """What another try would not mend: a person who left, a poor server, or our own bug."""
        if isinstance(error, TelegramForbiddenError):
            _log.info("the person is gone", update=update.update_id)
        elif isinstance(error, _NOT_NOW):
            _log.warning("telegram wants silence", update=update.update_id, why=repr(error))
            await _apologise(update, "error-Busy")
        elif isinstance(error, TelegramNotFound):
            self._lacks(error.method.__api_method__, error.message)
            await _apologise(update)
        else:
            await self._put_aside(raw, error)
            await _apologise(update)

    def _lacks(self, method: str, answer: str) -> None:
        if method not in self._missing:
            self._missing.add(method)
            _log.warning("this server lacks a method", method=method, answer=answer)

    async def _put_aside(self, raw: dict[str, Any], error: Exception) -> None:
        try:
            await self._quarantine(raw, error)
        except Unavailable:
            raise
        except Exception as reason:  # a poison that even the quarantine spits out ends here
            _log.error("an update is lost", update=raw["update_id"], exc_info=reason)

    async def idle(self) -> None:
        """Return when no update is being handled."""
        await self._idle.wait()


async def _apologise(update: Update, key: str = "error-unknown") -> None:
    """Say that it did not work, if the person can be told."""
    with suppress(AiogramError, Paused, TimeoutError):
        await apologise(update, key)


class _FetchUpdates(TelegramMethod[list[dict[str, Any]]]):
    """Raw updates: one that the library cannot read must not hide the others of its batch."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int
    timeout: int
    limit: int = 100
    allowed_updates: list[str] = ALLOWED_UPDATES


class Polling:
    """Fetches updates and handles them until it is told to stop.

    Everybody's updates at once, each person's own in order. Who is slow holds up nobody else: what
    is not through yet stays unacknowledged, and what comes after it is fetched meanwhile.
    """

    def __init__(self, bot: Bot, updates: Updates) -> None:
        self._bot = bot
        self._updates = updates
        self._next = 0
        self._known: set[int] = set()
        self._queues: dict[object, deque[dict[str, Any]]] = {}
        self._failed: set[int] = set()
        self._work: set[asyncio.Task[None]] = set()
        self._stopped = False
        self._waiting: asyncio.Timeout | None = None

    def stop(self) -> None:
        """Fetch no more; what was fetched is finished."""
        self._stopped = True
        if self._waiting is not None:
            self._waiting.reschedule(asyncio.get_running_loop().time())

    async def run(self) -> None:
        """Poll until `stop`. Raises `TelegramUnauthorizedError` for a wrong token."""
        try:
            await self._poll()
            await asyncio.gather(*self._work, return_exceptions=True)
            await self._acknowledge()
        finally:
            for each in self._work:
                each.cancel()

    async def _poll(self) -> None:
        failures = 0
        while not self._stopped:
            try:
                await self._round()
                failures = 0
            except TelegramUnauthorizedError:
                raise
            except (Unavailable, AiogramError, TimeoutError) as error:
                failures += 1
                _log.warning("updates do not come", why=repr(error), failures=failures)
                longest = 30.0 if isinstance(error, TelegramConflictError) else 5.0
                pause = min(longest, 0.2 * 2 ** min(failures, 8)) * random.uniform(0.7, 1.0)
                if isinstance(error, TelegramRetryAfter):
                    pause = max(pause, error.retry_after)
                await self._unless_stopped(asyncio.sleep(pause))

    async def _round(self) -> None:
        """Fetch, begin what is new, and give it a moment to end."""
        patience = 0 if self._work else _LONG_POLL
        fetch = _FetchUpdates(offset=self._offset, timeout=patience)
        batch = await self._unless_stopped(self._bot(fetch, request_timeout=patience + 10))
        if batch is None:
            return
        self._follow({raw["update_id"] for raw in batch})
        for raw in batch:
            self._begin(raw)
        if self._work:
            done, _ = await asyncio.wait(self._work, timeout=_LOOKS_AGAIN)
            self._work -= done
            errors = [error for each in done if (error := each.exception())]
            if errors:
                raise errors[0]

    @property
    def _offset(self) -> int:
        """Before it, everything is through: Telegram may forget it."""
        return min((*self._in_hand(), *self._failed), default=self._next)

    def _in_hand(self) -> set[int]:
        return {raw["update_id"] for queue in self._queues.values() for raw in queue}

    def _follow(self, there: set[int]) -> None:
        """Heed which updates are `there`. After a quiet week their numbers may begin anywhere."""
        last = max(there, default=self._next)
        if there:
            self._next = last + 1
        self._known &= there | self._in_hand()
        self._failed -= {number for number in self._failed - there if number < last}  # gone

    def _begin(self, raw: dict[str, Any]) -> None:
        number = raw["update_id"]
        if number in self._known:
            return
        self._known.add(number)
        self._failed.discard(number)
        who = _whose(raw)
        if who in self._queues:
            self._queues[who].append(raw)
            return
        self._queues[who] = deque([raw])
        self._work.add(asyncio.get_running_loop().create_task(self._in_order(who)))

    async def _in_order(self, who: object) -> None:
        """One person's updates. What cannot be done now comes again, and what is behind it."""
        queue = self._queues[who]
        try:
            while queue:
                await self._updates.handle(queue[0])
                queue.popleft()
        finally:
            left = {raw["update_id"] for raw in self._queues.pop(who)}
            self._known -= left
            self._failed |= left

    async def _unless_stopped(self, work: Awaitable[_T]) -> _T | None:
        """The result of `work`, or None as soon as polling is told to stop."""
        waiting = asyncio.timeout(None)
        try:
            async with waiting:
                self._waiting = waiting
                return await work
        except TimeoutError:
            if not waiting.expired():
                raise
            return None
        finally:
            self._waiting = None

    async def _acknowledge(self) -> None:
        """Tell Telegram what was handled, so that a restart is not handed it again."""
        if self._next:
            with suppress(AiogramError, TimeoutError):
                await self._bot(_FetchUpdates(offset=self._offset, timeout=0, limit=1))


def _whose(raw: dict[str, Any]) -> object:
    """Who waits for this update; a payment waits behind nothing."""
    if "pre_checkout_query" in raw:
        return ("payment", raw["update_id"])
    for content in raw.values():
        if isinstance(content, dict) and isinstance(content.get("from"), dict):
            return content["from"].get("id")
    return None


def webhook(updates: Updates, secret: str) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The HTTP handler of Telegram's deliveries: 200 when handled, 503 to get it again."""
    expected = secret.encode()

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.getall("X-Telegram-Bot-Api-Secret-Token", [])
        if len(given) != 1 or not hmac.compare_digest(_bytes(given[0]), expected):
            return web.Response(status=401)
        try:
            raw = orjson.loads(await request.read())
        except orjson.JSONDecodeError:
            return web.Response(status=400)
        if not isinstance(raw, dict) or not _is_id(raw.get("update_id")):
            return web.Response(status=400)
        try:
            await updates.handle(raw)
        except Unavailable:
            return web.Response(status=503)
        return web.Response()

    return receive


def _is_id(value: object) -> bool:
    return type(value) is int and 0 <= value <= _LARGEST_ID


def _bytes(header: str) -> bytes:
    """A header as it came over the wire: aiohttp keeps odd bytes as surrogates."""
    return header.encode(errors="surrogateescape")
