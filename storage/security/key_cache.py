"""Unwrapped keys, for a short while and never too many."""

import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import NamedTuple
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEEPS_SECONDS = 60.0
"""For how long a key that was destroyed elsewhere may still open something here."""

_MOST = 20_000  # about 10 MB


class DataKey(NamedTuple):
    """A person's key, which seals and opens, and the one it replaces, which opens only."""

    newest: AESGCM
    older: AESGCM | None = None


class KeyCache:
    """At most `most` keys, each for `seconds` after it was put in; the oldest give way first."""

    def __init__(
        self,
        *,
        most: int = _MOST,
        seconds: float = KEEPS_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most = most
        self._seconds = seconds
        self._clock = clock
        self._kept: OrderedDict[int, tuple[DataKey, float]] = OrderedDict()

    def get(self, owner: UUID) -> DataKey | None:
        """The key, if it is still here."""
        kept = self._kept.get(owner.int)
        if kept is None:
            return None
        key, until = kept
        if until <= self._clock():
            del self._kept[owner.int]
            return None
        return key

    def put(self, keys: Mapping[UUID, DataKey]) -> None:
        """Keep some keys. What is over its time or one too many goes."""
        now = self._clock()
        for owner, key in keys.items():
            self._kept.pop(owner.int, None)
            self._kept[owner.int] = (key, now + self._seconds)
        while self._kept:
            first, (_, until) = next(iter(self._kept.items()))
            if len(self._kept) <= self._most and until > now:
                return
            del self._kept[first]

    def forget(self, owner: UUID) -> None:
        """Let one go."""
        self._kept.pop(owner.int, None)

    def __len__(self) -> int:
        return len(self._kept)

    def __repr__(self) -> str:
        return f"KeyCache({len(self._kept)} keys)"
