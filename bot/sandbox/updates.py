"""A bot's queue of updates: numbering, long polling, acknowledgement."""

import asyncio
import time
from collections.abc import Callable, Sequence

from bot.sandbox.errors import BotApiError, conflict
from bot.sandbox.faults import Faults
from bot.sandbox.model import JSON, BotState, Update
from bot.sandbox.world import World

LONGEST_POLL = 50  # seconds
KEPT = 24 * 3600  # seconds an update waits for its bot
_NUMBERS_AHEAD = 100
# Only delivered to bots that ask for them by name.
_ON_REQUEST = ("chat_member", "message_reaction", "message_reaction_count")
OTHER_POLL = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


class UpdateQueue:
    """The updates that the bot of `state` has not acknowledged."""

    def __init__(self, world: World, state: BotState, faults: Faults) -> None:
        self._world = world
        self._state = state
        self._faults = faults
        self._waiting = world.updates.setdefault(state.id, {})
        self._serial = max(self._waiting, default=0)
        self._number = state.next_update_id
        self._poll: asyncio.Future[None] | None = None
        self.on_arrival: Callable[[Update], None] | None = None

    def push(self, kind: str, payload: JSON, lane: str) -> Update | None:
        """Queue an update of `kind`; None if the bot does not want that kind."""
        allowed = self._state.allowed_updates
        if kind not in allowed if allowed else kind in _ON_REQUEST:
            return None
        return self._add({"update_id": self._next_number(), kind: payload}, lane)

    def push_raw(self, body: JSON) -> Update:
        """Queue a ready update as it is; it gets a number if it has none."""
        given = body.get("update_id")
        if type(given) is not int:
            body = {"update_id": self._next_number(), **body}
        elif self._number <= given < self._number + 1_000_000:
            self._reserve(given + 1)
        return self._add(body, f"raw{self._serial + 1}")

    def _add(self, body: JSON, lane: str) -> Update:
        self._serial += 1
        update = Update(self._state.id, self._serial, lane, time.time(), body)
        self._world.keep(update)
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        if self.on_arrival is not None:
            self.on_arrival(update)
        return update

    def _next_number(self) -> int:
        number = self._number
        self._reserve(number + 1)
        return number

    def _reserve(self, following: int) -> None:
        """Numbers are reserved in blocks: a line in the journal for each would be waste."""
        self._number = following
        if following >= self._state.next_update_id:
            self._state.next_update_id = following + _NUMBERS_AHEAD
            self._world.keep(self._state)

    def waiting(self) -> list[Update]:
        """Everything not acknowledged, oldest first; what is older than a day is dropped."""
        for update in list(self._waiting.values()):
            if time.time() - update.at <= KEPT:
                break
            self._world.forget(update)
        return list(self._waiting.values())

    def done(self, update: Update) -> None:
        self._world.forget(update)

    def drop_all(self) -> None:
        for update in list(self._waiting.values()):
            self._world.forget(update)

    async def poll(self, offset: int, limit: int, seconds: int) -> list[JSON]:
        """Answer getUpdates, waiting up to `seconds`; a second poll ends the first with 409."""
        self.cut(conflict(OTHER_POLL))
        self._acknowledge(offset)
        if not self.waiting() and seconds > 0:
            await self._arrival(min(seconds, LONGEST_POLL))
        batch = [update.body for update in self.waiting()[:limit]]
        if batch and self._faults.take_delivery("duplicate_update"):
            batch = [batch[0], *batch]
        return batch

    async def _arrival(self, seconds: float) -> None:
        poll = asyncio.get_running_loop().create_future()
        self._poll = poll
        try:
            await asyncio.wait_for(poll, seconds)
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None

    def cut(self, error: BotApiError) -> None:
        """End a poll that is waiting with `error`."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(error)
        self._poll = None

    def release(self) -> None:
        """End a poll that is waiting with an empty answer: the server is stopping."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def _acknowledge(self, offset: int) -> None:
        waiting = self.waiting()
        if offset < 0:
            acknowledged: Sequence[Update] = waiting[:offset]
        else:
            acknowledged = [update for update in waiting if update.update_id < offset]
        if acknowledged and offset > 0 and self._faults.take_delivery("lost_ack"):
            return
        for update in acknowledged:
            self._world.forget(update)
