"""Passwords as argon2id hashes (RFC 9106), made and checked off the event loop."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

T = TypeVar("T")

HASHER = PasswordHasher(time_cost=2, memory_cost=32 * 1024, parallelism=1)
"""What a hash costs: passes, memory in KiB, threads. Raised here, older hashes are made anew as
their people sign in."""

_AT_ONCE = 2
"""Hashes that a process works at at the same time: each takes a core and the memory."""

_MOST_WAITING = 20


class Passwords:
    """Makes and checks hashes, a few at a time."""

    def __init__(self, hasher: PasswordHasher = HASHER) -> None:
        self._hasher = hasher
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._asked = 0

    @property
    def is_busy(self) -> bool:
        """Whether so many wait for their turn that one more had better come later."""
        return self._asked >= _AT_ONCE + _MOST_WAITING

    async def hash(self, password: str) -> str:
        """The hash to keep."""
        return await self._in_turn(self._hasher.hash, password)

    async def is_right(self, password: str, kept: str | None) -> bool:
        """Whether it is the password of a hash; as long in coming where there is no hash."""
        return await self._in_turn(self._check, password, kept)

    def is_outdated(self, kept: str) -> bool:
        """Whether a hash was made at another cost than new ones are."""
        return self._hasher.check_needs_rehash(kept)

    async def _in_turn(self, work: Callable[..., T], *values: str | None) -> T:
        self._asked += 1
        try:
            async with self._turns:
                return await asyncio.to_thread(work, *values)
        finally:
            self._asked -= 1

    def _check(self, password: str, kept: str | None) -> bool:
        if kept is None:
            self._hasher.hash(password)
            return False
        try:
            return self._hasher.verify(kept, password)
        except (VerificationError, InvalidHashError):
            return False
