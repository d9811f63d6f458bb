"""Where a dialog is, in Redis; and what happens to people when Redis is gone.

The stock storage and isolation raise before any handler runs. Here a failure falls back to this
process's own memory and locks: nobody is turned away, answers already given are in PostgreSQL
(`dialog_drafts`), and at worst a person is asked the current question again.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import timedelta
from typing import Any, TypeVar
from weakref import WeakValueDictionary

from aiogram.fsm.storage.base import BaseEventIsolation, BaseStorage, StateType, StorageKey
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.fsm.storage.redis import RedisEventIsolation, RedisStorage
from redis.asyncio import Redis
from redis.exceptions import LockError

from bot.breaker import GONE, Breaker
from domain.forgetting import Chat
from storage.errors import Unavailable

_KEPT = timedelta(days=7)
_LOCKED_SECONDS = 10
"""How long a killed process keeps others from its person: twice what a handler may take."""

_T = TypeVar("_T")


def clearing(redis: Redis) -> Callable[[Chat], Awaitable[None]]:
    """Lets go of where somebody's dialog is. What it gives raises `Unavailable` without Redis."""
    storage = RedisStorage(redis)

    async def clear(chat: Chat) -> None:
        key = StorageKey(chat.bot_id or 0, chat.chat_id, chat.telegram_id)
        try:
            await storage.set_state(key, None)
            await storage.set_data(key, {})
        except GONE as error:
            raise Unavailable(type(error).__name__) from error

    return clear


class DialogStorage(BaseStorage):
    """aiogram's dialog state in Redis, in this process's memory while Redis is gone.

    What changed meanwhile is brought back when Redis is.
    """

    def __init__(self, redis: Redis, breaker: Breaker) -> None:
        self._redis = RedisStorage(redis, state_ttl=_KEPT, data_ttl=_KEPT)
        self._memory = MemoryStorage()
        self._changed: set[StorageKey] = set()
        self._breaker = breaker

    async def _either(
        self, key: StorageKey, act: Callable[[BaseStorage], Awaitable[_T]], *, changes: bool
    ) -> _T:
        if not self._breaker.open:
            try:
                if key in self._changed:
                    await self._bring_back(key)
                answer = await act(self._redis)
            except GONE as error:
                self._breaker.trip(error)
            else:
                self._breaker.mend()
                return answer
        if changes:
            self._changed.add(key)
        return await act(self._memory)

    async def _bring_back(self, key: StorageKey) -> None:
        await self._redis.set_state(key, await self._memory.get_state(key))
        await self._redis.set_data(key, await self._memory.get_data(key))
        self._changed.discard(key)
        self._memory.storage.pop(key, None)

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        await self._either(key, lambda either: either.set_state(key, state), changes=True)

    async def get_state(self, key: StorageKey) -> str | None:
        return await self._either(key, lambda either: either.get_state(key), changes=False)

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        await self._either(key, lambda either: either.set_data(key, data), changes=True)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        return await self._either(key, lambda either: either.get_data(key), changes=False)

    async def close(self) -> None:
        """The Redis client belongs to the composition root, which closes it."""


class OneAtATime(BaseEventIsolation):
    """One update of one person at a time, over all processes; in this process without Redis."""

    def __init__(self, redis: Redis, breaker: Breaker) -> None:
        locking = {"timeout": _LOCKED_SECONDS, "sleep": 0.02}
        self._redis = RedisEventIsolation(redis, lock_kwargs=locking)
        self._here: WeakValueDictionary[StorageKey, asyncio.Lock] = WeakValueDictionary()
        self._breaker = breaker

    @asynccontextmanager
    async def lock(self, key: StorageKey) -> AsyncGenerator[None, None]:
        here = self._here.setdefault(key, asyncio.Lock())
        async with AsyncExitStack() as held:
            await held.enter_async_context(here)
            if not self._breaker.open:
                await self._share(key, held)
            yield

    async def _share(self, key: StorageKey, held: AsyncExitStack) -> None:
        lock = self._redis.lock(key)
        try:
            await lock.__aenter__()
        except GONE as error:
            self._breaker.trip(error)
            return
        self._breaker.mend()

        async def release() -> None:
            try:
                with suppress(LockError):  # held for longer than it lasts: it is free already
                    await lock.__aexit__(None, None, None)
            except GONE as error:
                self._breaker.trip(error)

        held.push_async_callback(release)

    async def close(self) -> None:
        """Nothing is kept open."""
