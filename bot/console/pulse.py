"""The pulse of a process: how late its event loop is, how many connections it needs, what it did.

A sample a minute goes to `performance_metrics`, in one statement; one that cannot be kept is
let go.
"""

import asyncio
import time
from collections.abc import Iterator, Sequence
from typing import Any, Final

import structlog

from bot.metrics import PUSHED, UPDATES
from storage.database import Database
from storage.errors import Unavailable
from storage.queries import metrics

BEAT: Final = 0.25
"""Seconds between two looks at the loop."""

_BEATS = 240
_log = structlog.get_logger(__name__)


class Pulse:
    """Feels a process, which `process` names, and its `databases`."""

    def __init__(self, databases: Sequence[Database], *, process: str) -> None:
        self._databases = databases
        self._process = process
        self._late = 0.0
        self._in_use = 0
        self._counted = _counted()

    async def keep(self, db: Database) -> None:
        """Feel it all the time, and write a sample a minute, until cancelled."""
        while True:
            for _ in range(_BEATS):
                await self.beat()
            await self.write(db)

    async def beat(self) -> None:
        """Sleep for a moment, and see by how much that was too long."""
        due = time.monotonic() + BEAT
        await asyncio.sleep(BEAT)
        self._late = max(self._late, time.monotonic() - due)
        self._in_use = max(self._in_use, sum(db.checked_out for db in self._databases))

    async def write(self, db: Database) -> None:
        """Keep what was felt since the last sample."""
        try:
            await metrics.add(db, list(self._sample()))
        except Unavailable as error:
            _log.debug("a sample was let go", why=str(error))

    def _sample(self) -> Iterator[dict[str, Any]]:
        before, self._counted = self._counted, _counted()
        late, self._late = self._late, 0.0
        in_use, self._in_use = self._in_use, 0
        pushed, updates = (now - then for now, then in zip(self._counted, before, strict=True))
        yield self._measure("loop.lag_ms", round(late * 1000, 1))
        yield self._measure("pool.in_use", in_use, size=sum(db.size for db in self._databases))
        yield self._measure("messages.pushed", pushed)
        yield self._measure("updates.handled", updates)

    def _measure(self, name: str, value: float, **context: float) -> dict[str, Any]:
        return {
            "metric_type": name,
            "value": value,
            "context": context,
            "tags": ["process", self._process],
        }


def _counted() -> tuple[float, float]:
    """Messages that were pushed and updates that were handled since the process began."""
    pushed = sum(
        each.value
        for family in PUSHED.collect()
        for each in family.samples
        if each.name.endswith("_total")
    )
    updates = sum(
        each.value
        for family in UPDATES.collect()
        for each in family.samples
        if each.name.endswith("_count")
    )
    return pushed, updates
