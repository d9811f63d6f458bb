"""Where a dialog is, in Redis; and what happens to people when Redis is gone.

The stock storage and isolation raise before any handler runs. Here a failure falls back to this
process's own memory and locks: nobody is turned away, answers already given are in PostgreSQL
(`dialog_drafts`), and at worst a person is asked the current question again.
"""

import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from typing import Any, TypeVar

import structlog
from aiogram.fsm.storage.base import BaseEventIsolation, BaseStorage, StateType, StorageKey
from aiogram.fsm.storage.memory import MemoryStorage, SimpleEventIsolation
from aiogram.fsm.storage.redis import RedisEventIsolation, RedisStorage
from redis.asyncio import Redis
from redis.exceptions import RedisError

_log = structlog.get_logger(__name__)
_GONE = (RedisError, OSError, TimeoutError)
_KEPT = timedelta(days=7)
_RETRY_AFTER = 2.0
"""Seconds for which nobody asks Redis again after a failure."""

_T = TypeVar("_T")


class Breaker:
    """Remembers that Redis failed a moment ago."""

    def __init__(self) -> None:
        self._closed_at = 0.0

    @property
    def open(self) -> bool:
        """Whether Redis should not be asked now."""
        return time.monotonic() < self._closed_at

    def trip(self, error: Exception) -> None:
        """Redis failed: leave it alone for a moment."""
        if not self.open:
            _log.warning("redis is gone, working without it", error=type(error).__name__)
        self._closed_at = time.monotonic() + _RETRY_AFTER


class DialogStorage(BaseStorage):
    """aiogram's dialog state in Redis, in this process's memory while Redis is gone."""

    def __init__(self, redis: Redis, breaker: Breaker) -> None:
        self._redis = RedisStorage(redis, state_ttl=_KEPT, data_ttl=_KEPT)
        self._memory = MemoryStorage()
        self._breaker = breaker

    async def _either(
        self, shared: Callable[[], Awaitable[_T]], alone: Callable[[], Awaitable[_T]]
    ) -> _T:
        if not self._breaker.open:
            try:
                return await shared()
            except _GONE as error:
                self._breaker.trip(error)
        return await alone()

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        await self._either(
            lambda: self._redis.set_state(key, state), lambda: self._memory.set_state(key, state)
        )

    async def get_state(self, key: StorageKey) -> str | None:
        return await self._either(
            lambda: self._redis.get_state(key), lambda: self._memory.get_state(key)
        )

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        await self._either(
            lambda: self._redis.set_data(key, data), lambda: self._memory.set_data(key, data)
        )

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        return await self._either(
            lambda: self._redis.get_data(key), lambda: self._memory.get_data(key)
        )

    async def close(self) -> None:
        """The Redis client belongs to the composition root, which closes it."""


class OneAtATime(BaseEventIsolation):
    """One update of one person at a time, over all processes; in this process without Redis."""

    def __init__(self, redis: Redis, breaker: Breaker) -> None:
        self._redis = RedisEventIsolation(redis, lock_kwargs={"timeout": 60, "sleep": 0.02})
        self._local = SimpleEventIsolation()
        self._breaker = breaker

    @asynccontextmanager
    async def lock(self, key: StorageKey) -> AsyncGenerator[None, None]:
        async with AsyncExitStack() as held:
            await held.enter_async_context(self._local.lock(key))
            if not self._breaker.open:
                await self._share(key, held)
            yield

    async def _share(self, key: StorageKey, held: AsyncExitStack) -> None:
        lock = self._redis.lock(key)
        try:
            await lock.__aenter__()
        except _GONE as error:
            self._breaker.trip(error)
            return

        async def release() -> None:
            try:
                await lock.__aexit__(None, None, None)
            except _GONE as error:
                self._breaker.trip(error)

        held.push_async_callback(release)

    async def close(self) -> None:
        await self._local.close()
