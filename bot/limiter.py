"""One pace for everything that is sent: all processes and both libraries share it.

Telegram tolerates about 30 messages a second in all, one a second in a chat and 20 a minute in a
group; the only contract is 429 with `retry_after` (core.telegram.org/bots/faq). Replies to a
person are counted but never delayed; everything pushed waits its turn. A 429 pauses its chat, and
when several chats are told to wait, everything.
"""

import asyncio
import random
import time
from dataclasses import dataclass
from typing import Any

import structlog
from redis.asyncio import Redis

from bot.breaker import GONE, Breaker

_log = structlog.get_logger(__name__)

# GCRA on the server's clock. KEYS: pause of all, pause of the chat, then the buckets.
# ARGV: 1 if bulk, then interval and tolerance in ms for each bucket. Returns ms to wait.
_ACQUIRE = """
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local wait = 0
for i = 1, 2 do
  local till = tonumber(redis.call('GET', KEYS[i]) or 0)
  if till > now then wait = math.max(wait, till - now) end
end
if wait > 0 then return wait end
local bulk = ARGV[1] == '1'
local tats = {}
for i = 3, #KEYS do
  local interval, tolerance = tonumber(ARGV[2 * i - 4]), tonumber(ARGV[2 * i - 3])
  local tat = math.max(now, tonumber(redis.call('GET', KEYS[i]) or 0))
  if bulk then wait = math.max(wait, tat - tolerance - now) end
  tats[i] = tat + interval
end
if wait > 0 then return wait end
for i = 3, #KEYS do
  redis.call('SET', KEYS[i], string.format('%.0f', tats[i]), 'PX',
             math.max(1000, math.ceil(tats[i] - now)))
end
return 0
"""

# KEYS: pause of the chat, chats told to wait lately, pause of all. ARGV: ms, chat.
_PAUSE = """
local t = redis.call('TIME')
local till = t[1] * 1000 + math.floor(t[2] / 1000) + tonumber(ARGV[1])
redis.call('SET', KEYS[1], string.format('%.0f', till), 'PX', ARGV[1])
redis.call('SADD', KEYS[2], ARGV[2])
redis.call('PEXPIRE', KEYS[2], 5000)
if redis.call('SCARD', KEYS[2]) > 1 then
  redis.call('SET', KEYS[3], string.format('%.0f', till), 'PX', ARGV[1])
end
return 0
"""


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

    def __init__(self, redis: "Redis", bot_id: int, pace: Pace | None = None) -> None:
        self._pace = pace or Pace()
        self._prefix = f"pace:{bot_id}"
        self._acquire = redis.register_script(_ACQUIRE)
        self._pause = redis.register_script(_PAUSE)
        self._alone = _Alone(self._pace)
        self._breaker = Breaker()

    async def acquire(self, chat_id: int | None, *, bulk: bool) -> None:
        """Wait until one message to `chat_id` may leave. Raises `Paused`."""
        deadline = time.monotonic() + self._pace.patience
        while (wait := await self._ask(chat_id, bulk=bulk)) > 0:
            if time.monotonic() + wait > deadline:
                raise Paused(wait)
            await asyncio.sleep(wait + random.uniform(0, 0.01))

    async def _ask(self, chat_id: int | None, *, bulk: bool) -> float:
        chat = str(chat_id or 0)
        keys = [f"{self._prefix}:pause", f"{self._prefix}:pause:{chat}", f"{self._prefix}:all"]
        args: list[float] = [1 if bulk else 0, 1000 / self._pace.bulk_per_second, 0]
        if chat_id is not None:
            group = chat_id < 0
            interval = self._pace.per_group_seconds if group else self._pace.per_chat_seconds
            keys.append(f"{self._prefix}:chat:{chat}")
            args += [interval * 1000, interval * 2000]
        if not self._breaker.open:
            try:
                wait = float(await self._acquire(keys=keys, args=args)) / 1000
            except GONE as error:
                self._breaker.trip(error)
            else:
                self._breaker.mend()
                return wait
        return self._alone.ask() if bulk else 0.0

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


class _Alone:
    """The pace of one process that cannot reach the others: a third of what is allowed."""

    def __init__(self, pace: Pace) -> None:
        self._interval = 3 / pace.bulk_per_second
        self._free_at = 0.0

    def ask(self) -> float:
        now = time.monotonic()
        if self._free_at > now:
            return self._free_at - now
        self._free_at = now + self._interval
        return 0.0

    def hold(self, seconds: float) -> None:
        self._free_at = max(self._free_at, time.monotonic() + seconds)


def chat_of(parameters: dict[str, Any]) -> int | None:
    """The numeric chat that a Bot API call goes to, if it goes to one."""
    chat = parameters.get("chat_id")
    return int(chat) if isinstance(chat, int | str) and str(chat).lstrip("-").isdigit() else None
