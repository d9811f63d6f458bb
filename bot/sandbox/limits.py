"""Sending limits: 30 a second in all, 1 a second to a person, 20 a minute to a group."""

import math
import time
from collections import defaultdict

_BURST_PERSON = 3  # short bursts to one person are let through, as Telegram does


class Limits:
    """Buckets by the moment at which each would be empty (GCRA)."""

    def __init__(self) -> None:
        self._empty_at: defaultdict[tuple[int, int], float] = defaultdict(float)

    def retry_after(
        self, bot_id: int, chat_id: int, now: float | None = None, *, messages: int = 1
    ) -> int:
        """Take one message, or an album of several: 0 if it may go, else the seconds to wait
        (nothing is taken then). To a person an album is one."""
        now = time.monotonic() if now is None else now
        wait = 0.0
        filled: dict[tuple[int, int], float] = {}
        for key, interval, burst in self._buckets(bot_id, chat_id):
            taken = interval * (1 if key[1] > 0 else messages)
            empty = max(self._empty_at[key], now)
            wait = max(wait, empty + taken - now - interval * burst)
            filled[key] = empty + taken
        if wait > 1e-9:
            return math.ceil(wait)
        self._empty_at.update(filled)
        return 0

    @staticmethod
    def _buckets(bot_id: int, chat_id: int) -> list[tuple[tuple[int, int], float, int]]:
        group = chat_id < 0
        return [
            ((bot_id, 0), 1 / 30, 30),
            ((bot_id, chat_id), 3.0 if group else 1.0, 20 if group else _BURST_PERSON),
        ]
