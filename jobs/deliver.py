"""The delivery worker: sends what the outbox holds. Any number of them, on any machines."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import structlog
from telegram.error import ChatMigrated, TelegramError

from bot.limiter import Paused
from bot.nursery import Nursery
from bot.screen import Screen
from bot.texts import Texts, supported
from domain import notifications
from domain.actors import WORKER
from domain.errors import DomainError
from domain.notifications import Delivery, Failed, Outcome, Sent, Unwanted
from jobs.post import Post, outcome_of
from storage.database import Database
from storage.enums import NotificationStatus
from storage.errors import Unavailable

Render = Callable[[Delivery, Texts], Awaitable[Screen]]
"""Draws a delivery's screen in a language; a `DomainError` says that it is not wanted any more."""

AT_ONCE = 8
"""Messages of one worker between us and Telegram at the same time."""

_LOOK_EVERY = 1.0
"""Seconds until an idle worker looks again; other processes add deliveries without a word."""

_LONGEST_ATTEMPT = notifications.LEASE.total_seconds() * 0.75
"""Seconds: an attempt is given up before its lease ends and somebody else makes the next."""

_DRAIN = 18.0
"""Seconds that messages on their way get when the worker stops."""

_FINISH_PAUSES = (0.2, 1.0, 3.0)

_log = structlog.get_logger(__name__)


class Deliverer:
    """Claims as many deliveries as it can send at once, and sends each in a task of its own."""

    def __init__(
        self, db: Database, post: Post, render: Render, *, at_once: int = AT_ONCE
    ) -> None:
        self._db = db
        self._post = post
        self._render = render
        self._at_once = at_once
        self._in_flight: set[asyncio.Task[None]] = set()
        self._stopping = False
        self._awake = asyncio.Event()
        self._nursery = Nursery()

    async def run(self) -> None:
        """Deliver until `stop`, then wait for what is on its way."""
        try:
            while not self._stopping:
                self._awake.clear()
                if await self._start_due() == 0:
                    await self._rest()
            if self._in_flight:
                await asyncio.wait(self._in_flight, timeout=_DRAIN)
        finally:
            await self._nursery.close()

    def stop(self) -> None:
        """Claim nothing more."""
        self._stopping = True
        self._awake.set()

    def wake(self) -> None:
        """Look at the outbox now."""
        self._awake.set()

    async def _start_due(self) -> int:
        room = self._at_once - len(self._in_flight)
        claimed = await self._claim(room) if room else ()
        for delivery in claimed:
            task = self._nursery.start(self._deliver(delivery), name=f"deliver {delivery.id}")
            self._in_flight.add(task)
            task.add_done_callback(self._landed)
        return len(claimed)

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._in_flight.discard(task)
        self._awake.set()

    async def _claim(self, room: int) -> "tuple[Delivery, ...]":
        try:
            async with self._db.begin(WORKER) as tx:
                return tuple(await notifications.claim(tx.session, limit=room, now=tx.now))
        except Unavailable as error:
            _log.warning("the outbox cannot be read now", reason=str(error))
            return ()

    async def _rest(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(_LOOK_EVERY):
                await self._awake.wait()

    async def _deliver(self, delivery: Delivery) -> None:
        outcome = delivery.foregone or await self._attempt(delivery)
        if outcome is not None:
            await self._finish(delivery, outcome)

    async def _attempt(self, delivery: Delivery) -> Outcome | None:
        """How it went; None where somebody else has the delivery by now."""
        try:
            async with asyncio.timeout(_LONGEST_ATTEMPT):
                screen = await self._render(delivery, Texts(supported(delivery.language)))
                async with self._db.begin(WORKER) as tx:
                    ours = await notifications.begin_sending(
                        tx.session, delivery=delivery, now=tx.now
                    )
                return Sent(await self._send(delivery, screen)) if ours else None
        except (TelegramError, Paused) as error:
            return outcome_of(error)
        except TimeoutError:
            return Failed("the attempt took too long", uncertain=True)
        except Unavailable as error:
            return Failed(f"the database: {error}")
        except DomainError as fact:
            return Unwanted(type(fact).__name__)
        except Exception as error:  # one delivery that we cannot make must not stop the lane
            _log.exception("a delivery raised", delivery=str(delivery.id))
            return Failed(f"{type(error).__name__}: {error}")

    async def _send(self, delivery: Delivery, screen: Screen) -> int:
        try:
            return await self._post.send(delivery.chat_id, screen)
        except ChatMigrated as moved:
            async with self._db.begin(WORKER) as tx:
                await notifications.chat_moved(
                    tx.session, delivery=delivery, chat_id=moved.new_chat_id
                )
            return await self._post.send(moved.new_chat_id, screen)

    async def _finish(self, delivery: Delivery, outcome: Outcome) -> None:
        for pause in (*_FINISH_PAUSES, None):
            try:
                async with self._db.begin(WORKER) as tx:
                    status = await notifications.finish(
                        tx.session, delivery=delivery, outcome=outcome, now=tx.now
                    )
            except Unavailable:
                if pause is None:
                    raise
                await asyncio.sleep(pause)
            else:
                _tell(delivery, outcome, status)
                return


def _tell(delivery: Delivery, outcome: Outcome, status: NotificationStatus | None) -> None:
    about = {
        "delivery": str(delivery.id),
        "template": delivery.template,
        "attempt": delivery.attempt,
    }
    if status is None:
        _log.warning("a delivery was somebody else's by then", **about)
    elif status is NotificationStatus.DEAD:
        _log.error("a delivery is dead", outcome=outcome, **about)
    elif status is not NotificationStatus.SENT:
        _log.info("a delivery was not made", status=status.value, outcome=outcome, **about)
