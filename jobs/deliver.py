"""The delivery worker: sends what the outbox holds. Any number of them, on any machines.

Receipts and reminders go one by one. Campaigns go in packs that share the lines in the ledger
before and after their calls; while one pack is with Telegram the next is made ready.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import TypeVar
from uuid import UUID

import structlog
from telegram.error import ChatMigrated, TelegramError

from bot.gateway import GatewayError, GatewayRefused, GatewayUncertain, TextMessage
from bot.limiter import Paused
from bot.mailer import AddressRefused, Letter, LetterError, LetterFailed, LetterRefused, Mailer
from bot.nursery import Nursery
from bot.refusals import PICTURE_GONE
from bot.screen import Screen
from bot.screens.campaigns import PictureGone
from bot.texts import Texts, supported
from domain import broadcasts, campaign_tries, house_rules, notifications
from domain.actors import WORKER
from domain.errors import DomainError
from domain.notifications import (
    Bounced,
    Claimed,
    Delivery,
    Failed,
    Outcome,
    Postponed,
    Refused,
    Sent,
    Unwanted,
)
from domain.services import Resting
from jobs.outside import Letters, text_to_phone
from jobs.post import Post, outcome_of
from storage.context import REQUEST
from storage.database import Database, Tx
from storage.enums import Lane, NotificationStatus
from storage.errors import Unavailable

T = TypeVar("T")
Drawn = Screen | Letter | TextMessage
Render = Callable[[Delivery, Texts], Awaitable[Drawn]]
"""Draws a delivery, or writes its letter or text message, in a language; a `DomainError` says
that it is not wanted any more."""

PACKS = 3
"""Packs of one worker between us and Telegram at the same time."""

_LARGEST_PACK = 24
_LEAST_AT_ONCE = 2

_FURTHEST = 0.5
"""Seconds ahead for which moments may be taken when more of a campaign is claimed. What is claimed
leaves after a pause and after a word taken back, and all workers' adds up."""

_LOOK_EVERY = 1.0
"""Seconds until an idle worker looks again; other processes add deliveries without a word."""

_LONGEST_ATTEMPT = notifications.LEASE.total_seconds() * 0.75
"""Seconds: an attempt is given up before its lease ends and somebody else makes the next."""

_LONGEST_DRAWING = 15.0
"""Seconds of them in which a pack is drawn, so that its calls have the others."""

_DRAIN = 18.0
"""Seconds that messages on their way get when the worker stops."""

_IN_VAIN = (NotificationStatus.DEAD, NotificationStatus.UNKNOWN)
_FINISH_PAUSES = (0.2, 1.0, 3.0)

_log = structlog.get_logger(__name__)


def pack_at(per_second: int) -> int:
    """Deliveries of one claim: larger where more leave in a second, so that the ledger's lines are
    shared by more; small where few do: what is on its way is uncertain at a crash, leaves after a
    pause, and stands before somebody's ticket."""
    return min(max(1, per_second // 8), _LARGEST_PACK)


class Deliverer:
    """Claims as many deliveries as it can send at once, and sends each in a task of its own.

    Without a `mailer` letters wait for a worker that has one.
    """

    def __init__(
        self,
        db: Database,
        post: Post,
        render: Render,
        *,
        mailer: Mailer | None = None,
        at_once: int | None = None,
    ) -> None:
        self._db = db
        self._post = post
        self._letters = None if mailer is None else Letters(db, mailer)
        self._render = render
        self._at_once = at_once
        self._in_flight: dict[asyncio.Task[None], int] = {}
        self._messages = 1  # of a delivery of the campaign that leaves
        self._stopping = False
        self._awake = asyncio.Event()
        self._nap = _LOOK_EVERY
        self._nursery = Nursery()

    async def run(self) -> None:
        """Deliver until `stop`, then wait for what is on its way."""
        REQUEST.set("job deliver")
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
        until = _now() + _LONGEST_ATTEMPT
        claimed = await self._claim()
        pack = [each for each in claimed.deliveries if each.campaign_id is not None]
        for delivery in claimed.deliveries:
            if delivery.campaign_id is None:
                self._start(self._deliver(delivery), 1, f"deliver {delivery.id}")
        if pack:
            self._messages = max(each.messages for each in pack)
            self._start(self._deliver_pack(pack, until), len(pack), f"deliver {len(pack)}")
        return claimed.looked_at

    def _start(self, work: Coroutine[object, object, None], size: int, name: str) -> None:
        task = self._nursery.start(work, name=name)
        self._in_flight[task] = size
        task.add_done_callback(self._landed)

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._in_flight.pop(task, None)
        self._awake.set()

    async def _claim(self) -> Claimed:
        """What is due, as much as there is room for; somebody's ticket finds room beside packs."""
        size = pack_at(house_rules.BULK.number(self._db) // self._messages)
        most = self._at_once or max(_LEAST_AT_ONCE, PACKS * size if size > 1 else 0)
        room = most - sum(self._in_flight.values())
        lane, limit, self._nap = Lane.CAMPAIGN, min(room, size), _LOOK_EVERY
        if self._at_once is None and (limit <= 0 or await self._is_crowded()):
            lane, limit = Lane.REMINDER, room + size
        if limit <= 0:
            return Claimed()
        try:
            claimed = await notifications.claim(self._db, limit=limit, lane=lane)
            if claimed.resting:
                async with self._db.begin(WORKER) as tx:
                    await broadcasts.hold(tx.session, campaign_ids=list(claimed.resting))
        except Unavailable as error:
            _log.warning("the outbox cannot be read now", reason=str(error))
            return Claimed()
        return claimed

    async def _is_crowded(self) -> bool:
        """Whether the next moments are taken. If so we look again when they have passed, each
        worker a little later: all at once they would take as much as before."""
        too_far = await self._post.ahead() - _FURTHEST
        if too_far <= 0:
            return False
        self._nap = min(too_far + random.uniform(0, _FURTHEST / 2), _LOOK_EVERY)
        return True

    async def _rest(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(self._nap):
                await self._awake.wait()

    async def _deliver(self, delivery: Delivery) -> None:
        outcome = delivery.foregone or await self._attempt(delivery)
        if outcome is not None:
            await self._finish(delivery, outcome)

    async def _attempt(self, delivery: Delivery) -> Outcome | None:
        """How it went; None where somebody else has the delivery by now."""

        async def attempt() -> Outcome | None:
            drawn = await self._drawn(delivery)
            async with self._db.begin(WORKER) as tx:
                ours = await notifications.begin_sending(tx.session, delivery=delivery, now=tx.now)
            if not ours:
                return None
            return await self._carry(delivery, drawn)

        return await _outcome(delivery, attempt(), until=_now() + _LONGEST_ATTEMPT)

    async def _carry(self, delivery: Delivery, drawn: Drawn) -> Sent:
        """Make the call, by whichever way this is for."""
        match drawn:
            case Letter():
                return await self._mail(drawn)
            case TextMessage():
                await text_to_phone(self._db, drawn)
                return Sent(None)
            case Screen():
                return Sent(await self._send(delivery, drawn))

    async def _mail(self, letter: Letter) -> Sent:
        if self._letters is None:
            raise LetterFailed("SMTP_URL is not set where the jobs run")
        await self._letters.send(letter)
        return Sent(None)

    async def _drawn(self, delivery: Delivery) -> Drawn:
        return await self._render(delivery, Texts(supported(delivery.language)))

    async def _deliver_pack(self, pack: Sequence[Delivery], until: float) -> None:
        """The deliveries of campaigns in one claim, whose calls end until then."""
        screens, ended = await self._draw_pack(pack, until - _LONGEST_ATTEMPT + _LONGEST_DRAWING)
        ours = [each for each in pack if each.id in screens]

        async def call(each: Delivery) -> Outcome:
            return await self._carry(each, screens[each.id])

        outcomes = await asyncio.gather(
            *(_outcome(each, call(each), until=until) for each in ours)
        )
        ended |= {each.id: end for each, end in zip(ours, outcomes, strict=True)}
        await self._finish_pack(pack, ended)

    async def _draw_pack(
        self, pack: Sequence[Delivery], until: float
    ) -> tuple[dict[UUID, Drawn], dict[UUID, Outcome]]:
        """What leaves, and how the others ended. They share a lease: what was not begun until
        then is given back as if it had not been claimed, and leaves with another pack."""
        screens: dict[UUID, Drawn] = {}
        ended: dict[UUID, Outcome] = {}
        for each in pack:
            if each.foregone is not None:
                ended[each.id] = each.foregone
            elif _now() >= until:
                ended[each.id] = Postponed(timedelta(0), "the pack was drawn slowly")
            else:
                drawn = await _outcome(each, self._drawn(each), until=until, called=False)
                if isinstance(drawn, Screen | Letter | TextMessage):
                    screens[each.id] = drawn
                else:
                    ended[each.id] = drawn
        return screens, ended

    async def _finish_pack(self, pack: Sequence[Delivery], ended: Mapping[UUID, Outcome]) -> None:
        messages = {
            id: end.message_id
            for id, end in ended.items()
            if isinstance(end, Sent) and end.message_id is not None
        }

        async def finish() -> int:
            return await notifications.finish_sent(
                self._db, token=pack[0].token, messages=messages
            )

        if messages:
            await _persist(finish)
        for each in pack:
            if each.id in ended and each.id not in messages:
                await self._finish(each, ended[each.id])

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
        async def finish() -> NotificationStatus | None:
            async with self._db.begin(WORKER) as tx:
                status = await notifications.finish(
                    tx.session, delivery=delivery, outcome=outcome, now=tx.now
                )
                if status in _IN_VAIN:
                    await self._in_vain(tx, delivery, outcome)
                return status

        _tell(delivery, outcome, await _persist(finish))

    async def _in_vain(self, tx: Tx, delivery: Delivery, outcome: Outcome) -> None:
        """What follows where a message is given up, in the transaction in which it is."""
        if delivery.campaign_id is not None:
            await broadcasts.stop_failing(tx.session, campaign_id=delivery.campaign_id, now=tx.now)
        else:
            await campaign_tries.failed(tx.session, delivery=delivery, outcome=outcome, now=tx.now)


def _now() -> float:
    return asyncio.get_running_loop().time()


async def _outcome(
    delivery: Delivery, attempt: Awaitable[T], *, until: float, called: bool = True
) -> T | Outcome:
    """What came of an attempt that may last `until` then, or the outcome that its refusal means.

    `called`: somebody outside may have been asked in it.
    """
    try:
        async with asyncio.timeout_at(until):
            return await attempt
    except (TelegramError, Paused) as error:
        return outcome_of(error)
    except Resting as rest:
        return Postponed(timedelta(seconds=rest.seconds), "the service rests")
    except AddressRefused as error:
        return Bounced(str(error))
    except LetterRefused as error:
        return Refused(str(error))
    except GatewayRefused as error:
        return Refused(str(error))
    except GatewayError as error:
        return Failed(str(error), uncertain=isinstance(error, GatewayUncertain))
    except LetterError as error:
        return Failed(str(error), uncertain=error.uncertain)
    except TimeoutError:
        return Failed("the attempt took too long", uncertain=called)
    except Unavailable as error:
        return Failed(f"the database: {error}")
    except PictureGone:
        return Refused(PICTURE_GONE)
    except DomainError as fact:
        return Unwanted(type(fact).__name__)
    except Exception as error:  # one delivery that we cannot make must not stop the lane
        _log.exception("a delivery raised", delivery=str(delivery.id))
        return Failed(f"{type(error).__name__}: {error}")


async def _persist(write: Callable[[], Awaitable[T]]) -> T:
    """Write an end down, again while the database is away. Raises `Unavailable` at last."""
    for pause in _FINISH_PAUSES:
        try:
            return await write()
        except Unavailable:
            await asyncio.sleep(pause)
    return await write()


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
