"""One pace for everything that is sent: all processes and both libraries share it.

Telegram tolerates about 30 messages a second in all, one a second in a chat and 20 a minute in a
group; the only contract is 429 with `retry_after` (core.telegram.org/bots/faq). Replies to a
person are counted but never delayed; everything pushed waits its turn. A 429 pauses its chat, and
when several chats are told to wait, everything that is pushed. Replies to others are tried: what
Telegram holds against a campaign is nothing to who asks for their ticket.

What is pushed is given a moment of its own and leaves then, so no moment is lost to those who
come too early or quarrel about it. Who oversleeps asks again: catching up would be a burst.

Each process remembers the last moment that it has seen given away. Where Redis knows of none so
late, it was emptied, and goes on a second after that: what all hold has left by then.
"""

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import structlog
from redis.asyncio import Redis

from bot.breaker import GONE, Breaker

_log = structlog.get_logger(__name__)

# GCRA on the server's clock. KEYS: pause of all, pause of the chat, the bucket of all, and that of
# the chat if there is one. ARGV: 1 if bulk, the longest wait in ms, the latest moment that the
# caller knows of, then interval and tolerance in µs for each bucket. Returns µs to wait, 1 if the
# moment after them is the caller's, and the latest moment by now, 0 where it was not looked at. A
# known moment that is very far ahead was one of another server's clock. However lively somebody
# talks with us, what is pushed to them waits for one reply and not for all.
_ACQUIRE = """
local t = redis.call('TIME')
local now = t[1] * 1000000 + t[2]
local bulk = ARGV[1] == '1'
local wait = 0
for i = bulk and 1 or 2, 2 do
  local till = tonumber(redis.call('GET', KEYS[i]) or 0) * 1000
  if till > now then wait = math.max(wait, till - now) end
end
if wait > 0 then return {wait, 0, 0} end
local function keep(key, tat)
  redis.call('SET', key, string.format('%.0f', tat), 'PX',
             math.max(1000, math.ceil((tat - now) / 1000)))
end
local tats = {}
for i = 3, #KEYS do
  tats[i] = math.max(now, tonumber(redis.call('GET', KEYS[i]) or 0))
end
local known = tonumber(ARGV[3])
if tats[3] < known and known < now + 10000000 then
  tats[3] = known + 1000000
  keep(KEYS[3], tats[3])
end
if bulk and #KEYS > 3 then
  wait = tats[4] - tonumber(ARGV[7]) - now
  if wait > 0 then return {wait, 0, tats[3]} end
end
wait = bulk and tats[3] - now or 0
if wait > ARGV[2] * 1000 then return {wait, 0, tats[3]} end
for i = 3, #KEYS do
  local step = tonumber(ARGV[2 * i - 2])
  local tat = tats[i] + step
  if i == 4 and not bulk then
    tat = math.max(tats[i], math.min(tat, now + tonumber(ARGV[7]) + step))
  end
  keep(KEYS[i], tat)
  tats[i] = tat
end
return {wait, 1, tats[3]}
"""

# KEYS: the bucket of all. Returns µs until its next moment.
_AHEAD = """
local t = redis.call('TIME')
local tat = tonumber(redis.call('GET', KEYS[1]) or 0)
return math.max(0, tat - t[1] * 1000000 - t[2])
"""

# KEYS: pause of the chat, chats told to wait lately, pause of all. ARGV: ms, chat. A short pause
# ends no longer one.
_PAUSE = """
local t = redis.call('TIME')
local till = t[1] * 1000 + math.floor(t[2] / 1000) + tonumber(ARGV[1])
local function hold(key)
  if till > tonumber(redis.call('GET', key) or 0) then
    redis.call('SET', key, string.format('%.0f', till), 'PX', ARGV[1])
  end
end
hold(KEYS[1])
redis.call('SADD', KEYS[2], ARGV[2])
redis.call('PEXPIRE', KEYS[2], 5000)
if redis.call('SCARD', KEYS[2]) > 1 then
  hold(KEYS[3])
end
return 0
"""

_SHARE = 0.975
_LATE = 0.015
"""At most so many seconds late, with moments for 97.5 % of the pace, no second sees more than
it, and ten milliseconds are left for the way to Telegram. Who comes later gives a moment away."""

_LOOK = 0.003
"""Seconds before one's moment in which Redis is asked whether a pause came meanwhile."""


@dataclass(eq=False)
class Paused(Exception):
    """Telegram wants silence for longer than anybody should wait here."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Pace:
    """Messages a second in all, for pushed ones; and the pauses of chats and groups.

    A caller waits at most `patience` seconds; a longer pause is given back as `Paused`.
    """

    bulk_per_second: float = 25.0
    per_chat_seconds: float = 1.0
    per_group_seconds: float = 3.0
    patience: float = 3.0


class Limiter:
    """The shared limiter of one bot."""

    def __init__(
        self,
        redis: "Redis",
        bot_id: int,
        pace: Pace | None = None,
        *,
        bulk: Callable[[], float] | None = None,
    ) -> None:
        """`bulk` says how many pushed messages a second may leave at the moment, where that is
        not fixed by the pace."""
        self._redis = redis
        self._pace = pace or Pace()
        self._bulk = bulk or (lambda: self._pace.bulk_per_second)
        self._prefix = f"pace:{bot_id}"
        self._acquire = redis.register_script(_ACQUIRE)
        self._ahead = redis.register_script(_AHEAD)
        self._pause = redis.register_script(_PAUSE)
        self._known = 0
        self._alone = _Alone(self._bulk)
        self._breaker = Breaker()

    async def acquire(self, chat_id: int | None, *, bulk: bool, messages: int = 1) -> None:
        """Wait until `messages` to `chat_id` may leave at once, one unless it is an album. In a
        person's chat an album is a short burst and counts once. Raises `Paused`."""
        deadline = time.monotonic() + self._pace.patience
        while True:
            asked_at = time.monotonic()
            patience = deadline - asked_at
            wait, ours = await self._ask(chat_id, bulk=bulk, patience=patience, messages=messages)
            if ours and wait == 0:
                return
            if asked_at + wait > deadline:
                raise Paused(wait)
            if not ours:
                await asyncio.sleep(wait + random.uniform(0, 0.01))
                continue
            moment = asked_at + wait
            await _until(moment - _LOOK)
            if await self._paused(chat_id):
                continue
            await _until(moment)
            if time.monotonic() - moment <= _LATE:
                return

    async def ahead(self) -> float:
        """Seconds until the next moment that nobody has yet for what is pushed."""
        if not self._breaker.open:
            try:
                return int(await self._ahead(keys=[f"{self._prefix}:all"])) / 1_000_000
            except GONE as error:
                self._breaker.trip(error)
        return self._alone.ahead()

    async def _ask(
        self, chat_id: int | None, *, bulk: bool, patience: float, messages: int
    ) -> tuple[float, bool]:
        """Seconds to wait, and whether the moment after them belongs to the caller."""
        keys = [*self._pauses(chat_id), f"{self._prefix}:all"]
        interval = messages * 1_000_000 / (self._bulk() * _SHARE)
        args: list[float] = [1 if bulk else 0, max(0, patience * 1000), self._known, interval, 0]
        if chat_id is not None:
            group = chat_id < 0
            seconds = self._pace.per_group_seconds if group else self._pace.per_chat_seconds
            keys.append(f"{self._prefix}:chat:{chat_id}")
            debt = seconds * (messages if group else 1)
            args += [debt * 1_000_000, seconds * 2_000_000]
        if not self._breaker.open:
            try:
                wait, ours, latest = await self._acquire(keys=keys, args=args)
            except GONE as error:
                self._breaker.trip(error)
            else:
                self._breaker.mend()
                self._known = max(self._known, latest)
                return wait / 1_000_000, bool(ours)
        wait = self._alone.ask(messages) if bulk else 0.0
        return wait, wait == 0

    async def _paused(self, chat_id: int | None) -> bool:
        """Whether a 429 came while somebody waited for their moment."""
        try:
            return any(await self._redis.mget(self._pauses(chat_id)))
        except GONE as error:
            self._breaker.trip(error)
            return False

    def _pauses(self, chat_id: int | None) -> list[str]:
        return [f"{self._prefix}:pause", f"{self._prefix}:pause:{chat_id or 0}"]

    async def silence(self) -> datetime | None:
        """Until when Telegram wants nothing sent to anybody. None where it does not ask for that,
        and where Redis cannot say."""
        if self._breaker.open:
            return None
        try:
            till = await self._redis.get(f"{self._prefix}:pause")
        except GONE as error:
            self._breaker.trip(error)
            return None
        return None if till is None else datetime.fromtimestamp(int(till) / 1000, UTC)

    async def told_to_wait(self, chat_id: int | None, seconds: float) -> None:
        """Telegram answered 429 for this chat."""
        chat = str(chat_id or 0)
        keys = [f"{self._prefix}:pause:{chat}", f"{self._prefix}:waiting", f"{self._prefix}:pause"]
        _log.warning("telegram asks to wait", chat=chat, seconds=seconds)
        try:
            await self._pause(keys=keys, args=[max(1, int(seconds * 1000)), chat])
        except GONE as error:
            self._breaker.trip(error)
            self._alone.hold(seconds)


async def _until(moment: float) -> None:
    """Sleep until `moment` of the monotonic clock."""
    if (left := moment - time.monotonic()) > 0:
        await asyncio.sleep(left)


class _Alone:
    """The pace of one process that cannot reach the others: a third of what is allowed."""

    def __init__(self, bulk: Callable[[], float]) -> None:
        self._bulk = bulk
        self._free_at = 0.0

    def ahead(self) -> float:
        return max(0.0, self._free_at - time.monotonic())

    def ask(self, messages: int) -> float:
        if wait := self.ahead():
            return wait
        self._free_at = time.monotonic() + 3 * messages / self._bulk()
        return 0.0

    def hold(self, seconds: float) -> None:
        self._free_at = max(self._free_at, time.monotonic() + seconds)


def chat_of(parameters: dict[str, Any]) -> int | None:
    """The numeric chat that a Bot API call goes to, if it goes to one."""
    chat = parameters.get("chat_id")
    return int(chat) if isinstance(chat, int | str) and str(chat).lstrip("-").isdigit() else None
