"""Remembers that Redis is gone, so that nobody waits for it again and again."""

import time

import structlog
from redis.exceptions import RedisError

GONE = (RedisError, OSError, TimeoutError)
"""How Redis says that it is not there."""

_RETRY_AFTER = 2.0
"""Seconds for which nobody asks Redis again after a failure."""

_log = structlog.get_logger(__name__)


class Breaker:
    """One user's view of Redis: asked, or left alone for a moment."""

    def __init__(self) -> None:
        self._closed_at = 0.0
        self._told = False

    @property
    def open(self) -> bool:
        """Whether Redis should not be asked now."""
        return time.monotonic() < self._closed_at

    def trip(self, error: Exception) -> None:
        """Redis failed: leave it alone for a moment."""
        if not self._told:
            _log.warning("redis is gone, working without it", error=type(error).__name__)
        self._told = True
        self._closed_at = time.monotonic() + _RETRY_AFTER

    def mend(self) -> None:
        """Redis answered."""
        if self._told:
            _log.info("redis is back")
        self._told = False
